import type { RankedCount, RankedStage } from "../../domain/voting/ranked/stage.ts";
import { fitted } from "../card.ts";
import type { Speech } from "../say.ts";
import { optionName, sayVotes } from "./optionNames.ts";
import type { OptionNames } from "./optionNames.ts";

/** With names of so many characters a line of a table fits on the screen of a phone. */
const NAME_WIDTH = 16;

interface Row {
  readonly name: string;
  readonly change: string;
  readonly votes: string;
  readonly mark: string;
}

/**
 * The votes after a stage, a line for everybody who was not excluded before: the name, what the stage changed, the votes, and ✓ for whoever
 * is elected or × for whoever is excluded at it.
 * @param place which stage of the count, from 0
 */
export function tableOf(
  { candidates, stages }: RankedCount,
  place: number,
  names: OptionNames,
  speech: Speech,
): readonly string[] {
  const [stage, before] = [stages[place], stages.slice(0, place)];
  if (stage === undefined) throw new Error(`A count of ${stages.length} stages was asked for number ${place}.`);
  const last = before.at(-1);
  const gone = new Set(before.flatMap(excludedAt));
  const [out, elected] = [new Set(excludedAt(stage)), new Set([...before, stage].flatMap((each) => each.elected))];
  const changeOf = (now: number, then: number | undefined) =>
    last === undefined ? "" : signed(now - (then ?? 0), speech);
  const rows = candidates
    .filter((option) => stage.votes[option] !== undefined && !gone.has(option))
    .map((option): Row => {
      const votes = stage.votes[option] ?? 0;
      const mark = elected.has(option) ? "✓" : "×";
      return {
        name: optionName(option, names, speech),
        change: changeOf(votes, last?.votes[option]),
        votes: sayVotes(votes, speech),
        mark: elected.has(option) || out.has(option) ? mark : "",
      };
    });
  const rest: Row = {
    name: speech.say("count.table.non-transferable"),
    change: changeOf(stage.nonTransferable, last?.nonTransferable),
    votes: sayVotes(stage.nonTransferable, speech),
    mark: "",
  };
  const quota: Row = {
    name: speech.say("count.table.quota"),
    change: "",
    votes: sayVotes(stage.quota, speech),
    mark: "",
  };
  return aligned([...rows, rest, quota]);
}

/** Who is excluded at a stage. */
export function excludedAt(stage: RankedStage): readonly string[] {
  return stage.kind === "exclusion" || stage.kind === "filled" ? stage.of : [];
}

function signed(change: number, speech: Speech): string {
  if (change === 0) return "";
  return `${change > 0 ? "+" : "−"}${sayVotes(Math.abs(change), speech)}`;
}

function aligned(rows: readonly Row[]): readonly string[] {
  const width = (key: "change" | "votes") => Math.max(...rows.map((row) => row[key].length));
  const [changes, votes] = [width("change"), width("votes")];
  const nameWidth = nameWidthOf(rows.map(({ name }) => name));
  return rows.map((row) =>
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

/** As narrow as can be while names that differ still do. */
function nameWidthOf(names: readonly string[]): number {
  const longest = Math.max(...names.map((name) => name.length));
  const different = new Set(names).size;
  let width = Math.min(NAME_WIDTH, longest);
  while (width < longest && new Set(names.map((name) => fitted(name, width))).size < different) width += 1;
  return width;
}
