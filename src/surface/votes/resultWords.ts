import type { MotionResult } from "../../domain/motions/entry.ts";
import { leastInFavour } from "../../domain/voting/majority.ts";
import type { Majority } from "../../domain/voting/majority.ts";
import type { Speech } from "../say.ts";
import { optionList, optionName } from "./optionNames.ts";
import type { OptionNames } from "./optionNames.ts";

type Kind<Name extends MotionResult["kind"]> = Extract<MotionResult, { kind: Name }>;

/** By what a result is measured. */
export interface Measures {
  /** Every majority that a motion needed; none where several options were voted on. */
  readonly majorities: readonly Majority[];
  readonly mayVote: number;
  /** Whether the rules keep everything closed but what came of it. */
  readonly isSealed?: boolean;
}

/**
 * A result in words, a sentence each: what came of it, the numbers, and what would have been needed of which base. The clause is cited by
 * whoever shows it. Where the numbers were withheld only what came of it is said, and that they were.
 */
export function resultWords(
  measures: Measures,
  result: MotionResult,
  names: OptionNames,
  speech: Speech,
): readonly string[] {
  const { say, name } = speech;
  switch (result.kind) {
    case "void":
      return [say(`result.void.${result.why}`)];
    case "inquorate": {
      const { present, needed, missing } = result;
      const ofBodies = missing.map((part) => ({ ...part, body: name("body", part.body) }));
      return [
        say("result.inquorate", { present, needed }),
        ...ofBodies.map((part) => say("result.missing", part)),
        say("result.anew"),
      ];
    }
    case "turnout-not-met":
      return [say("result.turnout-not-met", { voted: result.voted, needed: result.needed }), say("result.anew")];
    case "carried":
    case "lost":
    case "tied":
      return motionWords(measures, result, speech);
    case "agreed":
    case "not-reached":
      return consensusWords(measures, result, speech);
    case "chosen":
      return [...chosenWords(result, names, speech), votedWords(result, measures, speech)];
    case "elected":
      return [...electedWords(result, names, speech), votedWords(result, measures, speech)];
  }
}

const votedWords = ({ voted }: { readonly voted: number }, { mayVote }: Measures, { say }: Speech) =>
  say("result.voted", { voted, mayVote });

const castingWords = ({ casting }: Kind<"carried" | "lost" | "tied">, { say }: Speech): readonly string[] =>
  casting === undefined ? [] : [say(`result.casting.${casting}`)];

/** Of a consensus who said what is told to nobody; how many objected only where it is not kept closed. */
function consensusWords(
  measures: Measures,
  result: Kind<"agreed" | "not-reached">,
  { say }: Speech,
): readonly string[] {
  const { kind, count } = result;
  const outcome = [say(`result.${kind}`), ...(kind === "agreed" ? [] : [say("result.anew")])];
  if (measures.isSealed === true) return [...outcome, say("result.sealed")];
  if (count === undefined) return [...outcome, say("result.withheld")];
  const { objections, block, standingAside, present, recused } = count;
  return [
    ...outcome,
    say("result.consensus", { objections, block, standingAside }),
    say("result.present", { present, recused }),
  ];
}

function motionWords(measures: Measures, result: Kind<"carried" | "lost" | "tied">, speech: Speech): readonly string[] {
  const { say } = speech;
  const { count, recused, present } = result;
  const [outcome, voted] = [say(`result.${result.kind}`), votedWords(result, measures, speech)];
  if (measures.isSealed === true) return [outcome, ...castingWords(result, speech), say("result.sealed")];
  if (count === undefined) return [outcome, ...castingWords(result, speech), say("result.withheld"), voted];
  const { inFavour, against, abstaining, spoilt = 0 } = count.tally;
  const bases = [count.base, ...(count.further ?? []).map(({ base }) => base)];
  return [
    outcome,
    say("result.numbers", { inFavour, against, abstaining }),
    ...(spoilt > 0 ? [say("result.spoilt", { count: spoilt })] : []),
    // Of the further majorities nothing was kept in earlier minutes.
    ...bases.flatMap((base, i) => {
      const majority = measures.majorities[i];
      return majority === undefined ? [] : [majorityWords(majority, base, inFavour, speech)];
    }),
    ...castingWords(result, speech),
    say("result.present", { present, recused }),
    voted,
  ];
}

/** "At least 2/3 of the votes cast: 4 of 6 were needed. Reached." */
function majorityWords(majority: Majority, base: number, inFavour: number, { say, name }: Speech): string {
  const { numerator, denominator } = majority.fraction;
  const asked = { fraction: `${numerator}/${denominator}`, of: name("base", majority.of) };
  const least = leastInFavour(majority, base);
  return say(inFavour >= least ? "result.majority.reached" : "result.majority.missed", {
    majority: say(majority.strict ? "board.majority.strict" : "board.majority", asked),
    least,
    base,
  });
}

/** So many characters of names stand in a sentence; the picture marks everybody. */
const NAMES = 120;

function named(options: readonly string[], names: OptionNames, speech: Speech): string {
  const labels = options.map((option) => optionName(option, names, speech));
  return speech.list(optionList(labels, NAMES, speech));
}

function chosenWords({ taken, count, earlier }: Kind<"chosen">, names: OptionNames, speech: Speech): readonly string[] {
  const { say } = speech;
  const outcome =
    taken.length === 0 ? say("result.chosen.nothing") : say("result.chosen", { names: named(taken, names, speech) });
  if (count === undefined) {
    if (earlier === undefined) return [outcome, say("result.withheld")];
    const tied = { tied: named(earlier.tied, names, speech) };
    return [outcome, ...(earlier.tied.length === 0 ? [] : [say("result.chosen.tied", tied)])];
  }
  const { tie, ballots, blank, spoilt } = count;
  const tied =
    tie === undefined
      ? []
      : [
          say(`result.chosen.tie.${tie.by}`, {
            tied: named(tie.tied, names, speech),
            taken: named(tie.taken, names, speech),
          }),
        ];
  return [outcome, ...tied, say("result.ballots", { valid: ballots - blank - spoilt, blank, spoilt })];
}

function electedWords(
  { elected, vacant, isReopened, count, earlier }: Kind<"elected">,
  names: OptionNames,
  speech: Speech,
): readonly string[] {
  const { say } = speech;
  const seats = elected.length + vacant;
  const why = isReopened ? "reopened" : "too-few";
  const free = say(`result.vacant.${isReopened === undefined ? "unknown" : why}`, { vacant, seats });
  const outcome = [
    elected.length === 0
      ? say("result.elected.nobody")
      : say("result.elected", { names: named(elected, names, speech) }),
    ...(vacant > 0 ? [free] : []),
  ];
  if (count === undefined) return earlier === undefined ? [...outcome, say("result.withheld")] : outcome;
  const { withoutVotes, valid, blank, spoilt } = count;
  return [
    ...outcome,
    ...(withoutVotes.length > 0 ? [say("result.without-votes", { names: named(withoutVotes, names, speech) })] : []),
    say("result.ballots", { valid, blank, spoilt }),
    say("result.ers97"),
  ];
}
