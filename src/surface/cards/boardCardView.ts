import type { BoardCard } from "../../application/roomCards.ts";
import type { AttachedCondition } from "../../domain/case/sanctionEntries.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Block, Card, Control } from "../card.ts";
import { sanctionText } from "../sanctionText.ts";
import type { Speech } from "../say.ts";
import { consensusBlocks, consensusRows } from "../votes/consensusView.ts";
import { button, inRows } from "./controls.ts";
import { dueBlocks } from "./officersCardView.ts";
import { noQuorumBlocks, referButton } from "./referralCard.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** The card in the deciding body's room: the motion and its rules; no names, and nothing of how the vote stands. */
export function drawBoardCard(card: BoardCard, citation: Citation, speech: Speech): Card {
  const { say, name } = speech;
  const intro = say(card.knowsNames ? "board.intro.named" : "board.intro", {
    body: name("body", card.body),
    clause: cited(citation, card.clause),
  });
  const blocks: Block[] = [
    ...(card.referred === undefined && !card.isEnded ? [{ kind: "paragraph" as const, text: intro }] : []),
    ...(card.isApart === true ? [{ kind: "paragraph" as const, text: say("board.apart") }] : []),
    ...(card.isSelfDisclosed === true ? [{ kind: "paragraph" as const, text: say("board.self") }] : []),
    ...askedBlocks(card, speech),
    ...questionBlocks(card, speech),
    ...fewBlocks(card, speech),
    ...voteBlocks(card, citation, speech),
    ...resultBlocks(card, citation, speech),
    ...noQuorumBlocks(card, citation, speech),
    ...(card.isEnded ? [{ kind: "paragraph" as const, text: say("board.ended") }] : []),
    ...dueBlocks(card.due, speech),
    { kind: "small", text: say(card.knowsNames ? "board.small.named" : "board.small") },
  ];
  return {
    tone: card.vote === undefined && card.noQuorum === undefined ? "neutral" : "attention",
    title: say("board.title", { codeName: card.codeName }),
    blocks,
    rows: [...rowsOf(card, speech), [rulesLink(citation, speech)]],
  };
}

/** The motion in words: "Uphold the complaint and impose: warning". */
export function motionText(
  motion: {
    readonly motion: string;
    readonly sanction: string | undefined;
    readonly lasts?: Span | undefined;
    readonly scope?: readonly string[] | undefined;
    readonly conditions?: readonly AttachedCondition[] | undefined;
  },
  speech: Speech,
): string {
  const { say, name } = speech;
  const { sanction, lasts, scope, conditions } = motion;
  if (sanction === undefined) return name("motion", motion.motion);
  return say("motion.with-sanction", {
    motion: name("motion", motion.motion),
    sanction: sanctionText({ sanction, lasts, scope, conditions }, speech),
  });
}

/** Whether the parties were asked something, and whether an answer is there. */
function questionBlocks({ questions }: BoardCard, { say, day }: Speech): readonly Block[] {
  if (questions === undefined) return [];
  const waiting = questions.asked === undefined ? [] : [say("board.question.waiting", { day: day(questions.asked) })];
  const answered = questions.answered === 0 ? [] : [say("board.question.answered", { count: questions.answered })];
  return [...waiting, ...answered].map((text) => ({ kind: "paragraph", text }));
}

/** Said with each vote of a body that has fewer members than it must have. */
function fewBlocks({ vote, few, body }: BoardCard, { say, name }: Speech): readonly Block[] {
  if (vote === undefined || few === undefined) return [];
  const { members, atLeast: needed } = few;
  return [{ kind: "paragraph", text: say("card.few-members", { body: name("body", body), members, needed }) }];
}

/** What the body was asked to impose while the case is handled. */
function askedBlocks({ asked }: BoardCard, { say, name }: Speech): readonly Block[] {
  if (asked === undefined) return [];
  const values = { sanction: name("sanction", asked.sanction), ground: name("interim-ground", asked.ground) };
  return [{ kind: "paragraph", text: say("board.asked", values) }];
}

function voteBlocks({ vote, recused }: BoardCard, citation: Citation, speech: Speech): readonly Block[] {
  if (vote === undefined) return [];
  const { say, name, list } = speech;
  const including = vote.including.map((part) =>
    say("board.quorum.including", { count: part.needed, body: name("body", part.body) }),
  );
  const quorum =
    vote.quorum === undefined
      ? say("board.quorum.none")
      : [say("board.quorum", { needed: vote.quorum }), ...including].join(" ");
  const facts = [
    { label: say("board.motion"), value: motionText(vote, speech) },
    ...(vote.findings.length === 0
      ? []
      : [{ label: say("board.findings"), value: list(vote.findings.map((rule) => name("rule", rule))) }]),
    ...(vote.because === undefined
      ? []
      : [{ label: say("board.because"), value: list(vote.because.map((reason) => name("reason", reason))) }]),
    ...(vote.severity === undefined ? [] : [{ label: say("board.severity"), value: name("severity", vote.severity) }]),
    { label: say("board.quorum.label"), value: `${quorum} (${cited(citation, vote.clause)})` },
    ...(vote.majority === undefined
      ? []
      : [
          {
            label: say("board.majority.label"),
            value: say(vote.majority.strict ? "board.majority.strict" : "board.majority", {
              fraction: vote.majority.fraction,
              of: name("base", vote.majority.of),
            }),
          },
        ]),
    { label: say("board.present"), value: say("board.present.now", { present: vote.present, recused }) },
  ];
  return [
    { kind: "heading", text: say(vote.consensus === undefined ? "board.vote" : "board.consensus") },
    { kind: "facts", facts },
    ...consensusBlocks(vote.consensus, speech),
    ...keptFromBlocks(vote.keptFrom ?? [], speech),
  ];
}

/** What the sanction does on the platforms is said before it is voted on: others can notice it there. */
function keptFromBlocks(access: readonly string[], { say, name, list }: Speech): readonly Block[] {
  if (access.length === 0) return [];
  return [
    { kind: "small", text: say("board.kept-from", { access: list(access.map((each) => name("access", each))) }) },
  ];
}

function resultBlocks(card: BoardCard, citation: Citation, speech: Speech): readonly Block[] {
  const { say, name } = speech;
  const { lastResult, decision, notices } = card;
  const result =
    lastResult === undefined
      ? []
      : [say(`board.result.${lastResult.result.kind}`, { motion: motionText(lastResult, speech) })];
  const sent =
    notices === undefined ? [] : [say("board.notices", { delivered: notices.delivered, total: notices.total })];
  const tie = card.tie === undefined ? [] : [say("board.tie", { clause: cited(citation, card.tie.clause) })];
  const decided = decision === undefined ? [] : [say("board.decided", { outcome: name("outcome", decision.outcome) })];
  return [...result, ...tie, ...decided, ...sent].map((text): Block => ({ kind: "paragraph", text }));
}

function rowsOf(card: BoardCard, speech: Speech): readonly (readonly Control[])[] {
  const { say } = speech;
  const { case: ref, vote } = card;
  const brief = button("primary", say("act.vote.brief"), "vote.brief", ref);
  const recuse = button("danger", say("act.recuse"), "vote.recuse", ref);
  const why = button("secondary", say("act.why"), "vote.why", ref);
  const close = button("secondary", say("act.vote.close"), "vote.close", ref);
  const ask = card.questions?.canAsk === true ? [button("secondary", say("act.vote.ask"), "vote.ask", ref)] : [];
  const exit = card.noQuorum?.numbers.exit;
  if (exit !== undefined) return [[referButton(exit, "vote.refer", ref, speech)], [brief, recuse, why]];
  // A ballot would count for nothing any more.
  if (vote !== undefined && card.noQuorum !== undefined)
    return [
      [brief, recuse],
      [close, why],
    ];
  if (card.questions?.asked !== undefined && vote === undefined)
    return [[brief, button("secondary", say("act.vote.resume"), "vote.resume", ref), recuse, why]];
  if (vote?.consensus !== undefined) return withMore(consensusRows(card, vote.vote, vote.consensus, speech), ask);
  if (vote !== undefined)
    return [
      [brief, button("secondary", say("act.vote.present"), "vote.present", vote.vote), recuse],
      // No choice is coloured: the card takes no side.
      [
        button("secondary", say("choice.in-favour"), "vote.cast", vote.vote, "in-favour"),
        button("secondary", say("choice.against"), "vote.cast", vote.vote, "against"),
        button("secondary", say("choice.abstain"), "vote.cast", vote.vote, "abstain"),
      ],
      [close, ...ask, why],
    ];
  if (card.tie !== undefined)
    return [
      [brief, recuse, why],
      // Neither side is coloured: the card takes none.
      [
        button("secondary", say("act.vote.tie.in-favour"), "vote.tie", ref, "in-favour"),
        button("secondary", say("act.vote.tie.against"), "vote.tie", ref, "against"),
      ],
    ];
  if (card.canSend) return [[button("primary", say("act.vote.send"), "vote.send", ref)]];
  if (card.asked !== undefined && !card.isDeciding)
    return inRows([brief, button("primary", say("act.vote.impose"), "vote.impose", ref), recuse, why]);
  if (!card.isDeciding) return [];
  return inRows([brief, button("primary", say("act.vote.put"), "vote.put", ref), ...ask, recuse, why]);
}

/** The same with more in the last row. */
const withMore = (rows: readonly (readonly Control[])[], more: readonly Control[]): readonly (readonly Control[])[] => [
  ...rows.slice(0, -1),
  [...(rows.at(-1) ?? []), ...more],
];
