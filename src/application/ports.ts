import type { Temporal } from "temporal-polyfill";

import type { CaseFile, Recorded } from "../domain/case/entry.ts";
import type { AccessProblem, RoomPurpose } from "../domain/case/noticeSubject.ts";
import type { PartyRole } from "../domain/case/party.ts";
import type { Wake } from "../domain/deadlines/due.ts";
import type { CaseId, PartyId, PersonId, StatementId, VoteId } from "../domain/identity.ts";
import type { CountedCode, CountedReport } from "../domain/intake/counted.ts";
import type { Announcement } from "../domain/obligations/standing.ts";
import type { Appointment } from "../domain/people/appointment.ts";
import type { Question } from "../domain/questions/question.ts";
import type { Reading } from "../domain/records/readings.ts";
import type { Kept, Measure, Standing } from "../domain/sanctions/access.ts";
import type { Bar } from "../domain/sanctions/door.ts";
import type { Statement } from "../domain/versions/version.ts";
import type { CaseChoice, Voter } from "../domain/voting/result.ts";
import type { Message } from "./message.ts";
import type { MotionStore } from "./motionPorts.ts";
import type { RecordStore } from "./recordPorts.ts";

/** What the application knows of the outside. Everything here is implemented by another room and wired in main. */

export interface Clock {
  now(): Temporal.Instant;
}

/** Where random things come from. */
export interface Chance {
  /** A new random id (UUID version 4). */
  id(): string;
  /** A code name such as "quiet-harbour-41": says nothing about the case. */
  codeName(): string;
}

/** A line for the people who run the program: codes, kinds, counts and durations, never names or words of a case. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  warn(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}

export type PlatformName = "discord" | "slack";

export interface AccountRef {
  readonly platform: PlatformName;
  readonly id: string;
  /** Whoever acts by the code of a report without a name: then nothing else of the account is known. */
  readonly holder?: PersonId | undefined;
}

export interface Account extends AccountRef {
  readonly name: string;
  /** The language of this account, such as "sv". */
  readonly locale: string;
}

/** Somebody the organisation knows: one person, with accounts on one platform, on both, or on none. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly accounts: readonly Account[];
}

/** Who a party is: a row of the identity table, sealed with the key of its case. */
export interface Identity {
  readonly party: PartyId;
  readonly role: PartyRole;
  readonly person: PersonId | undefined;
  readonly name: string;
}

export interface StoredCase extends CaseFile {
  /** The hash of the rulebook it was filed under. */
  readonly rulebook: string;
  readonly identities: readonly Identity[];
}

export interface Words {
  readonly id: StatementId;
  readonly text: string;
}

/** Something to be done on a platform: a stored row with a key. The key says what; a row with the same key is the same thing. */
export type Effect =
  /** Bring a room of a case to what the case now says. */
  | {
      readonly kind: "room";
      readonly case: CaseId;
      readonly purpose: RoomPurpose;
      readonly platform: PlatformName;
      /** Not before so many milliseconds from now, so that several changes become one. */
      readonly settle?: number;
    }
  /** Bring a notice to whom it is addressed. */
  | { readonly kind: "notice"; readonly case: CaseId; readonly notice: string }
  /**
   * Tell somebody in one message what fell due for them in the same minute, in one case or in several. What is asked for again under the
   * same key is added to what is there.
   */
  | {
      readonly kind: "digest";
      readonly person: PersonId;
      /** In UTC, as 2026-03-04T08:00Z. */
      readonly minute: string;
      readonly notices: readonly { readonly case: CaseId; readonly notice: string }[];
      /** Not before so many milliseconds from now, so that all of them are there. */
      readonly settle?: number;
    }
  /** Tell somebody of something that has to be done again and again. */
  | {
      readonly kind: "obligation";
      /** Names the announcement for all time. */
      readonly announcement: string;
      readonly person: PersonId;
      readonly obligation: string;
      readonly about: Announcement["kind"];
      /** The last day that it is about, as 2026-03-15, and how often it was done until then. */
      readonly dueBy: string;
      readonly done: number;
    }
  /** Tell somebody who reads it that an anonymous report has come that is only counted. */
  | { readonly kind: "counted"; readonly report: string; readonly person: PersonId }
  /** Tell somebody who holds which office from now on, or no longer: what was entered under this id. */
  | { readonly kind: "appointment"; readonly appointment: string; readonly person: PersonId }
  /** Tell somebody on a platform that their accounts were joined: by the delivery that did it. */
  | { readonly kind: "joined"; readonly person: PersonId; readonly platform: PlatformName; readonly joining: string }
  /** Tell somebody that there is something new in a question that they asked, or were asked; `occasion` names it for all time. */
  | {
      readonly kind: "question";
      readonly question: string;
      readonly person: PersonId;
      readonly what: "asked" | "answered" | "proposed" | "reminder";
      readonly occasion: string;
    }
  /** Bring a room of a motion that is no case to what the motion now says. */
  | {
      readonly kind: "motion-room";
      readonly motion: string;
      readonly platform: PlatformName;
      /** Not before so many milliseconds from now, so that several changes become one. */
      readonly settle?: number;
    }
  /** Bring a room of a session of a body to what the session now says. */
  | { readonly kind: "session-room"; readonly session: string; readonly platform: PlatformName }
  /** Tell those who have not voted yet that a vote is open. Who they are is found when it is done, and stands nowhere. */
  | {
      readonly kind: "motion-reminder";
      readonly motion: string;
      readonly vote: VoteId;
      readonly occasion: string;
      /** Which share of those who may vote; all of them when left out. Who they are stands in no row. */
      readonly share?: { readonly number: number; readonly of: number } | undefined;
    }
  /** Another body votes on whether it confirms what was decided in a case: the vote is opened, and its end recorded in the case. */
  | { readonly kind: "confirmation"; readonly case: CaseId; readonly motion: string }
  /** Open the cases by which the matter of a case goes on. */
  | { readonly kind: "linked"; readonly case: CaseId }
  /** Something of the sanctions of its respondents has changed: see what that does to their sanctions in every case. */
  | { readonly kind: "sanctions"; readonly case: CaseId }
  /** Bring what somebody can reach on the platforms to what their sanctions come to: the row of what was taken from them. */
  | { readonly kind: "access"; readonly row: string };

/** Whether somebody waits for what is to be done on a platform; what is gathered for one message always comes last. */
export type Urgency = "awaited" | "due";

/** One change of one case: stored as a whole or not at all. */
export interface Change {
  /** The delivery that caused it: a second change with the same one is refused as "seen". */
  readonly delivery: string | undefined;
  readonly case: CaseId;
  /** Set when the case begins with this change. */
  readonly opens?: { readonly codeName: string; readonly rulebook: string; readonly draft: string };
  /** The version that was read, 0 for a new case; its entries are numbered from the next. */
  readonly expected: number;
  readonly entries: readonly Recorded[];
  readonly identities: readonly Identity[];
  readonly words: readonly Words[];
  readonly isClosed: boolean;
  /** Who handles the case after this change. */
  readonly handlers: readonly PersonId[];
  /** Everything that the clock will have to do for this case from now on. */
  readonly wakes: readonly Wake[];
  readonly opensVote?: {
    readonly vote: VoteId;
    readonly electorate: readonly PersonId[];
    readonly cleared: readonly PersonId[];
  };
  /** Members who have declared that nothing stands between them and the case: they may vote. */
  readonly clears: readonly PersonId[];
  /** Members who are out of every open vote of this case from now on. */
  readonly recuses: readonly PersonId[];
  readonly closesVote?: VoteId;
  /** Whether its ballots are destroyed with that, so that nobody can read any more who chose what. */
  readonly sealsVote?: boolean;
  readonly effects: readonly Effect[];
  /** Of its effects; "awaited" when left out. */
  readonly urgency?: Urgency;
}

/** "stale": somebody else was faster, read again. "seen": this delivery, or this draft, has been dealt with before. */
export type Committed = "committed" | "stale" | "seen";

export interface StoredVote {
  readonly vote: VoteId;
  readonly case: CaseId;
  readonly isOpen: boolean;
  readonly voters: readonly Voter[];
}

export interface BallotCast {
  readonly delivery: string;
  readonly vote: VoteId;
  readonly case: CaseId;
  readonly person: PersonId;
  readonly choice: CaseChoice;
  /** Whether a second ballot takes the place of the first. */
  readonly replaces: boolean;
}

export type CastResult =
  | { readonly kind: "counted"; readonly earlier: boolean }
  | { readonly kind: "already-voted" }
  | { readonly kind: "vote-closed" }
  | { readonly kind: "not-a-voter" }
  | { readonly kind: "not-cleared" }
  | { readonly kind: "seen" };

/** A room on a platform as it was left. */
export interface StoredRoom {
  readonly case: CaseId;
  readonly purpose: RoomPurpose;
  readonly platform: PlatformName;
  /** The platform's id of it; undefined until it has been made. */
  readonly remote: string | undefined;
  readonly members: readonly PersonId[];
  /** Message key -> the platform's id of it and a hash of what it showed. */
  readonly messages: Readonly<Record<string, { readonly remote: string; readonly shown: string }>>;
  readonly isArchived: boolean;
  /** 1 for the first room of this purpose; one more each time it had to be made anew because somebody deleted it. */
  readonly series: number;
}

/** A row of the outbox that this worker holds for a while. */
export interface Claim {
  readonly key: string;
  readonly effect: Effect;
  /** 1 at the first attempt. From the second on it must be looked up whether the earlier one had an effect. */
  readonly attempt: number;
  /** Which change of the row this worker saw; a later change makes the row due again. */
  readonly generation: number;
  /** Whether somebody waits for it. */
  readonly isAwaited: boolean;
}

/** What somebody has typed and not sent yet. */
export interface Draft {
  readonly id: string;
  /** Whose it is; undefined where that stands nowhere: whoever has its id has it. */
  readonly person: PersonId | undefined;
  readonly form: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** When it was typed last. */
  readonly at: Temporal.Instant;
}

/** A statement of an administrator on exactly one text of a rulebook. */
export interface StoredStatement extends Statement {
  readonly id: string;
  /** The SHA-256 of the text. */
  readonly hash: string;
}

/** A text of a rulebook, and its SHA-256. */
interface RulebookText {
  readonly hash: string;
  readonly text: string;
}

/** A version of the rulebook as it was adopted. */
export interface StoredVersion {
  /** 1, 2, 3, ... without gaps. */
  readonly number: number;
  readonly hash: string;
  /** The first day on which it applies, as 2027-02-03. */
  readonly inForce: string;
  /** On which statements it was adopted; none for the one that was there when Redress began. */
  readonly statements: readonly StoredStatement[];
  readonly at: Temporal.Instant;
}

/** Somebody who may not take part in events: a name and days, apart from any case. */
export interface Barred {
  /** The person, or where nobody knows who that is the party of the case: one row for each. */
  readonly whom: PersonId;
  /** Whether it is a person whom the organisation knows by an account. */
  readonly isKnown: boolean;
  readonly name: string;
  readonly bars: readonly Bar[];
}

/** A question at the door of an event, as it was answered. */
export interface DoorQuestion {
  readonly by: PersonId;
  readonly at: Temporal.Instant;
  /** The person it was about, or the name that was typed. */
  readonly about: string;
  readonly event: string;
  readonly answer: "admit" | "refuse" | "unknown";
}

/** Somebody who may ask at the door for a while, in the place of whoever named them. */
export interface DoorDelegate {
  readonly person: PersonId;
  readonly by: PersonId;
  readonly at: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** What was taken from somebody on the platforms while a sanction holds: apart from any case, and not why. One row for each person. */
export interface KeptAccess {
  /** A random id. */
  readonly id: string;
  /** How often it was changed: 0 for one that is new. */
  readonly version: number;
  readonly whom: PersonId;
  readonly accounts: readonly { readonly account: AccountRef; readonly kept: readonly Kept[] }[];
}

export interface CaseSummary {
  readonly id: CaseId;
  readonly codeName: string;
  readonly isClosed: boolean;
}

/** That something was done that has to be done again and again. */
export interface ObligationDone {
  /** The delivery by which it was recorded. */
  readonly id: string;
  readonly obligation: string;
  /** The day on which it was done, as 2026-03-15. */
  readonly on: string;
  readonly by: PersonId;
  readonly at: Temporal.Instant;
  /** Where it is written down, such as the minutes; may be empty. */
  readonly note: string;
}

/** What an administrator answered to the question about a value that the document does not give. */
export interface GivenAnswer {
  /** votes.sanction.majority */
  readonly key: string;
  /** What stood in the rulebook then, as JSON. */
  readonly value: string;
  /** The SHA-256 of the value: an answer holds for this value only. */
  readonly hash: string;
  readonly answer: "confirmed" | "differs";
  readonly by: PersonId;
  readonly at: Temporal.Instant;
}

/** By whom a code was made that joins accounts, on which platform, and until when it is good. */
export interface JoinCodeMade {
  readonly person: PersonId;
  readonly platform: PlatformName;
  readonly until: Temporal.Instant;
}

/** The database. Reads give what was committed; every change goes through `commit`, `castBallot` or a method that says so. */
export interface Store extends MotionStore, RecordStore {
  personOf(account: AccountRef): Promise<PersonId | undefined>;
  /** The person with this account; made with the id `fresh` when nobody has it. */
  ensurePerson(account: Account, fresh: PersonId): Promise<PersonId>;
  person(id: PersonId): Promise<Person | undefined>;
  /** Adds a person or replaces name and accounts of one with the same id. An account belongs to one person: the last who was given it. */
  savePerson(person: Person): Promise<void>;

  caseById(id: CaseId): Promise<StoredCase | undefined>;
  /** Several cases at once, in this order; one that there is not is left out. Throws where one of them cannot be read. */
  casesById(ids: readonly CaseId[]): Promise<readonly StoredCase[]>;
  caseByCodeName(codeName: string): Promise<StoredCase | undefined>;
  casesHandledBy(person: PersonId): Promise<readonly CaseSummary[]>;
  casesOfParty(person: PersonId): Promise<readonly CaseSummary[]>;
  /** Cases that are not closed, for somebody who decides cases. */
  openCases(): Promise<readonly CaseSummary[]>;
  words(of: CaseId, statement: StatementId): Promise<string | undefined>;
  caseOfDraft(draft: string): Promise<CaseSummary | undefined>;

  commit(change: Change): Promise<Committed>;
  /** Changes of as many cases in fewer writes: each is stored as a whole or not at all, whatever comes of the others. */
  commitAll(changes: readonly Change[]): Promise<readonly Committed[]>;
  /** Whether this delivery has been dealt with before. */
  hasSeen(delivery: string): Promise<boolean>;
  /** Cases with something due at `now`, those due longest first. */
  dueCases(now: Temporal.Instant, limit: number): Promise<readonly CaseId[]>;
  /** The next moment at which something is due in any case. */
  nextDue(): Promise<Temporal.Instant | undefined>;

  vote(id: VoteId): Promise<StoredVote | undefined>;
  castBallot(ballot: BallotCast): Promise<CastResult>;
  /** Records that a member is present. Returns whether that changed anything. */
  markPresent(vote: VoteId, person: PersonId): Promise<boolean>;
  /**
   * Holds a vote still while `decide` looks at its ballots and says what changes: no ballot can come in between.
   * "undecided" when `decide` returned nothing.
   */
  closeVote(id: VoteId, decide: (vote: StoredVote) => Change | undefined): Promise<Committed | "undecided">;

  /** Puts off what is to be done, or brings it forward, without a change of the case. */
  request(effects: readonly Effect[], urgency?: Urgency): Promise<void>;
  /** Takes up to `limit` rows that are due, for `leaseMs` milliseconds: those that somebody waits for first, or those alone. */
  claim(worker: string, limit: number, leaseMs: number, onlyAwaited?: boolean): Promise<readonly Claim[]>;
  /** The row is done, unless it was changed meanwhile. False when this worker no longer held it. */
  finish(worker: string, claim: Claim): Promise<boolean>;
  /**
   * The row is tried again, `waitMs` milliseconds from now; as if it had not been tried where nothing of it was done. False when this
   * worker no longer held it.
   */
  putOff(worker: string, claim: Claim, waitMs: number, reason: string, isUntouched?: boolean): Promise<boolean>;
  /** Whatever nobody waits for and goes the same way as this is not tried before `waitMs` milliseconds from now. */
  holdUp(like: Effect, waitMs: number): Promise<void>;
  /** Rows that are not done, and how many milliseconds until the next of them is due; undefined when there is none. */
  waiting(): Promise<{ readonly rows: number; readonly nextInMs: number | undefined }>;

  room(of: CaseId, purpose: RoomPurpose, platform: PlatformName): Promise<StoredRoom | undefined>;
  /** Every room of these cases. */
  roomsOf(cases: readonly CaseId[]): Promise<readonly StoredRoom[]>;
  saveRoom(room: StoredRoom): Promise<void>;

  saveDraft(draft: Draft): Promise<void>;
  draft(id: string): Promise<Draft | undefined>;
  /** The drafts of a person, the latest first. */
  draftsOf(person: PersonId): Promise<readonly Draft[]>;
  deleteDraft(id: string): Promise<void>;
  /** Deletes what was typed last before a moment, but for what was typed in these forms. Returns how many. */
  purgeDrafts(before: Temporal.Instant, kept: readonly string[]): Promise<number>;

  /**
   * Keeps an anonymous report that is only counted, in the place of its draft, and asks for what follows. "seen": this draft has been filed
   * before. "stale": the code name is taken.
   */
  fileCounted(report: CountedReport, draft: string, effects: readonly Effect[]): Promise<"filed" | "seen" | "stale">;
  /**
   * Keeps a question that somebody asked in confidence, in the place of the version before it (version 1 is new), and asks for what follows.
   * "stale": somebody else was faster, or it has been deleted.
   */
  saveQuestion(question: Question, effects: readonly Effect[]): Promise<"saved" | "stale">;
  questionById(id: string): Promise<Question | undefined>;
  /** Those that a person asked, or was asked. */
  questionsOf(person: PersonId): Promise<readonly Question[]>;
  /** Those to which an answer is waited for. */
  waitingQuestions(): Promise<readonly Question[]>;
  /** Deletes it with its key: nobody can read it any more. */
  deleteQuestion(id: string): Promise<void>;

  /** Every such report, those that came first first. */
  countedReports(): Promise<readonly CountedReport[]>;
  /** Keeps what is counted of it and destroys its words for good; false when somebody has done so before. */
  codeCounted(id: string, code: CountedCode): Promise<boolean>;

  /** Keeps a code until it is used or over. */
  keepJoinCode(code: string, made: JoinCodeMade): Promise<void>;
  joinCode(code: string): Promise<JoinCodeMade | undefined>;
  dropJoinCode(code: string): Promise<void>;

  /** Small values that outlive a restart: which commands are registered, where rooms hang. */
  remember(name: string, value: string): Promise<void>;
  remembered(name: string): Promise<string | undefined>;
  /** The values of all names that begin so. */
  rememberedUnder(prefix: string): Promise<readonly string[]>;

  /** Every text of a rulebook that was adopted, or that a case was filed under. */
  rulebookTexts(): Promise<readonly RulebookText[]>;
  /** The versions of the rulebook, in the order in which they were adopted. */
  rulebookVersions(): Promise<readonly StoredVersion[]>;
  /** Adds a version and its text. "stale": there is one with this number already, read again. */
  adoptVersion(version: StoredVersion, text: string): Promise<"adopted" | "stale">;
  /** What was stated on exactly this text, in the order in which it was stated. */
  amendmentStatements(hash: string): Promise<readonly StoredStatement[]>;
  stateAmendment(statement: StoredStatement): Promise<void>;
  /** Keeps an answer; false when the same has been answered about the same value before, which then stands as it is. */
  recordAnswer(answer: GivenAnswer): Promise<boolean>;
  /** Every answer, the earliest first. */
  answers(): Promise<readonly GivenAnswer[]>;

  /** Everybody who may not take part in events, or will not. */
  barred(): Promise<readonly Barred[]>;
  /** Puts down what keeps somebody from events, in place of what was put down before; nothing any more where there are no bars. */
  saveBarred(barred: Barred): Promise<void>;
  recordDoorQuestion(question: DoorQuestion): Promise<void>;
  /** The latest questions at the door, the last of them first. */
  doorQuestions(limit: number): Promise<readonly DoorQuestion[]>;
  nameDoorDelegate(delegate: DoorDelegate): Promise<void>;
  /** Those who may ask at the door at a moment in somebody's place. */
  doorDelegates(at: Temporal.Instant): Promise<readonly DoorDelegate[]>;

  /**
   * Enters who comes to hold an office or ceases to, with what follows from it: all of it or nothing. What was entered before under the
   * same id is not entered again.
   */
  enterAppointments(entered: readonly Appointment[], effects: readonly Effect[]): Promise<void>;
  /** Everything that was entered, in that order. */
  appointments(): Promise<readonly Appointment[]>;
  /** How many were entered: grows whenever there is something new. */
  countAppointments(): Promise<number>;

  /** What was taken from somebody: one row, or several where two people have turned out to be one. */
  accessOf(person: PersonId): Promise<readonly KeptAccess[]>;
  accessById(id: string): Promise<KeptAccess | undefined>;
  accessIds(): Promise<readonly string[]>;
  /** Keeps a row as it is given, with the version that was read; false when somebody else was faster: read again. */
  saveAccess(row: KeptAccess): Promise<boolean>;
  forgetAccess(row: Pick<KeptAccess, "id" | "version">): Promise<boolean>;

  /** Keeps that something was done that has to be done again and again; false when the same has been kept before. */
  recordObligationDone(done: ObligationDone): Promise<boolean>;
  /** What was recorded first comes first. */
  obligationsDone(): Promise<readonly ObligationDone[]>;
  /** Keeps that an announcement was made and asks for what follows from it, both or neither; false when it was made before. */
  announceObligation(key: string, at: Temporal.Instant, effects: readonly Effect[]): Promise<boolean>;

  /** Keeps who read what of a case, or of a report that is only counted, and when. */
  recordReading(of: CaseId | { readonly counted: string }, reading: Reading): Promise<void>;
  /** Who read what of it, the first first. */
  readings(of: CaseId | { readonly counted: string }): Promise<readonly Reading[]>;
  close(): Promise<void>;
}

/** What came of asking a platform for something. */
export type Sent<T> =
  | { readonly kind: "done"; readonly value: T }
  /** The platform will not do it: asking again is of no use until somebody changes something. */
  | { readonly kind: "refused"; readonly reason: string }
  /** It is not there any more: somebody deleted or archived it by hand. */
  | { readonly kind: "gone"; readonly what: "room" | "message"; readonly reason: string }
  /** It did not work this time, or nobody knows whether it did. */
  | {
      readonly kind: "later";
      readonly reason: string;
      readonly waitMs: number | undefined;
      /** Set where too much was asked of the platform. */
      readonly ration?: Ration;
    };

/** What a platform said that was asked for too much. */
interface Ration {
  /** Whether whatever else goes this way would be told the same; otherwise it is this room or this person alone. */
  readonly isForAll: boolean;
  /** Whether nothing of what was asked for was done. */
  readonly isUntouched: boolean;
}

/** Somebody who can read rooms of cases on a platform without having been let into them: a person, or whoever has a role. */
export interface RoomReader {
  readonly kind: "owner" | "role" | "person";
  readonly name: string;
}

/** What an account has on a platform, of some roles and channels. */
export interface AccessRead {
  readonly standing: Standing;
  /** Of those that were asked about, by their ids, those about which nothing can be done. */
  readonly problems: Readonly<Record<string, AccessProblem>>;
  /** Whether the account owns or administers the server: roles keep it from nothing. */
  readonly seesAll: boolean;
}

export type AccessChanged =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly problem: AccessProblem }
  | { readonly kind: "later"; readonly reason: string; readonly waitMs: number | undefined };

/** Roles of Discord, private channels of Slack: who has them. Every call may be repeated. */
export interface AccessPort {
  read(account: AccountRef, measures: readonly Measure[]): Promise<Sent<AccessRead>>;
  /** Sees to it that an account has a role or is in a channel, or no longer. Nothing says why. */
  change(account: AccountRef, id: string, to: "has" | "has-not"): Promise<AccessChanged>;
  /** What stands in the way of these, as it is now. */
  check(
    measures: readonly Measure[],
  ): Promise<Sent<readonly { readonly id: string; readonly problem: AccessProblem }[]>>;
}

/** A platform as the outbox uses it. Every call may be repeated: with `again` set it first looks for what an earlier one left. */
export interface Platform {
  readonly name: PlatformName;
  openRoom(room: { readonly name: string; readonly again: boolean }): Promise<Sent<string>>;
  /** Posts a message and brings newcomers into the room with it. */
  post(post: {
    readonly room: string;
    readonly key: string;
    readonly message: Message;
    readonly newcomers: readonly AccountRef[];
    /** Members whose attention it asks for. */
    readonly calls: readonly AccountRef[];
    readonly again: boolean;
  }): Promise<Sent<string>>;
  edit(edit: {
    readonly room: string;
    readonly remote: string;
    readonly key: string;
    readonly message: Message;
  }): Promise<Sent<string>>;
  invite(room: string, accounts: readonly AccountRef[]): Promise<Sent<true>>;
  remove(room: string, accounts: readonly AccountRef[]): Promise<Sent<true>>;
  archive(room: string): Promise<Sent<true>>;
  /** Sends a private message. */
  direct(direct: {
    readonly account: Account;
    readonly key: string;
    readonly message: Message;
    readonly again: boolean;
  }): Promise<Sent<string>>;
  /** Who can read rooms without having been let into them, as it is now. */
  roomReaders(): Promise<Sent<readonly RoomReader[]>>;
  readonly access: AccessPort;
  /** The same for what nobody waits for, where the platform rations its calls: it leaves some of them to whoever waits. */
  readonly inBackground?: Platform;
  /** A short text that is the same exactly when the message would look the same. */
  shown(message: Message): string;
  /** Resolves once everything that has arrived from people has been answered. */
  answered(): Promise<void>;
  close(): Promise<void>;
}
