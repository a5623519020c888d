import type { OptionId } from "../../domain/voting/paper.ts";
import { isRon } from "../../domain/voting/ranked/ron.ts";
import type { RankedCount, RankedStage, RankedTie } from "../../domain/voting/ranked/stage.ts";
import type { Speech } from "../say.ts";
import { optionName, sayVotes } from "./optionNames.ts";
import type { OptionNames } from "./optionNames.ts";

/** "Stage 3: the surplus of Alex is transferred". Stages are counted from 1. */
export function stageTitle(stage: RankedStage, number: number, names: OptionNames, speech: Speech): string {
  const { say } = speech;
  switch (stage.kind) {
    case "first":
      return say("count.stage.first", { number });
    case "surplus":
      return say("count.stage.surplus", { number, name: optionName(stage.of, names, speech) });
    case "exclusion":
      return say("count.stage.exclusion", { number, count: stage.of.length });
    case "filled":
      return say("count.stage.filled", { number });
  }
}

/**
 * What is done at a stage and what comes of it, a sentence each, with the numbers it rests on.
 * @param before the stage before; undefined of the first
 */
export function stageWords(
  count: RankedCount,
  stage: RankedStage,
  before: RankedStage | undefined,
  names: OptionNames,
  speech: Speech,
): readonly string[] {
  const { say } = speech;
  const falls = before !== undefined && stage.quota < before.quota;
  const [seats, again] = [stage.elected.filter((name) => !isRon(name)), stage.elected.filter(isRon)];
  return [
    ...stage.ties.map((tie) => tieWords(tie, names, speech)),
    ...doneWords(count, stage, names, speech),
    ...(falls ? [say("count.quota.falls", { quota: sayVotes(stage.quota, speech) })] : []),
    ...(seats.length > 0 ? [say("count.elected", { names: fewOrMany(seats, names, speech) })] : []),
    ...(again.length > 0 ? [say("count.reopened", { count: again.length })] : []),
  ];
}

function doneWords(
  { valid, seats }: RankedCount,
  stage: RankedStage,
  names: OptionNames,
  speech: Speech,
): readonly string[] {
  const { say } = speech;
  switch (stage.kind) {
    case "first":
      return [say("count.first", { valid, seats, quota: sayVotes(stage.quota, speech) })];
    case "surplus": {
      const { papers, transferable } = stage;
      const [surplus, value] = [sayVotes(stage.surplus, speech), sayVotes(stage.value, speech)];
      const lost = stage.surplus - stage.value * transferable;
      const taken = say("count.surplus", { name: optionName(stage.of, names, speech), surplus, papers });
      const going =
        transferable === 0 ? say("count.surplus.none") : say("count.surplus.transferred", { transferable, value });
      return [taken, going, ...(lost > 0 ? [say("count.lost", { votes: sayVotes(lost, speech) })] : [])];
    }
    case "exclusion": {
      const excluded = say("count.exclusion", { count: stage.of.length, names: fewOrMany(stage.of, names, speech) });
      const batches = stage.batches.map(({ papers, value }) =>
        say("count.batch", { papers, value: sayVotes(value, speech) }),
      );
      return batches.length === 0
        ? [excluded, say("count.exclusion.nothing")]
        : [excluded, say("count.exclusion.batches", { batches: speech.list(batches) })];
    }
    case "filled":
      return stage.of.length === 0
        ? [say("count.filled")]
        : [say("count.filled.after", { names: fewOrMany(stage.of, names, speech) })];
  }
}

function tieWords({ of, by, tied, chosen }: RankedTie, names: OptionNames, speech: Speech): string {
  const values = { tied: fewOrMany(tied, names, speech), chosen: fewOrMany(chosen, names, speech) };
  if (of === "last-places") return speech.say("count.tie.last-places", values);
  return speech.say(`count.tie.${of}.${by}`, values);
}

/** So many candidates are named in a sentence; of more it says how many they are, and the table marks them. */
const NAMED = 6;

function fewOrMany(options: readonly OptionId[], names: OptionNames, speech: Speech): string {
  return options.length > NAMED ? speech.say("count.many", { count: options.length }) : listed(options, names, speech);
}

/** Several options in a sentence. */
function listed(options: readonly OptionId[], names: OptionNames, speech: Speech): string {
  return speech.list(options.map((option) => optionName(option, names, speech)));
}
