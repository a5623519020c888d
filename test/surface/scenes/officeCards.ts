import type { BodyView, HolderView } from "../../../src/application/acts/offices.ts";
import {
  bodiesCard,
  bodyCard,
  drawAppointment,
  seatedCard,
  unseatedCard,
} from "../../../src/surface/cards/officeCards.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, DAY, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const holder = (words: Words, changed: Partial<HolderView> = {}): HolderView => ({
  person: "00000000-0000-4000-8000-000000000000",
  name: words.name,
  from: DAY,
  until: DAY,
  ...changed,
});

const bodyOf = (words: Words, changed: Partial<BodyView> = {}): BodyView => ({
  body: thing(words),
  clause: clause(words),
  offices: [
    { office: thing(words), clause: clause(words), seats: 3, holders: [holder(words)], coming: [holder(words)] },
    { office: "empty", clause: undefined, seats: undefined, holders: [], coming: [] },
  ],
  size: 1,
  atLeast: undefined,
  atMost: undefined,
  ...changed,
});

/** Who holds which office, and what those are told whom a change is about. */
export const officeScenes: Readonly<Record<string, Scenes>> = {
  bodiesCard: {
    "no body": (speech, words) => bodiesCard([], false, citationOf(words), speech),
    "as many as fit, for an administrator": (speech, words) =>
      bodiesCard(
        times(25, (i) => bodyOf(words, { body: thing(words, i) })),
        true,
        citationOf(words),
        speech,
      ),
    "one with too few members, and offices of no body": (speech, words) =>
      bodiesCard(
        [
          bodyOf(words, { atLeast: 4 }),
          bodyOf(words, { body: thing(words, 1), atMost: 9 }),
          bodyOf(words, { body: undefined, clause: undefined }),
        ],
        false,
        citationOf(words),
        speech,
      ),
  },
  bodyCard: {
    "with offices, for an administrator": (speech, words) => bodyCard(bodyOf(words), true, citationOf(words), speech),
    "with too few members": (speech, words) =>
      bodyCard(bodyOf(words, { atLeast: 4 }), false, citationOf(words), speech),
    "without offices": (speech, words) =>
      bodyCard(bodyOf(words, { offices: [], size: 5000 }), false, citationOf(words), speech),
  },
  seatedCard: {
    "with a last day": (speech, words) =>
      seatedCard({ kind: "seated", office: thing(words), holder: holder(words), told: 12 }, speech),
    "without one": (speech, words) =>
      seatedCard(
        { kind: "seated", office: thing(words), holder: holder(words, { until: undefined }), told: 1 },
        speech,
      ),
  },
  unseatedCard: {
    "": (speech, words) =>
      unseatedCard(
        { kind: "unseated", office: thing(words), holder: holder(words), told: 12, short: [] },
        citationOf(words),
        speech,
      ),
    "with too few members left": (speech, words) =>
      unseatedCard(
        {
          kind: "unseated",
          office: thing(words),
          holder: holder(words),
          told: 12,
          short: [{ body: thing(words), size: 3, atLeast: 4, clause: clause(words) }],
        },
        citationOf(words),
        speech,
      ),
  },
  drawAppointment: Object.fromEntries(
    (["begins", "ends"] as const).flatMap((kind) =>
      [true, false].flatMap((isOwn) =>
        [DAY, undefined]
          .filter((until) => kind === "begins" || until !== undefined)
          .map((until): [string, Scenes[string]] => [
            `${kind}, ${isOwn ? "own" : "of somebody else"}, ${until ?? "without a last day"}`,
            (speech, words) =>
              drawAppointment(
                {
                  kind,
                  isOwn,
                  who: words.name,
                  office: thing(words),
                  from: kind === "begins" ? DAY : undefined,
                  until,
                  by: isOwn ? words.name : undefined,
                  clause: clause(words),
                },
                speech,
              ),
          ]),
      ),
    ),
  ),
};
