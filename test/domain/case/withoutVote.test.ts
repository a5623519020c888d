import type { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import { after } from "../../../src/domain/case/after.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { concludeStage, possibleOutcomes } from "../../../src/domain/case/conclude.ts";
import type { Conclusion } from "../../../src/domain/case/conclude.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { decisionNotices } from "../../../src/domain/case/inform.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { imposedTerm } from "../../../src/domain/sanctions/imposed.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import {
  at,
  caseAt,
  caseOf,
  complainant,
  filed,
  goOn,
  ids,
  received,
  respondent,
  toParty,
} from "../../fakes/caseFile.ts";
import { kth, kthWith, officers, roster } from "../../fakes/kth.ts";

/** The rules of the chapter, had they a single officer decide at the stage after the hearing. */
const alone = kthWith(
  `      refer_seo:
        kind: external
        owner: external:seo`,
  `      refer_seo:
        kind: decide
        owner: body:council`,
);
const elsewhere = caseAt("refer_seo");

const upheld: Conclusion = {
  outcome: "decided",
  rules: ["boundaries"],
  severity: "ordinary",
  sanction: "warning",
  reasons: "statement-reasons",
};
const conclude = (changed: Partial<Conclusion> = {}, rulebook: Rulebook = kth) =>
  concludeStage(rulebook, elsewhere, { ...upheld, ...changed }, filed, ids());

const standing = (rulebook: Rulebook, current: Case, caller = "s1", party?: string): Standing => ({
  rulebook,
  roster,
  current,
  viewer: viewerOf(rulebook, roster, current, caller, party),
  caller,
  parties: [],
  names: [],
  at: filed,
});
const goOnWith = (current: Case, entries: readonly Entry[]) => goOn(current, ...entries);

describe("a decision without a vote", () => {
  test("[K11] an external stage has its ways out, and that which imposes sanctions is a decision", () => {
    expect(possibleOutcomes(kth, elsewhere, filed)).toMatchObject([
      { outcome: "decided", next: "inform", isDecision: true, asksConflict: false, blocked: undefined },
      { outcome: "returned", isDecision: false, asksConflict: false, sanctions: [] },
    ]);
  });

  test("it names the rules that were broken, one sanction and the reasons", () => {
    expect(conclude()).toEqual({
      kind: "decided-by-officers",
      decision: "id-1",
      stage: "refer_seo",
      outcome: "decided",
      findings: ["boundaries"],
      severity: "ordinary",
      sanction: "warning",
      lasts: undefined,
      reasons: "statement-reasons",
      next: "inform",
    });
    expect(conclude({ rules: [] })).toMatchObject({ refused: "no-finding" });
    expect(conclude({ sanction: undefined })).toMatchObject({ refused: "no-sanction" });
    expect(conclude({ reasons: undefined })).toMatchObject({ refused: "no-reasons" });
    expect(conclude({ rules: ["good_conduct"] })).toMatchObject({ refused: "not-sanctionable" });
    expect(conclude({ sanction: "ban" })).toEqual({
      refused: "sanction-not-offered",
      sanctions: ["admonition", "warning", "first_degree", "second_degree"],
      clause: "4.1",
    });
  });

  test("the case then stands as after a carried motion, and its findings are those of the decision", () => {
    const entry = conclude();
    if (isRefusal(entry)) throw new Error(entry.refused);
    const current = goOnWith(elsewhere, [entry]);
    expect(current.stage.stage).toBe("inform");
    expect(current.decision).toMatchObject({
      id: "id-1",
      vote: undefined,
      sanction: "warning",
      reasons: "statement-reasons",
    });
    expect(current.concluded.at(-1)).toMatchObject({ stage: "refer_seo", outcome: "decided" });
  });
});

describe("who may decide so", () => {
  const act = { kind: "conclude", ...upheld } as const;

  test("an officer who decides says first that nothing stands between them and the case; who only enters it does not", () => {
    expect(decideAct(standing(alone, elsewhere), act, ids())).toEqual({ refused: "conflict-first", clause: "2.4" });
    const cleared = goOn(elsewhere, { kind: "cleared", person: "s1" });
    expect(decideAct(standing(alone, cleared), act, ids())).toMatchObject([{ kind: "decided-by-officers" }]);
    expect(decideAct(standing(alone, cleared, "s2"), act, ids())).toMatchObject({ refused: "conflict-first" });
    expect(decideAct(standing(kth, elsewhere), act, ids())).toMatchObject([{ kind: "decided-by-officers" }]);
  });

  test("one says so where it is asked, and once", () => {
    expect(decideAct(standing(alone, elsewhere), { kind: "clear" }, ids())).toEqual([
      { kind: "cleared", person: "s1" },
    ]);
    expect(decideAct(standing(kth, elsewhere), { kind: "clear" }, ids())).toMatchObject({
      refused: "not-at-this-stage",
    });
    const cleared = goOn(elsewhere, { kind: "cleared", person: "s1" });
    expect(decideAct(standing(alone, cleared), { kind: "clear" }, ids())).toEqual({ refused: "already-done" });
  });

  test.each([
    ["[V-02] a respondent", elsewhere, "s1", respondent.party],
    ["[V-01] whoever stepped aside", goOn(elsewhere, { kind: "recused", person: "s1" }), "s1", undefined],
    ["[V-03] whom the report passed by", caseOf(received({ keptOut: ["s3"], handlers: ["s1"] })), "s3", undefined],
    ["a member of the board", elsewhere, "president", undefined],
    ["anybody else", elsewhere, "nobody", undefined],
  ])("%s is answered as if there were no such case", (_, current, caller, party) => {
    const asked = standing(kth, current, caller, party);
    for (const wanted of [
      act,
      { kind: "clear" },
      { kind: "send-notices" },
      { kind: "do-task", task: "x", statement: "y" },
    ] as const)
      expect(decideAct(asked, wanted, ids())).toMatchObject({ refused: "nothing-here" });
  });

  test("[V-01] a complainant who handles nothing cannot decide", () => {
    const asked = standing(kth, elsewhere, "mona", complainant.party);
    expect(decideAct(asked, act, ids())).toMatchObject({ refused: "not-your-task" });
  });
});

describe("its notices", () => {
  const decided = goOnWith(
    elsewhere,
    [conclude()].flatMap((entry) => (isRefusal(entry) ? [] : [entry])),
  );

  test("[K48] are sent by those who handle the case, to everybody whom the outcome names", () => {
    const sent = decideAct(standing(kth, decided), { kind: "send-notices" }, ids());
    expect(sent).toMatchObject([
      { to: toParty(complainant), subject: { kind: "decision", vote: "id-1", outcome: "decided" } },
      { to: toParty(respondent) },
      { to: { kind: "room", purpose: "officers" } },
    ]);
    if (isRefusal(sent)) throw new Error(sent.refused);
    const told = goOnWith(decided, sent);
    expect(decideAct(standing(kth, told), { kind: "send-notices" }, ids())).toEqual({ refused: "already-done" });
  });

  test("after a vote they are the board's, and not the officers'", () => {
    expect(decideAct(standing(kth, caseAt("inform")), { kind: "send-notices" }, ids())).toMatchObject({
      refused: "not-your-task",
    });
    expect(decideAct(standing(kth, caseAt("inform"), "president"), { kind: "send-notices" }, ids())).toHaveLength(3);
    expect(decideAct(standing(kth, decided, "president"), { kind: "send-notices" }, ids())).toMatchObject({
      refused: "nothing-here",
    });
  });

  test("where nobody is to be told, nothing is waited for", () => {
    const unknown = kthWith(
      `            then: inform
            notify: [complainant, respondent, council]
          returned`,
      `            then: inform
            notify: [respondent]
          returned`,
    );
    const handled = officers;
    const nobody = caseOf(received({ parties: [complainant], handlers: handled, startsAt: "refer_seo" }));
    const entries = decideAct(standing(unknown, nobody), { kind: "conclude", ...upheld }, ids());
    if (isRefusal(entries)) throw new Error(entries.refused);
    expect(decideAct(standing(unknown, goOnWith(nobody, entries)), { kind: "send-notices" }, ids())).toMatchObject([
      { kind: "stage-concluded", stage: "inform", outcome: "delivered", next: "closed" },
    ]);
  });

  test("go out by themselves where no stage sends them: with the decision, also of a body", () => {
    const atOnce = kthWith(
      `            then: inform
            notify: [complainant, respondent, council]
          returned`,
      `            then: closed
            notify: [complainant, respondent]
          returned`,
    );
    expect(decideAct(standing(atOnce, elsewhere), { kind: "conclude", ...upheld }, ids())).toMatchObject([
      { kind: "decided-by-officers", next: "closed" },
      { kind: "notice-sent", to: toParty(complainant), subject: { kind: "decision" } },
      { kind: "notice-sent", to: toParty(respondent), subject: { kind: "decision" } },
    ]);
  });

  test("[K50] the sanction runs and lapses as after a vote", () => {
    const { decision } = decided;
    if (decision === undefined) throw new Error("Nothing was decided.");
    expect(imposedTerm(kth, decided, decision, undefined)).toMatchObject({ kind: "running" });
    expect(deadlinesOf(kth, decided).map(({ key, day }) => `${key} ${day.toString()}`)).toEqual([
      "target:inform 2026-03-04",
      "lapse:warning 2027-03-01",
    ]);
  });
});

const decide = (
  id: string,
  sanction: string,
  local: string,
): { readonly at: Temporal.Instant; readonly entry: Entry } => ({
  at: at(local),
  entry: {
    kind: "decided-by-officers",
    decision: id,
    stage: "refer_seo",
    outcome: "decided",
    findings: ["boundaries"],
    severity: undefined,
    sanction,
    reasons: "statement",
    next: "inform",
  },
});

test("a sanction of an earlier decision goes on to run beside that of a later one, and of the same one the last counts", () => {
  const file = [received(), decide("d1", "warning", "2026-03-02T10:00")];
  const lapses = (...more: ReturnType<typeof decide>[]) =>
    deadlinesOf(kth, caseOf(...file, ...more)).flatMap(({ kind, about, day }) =>
      kind === "lapse" ? [`${about} ${day.toString()}`] : [],
    );
  expect(lapses()).toEqual(["warning 2027-03-02"]);
  expect(lapses(decide("d2", "admonition", "2026-04-01T10:00"))).toEqual(["warning 2027-03-02"]);
  expect(lapses(decide("d2", "warning", "2026-04-01T10:00"))).toEqual(["warning 2027-04-01"]);
  expect(decisionNotices(caseOf(...file))).toEqual([]);
});

test("[K41] a task is ticked with a note, once, at its stage; that with which somebody is told something has an act of its own", () => {
  const tasks = kthWith(
    "- { id: acknowledge, within: 2d }",
    "- { id: acknowledge, within: 2d }\n          - { id: own_attempt }",
  );
  const current = caseOf(received());
  const tick = (task: string, now = current) =>
    decideAct(standing(tasks, now), { kind: "do-task", task, statement: "note" }, ids());
  expect(tick("own_attempt")).toEqual([
    { kind: "task-done", stage: "contact", task: "own_attempt" },
    { kind: "noted", statement: "note" },
  ]);
  const done = tick("own_attempt");
  if (isRefusal(done)) throw new Error(done.refused);
  const by = { kind: "person", person: "s1" } as const;
  const next = done.reduce(
    (reached, entry) => after(reached, { version: reached.version + 1, at: filed, by, entry }),
    current,
  );
  expect(tick("own_attempt", next)).toEqual({ refused: "already-done" });
  expect(tick("acknowledge")).toMatchObject({ refused: "not-at-this-stage" });
  expect(tick("document")).toMatchObject({ refused: "not-at-this-stage" });
  // It has no time: nobody is reminded of it.
  expect(deadlinesOf(tasks, current).map(({ key }) => key)).toEqual(["task:contact:acknowledge"]);
});
