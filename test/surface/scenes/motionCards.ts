import type {
  ClosedVoteView,
  MotionCard,
  OpenVoteView,
  QuestionView,
} from "../../../src/application/motions/motionCard.ts";
import type { MotionResult } from "../../../src/domain/motions/entry.ts";
import { countRanked } from "../../../src/domain/voting/ranked/countRanked.ts";
import { foldPapers } from "../../../src/domain/voting/ranked/foldPapers.ts";
import { RON } from "../../../src/domain/voting/ranked/ron.ts";
import {
  ballotFileCard,
  ballotPaperCard,
  ballotsCard,
  presentAtVoteCard,
  votedOnMotionCard,
} from "../../../src/surface/cards/ballotCards.ts";
import { drawMinute, stageCard } from "../../../src/surface/cards/minuteCards.ts";
import { drawMotionCard, drawMotionQuestion, drawMotionReminder } from "../../../src/surface/cards/motionCards.ts";
import { motionWhyCard } from "../../../src/surface/cards/motionWhyCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, CODE, DAY, thing, things, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const TEXT = 1000;
const HASH = "0123456789abcdef".repeat(4);
const MOMENT = `${DAY} 23:59`;

const optionsOf = (words: Words) => times(24, (i) => ({ id: `o${i + 1}`, label: `${words.long.slice(0, 57)} ${i}` }));
const ids = times(24, (i) => `o${i + 1}`);

const cardOf = (words: Words, changed: Partial<MotionCard> = {}): MotionCard => ({
  motion: id(),
  codeName: CODE,
  text: words.long.slice(0, TEXT) || "x",
  mover: words.name,
  seconder: words.name,
  needsSeconder: true,
  rule: {
    body: thing(words),
    method: thing(words, 1),
    quorum: 12,
    including: times(5, (i) => ({ body: thing(words, i), needed: 3 })),
    majorities: times(4, () => ({ fraction: { numerator: 2, denominator: 3 }, of: "all_members", strict: true })),
    options: undefined,
    consensus: undefined,
    ballots: "secret",
    byHand: true,
    isSealed: false,
    clause: clause(words),
  },
  ways: things(words, 2),
  amended: 3,
  isTied: false,
  options: optionsOf(words),
  isWithdrawn: false,
  isOver: false,
  recused: 2,
  lastDay: DAY,
  isDayOver: false,
  canAsk: true,
  questions: [],
  vote: undefined,
  last: undefined,
  ...changed,
});

const called = {
  isCalled: true,
  until: "2026-03-15T23:59",
  block: 3,
  choices: ["agree", "stand-aside", "object"],
} as const;

const QUESTION = 300;
const askedOf = (words: Words): QuestionView => ({
  by: words.name,
  text: words.long.slice(0, QUESTION) || "x",
  answer: undefined,
  isOpen: true,
  isVoid: true,
});

const openOf = (changed: Partial<OpenVoteView> = {}): OpenVoteView => ({
  vote: id(),
  mayVote: 4,
  present: undefined,
  lastDay: DAY,
  away: [{ from: MOMENT, until: MOMENT }],
  isFew: true,
  countedTwice: undefined,
  commitment: HASH,
  ...changed,
});

const came = { present: 170, recused: 2 };
const tallied = (kind: "carried" | "lost" | "tied") => ({
  kind,
  ...came,
  tally: { inFavour: 100, against: 50, abstaining: 20, spoilt: 3 },
  base: 150,
  further: times(3, () => ({ base: 170, isReached: false })),
});
const agreement = (kind: "agreed" | "not-reached") => ({
  kind,
  ...came,
  objections: 3,
  block: 4,
  standingAside: 2,
  silent: 20,
});
const papers = { blank: 10, spoilt: 2 };
/** 24 candidates and re-open nominations, of whom one after the other goes. */
const ranked = countRanked(
  { seats: 4, reopens: "again" },
  [...ids, RON],
  ids,
  foldPapers([...ids, RON], {
    papers: times(400, (i) => [ids[(i * 7) % 24] ?? "", ids[(i * 5) % 24] ?? "", RON]),
  }),
);
const ended = { ...came, voted: 170 };
const missing = [{ body: "presidency", present: 0, needed: 1 }];

/** Complete by type: a result that is added and not listed here does not compile. */
const results: Readonly<Record<MotionResult["kind"], readonly MotionResult[]>> = {
  void: [
    { kind: "void", why: "outage" },
    { kind: "void", why: "withdrawn" },
    { kind: "void", why: "question" },
    { kind: "void", why: "counted-twice" },
  ],
  inquorate: [{ kind: "inquorate", present: 3, needed: 5, missing }],
  "turnout-not-met": [{ kind: "turnout-not-met", voted: 3, needed: 350, present: 3, recused: 0 }],
  carried: [
    { kind: "carried", ...ended, count: tallied("carried") },
    { kind: "carried", ...ended, count: undefined },
  ],
  lost: [{ kind: "lost", ...ended, count: tallied("lost") }],
  tied: [{ kind: "tied", ...ended, count: tallied("tied") }],
  agreed: [
    { kind: "agreed", ...ended, count: agreement("agreed") },
    { kind: "agreed", ...ended, count: undefined },
  ],
  "not-reached": [{ kind: "not-reached", ...ended, count: agreement("not-reached") }],
  chosen: [
    {
      kind: "chosen",
      ...ended,
      taken: ids,
      count: {
        kind: "chosen",
        ...came,
        counts: Object.fromEntries(ids.map((each, i) => [each, i * 100])),
        taken: ids,
        tie: { tied: ids, taken: ids, by: "lot" },
        ballots: 170,
        ...papers,
      },
    },
    { kind: "chosen", ...ended, taken: [], count: undefined },
    {
      kind: "chosen",
      ...ended,
      taken: ids,
      count: undefined,
      earlier: { counts: Object.fromEntries(ids.map((each, i) => [each, i * 100])), tied: ids },
    },
  ],
  elected: [
    {
      kind: "elected",
      ...ended,
      elected: ids,
      vacant: 2,
      isReopened: true,
      count: { kind: "elected", ...came, ...ranked, withoutVotes: ids },
    },
    { kind: "elected", ...ended, elected: [], vacant: 1, isReopened: false, count: undefined },
    {
      kind: "elected",
      ...ended,
      elected: ids,
      vacant: 2,
      count: undefined,
      earlier: (["first", "surplus", "exclusion", "filled"] as const).map((kind) => ({
        kind,
        of: ids.slice(0, 3),
        votes: Object.fromEntries(ids.map((each, i) => [each, i * 12_345])),
        elected: ids.slice(0, 2),
      })),
    },
  ],
};

const closedOf = (words: Words, result: MotionResult): ClosedVoteView => ({
  result,
  mayVote: 200,
  opened: DAY,
  closed: DAY,
  away: [{ from: MOMENT, until: MOMENT }],
  published: { hash: HASH, ballots: 170, hasChoices: true },
  hands: result.kind === "carried" ? { inFavour: 1000, against: 500, abstaining: 100 } : undefined,
  lot: { commitment: HASH, seed: HASH, order: [...ids, RON].map((option) => ({ option, drawn: HASH })) },
  named:
    result.kind === "chosen" || result.kind === "elected"
      ? []
      : ["in-favour", "against", "abstain"].map((choice) => ({ choice, names: times(9, () => words.name) })),
});

const ballotsOf = (count: number, hasChoices: boolean) => ({
  kind: "ballots" as const,
  motion: id(),
  codeName: CODE,
  hash: HASH,
  hasChoices,
  options: [],
  ballots: times(count, () => ({ receipt: "0123-4567-89ab", paper: hasChoices ? ["in-favour"] : undefined })),
});

/** The ballots of an election in which everybody put everybody in an order. */
const electionOf = (words: Words) => ({
  ...ballotsOf(0, true),
  options: optionsOf(words),
  ballots: times(100, () => ({ receipt: "0123-4567-89ab", paper: [...ids, RON] })),
});

/** Motions that are no case. */
export const motionScenes: Readonly<Record<string, Scenes>> = {
  drawMotionCard: {
    "before it is seconded": (speech, words) =>
      drawMotionCard(cardOf(words, { seconder: undefined }), citationOf(words), speech),
    "before its vote": (speech, words) => drawMotionCard(cardOf(words), citationOf(words), speech),
    "open and secret": (speech, words) => drawMotionCard(cardOf(words, { vote: openOf() }), citationOf(words), speech),
    "open, closed by hand": (speech, words) =>
      drawMotionCard(
        cardOf(words, {
          vote: openOf({ present: 7, lastDay: undefined }),
          rule: { ...cardOf(words).rule, ballots: "open", quorum: undefined },
        }),
        citationOf(words),
        speech,
      ),
    "on several options": (speech, words) =>
      drawMotionCard(
        cardOf(words, {
          vote: openOf(),
          rule: { ...cardOf(words).rule, majorities: [], options: { by: "choose", choose: 3, take: 3 } },
        }),
        citationOf(words),
        speech,
      ),
    "more hands than may vote": (speech, words) =>
      drawMotionCard(
        cardOf(words, {
          vote: openOf({ present: 7, countedTwice: { counted: 31, mayVote: 30 } }),
          rule: { ...cardOf(words).rule, ballots: "open" },
        }),
        citationOf(words),
        speech,
      ),
    "resting for a question": (speech, words) =>
      drawMotionCard(cardOf(words, { questions: [askedOf(words)] }), citationOf(words), speech),
    "open again with the answer, some withdrawn": (speech, words) =>
      drawMotionCard(
        cardOf(words, {
          vote: openOf(),
          questions: [{ ...askedOf(words), isOpen: false, answer: words.long.slice(0, QUESTION) || "x" }],
          options: optionsOf(words).map((each, i) => (i % 2 === 0 ? each : { ...each, isGone: true as const })),
          rule: { ...cardOf(words).rule, majorities: [], options: { by: "choose", choose: 3, take: 3 } },
        }),
        citationOf(words),
        speech,
      ),
    "on candidates": (speech, words) =>
      drawMotionCard(
        cardOf(words, {
          rule: { ...cardOf(words).rule, majorities: [], options: { by: "ranked", seats: 4 } },
        }),
        citationOf(words),
        speech,
      ),
    "looking for a consensus": (speech, words) =>
      drawMotionCard(
        cardOf(words, {
          vote: openOf(),
          rule: { ...cardOf(words).rule, majorities: [], consensus: { ...called, isCalled: false, until: undefined } },
        }),
        citationOf(words),
        speech,
      ),
    called: (speech, words) =>
      drawMotionCard(
        cardOf(words, {
          vote: openOf(),
          rule: { ...cardOf(words).rule, majorities: [], ballots: "closed", isSealed: true, consensus: called },
        }),
        citationOf(words),
        speech,
      ),
    tied: (speech, words) =>
      drawMotionCard(
        cardOf(words, { isTied: true, last: closedOf(words, { kind: "tied", ...ended, count: tallied("tied") }) }),
        citationOf(words),
        speech,
      ),
    withdrawn: (speech, words) =>
      drawMotionCard(cardOf(words, { isWithdrawn: true, isOver: true }), citationOf(words), speech),
    ...Object.fromEntries(
      Object.entries(results).flatMap(([kind, all]) =>
        all.map((result, i) => [
          `ended as ${kind} ${i + 1}`,
          (speech, words) =>
            drawMotionCard(cardOf(words, { isOver: true, last: closedOf(words, result) }), citationOf(words), speech),
        ]),
      ),
    ),
  },
  drawMotionQuestion: {
    asked: (speech, words) => drawMotionQuestion(cardOf(words), askedOf(words), speech),
    answered: (speech, words) =>
      drawMotionQuestion(
        cardOf(words, { vote: openOf() }),
        { ...askedOf(words), isOpen: false, answer: words.long.slice(0, QUESTION) || "x" },
        speech,
      ),
    dropped: (speech, words) => drawMotionQuestion(cardOf(words), { ...askedOf(words), isOpen: false }, speech),
  },
  motionWhyCard: {
    "": (speech, words) =>
      motionWhyCard(
        {
          card: cardOf(words, { last: closedOf(words, { kind: "lost", ...ended, count: tallied("lost") }) }),
          answers: (["second", "open-vote", "amend", "call-consensus", "close-vote"] as const).map((act, i) => ({
            act,
            by:
              i < 2
                ? undefined
                : {
                    refused: "not-the-chair",
                    offices: things(words, 3),
                    clause: clause(words),
                    unblock: [{ kind: "ask", who: { kind: "offices", offices: things(words, 3) } }],
                  },
          })),
        },
        citationOf(words),
        speech,
      ),
  },
  drawMinute: Object.fromEntries(
    Object.entries(results).flatMap(([kind, all]) =>
      all.map((result, i) => [
        `ended as ${kind} ${i + 1}`,
        (speech, words) =>
          drawMinute(cardOf(words, { isOver: true, last: closedOf(words, result) }), citationOf(words), speech),
      ]),
    ),
  ),
  stageCard: Object.fromEntries(
    (["turns", "stays"] as const).flatMap((turns) =>
      times(ranked.stages.length + 1, (i) => [
        `stage ${i + 1}, ${turns}`,
        (speech, words) =>
          stageCard(
            cardOf(words, { last: closedOf(words, results.elected[0] ?? { kind: "void", why: "outage" }) }),
            i + 1,
            turns,
            speech,
          ),
      ]),
    ),
  ),
  drawMotionReminder: Object.fromEntries(
    [true, false].flatMap((isSecret) =>
      (["opened", "open", "longer", "rests", "gone", "over"] as const).map((state) => [
        `${isSecret ? "secret" : "open"}, ${state}`,
        (speech, words) =>
          drawMotionReminder(
            {
              motion: id(),
              codeName: CODE,
              body: thing(words),
              isSecret,
              state,
              lastDay: state === "opened" ? undefined : DAY,
              clause: clause(words),
            },
            citationOf(words),
            speech,
          ),
      ]),
    ),
  ),
  ballotPaperCard: Object.fromEntries(
    (["motion", "choose", "ranked"] as const).flatMap((method) =>
      [0, 5, 24].map((filled) => [
        `${method}, ${filled} chosen`,
        (speech, words) =>
          ballotPaperCard(
            {
              kind: "ballot-paper",
              motion: id(),
              vote: id(),
              codeName: CODE,
              text: words.long.slice(0, TEXT) || "x",
              isSecret: true,
              method,
              options: optionsOf(words),
              picked: ids.slice(0, filled),
              atMost: 24,
              left: (method === "motion" ? ["in-favour", "against", "abstain"] : ids.slice(filled)).map(
                (choice, i) => ({
                  choice,
                  mark: `${HASH.slice(0, 20)}${1000 + i}`,
                }),
              ),
              filled: HASH.slice(0, 46),
              before: HASH.slice(1, 47),
              isFew: true,
              mayChange: true,
              clause: clause(words),
            },
            citationOf(words),
            speech,
          ),
      ]),
    ),
  ),
  votedOnMotionCard: Object.fromEntries(
    [undefined, "ballot" as const, "counted" as const].map((finds, i) => [
      finds ?? "open",
      (speech, words) =>
        votedOnMotionCard(
          {
            kind: "voted-on-motion",
            codeName: CODE,
            paper: i === 0 ? ids : ["in-favour"],
            options: optionsOf(words),
            replaced: i % 2 === 0,
            mayChange: i > 0,
            receipt: finds === undefined ? undefined : "0123-4567-89ab",
            finds: finds ?? "ballot",
            clause: clause(words),
          },
          citationOf(words),
          speech,
        ),
    ]),
  ),
  presentAtVoteCard: {
    "": (speech, words) =>
      presentAtVoteCard({ kind: "present-at-vote", codeName: CODE, clause: clause(words) }, citationOf(words), speech),
  },
  ballotsCard: {
    "with choices": (speech) => ballotsCard(ballotsOf(100, true), 2, speech),
    "without them": (speech) => ballotsCard(ballotsOf(3, false), 1, speech),
    "of an election": (speech, words) => ballotsCard(electionOf(words), 1, speech),
  },
  ballotFileCard: {
    "with choices": (speech) => ballotFileCard(ballotsOf(100, true), 2, speech),
    "without them": (speech) => ballotFileCard(ballotsOf(3, false), 1, speech),
    "of an election": (speech, words) => ballotFileCard(electionOf(words), 1, speech),
  },
};
