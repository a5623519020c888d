import { Temporal } from "temporal-polyfill";

import { agreementHere } from "../../domain/case/agreements.ts";
import type { Case, Decision, Notice } from "../../domain/case/case.ts";
import type { ChangedTo, Disclosed, NoticeSubject } from "../../domain/case/noticeSubject.ts";
import { readProcedure, readStage } from "../../domain/case/stages.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { windowAfter } from "../../domain/deadlines/window.ts";
import type { StatementId } from "../../domain/identity.ts";
import { authorNotes } from "../../domain/parties/authorIsTold.ts";
import { masked } from "../../domain/parties/masked.ts";
import type { Mask } from "../../domain/parties/masked.ts";
import { organisationIn } from "../../domain/parties/representative.ts";
import { recordSubjectClause } from "../../domain/records/recordClause.ts";
import { enforceRule } from "../../domain/sanctions/access.ts";
import { confirmationOf, consentRule } from "../../domain/sanctions/confirmation.ts";
import { disclosureRule } from "../../domain/sanctions/disclose.ts";
import { isLetter } from "../../domain/sanctions/fitting.ts";
import { imposedIn } from "../../domain/sanctions/record.ts";
import { deadlineClause, referralClause } from "../../domain/timeline/clauseOf.ts";
import { deadlineKind } from "../../domain/timeline/happening.ts";
import type { Rulebook, SanctionRule } from "../../rulebook/rulebook.ts";
import { pseudonymOf } from "../acts/pseudonymOf.ts";
import type { NoticeView } from "../notice.ts";
import type { Store } from "../ports.ts";
import { accessBody } from "./accessBody.ts";
import { allegationsBody } from "./allegationsBody.ts";
import { apartBody } from "./apartBody.ts";
import { appealView } from "./appealView.ts";
import { challengeNotice } from "./challengeNotice.ts";
import { choiceView } from "./choiceView.ts";
import type { EscalationKnown } from "./escalation.ts";
import { evidenceBody } from "./evidenceBody.ts";
import { followsView } from "./followsView.ts";
import { hearingBody } from "./hearingBody.ts";
import { helpView } from "./helpView.ts";
import { addresseeName } from "./officersCard.ts";
import { ownVoiceBody } from "./ownVoiceBody.ts";
import { replacedView } from "./replacedView.ts";
import type { ReplacedView } from "./replacedView.ts";
import { sanctionBody } from "./sanctionBody.ts";
import { termView } from "./termView.ts";
import { timeBody } from "./timeBody.ts";

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
  const { masks = [] } = known;
  const read = async (statement: StatementId | undefined) => {
    const text = statement === undefined ? "" : ((await store.words(current.id, statement)) ?? "");
    return masks.length === 0 ? text : masked(text, masks);
  };
  const { cite, title, link } = rulebook.document;
  return {
    case: current.id,
    notice: notice.id,
    // Whoever is told so that a sanction is kept is told of no case.
    codeName: isOfNoCase(notice.subject) ? "" : current.codeName,
    to: addresseeName(notice),
    organisation: rulebook.organisation.name,
    isForOrganisation: notice.to.kind === "party" && notice.to.party === organisationIn(current.parties),
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
  /** What those are called who reported, where the notice may say it. */
  readonly reporters?: readonly string[] | undefined;
  /** Whether the addressee handles the case. */
  readonly isHandler?: boolean;
  /** Whose names do not stand in it, and what stands in their place. */
  readonly masks?: readonly Mask[];
  /** What a role or a channel is called. */
  readonly thingName?: (thing: string) => string;
}

const stageClause = (rulebook: Rulebook, current: Case) => readStage(rulebook, current).clause;

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
    case "join-asked":
      return { kind: "join-asked", clause: rulebook.intake.report.groups?.clause ?? rulebook.intake.report.clause };
    case "urgent":
      return { kind: "urgent", isAgain: subject.isAgain, clause: rulebook.intake.report.clause };
    case "room-refused":
      return { kind: "room-refused", clause: rulebook.intake.report.clause };
    case "entered":
      return {
        ...subject,
        notes: authorNotes(rulebook, current.procedure),
        clause: rulebook.intake.report.clause,
      };
    case "acknowledgement":
      return { kind: "acknowledgement", text: await read(subject.statement), clause };
    case "allegations":
      return allegationsBody(rulebook, current, subject.rule, await read(subject.statement));
    case "question":
      return { kind: "question", text: await read(subject.statement), clause };
    case "summons": {
      const { on, attempt } = subject;
      return { kind: "summons", text: await read(subject.statement), on, attempt, clause };
    }
    case "stage-outcome": {
      const { stage, outcome, because } = subject;
      const appeal = appealView(rulebook, notice.to, outcome, notice.delivered?.when ?? at);
      const follows = followsView(rulebook, current, stage, outcome, rulebook.notices["outcome"]?.must_contain ?? []);
      const reasons = await read(subject.reasons);
      const replaces = voidedWith(rulebook, current, notice, subject);
      return { kind: "stage-outcome", stage, outcome, reasons, because, replaces, appeal, follows, clause };
    }
    case "decision":
      return { ...(await decisionBody(rulebook, current, notice, subject, at, read)), changes: known.changes ?? [] };
    case "referred": {
      const { stage, next } = subject;
      return { kind: "referred", stage, next, clause: referralClause(rulebook, current, stage) ?? clause };
    }
    case "challenge-task":
    case "challenge-first":
    case "challenge-outcome":
      return challengeNotice(rulebook, current, notice, subject, at, read, known.reporters);
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
    case "extended":
    case "takes-longer":
    case "vacation-offer":
    case "more-asked":
    case "lateness":
    case "unanswered":
    case "answered":
    case "choice-open":
    case "not-answered":
      return timeBody(rulebook, current, subject, read);
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
    case "interim":
    case "interim-ended":
    case "sanction-task-done":
    case "sanction-condition":
    case "sanction-breached":
      return sanctionBody(rulebook, current, notice, subject, at, read);
    case "hearing-called":
    case "record-asked":
    case "record-ready":
      return hearingBody(rulebook, current, subject, read);
    case "witness-asked":
    case "witness-answered":
    case "evidence-given":
    case "evidence-opened":
    case "body-asked":
    case "question-put":
    case "question-answered":
    case "answer-returned":
    case "vote-rests":
    case "question-dropped":
      return evidenceBody(rulebook, current, subject, read);
    case "submission-returned":
    case "companion-named":
      return ownVoiceBody(rulebook, current, subject, read);
    case "kept-apart":
    case "apart-ended":
    case "relay-passed":
    case "relay-wording":
    case "relay-held":
    case "relay-unanswered":
    case "relay-waits":
      return apartBody(rulebook, current, notice.to, subject, read);
    case "agreement-asked": {
      const { agreement, statement } = subject;
      const isOpen = agreementHere(current)?.agreement === agreement;
      return {
        kind: "agreement-asked",
        agreement,
        text: await read(statement),
        isOpen,
        clause: stageClause(rulebook, current),
      };
    }
    case "agreement-answered":
      return { kind: "agreement-answered", isAgreed: subject.isAgreed, clause: stageClause(rulebook, current) };
    case "agreement-left":
      return { kind: "agreement-left", clause: stageClause(rulebook, current) };
    case "confirmation-voted": {
      const sanction = current.decisions.find(({ id }) => id === subject.decision)?.sanction ?? "";
      const own = consentRule(rulebook.sanctions[sanction])?.clause ?? clause;
      return { kind: "confirmation-voted", sanction, isConfirmed: subject.isConfirmed, clause: own };
    }
    case "anonymising":
      return { ...subject, clause: recordSubjectClause(rulebook, current, subject) ?? clause };
    case "not-posted":
      return { kind: "not-posted", clause: recordSubjectClause(rulebook, current, subject) ?? clause };
    case "to-approve":
      return {
        kind: "to-approve",
        what: subject.what,
        clause: recordSubjectClause(rulebook, current, subject) ?? clause,
      };
    case "escalation-asked": {
      const rule = readProcedure(rulebook, current).escalate;
      return { kind: "escalation-asked", by: rule?.by, clause: rule?.clause ?? clause };
    }
    case "disclosure-asked":
      return askedBody(rulebook, current, subject.disclosure, read, known, clause);
    case "wider-disclosure":
      return disclosureBody(rulebook, subject, known, rulebook.wider_disclosure, clause);
    case "disclosure":
      return disclosureBody(rulebook, subject, known, disclosureRule(rulebook, subject.sanction), clause);
    case "access":
      return accessBody(rulebook, current, subject, known.thingName ?? String);
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

/** Whether a sanction has been decided and does not hold before somebody else has agreed. */
function isWaitingForConsent(rulebook: Rulebook, current: Case, decision: Decision): boolean {
  const said = confirmationOf(rulebook, current, decision);
  return said?.kind === "pending" && said.before === "no_effect";
}

/** Whoever is told so that a sanction is kept, or because somebody approved it, is told of no case; nor is a witness. */
const isOfNoCase = ({ kind }: NoticeSubject) =>
  kind === "disclosure" || kind === "wider-disclosure" || kind === "witness-asked";

/** What somebody reads who may approve that somebody else learns of a sanction: no name of whoever has it. */
async function askedBody(
  rulebook: Rulebook,
  current: Case,
  disclosure: string,
  read: Read,
  { name }: KnownOfNotice,
  clause: string,
): Promise<NoticeView["body"]> {
  const asked = current.consents.disclosures.find((each) => each.disclosure === disclosure);
  const rule = rulebook.wider_disclosure;
  const imposed = imposedIn(rulebook, current).find(
    (each) => each.decision.id === asked?.decision && each.party.party === asked.party,
  );
  return {
    kind: "disclosure-asked",
    disclosure,
    sanction: imposed?.sanction ?? "",
    whose: asked === undefined ? "" : pseudonymOf(current, asked.party),
    recipient: name,
    contents: rule?.contents ?? [],
    reasons: await read(asked?.reasons),
    clause: rule?.clause ?? clause,
  };
}

/** Nothing but what the rulebook has them told. */
function disclosureBody(
  rulebook: Rulebook,
  { what, sanction, from, until }: Pick<Disclosed, "what" | "sanction" | "from" | "until">,
  { name }: KnownOfNotice,
  rule: { readonly contents: readonly string[]; readonly clause: string } | undefined,
  clause: string,
): NoticeView["body"] {
  const isTold = (part: string) => rule?.contents.includes(part) === true;
  return {
    kind: "disclosure",
    what,
    bars: rulebook.sanctions[sanction]?.bars ?? [],
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
  const made = current.decisions.find(({ id }) => id === subject.vote);
  // What an appeal put in its place later is told with the appeal.
  const decision = made?.first === undefined ? made : { ...made, ...made.first };
  const findings = decision?.findings ?? [];
  const sanctionRule = decision?.sanction === undefined ? undefined : rulebook.sanctions[decision.sanction];
  const noticeRule = rulebook.notices[sanctionRule?.notice ?? "outcome"];
  const notified = notice.delivered?.when ?? at;
  const addressee = notice.to.kind === "party" && notice.to.role === "respondent" ? notice.to.party : undefined;
  const term = termView(rulebook, current, decision, notified, addressee);
  return {
    kind: "decision",
    outcome: subject.outcome,
    because: decision?.because,
    findings,
    findingClauses: [...new Set(findings.map((rule) => rulebook.rules[rule]?.clause ?? ""))],
    severity: decision?.severity,
    sanction: decision?.sanction,
    lasts: decision?.lasts,
    scope: decision?.scope,
    conditions: decision?.conditions,
    takesAway: addressee === undefined ? [] : (sanctionRule?.takes_away ?? []),
    enactedBy: sanctionRule?.enacted_by?.procedure,
    isPending: decision !== undefined && isWaitingForConsent(rulebook, current, decision),
    isIndefinite: sanctionRule?.kind === "indefinite",
    doneBy: doneBy(rulebook, sanctionRule, decision, notified),
    sanctionClause: sanctionRule?.clause,
    from: term?.from,
    until: term?.until,
    replaces: replacedView(
      rulebook,
      current,
      ({ replacedBy }) => decision !== undefined && replacedBy === decision.id,
      { sanction: decision?.sanction, term },
      addressee,
    ),
    permits: sanctionRule?.permits ?? [],
    keptFrom: addressee === undefined ? [] : (enforceRule(rulebook, decision?.sanction)?.access ?? []),
    contains: noticeRule?.must_contain ?? [],
    aimLine: rulebook.notices["outcome"]?.aim_line ?? false,
    reasons: await read(decision?.reasons),
    letter: addressee !== undefined && isLetter(rulebook, decision?.sanction) ? await read(decision?.letter) : "",
    appeal: appealView(rulebook, notice.to, subject.outcome, notified),
    follows:
      decision === undefined
        ? undefined
        : followsView(rulebook, current, decision.stage, subject.outcome, noticeRule?.must_contain ?? []),
    choice:
      addressee === undefined || decision === undefined
        ? undefined
        : choiceView(rulebook, current, decision, notified, addressee),
    clause: noticeRule?.clause ?? readProcedure(rulebook, current).clause,
  };
}

/** What of earlier stages became void with how a stage ended, without a decision that takes its place. */
function voidedWith(
  rulebook: Rulebook,
  current: Case,
  { to }: Notice,
  { stage, outcome }: Extract<NoticeSubject, { kind: "stage-outcome" }>,
): readonly ReplacedView[] {
  const ended = current.concluded.findLast((each) => each.stage === stage && each.outcome === outcome);
  const isVoided = ({ quashed, replacedBy }: Decision) =>
    replacedBy === undefined && ended !== undefined && quashed?.equals(ended.at) === true;
  const party = to.kind === "party" && to.role === "respondent" ? to.party : undefined;
  return replacedView(rulebook, current, isVoided, { sanction: undefined, term: undefined }, party);
}

/** By when something is to be done that was decided, counted from when that reached the addressee. */
function doneBy(
  rulebook: Rulebook,
  rule: SanctionRule | undefined,
  decision: Decision | undefined,
  notified: Temporal.Instant,
): string | undefined {
  if (rule?.kind !== "task") return undefined;
  const within = rule.within === "chosen" ? decision?.lasts : rule.within;
  return within === undefined ? undefined : windowAfter(rulebook, notified, within).lastDay.toString();
}
