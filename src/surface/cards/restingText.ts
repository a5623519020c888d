import type { Resting } from "../../domain/code/restsOn.ts";
import type { Fraction, Span } from "../../rulebook/schema/vocabulary.ts";
import { capital } from "../capital.ts";
import type { Speech } from "../say.ts";
import { selectorText } from "../selectorText.ts";

/** What Redress does by a clause, in words: "Uphold the complaint: 5 members present, including 1 of the presidency; ...". */
export function restingText(resting: Resting, speech: Speech): string {
  return capital(textOf(resting, speech), speech);
}

function textOf(resting: Resting, speech: Speech): string {
  const { say, name } = speech;
  switch (resting.kind) {
    case "vote":
      return voteText(resting, speech);
    case "sanction":
      return say("code.rests.sanction", {
        what: name("sanction", resting.sanction),
        length: spanText(resting.lasts, speech),
      });
    case "challenge":
      return say("code.rests.challenge", {
        what: name("challenge", resting.challenge),
        length: spanText(resting.within, speech),
      });
    case "task":
      return say("code.rests.within", { what: name("task", resting.task), length: spanText(resting.within, speech) });
    case "stage":
      return say("code.rests.within", { what: name("stage", resting.stage), length: spanText(resting.within, speech) });
    case "summons":
      return say("code.rests.summons", {
        length: spanText(resting.notice, speech),
        attempts: resting.attempts,
      });
  }
}

type VoteResting = Extract<Resting, { kind: "vote" }>;

function voteText(resting: VoteResting, speech: Speech) {
  const { say, name, list } = speech;
  const { vote, motions, turnout, majorities } = resting;
  const what = motions.length === 0 ? name("vote", vote) : list(motions.map((motion) => name("motion", motion)));
  const rule = [
    ...quorumTexts(resting, speech),
    ...(turnout === undefined ? [] : [say("board.turnout", { count: turnout })]),
    ...majorities.map((majority) => {
      const text = say(majority.strict ? "board.majority.strict" : "board.majority", {
        fraction: written(majority.fraction),
        of: name("base", majority.of),
      });
      return text.charAt(0).toLocaleLowerCase(speech.locale) + text.slice(1);
    }),
  ].join("; ");
  return say("code.rests.vote", { what, rule });
}

function quorumTexts({ present, including, share, conflicted }: VoteResting, speech: Speech): readonly string[] {
  const { say } = speech;
  if (present === undefined) return [];
  const among = including.map(({ from, atLeast }) =>
    say("board.quorum.including", { count: atLeast, body: selectorText(from, speech) }),
  );
  return [
    [say("board.quorum", { needed: present }), ...among].join(" "),
    ...(share === undefined
      ? []
      : [
          say(share.strict ? "board.quorum.share.strict" : "board.quorum.share", { fraction: written(share.fraction) }),
        ]),
    ...(conflicted === undefined ? [] : [say("board.quorum.conflicted", { count: conflicted })]),
  ];
}

const written = ({ numerator, denominator }: Fraction) => `${numerator}/${denominator}`;

/** "14 days", "1 working day". */
/** A length of time in words: "14 days". */
export function spanText({ amount, unit }: Span, { say }: Speech): string {
  return say(`span.${unit}`, { amount });
}
