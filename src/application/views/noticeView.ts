import { Temporal } from "temporal-polyfill";

import type { Case, Notice } from "../../domain/case/case.ts";
import type { NoticeSubject } from "../../domain/case/entry.ts";
import { readProcedure } from "../../domain/case/stages.ts";
import { challengeWindow } from "../../domain/challenges/window.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { StatementId } from "../../domain/identity.ts";
import { deadlineClause } from "../../domain/timeline/clauseOf.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { NoticeView } from "../message.ts";
import type { Store } from "../ports.ts";
import { addresseeName } from "./officersCard.ts";
import { termView } from "./termView.ts";

/**
 * A notice with its words, as the addressee is to read it.
 * @param at when it is drawn: days that count from its delivery are counted from then while it has not been delivered
 */
export async function noticeView(
  store: Pick<Store, "words">,
  rulebook: Rulebook,
  current: Case,
  notice: Notice,
  at: Temporal.Instant,
): Promise<NoticeView> {
  const read = async (statement: StatementId | undefined) =>
    statement === undefined ? "" : ((await store.words(current.id, statement)) ?? "");
  const { cite, title, link } = rulebook.document;
  return {
    case: current.id,
    notice: notice.id,
    codeName: current.codeName,
    to: addresseeName(notice),
    organisation: rulebook.organisation.name,
    document: { cite, title, link, code: rulebook.code },
    body: await bodyOf(rulebook, current, notice, at, read),
  };
}

type Read = (statement: StatementId | undefined) => Promise<string>;

async function bodyOf(
  rulebook: Rulebook,
  current: Case,
  notice: Notice,
  at: Temporal.Instant,
  read: Read,
): Promise<NoticeView["body"]> {
  const { subject } = notice;
  const { clause } = readProcedure(rulebook, current);
  switch (subject.kind) {
    case "new-case":
      return { kind: "new-case", purpose: subject.purpose, clause: rulebook.intake.report.clause };
    case "room-refused":
      return { kind: "room-refused", clause: rulebook.intake.report.clause };
    case "acknowledgement":
      return { kind: "acknowledgement", text: await read(subject.statement), clause };
    case "summons": {
      const { on, attempt } = subject;
      return { kind: "summons", text: await read(subject.statement), on, attempt, clause };
    }
    case "stage-outcome": {
      const { stage, outcome } = subject;
      return { kind: "stage-outcome", stage, outcome, reasons: await read(subject.reasons), clause };
    }
    case "decision":
      return decisionBody(rulebook, current, notice, subject, at, read);
    case "sanction-lapsed": {
      const imposed = current.decisions.findLast(({ sanction }) => sanction === subject.sanction);
      const day = termView(rulebook, current, imposed, undefined)?.until ?? localDay(rulebook, at).toString();
      return {
        kind: "sanction-lapsed",
        sanction: subject.sanction,
        day,
        clause: rulebook.sanctions[subject.sanction]?.clause ?? clause,
      };
    }
    case "undelivered": {
      const other = current.notices.find((each) => each.id === subject.notice);
      return {
        kind: "undelivered",
        notice: subject.notice,
        to: other === undefined ? "person" : addresseeName(other),
        clause,
      };
    }
    case "reminder": {
      const today = localDay(rulebook, at);
      const reminded = deadlineClause(rulebook, current, subject.deadline);
      const day = Temporal.PlainDate.from(subject.day);
      const deadlineKind = kindOf(subject.deadline);
      const { about } = subject;
      const days = today.until(day).days;
      return { kind: "reminder", about, deadlineKind, day: subject.day, days, clause: reminded ?? clause };
    }
  }
}

function kindOf(deadline: string): "task" | "target" | "lapse" {
  if (deadline.startsWith("task:")) return "task";
  return deadline.startsWith("lapse:") ? "lapse" : "target";
}

async function decisionBody(
  rulebook: Rulebook,
  current: Case,
  notice: Notice,
  subject: Extract<NoticeSubject, { kind: "decision" }>,
  at: Temporal.Instant,
  read: Read,
): Promise<NoticeView["body"]> {
  const decision = current.decisions.find(({ id }) => id === subject.vote);
  const findings = decision?.findings ?? [];
  const sanctionRule = decision?.sanction === undefined ? undefined : rulebook.sanctions[decision.sanction];
  const noticeRule = rulebook.notices[sanctionRule?.notice ?? "outcome"];
  const notified = notice.delivered?.when ?? at;
  const term = termView(rulebook, current, decision, notified);
  const appeal = rulebook.challenges["appeal"];
  const isAppellant =
    notice.to.kind === "party" &&
    appeal !== undefined &&
    appeal.by.some((role) => notice.to.kind === "party" && role === notice.to.role);
  return {
    kind: "decision",
    outcome: subject.outcome,
    findings,
    findingClauses: [...new Set(findings.map((rule) => rulebook.rules[rule]?.clause ?? ""))],
    severity: decision?.severity,
    sanction: decision?.sanction,
    lasts: decision?.lasts,
    isIndefinite: sanctionRule?.kind === "indefinite",
    sanctionClause: sanctionRule?.clause,
    from: term?.from,
    until: term?.until,
    permits: sanctionRule?.permits ?? [],
    contains: noticeRule?.must_contain ?? [],
    aimLine: rulebook.notices["outcome"]?.aim_line ?? false,
    reasons: await read(decision?.reasons),
    appealUntil: isAppellant ? challengeWindow(rulebook, "appeal", notified)?.lastDay.toString() : undefined,
    appealClause: isAppellant ? appeal.clause : undefined,
    clause: noticeRule?.clause ?? readProcedure(rulebook, current).clause,
  };
}
