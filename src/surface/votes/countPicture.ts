import type { OptionId } from "../../domain/voting/paper.ts";
import type { RankedCount, RankedStage } from "../../domain/voting/ranked/stage.ts";
import { fitted } from "../card.ts";
import type { Speech } from "../say.ts";
import { excludedAt } from "./countTable.ts";
import { optionName, sayVotes } from "./optionNames.ts";
import type { OptionNames } from "./optionNames.ts";
import { stageTitle } from "./stageWords.ts";

const NAMES = 190;
const COLUMN = 104;
const ROW = 30;
const HEAD = 62;
const MARGIN = 16;
const BAR = 88;

const colours = {
  ink: "#1d2733",
  quiet: "#5b6b7b",
  votes: "#b9d3ee",
  elected: "#8fd0a8",
  out: "#e3e6ea",
  quota: "#b03a2e",
};

/**
 * The result sheet of a count as a picture: a row for each candidate, a column for each stage, a bar for the votes and a line at the quota.
 * Whoever is elected or excluded is marked by a sign too, never by the colour alone. An SVG document of its own, which loads nothing.
 */
export function countPicture(count: RankedCount, title: string, names: OptionNames, speech: Speech): string {
  const width = MARGIN * 2 + NAMES + COLUMN * count.stages.length;
  const height = MARGIN * 2 + HEAD + ROW * (count.candidates.length + 2);
  const most = Math.max(1, ...count.stages.flatMap(({ votes, quota }) => [...Object.values(votes), quota]));
  const description = count.stages.map((stage, i) => stageTitle(stage, i + 1, names, speech)).join(". ");
  const parts = [
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(MARGIN, MARGIN + 16, title, 'font-size="16" font-weight="bold"'),
    ...count.candidates.map((option, row) =>
      text(MARGIN, lineOf(row), fitted(optionName(option, names, speech), 26), ""),
    ),
    ...[speech.say("count.table.non-transferable"), speech.say("count.table.quota")].map((name, i) =>
      text(MARGIN, lineOf(count.candidates.length + i), name, `fill="${colours.quiet}"`),
    ),
    ...count.stages.flatMap((stage, column) => columnOf(count, stage, column, most, speech)),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"`,
    ` font-family="sans-serif" font-size="13" fill="${colours.ink}">`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

const topOf = (row: number) => MARGIN + HEAD + ROW * row;
const lineOf = (row: number) => topOf(row) + 19;

function columnOf(
  count: RankedCount,
  stage: RankedStage,
  column: number,
  most: number,
  speech: Speech,
): readonly string[] {
  const left = MARGIN + NAMES + COLUMN * column;
  const earlier = count.stages.slice(0, column);
  const gone = new Set(earlier.flatMap(excludedAt));
  const elected = new Set(count.stages.slice(0, column + 1).flatMap((each) => each.elected));
  const out = new Set(excludedAt(stage));
  const cells = count.candidates.flatMap((option, row) =>
    stage.votes[option] === undefined || gone.has(option)
      ? []
      : cell(option, stage.votes[option] ?? 0, left, row, most, { elected, out }, speech),
  );
  const quotaAt = left + (BAR * stage.quota) / most;
  const rows = count.candidates.length;
  return [
    text(left, MARGIN + 40, String(column + 1), 'font-weight="bold"'),
    text(left, MARGIN + 56, speech.say(`count.picture.${stage.kind}`), `font-size="11" fill="${colours.quiet}"`),
    ...cells,
    `<line x1="${round(quotaAt)}" x2="${round(quotaAt)}" y1="${topOf(0)}" y2="${topOf(rows) - 4}" stroke="${colours.quota}" stroke-dasharray="3 3"/>`,
    text(left, lineOf(rows), sayVotes(stage.nonTransferable, speech), `fill="${colours.quiet}"`),
    text(left, lineOf(rows + 1), sayVotes(stage.quota, speech), `fill="${colours.quota}"`),
  ];
}

function cell(
  option: OptionId,
  votes: number,
  left: number,
  row: number,
  most: number,
  { elected, out }: { readonly elected: ReadonlySet<OptionId>; readonly out: ReadonlySet<OptionId> },
  speech: Speech,
): readonly string[] {
  const { fill, mark } = looks[elected.has(option) ? "elected" : lossOf(out.has(option))];
  const width = round((BAR * votes) / most);
  return [
    `<rect x="${left}" y="${topOf(row) + 2}" width="${width}" height="${ROW - 6}" fill="${fill}"/>`,
    text(left + 3, lineOf(row), `${sayVotes(votes, speech)}${mark}`, ""),
  ];
}

const looks = {
  elected: { fill: colours.elected, mark: " ✓" },
  out: { fill: colours.out, mark: " ×" },
  continuing: { fill: colours.votes, mark: "" },
} as const;

const lossOf = (isOut: boolean) => (isOut ? "out" : "continuing");

const round = (pixels: number) => Math.round(pixels * 10) / 10;

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${x}" y="${y}"${attributes === "" ? "" : ` ${attributes}`}>${escaped(words)}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// XML has no place for these, not even as entities.
const NO_XML = /[\p{Cc}\uFFFE\uFFFF]/gu;

function escaped(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(NO_XML, " ")
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
