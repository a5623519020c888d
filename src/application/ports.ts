import type { Temporal } from "temporal-polyfill";

import type { Untaken } from "../domain/case/files.ts";
import type { RoomPurpose } from "../domain/case/noticeSubject.ts";
import type { PersonId, CaseId, StatementId, VoteId } from "../domain/identity.ts";
import type { CountedReport, CountedCode } from "../domain/intake/counted.ts";
import type { Appointment } from "../domain/people/appointment.ts";
import type { Question } from "../domain/questions/question.ts";
import type { Reading } from "../domain/records/readings.ts";
import type { Kept } from "../domain/sanctions/access.ts";
import type { Bar } from "../domain/sanctions/door.ts";
import type { Statement } from "../domain/versions/version.ts";
import type {
  StoredCase,
  CaseSummary,
  Change,
  Committed,
  StoredVote,
  BallotCast,
  CastResult,
  StoredRoom,
} from "./casePorts.ts";
import type { Effect, Urgency, Claim } from "./effect.ts";
import type { MotionStore } from "./motionPorts.ts";
import type { AccountRef, PlatformName, Account, Person } from "./person.ts";
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

/** A file that goes along with what somebody has typed: it is kept as long as that, and goes with it. */
export interface DraftFile {
  readonly draft: string;
  /** Its place among the files that go along, 0 for the first. */
  readonly number: number;
  readonly name: string;
  /** The bytes as they were copied, or why it was not taken. */
  readonly content: Uint8Array | Untaken;
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
  /** With the files that go along with it. */
  deleteDraft(id: string): Promise<void>;
  /** Keeps a file with a draft; of a draft that is gone nothing is kept, and what is there already stays as it is. */
  saveDraftFile(file: DraftFile): Promise<void>;
  /** The files that go along with a draft, in their order. */
  draftFiles(draft: string): Promise<readonly DraftFile[]>;
  /** Deletes what was typed last before a moment with the files that go along, but for what was typed in these forms. Returns how many. */
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
