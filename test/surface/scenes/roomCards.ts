import { Temporal } from "temporal-polyfill";

import type { BoardCard, OfficersCard } from "../../../src/application/roomCards.ts";
import type { CaseResult } from "../../../src/domain/voting/inCase.ts";
import { drawBoardCard } from "../../../src/surface/cards/boardCardView.ts";
import { conflictCard, successionCard } from "../../../src/surface/cards/conflictCard.ts";
import { drawOfficersCard } from "../../../src/surface/cards/officersCardView.ts";
import { referralCard } from "../../../src/surface/cards/referralCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { refusals } from "./refusalCards.ts";
import { times, DAY, CODE, citationOf, clause, thing, things, rules, maximumOf } from "./scene.ts";
import type { Scene, Scenes } from "./scene.ts";

export const quietCard = (): OfficersCard => ({
  case: id(),
  codeName: CODE,
  received: Temporal.Instant.from("2026-03-01T09:00:00Z"),
  stage: "closed",
  stageKind: "closed",
  clause: "5.2",
  relation: "affected",
  rules: [],
  lead: undefined,
  conflictClause: "2.4",
  conflicts: ["close_relationship", "supervises_a_party", "affiliation", "partiality", "personal_gain"],
  due: [],
  openTasks: [],
  outcomes: [],
  canSummon: false,
  brief: "not-needed",
  partyInBody: undefined,
  undelivered: [],
  decision: undefined,
  referral: undefined,
  support: { name: undefined, canTake: true },
  canSupport: true,
  canSend: false,
});

/** Everything at once, and as many as there can be. */
export const fullCard = (words: Words): OfficersCard => ({
  ...quietCard(),
  stage: thing(words),
  stageKind: "contact",
  clause: clause(words),
  rules: rules(words, maximumOf("conclude", "rules")),
  scope: {
    judged: { situation: undefined },
    isOpen: true,
    suggested: [thing(words)],
    clause: clause(words),
  },
  flags: ["child_checklist", "no_informal", "protection", "urgent", "zero_tolerance"],
  grounds: times(10, (i) => thing(words, i)),
  together: { confirmed: 9, open: 3 },
  lead: words.name,
  due: times(6, (i) => ({ about: thing(words, i), kind: "task", day: DAY, isLate: i % 2 === 0 })),
  openTasks: ["acknowledge"],
  hands: { isToBeChosen: true, decides: { name: words.name, body: undefined }, acting: 12, links: 12 },
  gaps: ["no-date", "no-owner"],
  outcomes: times(10, (i) => ({
    outcome: thing(words, i),
    next: thing(words),
    asks: true,
    asksConflict: false,
    blocked: i < 5 ? undefined : refusals(words)["tasks-open"],
  })),
  canSummon: true,
  brief: "drafted",
  partyInBody: "board",
  follows: { sanction: thing(words), codeName: CODE },
  interim: [
    { sanction: thing(words), from: DAY },
    { sanction: thing(words, 1), from: undefined },
  ],
  imposable: [thing(words, 1)],
  apart: { since: DAY, isOffered: true, waiting: 12 },
  undelivered: times(25, () => ({
    notice: id(),
    to: "respondent",
    subject: "sanction-lapsed",
    state: "failed",
    day: undefined,
  })),
  decision: { outcome: thing(words), sanction: thing(words), until: DAY },
});

/** The card in the officers' room. */
export const officersCards: Scenes = {
  "closed, with nothing in it": (speech, words) => drawOfficersCard(quietCard(), citationOf(words), speech),
  "just filed": (speech, words) =>
    drawOfficersCard(
      { ...quietCard(), stage: "contact", stageKind: "contact", openTasks: ["acknowledge"], brief: "none" },
      citationOf(words),
      speech,
    ),
  "with everything in it": (speech, words) => drawOfficersCard(fullCard(words), citationOf(words), speech),
  "before a body that cannot be quorate": (speech, words) =>
    drawOfficersCard(
      { ...fullCard(words), stageKind: "vote", openTasks: [], outcomes: [], referral: thing(words) },
      citationOf(words),
      speech,
    ),
  "with several tasks to tick, a sanction without a last day, and notices to send": (speech, words) =>
    drawOfficersCard(
      {
        ...fullCard(words),
        openTasks: ["acknowledge", "report_to_university", "own_attempt", "support_needs", "hear_respondent"],
        decision: {
          outcome: thing(words),
          sanction: thing(words),
          isIndefinite: true,
          until: undefined,
          now: [
            { sanction: thing(words, 1), until: DAY, lifted: undefined },
            { sanction: thing(words, 1), until: undefined, lifted: DAY },
          ],
        },
        canSend: true,
        brief: "earlier",
      },
      citationOf(words),
      speech,
    ),
  "with three tasks to tick": (speech, words) =>
    drawOfficersCard(
      { ...fullCard(words), openTasks: ["acknowledge", "child_protection", "inform_respondent", "support_needs"] },
      citationOf(words),
      speech,
    ),
  "with one task to tick and a sanction whose length was chosen": (speech, words) =>
    drawOfficersCard(
      {
        ...quietCard(),
        stageKind: "investigate",
        openTasks: ["report_to_university"],
        tells: { report_to_university: [[thing(words), thing(words, 1)], [thing(words)]] },
        decision: {
          outcome: thing(words),
          sanction: thing(words),
          lasts: { amount: 9999, unit: "clear-working-days" },
          until: DAY,
        },
      },
      citationOf(words),
      speech,
    ),
  "with a hearing to come": (speech, words) =>
    drawOfficersCard(
      {
        ...fullCard(words),
        stageKind: "panel",
        outcomes: [],
        canSummon: false,
        brief: "not-needed",
        hearing: { on: DAY, time: "23:59", isHeld: false, isRecorded: false },
      },
      citationOf(words),
      speech,
    ),
  "with a hearing of which nothing is written down": (speech, words) =>
    drawOfficersCard(
      {
        ...quietCard(),
        stageKind: "panel",
        hearing: { on: DAY, time: undefined, isHeld: true, isRecorded: false },
      },
      citationOf(words),
      speech,
    ),
  "every kind of refusal in its way": (speech, words) =>
    drawOfficersCard(
      {
        ...quietCard(),
        stageKind: "assess",
        outcomes: Object.values(refusals({ ...words, name: words.name.slice(0, 32) }))
          .slice(0, 10)
          .map((blocked, i) => ({
            outcome: thing(words, i),
            next: "closed",
            asks: false,
            asksConflict: false,
            blocked,
          })),
      },
      citationOf(words),
      speech,
    ),
};

/** The question to an officer who is about to decide. */
export const conflictCards: Scenes = {
  "": (speech, words) => conflictCard(quietCard(), thing(words), citationOf(words), speech),
};

export const boardCardOf = (words: Words, changed: Partial<BoardCard> = {}): BoardCard => ({
  case: id(),
  codeName: CODE,
  body: "board",
  clause: clause(words),
  isDeciding: true,
  knowsNames: false,
  members: 25,
  recused: 0,
  vote: undefined,
  lastResult: undefined,
  noQuorum: undefined,
  isEnded: false,
  referred: undefined,
  due: [],
  decision: undefined,
  notices: undefined,
  canSend: false,
  ...changed,
});

export const results = (): Readonly<Record<CaseResult["kind"], CaseResult>> => {
  const numbers = { tally: { inFavour: 12, against: 12, abstaining: 1 }, present: 25, recused: 0, base: 24 };
  return {
    carried: { kind: "carried", ...numbers },
    lost: { kind: "lost", ...numbers },
    tied: { kind: "tied", ...numbers },
    inquorate: {
      kind: "inquorate",
      present: 3,
      needed: 13,
      missing: times(5, (i) => ({ body: `body_${i}`, present: 0, needed: i + 1 })),
    },
    "cannot-be-quorate": { kind: "cannot-be-quorate", present: 3, needed: 13, missing: [] },
    "turnout-not-met": { kind: "turnout-not-met", voted: 3, needed: 13, present: 3, recused: 0 },
    void: { kind: "void" },
    agreed: { kind: "agreed", objections: 0, block: 1, standingAside: 3, silent: 22, present: 25, recused: 0 },
    "not-reached": {
      kind: "not-reached",
      objections: 1,
      block: 1,
      standingAside: 3,
      silent: 21,
      present: 25,
      recused: 0,
    },
  };
};

export const openVoteOf = (words: Words): NonNullable<BoardCard["vote"]> => ({
  vote: id(),
  motion: thing(words),
  findings: rules(words, maximumOf("motion", "findings")),
  severity: thing(words),
  sanction: thing(words),
  keptFrom: things(words, 2),
  present: 25,
  quorum: 13,
  including: times(5, (i) => ({ body: thing(words, i), needed: i + 1 })),
  majority: { fraction: "123456/654321", of: "votes_cast", strict: true },
  consensus: undefined,
  clause: clause(words),
});

/** Why nothing can be decided, in as many words as there can be. */
const noQuorumOf = (words: Words, exit: string | undefined, canBePutAnew: boolean): BoardCard["noQuorum"] => ({
  rule: thing(words),
  numbers: { ...refusals(words)["cannot-be-quorate"], exit },
  canBePutAnew,
});

/** The question before a case is referred. */
export const referralCards: Scenes = Object.fromEntries(
  [true, false].map((isVoteOpen): [string, Scene] => [
    isVoteOpen ? "while a vote is open" : "before a motion is put",
    (speech, words) => {
      const asked = {
        case: id(),
        codeName: CODE,
        body: "board",
        next: thing(words),
        isVoteOpen,
        clause: clause(words),
      };
      return referralCard({ kind: "referral-question", ...asked }, "vote.refer", citationOf(words), speech);
    },
  ]),
);

/** A consensus that nobody calls, that is to be called, and that was, with and without a time to object. */
function consensusCards(): Scenes {
  const views = {
    "nobody calls": { isCalled: undefined, until: undefined },
    "is to be called": { isCalled: false, until: undefined },
    "was called": { isCalled: true, until: undefined },
    "was called, with a time to object": { isCalled: true, until: `${DAY}T12:00` },
  } as const;
  return Object.fromEntries(
    Object.entries(views).map(([name, view]): [string, Scene] => [
      `with a consensus that ${name}`,
      (speech, words) => {
        const choices = view.isCalled === false ? [] : (["agree", "stand-aside", "object"] as const);
        const vote = { ...openVoteOf(words), majority: undefined, consensus: { ...view, block: 2, choices } };
        const due = times(6, (i) => ({ about: thing(words, i), kind: "objections" as const, day: DAY, isLate: false }));
        return drawBoardCard(boardCardOf(words, { recused: 12, vote, due }), citationOf(words), speech);
      },
    ]),
  );
}

/** The card in the deciding body's room. */
export const boardCards: Scenes = {
  "before any motion": (speech, words) => drawBoardCard(boardCardOf(words), citationOf(words), speech),
  "with an open vote and everything in it": (speech, words) =>
    drawBoardCard(
      boardCardOf(words, {
        recused: 12,
        isApart: true,
        vote: openVoteOf(words),
        due: times(6, (i) => ({ about: thing(words, i), kind: "target", day: DAY, isLate: true })),
      }),
      citationOf(words),
      speech,
    ),
  ...consensusCards(),
  "with a tie that waits for the chair": (speech, words) =>
    drawBoardCard(boardCardOf(words, { tie: { clause: clause(words) } }), citationOf(words), speech),
  "with a vote that needs no quorum": (speech, words) =>
    drawBoardCard(
      boardCardOf(words, {
        vote: {
          ...openVoteOf(words),
          quorum: undefined,
          including: [],
          findings: [],
          severity: undefined,
          sanction: undefined,
        },
      }),
      citationOf(words),
      speech,
    ),
  "with a vote that can never be quorate, and the way out": (speech, words) =>
    drawBoardCard(
      boardCardOf(words, { recused: 12, vote: openVoteOf(words), noQuorum: noQuorumOf(words, thing(words), false) }),
      citationOf(words),
      speech,
    ),
  "with a vote that can never be quorate, of which another can be": (speech, words) =>
    drawBoardCard(
      boardCardOf(words, { recused: 12, vote: openVoteOf(words), noQuorum: noQuorumOf(words, undefined, true) }),
      citationOf(words),
      speech,
    ),
  "with nobody left to put a motion to, and no way out": (speech, words) =>
    drawBoardCard(
      boardCardOf(words, { recused: 12, noQuorum: noQuorumOf(words, undefined, false) }),
      citationOf(words),
      speech,
    ),
  "of a case that was ended while a vote was open": (speech, words) =>
    drawBoardCard(
      boardCardOf(words, {
        isDeciding: false,
        lastResult: { motion: thing(words), sanction: thing(words), result: { kind: "void" } },
        isEnded: true,
      }),
      citationOf(words),
      speech,
    ),
  "referred after a void vote": (speech, words) =>
    drawBoardCard(
      boardCardOf(words, {
        isDeciding: false,
        lastResult: { motion: thing(words), sanction: thing(words), result: results()["cannot-be-quorate"] },
        referred: thing(words, 1),
      }),
      citationOf(words),
      speech,
    ),
  "decided, before the notices": (speech, words) =>
    drawBoardCard(
      boardCardOf(words, {
        lastResult: { motion: thing(words), sanction: thing(words), result: results().carried },
        decision: { outcome: thing(words), sanction: thing(words) },
        canSend: true,
      }),
      citationOf(words),
      speech,
    ),
  "decided, with notices under way": (speech, words) =>
    drawBoardCard(
      boardCardOf(words, {
        lastResult: { motion: thing(words), sanction: undefined, result: results().lost },
        decision: { outcome: thing(words), sanction: undefined },
        notices: { total: 25, delivered: 0 },
      }),
      citationOf(words),
      speech,
    ),
};

/** What is asked before a case is taken over. */
export const successionCards: Scenes = {
  "": (speech, words) =>
    successionCard(
      {
        kind: "orphan",
        case: "00000000-0000-4000-8000-000000000000",
        codeName: "quiet-harbour-41",
        conflictClause: clause(words),
        conflicts: times(10, (i) => thing(words, i)),
      },
      citationOf(words),
      speech,
    ),
};
