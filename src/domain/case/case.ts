import type { Temporal } from "temporal-polyfill";

import type { Flag } from "../../rulebook/schema/rules.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Challenge } from "../challenges/challenge.ts";
import type {
  StageId,
  StatementId,
  PersonId,
  DecisionId,
  VoteId,
  OutcomeId,
  RuleId,
  SanctionId,
  NoticeId,
  PartyId,
  CaseId,
  BodyId,
} from "../identity.ts";
import type { Together } from "../intake/reportedTogether.ts";
import type { Records } from "../records/entry.ts";
import type { CaseResult } from "../voting/inCase.ts";
import type { Agreement } from "./agreementEntries.ts";
import type { Apart } from "./apartEntries.ts";
import type { MadeChoice } from "./choiceEntries.ts";
import type { Consents } from "./consentEntries.ts";
import type { Motion, Entry } from "./entry.ts";
import type { Evidence } from "./evidenceEntries.ts";
import type { Hands } from "./handEntries.ts";
import type { Hearing } from "./hearingEntries.ts";
import type { Addressee, NoticeSubject, Delivery, RoomPurpose } from "./noticeSubject.ts";
import type { OwnVoice } from "./ownVoice.ts";
import type { CameBy, Relation, PartyEntry } from "./party.ts";
import type { BodyQuestion } from "./questionEntries.ts";
import type { AttachedCondition, Follows, SanctionsKept } from "./sanctionEntries.ts";
import type { JudgedScope } from "./scope.ts";
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
  /** The text of the letter, where the sanction is one. */
  readonly letter?: StatementId | undefined;
  /** Which reasons of the rulebook's list, where its outcome has one. */
  readonly because?: readonly string[] | undefined;
  /** Who of the organisation entered it, where nobody voted. */
  readonly by?: PersonId | undefined;
  /** When it became void, as if it had never been decided. */
  readonly quashed?: Temporal.Instant | undefined;
  /** What was decided in its place, where it is void because of that. */
  readonly replacedBy?: DecisionId | undefined;
  /** What was decided at first, where an appeal put something else in its place. */
  readonly first?: Pick<Decision, "sanction" | "lasts" | "findings" | "letter"> | undefined;
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
  /** Which reasons of the rulebook's list, where nothing was decided with it, and the reasons in words. */
  readonly because?: readonly string[] | undefined;
  readonly reasons?: StatementId | undefined;
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
  /** Whether it is one that the procedure is for, as it was said last; undefined while nobody has. */
  readonly scope?: JudgedScope | undefined;
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
  /** Each with what was written down of it, the first first. */
  readonly hearings: readonly Hearing[];
  /** Which parties have said that they speak for themselves, and what went back because somebody else did. */
  readonly ownVoice: OwnVoice;
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
