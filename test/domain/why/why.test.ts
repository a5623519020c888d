import { isDeepStrictEqual } from "node:util";

import { describe, expect, test } from "vitest";

import type { Act, ActKind } from "../../../src/domain/acts/act.ts";
import { actKinds, decideAct } from "../../../src/domain/acts/decideAct.ts";
import { openVote } from "../../../src/domain/case/case.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { CaseChoice } from "../../../src/domain/voting/result.ts";
import { askedAct } from "../../../src/domain/why/askedActs.ts";
import { nothingHere } from "../../../src/domain/why/unblock.ts";
import type { Blocked, Unblock } from "../../../src/domain/why/unblock.ts";
import { why } from "../../../src/domain/why/why.ts";
import { caseAt, goOn, ids } from "../../fakes/caseFile.ts";
import { partyNames, partyPeople, standingOf } from "../../fakes/standing.ts";
import type { Situation } from "../../fakes/standing.ts";
import { refusals } from "../../surface/scenes/refusalCards.ts";
import { everyday } from "../../surface/scenes/scene.ts";
import { boardOf } from "../voting/voters.ts";
import { play } from "./play.ts";
import type { Tried } from "./play.ts";
import { everySituation } from "./situations.ts";

const ofNone = { decision: "none", party: "party-b" } as const;
const meanwhile = { party: "party-b", sanction: "leave", ground: "serious" } as const;

/** What is done about sanctions besides deciding them, where there is nothing of the kind. */
const sanctionActs: readonly Act[] = [
  { kind: "note-condition", ...ofNone, condition: "apology", isMet: true, statement: "s" },
  { kind: "impose-interim", ...meanwhile, reasons: "r" },
  { kind: "ask-interim", ...meanwhile, text: "Person B is there every day.", statement: "s" },
  { kind: "put-interim", vote: "v" },
  { kind: "review", ...ofNone, reasons: "r" },
  { kind: "confirm-task", ...ofNone, statement: "s" },
  { kind: "record-breach", ...ofNone, consequence: undefined, statement: "s" },
  { kind: "record-breach", ...ofNone, decision: "vote-1", consequence: "extend", statement: "s" },
  { kind: "prolong", ...ofNone, by: { amount: 30, unit: "days" }, reasons: "r" },
  { kind: "prolong", ...ofNone, decision: "vote-1", by: { amount: 30, unit: "days" }, reasons: "r" },
  { kind: "review", ...ofNone, decision: "vote-1", reasons: "r" },
];

/** What can be entered badly. */
function badActs({ current, voters }: Required<Situation>): readonly Act[] {
  const vote = openVote(current)?.vote ?? current.votes.at(-1)?.vote ?? "vote-1";
  const motion = { kind: "put-motion", vote: "v", reasons: "r", severity: undefined } as const;
  const [notice] = current.notices;
  return [
    { kind: "conclude", outcome: "violation", rules: [], reasons: "r" },
    { kind: "conclude", outcome: "violation", rules: ["boundaries"], reasons: undefined },
    { kind: "conclude", outcome: "no_violation", rules: [], reasons: undefined },
    { kind: "summon", on: "2026-03-02", statement: "s" },
    { kind: "plan", owner: "s1", on: "2026-02-01", statement: "s" },
    { kind: "write-brief", text: "Mona says that Nils Orrby went on.", statement: "s" },
    { ...motion, motion: "uphold", findings: [], sanction: "warning" },
    { ...motion, motion: "uphold", findings: ["boundaries"], sanction: undefined },
    { ...motion, motion: "uphold", findings: ["good_conduct"], sanction: "warning" },
    { ...motion, motion: "uphold", findings: ["boundaries"], sanction: "expulsion" },
    { ...motion, motion: "uphold", findings: ["boundaries"], sanction: "first_degree" },
    {
      ...motion,
      motion: "uphold",
      findings: ["boundaries"],
      sanction: "first_degree",
      lasts: { amount: 200, unit: "days" },
    },
    { ...motion, motion: "dismiss", findings: [], sanction: "warning" },
    { kind: "lodge", rule: "appeal", to: 1, ground: undefined, words: "w", evidence: undefined },
    { kind: "lodge", rule: "appeal", to: 1, ground: "new_evidence", words: "w", evidence: undefined },
    { kind: "lodge", rule: "appeal", to: 5, ground: "wrong", words: "w", evidence: undefined },
    { kind: "decide-challenge", challenge: "1", how: "confirm", members: [], reasons: "r" },
    ...sanctionActs,
    { kind: "cast", vote, voters },
    { kind: "be-present", vote, voters },
    ...(notice === undefined
      ? []
      : ["2026-12-01", "2025-12-01"].map((on) => ({ kind: "record-delivery", notice: notice.id, on }) as const)),
  ];
}

/** Everything everybody could try, well and badly. */
const tried = everySituation().flatMap((situation) => {
  const standing = standingOf(situation);
  const well = actKinds.flatMap((kind: ActKind) => askedAct(standing, kind, situation.voters));
  return [...well, ...badActs(situation)].map((act) => ({ situation, standing, act, answered: why(standing, act) }));
});
const answer = ({ situation, act }: Tried) => why(standingOf(situation), act);
const blocked = tried.flatMap(({ answered, ...each }) =>
  answered.kind === "blocked" ? [{ ...each, by: answered.by }] : [],
);

describe("whether an act is possible", () => {
  test("everything is tried, by everybody, at every stage", () => {
    expect(tried.length).toBeGreaterThan(20_000);
    expect(new Set(tried.map(({ act }) => act.kind)).size).toBe(actKinds.length);
  });

  test("[E-24] it is possible exactly when doing it succeeds, and otherwise in the way is what doing it answers", () => {
    const differ = tried.filter((each) => {
      const done = decideAct(standingOf(each.situation), each.act, ids());
      if (each.answered.kind === "possible") return isRefusal(done);
      const { unblock: _, ...refusal } = each.answered.by;
      return !isDeepStrictEqual(refusal, done);
    });
    expect(differ).toEqual([]);
  });

  test("nothing is in the way without saying what would help", () => {
    expect(blocked.filter(({ by }) => by.unblock.length === 0).map(({ by }) => by.refused)).toEqual([]);
  });
});

/** Where there is no case, or nothing in it that anybody could do. */
const hopeless = [
  "already-decided",
  "already-done",
  "already-filed",
  "not-this-way",
  "officers-only",
  "own-report",
  "already-voted",
  "can-be-quorate",
  "challenge-closed",
  "challenge-over",
  "event-over",
  "final",
  "last-officer",
  "no-support-card",
  "nobody-addressed",
  "nobody-to-receive",
  "not-extendable",
  "not-for-you",
  "not-proven",
  "nothing-due",
  "nothing-here",
  "nothing-to-challenge",
  "nothing-to-send",
  "too-late",
];

/** What the memo never refuses: it knows of nothing that is imposed while a case is handled, and of nothing that follows from a breach. */
const ofOtherRules = [
  "panel-undecided",
  "no-letter",
  "notice-incomplete",
  "group-too-few",
  "nobody-to-approve",
  "nobody-to-vote",
  "no-breach",
  "no-informal-way",
  "no-interim",
  "nobody-to-impose-on",
  "condition-not-offered",
  "condition-open",
  "no-day",
  "not-begun",
  "not-reviewed",
  "not-this-consequence",
  "not-this-ground",
  "choice-not-offered",
  "not-a-consensus",
  "not-called",
  "no-tie",
  "objections-open",
  "tie-open",
];

/** Of hearings: see case/hearing.test.ts. */
const ofHearings = ["hearing-not-held", "hearing-too-soon", "no-hearing", "no-hearing-record"];

/** Of witnesses and evidence: see acts/evidenceAct.test.ts. */
const ofEvidence = [
  "anybody-may-speak",
  "closed-to-them",
  "file-gone",
  "file-kind",
  "file-too-large",
  "finding-first",
  "finding-made",
  "from-outside",
  "handles-it",
  "is-a-party",
  "no-anonymous-evidence",
  "no-companion",
  "no-relevance",
  "nobody-named",
  "not-promised",
  "not-verified",
  "not-told-yet",
];

/** Of both sides that are kept apart: see acts/apartAct.test.ts. */
const ofApart = ["no-keeping-apart", "no-questions-across", "nobody-across", "words-name-somebody"];

/** What is refused of motions that are no case, and in sessions. */
const ofNoCase = [
  "mover-leads",
  "mover-asked",
  "counted-twice",
  "agenda-fixed",
  "came-later",
  "not-open",
  "day-is-over",
  "not-seconded",
  "own-motion",
  "session-not-open",
  "session-over",
  "too-few-for-secrecy",
];

/** Of in whose hands a case is, which the memo leaves with whose office it is: see case/hands.test.ts and case/listedReasons.test.ts. */
const ofHands = [
  "about-oneself",
  "choose-first",
  "chosen-decides",
  "has-conflict",
  "in-person",
  "needs-open",
  "no-false-report",
  "not-offered",
  "reason-not-listed",
];

/** Of reports without a name, and of a text that both sides are asked about. */
const ofOtherWays = [
  "answers-alone",
  "chooses-alone",
  "author-known",
  "names-somebody",
  "newer-text",
  "no-such-code",
  "not-anonymous",
  "own-hands",
];

describe("after what would help has been done, it is no longer in the way", () => {
  const helped = new Set<Unblock["kind"]>();
  const solved = new Set<string>();

  /** Whether the act is blocked for another reason, or no longer, after every step; undefined where nothing can be played. */
  function isSolved({ by, ...each }: Tried & { readonly by: Blocked }): boolean | undefined {
    let now: readonly Tried[] = [each];
    for (const step of by.unblock) {
      const then = now.flatMap((one) => play(one, step) ?? []);
      if (then.length === 0) continue;
      helped.add(step.kind);
      now = then;
    }
    if (now[0] === each) return undefined;
    solved.add(by.refused);
    const refused = now.map(answer).map((one) => (one.kind === "blocked" ? one.by.refused : undefined));
    // Of several people or days or stages one is enough; of what is to be entered or waited for there is one.
    return refused.some((one) => one !== by.refused);
  }

  test("for every act, everybody and every stage", () => {
    const unsolved = blocked.filter((each) => isSolved(each) === false);
    const told = unsolved.map(({ situation, act, by }) => `${situation.name}: ${act.kind} (${by.refused})`);
    expect(told.slice(0, 10)).toEqual([]);
  });

  test("and that has been seen of everything that helps and of every refusal in a case that can be helped", () => {
    const playable: readonly Unblock["kind"][] = [
      "answer-body",
      "ask",
      "brief",
      "check-conflicts",
      "choose-day",
      "close-vote",
      "come",
      "conclude-with",
      "consult",
      "declare",
      "enter",
      "exit",
      "fill-seats",
      "go-on",
      "put-motion",
      "reach",
      "steps-aside",
      "summon",
      "tasks",
      "tell-first",
      "wait",
    ];
    expect([...helped].toSorted()).toEqual(playable);
    const never = Object.keys(refusals(everyday)).filter((refused) => !solved.has(refused));
    expect(never.toSorted()).toEqual(
      [
        ...hopeless,
        ...ofOtherRules,
        ...ofEvidence,
        ...ofHearings,
        ...ofApart,
        ...ofNoCase,
        ...ofHands,
        ...ofOtherWays,
      ].toSorted(),
    );
  });
});

describe("what somebody may not know", () => {
  test("[V-02][V-03] an outsider is told of every act what is told when there is no such case", () => {
    const outside = tried.filter(({ standing }) => standing.viewer.kind === "nobody");
    expect(outside.length).toBeGreaterThan(1000);
    const nothing = { kind: "blocked", by: nothingHere };
    expect(outside.filter(({ answered }) => !isDeepStrictEqual(answered, nothing))).toEqual([]);
  });

  test("[V-05] a member of the board learns no party and no officer by what is in the way", () => {
    const secret = [...Object.keys(partyPeople), ...Object.values(partyPeople), ...partyNames, "s1", "s2", "s3"];
    const told = blocked.filter(({ standing }) => standing.viewer.kind === "voter");
    const text = told.map(({ by }) => JSON.stringify(by)).join("\n");
    expect(secret.filter((word) => text.includes(`"${word}"`))).toEqual([]);
  });

  test("[V-05] who takes part is told only to those who have said that nothing is in the way", () => {
    const told = blocked.filter(({ standing: { viewer } }) => viewer.kind === "voter" && !viewer.isCleared);
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter(({ by }) => JSON.stringify(by).includes('"people":["'))).toEqual([]);
  });

  test("[K24] how anybody has voted changes nothing of what is told", () => {
    const other = new Map<string | undefined, CaseChoice>([
      ["in-favour", "against"],
      ["against", "abstain"],
      ["abstain", "in-favour"],
    ]);
    const turned = (voters: readonly Tried["situation"]["voters"][number][]) =>
      voters.map((voter) => ({ ...voter, choice: other.get(voter.choice) }));
    const differ = tried.filter(({ situation, act, answered }) => {
      if (!("voters" in act)) return false;
      return !isDeepStrictEqual(answer({ situation, act: { ...act, voters: turned(act.voters) } }), answered);
    });
    expect(differ).toEqual([]);
  });
});

/** What the vice-president is told who wants to close a vote to which these came. */
function close(conduct: Parameters<typeof boardOf>[1]): Blocked | undefined {
  const current = caseAt("voting");
  const voters = boardOf(openVote(current)?.electorate ?? [], conduct);
  const answered = why(standingOf({ current, person: "vice" }), { kind: "close-vote", voters });
  return answered.kind === "blocked" ? answered.by : undefined;
}

describe("a vote without a quorum", () => {
  test("[K22][K23] five came, the president of them stepped aside: four count, and the vice-president would help", () => {
    const conduct = { b3: "present", b4: "present", b5: "present", b6: "present" } as const;
    expect(close({ ...conduct, president: "recused-after-in-favour" })).toEqual({
      refused: "inquorate",
      present: 4,
      needed: 5,
      missing: [{ body: "presidency", present: 0, needed: 1 }],
      including: [{ body: "presidency", needed: 1 }],
      aside: 1,
      clause: "4.1",
      unblock: [
        { kind: "come", count: 1, body: "presidency", people: ["vice"] },
        { kind: "exit", stage: "refer_seo", isOpen: false, of: undefined },
      ],
    });
  });

  test("[E-28] nobody is named where that would tell who has come", () => {
    const conduct = { president: "present", b4: "present", b5: "present", b6: "present" } as const;
    expect(close(conduct)?.unblock[0]).toEqual({ kind: "come", count: 1, body: "board", people: [] });
  });

  test("[K23] when the whole presidency has stepped aside only the way out is left", () => {
    const current = goOn(
      caseAt("voting"),
      { kind: "recused", person: "president" },
      { kind: "recused", person: "vice" },
    );
    const voters = boardOf(openVote(current)?.electorate ?? [], {
      president: "recused",
      vice: "recused",
      b3: "present",
    });
    const answered = why(standingOf({ current, person: "b3" }), { kind: "close-vote", voters });
    expect(answered).toMatchObject({
      by: {
        refused: "cannot-be-quorate",
        present: 7,
        unblock: [{ kind: "exit", stage: "refer_seo", isOpen: true, of: "case-1" }],
      },
    });
  });
});
