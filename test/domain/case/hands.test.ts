import { describe, expect, test } from "vitest";

import type { Act, Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import { choosableFor } from "../../../src/domain/acts/handAct.ts";
import { after } from "../../../src/domain/case/after.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { possibleOutcomes } from "../../../src/domain/case/conclude.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { readStage } from "../../../src/domain/case/stages.ts";
import { dueEntries, wakesOf } from "../../../src/domain/deadlines/due.ts";
import { handOn } from "../../../src/domain/parties/handOn.ts";
import { handlersOf, viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { complainant, concluded, goOn, ids, received, respondent } from "../../fakes/caseFile.ts";
import { complaintOf, informed, london, union, unionRoster } from "../../fakes/union.ts";

/** The union with its committees: the executive are the sabbatical officers and the Chief Executive. */
const roster: Roster = {
  ...unionRoster,
  head: ["h1", "h2"],
  president_falmouth: ["vf"],
  president_exeter: ["ve"],
  vp_falmouth: ["vpf"],
  vp_exeter: ["vpe"],
  manager: ["m1"],
  returning_officer: ["ro"],
  deputy_returning_officer: ["dro"],
};
const at = london("2026-10-20T10:00");

interface Who {
  readonly parties?: readonly string[];
  readonly witnesses?: readonly string[];
  readonly seats?: Roster;
}

function standing(current: Case, caller: string, { parties = [], witnesses = [], seats = roster }: Who = {}): Standing {
  const viewer = viewerOf(union, seats, current, caller, undefined);
  const all = [...parties, ...witnesses];
  return { rulebook: union, roster: seats, current, viewer, caller, parties: all, witnesses, names: [], at };
}

const act = (current: Case, caller: string, wanted: Act, who?: Who) =>
  decideAct(standing(current, caller, who), wanted, ids());

/** The case after an act. */
function doing(current: Case, caller: string, wanted: Act, who?: Who): Case {
  const entries = act(current, caller, wanted, who);
  if (isRefusal(entries)) throw new Error(JSON.stringify(entries));
  return goOn(current, ...entries.map((entry: Entry) => ({ at, entry })));
}

const complaint = complaintOf("2026-10-15T10:00");
const stage1 = goOn(complaint, { at, entry: concluded("assess", "allocated", "stage1") });
const choose = (to: string): Act => ({ kind: "choose-decider", to: { kind: "person", person: to } });
const chooseBody = (body: string): Act => ({ kind: "choose-decider", to: { kind: "body", body } });
const ticked = (current: Case): Case =>
  goOn(
    current,
    { kind: "task-done", stage: "stage1", task: "inform_respondent" },
    { kind: "task-done", stage: "stage1", task: "support_needs" },
  );
const dismiss: Act = { kind: "conclude", outcome: "dismissed", rules: [], reasons: "r", because: ["frivolous"] };

const namesOf = (who?: Who, current = stage1): readonly string[] =>
  choosableFor(standing(current, "ce", who)).map(({ to }) => (to.kind === "person" ? to.person : to.body));
const track = (outcome: string): Act => ({
  kind: "conclude",
  outcome,
  rules: [],
  reasons: undefined,
});
const delegate = (to: string, until?: string): Act => ({ kind: "delegate", to, until, statement: "why" });
const consider = (...parties: readonly string[]): Act => ({
  kind: "consider-needs",
  found: parties.map((party) => ({ party, how: "referred" })),
  statement: "s",
});

describe("whoever the rulebook names chooses who decides", () => {
  test("[F177] before somebody is chosen nothing is decided, and the refusal says who chooses", () => {
    expect(act(ticked(stage1), "ce", dismiss)).toEqual({ refused: "choose-first", clause: "9.13" });
    const own = possibleOutcomes(union, stage1, at).filter(({ outcome }) => outcome !== "employee_procedure");
    expect(own.map(({ blocked }) => blocked?.refused)).toEqual(own.map(() => "choose-first"));
  });

  test("[F177] one chooses among sabbatical officers, committees by their vote, and heads; whoever is a party is not among them", () => {
    expect(namesOf()).toEqual([
      "vf",
      "ve",
      "vpf",
      "vpe",
      "executive",
      "appointments",
      "finance",
      "remuneration",
      "h1",
      "h2",
    ]);
    expect(namesOf({ parties: ["vf", "h1"] })).not.toContain("vf");
    expect(namesOf({ parties: ["vf", "h1"] })).not.toContain("h1");
  });

  test.each([
    ["somebody who is no officer of the case", "h2", choose("h1"), undefined],
    ["of nobody among whom one chooses", "ce", choose("m1"), "not-offered"],
    ["of a body that does not vote on it", "ce", chooseBody("forum"), "not-offered"],
    ["of a party", "ce", choose("vf"), "has-conflict"],
  ])("[F177][F151] it is refused: by or of %s", (_who, caller, wanted, refused) => {
    expect(act(stage1, caller, wanted, { parties: ["vf"] })).toMatchObject({ refused: refused ?? "nothing-here" });
  });

  test("[F177] the chosen person handles the case and decides alone; nobody else does, the Chief Executive neither", () => {
    const given = doing(stage1, "ce", choose("h1"));
    expect(handlersOf(union, roster, given)).toEqual(["ce", "n1", "n2", "h1"]);
    const ready = goOn(ticked(given), { kind: "cleared", person: "h1" });
    expect(act(ready, "ce", dismiss)).toEqual({ refused: "chosen-decides", by: "h1", clause: "9.13" });
    expect(act(ready, "h1", dismiss)).toMatchObject([{ kind: "stage-concluded", outcome: "dismissed" }, {}, {}]);
  });

  test("[F177] a committee decides by its vote: each outcome is a motion, and the chosen stage is one of its own", () => {
    const given = doing(stage1, "ce", chooseBody("finance"));
    const stage = readStage(union, given);
    expect(stage).toMatchObject({ kind: "vote", owner: { kind: "body", id: "finance" }, clause: "9.13" });
    expect(stage.kind === "vote" && stage.motions["upheld"]).toMatchObject({
      vote: "finance",
      requires: ["finding", "one_sanction"],
      outcome: "upheld",
    });
    expect(stage.kind === "vote" && stage.motions["dismissed"]).toMatchObject({ requires: [] });
    expect(act(ticked(given), "ce", dismiss)).toMatchObject({ refused: "not-at-this-stage" });
    // Another case at the same stage is not given to anybody with it.
    expect(readStage(union, stage1).kind).toBe("decide");
  });

  test("[F177] it can be chosen otherwise, as long as no vote is open, and is chosen anew when the case comes back", () => {
    const given = doing(stage1, "ce", choose("h1"));
    expect(act(given, "n1", choose("h1"))).toEqual({ refused: "already-done" });
    const other = doing(given, "n1", chooseBody("executive"));
    expect(readStage(union, other).kind).toBe("vote");
    const back = goOn(doing(other, "ce", choose("h2")), concluded("stage1", "referred_to_panel", "stage2"));
    const again = goOn(back, concluded("stage2", "x", "stage1"));
    expect(handOn(union, roster, back, again, [])).toEqual([{ kind: "choice-ended", stage: "stage1" }]);
  });
});

test("[F177][F151] what the university sends back to Stage 1 is decided by others than before, and no word about a conflict lets them", () => {
  const decided: Entry = {
    kind: "decided-by-officers",
    decision: "d1",
    stage: "stage1",
    outcome: "upheld",
    next: "closed",
    findings: ["personal_harassment"],
    severity: undefined,
    sanction: "caution",
    reasons: "r",
  };
  const by = { kind: "person", person: "h1" } as const;
  const before = after(stage1, { version: stage1.version + 1, at, by, entry: decided });
  const back = goOn(before, concluded("university", "remitted_to_stage1", "stage1"));
  expect(namesOf(undefined, back)).toContain("h2");
  expect(namesOf(undefined, back)).not.toContain("h1");
  const mitigated: Act = { kind: "choose-decider", to: { kind: "person", person: "h1" }, mitigation: "m" };
  expect(act(back, "ce", mitigated)).toMatchObject({ refused: "has-conflict", mitigation: "never" });
  expect(act(back, "ce", choose("h2"))).toMatchObject([{ kind: "given" }]);
});

describe("a conflict of interest at each choice", () => {
  const who = { witnesses: ["h1"] } as const;
  const mitigated: Act = { kind: "choose-decider", to: { kind: "person", person: "h1" }, mitigation: "m" };

  test("[F151] a witness is not chosen; the Chief Executive may with a word on what is done about it, and that is kept", () => {
    expect(act(stage1, "ce", choose("h1"), who)).toEqual({
      refused: "has-conflict",
      conflict: "witness",
      mitigation: "possible",
      clause: "9.1",
    });
    expect(act(stage1, "ce", mitigated, who)).toMatchObject([{ kind: "given", mitigation: "m" }]);
    expect(act(stage1, "n1", mitigated, who)).toMatchObject({ refused: "has-conflict", mitigation: "by-others" });
  });

  test("[F151] of a party nobody may, whatever is written", () => {
    expect(act(stage1, "ce", mitigated, { parties: ["h1"] })).toMatchObject({
      refused: "has-conflict",
      conflict: "party",
      mitigation: "never",
    });
    const aside = goOn(stage1, { kind: "recused", person: "h1" });
    expect(act(aside, "ce", mitigated)).toMatchObject({ refused: "has-conflict", mitigation: "never" });
  });

  test("[F151] whoever was let take part although they are a witness handles the case", () => {
    const seen = { party: "party-w", role: "witness", hasAccount: true } as const;
    const heard = goOn(complaintOf("2026-10-15T10:00", { parties: [complainant, respondent, seen] }), {
      at,
      entry: concluded("assess", "allocated", "stage1"),
    });
    const given = doing(heard, "ce", mitigated, who);
    expect(viewerOf(union, roster, given, "h1", "party-w")).toEqual({ kind: "handler", person: "h1" });
    expect(viewerOf(union, roster, heard, "h1", "party-w").kind).not.toBe("handler");
  });
});

describe("a stage is of those whom the rulebook names", () => {
  const about = complaintOf("2026-10-15T10:00", { startsAt: "track_sabbatical", handlers: ["deputy", "lt2"] });

  test("[F160] about a sabbatical officer an external trustee chooses the track; the Chief Executive knows nothing of it until then", () => {
    expect(viewerOf(union, roster, about, "ce", undefined)).toEqual({ kind: "nobody" });
    const cleared = goOn(about, { kind: "cleared", person: "lt2" });
    const chosen = act(cleared, "lt2", track("this_procedure"));
    expect(chosen).toMatchObject([{ kind: "stage-concluded", next: "assess" }]);
    const assessed = goOn(cleared, concluded("track_sabbatical", "this_procedure", "assess"));
    expect(handOn(union, roster, cleared, assessed, ["vf"])).toEqual([
      { kind: "handed-on", stage: "assess", handlers: ["ce", "n1", "n2"] },
    ]);
  });

  test("[F160] it never goes on to a party, to whoever was passed by or stepped aside; where nobody else is left it stays where it is", () => {
    const next = goOn(about, concluded("track_sabbatical", "this_procedure", "assess"));
    expect(handOn(union, roster, about, next, ["ce"])).toMatchObject([{ handlers: ["n1", "n2"] }]);
    const passed = { ...next, keptOut: ["ce", "n1"], recused: ["n2"] };
    expect(handOn(union, roster, about, passed, [])).toEqual([]);
  });

  test("nothing is handed on while one of those whose stage it is handles the case, nor at a stage that is not entered anew", () => {
    expect(handOn(union, roster, complaint, stage1, [])).toEqual([]);
    expect(handOn(union, roster, about, goOn(about, { kind: "noted", statement: "s" }), [])).toEqual([]);
  });

  test("[F160] the track of the employees ends the case here, as referred", () => {
    const cleared = goOn(about, { kind: "cleared", person: "lt2" });
    expect(act(cleared, "lt2", track("employee_procedure"))).toMatchObject([
      { kind: "stage-concluded", outcome: "employee_procedure", next: "closed" },
      { kind: "notice-sent", to: { role: "complainant" } },
    ]);
  });
});

describe("the holder of an office has somebody else act", () => {
  test("[F165] the Chief Executive names a head for one case: that person assesses this one, and nothing of another", () => {
    const delegated = doing(complaint, "ce", delegate("h2", "2026-10-27"));
    expect(delegated.hands.delegations).toMatchObject([{ from: "ce", to: "h2", until: "2026-10-27" }]);
    expect(
      act(delegated, "h2", { kind: "conclude", outcome: "allocated", rules: [], reasons: undefined }),
    ).toMatchObject([{ kind: "stage-concluded" }, {}, {}]);
    expect(viewerOf(union, roster, complaintOf("2026-10-15T10:00"), "h2", undefined)).toEqual({ kind: "nobody" });
  });

  test("[F130] the returning officer has the deputy act in a case of a referendum", () => {
    const about = complaintOf("2026-10-15T10:00", {
      procedure: "election_complaint",
      startsAt: "returning_officers_decide",
      handlers: ["ro"],
    });
    const delegated = doing(about, "ro", delegate("dro"));
    expect(handlersOf(union, roster, delegated)).toEqual(["ro", "dro"]);
  });

  test.each([
    ["a nominee, whom the rulebook lets name nobody", "n1", delegate("h1"), "in-person"],
    ["to somebody who holds no office", "ce", delegate("nobody"), "not-offered"],
    ["to a party", "ce", delegate("vf"), "has-conflict"],
    ["to somebody who handles the case already", "ce", delegate("n2"), "already-done"],
    ["until a day that is over", "ce", delegate("h1", "2026-10-19"), "date-too-early"],
  ])("[F165] it is refused: %s", (_what, caller, wanted, refused) => {
    expect(act(complaint, caller, wanted, { parties: ["vf"] })).toMatchObject({ refused });
  });

  test("[F165] it ends by the word of either, or with its last day, where the union is", () => {
    const delegated = doing(complaint, "ce", delegate("h2", "2026-10-27"));
    expect(act(delegated, "n1", { kind: "end-delegation", to: "h2" })).toMatchObject({ refused: "not-your-task" });
    for (const caller of ["ce", "h2"])
      expect(handlersOf(union, roster, doing(delegated, caller, { kind: "end-delegation", to: "h2" }))).toEqual([
        "ce",
        "n1",
        "n2",
      ]);
    const wake = wakesOf(union, delegated).find(({ kind }) => kind === "delegation");
    expect(wake?.at).toEqual(london("2026-10-28T00:00"));
    const due = (moment: string) =>
      dueEntries(union, roster, delegated, london(moment), ids()).filter(({ kind }) => kind === "delegation-ended");
    expect(due("2026-10-27T23:59")).toEqual([]);
    expect(due("2026-10-28T00:00")).toEqual([{ kind: "delegation-ended", to: "h2" }]);
  });

  test("[F165] whoever has left, or acts for somebody who has, handles nothing any more", () => {
    const delegated = doing(complaint, "ce", delegate("m1"));
    expect(handlersOf(union, roster, delegated)).toEqual(["ce", "n1", "n2", "m1"]);
    expect(handlersOf(union, { ...roster, manager: [] }, delegated)).toEqual(["ce", "n1", "n2"]);
  });

  test("[F165][F177] whoever acts for the chosen one decides in their place", () => {
    const seats: Roster = { ...roster, returning_officer: ["h1"] };
    const given = doing(stage1, "ce", choose("h1"), { seats });
    const acting = doing(given, "h1", delegate("h2"), { seats });
    const ready = goOn(ticked(acting), { kind: "cleared", person: "h2" });
    expect(act(ready, "h2", dismiss, { seats })).toMatchObject([{ kind: "stage-concluded" }, {}, {}]);
  });
});

describe("the support that each party needs", () => {
  const given = goOn(doing(stage1, "ce", choose("h1")), informed, {
    kind: "task-done",
    stage: "stage1",
    task: "inform_respondent",
  });

  test("[F153] looked at for the complainant alone the stage is not over: the refusal names the respondent", () => {
    const half = doing(given, "ce", consider(complainant.party));
    expect(possibleOutcomes(union, half, at).find(({ outcome }) => outcome === "dismissed")?.blocked).toEqual({
      refused: "needs-open",
      roles: ["respondent"],
      clause: "9.1",
    });
    const whole = doing(half, "h1", consider(respondent.party));
    expect(whole.stage.tasksDone).toContain("support_needs");
    expect(possibleOutcomes(union, whole, at).find(({ outcome }) => outcome === "dismissed")?.blocked).toBeUndefined();
  });

  test("[F153] it is not ticked as a whole, asks for one party at the least, and is asked anew at the next stage", () => {
    expect(act(given, "ce", { kind: "do-task", task: "support_needs", statement: "s" })).toMatchObject({
      refused: "not-at-this-stage",
    });
    expect(act(given, "ce", consider())).toMatchObject({ refused: "needs-open", roles: ["complainant", "respondent"] });
    const whole = doing(given, "ce", consider(complainant.party, respondent.party));
    expect(act(whole, "ce", consider(complainant.party))).toEqual({ refused: "already-done" });
    const next = goOn(whole, concluded("stage1", "referred_to_panel", "stage2"));
    expect(act(next, "ce", consider(complainant.party))).toMatchObject([{ kind: "needs-considered" }, {}]);
  });
});

test("a case file from before names nobody who was chosen", () => {
  expect(complaintOf("2026-10-15T10:00").hands).toEqual({
    chosen: [],
    delegations: [],
    mitigated: [],
    needs: [],
    links: [],
  });
  expect(received()).not.toHaveProperty("hands");
});
