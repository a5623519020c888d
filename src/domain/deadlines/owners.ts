import type { Rulebook } from "../../rulebook/rulebook.ts";
import { findWrittenBrief } from "../case/briefs.ts";
import { partiesOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import type { Addressee } from "../case/noticeSubject.ts";
import { readStage } from "../case/stages.ts";
import type { PersonId } from "../identity.ts";
import { handlersOf, leadOf } from "../parties/viewer.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { openConditions } from "../sanctions/conditions.ts";
import { reviewersOf, reviewsOf } from "../sanctions/reviews.ts";
import { openTasks } from "../sanctions/tasks.ts";
import type { Deadline } from "./deadline.ts";

/** As much of a deadline as says whose it is; `about` is the planned step, where it is one. */
export interface Owned {
  readonly kind: Deadline["kind"] | "inactivity";
  readonly about?: string;
  /** Whose it is alone. */
  readonly party?: string | undefined;
  /** Which reminder of it, where one is sent. */
  readonly occasion?: string;
}

/** Who is reminded of a deadline: those whom its rule names, otherwise the room of the body that owns the stage, or each officer. */
export function ownersOf(rulebook: Rulebook, roster: Roster, current: Case, deadline: Owned): readonly Addressee[] {
  if (deadline.kind === "lapse") return each(current.handlers);
  if (deadline.kind === "objections") return [{ kind: "room", purpose: "board" }];
  if (deadline.kind === "sanction-task") return taskOwners(rulebook, roster, current, deadline.about);
  if (deadline.kind === "condition") return conditionOwners(rulebook, roster, current, deadline.about);
  if (deadline.kind === "review") return each(reviewersAbout(rulebook, roster, current, deadline.about));
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed") return [];
  if (deadline.kind === "relay") return relayOwners(current, deadline);
  if (deadline.kind === "hearing") return hearingOwners(rulebook, roster, current, deadline);
  if (deadline.kind === "step") return stepOwner(rulebook, roster, current, deadline.about);
  if (deadline.kind === "limit" || deadline.kind === "inactivity") return [{ kind: "room", purpose: "officers" }];
  // Those who decided without a vote tell of it themselves: whoever would otherwise be reminded does not know of the case.
  const isOfficers = stage.kind === "notify" && current.decision !== undefined && current.decision.vote === undefined;
  if (deadline.kind === "target" && stage.target?.remind !== undefined && !isOfficers) {
    const holders = holdersOf(rulebook, roster, stage.target.remind);
    const reminded = holders.filter((person) => !current.recused.includes(person) && !current.keptOut.includes(person));
    if (reminded.length > 0) return each(reminded);
  }
  if (stage.kind === "vote" && findWrittenBrief(rulebook, current) !== undefined)
    return [{ kind: "room", purpose: "board" }];
  return [{ kind: "room", purpose: "officers" }];
}

/** The people by name who owe a deadline: the lead, where the officers owe it; nobody where all of them do, or a body. */
export function ownersByName(rulebook: Rulebook, roster: Roster, current: Case, deadline: Owned): readonly PersonId[] {
  const lead = leadOf(rulebook, roster, current);
  return ownersOf(rulebook, roster, current, deadline).flatMap((to): readonly PersonId[] => {
    if (to.kind === "person") return [to.person];
    return to.kind === "room" && to.purpose === "officers" && lead !== undefined ? [lead] : [];
  });
}

/** Those who handle the case, and whoever has to do what a sanction asks: the respondent, or of its owner those who handle the case. */
function taskOwners(rulebook: Rulebook, roster: Roster, current: Case, sanction: string | undefined) {
  const tasks = openTasks(rulebook, current).filter((task) => task.imposed.sanction === sanction);
  const parties = tasks.flatMap(({ rule, imposed: { party } }): readonly Addressee[] =>
    rule.owner.kind === "party" ? [{ kind: "party", party: party.party, role: party.role }] : [],
  );
  return [...each(handlersOf(rulebook, roster, current)), ...parties];
}

/** Those who handle the case, and whoever has to meet it. */
function conditionOwners(rulebook: Rulebook, roster: Roster, current: Case, condition: string | undefined) {
  const open = openConditions(rulebook, current).filter((each) => each.condition === condition);
  const parties = new Map(open.map(({ imposed: { party } }) => [party.party, party]));
  return [
    ...each(handlersOf(rulebook, roster, current)),
    ...[...parties.values()].map(({ party, role }): Addressee => ({ kind: "party", party, role })),
  ];
}

/** Those who look again at the sanctions of a kind, or at all of them. */
function reviewersAbout(rulebook: Rulebook, roster: Roster, current: Case, sanction: string | undefined) {
  const reviewed = reviewsOf(rulebook, current).filter(
    ({ imposed }) => sanction === undefined || imposed.sanction === sanction,
  );
  return [...new Set(reviewed.flatMap(({ imposed }) => reviewersOf(rulebook, roster, current, imposed)))];
}

/**
 * Whoever was asked is reminded until the last day, and not after it: nobody has to answer. From then on it is up to those who handle the
 * case, as it is for whoever has no account.
 */
function relayOwners({ parties }: Case, { about, party: id, occasion = "" }: Owned): readonly Addressee[] {
  const party = parties.find((each) => each.party === id);
  return about === "answer" && party?.hasAccount === true && !occasion.startsWith("overdue")
    ? [{ kind: "party", party: party.party, role: party.role }]
    : [{ kind: "room", purpose: "officers" }];
}

/**
 * Both sides are reminded of what they hand in, until the last day and not after it. Of the record those are who write it by the rulebook
 * and handle the case; of all else whoever handles it.
 */
function hearingOwners(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  { about, occasion = "" }: Owned,
): readonly Addressee[] {
  if (about === "evidence")
    return occasion.startsWith("overdue")
      ? []
      : [...partiesOf(current, "complainant"), ...partiesOf(current, "respondent")].flatMap(
          ({ party, role, hasAccount }): readonly Addressee[] => (hasAccount ? [{ kind: "party", party, role }] : []),
        );
  const writers = rulebook.hearings?.summary?.by;
  const handlers = handlersOf(rulebook, roster, current);
  const named = writers === undefined ? [] : holdersOf(rulebook, roster, writers);
  const own = about === "record" ? handlers.filter((person) => named.includes(person)) : [];
  return own.length > 0 ? each(own) : [{ kind: "room", purpose: "officers" }];
}

/** Whoever took a step on; those who handle the case, once that person no longer does. */
function stepOwner(rulebook: Rulebook, roster: Roster, current: Case, step: string | undefined): readonly Addressee[] {
  const owner = current.times.steps.find((planned) => planned.step === step)?.owner;
  const isHandler = owner !== undefined && handlersOf(rulebook, roster, current).includes(owner);
  return isHandler ? each([owner]) : [{ kind: "room", purpose: "officers" }];
}

const each = (people: readonly PersonId[]): readonly Addressee[] =>
  people.map((person) => ({ kind: "person", person }));
