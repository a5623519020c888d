import type { Temporal } from "temporal-polyfill";

import type { PersonId, StatementId, VoteId } from "../domain/identity.ts";
import type { MotionId, MotionRecorded } from "../domain/motions/entry.ts";
import type { MotionFile } from "../domain/motions/motion.ts";
import type { SessionFile, SessionId, SessionRecorded } from "../domain/sessions/session.ts";
import type { Paper } from "../domain/voting/paper.ts";
import type { CastResult, Committed, StoredRoom, Words } from "./casePorts.ts";
import type { Effect } from "./effect.ts";

/** A moment at which something is to be done in a motion. */
export interface MotionWake {
  readonly key: string;
  readonly at: Temporal.Instant;
}

/** One change of one motion: stored as a whole or not at all. */
export interface MotionChange {
  /** The delivery that caused it: a second change with the same one is refused as "seen". */
  readonly delivery: string | undefined;
  readonly motion: MotionId;
  /** Set when the motion begins with this change. */
  readonly opens?: { readonly codeName: string; readonly rulebook: string };
  /** The version that was read, 0 for a new motion; its entries are numbered from the next. */
  readonly expected: number;
  readonly entries: readonly MotionRecorded[];
  readonly words: readonly Words[];
  readonly isClosed: boolean;
  /** Everything that the clock will have to do in this motion from now on. */
  readonly wakes: readonly MotionWake[];
  readonly opensVote?: {
    readonly vote: VoteId;
    readonly electorate: readonly PersonId[];
    readonly isSecret: boolean;
    /** Those of them who are present in the session already. */
    readonly present?: readonly PersonId[];
  };
  /** Members who are out of every open vote of this motion from now on. */
  readonly recuses: readonly PersonId[];
  readonly closesVote?: VoteId;
  /** Whether its ballots are destroyed with that, so that nobody can read any more who chose what. */
  readonly sealsVote?: boolean;
  /** What is kept of the ballots of a secret vote that is closed: without a voter, a time or an order. */
  readonly publishes?: readonly SecretBallot[];
  readonly effects: readonly Effect[];
}

/** A member of the electorate of a vote on a motion. */
export interface MotionVoter {
  readonly person: PersonId;
  readonly isPresent: boolean;
  readonly isRecused: boolean;
  readonly hasVoted: boolean;
  /** The ballot that counts: the last one cast. Undefined in a secret vote, for everybody and for good. */
  readonly paper: Paper | undefined;
}

export interface StoredMotionVote {
  readonly vote: VoteId;
  readonly motion: MotionId;
  readonly isOpen: boolean;
  readonly isSecret: boolean;
  readonly voters: readonly MotionVoter[];
}

/** A ballot of a secret vote once it was opened. */
export interface SecretBallot {
  /** By which whoever cast it finds it, and nobody else. */
  readonly receipt: string;
  /** Undefined where the choices would show who voted how: then it is kept only that it was counted. */
  readonly paper: Paper | undefined;
}

interface MotionCast {
  readonly delivery: string;
  readonly vote: VoteId;
  readonly motion: MotionId;
  readonly person: PersonId;
  readonly paper: Paper;
  /** Whether a second ballot takes the place of the first. */
  readonly replaces: boolean;
}

/** What the buttons of a secret vote carry: to nobody else it says what they stand for. */
export interface SecretMarks {
  /** What stands on a button instead of a choice. The same choice of the same person has the same mark. */
  mark(person: PersonId, choice: string): string;
  /** A paper that is being filled in, as its buttons carry it: at most 26 characters of one byte. */
  cover(person: PersonId, paper: string): string;
  /** The paper that was covered for this person; undefined for anything else. */
  uncover(person: PersonId, covered: string): string | undefined;
}

/** One change of one session: stored as a whole or not at all. */
export interface SessionChange {
  readonly delivery: string | undefined;
  readonly session: SessionId;
  /** Set when the session begins with this change. */
  readonly opens?: { readonly codeName: string; readonly rulebook: string };
  /** The version that was read, 0 for a new session. */
  readonly expected: number;
  readonly entries: readonly SessionRecorded[];
  readonly words: readonly Words[];
  readonly isClosed: boolean;
  readonly effects: readonly Effect[];
}

/** The sessions of bodies. Their words and rooms stand where those of motions do. */
export interface SessionStore {
  sessionById(id: SessionId): Promise<SessionFile | undefined>;
  sessionByCodeName(codeName: string): Promise<SessionFile | undefined>;
  /** Sessions that are not over, the oldest first. */
  openSessions(): Promise<readonly SessionId[]>;
  commitSession(change: SessionChange): Promise<Committed>;
}

/** The motions that are no case, and the votes on them. */
export interface MotionStore extends SessionStore {
  motionById(id: MotionId): Promise<MotionFile | undefined>;
  motionByCodeName(codeName: string): Promise<MotionFile | undefined>;
  /** Motions in which something can still happen, the oldest first. */
  openMotions(): Promise<readonly MotionId[]>;
  motionWords(of: MotionId, statement: StatementId): Promise<string | undefined>;
  commitMotion(change: MotionChange): Promise<Committed>;
  /** The next moment at which something is due in any motion. */
  nextDueInMotions(): Promise<Temporal.Instant | undefined>;
  /** Motions with something due at `now`, those due longest first. */
  dueMotions(now: Temporal.Instant, limit: number): Promise<readonly MotionId[]>;

  motionVote(id: VoteId): Promise<StoredMotionVote | undefined>;
  castOnMotion(cast: MotionCast): Promise<CastResult>;
  /**
   * Seals a ballot to the key of its vote, under a name that only another key of the vote gives: no time, no order and no delivery is kept
   * with it. A later one of the same voter takes its place.
   */
  castInSecret(cast: MotionCast & { readonly receipt: string }): Promise<CastResult>;
  /** What the buttons of an open secret vote carry; undefined for any other vote. */
  secretMarks(vote: VoteId): Promise<SecretMarks | undefined>;
  markPresentOnMotion(vote: VoteId, person: PersonId): Promise<boolean>;
  /**
   * Holds a vote still while `decide` looks at its ballots and says what changes: no ballot can come in between. Those of a secret vote are
   * given in an order by chance, apart from the voters; with the change its keys and its envelopes are gone for good.
   * "undecided" when `decide` returned nothing.
   */
  closeVoteOnMotion(
    id: VoteId,
    decide: (
      vote: StoredMotionVote,
      ballots: readonly (SecretBallot & { readonly paper: Paper })[],
      /** The SHA-256 of a text, in hexadecimal digits. */
      digest: (text: string) => string,
    ) => MotionChange | undefined,
    /** Whose envelopes are left closed besides those of whoever stepped aside. */
    without?: readonly PersonId[],
  ): Promise<Committed | "undecided">;
  /** The ballots of a closed secret vote, in the order of their receipts. */
  publishedBallots(vote: VoteId): Promise<readonly SecretBallot[]>;

  motionRoom(of: MotionId, platform: StoredRoom["platform"]): Promise<StoredRoom | undefined>;
  saveMotionRoom(room: StoredRoom): Promise<void>;
}
