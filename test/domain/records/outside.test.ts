import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import type { Act, Standing } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import { outsideOf, owedOutside } from "../../../src/domain/records/outside.ts";
import { stepLog } from "../../../src/domain/records/stepLog.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { at, caseAt, caseOf, goOn, ids, received, recorded, upTo } from "../../fakes/caseFile.ts";
import { kth, officers, rulebookOf } from "../../fakes/kth.ts";

const read = (name: string) => rulebookOf(readFileSync(`src/rulebooks/${name}.yaml`, "utf8"));
const asec = read("asec");
const fxsu = read("fxsu");
const roster = { safety_officer: officers };

function decide(rulebook: Rulebook, current: Case, act: Act, caller = "s1") {
  const standing: Standing = {
    rulebook,
    roster,
    current,
    viewer: { kind: "handler", person: caller },
    caller,
    parties: ["mona", "nils"],
    names: ["Mona Lisell", "Nils Orrby"],
    at: at("2026-03-10T12:00"),
  };
  return decideAct(standing, act, ids());
}

const kindsOf = (result: ReturnType<typeof decide>) =>
  isRefusal(result) ? result.refused : result.map((entry) => entry.kind).join(" ");

describe("handing a case to somebody above", () => {
  const open = caseAt("assess");
  const escalate = (person: string | undefined, caller?: string) =>
    decide(kth, open, { kind: "escalate", escalation: "e", person, statement: "why" }, caller);

  test.each([
    ["somebody outside is asked", "seo", "escalated notice-sent"],
    ["nobody has an account: an officer tells them", undefined, "escalated"],
    ["whoever is a party is not asked", "nils", "is-a-party"],
    ["whoever handles it is not asked", "s2", "handles-it"],
  ])("[K09] %s", (_, person, expected) => {
    expect(kindsOf(escalate(person))).toBe(expected);
  });

  test("[K09] only those whom the rulebook names do", () => {
    expect(kindsOf(escalate("seo", "somebody"))).toBe("not-your-task");
  });

  test("[K09] the stage stays as it is, and whoever was asked is nobody until they have said that nothing stands in the way", () => {
    const result = escalate("seo");
    const asked = isRefusal(result) ? open : goOn(open, ...result);
    expect(asked.stage).toEqual(open.stage);
    expect(viewerOf(kth, roster, asked, "seo", undefined).kind).toBe("nobody");
    const taken = goOn(asked, { kind: "escalation-answered", escalation: "e", isTaken: true });
    expect(viewerOf(kth, roster, taken, "seo", undefined).kind).toBe("reader");
    expect(viewerOf(kth, roster, taken, "somebody", undefined).kind).toBe("nobody");
    // Whoever finds a conflict of interest while reading steps aside.
    expect(viewerOf(kth, roster, goOn(taken, { kind: "recused", person: "seo" }), "seo", undefined).kind).toBe(
      "nobody",
    );
    const declined = goOn(asked, { kind: "escalation-answered", escalation: "e", isTaken: false });
    expect(viewerOf(kth, roster, declined, "seo", undefined).kind).toBe("nobody");
  });
});

const hand = (rulebook: Rulebook, current: Case, changed: Partial<Extract<Act, { kind: "hand-outside" }>>) =>
  decide(rulebook, current, {
    kind: "hand-outside",
    referral: "r",
    to: "police",
    ground: undefined,
    on: "2026-03-10",
    waitsUntil: undefined,
    statement: "what",
    ...changed,
  });

describe("what is handed to others outside", () => {
  const member = caseOf(received({ procedure: "about_member", startsAt: "assess", rules: ["harassment"] }));
  const complaint = caseOf(received({ procedure: "complaint", startsAt: "assess", rules: ["other"] }));

  test.each([
    ["without a ground", undefined, "not-this-ground"],
    ["on a ground that is none of the rulebook's", "anger", "not-this-ground"],
    ["because of imminent danger", "imminent_danger", "handed-outside step-planned"],
  ])("[A47] a case is handed to the police %s: %s gives %s", (_, ground, expected) => {
    expect(kindsOf(hand(asec, member, { ground }))).toBe(expected);
  });

  test("[K59] where the rulebook says never, nothing is handed to the police", () => {
    expect(kindsOf(hand(kth, caseAt("assess"), {}))).toBe("nothing-here");
    expect(outsideOf(kth, caseAt("assess"))).not.toContain("police");
  });

  test("[F170][F252][F271] it is one of those whom the rulebook names, on a day that has come, and the case waits or goes on", () => {
    expect(kindsOf(hand(fxsu, complaint, { to: "exeter_university", on: "2026-03-11" }))).toBe("date-in-future");
    expect(kindsOf(hand(fxsu, complaint, { to: "nus_shop" }))).toBe("nothing-here");
    expect(kindsOf(hand(fxsu, complaint, { to: "exeter_university", waitsUntil: "2026-03-09" }))).toBe("not-later");
    const result = hand(fxsu, complaint, { to: "exeter_university", waitsUntil: "2026-04-09" });
    expect(result).toEqual([
      {
        kind: "handed-outside",
        referral: "r",
        to: "exeter_university",
        ground: undefined,
        bundle: undefined,
        on: "2026-03-10",
        waitsUntil: "2026-04-09",
        statement: "what",
      },
      // Whoever handed it over is reminded to ask what came of it.
      { kind: "step-planned", step: "id-1", owner: "s1", on: "2026-04-09", statement: "what" },
    ]);
  });

  test("[F170] an outcome that goes to a university is owed until it was handed to one of them", () => {
    const ended = goOn(complaint, {
      kind: "stage-concluded",
      stage: "assess",
      outcome: "to_university_discipline",
      next: "closed",
      rules: [],
      reasons: "why",
    });
    expect(owedOutside(fxsu, ended).map(({ to }) => to)).toEqual([["falmouth_university", "exeter_university"]]);
    const result = hand(fxsu, ended, { to: "falmouth_university" });
    expect(owedOutside(fxsu, isRefusal(result) ? ended : goOn(ended, ...result))).toEqual([]);
  });

  test("[F252] what goes with it was written by one officer and read by another", () => {
    const written = goOn(complaint, { kind: "bundle-written", bundle: "b", statement: "words" });
    const by = (caller: string) =>
      decide(
        fxsu,
        {
          ...written,
          records: { ...written.records, bundles: [{ id: "b", statement: "words", by: "s1", isApproved: false }] },
        },
        { kind: "approve-bundle", bundle: "b" },
        caller,
      );
    expect(kindsOf(by("s1"))).toBe("own-brief");
    expect(kindsOf(by("s2"))).toBe("bundle-approved");
    const approved = goOn(written, { kind: "bundle-approved", bundle: "b" });
    const result = hand(fxsu, approved, { to: "exeter_university" });
    expect(isRefusal(result) ? undefined : result[0]).toMatchObject({ bundle: "b" });
  });
});

test("[F193] what a university recommends becomes a task with a day, of somebody who handles the case", () => {
  const complaint = caseOf(received({ procedure: "complaint", startsAt: "assess", rules: ["other"] }));
  const result = hand(fxsu, complaint, { to: "falmouth_university" });
  const handed = isRefusal(result) ? complaint : goOn(complaint, ...result);
  const answer = (owner: string, by: string) =>
    decide(fxsu, handed, {
      kind: "enter-outside",
      referral: "r",
      on: "2026-03-10",
      statement: "said",
      task: { owner, by },
    });
  expect(kindsOf(answer("s2", "2026-04-10"))).toBe("outside-answered step-done step-planned");
  expect(kindsOf(answer("somebody", "2026-04-10"))).toBe("not-your-task");
  expect(kindsOf(answer("s2", "2026-03-01"))).toBe("not-later");
});

test("[F191] the steps of a case say when each ended, by when it was due and whether that was kept, and name nobody", () => {
  const file = {
    id: "case-1",
    codeName: "quiet-harbour-41",
    entries: recorded([...upTo.assess].map((entry) => ({ at: at("2026-03-08T12:00"), entry }))),
  };
  const steps = stepLog(kth, file);
  expect(steps.map(({ kind }) => kind)).toEqual(["received", "task-done", "stage-ended"]);
  expect(steps[2]).toMatchObject({ stage: "contact", outcome: "in_contact", day: "2026-03-08" });
  expect(JSON.stringify(steps)).not.toMatch(/party|s1|statement/u);
});

describe("a precedent", () => {
  const closed = goOn(caseOf(received({ procedure: "complaint", startsAt: "stage2", rules: ["other"] })), {
    kind: "decided-by-officers",
    decision: "d1",
    stage: "stage2",
    outcome: "upheld",
    next: "closed",
    findings: ["other"],
    severity: undefined,
    sanction: undefined,
    reasons: undefined,
  });
  const write = (text: string, current = closed) =>
    decide(fxsu, current, { kind: "write-precedent", precedent: "p", text, statement: "words" });

  test("[F240] with the name of a party is refused, and without one waits for a second reader", () => {
    expect(write("Nils Orrby shouted at the bar.")).toMatchObject({ refused: "brief-names-somebody" });
    expect(kindsOf(write("Somebody shouted at the bar."))).toBe("precedent-written notice-sent notice-sent");
    expect(kindsOf(write("Somebody shouted.", caseOf(received({ procedure: "complaint", startsAt: "stage2" }))))).toBe(
      "not-at-this-stage",
    );
  });
});
