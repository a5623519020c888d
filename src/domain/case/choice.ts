import type { Temporal } from "temporal-polyfill";

import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import { latest } from "../deadlines/latest.ts";
import type { NoticeId, OutcomeId, PartyId } from "../identity.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";
import type { Entry } from "./entry.ts";
import { addresseesOf, notifiedAt } from "./inform.ts";
import type { Addressee } from "./noticeSubject.ts";
import type { PartyEntry } from "./party.ts";
import { nextStage, readProcedure, readStage } from "./stages.ts";

type ChoiceStage = Extract<Stage, { kind: "elect" }>;
type Anchor = Exclude<ChoiceStage["window"]["from"], object>;

/** From when the respondents have time to choose how it goes on: undefined at any other stage, and until the decision reached all of them. */
export function choiceOpens(rulebook: Rulebook, current: Case): Temporal.Instant | undefined {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "elect") return undefined;
  const { from } = stage.window;
  return latest((typeof from === "object" ? from.latest_of : [from]).map((anchor) => momentOf(current, anchor)));
}

function momentOf(current: Case, anchor: Anchor): Temporal.Instant | undefined {
  switch (anchor) {
    case "report.received":
      return current.received;
    case "decision.made":
      return current.decision?.made;
    case "decision.notified":
      return latest(partiesOf(current, "respondent").map(({ party }) => notifiedAt(current, party)));
    case "stage.opened":
    case "incident.date":
    case "hearing.date":
    case "hearing.held":
    case "case.closed":
    case "new.effective":
      return current.stage.opened;
  }
}

/** Who chooses how it goes on at the present stage; nobody at a stage at which nothing is chosen. */
export function choosing(rulebook: Rulebook, current: Case): readonly PartyEntry[] {
  return readStage(rulebook, current).kind === "elect" ? partiesOf(current, "respondent") : [];
}

/** What somebody has chosen at the present stage. */
export function chosenBy(current: Case, party: PartyId): OutcomeId | undefined {
  return current.choices.find((each) => each.party === party && each.visit === current.concluded.length)?.outcome;
}

/** Whether somebody chooses for themselves: not whoever has no account, nor whom a decision reached by hand only. */
export function choosesAlone(current: Case, { party, hasAccount }: PartyEntry): boolean {
  const told = current.notices.findLast(
    ({ to, subject }) => to.kind === "party" && to.party === party && subject.kind === "decision",
  );
  return hasAccount && told?.delivered?.how !== "by-hand";
}

/** Whether everybody who chooses has chosen this outcome. */
export function isChosenByAll(rulebook: Rulebook, current: Case, outcome: OutcomeId): boolean {
  const all = choosing(rulebook, current);
  return all.length > 0 && all.every(({ party }) => chosenBy(current, party) === outcome);
}

/** Whether an outcome of the present stage is for somebody else to choose: officers enter it for those only who cannot do so themselves. */
export function isOthersChoice(rulebook: Rulebook, current: Case, outcome: OutcomeId): boolean {
  return choosing(rulebook, current).some(
    (each) => choosesAlone(current, each) && chosenBy(current, each.party) !== outcome,
  );
}

/**
 * The officers are told what was chosen at the present stage, or holds without a choice, and so is whoever the rulebook names for it.
 * @param isOpen whether the stage goes on all the same: then the officers alone
 */
export function tellChosen(
  rulebook: Rulebook,
  current: Case,
  outcome: OutcomeId,
  isOpen: boolean,
  newId: () => NoticeId,
): readonly Entry[] {
  const { stage } = current.stage;
  const officers: Addressee = { kind: "room", purpose: "officers" };
  const others = isOpen ? [] : addresseesOf(rulebook, current, stage, outcome).filter(({ kind }) => kind !== "room");
  return [...others, officers].map((to) => ({
    kind: "notice-sent",
    notice: newId(),
    to,
    subject: { kind: "stage-outcome", stage, outcome, reasons: undefined },
  }));
}

/** Nothing was chosen in time: what the rulebook says of that holds. */
export function silence(rulebook: Rulebook, current: Case, newId: () => NoticeId): readonly Entry[] {
  const stage = readStage(rulebook, current);
  if (stage.kind !== "elect") return [];
  const outcome = stage.window.silence;
  const rule = stage.outcomes[outcome];
  if (rule === undefined) return [];
  const next = nextStage(rulebook, current, rule);
  const { stage: here } = current.stage;
  return [
    { kind: "stage-concluded", stage: here, outcome, next, rules: [], reasons: undefined },
    ...tellChosen(rulebook, current, outcome, false, newId),
  ];
}

/** What a respondent chooses between after an outcome of a stage; undefined where nothing is to be chosen. */
export function choiceAfter(
  rulebook: Rulebook,
  current: Case,
  stage: string,
  outcome: OutcomeId,
): ChoiceStage | undefined {
  const { stages } = readProcedure(rulebook, current);
  const from = stages[stage];
  const then = from === undefined || from.kind === "closed" ? undefined : from.outcomes[outcome]?.then;
  const next = then === undefined ? undefined : stages[then];
  return next?.kind === "elect" ? next : undefined;
}
