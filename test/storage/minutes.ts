import type { MotionResult } from "../../src/domain/motions/entry.ts";
import { speechOf } from "../../src/locale/speech.ts";
import { motionEntryRow } from "../../src/storage/motions/motionRows.ts";
import { drawMinute } from "../../src/surface/cards/minuteCards.ts";
import { citationOf } from "../../src/surface/cards/refusalCard.ts";
import { union } from "../fakes/union.ts";

/** What a result is, as it comes out of the database. */
export function closedVote(stored: object): MotionResult {
  const entry = motionEntryRow.parse({ kind: "vote-closed", vote: "v", result: stored });
  if (entry.kind !== "vote-closed") throw new Error(`A closed vote was read as ${entry.kind}.`);
  return entry.result;
}

/** What its minute says of it, without what every minute says. */
export function shownOf(result: MotionResult): string {
  const day = "2026-09-10";
  const card = drawMinute(
    {
      motion: "m",
      codeName: "quiet-harbour-41",
      text: "What the forum discusses",
      mover: "Ada",
      seconder: undefined,
      needsSeconder: false,
      rule: {
        body: "forum",
        method: "topics",
        quorum: undefined,
        including: [],
        majorities: [{ fraction: { numerator: 1, denominator: 2 }, of: "votes_cast", strict: true }],
        options: undefined,
        consensus: undefined,
        ballots: "secret",
        byHand: false,
        isSealed: false,
        clause: "5.6",
      },
      ways: [],
      amended: 0,
      isTied: false,
      canAsk: false,
      questions: [],
      options: [
        { id: "o1", label: "Rents" },
        { id: "o2", label: "Buses" },
      ],
      isWithdrawn: false,
      isOver: true,
      recused: 0,
      lastDay: undefined,
      isDayOver: false,
      vote: undefined,
      last: {
        result,
        mayVote: 10,
        opened: day,
        closed: day,
        away: [],
        published: undefined,
        lot: undefined,
        hands: undefined,
        named: [],
      },
    },
    citationOf(union),
    speechOf("en"),
  );
  return card.blocks
    .flatMap((block) => {
      if (block.kind === "paragraph") return [block.text];
      if (block.kind === "table") return block.lines;
      return block.kind === "list" ? block.items : [];
    })
    .join(" ");
}
