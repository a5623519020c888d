import type { ChallengeView } from "../../../src/application/views/challengeView.ts";
import { challengeCard, challengeListCard, challengePartCard } from "../../../src/surface/cards/challengeCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { itemOf } from "./evidenceCards.ts";
import { recordOf } from "./hearingCards.ts";
import { CODE, DAY, citationOf, clause, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const seats = (words: Words) => times(3, () => ({ kind: "external", label: words.thing.slice(0, 40) }) as const);

const viewOf = (words: Words, changed: Partial<ChallengeView> = {}): ChallengeView => ({
  kind: "challenge",
  case: id(),
  codeName: CODE,
  challenge: "1",
  rule: words.isPlain ? "appeal" : thing(words),
  what: "appeal",
  by: "respondent",
  against: { outcome: thing(words), sanction: thing(words, 1) },
  to: seats(words),
  ground: thing(words),
  words: words.long.slice(0, 2500),
  isMasked: true,
  evidence: words.long.slice(0, 2500),
  lodged: { day: DAY, time: "23:59" },
  isLate: true,
  state: "hearing",
  consulted: [words.long.slice(0, 1500)],
  judged: [{ question: "lateness", isHeard: true, reasons: words.long.slice(0, 1500), day: DAY }],
  stage: undefined,
  bench: { seats: seats(words), out: seats(words), minimum: 2 },
  decided: undefined,
  file: {
    brief: words.long,
    rationale: times(3, (i) => ({
      stage: thing(words, i),
      outcome: thing(words, i),
      reasons: words.long.slice(0, 1500),
      letter: words.long.slice(0, 1000),
    })),
    items: times(3, () => itemOf(words)),
    records: times(2, () => recordOf(words)),
    isMasked: true,
  },
  names: undefined,
  whyNames: "",
  tasks: ["decide"],
  verdicts: ["confirm", "annul"],
  canAskNames: true,
  first: undefined,
  clause: clause(words),
  ...changed,
});

export const challengeScenes: Readonly<Record<string, Scenes>> = {
  challengeCard: {
    "before those who hand it to a panel": (speech, words) => challengeCard(viewOf(words), citationOf(words), speech),
    "that came late": (speech, words) =>
      challengeCard(viewOf(words, { state: "lateness", tasks: ["lateness"], verdicts: [] }), citationOf(words), speech),
    "before those who admit it": (speech, words) =>
      challengeCard(
        viewOf(words, { state: "admission", tasks: ["consult", "admission"], verdicts: [], consulted: [] }),
        citationOf(words),
        speech,
      ),
    "of a request": (speech, words) =>
      challengeCard(
        viewOf(words, {
          what: "information",
          tasks: ["answer"],
          verdicts: ["told", "not_told"],
          first: "to-do",
          bench: undefined,
        }),
        citationOf(words),
        speech,
      ),
    "of a review whose readers ask for names": (speech, words) =>
      challengeCard(
        viewOf(words, { what: "review", names: "asked", tasks: ["names"], verdicts: [], whyNames: words.short }),
        citationOf(words),
        speech,
      ),
    "to whoever lodged it, once it is decided": (speech, words) =>
      challengeCard(
        viewOf(words, {
          state: "decided",
          tasks: [],
          verdicts: [],
          canAskNames: false,
          file: undefined,
          decided: {
            how: "change_sanction",
            sanction: thing(words),
            members: seats(words),
            reasons: words.short,
            day: DAY,
          },
        }),
        citationOf(words),
        speech,
      ),
    "heard at a stage": (speech, words) =>
      challengeCard(viewOf(words, { state: "at-stage", stage: thing(words), tasks: [] }), citationOf(words), speech),
  },
  challengePartCard: Object.fromEntries(
    (["evidence", "brief", "hearing", "reasons", "new"] as const).map((part) => [
      part,
      (speech, words) => challengePartCard(viewOf(words), part, 2, speech),
    ]),
  ),
  challengeListCard: {
    "with nothing": (speech, words) => challengeListCard([], [], citationOf(words), speech),
    "with many": (speech, words) =>
      challengeListCard(
        times(30, () => ({
          case: id(),
          codeName: CODE,
          challenge: "1",
          rule: thing(words),
          what: "appeal",
          tasks: ["admission"],
        })),
        [],
        citationOf(words),
        speech,
      ),
  },
};
