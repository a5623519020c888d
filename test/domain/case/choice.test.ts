import { readFileSync } from "node:fs";

import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import type { PartyEntry } from "../../../src/domain/case/party.ts";
import { readProcedure } from "../../../src/domain/case/stages.ts";
import { deadlinesOf } from "../../../src/domain/deadlines/deadline.ts";
import { dueEntries, wakesOf } from "../../../src/domain/deadlines/due.ts";
import { overdueIn } from "../../../src/domain/deadlines/moreTime.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { caseOf, complainant, goOn, received, respondent } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";

const cope = rulebookOf(readFileSync("src/rulebooks/cope397.yaml", "utf8"));
const at = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(cope.organisation.timezone).toInstant();
const second: PartyEntry = { party: "party-c", role: "respondent", hasAccount: true };

const found: Entry = { kind: "decided", vote: "vote-1", outcome: "found", sanction: undefined, next: "choice" };
const told = (notice: string, to: PartyEntry): Entry => ({
  kind: "notice-sent",
  notice,
  to: { kind: "party", party: to.party, role: to.role },
  subject: { kind: "decision", vote: "vote-1", outcome: "found" },
});
const arrived = (notice: string, when: string): Played => ({
  at: at(when),
  entry: { kind: "notice-delivered", notice, how: "direct", when: at(when) },
});

/** A case at the choice of those it is about. */
const chosen = (parties: readonly PartyEntry[], ...then: readonly Played[]) =>
  caseOf(received({ startsAt: "finding", parties: [complainant, ...parties] }), found, ...then);

const lastDay = (...given: Parameters<typeof chosen>) =>
  deadlinesOf(cope, chosen(...given))
    .find(({ key }) => key === "target:choice")
    ?.day.toString();

describe("[P21] the time in which somebody chooses", () => {
  test("is counted from the day on which the finding reached them, and not before", () => {
    expect(lastDay([respondent], told("n1", respondent))).toBeUndefined();
    expect(lastDay([respondent], told("n1", respondent), arrived("n1", "2027-03-01T09:00"))).toBe("2027-03-15");
  });

  test("is counted, of several, from the day on which it reached the last of them", () => {
    const sent = [told("n1", respondent), told("n2", second)];
    expect(lastDay([respondent, second], ...sent, arrived("n1", "2027-03-01T09:00"))).toBeUndefined();
    expect(
      lastDay([respondent, second], ...sent, arrived("n1", "2027-03-01T09:00"), arrived("n2", "2027-03-04T09:00")),
    ).toBe("2027-03-18");
  });

  test("ends with what the rules say of silence, at its last midnight and not a moment before", () => {
    const current = chosen([respondent], told("n1", respondent), arrived("n1", "2027-03-01T09:00"));
    const outcomes = (when: string) =>
      dueEntries(cope, {}, current, at(when), () => "n").filter(({ kind }) => kind === "stage-concluded");
    expect(outcomes("2027-03-15T23:59:59")).toEqual([]);
    expect(outcomes("2027-03-16T00:00")).toMatchObject([
      { stage: "choice", outcome: "faces_sanctions", next: "sanction" },
    ]);
    expect(wakesOf(cope, current).map(({ at: moment }) => moment.epochMilliseconds)).not.toEqual([]);
  });

  test("has more time where whoever the rules name gives it, with a reason: both sides are told, and silence counts only after it", () => {
    const extendable = {
      clause: "Contravention",
      by: { kind: "anyone" },
      reason: "required",
      tells: ["complainant"],
    } satisfies Rulebook["procedures"][string]["extendable"];
    const asked = chosen([respondent], told("n1", respondent), arrived("n1", "2027-03-01T09:00"));
    const rulebook: Rulebook = {
      ...cope,
      procedures: { ...cope.procedures, [asked.procedure]: { ...readProcedure(cope, asked), extendable } },
    };
    const standing = {
      rulebook,
      roster: {},
      current: { ...asked, handlers: ["h1"] },
      viewer: { kind: "handler", person: "h1" },
      caller: "h1",
      parties: [],
      names: [],
      at: at("2027-03-10T09:00"),
    } as const;
    const act = { kind: "extend", deadline: "target:choice", until: "2027-03-22", reasons: "why" } as const;
    const given = decideAct(standing, act, () => "n");
    if (isRefusal(given)) throw new Error(given.refused);
    expect(given.flatMap((entry) => (entry.kind === "notice-sent" ? [entry.to] : []))).toEqual([
      { kind: "party", party: complainant.party, role: "complainant" },
      { kind: "party", party: respondent.party, role: "respondent" },
    ]);
    const longer = goOn(asked, ...given.map((entry) => ({ at: at("2027-03-10T09:00"), entry })));
    expect(
      deadlinesOf(rulebook, longer)
        .find(({ key }) => key === "target:choice")
        ?.day.toString(),
    ).toBe("2027-03-22");
    const silent = (when: string) =>
      dueEntries(rulebook, {}, longer, at(when), () => "n").filter(({ kind }) => kind === "stage-concluded");
    expect([silent("2027-03-16T00:00").length, silent("2027-03-23T00:00").length]).toEqual([0, 1]);
    expect(overdueIn(rulebook, longer, at("2027-03-23T00:00"))).toEqual([]);
  });
});

/** A case at the choice, of which the finding has reached everybody it is about. */
const asked = (parties: readonly PartyEntry[], how: "direct" | "by-hand" = "direct") =>
  chosen(
    parties,
    ...parties.flatMap((each, i) => [
      told(`n${i}`, each),
      {
        at: at("2027-03-01T09:00"),
        entry: { kind: "notice-delivered", notice: `n${i}`, how, when: at("2027-03-01T09:00") } as const,
      },
    ]),
  );

describe("[P21] what is chosen", () => {
  const offline: PartyEntry = { party: "party-d", role: "respondent", hasAccount: false };
  const roster = { secretary: ["h1"] };
  const early = "2027-03-02T09:00";

  const by = (current: Case, who: PartyEntry | "h1", outcome: string, when = early) => {
    const caller = who === "h1" ? who : `account-of-${who.party}`;
    return decideAct(
      {
        rulebook: cope,
        roster,
        current: { ...current, handlers: ["h1"] },
        viewer: who === "h1" ? { kind: "handler", person: who } : { kind: "party", person: caller, party: who },
        caller,
        parties: [],
        names: [],
        at: at(when),
      },
      who === "h1" ? { kind: "conclude", outcome, rules: [], reasons: undefined } : { kind: "choose-outcome", outcome },
      () => "n",
    );
  };
  /** The case after somebody chose. */
  const then = (current: Case, who: PartyEntry, outcome: string) => {
    const entries = by(current, who, outcome);
    if (isRefusal(entries)) throw new Error(entries.refused);
    return goOn(current, ...entries.map((entry) => ({ at: at(early), entry })));
  };
  const resign = "offers_resignation";
  const face = "faces_sanctions";

  test("by one ends the stage at once, and those who handle the case are told", () => {
    expect(by(asked([respondent]), respondent, resign)).toMatchObject([
      { kind: "choice-made", party: respondent.party, outcome: resign },
      { kind: "stage-concluded", outcome: resign, next: "resignation" },
      { kind: "notice-sent", to: { kind: "room", purpose: "officers" }, subject: { outcome: resign } },
    ]);
  });

  test("by several counts once all have chosen the same; until then each can choose otherwise", () => {
    const one = then(asked([respondent, second]), respondent, resign);
    expect(one.stage.stage).toBe("choice");
    expect(by(one, respondent, resign)).toMatchObject({ refused: "already-done" });
    const apart = then(one, second, face);
    expect(apart.stage.stage).toBe("choice");
    expect(dueEntries(cope, {}, apart, at("2027-03-16T00:00"), () => "n")).toMatchObject([
      { kind: "stage-concluded", outcome: face },
      { kind: "notice-sent", to: { kind: "room" }, subject: { kind: "stage-outcome", outcome: face } },
    ]);
    expect(then(apart, respondent, face).stage.stage).toBe("sanction");
    expect(then(apart, second, resign).stage.stage).toBe("resignation");
  });

  test("is chosen by whom it is about alone, of what is offered, and not a moment after the time", () => {
    const current = asked([respondent]);
    expect(by(current, complainant, resign)).toMatchObject({ refused: "not-at-this-stage" });
    expect(by(current, respondent, "found")).toMatchObject({ refused: "not-at-this-stage" });
    expect(by(current, respondent, resign, "2027-03-15T23:59:59")).toMatchObject([{}, { outcome: resign }, {}]);
    expect(by(current, respondent, resign, "2027-03-16T00:00")).toMatchObject({ refused: "not-at-this-stage" });
    expect(by(then(current, respondent, resign), respondent, face)).toMatchObject({ refused: "not-at-this-stage" });
    expect(by(current, "h1", resign)).toMatchObject({ refused: "chooses-alone" });
  });

  test("is entered by an officer for somebody without an account, and for somebody whom the decision reached by hand", () => {
    for (const current of [asked([offline]), asked([respondent], "by-hand")])
      expect(by(current, "h1", resign)).toMatchObject([
        { kind: "choice-made", outcome: resign },
        { kind: "stage-concluded", outcome: resign },
      ]);
  });

  test("is entered by an officer for the one of two who has no account only as the other has chosen", () => {
    const both = asked([respondent, offline]);
    expect(by(both, "h1", resign)).toMatchObject({ refused: "chooses-alone" });
    const one = then(both, respondent, resign);
    expect(one.stage.stage).toBe("choice");
    expect(by(one, "h1", face)).toMatchObject({ refused: "chooses-alone" });
    expect(by(one, "h1", resign)).toMatchObject([
      { kind: "choice-made", party: offline.party },
      { kind: "stage-concluded", outcome: resign },
    ]);
  });
});
