import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Conclusion } from "../case/conclude.ts";
import type { MotionPut } from "../case/decide.ts";
import type { DecisionId, NoticeId, PartyId, PersonId, StatementId, VoteId } from "../identity.ts";
import type { Viewer } from "../parties/viewer.ts";
import type { Roster } from "../roster.ts";
import type { Voter } from "../voting/result.ts";

/** Somebody before a case as it stands: everything an act on it is decided from, but for the act. */
export interface Standing {
  readonly rulebook: Rulebook;
  readonly roster: Roster;
  readonly current: Case;
  readonly viewer: Viewer;
  readonly caller: PersonId;
  /** The people who are parties. */
  readonly parties: readonly PersonId[];
  /** What the parties are called. */
  readonly names: readonly string[];
  readonly at: Temporal.Instant;
}

/** Everything somebody can do in a case. Of words that were entered an act knows the id only, but for the brief, which may name nobody. */
export type Act =
  | { readonly kind: "take" }
  | { readonly kind: "acknowledge"; readonly statement: StatementId }
  /** `statement` says what was done, and when. */
  | { readonly kind: "do-task"; readonly task: string; readonly statement: StatementId }
  | { readonly kind: "note"; readonly statement: StatementId }
  /** `on` is the day of the meeting, as 2026-03-20. */
  | { readonly kind: "summon"; readonly on: string; readonly statement: StatementId }
  | ({ readonly kind: "conclude" } & Conclusion)
  | { readonly kind: "write-brief"; readonly text: string; readonly statement: StatementId }
  | { readonly kind: "approve-brief" }
  /** `on` is the day on which it was delivered by hand, as 2026-03-20. */
  | { readonly kind: "record-delivery"; readonly notice: NoticeId; readonly on: string }
  | { readonly kind: "recuse" }
  | { readonly kind: "clear" }
  | ({ readonly kind: "put-motion" } & MotionPut)
  /** `voters` are those who may vote, as the vote stands. */
  | { readonly kind: "be-present" | "cast"; readonly vote: VoteId; readonly voters: readonly Voter[] }
  | { readonly kind: "close-vote"; readonly voters: readonly Voter[] }
  /** The deciding body cannot be quorate: the case goes where the rules then have it go. */
  | { readonly kind: "refer"; readonly voters: readonly Voter[] }
  | { readonly kind: "send-notices" }
  /** Tells whoever reported where to get help. */
  | { readonly kind: "send-support" }
  /** An officer is the one to whom the complainant can turn. */
  | { readonly kind: "support" }
  /** The party who may chooses another officer for that. */
  | { readonly kind: "choose-support"; readonly officer: PersonId }
  /** The party who may ends the case. */
  | { readonly kind: "end" }
  /** Ends the sanction that a decision imposed on one person early; `reasons` say why. */
  | {
      readonly kind: "lift";
      readonly decision: DecisionId;
      readonly party: PartyId;
      readonly reasons: StatementId;
    };

export type ActKind = Act["kind"];
