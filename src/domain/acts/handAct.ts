import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { openVote } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import { findVoteOf } from "../case/chosenBody.ts";
import { isCounterPossible } from "../case/counter.ts";
import type { Entry } from "../case/entry.ts";
import type { Chosen } from "../case/handEntries.ts";
import { checkAt, checkersOf } from "../case/precheck.ts";
import { readProcedure, readStage } from "../case/stages.ts";
import { openNeeds } from "../case/supportNeeds.ts";
import { earlierDeciders } from "../challenges/earlierDeciders.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { PersonId, StatementId } from "../identity.ts";
import { choiceOf, choosersOf } from "../parties/stageOwners.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import type { Act, Standing } from "./act.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type HandAct = Of<
  "choose-decider" | "delegate" | "end-delegation" | "ask-counter" | "consider-needs" | "check-conflicts"
>;
type Decided = readonly Entry[] | Refusal;
type Conflicted = Extract<Refusal, { refused: "has-conflict" }>;

/** Who decides a stage, who acts for whom, and what was asked of the parties at a stage. */
export function decideHandAct(standing: Standing, act: HandAct): Decided {
  switch (act.kind) {
    case "choose-decider":
      return chooseDecider(standing, act);
    case "delegate":
      return delegate(standing, act);
    case "end-delegation":
      return endDelegation(standing, act);
    case "ask-counter":
      return askCounter(standing, act);
    case "consider-needs":
      return considerNeeds(standing, act);
    case "check-conflicts":
      return checkConflicts(standing, act);
  }
}

/** One of those to whom a stage can be given, with what stands in the way of it. */
export interface Choosable {
  readonly to: Chosen;
  readonly conflict: Conflicted | undefined;
}

/**
 * Those to whom the present stage can be given, in the order of the rulebook: a body where it can vote, otherwise each of its members. Whoever
 * may know nothing of the case is left out; of those with another conflict it is said.
 */
export function choosableFor(standing: Standing): readonly Choosable[] {
  const { rulebook, roster, current } = standing;
  const stage = rulebook.procedures[current.procedure]?.stages[current.stage.stage];
  const choice = stage === undefined ? undefined : choiceOf(stage);
  const people = new Set<PersonId>();
  return (choice?.from ?? []).flatMap((selector): readonly Choosable[] => {
    if (selector.kind === "body" && findVoteOf(rulebook, selector.id) !== undefined)
      return [{ to: { kind: "body", body: selector.id }, conflict: undefined }];
    return holdersOf(rulebook, roster, selector).flatMap((person): readonly Choosable[] => {
      const conflict = findConflict(standing, person);
      if (people.has(person) || conflict?.mitigation === "never") return [];
      people.add(person);
      return [{ to: { kind: "person", person }, conflict }];
    });
  });
}

/**
 * What stands between the case and somebody who is to take part in it: a party, or whoever was kept out or stepped aside, never does; with
 * a witness, and with whoever decided before, those whom the rulebook names can do something about it.
 */
function findConflict(standing: Standing, person: PersonId): Conflicted | undefined {
  const { rulebook, roster, current, caller, parties, witnesses = [] } = standing;
  const { conflicts } = rulebook;
  const refused = "has-conflict";
  const isOut = current.keptOut.includes(person) || current.recused.includes(person);
  const isParty = parties.includes(person) && !witnesses.includes(person);
  if (isOut || isParty) return { refused, conflict: "party", mitigation: "never", clause: conflicts.clause };
  const isWitness = witnesses.includes(person) && conflicts.automatic.includes("witness");
  const mustBeOthers = isForOthers(rulebook, current);
  const hasDecided =
    (mustBeOthers || conflicts.automatic.includes("earlier_decider")) &&
    earlierDeciders(rulebook, current).includes(person);
  if (hasDecided && mustBeOthers)
    return { refused, conflict: "earlier-decider", mitigation: "never", clause: conflicts.clause };
  if (!isWitness && !hasDecided) return undefined;
  const { override } = conflicts;
  const mayLet = override !== undefined && holdersOf(rulebook, roster, override.by).includes(caller);
  const byOthers = override === undefined ? "never" : "by-others";
  return {
    refused,
    conflict: isWitness ? "witness" : "earlier-decider",
    mitigation: mayLet ? "possible" : byOthers,
    clause: override?.clause ?? conflicts.clause,
  };
}

/** Whether the case has come to its stage with an outcome by which others than before decide there. */
function isForOthers({ procedures }: Rulebook, { procedure, concluded }: Case): boolean {
  const last = concluded.at(-1);
  const stage = procedures[procedure]?.stages[last?.stage ?? ""];
  return stage !== undefined && stage.kind !== "closed" && stage.outcomes[last?.outcome ?? ""]?.new_deciders === true;
}

/** By those who choose, of those among whom it is chosen; again, as long as no vote is open. */
function chooseDecider(standing: Standing, { to, mitigation }: Of<"choose-decider">): Decided {
  const { rulebook, roster, current, caller } = standing;
  const { stage: id } = current.stage;
  const stage = rulebook.procedures[current.procedure]?.stages[id];
  const { clause } = readStage(rulebook, current);
  if (stage === undefined || choiceOf(stage) === undefined) return { refused: "not-at-this-stage", stage: id, clause };
  if (!choosersOf(rulebook, roster, { ...current, hands: { ...current.hands, chosen: [] } }).includes(caller))
    return { refused: "not-your-task", clause };
  if (openVote(current) !== undefined) return { refused: "vote-running", clause };
  const chosen = choosableFor(standing).find((each) => isSame(each.to, to));
  const conflict = to.kind === "person" ? findConflict(standing, to.person) : undefined;
  const blocked = blockedBy(conflict, mitigation);
  if (blocked !== undefined) return blocked;
  if (chosen === undefined) return { refused: "not-offered", clause };
  const now = current.hands.chosen.find((each) => each.stage === id)?.to;
  if (now !== undefined && isSame(now, to)) return { refused: "already-done" };
  const handlers = to.kind === "person" ? [...new Set([...current.handlers, to.person])] : current.handlers;
  return [{ kind: "given", stage: id, to, handlers, mitigation: conflict === undefined ? undefined : mitigation }];
}

/** A conflict that nothing is done about; none where somebody who may says what is. */
function blockedBy(conflict: Conflicted | undefined, mitigation: StatementId | undefined): Conflicted | undefined {
  if (conflict === undefined) return undefined;
  return conflict.mitigation === "possible" && mitigation !== undefined ? undefined : conflict;
}

function isSame(one: Chosen, other: Chosen): boolean {
  if (one.kind === "person") return other.kind === "person" && one.person === other.person;
  return other.kind === "body" && one.body === other.body;
}

/** The offices of somebody whose holder may have others act, in a case or generally. */
export function delegableOffices({ rulebook, roster }: Standing, person: PersonId): readonly string[] {
  return Object.entries(rulebook.offices).flatMap(([office, { may_delegate: may }]) =>
    may !== undefined && may !== "never" && roster[office]?.includes(person) === true ? [office] : [],
  );
}

/** By the holder of an office who may; to somebody in office without a conflict, from now on, to the end of a day or until it is ended. */
function delegate(standing: Standing, { to, until, statement }: Of<"delegate">): Decided {
  const { rulebook, roster, current, caller, at } = standing;
  const { clause } = readStage(rulebook, current);
  const [office] = delegableOffices(standing, caller);
  if (office === undefined) return { refused: "in-person", clause };
  const own = rulebook.offices[office]?.clause ?? clause;
  if (current.handlers.includes(to)) return { refused: "already-done" };
  if (!Object.values(roster).some((holders) => holders.includes(to))) return { refused: "not-offered", clause: own };
  const conflict = findConflict(standing, to);
  if (conflict !== undefined) return { ...conflict, mitigation: "never" };
  const today = localDay(rulebook, at);
  if (until !== undefined && Temporal.PlainDate.compare(Temporal.PlainDate.from(until), today) < 0)
    return { refused: "date-too-early", earliest: today.toString(), clause: own };
  return [{ kind: "delegated", from: caller, to, until, statement }];
}

/** By whoever named somebody, or by that person. */
function endDelegation({ rulebook, current, caller }: Standing, { to }: Of<"end-delegation">): Decided {
  const found = current.hands.delegations.find((each) => each.to === to);
  if (found === undefined) return { refused: "already-done" };
  if (found.from !== caller && found.to !== caller)
    return { refused: "not-your-task", clause: readStage(rulebook, current).clause };
  return [{ kind: "delegation-ended", to }];
}

/** Only from a dismissal for the reason that the rulebook names for it, once, and where it is known who reported. */
function askCounter({ rulebook, current }: Standing, { statement }: Of<"ask-counter">): Decided {
  const rule = rulebook.intake.report.false_reports;
  const { clause } = rule ?? readStage(rulebook, current);
  if (rule === undefined || !isCounterPossible(rulebook, current))
    return { refused: "no-false-report", reason: rule?.from_reason ?? "", clause };
  if (current.hands.counter !== undefined) return { refused: "already-done" };
  return [{ kind: "counter-asked", statement }];
}

/** The task of the stage is done once every party was looked at. */
function considerNeeds({ rulebook, current }: Standing, { found, statement }: Of<"consider-needs">): Decided {
  const stage = readStage(rulebook, current);
  const rule = readProcedure(rulebook, current).support_needs;
  const { clause } = rule ?? stage;
  const { stage: id } = current.stage;
  const isTask = stage.kind !== "closed" && stage.tasks.some((task) => task.id === "support_needs");
  if (rule === undefined || !isTask) return { refused: "not-at-this-stage", stage: id, clause };
  const open = openNeeds(rulebook, current);
  const fresh = found.filter(({ party }) => open.some((each) => each.party === party));
  if (open.length === 0) return { refused: "already-done" };
  const roles = open.map(({ role }) => role);
  if (fresh.length === 0) return { refused: "needs-open", roles, clause };
  const considered = fresh.map(({ party, how }): Entry => ({ kind: "needs-considered", stage: id, party, how }));
  const isDone = fresh.length === open.length;
  return [
    ...considered,
    { kind: "noted", statement },
    ...(isDone ? [{ kind: "task-done", stage: id, task: "support_needs" } as const] : []),
  ];
}

/** By those whom the rulebook names, of the members of the body to which the case is about to go, or before which it is; never while it votes. */
function checkConflicts({ rulebook, roster, current, caller }: Standing, { out }: Of<"check-conflicts">): Decided {
  const check = checkAt(rulebook, roster, current);
  const { clause } = rulebook.conflicts;
  if (check === undefined) return { refused: "not-at-this-stage", stage: current.stage.stage, clause };
  if (!checkersOf(rulebook, roster, current).includes(caller)) return { refused: "not-your-task", clause };
  if (openVote(current) !== undefined) return { refused: "vote-running", clause };
  if (!out.every((person) => check.members.includes(person))) return { refused: "not-offered", clause };
  return [{ kind: "conflicts-checked", body: check.body, out: [...new Set(out)] }];
}
