import type { BodyId, CaseId, PartyId, PersonId, StageId, StatementId } from "../identity.ts";

/** Who decides a stage for which somebody is chosen: one person, or a body by its vote. */
export type Chosen =
  | { readonly kind: "person"; readonly person: PersonId }
  | { readonly kind: "body"; readonly body: BodyId };

/** What was found of the support that a party needs. */
export type Needs = "none" | "provided" | "referred";

/**
 * Why another case belongs to one: the matter goes on by another procedure; what was decided takes effect by it only; it is about a report
 * that was made against better knowledge.
 */
export type LinkKind = "goes-on" | "enacts" | "counter";

/** In whose hands a case is, what was asked of its parties at a stage, and the cases that belong to it. */
export type HandEntry =
  /** Somebody was chosen to decide a stage. `handlers` are those who handle the case from then on; `mitigation` says what is done about a conflict. */
  | {
      readonly kind: "given";
      readonly stage: StageId;
      readonly to: Chosen;
      readonly handlers: readonly PersonId[];
      readonly mitigation?: StatementId | undefined;
    }
  /** The case has come to the stage again: somebody is chosen anew. */
  | { readonly kind: "choice-ended"; readonly stage: StageId }
  /** The case has come to a stage that is of others than those who handled it. */
  | { readonly kind: "handed-on"; readonly stage: StageId; readonly handlers: readonly PersonId[] }
  /** Somebody has taken the case over after all who handled it had left office. */
  | { readonly kind: "succeeded"; readonly person: PersonId }
  /** Somebody acts in this case for somebody else: to the end of that day, as 2026-03-20, or until it is ended. */
  | {
      readonly kind: "delegated";
      readonly from: PersonId;
      readonly to: PersonId;
      readonly until: string | undefined;
      readonly statement: StatementId;
    }
  | { readonly kind: "delegation-ended"; readonly to: PersonId }
  /** What support a party needs at a stage was looked at. */
  | { readonly kind: "needs-considered"; readonly stage: StageId; readonly party: PartyId; readonly how: Needs }
  /** A case about whoever reported is to be opened: they knew that it was false. `statement` says how that is known. */
  | { readonly kind: "counter-asked"; readonly statement: StatementId }
  /** Somebody who knows the names has looked who of a body has a conflict of interest: `out` never learn of the case. */
  | { readonly kind: "conflicts-checked"; readonly body: BodyId; readonly out: readonly PersonId[] }
  /** Another case belongs to this one: it came of it, or this one came of that. */
  | {
      readonly kind: "linked";
      readonly case: CaseId;
      readonly codeName: string;
      readonly procedure: string;
      readonly link: LinkKind;
      readonly isOrigin: boolean;
    };

type Of<Kind extends HandEntry["kind"]> = Omit<Extract<HandEntry, { kind: Kind }>, "kind">;

type Delegation = Of<"delegated">;
export type Linked = Of<"linked">;

export interface Hands {
  /** Who was chosen for each stage, the last for each. */
  readonly chosen: readonly Pick<Of<"given">, "stage" | "to">[];
  /** Those who act for others now. */
  readonly delegations: readonly Delegation[];
  /** Who takes part although there is a conflict, with what is done about it. */
  readonly mitigated: readonly PersonId[];
  /** How many stages had been concluded by then, with it. */
  readonly needs: readonly (Of<"needs-considered"> & { readonly visit: number })[];
  readonly links: readonly Linked[];
  /** Of which bodies it was looked who has a conflict, and how many stages had been concluded by then. */
  readonly checked?: readonly { readonly body: BodyId; readonly visit: number }[];
  /** Why a case about whoever reported is to be opened. */
  readonly counter?: StatementId | undefined;
}

export const firstHands: Hands = { chosen: [], delegations: [], mitigated: [], needs: [], links: [] };

const kinds: readonly string[] = [
  "given",
  "choice-ended",
  "handed-on",
  "succeeded",
  "delegated",
  "delegation-ended",
  "needs-considered",
  "conflicts-checked",
  "counter-asked",
  "linked",
] satisfies readonly HandEntry["kind"][];

/** Whether an entry is one of these. */
export const isHandEntry = (entry: { readonly kind: string }): entry is HandEntry => kinds.includes(entry.kind);

/** As much of a case as these entries change. */
interface InHands {
  readonly hands: Hands;
  readonly handlers: readonly PersonId[];
  readonly keptOut: readonly PersonId[];
  readonly cleared: readonly PersonId[];
  readonly concluded: readonly unknown[];
}

/** The same after one more entry. */
export function handsAfter(
  { hands, handlers, keptOut, cleared, concluded }: InHands,
  entry: HandEntry,
): Pick<InHands, "hands" | "handlers"> & Partial<Pick<InHands, "keptOut" | "cleared">> {
  switch (entry.kind) {
    case "given": {
      const { stage, to, mitigation } = entry;
      const mitigated =
        mitigation !== undefined && to.kind === "person" ? [...hands.mitigated, to.person] : hands.mitigated;
      const chosen = [...hands.chosen.filter((each) => each.stage !== stage), { stage, to }];
      return { hands: { ...hands, chosen, mitigated }, handlers: entry.handlers };
    }
    case "choice-ended":
      return { hands: { ...hands, chosen: hands.chosen.filter(({ stage }) => stage !== entry.stage) }, handlers };
    case "handed-on":
      return { hands, handlers: entry.handlers };
    case "succeeded":
      return { hands, handlers: [...new Set([...handlers, entry.person])] };
    case "delegated":
      return {
        hands: { ...hands, delegations: [...hands.delegations, entry] },
        handlers: [...new Set([...handlers, entry.to])],
      };
    case "delegation-ended":
      return {
        hands: { ...hands, delegations: hands.delegations.filter(({ to }) => to !== entry.to) },
        handlers: handlers.filter((person) => person !== entry.to),
      };
    case "needs-considered":
      return { hands: { ...hands, needs: [...hands.needs, { ...entry, visit: concluded.length }] }, handlers };
    case "conflicts-checked": {
      const checked = [...(hands.checked ?? []), { body: entry.body, visit: concluded.length }];
      return {
        hands: { ...hands, checked },
        handlers,
        keptOut: [...new Set([...keptOut, ...entry.out])],
        cleared: cleared.filter((person) => !entry.out.includes(person)),
      };
    }
    case "counter-asked":
      return { hands: { ...hands, counter: entry.statement }, handlers };
    case "linked":
      return { hands: { ...hands, links: [...hands.links, entry] }, handlers };
  }
}
