import type { Temporal } from "temporal-polyfill";

import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { NoticeId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { authorsOf, partiesOf } from "./case.ts";
import type { Case, Decision } from "./case.ts";
import type { Entry } from "./entry.ts";
import { findIncomplete } from "./noticeContents.ts";
import type { Addressee, NoticeSubject } from "./noticeSubject.ts";
import { isConfirming, readProcedure, readStage } from "./stages.ts";
import { isTold, liesInChannel } from "./told.ts";

/** Everybody whom the rulebook names after an outcome of a stage. */
export function addresseesOf(rulebook: Rulebook, current: Case, stage: string, outcome: string): readonly Addressee[] {
  const rule = readProcedure(rulebook, current).stages[stage];
  const notify = rule === undefined || rule.kind === "closed" ? [] : (rule.outcomes[outcome]?.notify ?? []);
  const told = notify.flatMap((who): readonly Addressee[] => {
    if (who === "council") return [{ kind: "room", purpose: "officers" }];
    if (who === "respondent_if_informed")
      return partiesOf(current, "respondent")
        .filter(({ party }) => current.notices.some(({ to }) => to.kind === "party" && to.party === party))
        .map(({ party, role }) => ({ kind: "party", party, role }));
    // Whoever reported themselves is told what whoever reported is told.
    const parties = who === "complainant" ? authorsOf(current) : partiesOf(current, who);
    return parties.map(({ party, role }) => ({ kind: "party", party, role }));
  });
  return told.filter((to, i) => to.kind !== "party" || told.findIndex((each) => isSameParty(each, to)) === i);
}

const isSameParty = (one: Addressee, other: Addressee) =>
  one.kind === "party" && other.kind === "party" && one.party === other.party;

/**
 * The written notices of a decision, one for each addressee.
 * @param newId gives an id for each notice
 */
export function sendNotices(rulebook: Rulebook, current: Case, newId: () => NoticeId): readonly Entry[] | Refusal {
  const stage = readStage(rulebook, current);
  const { decision } = current;
  if (stage.kind !== "notify" || decision === undefined)
    return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  if (decisionNotices(current, decision).length > 0) return { refused: "already-done" };
  const incomplete = findIncomplete(rulebook, current, decision);
  if (incomplete !== undefined) return incomplete;
  const notices = noticesOf(rulebook, current, decision, newId);
  // Where nobody is to be told, or only somebody to whom nothing can be brought, nothing is waited for.
  const isWaiting = notices.some((entry) => entry.kind === "notice-sent" && !liesInChannel(current, entry));
  return isWaiting ? notices : [...notices, ...informed(stage, current)];
}

/**
 * The notices that go out with a decision by themselves: those of one that leads past the stage at which notices are sent by somebody.
 * @param newId gives an id for each notice
 */
export function noticesAtOnce(rulebook: Rulebook, current: Case, newId: () => NoticeId): readonly Entry[] {
  const { decision } = current;
  const stage = readStage(rulebook, current);
  // While somebody else has to confirm it nobody is told.
  if (decision === undefined || stage.kind === "notify" || isConfirming(stage)) return [];
  return noticesOf(rulebook, current, decision, newId);
}

function noticesOf(rulebook: Rulebook, current: Case, decision: Decision, newId: () => NoticeId): readonly Entry[] {
  const { id, stage, outcome } = decision;
  const subject: NoticeSubject = { kind: "decision", vote: id, outcome };
  return addresseesOf(rulebook, current, stage, outcome).map((to) => ({
    kind: "notice-sent",
    notice: newId(),
    to,
    subject,
  }));
}

/**
 * The notices of a decision that have to arrive; of the last one when none is given. One to a room that could not be had is replaced by one
 * to each of its people, and what does not reach one of these keeps nothing waiting: only of a party it has to be known.
 */
export function decisionNotices(current: Case, decision = current.decision): Case["notices"] {
  return current.notices.filter(
    ({ subject, to, failed }) =>
      subject.kind === "decision" && subject.vote === decision?.id && !(to.kind !== "party" && failed !== undefined),
  );
}

/** When a decision, the last one when none is given, reached a party; undefined while it has not. */
export function notifiedAt(current: Case, party: string, decision = current.decision): Temporal.Instant | undefined {
  return decisionNotices(current, decision).find((notice) => notice.to.kind === "party" && notice.to.party === party)
    ?.delivered?.when;
}

/** Once everybody has been told of the decision, the stage that informs is over. */
export function concludeInforming(rulebook: Rulebook, current: Case): readonly Entry[] {
  const stage = readStage(rulebook, current);
  const notices = decisionNotices(current);
  if (stage.kind !== "notify" || notices.length === 0 || notices.some((notice) => !isTold(current, notice))) return [];
  return informed(stage, current);
}

function informed(stage: Exclude<Stage, { kind: "closed" }>, current: Case): readonly Entry[] {
  const [outcome] = Object.entries(stage.outcomes);
  if (outcome === undefined) return [];
  return [
    {
      kind: "stage-concluded",
      stage: current.stage.stage,
      outcome: outcome[0],
      next: outcome[1].then,
      rules: [],
      reasons: undefined,
    },
  ];
}
