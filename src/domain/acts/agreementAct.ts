import { after } from "../case/after.ts";
import { agreedOutcome, agreementHere, answerOf, askedParties, leftOutcome } from "../case/agreements.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { addresseesOf } from "../case/inform.ts";
import { nextStage, readStage } from "../case/stages.ts";
import type { PartyId, StatementId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, Standing } from "./act.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
export type AgreementAct = Of<"ask-agreement" | "answer-agreement" | "leave-agreement">;
type Decided = readonly Entry[] | Refusal;

/** Both sides are asked to agree to one text; when they have, the stage ends by itself; either can end the way that rests on it. */
export function decideAgreementAct(standing: Standing, act: AgreementAct, newId: () => string): Decided {
  const { rulebook, current } = standing;
  const { clause } = readStage(rulebook, current);
  if (askedParties(rulebook, current).length === 0)
    return { refused: "not-at-this-stage", stage: current.stage.stage, clause };
  switch (act.kind) {
    case "ask-agreement":
      return ask(standing, act, newId);
    case "answer-agreement":
      return standing.viewer.kind === "party"
        ? answer(standing, standing.viewer.party.party, act.agreement, act.isAgreed, newId)
        : { refused: "nothing-here" };
    case "leave-agreement":
      return leave(standing, newId);
  }
}

/** Every party whose agreement it takes is asked in writing; a new text takes the place of an earlier one. */
function ask(standing: Standing, { agreement, statement }: Of<"ask-agreement">, newId: () => string): Decided {
  const { rulebook, current } = standing;
  const told = askedParties(rulebook, current).map(({ party, role }): Entry => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "party", party, role },
    subject: { kind: "agreement-asked", agreement, statement },
  }));
  return [{ kind: "agreement-asked", agreement, statement }, ...told];
}

function answer(
  standing: Standing,
  party: PartyId,
  agreement: string,
  isAgreed: boolean,
  newId: () => string,
): Decided {
  const { rulebook, current } = standing;
  const { clause } = readStage(rulebook, current);
  const here = agreementHere(current);
  if (here === undefined || !askedParties(rulebook, current).some((each) => each.party === party))
    return { refused: "nothing-due", clause };
  if (here.agreement !== agreement) return { refused: "newer-text", clause };
  if (answerOf(here, party) === isAgreed) return { refused: "already-done" };
  const answered: Entry = { kind: "agreement-answered", agreement, party, isAgreed };
  const told: Entry = {
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "room", purpose: "officers" },
    subject: { kind: "agreement-answered", isAgreed },
  };
  const then = after(current, {
    version: current.version + 1,
    at: standing.at,
    by: { kind: "person", person: standing.caller },
    entry: answered,
  });
  return [answered, told, ...concludeAgreed(standing, then, here.statement, newId)];
}

/** The stage ends once every task of it is done: with the text that all agreed to as its reasons. */
function concludeAgreed(standing: Standing, then: Case, reasons: StatementId, newId: () => string): readonly Entry[] {
  const outcome = agreedOutcome(standing.rulebook, then);
  return outcome === undefined ? [] : concluded(standing, then, outcome, reasons, newId);
}

/** Either side ends the way that rests on its agreement, at any time until it is concluded; the others learn that it is over. */
function leave(standing: Standing, newId: () => string): Decided {
  const { rulebook, current, viewer } = standing;
  const { clause } = readStage(rulebook, current);
  if (viewer.kind !== "party") return { refused: "nothing-here" };
  const { party } = viewer.party;
  const outcome = leftOutcome(rulebook, current);
  const asked = askedParties(rulebook, current);
  if (outcome === undefined || !asked.some((each) => each.party === party)) return { refused: "nothing-due", clause };
  const others = asked.filter((each) => each.party !== party);
  const told = others.map(({ party: other, role }): Entry => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "party", party: other, role },
    subject: { kind: "agreement-left" },
  }));
  return [
    { kind: "agreement-left", party },
    ...concluded(standing, current, outcome, undefined, newId),
    ...(agreementHere(current) === undefined ? [] : told),
  ];
}

function concluded(
  { rulebook }: Pick<Standing, "rulebook">,
  current: Case,
  outcome: string,
  reasons: StatementId | undefined,
  newId: () => string,
): readonly Entry[] {
  const { stage } = current.stage;
  const rule = readStage(rulebook, current);
  const of = rule.kind === "closed" ? undefined : rule.outcomes[outcome];
  if (of === undefined) return [];
  const told = addresseesOf(rulebook, current, stage, outcome).map((to): Entry => ({
    kind: "notice-sent",
    notice: newId(),
    to,
    subject: { kind: "stage-outcome", stage, outcome, reasons },
  }));
  return [
    { kind: "stage-concluded", stage, outcome, next: nextStage(rulebook, current, of), rules: [], reasons },
    ...told,
  ];
}
