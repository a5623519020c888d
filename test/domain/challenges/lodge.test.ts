import type { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { benchOf, doersOf } from "../../../src/domain/challenges/whoHears.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { holdsAt, imposedIn } from "../../../src/domain/sanctions/record.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import {
  at,
  caseAt,
  complainant,
  concluded,
  goOn,
  ids,
  noticeSent,
  respondent,
  toParty,
} from "../../fakes/caseFile.ts";
import { kth, kthWith, roster } from "../../fakes/kth.ts";
import { complaintOf, union, unionRoster } from "../../fakes/union.ts";

/** The board has upheld the report with a warning; each party was told on a day of their own. */
function told(respondents: string, complainants: string): Case {
  const subject = { kind: "decision", vote: "vote-1", outcome: "upheld" } as const;
  return goOn(
    caseAt("inform"),
    noticeSent("n-respondent", toParty(respondent), subject),
    noticeSent("n-complainant", toParty(complainant), subject),
    { kind: "notice-delivered", notice: "n-respondent", how: "direct", when: at(respondents) },
    { kind: "notice-delivered", notice: "n-complainant", how: "direct", when: at(complainants) },
  );
}

const partyOf = { nils: respondent, mona: complainant } as const;

/** What comes of it when a party lodges a challenge at a moment. */
function lodge(current: Case, who: keyof typeof partyOf, rule: string, when: string, rulebook: Rulebook = kth) {
  const party = partyOf[who];
  return decideAct(
    {
      rulebook,
      roster,
      current,
      viewer: { kind: "party", person: who, party },
      caller: who,
      parties: ["nils", "mona"],
      names: [],
      at: at(when),
    },
    { kind: "lodge", rule, to: rule === "appeal" ? 1 : 0, ground: undefined, words: "w", evidence: undefined },
    ids(),
  );
}

const notified = told("2026-03-04T10:00", "2026-03-06T10:00");

const toldIn = (current: Case) => {
  const done = lodge(current, "nils", "appeal", "2026-03-05T10:00");
  return isRefusal(done)
    ? []
    : done.flatMap((entry) => (entry.kind === "notice-sent" && entry.to.kind === "person" ? [entry.to.person] : []));
};

const bench = (current: Case) => benchOf({ rulebook: kth, roster, current, parties: [] }, { rule: "appeal" });

const lodged = (rulebook: Rulebook) => {
  const done = lodge(notified, "nils", "appeal", "2026-03-05T10:00", rulebook);
  if (isRefusal(done)) throw new Error(done.refused);
  return goOn(notified, ...done);
};

const holds = (rulebook: Rulebook, current: Case, moment: Temporal.Instant) =>
  imposedIn(rulebook, current)
    .filter((each) => holdsAt(each, moment))
    .map(({ sanction }) => sanction);

describe("[K57][K58] each party may until the end of their own thirtieth day", () => {
  test.each([
    ["nils", "appeal", "2026-04-03T23:50", undefined],
    ["nils", "appeal", "2026-04-04T00:05", "challenge-over"],
    ["mona", "appeal", "2026-04-05T23:59", undefined],
    ["mona", "appeal", "2026-04-06T00:00", "challenge-over"],
    ["nils", "identity_request", "2026-04-03T12:00", undefined],
    ["nils", "identity_request", "2026-04-04T00:00", "challenge-over"],
    ["mona", "identity_request", "2026-03-07T12:00", "nothing-to-challenge"],
    ["nils", "auditor_review", "2027-04-03T12:00", undefined],
  ] as const)("%s, %s at %s: %s", (who, rule, when, refused) => {
    const done = lodge(notified, who, rule, when);
    expect(isRefusal(done) ? done.refused : undefined).toBe(refused);
  });

  test("the answer says the day on which it ended, and how it was counted", () => {
    expect(lodge(notified, "nils", "appeal", "2026-04-04T00:05")).toMatchObject({
      refused: "challenge-over",
      notified: "2026-03-04",
      lastDay: "2026-04-03",
      clause: "5.4",
    });
  });

  test("before the decision has reached them there is nothing to challenge, and once it is lodged it is lodged", () => {
    expect(lodge(caseAt("inform"), "nils", "appeal", "2026-03-04T10:00")).toMatchObject({
      refused: "nothing-to-challenge",
    });
    const done = lodge(notified, "nils", "appeal", "2026-03-05T10:00");
    const appealed = isRefusal(done) ? notified : goOn(notified, ...done);
    expect(lodge(appealed, "nils", "appeal", "2026-03-06T10:00")).toEqual({ refused: "already-done" });
    expect(isRefusal(lodge(appealed, "mona", "appeal", "2026-03-06T10:00"))).toBe(false);
  });
});

test("[K56] it is told to those it was written to, each once, and to nobody who stepped aside, was passed by or is a party", () => {
  expect(toldIn(notified)).toEqual(["s1", "s2", "s3"]);
  expect(toldIn(goOn(notified, { kind: "recused", person: "s2" }))).toEqual(["s1", "s3"]);
});

test("[K55] whoever outside decided the case is not on the panel that hears the appeal", () => {
  const decidedOutside = goOn(caseAt("refer_seo"), {
    kind: "decided-by-officers",
    decision: "d1",
    stage: "refer_seo",
    outcome: "decided",
    findings: ["boundaries"],
    severity: undefined,
    sanction: "warning",
    next: "inform",
    reasons: undefined,
  });
  expect(bench(decidedOutside)).toEqual({
    seats: ["external:social_officer", "external:union_president"],
    out: ["external:seo"],
    minimum: 2,
  });
  expect(bench(notified)?.out).toEqual([]);
});

describe("what an appeal does to the sanction", () => {
  const decided = { kind: "challenge-decided", challenge: "1", members: [], reasons: undefined } as const;
  const moment = at("2026-03-10T10:00");

  test("it rests meanwhile only where the rulebook says so", () => {
    const resting = kthWith("    suspends_sanction: false\n", "    suspends_sanction: true\n");
    expect(holds(kth, lodged(kth), moment)).toEqual(["warning"]);
    expect(holds(resting, lodged(resting), moment)).toEqual([]);
    expect(holds(resting, goOn(lodged(resting), { ...decided, how: "confirm" }), moment)).toEqual(["warning"]);
  });

  test("annulled it is over, changed it is another from the beginning, confirmed or without agreement it stays", () => {
    const after = (entry: Parameters<typeof goOn>[1]) => holds(kth, goOn(lodged(kth), entry), moment);
    expect(after({ at: at("2026-03-09T10:00"), entry: { ...decided, how: "annul" } })).toEqual([]);
    expect(after({ ...decided, how: "change_sanction", sanction: "first_degree" })).toEqual(["first_degree"]);
    expect(after({ ...decided, how: "confirm" })).toEqual(["warning"]);
    expect(after({ ...decided, how: "no_agreement" })).toEqual(["warning"]);
    const changed = goOn(lodged(kth), { ...decided, how: "change_sanction", sanction: "first_degree" });
    expect(imposedIn(kth, changed).map(({ until }) => until?.toString())).toEqual([at("2026-06-02T00:00").toString()]);
  });

  test("a letter in the place of the sanction has to be written, and stands in the file with the first", () => {
    const { caution } = union.sanctions;
    if (caution === undefined) throw new Error("The union knows no caution.");
    const rulebook: Rulebook = { ...kth, sanctions: { ...kth.sanctions, first_degree: caution } };
    const current = lodged(rulebook);
    const viewer = { kind: "handler", person: "s1" } as const;
    const standing = { rulebook, roster, current, viewer, caller: "s1", parties: ["nils"], names: [], at: moment };
    const change = { how: "change_sanction", sanction: "first_degree", reasons: "r" } as const;
    const members = ["external:seo", "external:social_officer"];
    const act = { kind: "decide-challenge", challenge: "1", members, ...change } as const;
    expect(decideAct(standing, act, ids())).toMatchObject({ refused: "no-letter", sanction: "first_degree" });
    const done = decideAct(standing, { ...act, letter: "l" }, ids());
    const decision = isRefusal(done) ? undefined : goOn(current, ...done).decision;
    expect(decision).toMatchObject({ sanction: "first_degree", letter: "l", first: { sanction: "warning" } });
    expect(decision?.first?.letter).toBeUndefined();
  });

  test("with a decision annulled that had imposed nothing, the complaint is decided anew where it was", () => {
    const { outcome } = { outcome: "dismissed" } as const;
    const dismissed = goOn(
      caseAt("voting"),
      { kind: "vote-closed", vote: "vote-1", result: { kind: "void" } },
      { kind: "decided", vote: "vote-1", outcome, sanction: undefined, next: "inform" },
      noticeSent("n", toParty(complainant), { kind: "decision", vote: "vote-1", outcome }),
      { kind: "notice-delivered", notice: "n", how: "direct", when: at("2026-03-04T10:00") },
      concluded("inform", "delivered", "closed"),
    );
    const appealed = lodge(dismissed, "mona", "appeal", "2026-03-05T10:00");
    if (isRefusal(appealed)) throw new Error(appealed.refused);
    const current = goOn(dismissed, ...appealed);
    const viewer = { kind: "handler", person: "s1" } as const;
    const standing = {
      rulebook: kth,
      roster,
      current,
      viewer,
      caller: "s1",
      parties: ["nils", "mona"],
      names: [],
      at: moment,
    };
    const members = ["external:seo", "external:social_officer"];
    const act = { kind: "decide-challenge", challenge: "1", how: "annul", members, reasons: "r" } as const;
    const done = decideAct(standing, act, ids());
    expect(done).toContainEqual(expect.objectContaining({ kind: "challenge-decided", next: "board_decision" }));
    // Nobody who may not know of it decides it, and nobody invents what the rulebook does not give.
    expect(decideAct({ ...standing, caller: "b3" }, act, ids())).toEqual({ refused: "nothing-here" });
    expect(decideAct(standing, { ...act, how: "told" }, ids())).toEqual({ refused: "nothing-here" });
    expect(decideAct(standing, { ...act, members: ["external:seo", "external:ths"] }, ids())).toMatchObject({
      refused: "panel-too-small",
    });
  });
});

const upheld: Entry = {
  kind: "decided-by-officers",
  decision: "d1",
  stage: "stage1",
  outcome: "upheld",
  findings: [],
  severity: undefined,
  sanction: undefined,
  reasons: undefined,
  next: "closed",
};
const lodgedBy = (rule: string) => ({
  kind: "challenge-lodged" as const,
  challenge: "1",
  rule,
  party: complainant.party,
  against: { outcome: "dismissed", decision: "d1" },
  to: 0,
  ground: undefined,
  words: "w",
  evidence: undefined,
  isLate: false,
});

const banned = (lifted: boolean) =>
  goOn(
    complaintOf("2026-05-02T10:00"),
    {
      at: at("2026-05-30T10:00"),
      entry: { ...upheld, sanction: "no_candidacy", lasts: { amount: 2, unit: "years" } },
    },
    noticeSent("n", toParty(respondent), { kind: "decision", vote: "d1", outcome: "upheld" }),
    { kind: "notice-delivered", notice: "n", how: "direct", when: at("2026-06-01T10:00") },
    ...(lifted
      ? [
          {
            kind: "sanction-lifted",
            decision: "d1",
            party: respondent.party,
            sanction: "no_candidacy",
            reasons: "r",
          } as const,
        ]
      : []),
  );

const standing = (current: Case) => ({
  rulebook: union,
  roster: unionRoster,
  current,
  viewer: { kind: "party", person: "nils", party: respondent } as const,
  caller: "nils",
  parties: ["nils"],
  names: [],
  at: at("2027-01-05T10:00"),
});

test("[F215][F216] who may not stand for election appeals that alone, as long as it holds, when the usual time is long over", () => {
  const by = (rule: string, ground: string, current = banned(false)) => {
    const act = { kind: "lodge", rule, to: 0, ground, words: "w", evidence: undefined } as const;
    const done = decideAct(standing(current), act, ids());
    return isRefusal(done) ? done.refused : "lodged";
  };
  expect(by("candidacy", "inappropriate_to_the_offence")).toBe("lodged");
  expect(by("candidacy", "wrong_outcome")).toBe("no-ground");
  expect(by("candidacy", "inappropriate_to_the_offence", banned(true))).toBe("nothing-to-challenge");
});

describe("[F173][F185] who decides whether it is heard", () => {
  const decided: Entry = {
    kind: "decided-by-officers",
    decision: "d1",
    stage: "stage1",
    outcome: "dismissed",
    findings: [],
    severity: undefined,
    sanction: undefined,
    reasons: undefined,
    next: "closed",
  };
  const doers = (rule: string, parties: readonly string[], task: "admission" | "consult") => {
    const current = goOn(
      complaintOf("2026-03-02T10:00"),
      { at: at("2026-03-03T10:00"), entry: decided },
      lodgedBy(rule),
    );
    const [first] = current.challenges;
    return first === undefined ? [] : doersOf({ rulebook: union, roster: unionRoster, current, parties }, first, task);
  };
  test.each([
    ["the chair of the Board", "to_stages", [], "admission", ["chair"]],
    ["the deputy chair, where the chair is a party", "to_stages", ["chair"], "admission", ["deputy"]],
    ["the Chief Executive or a nominee", "to_stage2", [], "admission", ["ce", "n1", "n2"]],
    ["of these nobody who is a party", "to_stage2", ["ce"], "admission", ["n1", "n2"]],
    ["the chair of the Board is asked before", "to_stage2", [], "consult", ["chair"]],
    ["an external trustee", "to_stage3", [], "admission", ["deputy", "lt2"]],
  ] as const)("%s", (_, rule, parties, task, expected) => {
    expect(doers(rule, parties, task)).toEqual(expected);
  });
});
