import type { CaseFile, Recorded } from "../domain/case/entry.ts";
import type { RoomPurpose } from "../domain/case/noticeSubject.ts";
import type { Wake } from "../domain/deadlines/due.ts";
import type { StatementId, CaseId, PersonId, VoteId } from "../domain/identity.ts";
import type { Voter, CaseChoice } from "../domain/voting/result.ts";
import type { Effect, Urgency } from "./effect.ts";
import type { Identity, PlatformName } from "./person.ts";

export interface StoredCase extends CaseFile {
  /** The hash of the rulebook it was filed under. */
  readonly rulebook: string;
  readonly identities: readonly Identity[];
}

export interface Words {
  readonly id: StatementId;
  readonly text: string;
}

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

export interface CaseSummary {
  readonly id: CaseId;
  readonly codeName: string;
  readonly isClosed: boolean;
}
