import { labelOf } from "../application/motions/options.ts";
import type { OptionView } from "../application/motions/options.ts";
import type { CountStage, MotionResult } from "../domain/motions/entry.ts";
import { isRon } from "../domain/voting/ranked/ron.ts";
import type { Speech } from "./say.ts";

/** An option as it is called; re-open nominations in words. */
export function optionText(options: readonly OptionView[], id: string, { say }: Speech): string {
  return isRon(id) ? say("motion.option.ron") : labelOf(options, id);
}

/** So many options as fit into so many characters, the others counted. */
export function optionList(labels: readonly string[], maximum: number, { say }: Speech): readonly string[] {
  let length = 0;
  const shown = labels.filter((label) => {
    length += label.length;
    return length <= maximum;
  });
  const more = labels.length - shown.length;
  return more === 0 ? shown : [...shown, say("list.more", { count: more })];
}

/** So many characters of names stand in a result. */
const RESULT = 250;

/** What came of a vote on several options, in a sentence or two. */
export function optionResult(
  result: Extract<MotionResult, { kind: "chosen" | "elected" }>,
  options: readonly OptionView[],
  mayVote: number,
  speech: Speech,
): string {
  const { say, list } = speech;
  const labels = (ids: readonly string[]) =>
    list(
      optionList(
        ids.map((id) => optionText(options, id, speech)),
        RESULT,
        speech,
      ),
    );
  const counted = say("motion.options.voted", { voted: result.voted, mayVote });
  if (result.kind === "chosen") {
    const taken =
      result.taken.length === 0 ? say("motion.chosen.none") : say("motion.chosen", { taken: labels(result.taken) });
    const tied = result.tied.length === 0 ? [] : [say("motion.chosen.tied", { tied: labels(result.tied) })];
    return [taken, ...tied, ...(result.counts === undefined ? [say("motion.options.withheld")] : []), counted].join(
      " ",
    );
  }
  const elected =
    result.elected.length === 0
      ? say("motion.elected.none")
      : say("motion.elected", { elected: labels(result.elected) });
  const vacant = result.vacant === 0 ? [] : [say("motion.elected.vacant", { count: result.vacant })];
  const withheld = result.stages === undefined ? [say("motion.options.withheld")] : [];
  return [elected, ...vacant, ...withheld, counted].join(" ");
}

/** So many characters of the count stand in the minute. */
const COUNT = 450;

/** The numbers of a vote on several options, a line each: how many chose each, or what every stage of the count did. */
export function countLines(result: MotionResult, options: readonly OptionView[], speech: Speech): readonly string[] {
  const label = (id: string) => optionText(options, id, speech);
  if (result.kind === "chosen" && result.counts !== undefined) {
    const counts = Object.entries(result.counts).toSorted(([, a], [, b]) => b - a);
    const lines = counts.map(([id, votes]) => speech.say("motion.count.line", { option: label(id), votes }));
    return optionList(lines, COUNT, speech);
  }
  if (result.kind !== "elected" || result.stages === undefined) return [];
  const lines = result.stages.map((stage, i) => stageLine(stage, i + 1, label, speech));
  return optionList(lines, COUNT, speech);
}

/** "Stage 2: Bo is excluded. Ada 55.00, Cy 40.00. Elected: Ada." */
function stageLine(
  { kind, of, votes, elected }: CountStage,
  number: number,
  label: (id: string) => string,
  { say, list }: Speech,
): string {
  const standing = Object.entries(votes)
    .filter(([, each]) => each > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([id, each]) => `${label(id)} ${(each / 100).toFixed(2)}`);
  const moved = of.length === 0 ? [] : [say(`motion.stage.${kind}`, { of: list(of.map(label)) })];
  const won = elected.length === 0 ? [] : [say("motion.stage.elected", { elected: list(elected.map(label)) })];
  return [say("motion.stage", { number }), ...moved, `${standing.join(", ")}.`, ...won].join(" ");
}
