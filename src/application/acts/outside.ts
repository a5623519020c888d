import { isClosed } from "../../domain/case/stages.ts";
import type { CaseId } from "../../domain/identity.ts";
import { mayLearnOfLateness } from "../../domain/parties/escalation.ts";
import { mayRead } from "../../domain/parties/viewer.ts";
import { outsideOf, owedOutside } from "../../domain/records/outside.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { actOnCase } from "../actOnCase.ts";
import type { CaseRef, Done, Request, Seen } from "../actOnCase.ts";
import { ensurePerson } from "../house.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";
import type { Account, AccountRef } from "../person.ts";
import { personName } from "../personName.ts";
import { recordAnswer } from "../recordAnswer.ts";
import { readFacts } from "./readFacts.ts";

type Result = Promise<Done | Seen | Blocked>;

/**
 * Hands a case to somebody outside.
 * @param to whom Redress asks; nobody where an officer tells them
 */
export async function escalate(house: House, request: Request, to: Account | undefined, text: string): Result {
  const person = to === undefined ? undefined : await ensurePerson(house, to);
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "escalate", escalation: newId(), person, statement }, words: [{ id: statement, text }] };
  });
}

/** What somebody said to whom a case was handed. */
interface AnsweredEscalation {
  readonly kind: "answered-escalation";
  readonly case: CaseId;
  readonly isTaken: boolean;
}

/**
 * Somebody outside says that nothing stands between them and a case that was handed to them, and may read it from then on; or declines.
 * Whoever was not asked, or has become a party, is answered as if there were nothing.
 */
export async function answerEscalation(
  house: House,
  request: Request,
  isTaken: boolean,
): Promise<AnsweredEscalation | Seen | Blocked> {
  const recorded = await recordAnswer(house, request, ({ rulebook, current, caller, parties }) => {
    const mayKnow = mayLearnOfLateness(rulebook, house.roster, current, caller, parties);
    const asked = current.records.escalations.findLast(
      ({ person, isTaken: answer }) => person === caller && answer === undefined,
    );
    return asked === undefined || !mayKnow
      ? undefined
      : [{ kind: "escalation-answered", escalation: asked.escalation, isTaken }];
  });
  return "kind" in recorded && recorded.kind === "recorded"
    ? { kind: "answered-escalation", case: recorded.case, isTaken }
    : recorded;
}

/** Writes what somebody outside is given. */
export function writeBundle(house: House, request: Request, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "write-bundle", bundle: newId(), statement }, words: [{ id: statement, text }] };
  });
}

/** What is recorded of something that was handed to somebody outside. Days are written as 2026-03-20. */
export interface HandedText {
  readonly to: string;
  readonly ground: string | undefined;
  readonly on: string;
  readonly waitsUntil: string | undefined;
  readonly text: string;
}

/** Records that something was handed to somebody outside. */
export function handOutside(house: House, request: Request, { text, ...handed }: HandedText): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return {
      act: { kind: "hand-outside", referral: newId(), ...handed, statement },
      words: [{ id: statement, text }],
    };
  });
}

/** What came of something that was handed outside, and by whom and when what is recommended is done. Days are written as 2026-03-20. */
export interface OutsideAnswer {
  readonly on: string;
  readonly text: string;
  readonly task?: { readonly owner: string; readonly by: string } | undefined;
}

/** Records what came of the first thing handed outside that nobody has answered, or of the one that is named. */
export function enterOutside(
  house: House,
  request: Request,
  referral: string,
  { on, text, task }: OutsideAnswer,
): Result {
  return actOnCase(house, request, ({ newId, current }) => {
    const statement = newId();
    const open = current.records.referrals.find(({ answered }) => answered === undefined)?.referral ?? "";
    return {
      act: { kind: "enter-outside", referral: referral === "" ? open : referral, on, statement, task },
      words: [{ id: statement, text }],
    };
  });
}

/** What of a case is with others outside, for those who handle it. */
export interface OutsideView {
  readonly kind: "outside";
  readonly case: CaseId;
  readonly codeName: string;
  readonly isClosed: boolean;
  readonly escalations: readonly {
    readonly to: string;
    readonly person: string | undefined;
    readonly isTaken: boolean | undefined;
  }[];
  readonly referrals: readonly {
    readonly referral: string;
    readonly to: string;
    readonly on: string;
    readonly ground: string | undefined;
    readonly hasBundle: boolean;
    readonly waitsUntil: string | undefined;
    readonly text: string;
    readonly answer: { readonly on: string; readonly text: string } | undefined;
  }[];
  /** What is still to be handed over, as the stages that are over ended: to one of these. */
  readonly owed: readonly { readonly outcome: string; readonly to: readonly string[] }[];
  readonly bundle: "none" | "waits" | "approved";
  readonly canEscalate: boolean;
  readonly canHand: boolean;
  readonly clause: string;
}

/** Opens it; that its words were read is kept. */
export async function openOutside(house: House, caller: AccountRef, ref: CaseRef): Promise<OutsideView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "handler" || !mayRead(facts.current, facts.viewer, "statements")) return nothingHere;
  const { rulebook, current } = facts;
  const read = (statement: string) => readWords(house, facts, statement);
  const last = current.records.bundles.at(-1);
  const names = await Promise.all(
    current.records.escalations.map(async ({ person }) =>
      person === undefined ? undefined : personName(house, person),
    ),
  );
  return {
    kind: "outside",
    case: current.id,
    codeName: current.codeName,
    isClosed: isClosed(rulebook, current),
    escalations: current.records.escalations.map(({ to, isTaken }, i) => ({
      to: labelOf(rulebook, to),
      person: names[i],
      isTaken,
    })),
    referrals: await Promise.all(
      current.records.referrals.map(async ({ referral, to, on, ground, bundle, waitsUntil, statement, answered }) => ({
        referral,
        to: labelOf(rulebook, to),
        on,
        ground,
        hasBundle: bundle !== undefined,
        waitsUntil,
        text: await read(statement),
        answer: answered === undefined ? undefined : { on: answered.on, text: await read(answered.statement) },
      })),
    ),
    owed: owedOutside(rulebook, current, facts.belonging).map(({ outcome, to }) => ({
      outcome,
      to: to.map((each) => labelOf(rulebook, each)),
    })),
    bundle: bundleState(last?.isApproved),
    canEscalate: !isClosed(rulebook, current) && rulebook.procedures[current.procedure]?.escalate !== undefined,
    canHand: outsideOf(rulebook, current).length > 0,
    clause: rulebook.procedures[current.procedure]?.referrals?.clause ?? rulebook.records.clause,
  };
}

const labelOf = ({ externals }: Rulebook, id: string) => externals[id]?.label ?? id;

const bundleState = (isApproved: boolean | undefined): OutsideView["bundle"] => {
  if (isApproved === undefined) return "none";
  return isApproved ? "approved" : "waits";
};
