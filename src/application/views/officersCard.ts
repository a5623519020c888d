import type { Temporal } from "temporal-polyfill";

import { partiesOf } from "../../domain/case/case.ts";
import type { Case, Notice } from "../../domain/case/case.ts";
import { possibleOutcomes } from "../../domain/case/conclude.ts";
import { readStage } from "../../domain/case/stages.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { leadOf } from "../../domain/parties/viewer.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { DeliveryView, OfficersCard } from "../message.ts";
import { dueViews } from "./dueViews.ts";
import { termView } from "./termView.ts";

/** What the officers' room shows of a case: where it stands, what is next, who owes it, by when, and what is in the way. */
export function officersCard(house: House, rulebook: Rulebook, current: Case, now: Temporal.Instant): OfficersCard {
  const stage = readStage(rulebook, current);
  const lead = leadOf(rulebook, house.roster, current);
  const outcomes = possibleOutcomes(rulebook, current, now);
  return {
    case: current.id,
    codeName: current.codeName,
    received: current.received,
    stage: current.stage.stage,
    stageKind: stage.kind,
    clause: stage.clause,
    relation: current.relation,
    rules: current.findings.length > 0 ? current.findings : current.rules,
    lead: lead === undefined ? undefined : nameOf(house, lead),
    due: dueViews(rulebook, current, now),
    openTasks:
      stage.kind === "closed"
        ? []
        : stage.tasks.map((task) => task.id).filter((task) => !current.stage.tasksDone.includes(task)),
    outcomes: outcomes.map(({ outcome, next, needs, blocked }) => ({
      outcome,
      next,
      asks: needs.includes("rule_cited") || needs.includes("reasons"),
      blocked,
    })),
    canSummon:
      stage.kind !== "closed" &&
      stage.kind !== "vote" &&
      stage.summons !== undefined &&
      partiesOf(current, "respondent").length > 0,
    brief: briefState(current, stage.kind),
    partyInBody: current.partyInBody,
    undelivered: current.notices
      .filter((notice) => notice.delivered === undefined)
      .map((notice) => deliveryView(rulebook, notice)),
    decision:
      current.decision === undefined
        ? undefined
        : {
            outcome: current.decision.outcome,
            sanction: current.decision.sanction,
            until: termView(rulebook, current, undefined)?.until,
          },
  };
}

function briefState(current: Case, stageKind: string): OfficersCard["brief"] {
  if (stageKind !== "vote") return "not-needed";
  if (current.brief === undefined) return "none";
  return current.brief.approvedBy === undefined ? "drafted" : "approved";
}

/** How a notice fares. */
function deliveryView(rulebook: Rulebook, notice: Notice): DeliveryView {
  const day = notice.delivered === undefined ? undefined : localDay(rulebook, notice.delivered.when).toString();
  const state = notice.delivered === undefined ? undeliveredState(notice) : "delivered";
  return { notice: notice.id, to: addresseeName(notice), subject: notice.subject.kind, state, day };
}

function undeliveredState(notice: Notice): "sent" | "failed" {
  return notice.failed === undefined ? "sent" : "failed";
}

/** To whom a notice goes, without saying who that is. */
export function addresseeName(notice: Pick<Notice, "to">): DeliveryView["to"] {
  switch (notice.to.kind) {
    case "party":
      return notice.to.role;
    case "room":
      return notice.to.purpose;
    case "person":
      return "person";
  }
}
