import type { Temporal } from "temporal-polyfill";

import type { PartyId, PersonId, StatementId, WordsId } from "../identity.ts";

/** Both sides are kept apart, and ask each other through those who handle the case. */
export type ApartEntry =
  /** From then on neither side writes to the other. */
  | { readonly kind: "kept-apart"; readonly reasons: StatementId }
  /** They are kept apart no longer; without reasons it ended with the case. */
  | { readonly kind: "apart-ended"; readonly reasons: StatementId | undefined }
  /** It is noted that a party wrote to the other side all the same. */
  | { readonly kind: "contact-noted"; readonly party: PartyId; readonly statement: StatementId }
  /** A party asks the other side. */
  | {
      readonly kind: "relay-asked";
      readonly words: WordsId;
      readonly party: PartyId;
      readonly statement: StatementId;
    }
  /** A party answers what was passed on to them, or would rather not: then there are no words. */
  | {
      readonly kind: "relay-answered";
      readonly words: WordsId;
      readonly question: WordsId;
      readonly party: PartyId;
      readonly statement: StatementId | undefined;
    }
  /** Those who handle the case would pass it on in other words: whoever it is from is asked first. */
  | {
      readonly kind: "wording-shown";
      readonly words: WordsId;
      readonly statement: StatementId;
      readonly to: readonly PartyId[];
    }
  | { readonly kind: "wording-answered"; readonly words: WordsId; readonly isAgreed: boolean }
  /** A party gets it; nothing says from whom. */
  | {
      readonly kind: "relay-passed";
      readonly words: WordsId;
      readonly party: PartyId;
      readonly statement: StatementId;
    }
  /** Nobody gets it; whoever it is from reads why. */
  | { readonly kind: "relay-held"; readonly words: WordsId; readonly reasons: StatementId }
  /** Nobody waits for an answer any more. */
  | { readonly kind: "relay-closed"; readonly words: WordsId };

type Happened =
  | Exclude<ApartEntry["kind"], "wording-answered">
  | "relay-declined"
  | "wording-agreed"
  | "wording-refused";

/** What of it stands in the history. */
export type ApartHappening = { readonly [Kind in Happened]: { readonly kind: Kind } }[Happened];

/** What is told of it. */
export type ApartSubject =
  /** To each party. */
  | { readonly kind: "kept-apart" }
  | { readonly kind: "apart-ended"; readonly isOver: boolean }
  /** To a party: what the other side asks or answers. */
  | {
      readonly kind: "relay-passed";
      readonly words: WordsId;
      readonly statement: StatementId;
      readonly isAnswer: boolean;
    }
  /** To whoever it is from. */
  | { readonly kind: "relay-wording"; readonly words: WordsId; readonly statement: StatementId }
  | { readonly kind: "relay-held"; readonly reasons: StatementId; readonly isAnswer: boolean }
  | { readonly kind: "relay-unanswered"; readonly isDeclined: boolean }
  /** To the officers. */
  | { readonly kind: "relay-waits"; readonly what: RelayNews };

/** What came from a party. */
export type RelayNews = "question" | "answer" | "declined" | "wording-agreed" | "wording-refused";

/** Words of one party on their way to the other side. */
export interface Relayed {
  readonly words: WordsId;
  readonly from: PartyId;
  /** Undefined where somebody would rather not answer. */
  readonly statement: StatementId | undefined;
  readonly at: Temporal.Instant;
  /** Of an answer, the question. */
  readonly question: WordsId | undefined;
  /** The last other wording, for whom it is meant, and what whoever it is from says to it. */
  readonly wording:
    | {
        readonly statement: StatementId;
        readonly to: readonly PartyId[];
        readonly at: Temporal.Instant;
        readonly isAgreed: boolean | undefined;
      }
    | undefined;
  readonly passed: readonly {
    readonly party: PartyId;
    readonly statement: StatementId;
    readonly at: Temporal.Instant;
  }[];
  readonly held: { readonly reasons: StatementId; readonly at: Temporal.Instant } | undefined;
  /** Of a question, when nobody waited for an answer any more. */
  readonly closed: Temporal.Instant | undefined;
}

/** A time in which the parties are kept apart. */
interface Spell {
  readonly since: Temporal.Instant;
  readonly by: PersonId | undefined;
  readonly reasons: StatementId;
  readonly ended: { readonly at: Temporal.Instant; readonly reasons: StatementId | undefined } | undefined;
}

/** Keeping the parties apart, and what they asked each other. */
export interface Apart {
  /** The first first; the last may hold now. */
  readonly spells: readonly Spell[];
  readonly words: readonly Relayed[];
  readonly contacts: readonly {
    readonly party: PartyId;
    readonly statement: StatementId;
    readonly at: Temporal.Instant;
  }[];
}

export const neverApart: Apart = { spells: [], words: [], contacts: [] };

const kinds: readonly string[] = [
  "kept-apart",
  "apart-ended",
  "contact-noted",
  "relay-asked",
  "relay-answered",
  "wording-shown",
  "wording-answered",
  "relay-passed",
  "relay-held",
  "relay-closed",
] satisfies readonly ApartEntry["kind"][];

/** Whether an entry is one of these. */
export const isApartEntry = (entry: { readonly kind: string }): entry is ApartEntry => kinds.includes(entry.kind);

/** The words that were entered with one of these; none of a party who would rather not answer. */
export function wordsIn(entry: ApartEntry): readonly StatementId[] {
  if ("statement" in entry && entry.statement !== undefined) return [entry.statement];
  return "reasons" in entry && entry.reasons !== undefined ? [entry.reasons] : [];
}

/** How it stands after one more entry. */
export function apartAfter(apart: Apart, entry: ApartEntry, by: PersonId | undefined, at: Temporal.Instant): Apart {
  switch (entry.kind) {
    case "kept-apart":
      return { ...apart, spells: [...apart.spells, { since: at, by, reasons: entry.reasons, ended: undefined }] };
    case "apart-ended":
      return {
        ...apart,
        spells: apart.spells.map((spell) =>
          spell.ended === undefined ? { ...spell, ended: { at, reasons: entry.reasons } } : spell,
        ),
      };
    case "contact-noted":
      return { ...apart, contacts: [...apart.contacts, { party: entry.party, statement: entry.statement, at }] };
    case "relay-asked":
    case "relay-answered":
      return { ...apart, words: [...apart.words, firstSaid(entry, at)] };
    case "wording-shown": {
      const { statement, to } = entry;
      return changed(apart, entry.words, () => ({ wording: { statement, to, at, isAgreed: undefined } }));
    }
    case "wording-answered":
      return changed(apart, entry.words, ({ wording }) => ({
        wording: wording && { ...wording, isAgreed: entry.isAgreed },
      }));
    case "relay-passed":
      return changed(apart, entry.words, ({ passed }) => ({
        passed: [...passed, { party: entry.party, statement: entry.statement, at }],
      }));
    case "relay-held":
      return changed(apart, entry.words, () => ({ held: { reasons: entry.reasons, at } }));
    case "relay-closed":
      return changed(apart, entry.words, () => ({ closed: at }));
  }
}

const firstSaid = (
  entry: Extract<ApartEntry, { kind: "relay-asked" | "relay-answered" }>,
  at: Temporal.Instant,
): Relayed => ({
  words: entry.words,
  from: entry.party,
  statement: entry.statement,
  at,
  question: entry.kind === "relay-answered" ? entry.question : undefined,
  wording: undefined,
  passed: [],
  held: undefined,
  closed: undefined,
});

function changed(apart: Apart, id: WordsId, change: (said: Relayed) => Partial<Relayed>): Apart {
  return { ...apart, words: apart.words.map((said) => (said.words === id ? { ...said, ...change(said) } : said)) };
}
