import type { OptionId } from "../paper.ts";

/** Votes in hundredths, as whole numbers: 1 paper is 100. The rules take every division to two decimal places, so nothing is lost. */
export type Hundredths = number;

/** How a tie was decided: by the earliest stage at which the votes were unequal, or by the lot. */
export interface RankedTie {
  /** ERS97 5.2.5, 5.2.3 and 5.6.2: who is excluded, whose surplus is transferred first, and who takes the last places. */
  readonly of: "exclusion" | "surplus" | "last-places";
  /** Of a lot only those whom no earlier stage told apart. */
  readonly tied: readonly OptionId[];
  readonly by: "earlier-stage" | "lot";
  readonly chosen: readonly OptionId[];
}

/** All papers of one value that were transferred together, a sub-stage of an exclusion. */
export interface Batch {
  readonly value: Hundredths;
  readonly papers: number;
  /** Those of them on which no candidate follows who may still receive votes. */
  readonly nonTransferable: number;
  /** Every candidate's votes after it, and the quota, which falls until somebody is elected (5.4.8). */
  readonly votes: Readonly<Record<OptionId, Hundredths>>;
  readonly quota: Hundredths;
  readonly elected: readonly OptionId[];
}

interface AfterStage {
  readonly quota: Hundredths;
  /** Of every candidate, whatever became of them. */
  readonly votes: Readonly<Record<OptionId, Hundredths>>;
  /** What has become non-transferable so far. With the votes it makes up the papers of the first stage, at every stage. */
  readonly nonTransferable: Hundredths;
  /** Who is elected at this stage, the one with the most votes first. */
  readonly elected: readonly OptionId[];
  /** How the ties of this stage were decided. */
  readonly ties: readonly RankedTie[];
}

/** One stage of a count under the ERS97 rules. */
export type RankedStage =
  | ({ readonly kind: "first" } & AfterStage)
  | ({
      readonly kind: "surplus";
      readonly of: OptionId;
      readonly surplus: Hundredths;
      /** The papers that were looked at: the batch received last. */
      readonly papers: number;
      readonly transferable: number;
      /** At what each of them is transferred. */
      readonly value: Hundredths;
    } & AfterStage)
  | ({ readonly kind: "exclusion"; readonly of: readonly OptionId[]; readonly batches: readonly Batch[] } & AfterStage)
  /** 5.5.1: as many are left as there are places once these were excluded; their papers are not transferred any more. */
  | ({ readonly kind: "filled"; readonly of: readonly OptionId[] } & AfterStage);

/** Everything about a ranked count, for a table, a picture and words. */
export interface RankedCount {
  readonly seats: number;
  /** All who stood, re-open nominations among them, also once more. */
  readonly candidates: readonly OptionId[];
  /** Papers with a first preference, and those without. */
  readonly valid: number;
  readonly blank: number;
  readonly spoilt: number;
  /** Who takes a seat, in the order in which they were elected. */
  readonly elected: readonly OptionId[];
  /** Those of them who were elected without a single vote, because nobody else was left. */
  readonly withoutVotes: readonly OptionId[];
  /** Seats nobody takes: re-open nominations was elected to them, or there were too few candidates. */
  readonly vacant: number;
  readonly stages: readonly RankedStage[];
}
