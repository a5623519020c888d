import type { Act, ActKind } from "../../domain/acts/act.ts";
import { readProcedure, readStage } from "../../domain/case/stages.ts";
import { findNoQuorum } from "../../domain/case/wayOut.ts";
import type { CaseId, PersonId, StageId } from "../../domain/identity.ts";
import { askedAct, askedActs } from "../../domain/why/askedActs.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { why } from "../../domain/why/why.ts";
import type { Why } from "../../domain/why/why.ts";
import { factsOf, readCase } from "../actOnCase.ts";
import type { CaseRef, Facts } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { inNames } from "../inNames.ts";
import type { AccountRef } from "../person.ts";
import { readVoters } from "../readVoters.ts";

/** What somebody can do in a case now, and what is in the way of the rest. */
export interface WhyView {
  readonly kind: "why";
  readonly case: CaseId;
  readonly codeName: string;
  readonly as: "handler" | "voter";
  readonly stage: StageId;
  readonly clause: string;
  /** Every stage of its procedure, in the order of the rulebook. */
  readonly stages: readonly StageId[];
  readonly answers: readonly ActAnswer[];
}

export interface ActAnswer {
  readonly act: ActKind;
  /** Which outcome, motion or addressee it is about; undefined where the act alone says it. */
  readonly about: string | undefined;
  readonly answer: Why;
}

/** Every act of somebody's task in a case: whether it is possible now, and if not, why. */
export async function askWhy(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
  as: "handler" | "voter",
): Promise<WhyView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== as) return nothingHere;
  const { rulebook, current } = facts;
  const voters = await readVoters(house, current);
  return {
    kind: "why",
    case: current.id,
    codeName: current.codeName,
    as,
    stage: current.stage.stage,
    clause: readStage(rulebook, current).clause,
    stages: Object.keys(readProcedure(rulebook, current).stages),
    answers: askedActs(facts, voters).map((act) => ({
      act: act.kind,
      about: aboutOf(facts, act),
      answer: named(house, why(facts, act)),
    })),
  };
}

/**
 * Whether an act would be possible if everything were entered well: asked before its form opens, so that nobody types for nothing.
 * @param about which outcome or notice it is about, where there are several
 * @returns the case, or what is in the way
 */
export async function mayTry(
  house: House,
  caller: AccountRef,
  ref: CaseRef,
  kind: ActKind,
  about: string,
): Promise<{ readonly case: CaseId } | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts === undefined) return nothingHere;
  const answers = askedAct(facts, kind, [])
    .filter((act) => isAbout(act, about))
    .map((act) => why(facts, act));
  const [first] = answers;
  if (first?.kind === "blocked" && answers.every((each) => each.kind === "blocked")) return inNames(house, first.by);
  return { case: facts.current.id };
}

async function readFacts(house: House, ref: CaseRef, caller: AccountRef): Promise<Facts | undefined> {
  const person: PersonId | undefined = await findPerson(house, caller);
  const stored = person === undefined ? undefined : await readCase(house, ref);
  return stored === undefined || person === undefined ? undefined : factsOf(house, stored, person);
}

const named = (house: House, answer: Why): Why =>
  answer.kind === "blocked" ? { ...answer, by: inNames(house, answer.by) } : answer;

function isAbout(act: Act, about: string): boolean {
  if (act.kind === "conclude") return act.outcome === about;
  if (act.kind === "do-task") return act.task === about;
  if (act.kind === "impose-interim" || act.kind === "ask-interim") return about === "" || act.sanction === about;
  if (act.kind === "lodge") return act.rule === about;
  if ("challenge" in act) return act.challenge === about;
  if (act.kind === "pass-on" || act.kind === "hold-back") return act.words === about;
  return act.kind !== "record-delivery" || act.notice === about;
}

function aboutOf({ rulebook, roster, current, parties }: Facts, act: Act): string | undefined {
  if (act.kind === "conclude") return act.outcome;
  if (act.kind === "do-task") return act.task;
  if (act.kind === "put-motion") return act.motion;
  if (act.kind === "refer") return findNoQuorum(rulebook, roster, current, parties, act.voters)?.numbers.exit;
  if (act.kind !== "record-delivery") return undefined;
  const to = current.notices.find((notice) => notice.id === act.notice)?.to;
  if (to === undefined) return undefined;
  if (to.kind === "party") return to.role;
  return to.kind === "room" ? to.purpose : "person";
}
