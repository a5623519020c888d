import type { Case } from "../../../src/domain/case/case.ts";
import { openVote } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import type { Voter } from "../../../src/domain/voting/result.ts";
import {
  at,
  carried,
  caseAt,
  caseOf,
  complainant,
  goOn,
  motionPut,
  noticeSent,
  received,
  respondent,
  summoned,
  toParty,
  upTo,
} from "../../fakes/caseFile.ts";
import type { Point } from "../../fakes/caseFile.ts";
import { roster } from "../../fakes/kth.ts";
import type { Situation } from "../../fakes/standing.ts";
import { boardOf } from "../voting/voters.ts";
import type { Conduct } from "../voting/voters.ts";

const recused = (...people: readonly string[]) => people.map((person): Entry => ({ kind: "recused", person }));
const cleared = (...people: readonly string[]) => people.map((person): Entry => ({ kind: "cleared", person }));
const drafted: Entry = { kind: "brief-drafted", statement: "statement-brief", officer: "s1" };
const lost: Entry = {
  kind: "vote-closed",
  vote: "vote-1",
  result: { kind: "lost", tally: { inFavour: 1, against: 4, abstaining: 0 }, present: 5, recused: 0, base: 5 },
};
const decisionTold = noticeSent("notice-decision", toParty(respondent), {
  kind: "decision",
  vote: "vote-1",
  outcome: "upheld",
});
const unknown = (point: Point) => {
  const [, ...rest] = upTo[point];
  return caseOf(received({ parties: [complainant] }), ...rest);
};

const delivered: Entry = {
  kind: "notice-delivered",
  notice: "notice-decision",
  how: "direct",
  when: at("2026-03-01T10:00"),
};
const told = goOn(caseAt("inform"), decisionTold, delivered);
/** The respondent has lodged a challenge by this rule. */
const lodged = (rule: string, to = 0): Entry => ({
  kind: "challenge-lodged",
  challenge: "1",
  rule,
  party: respondent.party,
  against: { outcome: "upheld", decision: "vote-1" },
  to,
  ground: rule === "appeal" ? "wrong" : undefined,
  words: "statement-appeal",
  evidence: undefined,
  isLate: false,
});
const appealed = goOn(told, lodged("appeal", 1));
const consulted: Entry = { kind: "challenge-consulted", challenge: "1", person: "vice", words: "statement-vice" };
const judged = (isHeard: boolean): Entry => ({
  kind: "challenge-judged",
  challenge: "1",
  question: "admission",
  isHeard,
  reasons: "statement-judged",
  next: undefined,
});
/** What somebody lodged after the decision, at every step. */
const challenged: Readonly<Record<string, Case>> = {
  "the respondent was told": told,
  "the respondent has appealed": appealed,
  "the appeal may be heard": goOn(appealed, consulted),
  "the appeal is heard": goOn(appealed, consulted, judged(true)),
  "the appeal is not heard": goOn(appealed, consulted, judged(false)),
  "the respondent asks who reported": goOn(told, lodged("identity_request")),
  "a review is asked for": goOn(told, lodged("auditor_review")),
  "the reviewers ask for names": goOn(told, lodged("auditor_review"), {
    kind: "challenge-names",
    challenge: "1",
    step: "asked",
    person: "a1",
    reasons: "statement-names",
  }),
};

const points = Object.keys(upTo).filter((key): key is Point => key in upTo);

/** Cases at every stage, and in what can come between: who has stepped aside, what was drafted, called, put, closed and told. */
const cases: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(points.map((point) => [point, caseAt(point)])),
  ...Object.fromEntries(
    points.map((point) => [`${point}, taken`, goOn(caseAt(point), { kind: "taken", officer: "s1" })]),
  ),
  ...Object.fromEntries(
    points.map((point) => [`${point}, two officers aside`, goOn(caseAt(point), ...recused("s2", "s3"))]),
  ),
  "nobody knows whom it is about": unknown("hear_respondent"),
  "called once": goOn(caseAt("hear_respondent"), summoned("2026-03-06")),
  "called twice": goOn(caseAt("hear_respondent"), summoned("2026-03-06"), summoned("2026-03-12", 2)),
  "a brief is drafted": goOn(caseAt("board_decision"), drafted),
  "some have said that nothing is in the way": goOn(caseAt("briefed"), ...cleared("president", "vice", "b3")),
  "the president is aside": goOn(caseAt("briefed"), ...cleared("president", "vice", "b3"), ...recused("president")),
  "the presidency is aside": goOn(caseAt("briefed"), ...cleared("b3", "b4"), ...recused("president", "vice")),
  "the presidency is aside before anybody else has read the brief": goOn(
    caseAt("briefed"),
    ...recused("president", "vice"),
  ),
  "the presidency went during the vote": goOn(caseAt("voting"), ...recused("president", "vice")),
  "the motion was lost": goOn(caseAt("voting"), lost),
  "the motion was carried": goOn(caseAt("voting"), carried),
  "a member came late": goOn(caseAt("voting"), ...cleared("b10")),
  "the board has asked the parties": goOn(
    caseAt("voting"),
    { kind: "vote-closed", vote: "vote-1", result: { kind: "void" } },
    { kind: "body-asked", question: "question-1", statement: "statement-asked", vote: "vote-1" },
  ),
  "it came late": caseOf(received({ isLate: true })),
  "more was asked": goOn(caseAt("contact"), {
    kind: "more-asked",
    stage: "contact",
    outcome: "more",
    statement: "statement-question",
    until: "2026-03-04",
  }),
  "a step is planned": goOn(caseAt("contact"), {
    kind: "step-planned",
    step: "step-1",
    owner: "s1",
    on: "2026-03-04",
    statement: "statement-step",
  }),
  ...challenged,
  "a notice is under way": goOn(caseAt("inform"), decisionTold),
  "a vote without the new member": goOn(caseAt("briefed"), ...cleared("president", "b10"), motionPut()),
};

const rosters: Readonly<Record<string, Roster>> = {
  "the whole board": roster,
  "a new member": { ...roster, board_member: ["b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10"] },
  "a board of four": { ...roster, board_member: ["b3", "b4"] },
};

const conducts: readonly Readonly<Record<string, Conduct>>[] = [
  {},
  { b3: "in-favour", b4: "in-favour", b5: "in-favour", b6: "against", b7: "against" },
  { president: "in-favour", b3: "in-favour", b4: "in-favour", b5: "against" },
  { president: "recused-after-in-favour", b3: "in-favour", b4: "in-favour", b5: "against", b6: "present" },
  { president: "in-favour", vice: "present", b3: "in-favour", b4: "in-favour", b5: "against", b6: "abstain" },
];

const people = ["s1", "s2", "president", "vice", "b3", "b6", "b10", "mona", "nils", "t1", "a1", "a stranger"];
const times = ["2026-03-01T10:00", "2026-03-06T10:00", "2026-03-13T10:00"].map(at);

/** Those who may vote, as these behaved; whoever has stepped aside since has. */
function votersOf(current: Case, conduct: Readonly<Record<string, Conduct>>): readonly Voter[] {
  const electorate = openVote(current)?.electorate ?? [];
  return boardOf(electorate, conduct).map((voter) =>
    current.recused.includes(voter.person) ? { ...voter, isRecused: true } : voter,
  );
}

/**
 * Everybody before each of these cases, with each standing of a vote; under each roster where the board has it, at each moment where
 * somebody is called.
 */
export function everySituation(): readonly (Required<Situation> & { readonly name: string })[] {
  return Object.entries(cases).flatMap(([name, current]) =>
    Object.entries(rosters)
      .slice(0, current.stage.stage === "board_decision" ? 3 : 1)
      .flatMap(([who, holders]) =>
        people.flatMap((person) =>
          (openVote(current) === undefined ? conducts.slice(0, 1) : conducts).flatMap((conduct) =>
            (current.stage.stage === "hear_respondent" ? times : times.slice(0, 1)).map((moment) => ({
              name: `${name}, ${who}, ${person}`,
              current,
              person,
              roster: holders,
              at: moment,
              voters: votersOf(current, conduct),
            })),
          ),
        ),
      ),
  );
}
