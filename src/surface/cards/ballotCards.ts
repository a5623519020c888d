import type { BallotPaper, PresentAtVote, VotedOnMotion } from "../../application/motions/castOnMotion.ts";
import type { BallotsView } from "../../application/motions/readMotions.ts";
import { ballotFile } from "../../domain/motions/published.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { paged } from "../pages.ts";
import type { Speech } from "../say.ts";
import { choiceText, optionText } from "../votes/optionNames.ts";
import { button, inRows, turningRows } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** A paper, for one person: in a secret vote what stands on its buttons says nothing to anybody else. */
export function ballotPaperCard(paper: BallotPaper, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { codeName, text, isSecret, isFew, mayChange, clause } = paper;
  return {
    tone: "attention",
    title: say("motion.paper.title", { codeName }),
    blocks: [
      { kind: "quote", text },
      // It is read once, before anything is chosen: afterwards the choices stand where they can be seen.
      ...(isSecret && paper.picked.length === 0
        ? [paragraph(say("motion.paper.protected")), paragraph(say("motion.paper.unprotected"))]
        : []),
      ...(isFew ? [paragraph(say("motion.few"))] : []),
      ...(isOneOf(paper) ? [] : [...goneBlocks(paper, speech), ...filledBlocks(paper, speech)]),
      small(say(mayChange ? "motion.voted.change" : "motion.voted.final")),
    ],
    rows: [
      ...(isOneOf(paper) ? choiceRows(paper, speech) : fillingRows(paper, speech)),
      rulesRow([clause], citation, speech),
    ],
  };
}

/** Whether one choice is the whole ballot. */
const isOneOf = ({ method }: BallotPaper) => method === "motion" || method === "consensus";

function choiceRows({ motion, left }: BallotPaper, speech: Speech): readonly (readonly Control[])[] {
  return inRows(
    left.map(({ choice, mark }) => button("secondary", choiceText(choice, speech), "motion.cast", motion, mark)),
  );
}

/** What was withdrawn and cannot be chosen any more. */
function goneBlocks({ options }: Pick<BallotPaper, "options">, { say, list }: Speech): readonly Block[] {
  const gone = options.filter(({ isGone }) => isGone === true).map(({ label }) => label);
  return gone.length === 0 ? [] : [paragraph(say("motion.paper.gone", { names: list(gone) }))];
}

/** What stands on the paper so far: in their order where that counts. */
function filledBlocks({ method, picked, options, atMost }: BallotPaper, speech: Speech): readonly Block[] {
  const { say } = speech;
  if (picked.length === 0)
    return [paragraph(say(`motion.paper.empty.${method === "ranked" ? "ranked" : "choose"}`, { atMost }))];
  const lines = picked.map((id, i) => {
    const option = optionText(options, id, speech);
    return method === "ranked" ? say("motion.paper.line", { place: i + 1, option }) : option;
  });
  return method === "ranked"
    ? [paragraph([say("motion.paper.filled"), ...lines].join("\n"))]
    : [paragraph(say("motion.paper.filled")), { kind: "list", items: lines }];
}

/** The next choice from a list, the last taken back, and the ballot cast as it stands. */
function fillingRows(paper: BallotPaper, speech: Speech): readonly (readonly Control[])[] {
  const { say } = speech;
  const { motion: ref, left, picked, options, filled, before, method } = paper;
  const pick: readonly Control[] =
    left.length === 0
      ? []
      : [
          {
            kind: "select",
            act: "motion.pick",
            choice: filled,
            ref,
            placeholder: say(method === "ranked" ? "motion.paper.next" : "motion.paper.more", {
              place: picked.length + 1,
            }),
            options: left.map(({ choice, mark }) => ({
              value: mark,
              label: fitted(optionText(options, choice, speech), limits.optionLabel),
            })),
          },
        ];
  const others =
    picked.length === 0
      ? []
      : [
          button("primary", say("act.motion.cast"), "motion.cast", ref, filled),
          button("secondary", say("act.motion.undo"), "motion.undo", ref, before),
        ];
  return [pick, others].filter((row) => row.length > 0);
}

/** That somebody's vote counts; of a secret one nothing of what stands on it, and the receipt. */
export function votedOnMotionCard(voted: VotedOnMotion, citation: Citation, speech: Speech): Card {
  const { say, list } = speech;
  const { codeName, receipt, replaced, finds } = voted;
  const clause = cited(citation, voted.clause);
  const isFinal = small(say(voted.mayChange ? "motion.voted.change" : "motion.voted.final"));
  const rows = [rulesRow([voted.clause], citation, speech)];
  if (receipt === undefined) {
    const choice = list(voted.paper.map((each) => choiceText(optionText(voted.options, each, speech), speech)));
    const text = say(replaced ? "motion.voted.replaced" : "motion.voted", { codeName, choice, clause });
    return {
      tone: "good",
      title: say("voted.title"),
      blocks: [paragraph(text), ...goneBlocks(voted, speech), isFinal],
      rows,
    };
  }
  return {
    tone: "good",
    title: say("voted.title"),
    blocks: [
      paragraph(say(replaced ? "motion.sealed.replaced" : "motion.sealed", { codeName, clause })),
      ...goneBlocks(voted, speech),
      { kind: "facts", facts: [{ label: say("motion.receipt"), value: receipt }] },
      paragraph(say(`motion.receipt.${finds}`, { codeName })),
      isFinal,
    ],
    rows,
  };
}

export function presentAtVoteCard({ codeName, clause }: PresentAtVote, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  return {
    tone: "good",
    title: say("present.title"),
    blocks: [paragraph(say("motion.done.present", { codeName, clause: cited(citation, clause) }))],
    rows: [rulesRow([clause], citation, speech)],
  };
}

/** So many ballots stand on a page, if they are not longer than this together. */
const PAGE = { items: 40, length: 1500 };

/** One page of many lines. */
function pageOf(lines: readonly string[], wanted: number) {
  const pages = paged(lines, PAGE);
  const page = Math.min(Math.max(1, wanted), Math.max(1, pages.length));
  return { shown: pages[page - 1] ?? [], page, pages: pages.length };
}

/**
 * The published ballots of a secret vote, in words.
 * @param wanted which page, from 1
 */
export function ballotsCard(view: BallotsView, wanted: number, speech: Speech): Card {
  const { say } = speech;
  const lines = view.ballots.map(({ receipt, paper }) =>
    paper === undefined ? receipt : `${receipt}: ${paperText(view, paper, speech)}`,
  );
  const { shown, page, pages } = pageOf(lines, wanted);
  const file = button("secondary", say("act.motion.file"), "motion.file", view.motion);
  return {
    tone: "neutral",
    title: say("motion.ballots.title", { codeName: view.codeName }),
    blocks: [
      paragraph(say(view.hasChoices ? "motion.ballots.intro" : "motion.ballots.intro.counted")),
      { kind: "list", items: shown },
      small(say("motion.ballots.hash", { hash: view.hash })),
    ],
    rows: [...turningRows("motion.ballots", view.motion, page, pages, speech), [file]],
  };
}

function paperText({ options }: BallotsView, paper: readonly string[], speech: Speech): string {
  if (paper.length === 0) return speech.say("motion.ballots.blank");
  return paper.map((choice) => choiceText(optionText(options, choice, speech), speech)).join(", ");
}

/**
 * The file of the published ballots exactly as it is hashed, so that anybody can check that nobody has changed it.
 * @param wanted which page, from 1
 */
export function ballotFileCard(view: BallotsView, wanted: number, speech: Speech): Card {
  const { say } = speech;
  const { shown, page, pages } = pageOf(ballotFile(view.ballots).trimEnd().split("\n"), wanted);
  const used = [...new Set(view.ballots.flatMap(({ paper }) => paper ?? []))].toSorted();
  const legend = used.map((choice) =>
    say("motion.file.code", { code: choice, option: choiceText(optionText(view.options, choice, speech), speech) }),
  );
  return {
    tone: "neutral",
    title: say("motion.ballots.title", { codeName: view.codeName }),
    blocks: [
      paragraph(say("motion.file.intro", { hash: view.hash })),
      { kind: "table", lines: shown },
      ...(legend.length === 0 ? [] : [{ kind: "table" as const, lines: legend }]),
    ],
    rows: turningRows("motion.file", view.motion, page, pages, speech),
  };
}
