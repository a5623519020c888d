import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Owner, Selector } from "../../rulebook/schema/vocabulary.ts";
import { isSameSelector } from "../case/briefs.ts";
import type { Case } from "../case/case.ts";
import type { PersonId } from "../identity.ts";
import { mayLearnOfLateness } from "../parties/escalation.ts";
import { handlersOf } from "../parties/viewer.ts";
import { deputiesOf, holdersOf, peopleOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { readChallengeRule, stateOf } from "./challenge.ts";
import type { Challenge } from "./challenge.ts";
import { earlierDeciders, earlierOutsiders } from "./earlierDeciders.ts";
import type { ChallengeTask } from "./entry.ts";

/** What it is seen from who has to do with a challenge. */
export interface Setting {
  readonly rulebook: Rulebook;
  readonly roster: Roster;
  readonly current: Case;
  /** The people who are parties in the case. */
  readonly parties: readonly PersonId[];
}

type Rule = Rulebook["challenges"][string];

/**
 * To whom somebody can write with a challenge, by the numbers of those under addressed_to: those of whom somebody is left who has no
 * conflict, and offices outside, whose post the officers of the case hand on.
 */
export function addresseesOf(setting: Setting, rule: Rule): readonly number[] {
  const found = rule.addressed_to
    .map((_, to) => to)
    .filter((to) => isOutside(rule, to) || addressed(setting, rule, to).length > 0);
  // Nobody of them is left: those who handle the case hand it on.
  return found.length > 0 ? found : [0];
}

/** Whether those to whom one writes so have no account in the organisation. */
export function isOutside(rule: Rule, to: number): boolean {
  const recipients = rule.addressed_to[to];
  if (recipients === undefined) return false;
  const selectors = "all_of" in recipients ? recipients.all_of : [recipients];
  return selectors.every(({ kind }) => kind === "external");
}

/** Those to whom it was written who may read it; those who handle the case where there is nobody. */
export function receiversOf(setting: Setting, { rule, to }: Pick<Challenge, "rule" | "to">): readonly PersonId[] {
  const { rulebook, roster, current } = setting;
  const found = addressed(setting, readChallengeRule(rulebook, { rule }), to);
  if (found.length > 0) return found;
  return handlersOf(rulebook, roster, current).filter((person) => mayTakePart(setting, person));
}

function addressed(setting: Setting, rule: Rule, to: number): readonly PersonId[] {
  const { rulebook, roster, current } = setting;
  const recipients = rule.addressed_to[to];
  const people = recipients === undefined ? [] : peopleOf(rulebook, roster, recipients);
  const out = outOf(rulebook, current);
  return people.filter((person) => mayTakePart(setting, person) && !out.includes(person));
}

/** Those who decided before, where the rulebook keeps these from deciding again. */
function outOf(rulebook: Rulebook, current: Case): readonly PersonId[] {
  return rulebook.conflicts.automatic.includes("earlier_decider") ? earlierDeciders(rulebook, current) : [];
}

/** No party, nobody who stepped aside or was passed by, nobody of a body of which a party is a member. */
function mayTakePart({ rulebook, roster, current, parties }: Setting, person: PersonId): boolean {
  return mayLearnOfLateness(rulebook, roster, current, person, parties);
}

/** The people who do something in a challenge; those who handle the case, where nobody of them is left. */
export function doersOf(setting: Setting, challenge: Challenge, task: ChallengeTask): readonly PersonId[] {
  const { rulebook, roster, current } = setting;
  const named = doersNamed(setting, challenge, task);
  if (named.length > 0) return named;
  return handlersOf(rulebook, roster, current).filter((person) => mayTakePart(setting, person));
}

function doersNamed(setting: Setting, challenge: Challenge, task: ChallengeTask): readonly PersonId[] {
  const rule = readChallengeRule(setting.rulebook, challenge);
  switch (task) {
    case "lateness": {
      const late = rule.window !== "none" && "within" in rule.window ? rule.window.late?.to : undefined;
      return late === undefined ? [] : ownersLeft(setting, late);
    }
    case "consult":
      return rule.consults === undefined ? [] : ownersLeft(setting, rule.consults);
    case "admission":
      return rule.admitted_by === undefined || rule.admitted_by === "automatic"
        ? []
        : ownersLeft(setting, rule.admitted_by);
    case "decide":
    case "answer":
    case "opinion":
      return receiversOf(setting, challenge);
    case "names":
      return rule.unmask === undefined ? [] : firstLeft(setting, rule.unmask.approved_by);
  }
}

function selectorsOf(owner: Owner): readonly Selector[] {
  if ("first_of" in owner) return owner.first_of;
  return "chosen_by" in owner ? [owner.chosen_by] : [owner];
}

/** The first of whom somebody is left who may decide on what others decided; of a choice those who choose. */
function ownersLeft(setting: Setting, owner: Owner): readonly PersonId[] {
  const selectors = selectorsOf(owner);
  const out = outOf(setting.rulebook, setting.current);
  const left = selectors.map((selector) => firstLeft(setting, selector).filter((person) => !out.includes(person)));
  return left.find((people) => people.length > 0) ?? [];
}

function firstLeft(setting: Setting, selector: Selector): readonly PersonId[] {
  const { rulebook, roster } = setting;
  const left = holdersOf(rulebook, roster, selector).filter((person) => mayTakePart(setting, person));
  if (left.length > 0) return left;
  return deputiesOf(rulebook, roster, selector).filter((person) => mayTakePart(setting, person));
}

/** What is waited for in a challenge from somebody. */
export function tasksOf({ rulebook }: Pick<Setting, "rulebook">, challenge: Challenge): readonly ChallengeTask[] {
  const rule = readChallengeRule(rulebook, challenge);
  const names = challenge.names?.step === "asked" ? (["names"] as const) : [];
  switch (stateOf(rulebook, challenge)) {
    case "lateness":
      return ["lateness"];
    case "admission":
      return [
        ...(rule.consults !== undefined && challenge.consulted.length === 0 ? (["consult"] as const) : []),
        "admission",
      ];
    case "hearing":
      return [({ appeal: "decide", information: "answer", review: "opinion" } as const)[rule.kind], ...names];
    case "at-stage":
    case "refused":
    case "decided":
      return [];
  }
}

/** Whether a challenge is before somebody now: they have something to do in it, or it was written to them and is not over. */
export function isBefore(setting: Setting, challenge: Challenge, person: PersonId): boolean {
  if (tasksOf(setting, challenge).some((task) => doersOf(setting, challenge, task).includes(person))) return true;
  const state = stateOf(setting.rulebook, challenge);
  return (
    state !== "refused" &&
    state !== "decided" &&
    state !== "lateness" &&
    receiversOf(setting, challenge).includes(person)
  );
}

/** Who hears an appeal, as its rule seats them, without those who may not: "external:seo". */
export interface Bench {
  readonly seats: readonly string[];
  /** Who would sit there, had they not decided before. */
  readonly out: readonly string[];
  readonly minimum: number;
}

/** The people who hear an appeal; undefined where its rule names none. */
export function benchOf(setting: Setting, challenge: Pick<Challenge, "rule">): Bench | undefined {
  const { rulebook, roster, current } = setting;
  const { panel } = readChallengeRule(rulebook, challenge);
  if (panel === undefined) return undefined;
  const isExcluding = panel.exclude.includes("earlier_deciders");
  const outsiders = isExcluding ? earlierOutsiders(rulebook, current) : [];
  const deciders = isExcluding ? earlierDeciders(rulebook, current) : [];
  const isOut = (seat: Selector) => {
    if (outsiders.some((each) => isSameSelector(each, seat))) return true;
    const holders = holdersOf(rulebook, roster, seat);
    return holders.length > 0 && holders.every((person) => deciders.includes(person) || !mayTakePart(setting, person));
  };
  return {
    seats: named(panel.seats.filter((seat) => !isOut(seat))),
    out: named(panel.seats.filter(isOut)),
    minimum: panel.minimum,
  };
}

const named = (seats: readonly Selector[]) =>
  seats.flatMap((seat) => (seat.kind === "anyone" ? [] : [`${seat.kind}:${seat.id}`]));
