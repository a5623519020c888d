import type { RankedCount } from "../../domain/voting/ranked/stage.ts";
import { fitted } from "../card.ts";
import type { Speech } from "../say.ts";
import { nameWidthOf, rowsAt } from "./countTable.ts";
import { sayVotes } from "./optionNames.ts";
import type { OptionNames } from "./optionNames.ts";

/** The longest bar, and a name beside it, have so many characters: with its votes a line fits on the screen of a phone. */
const BAR = 9;
const NAME = 12;

/** A bar of a picture. */
export interface Bar {
  readonly name: string;
  readonly votes: number;
  /** The votes as they are written. */
  readonly said: string;
  readonly mark: string;
}

/**
 * How the votes stand after a stage as bars, which are as long at every stage for as many votes; a line stands where the quota is, and no
 * bar passes it that does not reach it.
 * @param place which stage of the count, from 0
 */
export function countPicture(count: RankedCount, place: number, names: OptionNames, speech: Speech): readonly string[] {
  const quota = count.stages[place]?.quota ?? 0;
  const most = Math.max(1, ...count.stages.flatMap((stage) => [...Object.values(stage.votes), stage.quota]));
  const bars = rowsAt(count, place, names, speech).map((row) => ({ ...row, said: sayVotes(row.votes, speech) }));
  return barsOf(bars, most, { name: speech.say("count.table.quota"), votes: quota, said: sayVotes(quota, speech) });
}

/**
 * A line for each bar: the name, the bar, the votes and a sign.
 * @param most so many votes are the longest bar
 * @param line where a line stands across all of them, with a line of its own below
 */
export function barsOf(bars: readonly Bar[], most: number, line?: Omit<Bar, "mark">): readonly string[] {
  const lineAt = line === undefined ? undefined : Math.ceil((line.votes / Math.max(1, most)) * BAR);
  const rows = bars.map((bar) => ({ ...bar, drawn: drawnBar(bar.votes, most, line?.votes, lineAt) }));
  const below = line === undefined || lineAt === undefined ? [] : [{ ...line, mark: "", drawn: crossed("", lineAt) }];
  const all = [...rows, ...below];
  const nameWidth = nameWidthOf(
    all.map(({ name }) => name),
    NAME,
  );
  const votes = Math.max(0, ...all.map(({ said }) => said.length));
  return all.map(({ name, drawn, said, mark }) =>
    [fitted(name, nameWidth).padEnd(nameWidth), drawn, said.padStart(votes), mark].join(" ").trimEnd(),
  );
}

/** In halves of a character; whoever has votes has a bar, however short. */
function drawnBar(votes: number, most: number, line: number | undefined, lineAt: number | undefined): string {
  const share = Math.floor((votes / Math.max(1, most)) * BAR * 2);
  const halves = line === undefined || lineAt === undefined ? share : onItsSide(share, votes >= line, lineAt * 2);
  const bar = "█".repeat(Math.floor(halves / 2)) + (halves % 2 === 1 ? "▌" : "");
  const seen = bar === "" && votes > 0 ? "▏" : bar;
  return lineAt === undefined ? seen.padEnd(BAR) : crossed(seen, lineAt);
}

const onItsSide = (halves: number, isReached: boolean, line: number) =>
  isReached ? Math.max(halves, line) : Math.min(halves, Math.max(0, line - 1));

function crossed(bar: string, at: number): string {
  const full = bar.padEnd(BAR);
  return `${full.slice(0, at)}|${full.slice(at)}`;
}
