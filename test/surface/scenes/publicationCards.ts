import type { PublicationView, PublishedView } from "../../../src/application/views/publicationView.ts";
import { publicationCard, publishedCard } from "../../../src/surface/cards/publicationCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { CODE, DAY, citationOf, clause, thing, things, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

/** As long as the reasons of a stage can be. */
const LONGEST = 3000;

const published = (words: Words): PublishedView => ({
  organisation: words.thing.slice(0, 60),
  stage: thing(words),
  outcome: thing(words),
  findings: things(words, 5),
  sanction: thing(words, 1),
  about: [words.name],
  text: words.long.slice(0, LONGEST),
  day: DAY,
  clause: clause(words),
});

const viewOf = (words: Words, changed: Partial<PublicationView> = {}): PublicationView => ({
  kind: "publication",
  case: id(),
  codeName: CODE,
  publication: id(),
  form: "anonymised",
  preview: published(words),
  where: words.long.slice(0, 100),
  isPosted: true,
  isOwn: false,
  isApproved: false,
  decided: undefined,
  needed: 3,
  state: "open",
  clause: clause(words),
  ...changed,
});

const decided = (words: Words, isAgreed: boolean) => ({
  on: DAY,
  present: times(5, () => words.name),
  others: words.short.slice(0, 100),
  inFavour: 3,
  against: 2,
  isAgreed,
});

const situations: Readonly<Record<string, (words: Words) => Partial<PublicationView>>> = {
  "before a second reader": () => ({}),
  "with room for who was there": (words) => ({
    preview: { ...published(words), text: words.long.slice(0, 2000) },
    decided: decided(words, true),
  }),
  "before whoever wrote it": () => ({ isOwn: true, isPosted: false }),
  "before the panel": () => ({ isApproved: true }),
  "that the panel does not want": (words) => ({ isApproved: true, decided: decided(words, false) }),
  "that can be published": (words) => ({ isApproved: true, decided: decided(words, true) }),
  "that is being posted": (words) => ({ isApproved: true, decided: decided(words, true), state: "published" }),
  "that is put up by hand": (words) => ({ decided: decided(words, true), state: "published", isPosted: false }),
  "that stands there": (words) => ({ decided: decided(words, true), state: "posted" }),
  "that could not be posted": (words) => ({ decided: decided(words, true), state: "not-posted" }),
};

export const publicationScenes: Readonly<Record<string, Scenes>> = {
  publishedCard: { "": (speech, words) => publishedCard(published(words), citationOf(words), speech) },
  publicationCard: Object.fromEntries(
    Object.entries(situations).map(([name, change]) => [
      name,
      (speech, words) => publicationCard(viewOf(words, change(words)), citationOf(words), speech),
    ]),
  ),
};
