import { entriesOf } from "../../../src/domain/code/entries.ts";
import type { CodeEntry } from "../../../src/domain/code/entries.ts";
import { restsOn } from "../../../src/domain/code/restsOn.ts";
import type { Resting } from "../../../src/domain/code/restsOn.ts";
import {
  chapterCard,
  chaptersCard,
  clauseCard,
  clausesCard,
  notFoundCard,
} from "../../../src/surface/cards/codeCards.ts";
import { kth } from "../../fakes/kth.ts";
import type { Words } from "../words.ts";
import { citationOf, thing, things, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const entries = (words: Words) => entriesOf(citationOf(words).code);
const first = (words: Words): CodeEntry => entries(words)[0] ?? fail();

/** Everything that can rest on a clause, with names as long as they may be. */
const resting = (words: Words): readonly Resting[] => {
  if (words.isPlain) return restsOn(kth, "4.1");
  const span = { amount: 9999, unit: "clear-working-days" } as const;
  const vote: Resting = {
    kind: "vote",
    vote: thing(words),
    motions: things(words, 5),
    present: 100,
    including: times(5, (i) => ({ from: { kind: "body", id: thing(words, i) }, atLeast: i })),
    share: { fraction: { numerator: 999_998, denominator: 999_999 }, strict: true },
    conflicted: 100,
    turnout: 100_000,
    majorities: (["all_members", "present", "votes_cast", "present"] as const).map((of) => ({
      fraction: { numerator: 999_998, denominator: 999_999 },
      of,
      strict: true,
    })),
  };
  return [
    ...times(4, () => vote),
    { kind: "sanction", sanction: thing(words), lasts: span },
    { kind: "challenge", challenge: thing(words), within: span },
    { kind: "task", task: thing(words), within: span },
    { kind: "stage", stage: thing(words), within: span },
    { kind: "summons", notice: span, attempts: 99 },
    ...times(9, () => vote),
  ];
};

export const codeScenes: Readonly<Record<string, Scenes>> = {
  chaptersCard: {
    "with every chapter": (speech, words) => chaptersCard(citationOf(words), speech),
    "with none": (speech, words) => chaptersCard({ ...citationOf(words), code: [] }, speech),
  },
  chapterCard: Object.fromEntries(
    [1, 2, 99].map((page) => [
      `its page ${page}`,
      (speech, words) => chapterCard(citationOf(words).code[0] ?? fail(), page, citationOf(words), speech),
    ]),
  ),
  clauseCard: {
    "with all that rests on it": (speech, words) => clauseCard(first(words), resting(words), citationOf(words), speech),
    "on which nothing rests": (speech, words) => clauseCard(first(words), [], citationOf(words), speech),
  },
  clausesCard: {
    "all of them": (speech, words) => clausesCard("Clauses found", entries(words), citationOf(words), speech),
    "two of them": (speech, words) =>
      clausesCard("Clauses found", entries(words).slice(0, 2), citationOf(words), speech),
  },
  notFoundCard: {
    "": (speech, words) => notFoundCard(words.long, citationOf(words), speech),
    "in a code that says nothing": (speech, words) =>
      notFoundCard(words.long, { ...citationOf(words), code: [] }, speech),
  },
};

function fail(): never {
  throw new Error("It is not there.");
}
