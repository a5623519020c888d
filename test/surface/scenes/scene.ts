import { oncePer } from "../../../src/domain/oncePer.ts";
import { speechOf } from "../../../src/locale/speech.ts";
import type { Code } from "../../../src/rulebook/rulebook.ts";
import type { Card } from "../../../src/surface/card.ts";
import { citationOf as readCitation } from "../../../src/surface/cards/refusalCard.ts";
import type { Citation } from "../../../src/surface/cards/refusalCard.ts";
import { buildForm } from "../../../src/surface/desk/forms.ts";
import type { Speech } from "../../../src/surface/say.ts";
import { kth } from "../../fakes/kth.ts";
import { everyWords } from "../words.ts";
import type { Words } from "../words.ts";

/** One card in one situation, in one language and with these words in it. */
export type Scene = (speech: Speech, words: Words) => Card | undefined;
/** Cards by the situation they are drawn in. */
export type Scenes = Readonly<Record<string, Scene>>;

/** So many of them. */
export const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** A day whose name is long. */
export const DAY = "2026-09-30";
/** The longest code name there can be. */
export const CODE = "evening-lighthouse-99";
const kthCitation = readCitation(kth);
const longCitation: Omit<Citation, "code"> = {
  cite: "Bye-laws of 2026-11-",
  title: "Code of conduct, bye-laws and procedure of the association. ".repeat(4).slice(0, 100),
  link: `https://example.org/${"a".repeat(492)}`,
};
/** How the clauses are cited: as the memo has it, or as long as a rulebook may have it. */
export const citationOf = oncePer((words: Words): Citation =>
  words.isPlain ? kthCitation : { ...longCitation, code: longCode(words) },
);

/** A code with as many chapters as there may be and every text as long as it may be; its first clause is the one that is cited. */
function longCode(words: Words): Code {
  const text = (length: number) => ({ en: words.long.slice(0, length), sv: words.long.slice(0, length) });
  const entry = (name: string) => ({ clause: name, title: text(60), says: text(1000), link: longCitation.link });
  return times(25, (i) => ({
    ...entry(`${"chapter ".repeat(3)}${i}`),
    clauses: times(30, (j) => entry(i + j === 0 ? clause(words) : `${"section ".repeat(3)}${i}-${j}`)),
  })).map((chapter) => ({ ...chapter, clauses: [...chapter.clauses] }));
}
/** A clause, as long as it may be. */
export const clause = (words: Words) => (words.isPlain ? "4.1" : "chapter 12, section 34 (b)".slice(0, 30));
/** The key of something in a rulebook. */
export const thing = (words: Words, i = 0) => `${words.thing.slice(0, 37)}_${i}`;
/** Names of things that the organisation has many of. */
export const things = (words: Words, count: number) => times(count, (i) => thing(words, i));

/** Rules that are named. */
export const rules = (words: Words, count: number) => (words.isPlain ? Object.keys(kth.rules) : things(words, count));

/** Everyday words, for the names of situations. */
export const everyday: Words = everyWords[0] ?? fail();

function fail(): never {
  throw new Error("It is not there.");
}

/** How much the form of this name takes in a field: the most characters, or the most choices. */
export function maximumOf(name: string, field: string): number {
  const context = { rulebook: kth, speech: speechOf("en"), receivers: [] };
  const form = buildForm(context, { name, choice: name === "conclude" ? "violation" : "", page: 1 }, "", {});
  return form?.fields.find((each) => each.id === field)?.maximum ?? fail();
}
