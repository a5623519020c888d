import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { NoticeId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { partiesOf } from "./case.ts";
import type { Case } from "./case.ts";
import type { Addressee, Entry, NoticeSubject } from "./entry.ts";
import { readProcedure, readStage } from "./stages.ts";

/** Everybody whom the rulebook names after an outcome of a stage. */
export function addresseesOf(rulebook: Rulebook, current: Case, stage: string, outcome: string): readonly Addressee[] {
  const rule = readProcedure(rulebook, current).stages[stage];
  const notify = rule === undefined || rule.kind === "closed" ? [] : (rule.outcomes[outcome]?.notify ?? []);
  return notify.flatMap((who): readonly Addressee[] => {
    if (who === "council") return [{ kind: "room", purpose: "officers" }];
    return partiesOf(current, who).map(({ party, role }) => ({ kind: "party", party, role }));
  });
}

/**
 * The written notices of a decision, one for each addressee.
 * @param newId gives an id for each notice
 */
export function sendNotices(rulebook: Rulebook, current: Case, newId: () => NoticeId): readonly Entry[] | Refusal {
  const stage = readStage(rulebook, current);
  const { decision } = current;
  if (stage.kind !== "notify" || decision === undefined)
    return { refused: "not-at-this-stage", stage: current.stage.stage, clause: stage.clause };
  const vote = current.votes.find((each) => each.vote === decision.vote);
  const decided = current.concluded.findLast((each) => each.outcome === decision.outcome);
  if (vote === undefined || decided === undefined) return { refused: "nothing-to-send", clause: stage.clause };
  const subject: NoticeSubject = { kind: "decision", vote: vote.vote, outcome: decision.outcome };
  if (decisionNotices(current).length > 0) return { refused: "already-done" };
  return addresseesOf(rulebook, current, decided.stage, decision.outcome).map((to) => ({
    kind: "notice-sent",
    notice: newId(),
    to,
    subject,
  }));
}

/**
 * The notices of the decision that have to arrive. One to a room that could not be had is replaced by one to each of its people, and what
 * does not reach one of these keeps nothing waiting: only of a party it has to be known.
 */
export function decisionNotices(current: Case): Case["notices"] {
  return current.notices.filter(
    (notice) => notice.subject.kind === "decision" && !(notice.to.kind !== "party" && notice.failed !== undefined),
  );
}

/** When the decision reached each respondent and each other party; undefined while it has not reached that party. */
export function notifiedAt(current: Case, party: string): Temporal.Instant | undefined {
  return decisionNotices(current).find((notice) => notice.to.kind === "party" && notice.to.party === party)?.delivered
    ?.when;
}

/** Once every notice of the decision has been delivered, the stage that informs is over. */
export function concludeInforming(rulebook: Rulebook, current: Case): readonly Entry[] {
  const stage = readStage(rulebook, current);
  const notices = decisionNotices(current);
  if (stage.kind !== "notify" || notices.length === 0 || notices.some((notice) => notice.delivered === undefined))
    return [];
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
