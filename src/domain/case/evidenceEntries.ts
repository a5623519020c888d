import type { Temporal } from "temporal-polyfill";

import type { BodyId, FileId, ItemId, PartyId, PersonId, StageId, StatementId } from "../identity.ts";
import type { Actor, CameBy, PartyRole } from "./party.ts";

/** What somebody says of the matter, and a thing that shows something of it. */
export type ItemKind = "statement" | "evidence";

/** Something that was handed in. Of what was written the entry knows the ids only. */
interface Given {
  readonly item: ItemId;
  readonly of: ItemKind;
  /** Whose it is; undefined where those who handle the case found it themselves. */
  readonly party: PartyId | undefined;
  readonly text: StatementId;
  /** What it has to do with the matter. */
  readonly relevance: StatementId | undefined;
  /** Of what the rulebook asks of a witness, what is not so. */
  readonly unmet: readonly string[];
  /** "form": written by whoever it is of. Otherwise how it came that an officer entered. */
  readonly came: "form" | CameBy;
  /** The day on which it came that an officer entered, as 2026-03-15. */
  readonly on: string | undefined;
  /** In the place of which earlier one; that one stays readable. */
  readonly corrects: ItemId | undefined;
  /** Which sides never read it. */
  readonly closedTo: readonly PartyRole[];
  /** Of something whose source the others do not learn who allowed it, as whom, and how they checked it. */
  readonly anonymous?: Anonymous | undefined;
  readonly files?: readonly FileNote[] | undefined;
  /** Whether it stands in the place of the report, which went back to its party. */
  readonly isForReport?: boolean | undefined;
}

/** A file that came with it: its bytes, and what is known of it, are sealed like words. */
export interface FileNote {
  readonly file: FileId;
  /** Its name, kind, size and SHA-256. */
  readonly about: StatementId;
}

/** Something whose source is known to one role only. */
interface Anonymous {
  /** 1 for the first in a case: "anonymous statement 1". */
  readonly number: number;
  readonly by: PersonId;
  /** The place of the role among those who may allow it, in the rulebook. */
  readonly role: number;
  readonly source: StatementId;
  readonly how: StatementId;
}

/** What happens with witnesses, statements and evidence. */
export type EvidenceEntry =
  /** Somebody is asked what they saw; `question` is what, told once confidentiality was promised. They are a party from then on. */
  | {
      readonly kind: "witness-asked";
      readonly party: PartyId;
      readonly hasAccount: boolean;
      readonly question: StatementId;
      /** The body of which they are a member, where the rulebook then has the case go elsewhere. */
      readonly partyInBody?: BodyId | undefined;
    }
  /** A witness promised confidentiality and will answer, or would rather not. */
  | { readonly kind: "witness-answered"; readonly party: PartyId; readonly isWilling: boolean }
  /** Nothing more is waited for from a witness. */
  | { readonly kind: "witness-released"; readonly party: PartyId }
  | ({ readonly kind: "evidence-given" } & Given)
  /** It does not count: with a reason. */
  | { readonly kind: "evidence-set-aside"; readonly item: ItemId; readonly reasons: StatementId }
  /** A party reads these from then on. */
  | { readonly kind: "evidence-opened"; readonly items: readonly ItemId[]; readonly party: PartyId };

/** What is told of it. */
export type EvidenceSubject =
  /** To the witness. */
  | { readonly kind: "witness-asked" }
  /** To the officers. */
  | { readonly kind: "witness-answered"; readonly isWilling: boolean }
  | { readonly kind: "evidence-given"; readonly of: ItemKind; readonly role: PartyRole }
  /** To a party: so many things are open to them. */
  | { readonly kind: "evidence-opened"; readonly count: number };

export interface Witness {
  readonly party: PartyId;
  readonly question: StatementId;
  readonly asked: Temporal.Instant;
  /** "asked": has not answered; "released": is waited for no more. */
  readonly state: "asked" | "promised" | "declined" | "released";
}

export interface Item extends Given {
  readonly given: Temporal.Instant;
  readonly by: Actor;
  /** The stage at which it came. */
  readonly stage: StageId;
  /** Why it does not count. */
  readonly aside: StatementId | undefined;
  /** The sides that were given it to read, with when. */
  readonly opened: readonly { readonly party: PartyId; readonly at: Temporal.Instant }[];
}

/** The witnesses and what was handed in, the first first; what was corrected is there in each of its forms. */
export interface Evidence {
  readonly witnesses: readonly Witness[];
  readonly items: readonly Item[];
}

export const noEvidence: Evidence = { witnesses: [], items: [] };

const kinds: readonly string[] = [
  "witness-asked",
  "witness-answered",
  "witness-released",
  "evidence-given",
  "evidence-set-aside",
  "evidence-opened",
] satisfies readonly EvidenceEntry["kind"][];

/** Whether an entry is one of these. */
export const isEvidenceEntry = (entry: { readonly kind: string }): entry is EvidenceEntry => kinds.includes(entry.kind);

/**
 * The same after one more entry.
 * @param stage the stage at which it was made
 */
export function evidenceAfter(
  evidence: Evidence,
  entry: EvidenceEntry,
  by: Actor,
  stage: StageId,
  at: Temporal.Instant,
): Evidence {
  switch (entry.kind) {
    case "witness-asked": {
      const { party, question } = entry;
      return { ...evidence, witnesses: [...evidence.witnesses, { party, question, asked: at, state: "asked" }] };
    }
    case "witness-answered":
      return withWitness(evidence, entry.party, entry.isWilling ? "promised" : "declined");
    case "witness-released":
      return withWitness(evidence, entry.party, "released");
    case "evidence-given": {
      const { kind: _, ...given } = entry;
      const item: Item = { ...given, given: at, by, stage, aside: undefined, opened: [] };
      return { ...evidence, items: [...evidence.items, item] };
    }
    case "evidence-set-aside":
      return withItems(evidence, [entry.item], (item) => ({ ...item, aside: entry.reasons }));
    case "evidence-opened": {
      const { party, items } = entry;
      return withItems(evidence, items, (item) => ({ ...item, opened: [...item.opened, { party, at }] }));
    }
  }
}

const withWitness = (evidence: Evidence, party: PartyId, state: Witness["state"]): Evidence => ({
  ...evidence,
  witnesses: evidence.witnesses.map((witness) => (witness.party === party ? { ...witness, state } : witness)),
});

const withItems = (evidence: Evidence, ids: readonly ItemId[], change: (item: Item) => Item): Evidence => ({
  ...evidence,
  items: evidence.items.map((item) => (ids.includes(item.item) ? change(item) : item)),
});

/** What was handed in, each in its last form. */
export function lastForms({ items }: Evidence): readonly Item[] {
  return items.filter(({ item }) => !items.some(({ corrects }) => corrects === item));
}
