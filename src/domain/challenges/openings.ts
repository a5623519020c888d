import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { isEnded, isNamed } from "../acts/endAct.ts";
import type { Case } from "../case/case.ts";
import { notifiedAt } from "../case/inform.ts";
import type { PartyEntry } from "../case/party.ts";
import { readProcedure } from "../case/stages.ts";
import type { CountedWindow } from "../deadlines/window.ts";
import type { PartyId } from "../identity.ts";
import type { Challenge } from "./challenge.ts";
import type { Against } from "./entry.ts";
import { isFinal } from "./finality.ts";
import { challengeWindow } from "./window.ts";

/** What a party may challenge, and until when: of several things of which one rule speaks the last. */
export interface Opening {
  readonly rule: string;
  readonly against: Against;
  /** When the party learnt of it: the window is counted from then. */
  readonly notified: Temporal.Instant;
  /** Undefined where there is no last day. */
  readonly window: CountedWindow | undefined;
  /** What this party has lodged by this rule against the same. */
  readonly lodged: Challenge | undefined;
}

/**
 * Everything that a party could challenge in a case, in the order of the rulebook, whether the time for it is over or not; nothing once it
 * ended for good.
 */
export function openingsFor(rulebook: Rulebook, current: Case, party: PartyEntry): readonly Opening[] {
  if (isFinal(rulebook, current)) return [];
  return Object.entries(rulebook.challenges).flatMap(([name, rule]) => {
    if (!rule.by.some((side) => side === party.role)) return [];
    const last = targetsOf(rulebook, current, party, name).at(-1);
    if (last === undefined) return [];
    const { against, notified } = last;
    const window = challengeWindow(rulebook, name, notified, { current, party: party.party });
    const lodged = current.challenges.find(
      (each) => each.party === party.party && each.rule === name && isSame(each.against, against),
    );
    return [{ rule: name, against, notified, window, lodged }];
  });
}

interface Target {
  readonly against: Against;
  readonly notified: Temporal.Instant;
}

const isSame = (one: Against, other: Against) => one.outcome === other.outcome && one.decision === other.decision;

/** What the rule can be against, as far as it has reached the party, the earliest first. */
function targetsOf(rulebook: Rulebook, current: Case, party: PartyEntry, name: string): readonly Target[] {
  const rule = rulebook.challenges[name];
  if (rule === undefined) return [];
  const decided = current.decisions.flatMap((decision): readonly Target[] => {
    const notified = notifiedAt(current, party.party, decision);
    const { id, outcome, sanction, quashed } = decision;
    if (notified === undefined || quashed !== undefined || !rule.against.includes(outcome)) return [];
    if (rule.against_sanctions === undefined) return [{ notified, against: { outcome, decision: id } }];
    const isMeant = sanction !== undefined && rule.against_sanctions.includes(sanction);
    return isMeant ? [{ notified, against: { outcome, decision: id, sanction } }] : [];
  });
  if (rule.against_sanctions !== undefined) return decided;
  const otherwise = current.notices.flatMap(({ subject, to, delivered }): readonly Target[] => {
    const isOwn = to.kind === "party" && to.party === party.party && delivered !== undefined;
    if (!isOwn || (subject.kind !== "stage-outcome" && subject.kind !== "ended")) return [];
    const { outcome } = subject;
    return rule.against.includes(outcome)
      ? [{ notified: delivered.when, against: { outcome, decision: undefined } }]
      : [];
  });
  return [
    ...decided,
    ...otherwise,
    ...endedBy(rulebook, current, party, name),
    ...refusedBefore(rulebook, current, party.party, name),
  ];
}

/** How a party ended the case, who is told of it by nobody. */
function endedBy(rulebook: Rulebook, current: Case, party: PartyEntry, name: string): readonly Target[] {
  const procedure = readProcedure(rulebook, current);
  const { stoppable_by: rule } = procedure;
  const isMeant = rule !== undefined && rulebook.challenges[name]?.against.includes(rule.outcome) === true;
  if (!isMeant || !isEnded(procedure, current) || !isNamed(rule.who, current, party)) return [];
  return [{ notified: current.stage.opened, against: { outcome: rule.outcome, decision: undefined } }];
}

/** What was not heard by another rule, and can be brought by this one then. */
function refusedBefore(rulebook: Rulebook, current: Case, party: PartyId, name: string): readonly Target[] {
  return current.challenges.flatMap(({ id, rule, party: whose, against, judged }) => {
    const isRefused = judged.some(({ isHeard }) => !isHeard);
    if (whose !== party || !isRefused || rulebook.challenges[rule]?.if_refused !== name) return [];
    const notice = current.notices.find(
      ({ subject, to }) =>
        subject.kind === "challenge-outcome" && subject.challenge === id && to.kind === "party" && to.party === party,
    );
    const notified = notice?.delivered?.when;
    return notified === undefined ? [] : [{ notified, against }];
  });
}
