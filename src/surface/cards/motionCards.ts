import type { ClosedVoteView, MotionCard, OpenVoteView } from "../../application/motions/motionCard.ts";
import type { MotionReminder } from "../../application/motions/motionReminder.ts";
import type { MotionLine } from "../../application/motions/readMotions.ts";
import type { Block, Card, Control } from "../card.ts";
import { countLines, optionList, optionResult } from "../optionText.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, rulesLink, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const small = (text: string): Block => ({ kind: "small", text });

/** A motion that is no case, in its room or for a member who asks: its words, who may vote, by which rule; nothing of how it stands. */
export function drawMotionCard(card: MotionCard, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  return {
    tone: card.vote === undefined ? "neutral" : "attention",
    title: say("motion.title", { codeName: card.codeName }),
    blocks: [
      { kind: "quote", text: card.text },
      { kind: "facts", facts: factsOf(card, citation, speech) },
      ...stateBlocks(card, speech),
      ...(card.vote === undefined ? [] : openBlocks(card.vote, speech)),
      ...(card.last === undefined ? [] : [paragraph(resultText(card, card.last, speech))]),
      small(say("motion.small", { codeName: card.codeName })),
    ],
    rows: [...rowsOf(card, speech), [rulesLink(citation, speech)]],
  };
}

function factsOf(card: MotionCard, citation: Citation, speech: Speech) {
  const { say, name, day } = speech;
  const { mover, seconder, rule, vote, lastDay, recused } = card;
  const stepped = recused === 0 ? [] : [say("motion.recused", { count: recused })];
  const mayVote = vote?.mayVote ?? card.last?.mayVote;
  const electorate =
    mayVote === undefined ? say("motion.electorate.later") : say("motion.electorate.fixed", { count: mayVote });
  const last = vote === undefined ? lastDay : vote.lastDay;
  return [
    {
      label: say("motion.moved"),
      value: seconder === undefined ? mover : say("motion.moved.seconded", { mover, seconder }),
    },
    {
      label: say("motion.vote"),
      value: say("motion.vote.by", {
        method: name("vote", rule.method),
        body: name("body", rule.body),
        clause: cited(citation, rule.clause),
      }),
    },
    { label: say("motion.electorate"), value: [electorate, ...stepped].join("; ") },
    { label: say("board.quorum.label"), value: quorumText(card, speech) },
    ...(rule.majority === undefined
      ? optionFacts(card, speech)
      : [{ label: say("board.majority.label"), value: majorityText(card, speech) }]),
    { label: say("motion.ballots"), value: say(`motion.ballots.${rule.ballots}`) },
    ...(card.isOver
      ? []
      : [{ label: say("motion.lastday"), value: last === undefined ? say("motion.by-hand") : day(last) }]),
    ...(vote?.present === undefined ? [] : [{ label: say("motion.present"), value: String(vote.present) }]),
  ];
}

function quorumText({ rule }: MotionCard, { say, name }: Speech): string {
  if (rule.quorum === undefined) return say("board.quorum.none");
  const including = rule.including.map(({ body, needed }) =>
    say("board.quorum.including", { count: needed, body: name("body", body) }),
  );
  return [say("board.quorum", { needed: rule.quorum }), ...including].join(" ");
}

/** So many characters of the options stand on the card; all of them stand on the paper. */
const OPTIONS = 500;

/** What is voted on, and how many are chosen of it. */
function optionFacts({ rule, options }: MotionCard, speech: Speech) {
  const { say, list } = speech;
  if (rule.options === undefined) return [];
  const labels = options.map(({ label }) => label);
  const how =
    rule.options.by === "choose"
      ? say("motion.options.choose", { choose: rule.options.choose, take: rule.options.take })
      : say("motion.options.rank", { seats: rule.options.seats });
  return [
    { label: say("motion.options"), value: list(optionList(labels, OPTIONS, speech)) },
    { label: say("motion.options.how"), value: how },
  ];
}

/** "more than 1/2 of the votes in favour and against; who abstains counts for neither". */
function majorityText({ rule: { majority } }: MotionCard, { say }: Speech): string {
  if (majority === undefined) return "";
  const { fraction, of, strict } = majority;
  const base = of === "present" || of === "all_members" ? say(`motion.base.${of}`) : say("motion.base.votes_cast");
  return say(strict ? "motion.majority.strict" : "motion.majority", { fraction, base });
}

function stateBlocks(card: MotionCard, { say }: Speech): readonly Block[] {
  if (card.isWithdrawn) return [paragraph(say("motion.withdrawn"))];
  if (card.vote !== undefined) return [paragraph(say("motion.open"))];
  if (card.last !== undefined) return [];
  const isWaiting = card.needsSeconder && card.seconder === undefined;
  return [paragraph(say(isWaiting ? "motion.waits.second" : "motion.waits.open"))];
}

function openBlocks(vote: OpenVoteView, speech: Speech): readonly Block[] {
  return [...awayBlocks(vote.away, speech), ...(vote.isFew ? [paragraph(speech.say("motion.few"))] : [])];
}

/** What came of the vote, for the minutes: the motion, who moved it, the result with its numbers and their base. */
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
      ...(last.result.kind === "void" ? [] : awayBlocks(last.away, speech)),
      ...listOf(countLines(last.result, card.options, speech)),
      ...(last.named.length === 0 ? [] : [{ kind: "list" as const, items: last.named.map(namedText(speech)) }]),
      small(say("motion.minute.days", { opened: day(last.opened), closed: day(last.closed), clause })),
      ...(published === undefined
        ? []
        : [small(say("motion.published", { count: published.ballots, hash: published.hash }))]),
    ],
    rows: [rulesRow([card.rule.clause], citation, speech)],
  };
}

const listOf = (items: readonly string[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: "list", items }]);

/** So many characters of names stand beside a choice; the others are counted. */
const NAMES = 250;

/** "In favour: Ben Tanner and Zoe Marsh". */
const namedText =
  ({ say, list, ...speech }: Speech) =>
  ({ choice, names }: ClosedVoteView["named"][number]): string => {
    let length = 0;
    const shown = names.filter((each) => {
      length += each.length;
      return length <= NAMES;
    });
    const more = names.length - shown.length;
    const all = more === 0 ? shown : [...shown, say("list.more", { count: more })];
    return say("motion.named", { choice: choiceText(choice, { say, list, ...speech }), names: list(all) });
  };

function awayBlocks(away: OpenVoteView["away"], { say }: Speech): readonly Block[] {
  return away.map(({ from, until }) => paragraph(say("motion.away", { from, until })));
}

/** How a vote ended, in words: what, with which numbers, and what was needed. */
function resultText(card: MotionCard, { result, mayVote }: ClosedVoteView, speech: Speech): string {
  const { say } = speech;
  switch (result.kind) {
    case "void":
      return say(`motion.result.${result.why}`);
    case "inquorate":
      return say("motion.result.inquorate", { present: result.present, needed: result.needed });
    case "turnout-not-met":
      return say("motion.result.turnout-not-met", { voted: result.voted, needed: result.needed });
    case "carried":
    case "lost":
    case "tied": {
      const { numbers, present, voted } = result;
      const counted =
        numbers === undefined
          ? say("motion.numbers.withheld", { voted, mayVote })
          : say("motion.numbers", {
              ...numbers.tally,
              needed: majorityText(card, speech),
              base: numbers.base,
              present,
              mayVote,
            });
      return `${say(`motion.result.${result.kind}`)} ${counted}`;
    }
    case "chosen":
    case "elected":
      return optionResult(result, card.options, mayVote, speech);
  }
}

/** A choice of a motion in words; anything else as it stands. */
export function choiceText(choice: string, { say }: Speech): string {
  return choice === "in-favour" || choice === "against" || choice === "abstain" ? say(`choice.${choice}`) : choice;
}

function rowsOf(card: MotionCard, { say }: Speech): readonly (readonly Control[])[] {
  const { motion: ref, vote, rule } = card;
  const recuse = button("danger", say("act.recuse"), "motion.recuse", ref);
  const ballots = [
    ...(card.last === undefined ? [] : [button("secondary", say("act.motion.minute"), "motion.minute", ref)]),
    ...(card.last?.published === undefined
      ? []
      : [button("secondary", say("act.motion.ballots"), "motion.ballots", ref)]),
  ];
  if (card.isOver) return ballots.length === 0 ? [] : [ballots];
  if (card.isOfCase === true && vote === undefined) return [];
  const withdraw = button("secondary", say("act.motion.withdraw"), "motion.withdraw", ref);
  if (vote === undefined) {
    const isWaiting = card.needsSeconder && card.seconder === undefined;
    const next = isWaiting
      ? button("primary", say("act.motion.second"), "motion.second", ref)
      : button("primary", say("act.motion.open"), "motion.open", ref);
    return [[next, recuse, withdraw, ...ballots]];
  }
  const present = button("secondary", say("act.vote.present"), "motion.present", ref);
  const close = card.isOfCase === true ? [] : [button("secondary", say("act.vote.close"), "motion.close", ref)];
  if (rule.ballots === "secret" || rule.options !== undefined)
    return [[button("primary", say("act.motion.paper"), "motion.paper", ref), present, recuse, ...close]];
  return [
    [present, recuse],
    // No choice is coloured: the card takes no side.
    [
      button("secondary", say("choice.in-favour"), "motion.cast", ref, "in-favour"),
      button("secondary", say("choice.against"), "motion.cast", ref, "against"),
      button("secondary", say("choice.abstain"), "motion.cast", ref, "abstain"),
    ],
    ...(close.length === 0 ? [] : [[...close, withdraw]]),
  ];
}

/** That a vote is open, for whoever may vote and has not. */
export function drawMotionReminder(view: MotionReminder, citation: Citation, speech: Speech): Card {
  const { say, name, day } = speech;
  const values = { codeName: view.codeName, body: name("body", view.body), clause: cited(citation, view.clause) };
  const text = say(view.isNew ? "motion.reminder.new" : "motion.reminder", values);
  const until = view.lastDay === undefined ? [] : [say("motion.reminder.until", { day: day(view.lastDay) })];
  return {
    tone: "attention",
    title: say("motion.reminder.title"),
    blocks: [paragraph([text, ...until].join(" ")), small(say("motion.reminder.small"))],
    rows: [
      [
        view.isSecret
          ? button("primary", say("act.motion.paper"), "motion.paper", view.motion)
          : button("primary", say("act.motion.show"), "motion.show", view.motion),
      ],
      rulesRow([view.clause], citation, speech),
    ],
  };
}

/** A motion in the list of what is before somebody. */
export function motionLine({ codeName, body, isVoteOpen }: MotionLine, { say, name }: Speech): string {
  return say(isVoteOpen ? "motion.list.line.open" : "motion.list.line", { codeName, body: name("body", body) });
}
