import type { RankedCount, RankedStage } from "../../domain/voting/ranked/stage.ts";
import type { Block } from "../card.ts";
import { paged } from "../pages.ts";
import type { Speech } from "../say.ts";
import { tableOf } from "./countTable.ts";
import type { OptionNames } from "./optionNames.ts";
import { stageTitle, stageWords } from "./stageWords.ts";

/** So many characters of a count stand on a page: what else a card says fits beside it on both platforms. */
const PAGE = 2600;
/** A table that is longer goes on in the next one. */
const TABLE = { items: 60, length: 1600 };

/** Every stage of a count in words and as a table, as many stages on a page as fit, for a card of each page. */
export function countPages(count: RankedCount, names: OptionNames, speech: Speech): readonly (readonly Block[])[] {
  const pages: { blocks: Block[]; length: number }[] = [];
  for (const [place, stage] of count.stages.entries())
    for (const blocks of partsOf(count, stage, place, names, speech)) {
      const length = blocks.map(lengthOf).reduce((sum, each) => sum + each, 0);
      const last = pages.at(-1);
      if (last === undefined || last.length + length > PAGE) pages.push({ blocks: [...blocks], length });
      else {
        last.blocks.push(...blocks);
        last.length += length;
      }
    }
  return pages.map(({ blocks }) => blocks);
}

/** A stage, in parts that stay together: its words with the beginning of its table, and the rest of that. */
function partsOf(
  count: RankedCount,
  stage: RankedStage,
  place: number,
  names: OptionNames,
  speech: Speech,
): readonly (readonly Block[])[] {
  const [first = [], ...more] = paged(tableOf(count, place, names, speech), TABLE);
  return [
    [
      { kind: "heading", text: stageTitle(stage, place + 1, names, speech) },
      { kind: "paragraph", text: stageWords(count, stage, count.stages[place - 1], names, speech).join(" ") },
      { kind: "table", lines: first },
    ],
    ...more.map((lines): readonly Block[] => [{ kind: "table", lines }]),
  ];
}

function lengthOf(block: Block): number {
  if (block.kind === "table") return block.lines.join("\n").length;
  return "text" in block ? block.text.length : 0;
}
