import type {
  DifferenceView,
  RulesView,
  StatementView,
  VersionView,
} from "../../../src/application/views/rulesView.ts";
import { differenceCard, rulesCard } from "../../../src/surface/cards/rulesCards.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, DAY, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const statement = (words: Words): StatementView => ({
  vote: thing(words),
  decidedBy: words.long.slice(0, 200),
  decidedOn: DAY,
  minutes: words.long.slice(0, 200),
  by: words.name,
  statedOn: DAY,
});

const versions = (words: Words, count: number): readonly VersionView[] =>
  times(count, (i) => ({
    number: count - i,
    inForce: DAY,
    state: (["to-come", "in-force"] as const)[i] ?? "replaced",
    adoptedOn: DAY,
    statements: i === count - 1 ? [] : [statement(words), statement(words)],
  }));

const waiting = (words: Words, votes: readonly string[], isStated: boolean): RulesView["waiting"] => ({
  text: "0123456789abcdef",
  differences: 120,
  votes: votes.map((vote) => ({ vote, stated: isStated ? statement(words) : undefined })),
  clause: votes[0] === "" ? undefined : clause(words),
});

/** The versions of the rules, with one that waits and without. */
export const rulesCards: Scenes = {
  "of the first version": (speech, words) =>
    rulesCard({ versions: versions(words, 1), waiting: undefined }, citationOf(words), speech),
  "of forty versions": (speech, words) =>
    rulesCard({ versions: versions(words, 40), waiting: undefined }, citationOf(words), speech),
  "of one that waits where the document names no vote": (speech, words) =>
    rulesCard({ versions: versions(words, 1), waiting: waiting(words, [""], false) }, citationOf(words), speech),
  "of one that waits for several votes": (speech, words) => {
    const votes = times(3, (i) => thing(words, i));
    return rulesCard({ versions: versions(words, 2), waiting: waiting(words, votes, true) }, citationOf(words), speech);
  },
};

const view = (words: Words, number: number | undefined, count: number): DifferenceView => ({
  number,
  before: 12,
  cite: citationOf(words).cite,
  differences: times(count, (i) => ({
    path: ["votes", thing(words, i)],
    clause: i % 3 === 2 ? undefined : clause(words),
    words: words.isPlain ? "the quorum of the vote “sanction” was 5; it would be 6" : words.long.slice(0, 900),
  })),
});

/** What a version changes, on one page and on many. */
export const differenceCards: Scenes = {
  "of one difference": (speech, words) => differenceCard(view(words, undefined, 1), 1, citationOf(words), speech),
  "of none": (speech, words) => differenceCard(view(words, 2, 0), 1, citationOf(words), speech),
  ...Object.fromEntries(
    times(3, (i) => [
      `page ${i + 1} of a hundred differences`,
      (speech, words) => differenceCard(view(words, 3, 100), i + 1, citationOf(words), speech),
    ]),
  ),
};
