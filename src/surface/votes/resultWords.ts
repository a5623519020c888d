import type { Result } from "../../domain/voting/count.ts";
import { leastInFavour } from "../../domain/voting/majority.ts";
import type { Majority } from "../../domain/voting/majority.ts";
import { isRon } from "../../domain/voting/ranked/ron.ts";
import type { VoteRule } from "../../rulebook/rulebook.ts";
import type { Speech } from "../say.ts";
import { optionName } from "./optionNames.ts";
import type { OptionNames } from "./optionNames.ts";
import { listed } from "./stageWords.ts";

type Kind<Name extends Result["kind"]> = Extract<Result, { kind: Name }>;

/**
 * A result in words, a sentence each: what came of it, the numbers, and what would have been needed of which base. The clause is cited by
 * whoever shows it.
 * @param withNumbers false where the numbers could show how somebody voted, or are sealed: then only what came of it is said
 */
export function resultWords(
  rule: VoteRule,
  result: Result,
  names: OptionNames,
  withNumbers: boolean,
  speech: Speech,
): readonly string[] {
  const { say } = speech;
  switch (result.kind) {
    case "carried":
    case "lost":
    case "tied":
      return motionWords(rule, result, withNumbers, speech);
    case "inquorate":
    case "cannot-be-quorate":
      return inquorateWords(result, speech);
    case "turnout-not-met":
      return [say("result.turnout-not-met", { voted: result.voted, needed: result.needed })];
    case "void":
      return [say("result.void")];
    case "chosen":
      return chosenWords(result, names, withNumbers, speech);
    case "elected":
      return electedWords(result, names, withNumbers, speech);
    case "agreed":
    case "not-reached": {
      const { objections, block, standingAside } = result;
      const numbers = say("result.consensus.numbers", { objections, block, standingAside });
      return withNumbers ? [say(`result.${result.kind}`), numbers] : [say(`result.${result.kind}`)];
    }
  }
}

function motionWords(
  rule: VoteRule,
  result: Kind<"carried" | "lost" | "tied">,
  withNumbers: boolean,
  speech: Speech,
): readonly string[] {
  const { say } = speech;
  const { tally, present, recused, casting, further = [] } = result;
  const outcome = say(`result.${result.kind}`);
  const chair = casting === undefined ? [] : [say(`result.casting.${casting}`)];
  if (!withNumbers || rule.method !== "motion") return [outcome, ...chair];
  const { inFavour, against, abstaining, spoilt = 0 } = tally;
  const bases = [result.base, ...further.map(({ base }) => base)];
  return [
    outcome,
    say("result.numbers", { inFavour, against, abstaining }),
    ...(spoilt > 0 ? [say("result.spoilt", { count: spoilt })] : []),
    ...[rule.majority, ...rule.and_also].map((majority, i) => majorityWords(majority, bases[i] ?? 0, inFavour, speech)),
    ...chair,
    say("result.present", { present, recused }),
  ];
}

/** "At least 2/3 of the votes cast were needed, that is 4 of 6: reached." */
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

function inquorateWords(
  { kind, present, needed, missing }: Kind<"inquorate" | "cannot-be-quorate">,
  { say, name }: Speech,
): readonly string[] {
  return [
    say(`result.${kind}`, { present, needed }),
    ...missing.map((part) =>
      say("result.missing", { body: name("body", part.body), present: part.present, needed: part.needed }),
    ),
  ];
}

function chosenWords(
  { counts, taken, tie, ballots, blank, spoilt }: Kind<"chosen">,
  names: OptionNames,
  withNumbers: boolean,
  speech: Speech,
): readonly string[] {
  const { say } = speech;
  const outcome =
    taken.length === 0 ? say("result.chosen.nothing") : say("result.chosen", { names: listed(taken, names, speech) });
  const ties =
    tie === undefined
      ? []
      : [
          say(`result.chosen.tie.${tie.by}`, {
            tied: listed(tie.tied, names, speech),
            taken: listed(tie.taken, names, speech),
          }),
        ];
  if (!withNumbers) return [outcome, ...ties];
  const often = Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([option, count]) => say("result.chosen.count", { name: optionName(option, names, speech), count }));
  return [
    outcome,
    say("result.chosen.counts", { counts: often.join(", ") }),
    ...ties,
    papersWords(ballots, blank, spoilt),
  ];

  function papersWords(all: number, empty: number, unread: number): string {
    return say("result.ballots", { valid: all - empty - unread, blank: empty, spoilt: unread });
  }
}

function electedWords(
  result: Kind<"elected">,
  names: OptionNames,
  withNumbers: boolean,
  speech: Speech,
): readonly string[] {
  const { say } = speech;
  const { elected, withoutVotes, vacant, valid, blank, spoilt, seats, stages } = result;
  const isReopened = stages.some((stage) => stage.elected.some(isRon));
  return [
    elected.length === 0
      ? say("result.elected.nobody")
      : say("result.elected", { names: listed(elected, names, speech) }),
    ...(vacant > 0 ? [say(isReopened ? "result.vacant.reopened" : "result.vacant", { vacant, seats })] : []),
    ...(withoutVotes.length > 0 ? [say("result.without-votes", { names: listed(withoutVotes, names, speech) })] : []),
    ...(withNumbers ? [say("result.ballots", { valid, blank, spoilt }), say("result.ers97")] : []),
  ];
}
