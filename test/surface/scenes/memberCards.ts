import { drawJoined, joinableCard, joinCodeCard, ownCard } from "../../../src/surface/cards/memberCards.ts";
import type { Words } from "../words.ts";
import { DAY, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const accountsOf = (words: Words) => [
  { platform: "discord" as const, name: words.name },
  { platform: "slack" as const, name: words.name },
];

/** What somebody is told of themselves and of their accounts. */
export const memberScenes: Readonly<Record<string, Scenes>> = {
  ownCard: {
    "of somebody who holds nothing": (speech, words) =>
      ownCard({ name: words.name, accounts: accountsOf(words).slice(0, 1), offices: [] }, speech),
    "of somebody with many offices": (speech, words) =>
      ownCard(
        {
          name: words.name,
          accounts: accountsOf(words),
          offices: times(8, (i) => ({
            key: i < 4 ? thing(words, i) : `class:${thing(words, i)}`,
            from: DAY,
            until: i % 2 === 0 ? DAY : undefined,
          })),
        },
        speech,
      ),
  },
  joinCodeCard: {
    "for slack": (speech) => joinCodeCard({ code: "3f7a-91c2-0b44", minutes: 10, on: "slack" }, speech),
    "for discord": (speech) => joinCodeCard({ code: "3f7a-91c2-0b44", minutes: 10, on: "discord" }, speech),
  },
  joinableCard: {
    "of discord": (speech, words) =>
      joinableCard({ kind: "joinable", name: words.name, platform: "discord" }, "3f7a-91c2-0b44", speech),
    "of slack": (speech, words) =>
      joinableCard({ kind: "joinable", name: words.name, platform: "slack" }, "3f7a-91c2-0b44", speech),
  },
  drawJoined: { "": (speech, words) => drawJoined({ accounts: accountsOf(words) }, speech) },
};
