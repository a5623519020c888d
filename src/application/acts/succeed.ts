import { foldCase } from "../../domain/case/foldCase.ts";
import type { CaseId } from "../../domain/identity.ts";
import { declaredIn } from "../../domain/parties/declared.ts";
import { maySucceed } from "../../domain/parties/succession.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { peopleBehind, readCase } from "../actOnCase.ts";
import type { CaseRef, Request, Seen } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import { recordAnswer } from "../recordAnswer.ts";

/** A case that nobody in office handles, for somebody who can take it over: nothing of it but its name. */
export interface Orphan {
  readonly kind: "orphan";
  readonly case: CaseId;
  readonly codeName: string;
  readonly conflictClause: string;
  readonly conflicts: readonly string[];
}

/** Undefined for everybody who cannot take the case over, as where there is none. */
export async function findOrphan(house: House, caller: AccountRef, ref: CaseRef): Promise<Orphan | undefined> {
  const [person, stored] = [await findPerson(house, caller), await readCase(house, ref)];
  if (stored === undefined || person === undefined) return undefined;
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  if (!maySucceed(rulebook, house.roster, current, person, peopleBehind(stored))) return undefined;
  const { codeName, id } = stored;
  const { clause } = rulebook.conflicts;
  return { kind: "orphan", case: id, codeName, conflictClause: clause, conflicts: declaredIn(rulebook) };
}

/** Somebody has taken a case over, or has stepped aside from it. */
export interface Succeeded {
  readonly kind: "succeeded";
  readonly case: CaseId;
}

/**
 * Somebody who reads reports takes over a case after all who handled it have left office. They say first that nothing stands between them
 * and the case; whoever says otherwise has stepped aside, and learns nothing of it.
 */
export async function succeed(house: House, request: Request, isClear: boolean): Promise<Succeeded | Seen | Blocked> {
  const recorded = await recordAnswer(house, request, ({ rulebook, current, caller: person, parties }) =>
    maySucceed(rulebook, house.roster, current, person, parties)
      ? [isClear ? { kind: "succeeded", person } : { kind: "recused", person }]
      : undefined,
  );
  return "kind" in recorded && recorded.kind === "recorded" ? { kind: "succeeded", case: recorded.case } : recorded;
}
