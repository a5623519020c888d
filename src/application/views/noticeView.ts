import { Temporal } from "temporal-polyfill";

import type { Case, Notice } from "../../domain/case/case.ts";
import type { ChangedTo, NoticeSubject } from "../../domain/case/entry.ts";
import { readProcedure } from "../../domain/case/stages.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { StatementId } from "../../domain/identity.ts";
import { disclosureRule } from "../../domain/sanctions/disclose.ts";
import { deadlineClause, referralClause } from "../../domain/timeline/clauseOf.ts";
import { deadlineKind } from "../../domain/timeline/happening.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { NoticeView } from "../message.ts";
import type { Store } from "../ports.ts";
import { appealView } from "./appealView.ts";
import { choiceView } from "./choiceView.ts";
import type { EscalationKnown } from "./escalation.ts";
import { helpView } from "./helpView.ts";
import { addresseeName } from "./officersCard.ts";
import { termView } from "./termView.ts";

/**
 * A notice with its words, as the addressee is to read it.
 * @param at when it is drawn: days that count from its delivery are counted from then while it has not been delivered
 * @param known what does not stand in the case file
 */
export async function noticeView(
  store: Pick<Store, "words">,
  rulebook: Rulebook,
  current: Case,
  notice: Notice,
  at: Temporal.Instant,
  known: KnownOfNotice = {},
): Promise<NoticeView> {
  const read = async (statement: StatementId | undefined) =>
    statement === undefined ? "" : ((await store.words(current.id, statement)) ?? "");
  const { cite, title, link } = rulebook.document;
  return {
    case: current.id,
    notice: notice.id,
    // Whoever is told so that a sanction is kept is told of no case.
    codeName: notice.subject.kind === "disclosure" ? "" : current.codeName,
    to: addresseeName(notice),
    organisation: rulebook.organisation.name,
    document: { cite, title, link, code: rulebook.code },
    body: await bodyOf(rulebook, current, notice, at, read, known),
  };
}

/** What a notice says that does not stand in the file of its case. */
export interface KnownOfNotice {
  /** What whoever a disclosure is about is called. */
  readonly name?: string | undefined;
  /** What a decision does to sanctions that the addressee has from other decisions. */
  readonly changes?: readonly ChangedTo[];
  /** Whose it is that stays late, and who was told before. */
  readonly escalation?: EscalationKnown | undefined;
  /** Whether the addressee handles the case. */
  readonly isHandler?: boolean;
}

type Read = (statement: StatementId | undefined) => Promise<string>;

async function bodyOf(
  rulebook: Rulebook,
  current: Case,
  notice: Notice,
  at: Temporal.Instant,
  read: Read,
  known: KnownOfNotice,
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
      const appeal = appealView(rulebook, notice.to, outcome, notice.delivered?.when ?? at);
      return { kind: "stage-outcome", stage, outcome, reasons: await read(subject.reasons), appeal, clause };
    }
    case "decision":
      return { ...(await decisionBody(rulebook, current, notice, subject, at, read)), changes: known.changes ?? [] };
    case "referred": {
      const { stage, next } = subject;
      return { kind: "referred", stage, next, clause: referralClause(rulebook, current, stage) ?? clause };
    }
    case "support-contact": {
      const own = readProcedure(rulebook, current).support_contact?.clause ?? clause;
      return { kind: "support-contact", isChosen: subject.isChosen, clause: own };
    }
    case "support": {
      const help = helpView(rulebook, current.procedure);
      return { kind: "support", help, clause: help?.clause ?? clause };
    }
    case "ended": {
      const { outcome } = subject;
      const own = readProcedure(rulebook, current).stoppable_by?.clause ?? clause;
      const appeal = appealView(rulebook, notice.to, outcome, notice.delivered?.when ?? at);
      return { kind: "ended", outcome, appeal, clause: own };
    }
    case "sanction-lapsed": {
      const ended = current.lapsed.findLast(
        (lapse) => lapse.sanction === subject.sanction && isOf(notice, lapse.party),
      );
      return {
        kind: "sanction-lapsed",
        sanction: subject.sanction,
        day: localDay(rulebook, ended?.effective ?? at).toString(),
        clause: rulebook.sanctions[subject.sanction]?.clause ?? clause,
      };
    }
    case "sanction-changed":
      return { ...subject, clause: rulebook.sanctions[subject.was]?.clause ?? clause };
    case "sanction-lifted": {
      const { sanction, reasons } = subject;
      const own = rulebook.sanctions[sanction]?.clause ?? clause;
      const day = localDay(rulebook, notice.sent).toString();
      return { kind: "sanction-lifted", sanction, day, reasons: await read(reasons), clause: own };
    }
    case "disclosure":
      return disclosureBody(rulebook, subject, known, clause);
    case "undelivered": {
      const other = current.notices.find((each) => each.id === subject.notice);
      return {
        kind: "undelivered",
        notice: subject.notice,
        to: other === undefined ? "person" : addresseeName(other),
        clause,
      };
    }
    case "gaps": {
      const { gaps, about, day } = subject;
      return { kind: "gaps", gaps, about: known.isHandler === true ? about : undefined, day, clause };
    }
    case "escalation": {
      const { whose = { kind: "officers" } as const, before = [], isOfficers = false } = known.escalation ?? {};
      const days = Temporal.PlainDate.from(subject.day).until(localDay(rulebook, at)).days;
      const what = isOfficers ? { kind: deadlineKind(subject.deadline), about: subject.about } : undefined;
      const cites = isOfficers ? deadlineClause(rulebook, current, subject.deadline) : undefined;
      return { kind: "escalation", what, day: subject.day, days, whose, before, clause: cites ?? clause };
    }
    case "reminder": {
      const today = localDay(rulebook, at);
      const reminded = deadlineClause(rulebook, current, subject.deadline);
      const day = Temporal.PlainDate.from(subject.day);
      const kind = deadlineKind(subject.deadline);
      const { about } = subject;
      const days = today.until(day).days;
      return { kind: "reminder", about, deadlineKind: kind, day: subject.day, days, clause: reminded ?? clause };
    }
  }
}

/** Whether something of a party, or of the only respondent, is what a notice tells; what officers are told may be of any. */
const isOf = ({ to }: Notice, party: string | undefined) =>
  to.kind !== "party" || party === undefined || to.party === party;

/** Nothing but what the rulebook has them told. */
function disclosureBody(
  rulebook: Rulebook,
  { what, sanction, from, until }: Extract<NoticeSubject, { kind: "disclosure" }>,
  { name }: KnownOfNotice,
  clause: string,
): NoticeView["body"] {
  const rule = disclosureRule(rulebook, sanction);
  const isTold = (part: string) => rule?.contents.includes(part) === true;
  return {
    kind: "disclosure",
    what,
    name: isTold("name") ? name : undefined,
    from: isTold("from") ? from : undefined,
    until: isTold("until") ? until : undefined,
    isEndless: isTold("until") && until === undefined,
    permits: isTold("permits") ? (rulebook.sanctions[sanction]?.permits ?? []) : [],
    clause: rule?.clause ?? clause,
  };
}

async function decisionBody(
  rulebook: Rulebook,
  current: Case,
  notice: Notice,
  subject: Extract<NoticeSubject, { kind: "decision" }>,
  at: Temporal.Instant,
  read: Read,
): Promise<Extract<NoticeView["body"], { kind: "decision" }>> {
  const decision = current.decisions.find(({ id }) => id === subject.vote);
  const findings = decision?.findings ?? [];
  const sanctionRule = decision?.sanction === undefined ? undefined : rulebook.sanctions[decision.sanction];
  const noticeRule = rulebook.notices[sanctionRule?.notice ?? "outcome"];
  const notified = notice.delivered?.when ?? at;
  const addressee = notice.to.kind === "party" && notice.to.role === "respondent" ? notice.to.party : undefined;
  const term = termView(rulebook, current, decision, notified, addressee);
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
    appeal: appealView(rulebook, notice.to, subject.outcome, notified),
    choice:
      addressee === undefined || decision === undefined ? undefined : choiceView(rulebook, current, decision, notified),
    clause: noticeRule?.clause ?? readProcedure(rulebook, current).clause,
  };
}
