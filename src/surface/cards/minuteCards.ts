import { pagesOfCount } from "../../application/motions/motionCard.ts";
import type { ClosedVoteView, LotView, MotionCard, OpenVoteView } from "../../application/motions/motionCard.ts";
import type { EarlierStage, MotionResult } from "../../domain/motions/entry.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { barsOf, countPicture } from "../votes/countPicture.ts";
import { choiceText, namesOf, optionList, optionText, sayVotes } from "../votes/optionNames.ts";
import { resultWords } from "../votes/resultWords.ts";
import { stageBlocks } from "../votes/stageBlocks.ts";
import { button, turningRows } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** What came of the vote, for the minutes: the motion, the result with its numbers and their base, and how it came about. */
export function drawMinute(card: MotionCard, citation: Citation, speech: Speech): Card {
  const { say, day } = speech;
  const { last, codeName } = card;
  if (last === undefined) throw new Error(`No vote on the motion ${codeName} is over.`);
  const { published } = last;
  const clause = cited(citation, card.rule.clause);
  return {
    tone: "neutral",
    title: say("motion.minute.title", { codeName }),
    blocks: [
      { kind: "quote", text: card.text },
      paragraph(resultText(card, last, speech)),
      ...(last.hands === undefined || last.result.kind === "void"
        ? []
        : [paragraph(say("motion.hands.counted", { ...last.hands }))]),
      ...(last.result.kind === "void" ? [] : awayBlocks(last.away, speech)),
      ...goneBlocks(card, speech),
      ...numbersOf(last.result, card, speech),
      ...(last.named.length === 0 ? [] : [{ kind: "list" as const, items: last.named.map(namedText(speech)) }]),
      small(say("motion.minute.days", { opened: day(last.opened), closed: day(last.closed), clause })),
      ...(published === undefined
        ? []
        : [small(say("motion.published", { count: published.ballots, hash: published.hash, codeName }))]),
    ],
    rows: [countRow(card, speech), rulesRow([card.rule.clause], citation, speech)].filter((row) => row.length > 0),
  };
}

/** What leads from a vote that is over to how it was counted: every stage, and the ballots of a secret vote. */
export function countRow({ motion, last }: MotionCard, { say }: Speech): readonly Control[] {
  const stages = button("secondary", say("act.motion.stages"), "motion.stages", motion);
  const ballots = button("secondary", say("act.motion.ballots"), "motion.ballots", motion);
  return [
    ...(last !== undefined && pagesOfCount(last) > 0 ? [stages] : []),
    ...(last?.published === undefined ? [] : [ballots]),
  ];
}

/** How a vote ended, in words: what, with which numbers, and what was needed. */
export function resultText({ rule, options }: MotionCard, { result, mayVote }: ClosedVoteView, speech: Speech): string {
  const measures = { majorities: rule.majorities, mayVote, isSealed: rule.isSealed };
  return resultWords(measures, result, namesOf(options), speech).join(" ");
}

/** The votes on several options as bars; of a ranked count as its last stage left them. */
function numbersOf(result: MotionResult, { options }: MotionCard, speech: Speech): readonly Block[] {
  const names = namesOf(options);
  if (result.kind === "chosen") {
    const counts = Object.entries(result.count?.counts ?? result.earlier?.counts ?? {});
    const most = Math.max(1, ...counts.map(([, votes]) => votes));
    const bars = counts
      .toSorted(([, a], [, b]) => b - a)
      .map(([option, votes]) => ({
        name: optionText(options, option, speech),
        votes,
        said: String(votes),
        mark: result.taken.includes(option) ? "✓" : "",
      }));
    return bars.length === 0 ? [] : [{ kind: "table", lines: barsOf(bars, most) }];
  }
  if (result.kind !== "elected") return [];
  const { count, earlier = [] } = result;
  if (count !== undefined)
    return [{ kind: "table", lines: countPicture(count, count.stages.length - 1, names, speech) }];
  const label = (id: string) => optionText(options, id, speech);
  const lines = earlier.map((stage, i) => earlierText(stage, i + 1, label, speech));
  return lines.length === 0 ? [] : [{ kind: "list", items: optionList(lines, EARLIER, speech) }];
}

/** What was withdrawn before the votes were counted. */
function goneBlocks({ options }: MotionCard, speech: Speech): readonly Block[] {
  const gone = options.filter(({ isGone }) => isGone === true).map(({ label }) => label);
  if (gone.length === 0) return [];
  return [paragraph(speech.say("motion.minute.gone", { names: speech.list(optionList(gone, GONE, speech)) }))];
}

/** So many characters of what was withdrawn stand in the minute. */
const GONE = 200;

/** So many characters of a count of which little was kept stand in the minute. */
const EARLIER = 450;

/** "Stage 2. Excluded: Bo. Ada 55.00, Cy 40.00." */
function earlierText(
  { kind, of, votes }: EarlierStage,
  number: number,
  label: (id: string) => string,
  speech: Speech,
): string {
  const standing = Object.entries(votes)
    .filter(([, each]) => each > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([id, each]) => `${label(id)} ${sayVotes(each, speech)}`);
  const moved = of.length === 0 ? [] : [speech.say(`motion.stage.${kind}`, { of: speech.list(of.map(label)) })];
  return [speech.say("motion.stage", { number }), ...moved, `${standing.join(", ")}.`].join(" ");
}

/**
 * How a vote was counted, from which the page before and the one after are reached; undefined where there is nothing to be told.
 * @param wanted which stage, from 1; after the last of them comes the lot
 * @param turns whether it can be turned to the others: not where each has a message of its own
 */
export function stageCard(
  card: MotionCard,
  wanted: number,
  turns: "turns" | "stays",
  speech: Speech,
): Card | undefined {
  const { codeName, motion, last, options } = card;
  const pages = last === undefined ? 0 : pagesOfCount(last);
  if (last === undefined || pages === 0) return undefined;
  const { result, lot } = last;
  const page = Math.min(Math.max(1, wanted), pages);
  const count = result.kind === "elected" ? result.count : undefined;
  const stage =
    count === undefined || page > count.stages.length
      ? lotBlocks(lot, options, speech)
      : stageBlocks(count, page - 1, namesOf(options), speech);
  return {
    tone: "neutral",
    title: speech.say("motion.stages.title", { codeName }),
    blocks: stage,
    rows: turns === "turns" ? turningRows("motion.stages", motion, page, pages, speech) : [],
  };
}

/** So many digits of a SHA-256 tell which of two comes first. */
const DIGITS = 8;

/** The lot, and how anybody can check it. */
function lotBlocks(lot: LotView | undefined, options: MotionCard["options"], speech: Speech): readonly Block[] {
  if (lot === undefined) return [];
  const { say } = speech;
  const { commitment, seed, order } = lot;
  const width = Math.max(...order.map(({ option }) => option.length));
  const lines = order.map(({ option, drawn }, i) => {
    const name = fitted(optionText(options, option, speech), LOT_NAME);
    return `${String(i + 1).padStart(2)}. ${option.padEnd(width)} ${drawn.slice(0, DIGITS)}… ${name}`;
  });
  const first = order[0]?.option ?? "";
  return [
    { kind: "heading", text: say("motion.lot.title") },
    paragraph(say("motion.lot.intro")),
    { kind: "table", lines },
    paragraph(say("motion.lot.seed", { commitment })),
    { kind: "table", lines: [`printf '%s' '${seed}' | sha256sum`] },
    paragraph(say("motion.lot.place")),
    { kind: "table", lines: [`printf '%s' '${seed}:${first}' | sha256sum`] },
  ];
}

/** The name of an option has so much room beside its place in the lot. */
const LOT_NAME = 24;

/** So many characters of names stand beside a choice; the others are counted. */
const NAMES = 250;

/** "In favour: Ben Tanner and Zoe Marsh". */
const namedText =
  (speech: Speech) =>
  ({ choice, names }: ClosedVoteView["named"][number]): string =>
    speech.say("motion.named", {
      choice: choiceText(choice, speech),
      names: speech.list(optionList(names, NAMES, speech)),
    });

/** When Redress was away while the vote was open. */
export function awayBlocks(away: OpenVoteView["away"], { say }: Speech): readonly Block[] {
  return away.map(({ from, until }) => paragraph(say("motion.away", { from, until })));
}
