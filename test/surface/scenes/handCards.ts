import type { HandsView } from "../../../src/application/views/handsView.ts";
import { handsCard } from "../../../src/surface/cards/handsCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, CODE, DAY, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const viewOf = (words: Words, changed: Partial<HandsView> = {}): HandsView => ({
  kind: "hands",
  case: id(),
  codeName: CODE,
  stage: thing(words),
  clause: clause(words),
  handlers: times(12, () => words.name),
  isToBeChosen: false,
  decides: { name: words.name, body: undefined },
  choosable: [{ value: "person:1", name: words.name, body: undefined, conflict: "witness" }],
  acting: times(8, (i) => ({
    person: id(),
    name: words.name,
    of: words.name,
    until: i % 2 === 0 ? DAY : undefined,
    canEnd: true,
  })),
  canDelegate: true,
  needs: [],
  check: { body: "board", members: times(9, () => ({ person: id(), name: words.name })) },
  links: times(8, (i) => ({
    link: (["goes-on", "enacts", "counter"] as const)[i % 3] ?? "counter",
    isOrigin: i % 2 === 0,
    case: i === 3 ? undefined : id(),
    codeName: i === 3 ? undefined : CODE,
  })),
  ...changed,
});

export const handCards: Scenes = {
  "with everything": (speech, words) => handsCard(viewOf(words), citationOf(words), speech),
  "with nobody chosen": (speech, words) =>
    handsCard(
      viewOf(words, { isToBeChosen: true, decides: undefined, acting: [], links: [], canDelegate: false }),
      citationOf(words),
      speech,
    ),
  "given to a body": (speech, words) =>
    handsCard(
      viewOf(words, { decides: { name: undefined, body: thing(words) }, choosable: [] }),
      citationOf(words),
      speech,
    ),
};
