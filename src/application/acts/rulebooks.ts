import { findVoteStage } from "../../domain/case/briefs.ts";
import type { StageId } from "../../domain/identity.ts";
import type { Rulebook, VoteStage } from "../../rulebook/rulebook.ts";
import { factsOf, readCase } from "../actOnCase.ts";
import type { CaseRef } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../ports.ts";

/** The rulebook by which a case goes on, for somebody who stands to it; for anybody else the one in force. */
export async function rulebookFor(house: House, caller: AccountRef, ref: CaseRef): Promise<Rulebook> {
  if (house.versions.all().length === 1) return house.rulebook;
  const person = await findPerson(house, caller);
  const stored = person === undefined ? undefined : await readCase(house, ref);
  const facts = stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
  return facts?.rulebook ?? house.rulebook;
}

/** Where a case is, as its forms ask about it. */
export interface Place {
  readonly rulebook: Rulebook;
  readonly procedure: string;
  readonly stage: StageId;
  /** The stage at which a body votes on it now, or did last. */
  readonly vote: VoteStage | undefined;
}

/** Where a case is, for somebody who handles or decides it; undefined for anybody else. */
export async function placeFor(house: House, caller: AccountRef, ref: CaseRef): Promise<Place | undefined> {
  const person = await findPerson(house, caller);
  const stored = person === undefined ? undefined : await readCase(house, ref);
  const facts = stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
  if (facts === undefined || facts.viewer.kind === "party") return undefined;
  const { rulebook, current } = facts;
  const { procedure, stage } = current;
  return { rulebook, procedure, stage: stage.stage, vote: findVoteStage(rulebook, current) };
}

/** Every rulebook by which a case may go on. */
export function rulebooksOf(house: House): readonly Rulebook[] {
  return house.versions.all().map(({ rulebook }) => rulebook);
}
