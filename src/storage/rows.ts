import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { Effect, Urgency } from "../application/effect.ts";
import type { Entry } from "../domain/case/entry.ts";
import type { Addressee, NoticeSubject } from "../domain/case/noticeSubject.ts";
import type { Actor } from "../domain/case/party.ts";
import type { CaseResult } from "../domain/voting/inCase.ts";
import { agreementRows, agreementSubjects } from "./agreementRows.ts";
import { apartRows, apartSubjects } from "./apartRows.ts";
import { challengeRows, challengeSubjectRows } from "./challengeRows.ts";
import { consentRows, consentSubjectRows } from "./consentRows.ts";
import { evidenceRows, evidenceSubjectRows } from "./evidenceRows.ts";
import { handRows } from "./handRows.ts";
import { hearingRows, hearingSubjectRows } from "./hearingRows.ts";
import { recordRows, recordSubjectRows } from "./recordRows.ts";
import { missingQuorum, talliedRow, turnoutRow } from "./resultRows.ts";
import { conditionsRow, followsRow, sanctionEntryRows, sanctionSubjectRows, span } from "./sanctionRows.ts";
import { timeEntryRows, timeSubjectRows } from "./timeRows.ts";

/** What JSON leaves out comes back as undefined. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);
const instant = z.string().transform((text) => Temporal.Instant.from(text));
const texts = z.array(z.string());
const purpose = z.enum(["officers", "board"]);
/** Why a platform did not take something from somebody, or give it back. */
const accessProblem = z.enum([
  "no-permission",
  "too-low",
  "managed",
  "gone",
  "sees-all",
  "not-inside",
  "public",
  "not-allowed",
  "no-account",
]);
/** How a report is handled otherwise than the rest. */
const flag = z.enum([
  "zero_tolerance",
  "urgent",
  "no_informal",
  "survivor_centric",
  "child_checklist",
  "to_supervisor",
  "offer_no_contact",
  "no_own_attempt",
  "corruption",
  "protection",
]);
const role = z.enum(["complainant", "respondent", "affected", "witness"]);

export const actorRow: z.ZodType<Actor> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("person"), person: z.string() }),
  z.object({ kind: z.literal("party"), party: z.string() }),
  z.object({ kind: z.literal("clock") }),
  z.object({ kind: z.literal("platform") }),
]);

const addressee: z.ZodType<Addressee> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("party"), party: z.string(), role }),
  z.object({ kind: z.literal("room"), purpose }),
  z.object({ kind: z.literal("person"), person: z.string() }),
]);

const cameBy = z.enum(["letter", "email", "spoken", "telephone"]);

const subject: z.ZodType<NoticeSubject> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("new-case"), purpose }),
  z.object({ kind: z.literal("join-asked") }),
  z.object({ kind: z.literal("urgent"), isAgain: z.boolean() }),
  z.object({ kind: z.literal("acknowledgement"), statement: z.string() }),
  z.object({ kind: z.literal("allegations"), rule: z.string(), statement: z.string() }),
  z.object({ kind: z.literal("question"), statement: z.string() }),
  z.object({ kind: z.literal("entered"), how: cameBy, on: z.string() }),
  z.object({ kind: z.literal("summons"), attempt: z.int(), statement: z.string(), on: z.string() }),
  z.object({
    kind: z.literal("stage-outcome"),
    stage: z.string(),
    outcome: z.string(),
    reasons: maybe(z.string()),
    because: maybe(texts),
  }),
  z.object({ kind: z.literal("decision"), vote: z.string(), outcome: z.string() }),
  z.object({ kind: z.literal("referred"), stage: z.string(), next: z.string() }),
  z.object({ kind: z.literal("support") }),
  ...consentSubjectRows,
  ...evidenceSubjectRows,
  ...hearingSubjectRows,
  ...agreementSubjects,
  ...apartSubjects,
  ...recordSubjectRows,
  ...challengeSubjectRows,
  z.object({ kind: z.literal("support-contact"), isChosen: z.boolean() }),
  z.object({ kind: z.literal("ended"), outcome: z.string() }),
  z.object({ kind: z.literal("sanction-lapsed"), sanction: z.string() }),
  z.object({
    kind: z.literal("sanction-changed"),
    change: z.enum(["converted", "extended", "prolonged", "restored"]),
    was: z.string(),
    sanction: z.string(),
    until: maybe(z.string()),
  }),
  z.object({ kind: z.literal("sanction-lifted"), sanction: z.string(), reasons: z.string() }),
  ...sanctionSubjectRows,
  z.object({
    kind: z.literal("disclosure"),
    party: z.string(),
    decision: z.string(),
    what: z.enum(["begins", "changes", "ends"]),
    sanction: z.string(),
    from: z.string(),
    until: maybe(z.string()),
  }),
  ...timeSubjectRows,
  z.object({
    kind: z.literal("access"),
    party: z.string(),
    decision: z.string(),
    platform: z.string(),
    things: texts,
    what: z.enum(["not-taken", "not-restored", "undone"]),
    problem: maybe(accessProblem),
    since: z.string(),
  }),
  z.object({ kind: z.literal("room-refused") }),
  z.object({ kind: z.literal("undelivered"), notice: z.string() }),
  z.object({
    kind: z.literal("reminder"),
    deadline: z.string(),
    occasion: z.string(),
    about: z.string(),
    day: z.string(),
  }),
  z.object({
    kind: z.literal("gaps"),
    gaps: z.array(z.enum(["no-date", "no-owner", "no-room"])),
    about: z.string(),
    day: z.string(),
  }),
  z.object({
    kind: z.literal("escalation"),
    deadline: z.string(),
    rung: z.int(),
    about: z.string(),
    day: z.string(),
  }),
]);

const voteResult: z.ZodType<CaseResult> = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["inquorate", "cannot-be-quorate"]), ...missingQuorum }),
  z.object({ kind: z.literal("void") }),
  z.object({
    kind: z.enum(["agreed", "not-reached"]),
    objections: z.int(),
    block: z.int(),
    standingAside: z.int(),
    silent: z.int(),
    present: z.int(),
    recused: z.int(),
  }),
  turnoutRow,
  talliedRow,
]);

/** An entry as it stands in the database. */
export const entryRow: z.ZodType<Entry> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("received"),
    origin: z.string(),
    procedure: z.string(),
    startsAt: z.string(),
    relation: z.enum(["affected", "witness", "on_behalf", "self"]),
    rules: texts,
    statement: z.string(),
    parties: z.array(
      z.object({ party: z.string(), role, hasAccount: z.boolean(), isOrganisation: z.literal(true).optional() }),
    ),
    handlers: texts,
    keptOut: texts,
    partyInBody: maybe(z.string()),
    entered: maybe(z.object({ how: cameBy, received: instant })),
    isLate: maybe(z.boolean()),
    follows: maybe(followsRow),
    opened: maybe(z.object({ statement: z.string(), skipped: texts })),
    isAnonymous: maybe(z.boolean()),
    flags: maybe(z.array(flag)),
    grounds: maybe(texts),
    together: maybe(
      z.object({
        spokesperson: maybe(z.string()),
        members: z.array(z.object({ party: z.string(), role, hasAccount: z.boolean() })),
      }),
    ),
  }),
  z.object({ kind: z.literal("joining-answered"), party: z.string(), isJoining: z.boolean() }),
  z.object({ kind: z.literal("announced"), by: z.enum(["room", "direct"]), to: texts }),
  z.object({ kind: z.literal("room-refused"), purpose, reason: z.string() }),
  z.object({ kind: z.literal("taken"), officer: z.string() }),
  z.object({ kind: z.literal("support-named"), officer: z.string() }),
  z.object({ kind: z.literal("task-done"), stage: z.string(), task: z.string() }),
  z.object({ kind: z.literal("noted"), statement: z.string() }),
  z.object({ kind: z.literal("scope-judged"), situation: maybe(z.string()), statement: maybe(z.string()) }),
  z.object({ kind: z.literal("summoned"), party: z.string(), attempt: z.int(), on: z.string(), statement: z.string() }),
  z.object({
    kind: z.literal("stage-concluded"),
    stage: z.string(),
    outcome: z.string(),
    next: z.string(),
    rules: texts,
    reasons: maybe(z.string()),
    because: maybe(texts),
  }),
  ...timeEntryRows,
  z.object({ kind: z.literal("brief-drafted"), statement: z.string(), officer: z.string() }),
  z.object({ kind: z.literal("brief-approved"), officer: z.string() }),
  z.object({ kind: z.literal("cleared"), person: z.string() }),
  z.object({ kind: z.literal("recused"), person: z.string() }),
  z.object({
    kind: z.literal("motion-put"),
    electorate: texts,
    vote: z.string(),
    motion: z.string(),
    rule: z.string(),
    findings: texts,
    severity: maybe(z.string()),
    sanction: maybe(z.string()),
    lasts: maybe(span),
    scope: maybe(texts),
    conditions: maybe(conditionsRow),
    reasons: z.string(),
    letter: maybe(z.string()),
    because: maybe(texts),
    interim: maybe(z.string()),
    seats: maybe(z.int()),
  }),
  z.object({ kind: z.literal("tie-decided"), vote: z.string(), casting: z.enum(["in-favour", "against"]) }),
  z.object({
    kind: z.literal("consensus-called"),
    vote: z.string(),
    until: maybe(instant),
    away: maybe(z.object({ from: instant, until: instant })),
  }),
  z.object({ kind: z.literal("vote-closed"), vote: z.string(), result: voteResult }),
  z.object({
    kind: z.literal("decided"),
    vote: z.string(),
    outcome: z.string(),
    sanction: maybe(z.string()),
    next: z.string(),
  }),
  z.object({
    kind: z.literal("decided-by-officers"),
    decision: z.string(),
    stage: z.string(),
    outcome: z.string(),
    next: z.string(),
    findings: texts,
    severity: maybe(z.string()),
    sanction: maybe(z.string()),
    lasts: maybe(span),
    scope: maybe(texts),
    conditions: maybe(conditionsRow),
    letter: maybe(z.string()),
    reasons: maybe(z.string()),
    because: maybe(texts),
  }),
  z.object({ kind: z.literal("referred"), stage: z.string(), next: z.string(), rule: z.string() }),
  z.object({ kind: z.literal("notice-sent"), notice: z.string(), to: addressee, subject }),
  z.object({
    kind: z.literal("notice-delivered"),
    notice: z.string(),
    how: z.enum(["direct", "room", "by-hand", "deemed", "channel"]),
    when: instant,
  }),
  z.object({ kind: z.literal("notice-failed"), notice: z.string(), reason: z.string() }),
  z.object({ kind: z.literal("notice-seen"), notice: z.string(), person: z.string() }),
  z.object({
    kind: z.literal("sanction-lapsed"),
    sanction: z.string(),
    effective: instant,
    party: maybe(z.string()),
  }),
  z.object({
    kind: z.literal("sanction-changed"),
    decision: z.string(),
    party: z.string(),
    changes: z.array(
      z.object({
        kind: z.enum(["converted", "extended", "prolonged"]),
        by: z.string(),
        at: instant,
        sanction: z.string(),
        until: maybe(instant),
      }),
    ),
  }),
  ...consentRows,
  ...handRows,
  ...agreementRows,
  ...apartRows,
  ...evidenceRows,
  ...hearingRows,
  ...recordRows,
  ...challengeRows,
  z.object({
    kind: z.literal("sanction-lifted"),
    decision: z.string(),
    party: z.string(),
    sanction: z.string(),
    reasons: z.string(),
  }),
  ...sanctionEntryRows,
]);

const platform = z.enum(["discord", "slack"]);

export const digestNotices = z.array(z.object({ case: z.string(), notice: z.string() }));

/** An effect as it stands in the outbox. */
export const effectRow: z.ZodType<Effect> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("room"), case: z.string(), purpose, platform }),
  z.object({ kind: z.literal("notice"), case: z.string(), notice: z.string() }),
  z.object({
    kind: z.literal("digest"),
    person: z.string(),
    minute: z.string(),
    notices: digestNotices,
  }),
  z.object({
    kind: z.literal("obligation"),
    announcement: z.string(),
    person: z.string(),
    obligation: z.string(),
    about: z.enum(["ahead", "late", "missed", "too-many", "few-ahead", "few"]),
    dueBy: z.string(),
    done: z.int(),
  }),
  z.object({ kind: z.literal("sanctions"), case: z.string() }),
  z.object({ kind: z.literal("confirmation"), case: z.string(), motion: z.string() }),
  z.object({ kind: z.literal("publication"), case: z.string(), publication: z.string() }),
  z.object({ kind: z.literal("linked"), case: z.string() }),
  z.object({ kind: z.literal("motion-room"), motion: z.string(), platform }),
  z.object({ kind: z.literal("session-room"), session: z.string(), platform }),
  z.object({
    kind: z.literal("motion-reminder"),
    motion: z.string(),
    vote: z.string(),
    occasion: z.string(),
    share: maybe(z.object({ number: z.int(), of: z.int() })),
  }),
  z.object({ kind: z.literal("access"), row: z.string() }),
  z.object({ kind: z.literal("joined"), person: z.string(), platform, joining: z.string() }),
  z.object({ kind: z.literal("appointment"), appointment: z.string(), person: z.string() }),
  z.object({ kind: z.literal("counted"), report: z.string(), person: z.string() }),
  z.object({
    kind: z.literal("question"),
    question: z.string(),
    person: z.string(),
    what: z.enum(["asked", "answered", "proposed", "reminder"]),
    occasion: z.string(),
  }),
]);

export const platformRow = platform;
export const purposeRow = purpose;
export const roleRow = role;
export const answerRow = z.enum(["confirmed", "differs"]);

export const roomMessages = z.record(z.string(), z.object({ remote: z.string(), shown: z.string() }));

/** Sealed texts. */
export const personText = z.object({ name: z.string() });
export const accountText = z.object({ id: z.string(), name: z.string(), locale: z.string() });
export const partyText = z.object({ person: maybe(z.string()), name: z.string() });
export const draftText = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export const statedText = z.object({ decidedBy: z.string(), decidedOn: z.string(), minutes: z.string() });
export const barredText = z.object({
  whom: z.string(),
  isKnown: z.boolean(),
  name: z.string(),
  bars: z.array(
    z.object({
      from: instant,
      until: maybe(instant),
      permits: texts,
      bars: maybe(texts),
      takesAway: maybe(z.array(z.enum(["vote", "candidacy", "office", "membership"]))),
      scope: maybe(texts),
    }),
  ),
});
export const keptText = z.object({
  whom: z.string(),
  accounts: z.array(
    z.object({
      account: z.object({ platform, id: z.string() }),
      kept: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          how: z.enum(["take", "give"]),
          at: instant,
          state: z.enum(["begun", "done", "undone"]),
          stay: z.string(),
        }),
      ),
    }),
  ),
});
export const doorText = z.object({
  about: z.string(),
  event: z.string(),
  answer: z.enum(["admit", "refuse", "unknown"]),
});
export const choiceText = z.enum(["in-favour", "against", "abstain", "agree", "stand-aside", "object"]);

/** What is to be told in one message is gathered; anything else that is asked for again takes the place of what was asked for. */
export function gathered(was: Effect | undefined, is: Effect): Effect {
  return was?.kind === "digest" && is.kind === "digest" ? { ...is, notices: [...was.notices, ...is.notices] } : is;
}

/** What somebody waits for comes first, what is gathered for one message last. */
export function rankOf({ kind }: Effect, urgency: Urgency = "awaited"): number {
  if (kind === "digest" || kind === "obligation") return 2;
  return urgency === "awaited" ? 0 : 1;
}

/** Which effects go the same way as this: where a platform holds up one of them it holds up the others. */
export function wayOf(effect: Effect): { readonly kinds: readonly Effect["kind"][]; readonly platform?: string } {
  const toPeople = ["notice", "digest", "obligation", "counted", "question"] as const;
  if (toPeople.some((kind) => kind === effect.kind)) return { kinds: toPeople };
  return "platform" in effect ? { kinds: [effect.kind], platform: effect.platform } : { kinds: [effect.kind] };
}

/** The key of an effect in the outbox: the same thing to do has the same key. */
export function effectKey(effect: Effect): string {
  switch (effect.kind) {
    case "room":
      return `room:${effect.case}:${effect.purpose}:${effect.platform}`;
    case "notice":
      return `notice:${effect.notice}`;
    case "digest":
      return `digest:${effect.person}:${effect.minute}`;
    case "obligation":
      return `obligation:${effect.announcement}:${effect.person}`;
    case "joined":
      return `joined:${effect.joining}:${effect.platform}`;
    case "appointment":
      return `appointment:${effect.appointment}:${effect.person}`;
    case "question":
      return `question:${effect.question}:${effect.person}:${effect.occasion}`;
    case "counted":
      return `counted:${effect.report}:${effect.person}`;
    case "sanctions":
      return `sanctions:${effect.case}`;
    case "linked":
      return `linked:${effect.case}`;
    case "confirmation":
      return `confirmation:${effect.motion}`;
    case "publication":
      return `publication:${effect.publication}`;
    case "motion-room":
      return `motion-room:${effect.motion}:${effect.platform}`;
    case "session-room":
      return `session-room:${effect.session}:${effect.platform}`;
    case "motion-reminder":
      return `motion-reminder:${effect.vote}:${effect.occasion}${effect.share === undefined ? "" : `:${effect.share.number}`}`;
    case "access":
      return `access:${effect.row}`;
  }
}
