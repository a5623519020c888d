import type { MotionLine } from "../../application/motions/readMotions.ts";
import type { OfficersCard, BoardCard } from "../../application/roomCards.ts";
import { small } from "../blocks.ts";
import type { Card } from "../card.ts";
import { limits } from "../card.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { motionLine } from "./motionCards.ts";
import { noteCard } from "./noteCard.ts";

/** A list of cases with a button for each, and a way to enter a report for whoever may. */
export function caseListCard(cards: readonly OfficersCard[], mayEnter: boolean, speech: Speech): Card {
  const { say, name, day } = speech;
  const enter = mayEnter ? [[button("secondary", say("act.case.enter"), "case.enter", "home")]] : [];
  if (cards.length === 0) return noteCard("neutral", say("case.list.title"), say("case.list.none"), enter);
  const shown = cards.slice(0, (limits.rowsOfControls - enter.length) * limits.controlsInRow);
  const items = shown.map((card) => {
    const [due] = card.due;
    const next = due === undefined ? "" : say(due.isLate ? "case.list.late" : "case.list.due", { day: day(due.day) });
    return say("case.list.line", { codeName: card.codeName, stage: name("stage", card.stage), next });
  });
  return {
    tone: "neutral",
    title: say("case.list.title"),
    blocks: [
      { kind: "list", items },
      ...(cards.length > shown.length ? [small(say("list.more", { count: cards.length - shown.length }))] : []),
    ],
    rows: [
      ...inRows(shown.map((card) => button("secondary", card.codeName, "case.show", card.case, "card"))),
      ...enter,
    ],
  };
}

/** The cases and motions before the bodies somebody belongs to, and a way to move another motion. */
export function voteListCard(
  cards: readonly BoardCard[],
  motions: readonly MotionLine[],
  mayMove: boolean,
  speech: Speech,
): Card {
  const { say, name } = speech;
  const move = mayMove ? [[button("primary", say("act.motion.new"), "motion.new", "home")]] : [];
  const everything = [
    ...cards.map((card) => ({
      text: say(card.vote === undefined ? "vote.list.line" : "vote.list.line.open", {
        codeName: card.codeName,
        body: name("body", card.body),
      }),
      open: button("secondary", card.codeName, "vote.show", card.case),
    })),
    ...motions.map((line) => ({
      text: motionLine(line, speech),
      open: button("secondary", line.codeName, "motion.show", line.motion),
    })),
  ];
  if (everything.length === 0) return noteCard("neutral", say("vote.list.title"), say("vote.list.none"), move);
  const shown = everything.slice(0, (limits.rowsOfControls - move.length) * limits.controlsInRow);
  const items = shown.map(({ text }) => text);
  return {
    tone: "neutral",
    title: say("vote.list.title"),
    blocks: [
      { kind: "list", items },
      ...(everything.length > shown.length
        ? [small(say("list.more", { count: everything.length - shown.length }))]
        : []),
    ],
    rows: [...inRows(shown.map(({ open }) => open)), ...move],
  };
}
