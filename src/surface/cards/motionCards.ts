import type { ConsensusView } from "../../application/consensusView.ts";
import type { MotionCard, OpenVoteView, QuestionView } from "../../application/motions/motionCard.ts";
import type { MotionReminder } from "../../application/motions/motionReminder.ts";
import type { MotionLine } from "../../application/motions/readMotions.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { consensusBlocks } from "../votes/consensusView.ts";
import { optionList } from "../votes/optionNames.ts";
import { button, inRows } from "./controls.ts";
import { awayBlocks, countRow, resultText } from "./minuteCards.ts";
import { cited, rulesLink, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

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
      ...(card.vote === undefined ? [] : consensusBlocks(card.rule.consensus, speech)),
      ...questionBlocks(card, speech, card.rule.options !== undefined),
      ...(card.isTied ? [paragraph(say("motion.tie"))] : []),
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
    ...(card.amended === 0 ? [] : [{ label: say("motion.amended"), value: String(card.amended + 1) }]),
    { label: say("motion.electorate"), value: [electorate, ...stepped].join("; ") },
    { label: say("board.quorum.label"), value: quorumText(card, speech) },
    ...(rule.majorities.length === 0
      ? optionFacts(card, speech)
      : [{ label: say("board.majority.label"), value: majoritiesText(card, speech) }]),
    {
      label: say("motion.ballots"),
      value: say(rule.isSealed ? "motion.ballots.sealed" : `motion.ballots.${rule.ballots}`),
    },
    ...(card.isOver
      ? []
      : [{ label: say("motion.lastday"), value: last === undefined ? say("motion.by-hand") : day(last) }]),
    ...(vote?.present === undefined ? [] : [{ label: say("motion.present"), value: String(vote.present) }]),
  ];
}

function quorumText({ rule, isOver }: MotionCard, { say, name }: Speech): string {
  const { members, atLeast } = rule.few ?? {};
  const few =
    isOver || members === undefined || atLeast === undefined
      ? []
      : [say("card.few-members", { body: name("body", rule.body), members, needed: atLeast })];
  if (rule.quorum === undefined) return [say("board.quorum.none"), ...few].join(" ");
  const including = rule.including.map(({ body, needed }) =>
    say("board.quorum.including", { count: needed, body: name("body", body) }),
  );
  return [say("board.quorum", { needed: rule.quorum }), ...including, ...few].join(" ");
}

/** So many characters of what was withdrawn stand on the card. */
const GONE = 120;

/** So many characters of the options stand on the card; all of them stand on the paper. */
const OPTIONS = 500;
/** And so many beside a question and its answer. */
const FEW_OPTIONS = 120;

/** What is voted on, and how many are chosen of it. */
function optionFacts({ rule, options, questions }: MotionCard, speech: Speech) {
  const { say, list } = speech;
  if (rule.options === undefined) return [];
  const labels = options.filter(({ isGone }) => isGone !== true).map(({ label }) => label);
  const how =
    rule.options.by === "choose"
      ? say("motion.options.choose", { choose: rule.options.choose, take: rule.options.take })
      : say("motion.options.rank", { seats: rule.options.seats });
  return [
    {
      label: say("motion.options"),
      value: list(optionList(labels, questions.length > 0 ? FEW_OPTIONS : OPTIONS, speech)),
    },
    { label: say("motion.options.how"), value: how },
    ...goneFacts(options, speech),
  ];
}

/** What stands on the ballots no more. */
function goneFacts(options: MotionCard["options"], speech: Speech) {
  const gone = options.filter(({ isGone }) => isGone === true).map(({ label }) => label);
  if (gone.length === 0) return [];
  const names = speech.list(optionList(gone, GONE, speech));
  return [{ label: speech.say("motion.gone"), value: speech.say("motion.gone.counted", { names }) }];
}

/** "more than 1/2 of the votes in favour and against; who abstains counts for neither". */
function majoritiesText({ rule }: MotionCard, { say }: Speech): string {
  const all = rule.majorities.map(({ fraction: { numerator, denominator }, of, strict }) =>
    say(strict ? "motion.majority.strict" : "motion.majority", {
      fraction: `${numerator}/${denominator}`,
      base: say(`motion.base.${of}`),
    }),
  );
  return all.join(". ");
}

function stateBlocks(card: MotionCard, { say }: Speech): readonly Block[] {
  if (card.isWithdrawn) return [paragraph(say("motion.withdrawn"))];
  if (card.vote !== undefined) return card.rule.consensus === undefined ? [paragraph(say("motion.open"))] : [];
  if (card.last !== undefined) return [];
  const isWaiting = card.needsSeconder && card.seconder === undefined;
  return [paragraph(say(isWaiting ? "motion.waits.second" : "motion.waits.open"))];
}

function openBlocks(vote: OpenVoteView, speech: Speech): readonly Block[] {
  return [
    ...awayBlocks(vote.away, speech),
    ...(vote.isFew ? [paragraph(speech.say("motion.few"))] : []),
    ...(vote.countedTwice === undefined ? [] : [paragraph(speech.say("motion.hands.twice", vote.countedTwice))]),
    ...(vote.commitment === undefined ? [] : [small(speech.say("motion.lot", { commitment: vote.commitment }))]),
  ];
}

/**
 * What whoever moved it was asked last: while it is waited for, and with the answer.
 * @param isShort whether the answer has to do where there is one: options stand on the card, too
 */
function questionBlocks({ questions }: MotionCard, speech: Speech, isShort = false): readonly Block[] {
  const last = questions.at(-1);
  if (last === undefined) return [];
  const { by, text, answer, isOpen, isVoid } = last;
  const { say } = speech;
  return [
    paragraph(say("motion.question", { by })),
    ...(isShort && answer !== undefined ? [] : [{ kind: "quote" as const, text }]),
    ...(answer === undefined ? [] : [paragraph(say("motion.answer")), { kind: "quote" as const, text: answer }]),
    ...(isOpen ? [paragraph(say(isVoid ? "motion.question.void" : "motion.question.open"))] : []),
    ...(isOpen || answer !== undefined ? [] : [paragraph(say("motion.question.dropped"))]),
  ];
}

/** What whoever moved it was asked, or what came of it, in the room: whoever has voted votes anew. */
export function drawMotionQuestion(card: MotionCard, asked: QuestionView, speech: Speech): Card {
  const { say } = speech;
  const isAgain = asked.isVoid && !asked.isOpen && card.vote !== undefined;
  return {
    tone: "attention",
    title: say("motion.question.title", { codeName: card.codeName }),
    blocks: [
      ...questionBlocks({ ...card, questions: [asked] }, speech),
      ...(isAgain ? [paragraph(say("motion.question.again"))] : []),
    ],
    rows: asked.isOpen ? [answerRow(card, speech)] : [],
  };
}

const answerRow = ({ motion }: MotionCard, { say }: Speech): readonly Control[] => [
  button("primary", say("act.motion.answer"), "motion.answer", motion),
  button("secondary", say("act.vote.resume"), "motion.resume", motion),
];

function rowsOf(card: MotionCard, speech: Speech): readonly (readonly Control[])[] {
  const { say } = speech;
  const { motion: ref, vote, rule } = card;
  const recuse = button("danger", say("act.recuse"), "motion.recuse", ref);
  const ballots = [
    ...(card.last === undefined ? [] : [button("secondary", say("act.motion.minute"), "motion.minute", ref)]),
    ...countRow(card, speech),
  ];
  if (card.isOver) return ballots.length === 0 ? [] : [ballots];
  if (card.isOfCase === true && vote === undefined) return [];
  const withdraw = button("secondary", say("act.motion.withdraw"), "motion.withdraw", ref);
  const other: readonly Control[] = [
    ...(rule.options === undefined || card.options.every(({ isGone }) => isGone === true)
      ? []
      : [
          button(
            "secondary",
            say(rule.options.by === "ranked" ? "act.motion.gone.ranked" : "act.motion.gone.choose"),
            "motion.gone",
            ref,
          ),
        ]),
    ...(card.canAsk ? [button("secondary", say("act.motion.ask"), "motion.ask", ref)] : []),
  ];
  if (card.questions.some(({ isOpen }) => isOpen)) return inRows([...answerRow(card, speech), recuse, withdraw]);
  if (vote === undefined) {
    const isWaiting = card.needsSeconder && card.seconder === undefined;
    const next = isWaiting
      ? button("primary", say("act.motion.second"), "motion.second", ref)
      : button("primary", say("act.motion.open"), "motion.open", ref);
    const ways = card.ways.map((way) =>
      button(
        "secondary",
        fitted(say("act.motion.open.by", { way: speech.name("vote", way) }), limits.buttonLabel),
        "motion.open",
        ref,
        way,
      ),
    );
    const amend = button("secondary", say("act.motion.amend"), "motion.amend", ref);
    if (card.isTied)
      return [
        // Neither side is coloured: the card takes none.
        [
          button("secondary", say("act.vote.tie.in-favour"), "motion.tie", ref, "in-favour"),
          button("secondary", say("act.vote.tie.against"), "motion.tie", ref, "against"),
        ],
        [recuse, withdraw, ...ballots],
      ];
    return inRows([next, ...(isWaiting ? [] : ways), amend, recuse, withdraw, ...other, ...ballots]);
  }
  const present = button("secondary", say("act.vote.present"), "motion.present", ref);
  const close = card.isOfCase === true ? [] : [button("secondary", say("act.vote.close"), "motion.close", ref)];
  const hands = button("secondary", say("act.motion.hands"), "motion.hands", ref);
  const others = other.length === 0 ? [] : [other];
  if (rule.consensus !== undefined) return [...consensusRows(card, rule.consensus, speech), ...others];
  if (rule.ballots === "secret" || rule.options !== undefined)
    return [[button("primary", say("act.motion.paper"), "motion.paper", ref), present, recuse, ...close], ...others];
  return [
    [present, recuse],
    // No choice is coloured: the card takes no side.
    [
      button("secondary", say("choice.in-favour"), "motion.cast", ref, "in-favour"),
      button("secondary", say("choice.against"), "motion.cast", ref, "against"),
      button("secondary", say("choice.abstain"), "motion.cast", ref, "abstain"),
    ],
    ...(close.length === 0 ? [] : [[...(rule.byHand ? [hands] : []), ...close, withdraw]]),
    ...others,
  ];
}

/** What a member can press: before it is called that they have said what they think, afterwards where they stand. */
function consensusRows(
  { motion: ref, rule: { ballots } }: MotionCard,
  { isCalled, choices }: ConsensusView,
  { say }: Speech,
): readonly (readonly Control[])[] {
  const recuse = button("danger", say("act.recuse"), "motion.recuse", ref);
  const withdraw = button("secondary", say("act.motion.withdraw"), "motion.withdraw", ref);
  const views = button(
    "secondary",
    say(isCalled === false ? "act.vote.views" : "act.vote.present"),
    "motion.present",
    ref,
  );
  if (isCalled === false)
    return [
      [views, recuse],
      [
        button("primary", say("act.vote.call"), "motion.call", ref),
        button("secondary", say("act.vote.end-without"), "motion.close", ref),
        withdraw,
      ],
    ];
  // No position is coloured: the card takes no side. Where it is secret none stands on a button that others see.
  const positions =
    ballots === "secret"
      ? [button("primary", say("act.motion.position"), "motion.paper", ref)]
      : choices.map((choice) => button("secondary", say(`choice.${choice}`), "motion.cast", ref, choice));
  return [positions, [views, recuse, button("secondary", say("act.vote.close"), "motion.close", ref), withdraw]];
}

/** That a vote is open, for whoever may vote and has not; or that it is over. */
export function drawMotionReminder(view: MotionReminder, citation: Citation, speech: Speech): Card {
  const { say, name, day } = speech;
  const values = { codeName: view.codeName, body: name("body", view.body), clause: cited(citation, view.clause) };
  const rules = rulesRow([view.clause], citation, speech);
  if (view.state === "rests" || view.state === "gone")
    return {
      tone: "attention",
      title: say(`motion.reminder.${view.state}.title`),
      blocks: [paragraph(say(`motion.reminder.${view.state}`, values)), small(say("motion.small", values))],
      rows: [[button("primary", say("act.motion.show"), "motion.show", view.motion)], rules],
    };
  if (view.state === "over")
    return {
      tone: "neutral",
      title: say("motion.reminder.over.title"),
      blocks: [paragraph(say("motion.reminder.over", values)), small(say("motion.small", values))],
      rows: [[button("primary", say("act.motion.minute"), "motion.minute", view.motion)], rules],
    };
  const text = say(openText[view.state], values);
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
      rules,
    ],
  };
}

const openText = {
  opened: "motion.reminder.new",
  open: "motion.reminder",
  longer: "motion.reminder.longer",
} as const;

/** A motion in the list of what is before somebody. */
export function motionLine({ codeName, body, isVoteOpen }: MotionLine, { say, name }: Speech): string {
  return say(isVoteOpen ? "motion.list.line.open" : "motion.list.line", { codeName, body: name("body", body) });
}
