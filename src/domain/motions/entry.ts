import type { Temporal } from "temporal-polyfill";

import type { CaseId, PersonId, StatementId, VoteId } from "../identity.ts";
import type { TurnoutNotMet } from "../voting/attendance.ts";
import type { Agreement } from "../voting/consensus/countConsensus.ts";
import type { Chosen } from "../voting/countChoose.ts";
import type { OptionId } from "../voting/paper.ts";
import type { Inquorate } from "../voting/quorum.ts";
import type { Elected } from "../voting/ranked/countElection.ts";
import type { RankedStage } from "../voting/ranked/stage.ts";
import type { Tallied } from "../voting/result.ts";

/** A random identifier of a motion that is no case. */
export type MotionId = string;

/** Who brought something about in a motion: somebody, or the clock. */
export type MotionActor = { readonly kind: "person"; readonly person: PersonId } | { readonly kind: "clock" };

/** A vote on a motion that was counted, whole. */
export type Counted = Tallied | Chosen | Elected | Agreement;

/** What came of a vote, whatever is told of its numbers. */
interface Came<Count extends Counted> {
  readonly present: number;
  readonly voted: number;
  readonly recused: number;
  /** Undefined where so few voted in secret that the numbers would show who voted how, or the rules seal them: then nothing is left of them. */
  readonly count: Count | undefined;
}

/** How a vote on a motion ended. */
export type MotionResult =
  | ({ readonly kind: "inquorate" } & Inquorate)
  | TurnoutNotMet
  /** Closed without a count: Redress was away for too long, the motion was withdrawn, its mover was asked something, or somebody was counted twice. */
  | { readonly kind: "void"; readonly why: "outage" | "withdrawn" | "question" | "counted-twice" }
  | ({
      readonly kind: Tallied["kind"];
      /** How the chair decided a tie. */
      readonly casting?: "in-favour" | "against" | undefined;
    } & Came<Tallied>)
  | ({ readonly kind: Agreement["kind"] } & Came<Agreement>)
  | ({
      readonly kind: "chosen";
      /** What is taken, the one chosen most first. */
      readonly taken: readonly OptionId[];
      readonly earlier?: EarlierChoice | undefined;
    } & Came<Chosen>)
  | ({
      readonly kind: "elected";
      readonly elected: readonly OptionId[];
      readonly vacant: number;
      /** Whether re-open nominations took any of the seats that stay vacant; undefined in minutes that did not keep it. */
      readonly isReopened?: boolean | undefined;
      readonly earlier?: readonly EarlierStage[] | undefined;
    } & Came<Elected>);

/** What was kept of a choice before counts were kept whole. */
interface EarlierChoice {
  readonly counts: Readonly<Record<OptionId, number>>;
  /** Options chosen equally often, of which not all could be taken. */
  readonly tied: readonly OptionId[];
}

/** What was kept of a stage of a ranked count before counts were kept whole. Votes are hundredths. */
export interface EarlierStage {
  readonly kind: RankedStage["kind"];
  /** Whose votes were transferred. */
  readonly of: readonly OptionId[];
  readonly votes: Readonly<Record<OptionId, number>>;
  readonly elected: readonly OptionId[];
}

/** The ballots of a secret vote as everybody who may vote can read them. */
export interface Published {
  /** The SHA-256 of the file, in hexadecimal digits. */
  readonly hash: string;
  readonly ballots: number;
  /** Whether the choices stand in it; where they would show who voted how only the receipts do. */
  readonly hasChoices: boolean;
}

/** How many were counted by hand, such as those in the room who raised theirs. */
export interface Hands {
  readonly inFavour: number;
  readonly against: number;
  readonly abstaining: number;
}

/** What a lot is bound by before anybody votes. */
export interface Committed {
  /** The SHA-256 of its seed, in hexadecimal digits. */
  readonly commitment: string;
  /** Under which id the seed stands, sealed, until the vote is closed. */
  readonly seed: StatementId;
}

/** A lot once the votes were counted: anybody can check it (voting/drawLot.ts). */
export interface Revealed {
  readonly seed: string;
  /** Everything that could stand on a ballot; of equal options the earliest comes first. */
  readonly order: readonly OptionId[];
}

/** One thing that happened in a motion that is no case. Words stand apart, under the ids that are given here. */
export type MotionEntry =
  | {
      readonly kind: "moved";
      /** The platform on which it was moved. */
      readonly origin: string;
      /** The way to vote, of those under votes in the rulebook. */
      readonly rule: string;
      readonly mover: PersonId;
      readonly text: StatementId;
      /** The last day of the vote, as 2026-03-20, as the mover proposes it; undefined where it is closed by hand. */
      readonly lastDay: string | undefined;
      /** What is voted on besides the motion itself, such as topics or candidates; their words, in this order. */
      readonly options?: { readonly ids: readonly OptionId[]; readonly words: StatementId } | undefined;
      /** The session in which it was moved, and whether that is in camera. */
      readonly session?: { readonly id: string; readonly isInCamera: boolean } | undefined;
      /** The case of which a decision is confirmed by it; such a vote is opened and closed by the clock alone. */
      readonly about?: { readonly case: CaseId } | undefined;
    }
  | { readonly kind: "seconded"; readonly person: PersonId }
  | { readonly kind: "withdrawn"; readonly person: PersonId }
  | { readonly kind: "recused"; readonly person: PersonId }
  /** One of the options stands on no ballot any more, such as a candidate who withdraws: what was cast stays, and is counted without it. */
  | { readonly kind: "option-withdrawn"; readonly option: OptionId; readonly person: PersonId }
  /** Somebody who may vote asks whoever moved it; with which open vote, that ended as void with it. */
  | {
      readonly kind: "mover-asked";
      readonly question: StatementId;
      readonly person: PersonId;
      readonly vote: VoteId | undefined;
    }
  | {
      readonly kind: "mover-answered";
      readonly question: StatementId;
      readonly answer: StatementId;
      readonly person: PersonId;
    }
  /** Whoever leads goes on without an answer. */
  | { readonly kind: "question-dropped"; readonly question: StatementId }
  | {
      readonly kind: "vote-opened";
      readonly vote: VoteId;
      /** Who may vote from now on, whoever comes or leaves. */
      readonly electorate: readonly PersonId[];
      /** How many held a seat then, those who had stepped aside among them. */
      readonly seats: number;
      /** Who was of each body that must be among those present, by the names that quorums are counted by. */
      readonly bodies: Readonly<Record<string, readonly PersonId[]>>;
      /** The first moment after its last day; undefined where it is closed by hand. */
      readonly closes: Temporal.Instant | undefined;
      readonly isSecret: boolean;
      /** The lot by which equal options are told apart, as it is committed to; none where no lot can be needed. */
      readonly committed?: Committed | undefined;
      /** The order of the lot, as earlier votes drew it when they were opened. */
      readonly lot?: readonly OptionId[] | undefined;
      /** By which way to vote, where it is not the one that it was moved by. */
      readonly rule?: string | undefined;
    }
  /** Other words take the place of those that were moved, while nothing is voted on. */
  | { readonly kind: "amended"; readonly text: StatementId }
  /** Whoever calls a consensus says that there is agreement: until when one may object; undefined where it is closed by hand. */
  | { readonly kind: "consensus-called"; readonly vote: VoteId; readonly until: Temporal.Instant | undefined }
  /** The casting vote of the chair on what was tied. */
  | { readonly kind: "tie-decided"; readonly vote: VoteId; readonly casting: "in-favour" | "against" }
  /** Whoever opens and closes the vote entered what was counted by hand: of several the last counts. */
  | ({ readonly kind: "hands-counted"; readonly vote: VoteId } & Hands)
  /** Those who had not voted were told that the vote is open. */
  | { readonly kind: "reminded"; readonly vote: VoteId; readonly occasion: string }
  /** Redress was away during the vote, which stays open for longer. */
  | {
      readonly kind: "vote-extended";
      readonly vote: VoteId;
      readonly awayFrom: Temporal.Instant;
      readonly awayUntil: Temporal.Instant;
      readonly closes: Temporal.Instant;
    }
  | {
      readonly kind: "vote-closed";
      readonly vote: VoteId;
      readonly result: MotionResult;
      readonly published: Published | undefined;
      readonly revealed?: Revealed | undefined;
    };

/** An entry of a motion as it was stored. */
export interface MotionRecorded {
  /** 1, 2, 3, ... without gaps. */
  readonly version: number;
  readonly at: Temporal.Instant;
  readonly by: MotionActor;
  readonly entry: MotionEntry;
}
