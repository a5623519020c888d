import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import { readProcedure } from "../case/stages.ts";
import type { DecisionId, OutcomeId, PersonId, StageId, StatementId } from "../identity.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { hasMajority } from "../voting/majority.ts";

/**
 * How a decision is published: with its reasons and whom it is about; with its reasons and without a name; or in other words, without a
 * name. Nobody else is ever named.
 */
export type PublicationForm = "full" | "anonymised" | "summary";

/** A channel of a platform, by its id there. */
export interface PublicPlace {
  readonly platform: "discord" | "slack";
  readonly channel: string;
}

/** What becomes of a decision that is to be published. Days are written as 2026-03-15. */
export type PublicationEntry =
  /** `statement` is what is published; `where` says it in words, and `place` is the channel, where it is one. */
  | {
      readonly kind: "publication-written";
      readonly publication: string;
      readonly form: PublicationForm;
      readonly stage: StageId;
      readonly outcome: OutcomeId;
      readonly statement: StatementId;
      readonly where: StatementId;
      readonly place: PublicPlace | undefined;
    }
  | { readonly kind: "publication-approved"; readonly publication: string }
  /** The panel decided on it, on a day: who was there, how many more who have no account, and how they voted. */
  | {
      readonly kind: "publication-decided";
      readonly publication: string;
      readonly on: string;
      readonly present: readonly PersonId[];
      /** The names of those who have no account. */
      readonly others: StatementId | undefined;
      readonly inFavour: number;
      readonly against: number;
      readonly isAgreed: boolean;
    }
  | { readonly kind: "published"; readonly publication: string }
  /** It stands in its channel; or it could not be posted there, and why. */
  | { readonly kind: "publication-posted"; readonly publication: string; readonly failed: string | undefined };

type Of<Kind extends PublicationEntry["kind"]> = Omit<Extract<PublicationEntry, { kind: Kind }>, "kind">;

export interface Publication extends Of<"publication-written"> {
  readonly id: string;
  readonly by: PersonId | undefined;
  readonly isApproved: boolean;
  /** What the panel decided last. */
  readonly decided: Of<"publication-decided"> | undefined;
  readonly published: Temporal.Instant | undefined;
  readonly posted: Pick<Of<"publication-posted">, "failed"> | undefined;
}

const kinds: readonly string[] = [
  "publication-written",
  "publication-approved",
  "publication-decided",
  "published",
  "publication-posted",
] satisfies readonly PublicationEntry["kind"][];

/** Whether an entry is one of these. */
export const isPublicationEntry = (entry: { readonly kind: string }): entry is PublicationEntry =>
  kinds.includes(entry.kind);

/** The publications of a case after one more entry, the first first. */
export function publicationsAfter(
  publications: readonly Publication[],
  entry: PublicationEntry,
  by: PersonId | undefined,
  at: Temporal.Instant,
): readonly Publication[] {
  const { publication: id } = entry;
  const changed = (change: Partial<Publication>) =>
    publications.map((each) => (each.id === id ? { ...each, ...change } : each));
  switch (entry.kind) {
    case "publication-written": {
      const { kind: _, ...written } = entry;
      const open = { isApproved: false, decided: undefined, published: undefined, posted: undefined };
      return [...publications, { ...written, id, by, ...open }];
    }
    case "publication-approved":
      return changed({ isApproved: true });
    case "publication-decided": {
      const { kind: _, ...decided } = entry;
      return changed({ decided });
    }
    case "published":
      return changed({ published: at });
    case "publication-posted":
      return changed({ posted: { failed: entry.failed } });
  }
}

/** What a panel decided, and may publish. */
export interface Publishable {
  readonly stage: StageId;
  readonly outcome: OutcomeId;
  readonly panel: string;
  readonly reasons: StatementId | undefined;
  readonly decision: DecisionId | undefined;
}

/** The last that a panel decided, where the rulebook lets it publish that; what is void is published no more. */
export function publishableIn(rulebook: Rulebook, current: Case): Publishable | undefined {
  const by = rulebook.hearings?.summary?.published_by;
  if (by?.kind !== "panel") return undefined;
  const { stages } = readProcedure(rulebook, current);
  const ended = current.concluded.findLast(({ stage }) => stages[stage]?.kind === "panel");
  const rule = ended === undefined ? undefined : stages[ended.stage];
  const decision = current.decisions.find(({ id }) => id === ended?.decision);
  if (ended?.outcome === undefined || rule?.kind !== "panel" || decision?.quashed !== undefined) return undefined;
  const { stage, outcome } = ended;
  return { stage, outcome, panel: rule.panel, reasons: decision?.reasons ?? ended.reasons, decision: decision?.id };
}

/** Whether something is still about what the panel decided last. */
export const isOfLast = (rulebook: Rulebook, current: Case, { stage, outcome }: Publication): boolean => {
  const last = publishableIn(rulebook, current);
  return last?.stage === stage && last.outcome === outcome;
};

/** The people of whom a panel is made up, but those who may take no part in the case. */
export function panelistsOf(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  panel: string,
  parties: readonly PersonId[],
): readonly PersonId[] {
  const rule = rulebook.panels[panel];
  if (rule === undefined) return [];
  const out = [...parties, ...current.recused, ...current.keptOut];
  const seats = rule.seats.flatMap(({ from, except = [] }) => {
    const barred = except.flatMap((each) => holdersOf(rulebook, roster, each));
    return holdersOf(rulebook, roster, from).filter((person) => !barred.includes(person));
  });
  const instead = rule.fallback === undefined ? [] : holdersOf(rulebook, roster, rule.fallback.who);
  return [...new Set([...seats, ...instead])].filter((person) => !out.includes(person));
}

/** How many of a panel have to be there for it to decide: as many as its vote asks for, and all of it where that says nothing. */
export function neededOn(rulebook: Rulebook, panel: string): number {
  const rule = rulebook.panels[panel];
  const vote = rule === undefined ? undefined : rulebook.votes[rule.vote];
  const quorum = vote?.method === "motion" ? vote.quorum?.present : undefined;
  return quorum ?? seatsOn(rulebook, panel);
}

const seatsOn = ({ panels }: Rulebook, panel: string) =>
  (panels[panel]?.seats ?? []).reduce((sum, { count }) => sum + count, 0);

/** Whether so many in favour and against are a decision of the panel: by the majority of its vote, or with nobody against it. */
export function isAgreedBy(
  rulebook: Rulebook,
  panel: string,
  { present, inFavour, against }: { readonly present: number; readonly inFavour: number; readonly against: number },
): boolean {
  const vote = rulebook.votes[rulebook.panels[panel]?.vote ?? ""];
  const abstaining = present - inFavour - against;
  if (vote?.method !== "motion") return against === 0 && inFavour === present;
  return hasMajority(vote.majority, { inFavour, against, abstaining }, { present, members: seatsOn(rulebook, panel) });
}
