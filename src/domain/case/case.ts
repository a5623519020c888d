import type { Temporal } from "temporal-polyfill";

import type { Flag } from "../../rulebook/schema/rules.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { afterChallenge, isChallengeEntry } from "../challenges/challenge.ts";
import type { Challenge } from "../challenges/challenge.ts";
import type {
  BodyId,
  CaseId,
  DecisionId,
  NoticeId,
  OutcomeId,
  PartyId,
  PersonId,
  RuleId,
  SanctionId,
  StageId,
  StatementId,
  VoteId,
} from "../identity.ts";
import { afterJoining } from "../intake/together.ts";
import type { Together } from "../intake/together.ts";
import { isRecordEntry, noRecords, recordsAfter } from "../records/entry.ts";
import type { Records } from "../records/entry.ts";
import type { CaseResult } from "../voting/inCase.ts";
import { agreementsAfter, isAgreementEntry, tasksAfter } from "./agreementEntries.ts";
import type { Agreement } from "./agreementEntries.ts";
import { apartAfter, isApartEntry, neverApart, wordsIn } from "./apartEntries.ts";
import type { Apart } from "./apartEntries.ts";
import { choicesAfter } from "./choiceEntries.ts";
import type { MadeChoice } from "./choiceEntries.ts";
import { consentsAfter, isConsentEntry, noConsents } from "./consentEntries.ts";
import type { Consents } from "./consentEntries.ts";
import type {
  Delivery,
  Addressee,
  CameBy,
  CaseFile,
  Entry,
  Motion,
  NoticeSubject,
  PartyEntry,
  Recorded,
  Relation,
  RoomPurpose,
} from "./entry.ts";
import { evidenceAfter, isEvidenceEntry, noEvidence } from "./evidenceEntries.ts";
import type { Evidence } from "./evidenceEntries.ts";
import { firstHands, handsAfter, isHandEntry } from "./handEntries.ts";
import type { Hands } from "./handEntries.ts";
import { isQuestionEntry, questionsAfter } from "./questionEntries.ts";
import type { BodyQuestion } from "./questionEntries.ts";
import { keptAfter, nothingKept } from "./sanctionEntries.ts";
import type { AttachedCondition, Follows, SanctionsKept } from "./sanctionEntries.ts";
import { timesAfter, timesAtFirst } from "./timeEntries.ts";
import type { Times } from "./timeEntries.ts";

interface OpenedStage {
  readonly stage: StageId;
  readonly opened: Temporal.Instant;
  readonly tasksDone: readonly string[];
}

export interface Brief {
  /** The stage for which it was written, and how many stages had been concluded by then. */
  readonly stage: StageId;
  readonly visit: number;
  readonly statement: StatementId;
  readonly draftedBy: PersonId;
  readonly approvedBy: PersonId | undefined;
}

export interface VoteInCase extends Motion {
  /** The stage at which it was put. */
  readonly stage: StageId;
  readonly electorate: readonly PersonId[];
  readonly seats?: number | undefined;
  readonly put: Temporal.Instant;
  /** Of a consensus that was called: when, and from when on nobody can object any more; undefined where it is closed by hand. */
  readonly called?:
    | {
        readonly at: Temporal.Instant;
        readonly until: Temporal.Instant | undefined;
        /** When Redress was away since, so that one may object for longer. */
        readonly away?: readonly { readonly from: Temporal.Instant; readonly until: Temporal.Instant }[] | undefined;
      }
    | undefined;
  readonly result: CaseResult | undefined;
}

/** A decision on the complaint, whoever made it. */
export interface Decision {
  readonly id: DecisionId;
  readonly made: Temporal.Instant;
  readonly stage: StageId;
  /** The vote by which it was made; undefined where nobody voted. */
  readonly vote: VoteId | undefined;
  readonly outcome: OutcomeId;
  readonly findings: readonly RuleId[];
  readonly severity: string | undefined;
  readonly sanction: SanctionId | undefined;
  /** How long the sanction holds, where that was chosen. */
  readonly lasts: Span | undefined;
  /** What it is about, where that was chosen out of more. */
  readonly scope?: readonly string[] | undefined;
  readonly conditions?: readonly AttachedCondition[] | undefined;
  readonly reasons: StatementId | undefined;
  /** Which reasons of the rulebook's list, where its outcome has one. */
  readonly because?: readonly string[] | undefined;
  /** Who of the organisation entered it, where nobody voted. */
  readonly by?: PersonId | undefined;
  /** When it became void, as if it had never been decided. */
  readonly quashed?: Temporal.Instant | undefined;
  /** What was decided in its place, where it is void because of that. */
  readonly replacedBy?: DecisionId | undefined;
  /** What was decided at first, where an appeal put something else in its place. */
  readonly first?: Pick<Decision, "sanction" | "lasts" | "findings"> | undefined;
}

export interface Notice {
  readonly id: NoticeId;
  readonly to: Addressee;
  readonly subject: NoticeSubject;
  readonly sent: Temporal.Instant;
  readonly delivered: { readonly when: Temporal.Instant; readonly how: Delivery } | undefined;
  /** Why the last attempt failed, while it is not delivered. */
  readonly failed: string | undefined;
}

type Referral = Omit<Extract<Entry, { kind: "referred" }>, "kind">;

interface Summons {
  readonly party: PartyId;
  readonly attempt: number;
  readonly on: string;
  readonly at: Temporal.Instant;
}

/** A stage that is over, and when; `decision` is the one that was made with it. */
interface Concluded {
  readonly stage: StageId;
  readonly outcome: OutcomeId | undefined;
  readonly at: Temporal.Instant;
  readonly decision?: DecisionId;
  /** Which reasons of the rulebook's list, where nothing was decided with it. */
  readonly because?: readonly string[] | undefined;
}

type Lapsed = Omit<Extract<Entry, { kind: "sanction-lapsed" }>, "kind">;
type Changed = Omit<Extract<Entry, { kind: "sanction-changed" }>, "kind">;
type Lifted = Omit<Extract<Entry, { kind: "sanction-lifted" }>, "kind"> & { readonly at: Temporal.Instant };

interface Seen {
  readonly notice: NoticeId;
  readonly person: PersonId;
  readonly at: Temporal.Instant;
}

/** A case as it stands after its last entry. */
export interface Case {
  readonly id: CaseId;
  readonly codeName: string;
  readonly version: number;
  readonly origin: string;
  readonly procedure: string;
  /** Of a report that an officer entered the day on which it came. */
  readonly received: Temporal.Instant;
  /** How the report came that an officer entered, and who did. */
  readonly entered?: { readonly how: CameBy; readonly by: PersonId | undefined } | undefined;
  readonly relation: Relation;
  readonly rules: readonly RuleId[];
  /** How it is handled otherwise than the rest, as it was reported. */
  readonly flags: readonly Flag[];
  /** What the offence is based on, as whoever reported it said. */
  readonly grounds: readonly string[];
  /** Who reports it together with the author; whoever has confirmed it is among the parties. */
  readonly together: Together | undefined;
  readonly statement: StatementId;
  readonly parties: readonly PartyEntry[];
  readonly partyInBody: BodyId | undefined;
  /** The breach of a sanction that it is about. */
  readonly follows: Follows | undefined;
  /** Why it was opened that nobody has reported. */
  readonly opened?: Extract<Entry, { kind: "received" }>["opened"];
  /** Whether nobody knows who filed it. */
  readonly isAnonymous?: boolean;
  /** Who handles it; people who stepped aside are no longer among them. */
  readonly handlers: readonly PersonId[];
  readonly keptOut: readonly PersonId[];
  readonly recused: readonly PersonId[];
  /** Board members who declared that nothing stands between them and the case, and that they keep it confidential. */
  readonly cleared: readonly PersonId[];
  readonly announced: readonly PersonId[];
  readonly roomsRefused: readonly { readonly purpose: RoomPurpose; readonly reason: string }[];
  readonly lead: PersonId | undefined;
  /** The officer to whom the complainant can turn. */
  readonly supportContact: PersonId | undefined;
  /** When somebody last did something in it; that somebody has seen how late it is does not count. */
  readonly active: Temporal.Instant;
  readonly stage: OpenedStage;
  /** The stages that are over; without an outcome that of a body which could not be quorate. */
  readonly concluded: readonly Concluded[];
  /** Where the case went from a stage at which no vote could be quorate, the first first. */
  readonly referrals: readonly Referral[];
  readonly findings: readonly RuleId[];
  readonly notes: readonly StatementId[];
  readonly summons: readonly Summons[];
  /** Oldest first; a draft that was written anew before it was approved is left out. */
  readonly briefs: readonly Brief[];
  readonly votes: readonly VoteInCase[];
  /** Oldest first. */
  readonly decisions: readonly Decision[];
  /** The last of them. */
  readonly decision: Decision | undefined;
  readonly times: Times;
  readonly notices: readonly Notice[];
  /** Who has said that they have seen what they were told, the first first. */
  readonly seen: readonly Seen[];
  readonly lapsed: readonly Lapsed[];
  /** What other decisions made of the sanctions of this case; for each sanction and person what was recorded last. */
  readonly changed: readonly Changed[];
  readonly lifted: readonly Lifted[];
  /** What others than those who decide the case said about its sanctions, and about whom it is. */
  readonly consents: Consents;
  /** Who decides its stages, who acts for whom in it, and the cases that belong to it. */
  readonly hands: Hands;
  /** The witnesses, and what was handed in. */
  readonly evidence: Evidence;
  /** What the deciding bodies asked the parties, the first first. */
  readonly questions: readonly BodyQuestion[];
  /** Texts to which the parties were asked to agree. */
  readonly agreements: readonly Agreement[];
  /** Keeping both sides apart, and what they asked each other. */
  readonly apart: Apart;
  /** What respondents chose of what the rulebook offers them. */
  readonly choices: readonly MadeChoice[];
  /** Which rules were found to be broken before anything was imposed; `visit` is how many stages had been concluded by then. */
  readonly finding:
    | { readonly visit: number; readonly rules: readonly RuleId[]; readonly reasons: StatementId }
    | undefined;
  /** Oldest first. */
  readonly challenges: readonly Challenge[];
  /** What was done about sanctions besides deciding them: interim ones, reviews, tasks, breaches. */
  readonly kept: SanctionsKept;
  /** What becomes of its records, and what of it went to others outside. */
  readonly records: Records;
}

/** Reads a case file from its first entry to its last. Throws when it does not begin with a receipt. */
export function foldCase(file: CaseFile): Case {
  const [first, ...rest] = file.entries;
  if (first === undefined || first.entry.kind !== "received")
    throw new Error(
      `The case file ${file.codeName} begins with ${first?.entry.kind ?? "nothing"}; a receipt was expected.`,
    );
  const { entry } = first;
  const since = entry.entered?.received ?? first.at;
  const by = first.by.kind === "person" ? first.by.person : undefined;
  const received: Case = {
    id: file.id,
    codeName: file.codeName,
    version: first.version,
    origin: entry.origin,
    procedure: entry.procedure,
    received: since,
    entered: entry.entered === undefined ? undefined : { how: entry.entered.how, by },
    relation: entry.relation,
    rules: entry.rules,
    flags: entry.flags ?? [],
    grounds: entry.grounds ?? [],
    together: entry.together === undefined ? undefined : { ...entry.together, declined: [] },
    statement: entry.statement,
    parties: entry.parties,
    partyInBody: entry.partyInBody,
    follows: entry.follows,
    opened: entry.opened,
    ...(entry.isAnonymous === true ? { isAnonymous: true } : {}),
    handlers: entry.handlers,
    keptOut: entry.keptOut,
    recused: [],
    cleared: [],
    announced: [],
    roomsRefused: [],
    lead: undefined,
    supportContact: undefined,
    active: first.at,
    stage: { stage: entry.startsAt, opened: since, tasksDone: [] },
    concluded: [],
    referrals: [],
    findings: [],
    notes: [],
    summons: [],
    briefs: [],
    votes: [],
    decisions: [],
    decision: undefined,
    times: timesAtFirst(entry.isLate === true),
    notices: [],
    seen: [],
    lapsed: [],
    changed: [],
    lifted: [],
    consents: noConsents,
    hands: firstHands,
    evidence: noEvidence,
    questions: [],
    agreements: [],
    apart: neverApart,
    choices: [],
    finding: undefined,
    challenges: [],
    kept: nothingKept,
    records: noRecords,
  };
  return rest.reduce(after, received);
}

/** The case after one more entry. */
export function after(current: Case, recorded: Recorded): Case {
  const { at, entry, version } = recorded;
  const next: Case = { ...current, version, active: isByPeople(recorded) ? at : current.active };
  if (isConsentEntry(entry)) {
    const by = recorded.by.kind === "person" ? recorded.by.person : undefined;
    return { ...next, consents: consentsAfter(current.consents, entry, by, at) };
  }
  if (isRecordEntry(entry)) {
    const by = recorded.by.kind === "person" ? recorded.by.person : undefined;
    return { ...next, records: recordsAfter(current.records, entry, by, at) };
  }
  if (isHandEntry(entry)) return { ...next, ...handsAfter(current, entry) };
  if (isChallengeEntry(entry)) return { ...next, ...afterChallenge(current, entry, recorded) };
  if (isEvidenceEntry(entry)) {
    const evidence = evidenceAfter(current.evidence, entry, recorded.by, current.stage.stage, at);
    return { ...next, evidence, ...(entry.kind === "witness-asked" ? { parties: withParty(current, entry) } : {}) };
  }
  if (isAgreementEntry(entry)) {
    const here = { stage: current.stage.stage, visit: current.concluded.length };
    const agreements = agreementsAfter(current.agreements, entry, here, at);
    const tasksDone = tasksAfter(current.stage.tasksDone, entry, current.parties, agreements.at(-1));
    const notes = [...current.notes, ...(entry.kind === "agreement-asked" ? [entry.statement] : [])];
    return { ...next, agreements, notes, stage: { ...current.stage, tasksDone } };
  }
  if (isApartEntry(entry)) {
    const by = recorded.by.kind === "person" ? recorded.by.person : undefined;
    const apart = apartAfter(current.apart, entry, by, at);
    return { ...next, apart, notes: [...current.notes, ...wordsIn(entry)] };
  }
  if (isQuestionEntry(entry)) {
    const by = recorded.by.kind === "person" ? recorded.by.person : undefined;
    const here = { stage: current.stage.stage, visit: current.concluded.length };
    const questions = questionsAfter(current.questions, entry, by, here, at);
    return { ...next, questions, notes: [...current.notes, ...("statement" in entry ? [entry.statement] : [])] };
  }
  switch (entry.kind) {
    case "choice-made":
      return { ...next, choices: choicesAfter(current.choices, entry, current.concluded.length) };
    case "finding-made": {
      const { rules, reasons } = entry;
      return { ...next, finding: { visit: current.concluded.length, rules, reasons }, findings: rules };
    }
    case "received":
      throw new Error(`The case ${current.codeName} was received twice (entry ${version}).`);
    case "decisions-replaced": {
      const isReplaced = ({ id }: Decision) => entry.decisions.includes(id);
      const replacedBy = current.decisions.findLast((each) => !isReplaced(each) && each.made.equals(at))?.id;
      const decisions = current.decisions.map((each) =>
        isReplaced(each) ? { ...each, quashed: at, replacedBy } : each,
      );
      return { ...next, decisions, decision: decisions.at(-1) };
    }
    case "joining-answered":
      return { ...next, ...afterJoining(current, entry) };
    case "announced":
      return { ...next, announced: [...new Set([...current.announced, ...entry.to])] };
    case "room-refused":
      return { ...next, roomsRefused: [...current.roomsRefused, { purpose: entry.purpose, reason: entry.reason }] };
    case "taken":
      return { ...next, lead: entry.officer };
    case "support-named":
      return { ...next, supportContact: entry.officer };
    case "task-done":
      return { ...next, stage: { ...current.stage, tasksDone: [...current.stage.tasksDone, entry.task] } };
    case "noted":
      return { ...next, notes: [...current.notes, entry.statement] };
    case "summoned":
      return {
        ...next,
        summons: [...current.summons, { party: entry.party, attempt: entry.attempt, on: entry.on, at }],
      };
    case "stage-concluded":
      return {
        ...next,
        concluded: [
          ...current.concluded,
          { stage: entry.stage, outcome: entry.outcome, at, ...(entry.because ? { because: entry.because } : {}) },
        ],
        findings: entry.rules.length > 0 ? entry.rules : current.findings,
        stage: { stage: entry.next, opened: at, tasksDone: [] },
      };
    case "deadline-extended":
    case "step-planned":
    case "step-done":
    case "lateness-judged":
      return { ...next, times: timesAfter(current.times, entry, current.concluded.length, at) };
    case "more-asked":
    case "answered": {
      const times = timesAfter(current.times, entry, current.concluded.length, at);
      return { ...next, times, notes: [...current.notes, ...(entry.statement === undefined ? [] : [entry.statement])] };
    }
    case "brief-drafted":
      return { ...next, briefs: [...approvedBriefs(current), draftedBrief(current, entry)] };
    case "brief-approved":
      return {
        ...next,
        briefs: current.briefs.map((brief) => ({ ...brief, approvedBy: brief.approvedBy ?? entry.officer })),
      };
    case "cleared":
      return { ...next, cleared: [...current.cleared, entry.person] };
    case "recused":
      return {
        ...next,
        recused: [...current.recused, entry.person],
        lead: current.lead === entry.person ? undefined : current.lead,
        supportContact: current.supportContact === entry.person ? undefined : current.supportContact,
        cleared: current.cleared.filter((person) => person !== entry.person),
        handlers: current.handlers.filter((person) => person !== entry.person),
      };
    case "motion-put": {
      const { kind: _, ...motion } = entry;
      return {
        ...next,
        votes: [...current.votes, { ...motion, stage: current.stage.stage, put: at, result: undefined }],
      };
    }
    case "consensus-called":
      return withVote(next, entry.vote, { called: calledNow(next, entry, at) });
    case "vote-closed":
      return withVote(next, entry.vote, { result: entry.result });
    case "tie-decided": {
      const result = current.votes.find(({ vote }) => vote === entry.vote)?.result;
      return withVote(next, entry.vote, { result: castOn(result, entry.casting) });
    }
    case "decided":
      return afterDecision(next, decidedByVote(current, entry, at), entry.next);
    case "decided-by-officers": {
      const { kind: _, decision: id, next: stage, lasts, ...found } = entry;
      const by = recorded.by.kind === "person" ? recorded.by.person : undefined;
      return afterDecision(next, { id, made: at, vote: undefined, lasts, ...found, by }, stage);
    }
    case "referred": {
      const { kind: _, ...referral } = entry;
      return {
        ...next,
        concluded: [...current.concluded, { stage: entry.stage, outcome: undefined, at }],
        referrals: [...current.referrals, referral],
        stage: { stage: entry.next, opened: at, tasksDone: [] },
      };
    }
    case "notice-sent": {
      const notice: Notice = {
        id: entry.notice,
        to: entry.to,
        subject: entry.subject,
        sent: at,
        delivered: undefined,
        failed: undefined,
      };
      return { ...next, notices: [...current.notices, notice] };
    }
    case "notice-delivered":
      return withNotice(next, entry.notice, { delivered: { when: entry.when, how: entry.how }, failed: undefined });
    case "notice-failed":
      return withNotice(next, entry.notice, { failed: entry.reason });
    case "notice-seen":
      return { ...next, seen: [...current.seen, { notice: entry.notice, person: entry.person, at }] };
    case "sanction-lapsed":
      return { ...next, lapsed: [...current.lapsed, entry] };
    case "sanction-changed": {
      const others = current.changed.filter((each) => each.decision !== entry.decision || each.party !== entry.party);
      return { ...next, changed: [...others, entry] };
    }
    case "sanction-lifted":
      return { ...next, lifted: [...current.lifted, { ...entry, at }] };
    case "interim-asked":
    case "interim-imposed":
    case "interim-ended":
    case "sanction-reviewed":
    case "sanction-task-done":
    case "sanction-condition":
    case "sanction-breached":
    case "sanction-prolonged":
      return { ...next, kept: keptAfter(current.kept, entry, current.stage.stage, at) };
    case "reheard":
      // Whoever decides anew says anew that nothing stands between them and the case.
      return { ...next, cleared: [], stage: { stage: entry.stage, opened: at, tasksDone: [] } };
  }
}

const withParty = ({ parties }: Case, { party, hasAccount }: Pick<PartyEntry, "party" | "hasAccount">) => [
  ...parties,
  { party, role: "witness" as const, hasAccount },
];

const isByPeople = ({ by, entry }: Recorded) =>
  (by.kind === "person" || by.kind === "party") && entry.kind !== "notice-seen";

function afterDecision(next: Case, decision: Decision, stage: StageId): Case {
  const { made, outcome, findings } = decision;
  return {
    ...next,
    decisions: [...next.decisions, decision],
    decision,
    findings: decision.vote === undefined && findings.length > 0 ? findings : next.findings,
    concluded: [...next.concluded, { stage: decision.stage, outcome, at: made, decision: decision.id }],
    stage: { stage, opened: made, tasksDone: [] },
  };
}

function decidedByVote(current: Case, entry: Extract<Entry, { kind: "decided" }>, made: Temporal.Instant): Decision {
  const { vote: id, outcome, sanction } = entry;
  const vote = current.votes.find((each) => each.vote === id);
  return {
    id,
    made,
    stage: current.stage.stage,
    vote: id,
    outcome,
    findings: vote?.findings ?? [],
    severity: vote?.severity,
    sanction,
    lasts: vote?.lasts,
    scope: vote?.scope,
    conditions: vote?.conditions,
    reasons: vote?.reasons,
    because: vote?.because,
  };
}

const approvedBriefs = ({ briefs }: Case) => briefs.filter((brief) => brief.approvedBy !== undefined);

const draftedBrief = (current: Case, { statement, officer }: Extract<Entry, { kind: "brief-drafted" }>): Brief => ({
  stage: current.stage.stage,
  visit: current.concluded.length,
  statement,
  draftedBy: officer,
  approvedBy: undefined,
});

/** A tie after the casting vote of the chair; anything else stays as it is. */
function castOn(result: CaseResult | undefined, casting: "in-favour" | "against"): CaseResult | undefined {
  if (result === undefined || !("tally" in result) || result.kind !== "tied") return result;
  return { ...result, kind: casting === "in-favour" ? "carried" : "lost", casting };
}

/** What was called stays called when it was; only until when one may object changes where Redress was away. */
function calledNow(
  { votes }: Case,
  { vote, until, away }: Extract<Entry, { kind: "consensus-called" }>,
  at: Temporal.Instant,
): VoteInCase["called"] {
  const before = votes.find((each) => each.vote === vote)?.called;
  if (away === undefined || before === undefined) return { at, until };
  return { ...before, until, away: [...(before.away ?? []), away] };
}

function withVote(current: Case, id: VoteId, change: Partial<VoteInCase>): Case {
  return { ...current, votes: current.votes.map((vote) => (vote.vote === id ? { ...vote, ...change } : vote)) };
}

function withNotice(current: Case, id: NoticeId, change: Partial<Notice>): Case {
  return {
    ...current,
    notices: current.notices.map((notice) => (notice.id === id ? { ...notice, ...change } : notice)),
  };
}

/** The vote that is open now, if any. */
export function openVote(current: Case): VoteInCase | undefined {
  return current.votes.find((vote) => vote.result === undefined);
}

/** Whoever the report is from: of one about oneself that is the respondent. */
export function authorsOf(current: Pick<Case, "relation" | "parties">): readonly PartyEntry[] {
  const role = current.relation === "self" ? "respondent" : "complainant";
  return current.parties.filter((party) => party.role === role);
}

/** Whether the report is from a party. */
export const isAuthor = (current: Pick<Case, "relation" | "parties">, { party }: PartyEntry): boolean =>
  authorsOf(current).some((author) => author.party === party);

export function partiesOf(current: Case, role: PartyEntry["role"]): readonly PartyEntry[] {
  return current.parties.filter((party) => party.role === role);
}
