import type { Temporal } from "temporal-polyfill";

import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { CaseId, DecisionId, PartyId, PersonId, SanctionId, StageId, StatementId, VoteId } from "../identity.ts";

/** A sanction of one person: what imposed it, whose it is, and what it was then. */
interface OfSanction {
  readonly decision: DecisionId;
  readonly party: PartyId;
  readonly sanction: SanctionId;
}

/** A condition that was attached to a sanction; `by` is the last day on which it is met, as 2026-03-15, undefined where it is kept throughout. */
export interface AttachedCondition {
  readonly condition: string;
  readonly by: string | undefined;
}

/** Why an interim sanction ended by itself: the case is over, or what was decided holds in its place. */
export type InterimEnd = "case-closed" | "decided";

/** What can follow when a sanction is not kept, as the rulebook names it. */
export type BreachConsequence = "extend" | "rehear" | "new_report";

/** A sanction that was not kept, of which a report was filed, and the case that imposed it. */
export interface Follows {
  readonly case: CaseId;
  readonly codeName: string;
  readonly sanction: SanctionId;
}

/** What happens to sanctions besides decisions. */
export type SanctionEntry =
  /** Imposed while the case is handled; `decision` is an id of its own, `vote` the vote by which a body did. */
  | ({
      readonly kind: "interim-imposed";
      readonly ground: string;
      readonly reasons: StatementId;
      readonly vote: VoteId | undefined;
    } & OfSanction)
  | ({ readonly kind: "interim-ended"; readonly how: InterimEnd } & OfSanction)
  /** Those who handle the case ask a body to impose something while it is handled; `statement` is what the body reads. */
  | {
      readonly kind: "interim-asked";
      readonly ask: string;
      readonly party: PartyId;
      readonly sanction: SanctionId;
      readonly ground: string;
      readonly statement: StatementId;
      readonly officer: PersonId;
    }
  /** It was looked at again, and goes on. */
  | ({ readonly kind: "sanction-reviewed"; readonly reasons: StatementId } & OfSanction)
  /** What had to be done was done. */
  | ({ readonly kind: "sanction-task-done"; readonly statement: StatementId } & OfSanction)
  /** A condition of it was met, or was not; `statement` says how that is known. */
  | ({
      readonly kind: "sanction-condition";
      readonly condition: string;
      readonly isMet: boolean;
      readonly statement: StatementId;
    } & OfSanction)
  /** It was not kept; `statement` says how that is known. */
  | ({
      readonly kind: "sanction-breached";
      readonly breach: string;
      readonly consequence: BreachConsequence | undefined;
      readonly statement: StatementId;
    } & OfSanction)
  /** Because it was not kept it holds so much longer. */
  | ({
      readonly kind: "sanction-prolonged";
      readonly breach: string;
      readonly by: Span;
      readonly reasons: StatementId;
    } & OfSanction)
  /** Because a sanction was not kept the case is heard again, from this stage on. */
  | { readonly kind: "reheard"; readonly breach: string; readonly stage: StageId };

/** What is told about sanctions besides decisions. */
export type SanctionSubject =
  | {
      readonly kind: "interim";
      readonly decision: DecisionId;
      readonly sanction: SanctionId;
      readonly ground: string;
      readonly reasons: StatementId;
    }
  | { readonly kind: "interim-ended"; readonly sanction: SanctionId; readonly how: InterimEnd }
  | { readonly kind: "sanction-task-done"; readonly sanction: SanctionId }
  /** To the person, and of what was missed to whoever imposed it. */
  | {
      readonly kind: "sanction-condition";
      readonly decision: DecisionId;
      readonly sanction: SanctionId;
      readonly condition: string;
      readonly isMet: boolean;
    }
  /** To whoever imposed it: it was not kept, and whether it holds longer is for them to say. */
  | { readonly kind: "sanction-breached"; readonly decision: DecisionId; readonly sanction: SanctionId };

type Of<Kind extends SanctionEntry["kind"]> = Omit<Extract<SanctionEntry, { kind: Kind }>, "kind"> & {
  readonly at: Temporal.Instant;
};

export interface Interim extends Of<"interim-imposed"> {
  /** The stage at which it was imposed. */
  readonly stage: StageId;
  readonly ended: { readonly at: Temporal.Instant; readonly how: InterimEnd } | undefined;
}

/** What was done about the sanctions of a case besides deciding them, each the first first. */
export interface SanctionsKept {
  readonly interims: readonly Interim[];
  readonly asks: readonly Of<"interim-asked">[];
  readonly reviews: readonly Of<"sanction-reviewed">[];
  readonly done: readonly Of<"sanction-task-done">[];
  readonly conditions: readonly Of<"sanction-condition">[];
  readonly breaches: readonly Of<"sanction-breached">[];
  readonly prolonged: readonly Of<"sanction-prolonged">[];
}

export const nothingKept: SanctionsKept = {
  interims: [],
  asks: [],
  reviews: [],
  done: [],
  conditions: [],
  breaches: [],
  prolonged: [],
};

/** The same after one more entry. */
export function keptAfter(
  kept: SanctionsKept,
  entry: Exclude<SanctionEntry, { kind: "reheard" }>,
  stage: StageId,
  at: Temporal.Instant,
): SanctionsKept {
  switch (entry.kind) {
    case "interim-imposed":
      return { ...kept, interims: [...kept.interims, { ...entry, stage, at, ended: undefined }] };
    case "interim-asked":
      return { ...kept, asks: [...kept.asks, { ...entry, at }] };
    case "interim-ended": {
      const ended = { at, how: entry.how };
      const interims = kept.interims.map((each) => (each.decision === entry.decision ? { ...each, ended } : each));
      return { ...kept, interims };
    }
    case "sanction-reviewed":
      return { ...kept, reviews: [...kept.reviews, { ...entry, at }] };
    case "sanction-task-done":
      return { ...kept, done: [...kept.done, { ...entry, at }] };
    case "sanction-condition":
      return { ...kept, conditions: [...kept.conditions, { ...entry, at }] };
    case "sanction-breached":
      return { ...kept, breaches: [...kept.breaches, { ...entry, at }] };
    case "sanction-prolonged":
      return { ...kept, prolonged: [...kept.prolonged, { ...entry, at }] };
  }
}
