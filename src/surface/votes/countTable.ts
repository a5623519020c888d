import type { RankedCount, RankedStage } from "../../domain/voting/ranked/stage.ts";
import { fitted } from "../card.ts";
import type { Speech } from "../say.ts";
import { optionName, sayVotes } from "./optionNames.ts";
import type { OptionNames } from "./optionNames.ts";

/** With names of so many characters a line of a table fits on the screen of a phone. */
const NAME_WIDTH = 16;

/** A candidate after a stage. */
export interface Row {
  readonly name: string;
  /** In hundredths, as the stage left them. */
  readonly votes: number;
  /** What the stage changed; undefined of the first. */
  readonly change: number | undefined;
  /** ✓ for whoever is elected, × for whoever is excluded at it. */
  readonly mark: string;
}

/**
 * Everybody who was not excluded before a stage, as it left them, in the order in which they were submitted.
 * @param place which stage of the count, from 0
 */
export function rowsAt(count: RankedCount, place: number, names: OptionNames, speech: Speech): readonly Row[] {
  const { candidates, stages } = count;
  const [stage, before] = [stageAt(count, place), stages.slice(0, place)];
  const last = before.at(-1);
  const gone = new Set(before.flatMap(excludedAt));
  const [out, elected] = [new Set(excludedAt(stage)), new Set([...before, stage].flatMap((each) => each.elected))];
  return candidates
    .filter((option) => stage.votes[option] !== undefined && !gone.has(option))
    .map((option) => {
      const votes = stage.votes[option] ?? 0;
      const mark = elected.has(option) ? "✓" : "×";
      return {
        name: optionName(option, names, speech),
        votes,
        change: last === undefined ? undefined : votes - (last.votes[option] ?? 0),
        mark: elected.has(option) || out.has(option) ? mark : "",
      };
    });
}

/**
 * The votes after a stage, a line for everybody who was not excluded before: the name, what the stage changed, the votes, and the sign.
 * @param place which stage of the count, from 0
 */
export function tableOf(count: RankedCount, place: number, names: OptionNames, speech: Speech): readonly string[] {
  const stage = stageAt(count, place);
  const last = count.stages[place - 1];
  const lost = stage.nonTransferable;
  const rest: Row = {
    name: speech.say("count.table.non-transferable"),
    votes: lost,
    change: last === undefined ? undefined : lost - last.nonTransferable,
    mark: "",
  };
  const quota: Row = { name: speech.say("count.table.quota"), votes: stage.quota, change: undefined, mark: "" };
  return aligned([...rowsAt(count, place, names, speech), rest, quota], speech);
}

function stageAt({ stages }: RankedCount, place: number): RankedStage {
  const stage = stages[place];
  if (stage === undefined) throw new Error(`A count of ${stages.length} stages was asked for number ${place}.`);
  return stage;
}

/** Who is excluded at a stage. */
function excludedAt(stage: RankedStage): readonly string[] {
  return stage.kind === "exclusion" || stage.kind === "filled" ? stage.of : [];
}

function signed(change: number | undefined, speech: Speech): string {
  if (change === undefined || change === 0) return "";
  return `${change > 0 ? "+" : "−"}${sayVotes(Math.abs(change), speech)}`;
}

function aligned(rows: readonly Row[], speech: Speech): readonly string[] {
  const cells = rows.map(({ name, change, votes, mark }) => ({
    name,
    change: signed(change, speech),
    votes: sayVotes(votes, speech),
    mark,
  }));
  const width = (key: "change" | "votes") => Math.max(...cells.map((row) => row[key].length));
  const [changes, votes] = [width("change"), width("votes")];
  const nameWidth = nameWidthOf(
    cells.map(({ name }) => name),
    NAME_WIDTH,
  );
  return cells.map((row) =>
    [
      fitted(row.name, nameWidth).padEnd(nameWidth),
      ...(changes > 0 ? [row.change.padStart(changes)] : []),
      row.votes.padStart(votes),
      row.mark,
    ]
      .join(" ")
      .trimEnd(),
  );
}

/** No name is wider than this, however alike names are. */
const WIDEST = 36;

/** As narrow as can be while names that differ still do; so wide at least, if a name is. */
export function nameWidthOf(names: readonly string[], least: number): number {
  const longest = Math.min(WIDEST, Math.max(...names.map((name) => name.length)));
  const different = new Set(names).size;
  let width = Math.min(least, longest);
  while (width < longest && new Set(names.map((name) => fitted(name, width))).size < different) width += 1;
  return width;
}
