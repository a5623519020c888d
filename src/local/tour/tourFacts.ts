import type { Temporal } from "temporal-polyfill";

import type { Case } from "../../domain/case/case.ts";
import type { VoteId } from "../../domain/identity.ts";
import type { CaseResult } from "../../domain/voting/inCase.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/** The newest vote of the case. */
export interface VoteFacts {
  readonly vote: VoteId;
  readonly isOpen: boolean;
  /** The result; of an open vote the one if it were closed now. */
  readonly result: CaseResult;
  /** Whether somebody tried to close it and was refused. */
  readonly wasRefused: boolean;
  /** Accounts of those whose ballot counts. */
  readonly voted: readonly string[];
}

/** What the tour looks at: the newest case that was filed on its platform since it began. */
export interface TourFacts {
  readonly rulebook: Rulebook;
  readonly now: Temporal.Instant;
  /** Undefined until a report is filed. */
  readonly current: Case | undefined;
  readonly vote: VoteFacts | undefined;
  /** Accounts of board members who declared that nothing stands in the way. */
  readonly cleared: readonly string[];
  /** Accounts of those who stepped aside, or whom the report passed by. */
  readonly aside: readonly string[];
}
