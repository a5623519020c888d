import type { Told } from "./told.ts";

/** A case, to be chosen. */
export interface ListedCase {
  readonly id: string;
  readonly codeName: string;
  /** Milliseconds since 1970. */
  readonly received: number;
  /** Where it stands. */
  readonly stage: Told;
}

/** One thing that happened in a case. */
export interface CaseLine {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: Told;
  readonly by?: string;
  /** "Memo 5.2". */
  readonly clause?: string;
}

/** Something that is to be done or happens by a day. */
export interface CaseDue {
  readonly text: Told;
  readonly isLate: boolean;
  readonly clause?: string;
}

/** A case as somebody who stands so to it sees it. */
export interface CaseColumn {
  /** Names the column: "officers", "board", or a party. */
  readonly key: string;
  readonly title: Told;
  /** What they may see of any case, and what never. */
  readonly may: Told;
  /** What stands in place of the lines where there are none. */
  readonly nothing: Told;
  /** Oldest first. */
  readonly lines: readonly CaseLine[];
  /** Soonest first. */
  readonly coming: readonly CaseDue[];
}

/** The cases there are, newest first. */
export interface ShownCases {
  readonly cases: readonly ListedCase[];
}

export interface CaseFileShown {
  readonly codeName: string;
  readonly columns: readonly CaseColumn[];
}

/** The case files of the bot, for a look from every side at once that the bot itself offers to nobody. */
export interface CaseFiles {
  /** Newest first. */
  list(): Promise<readonly ListedCase[]>;
  /** Undefined where there is no such case. */
  read(id: string): Promise<CaseFileShown | undefined>;
}
