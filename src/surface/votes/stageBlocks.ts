import type { RankedCount } from "../../domain/voting/ranked/stage.ts";
import type { Block } from "../card.ts";
import type { Speech } from "../say.ts";
import { countPicture } from "./countPicture.ts";
import { tableOf } from "./countTable.ts";
import type { OptionNames } from "./optionNames.ts";
import { stageTitle, stageWords } from "./stageWords.ts";

/**
 * A stage of a count in words, as a table and as a picture. With as many candidates as a motion can have it fits into one message.
 * @param place which stage, from 0
 */
export function stageBlocks(count: RankedCount, place: number, names: OptionNames, speech: Speech): readonly Block[] {
  const stage = count.stages[place];
  if (stage === undefined) throw new Error(`A count of ${count.stages.length} stages was asked for number ${place}.`);
  return [
    { kind: "heading", text: stageTitle(stage, place + 1, names, speech) },
    { kind: "paragraph", text: stageWords(count, stage, count.stages[place - 1], names, speech).join(" ") },
    { kind: "table", lines: tableOf(count, place, names, speech) },
    { kind: "table", lines: countPicture(count, place, names, speech) },
  ];
}
