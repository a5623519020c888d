import type { AgendaItem, SessionCard } from "../../../src/application/sessions/sessionCard.ts";
import { drawSessionCard, sessionListCard } from "../../../src/surface/cards/sessionCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, CODE, DAY, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

/** Complete by type. */
const states: Readonly<Record<AgendaItem["state"], true>> = {
  moved: true,
  open: true,
  withdrawn: true,
  void: true,
  inquorate: true,
  "turnout-not-met": true,
  carried: true,
  lost: true,
  tied: true,
  chosen: true,
  elected: true,
  agreed: true,
  "not-reached": true,
};
const every = Object.keys(states) as readonly AgendaItem["state"][];

const cardOf = (words: Words, changed: Partial<SessionCard> = {}): SessionCard => ({
  session: id(),
  codeName: CODE,
  body: thing(words),
  clause: clause(words),
  purpose: words.long.slice(0, 500) || "x",
  chair: words.name,
  isInCamera: true,
  state: "open",
  until: undefined,
  members: 90,
  present: times(60, () => words.name),
  agenda: times(20, (i) => ({
    motion: id(),
    codeName: CODE,
    text: i === 3 ? undefined : words.long.slice(0, 1000) || "x",
    state: every[i % every.length] ?? "moved",
    lastDay: i % 2 === 0 ? DAY : undefined,
  })),
  opened: DAY,
  ended: undefined,
  ...changed,
});

/** Sessions of bodies. */
export const sessionScenes: Readonly<Record<string, Scenes>> = {
  drawSessionCard: {
    "that was convened": (speech, words) =>
      drawSessionCard(
        cardOf(words, { state: "convened", opened: undefined, agenda: [], present: [] }),
        citationOf(words),
        speech,
      ),
    "that is open": (speech, words) => drawSessionCard(cardOf(words), citationOf(words), speech),
    "that is adjourned": (speech, words) =>
      drawSessionCard(cardOf(words, { state: "adjourned", until: DAY }), citationOf(words), speech),
    "that is over": (speech, words) =>
      drawSessionCard(cardOf(words, { state: "ended", ended: DAY, isInCamera: false }), citationOf(words), speech),
  },
  sessionListCard: {
    nothing: (speech) => sessionListCard([], false, speech),
    "a great deal": (speech, words) =>
      sessionListCard(
        times(40, () => ({ session: id(), codeName: CODE, body: thing(words) })),
        true,
        speech,
      ),
  },
};
