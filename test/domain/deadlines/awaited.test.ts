import { readFileSync } from "node:fs";

import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import type { PartyEntry } from "../../../src/domain/case/party.ts";
import { dueEntries, wakesOf } from "../../../src/domain/deadlines/due.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import {
  caseOf,
  complainant,
  concluded,
  goOn,
  ids,
  noticeSent,
  received,
  respondent,
  toParty,
  upTo,
} from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { kth, rulebookOf } from "../../fakes/kth.ts";

const cope = rulebookOf(readFileSync("src/rulebooks/cope397.yaml", "utf8"));
const asec = rulebookOf(readFileSync("src/rulebooks/asec.yaml", "utf8"));
const on = (rulebook: Rulebook, local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(rulebook.organisation.timezone).toInstant();

const witness: PartyEntry = { party: "party-w", role: "witness", hasAccount: true };
const named: PartyEntry = { party: "party-j", role: "complainant", hasAccount: true };

/** Everything of what is asked that a case tells on these days at noon, day by day, as "whom: what". */
function toldOn(rulebook: Rulebook, before: Case, days: readonly string[]): Readonly<Record<string, string[]>> {
  let current = before;
  const told: Record<string, string[]> = {};
  for (const day of days) {
    const at = on(rulebook, `${day}T12:00`);
    const entries = dueEntries(rulebook, {}, current, at, ids()).filter(isOfQuestion);
    current = goOn(current, ...entries.map((entry): Played => ({ at, entry })));
    told[day] = entries.map(inWords);
  }
  return told;
}

const kinds = ["witness-asked", "agreement-asked", "join-asked", "choice-open", "not-answered"];
const isOfQuestion = (entry: Entry) => entry.kind === "notice-sent" && kinds.includes(entry.subject.kind);
function inWords(entry: Entry): string {
  if (entry.kind !== "notice-sent") return entry.kind;
  const whom = entry.to.kind === "party" ? entry.to.party : entry.to.kind;
  return `${whom}: ${entry.subject.kind}`;
}

const at = (rulebook: Rulebook, local: string, ...entries: readonly Entry[]): readonly Played[] =>
  entries.map((entry) => ({ at: on(rulebook, local), entry }));

const asked = at(
  kth,
  "2026-03-02T10:00",
  { kind: "witness-asked", party: witness.party, hasAccount: true, question: "s" },
  noticeSent("w1", toParty(witness), { kind: "witness-asked" }),
);
const witnesses = caseOf(...upTo.witnesses, ...asked);

const consents = (...more: readonly Played[]) =>
  caseOf(
    received({ procedure: "about_staff", startsAt: "consents" }),
    ...at(asec, "2026-03-02T10:00", { kind: "agreement-asked", agreement: "a", statement: "s" }),
    ...at(
      asec,
      "2026-03-02T10:00",
      ...[complainant, respondent].map((party) =>
        noticeSent(party.party, toParty(party), { kind: "agreement-asked", agreement: "a", statement: "s" }),
      ),
    ),
    ...more,
  );
const agrees: Entry = { kind: "agreement-answered", agreement: "a", party: complainant.party, isAgreed: true };

const together = caseOf(
  received({ together: { spokesperson: undefined, members: [named] } }),
  ...at(kth, "2026-03-02T10:00", noticeSent("j", toParty(named), { kind: "join-asked" })),
);

const wakes = (current: Case) => wakesOf(kth, current).filter(({ kind }) => kind === "awaited");

const days = ["2026-03-08", "2026-03-09", "2026-03-10", "2026-03-16", "2026-03-17", "2026-04-20"];

describe("whoever was asked something by themselves and has not answered is asked once more, and then the officers learn of it", () => {
  test.each<[string, Rulebook, Case, readonly string[], readonly string[]]>([
    ["[F150] a witness", kth, witnesses, ["party-w: witness-asked"], ["room: not-answered"]],
    [
      "[A42, A43] both sides, each for themselves",
      asec,
      consents(),
      ["party-a: agreement-asked", "party-b: agreement-asked"],
      ["room: not-answered", "room: not-answered"],
    ],
    [
      "[A44] a side that has not agreed, while the other has",
      asec,
      consents(...at(asec, "2026-03-03T10:00", agrees)),
      ["party-b: agreement-asked"],
      ["room: not-answered"],
    ],
    ["somebody who was named as reporting it too", kth, together, ["party-j: join-asked"], ["room: not-answered"]],
  ])("%s", (_, rulebook, current, again, officers) => {
    expect(toldOn(rulebook, current, days)).toEqual({
      "2026-03-08": [],
      "2026-03-09": again,
      "2026-03-10": [],
      "2026-03-16": officers,
      "2026-03-17": [],
      "2026-04-20": [],
    });
  });

  test("both come once after a time in which Redress was away", () => {
    expect(toldOn(kth, witnesses, ["2026-05-01", "2026-05-02"])).toEqual({
      "2026-05-01": ["party-w: witness-asked", "room: not-answered"],
      "2026-05-02": [],
    });
  });

  test.each<[string, readonly Entry[]]>([
    ["has declined", [{ kind: "witness-answered", party: witness.party, isWilling: false }]],
    ["is waited for no more", [{ kind: "witness-released", party: witness.party }]],
  ])("nobody is asked again who %s", (_, entries) => {
    expect(toldOn(kth, goOn(witnesses, ...entries), days)).toEqual(Object.fromEntries(days.map((day) => [day, []])));
  });

  test("nobody is asked again once the case is closed", () => {
    const closed = goOn(witnesses, concluded("witnesses", "done", "closed"));
    expect(toldOn(kth, closed, days)).toEqual(Object.fromEntries(days.map((day) => [day, []])));
    expect(wakes(closed)).toEqual([]);
  });

  test("the clock knows when, and no more once all was told", () => {
    expect(wakes(witnesses).map(({ key, at: moment }) => [key, moment.toString()])).toEqual([
      [`awaited:again:${witness.party}`, on(kth, "2026-03-09T09:00").toString()],
      [`awaited:officers:${witness.party}`, on(kth, "2026-03-16T09:00").toString()],
    ]);
  });
});

const found: Entry = { kind: "decided", vote: "vote-1", outcome: "found", sanction: undefined, next: "choice" };
const told = noticeSent("n1", toParty(respondent), { kind: "decision", vote: "vote-1", outcome: "found" });
const reached = (how: "direct" | "by-hand") =>
  at(cope, "2027-03-01T09:00", {
    kind: "notice-delivered",
    notice: "n1",
    how,
    when: on(cope, "2027-03-01T09:00"),
  });
const choosing = (how: "direct" | "by-hand" = "direct") =>
  caseOf(received({ startsAt: "finding", parties: [complainant, respondent] }), found, told, ...reached(how));

describe("[P21] whoever chooses how it goes on", () => {
  test("reads the day before the last until when, and what silence says, once", () => {
    expect(toldOn(cope, choosing(), ["2027-03-13", "2027-03-14", "2027-03-15"])).toEqual({
      "2027-03-13": [],
      "2027-03-14": ["party-b: choice-open"],
      "2027-03-15": [],
    });
    const [notice] = dueEntries(cope, {}, choosing(), on(cope, "2027-03-14T12:00"), ids()).filter(isOfQuestion);
    expect(notice).toMatchObject({ subject: { stage: "choice", until: "2027-03-15" } });
  });

  test("is not reminded who has chosen, or whom it reached by hand: officers ask them", () => {
    const made: Entry = { kind: "choice-made", party: respondent.party, outcome: "offers_resignation" };
    for (const current of [goOn(choosing(), made), choosing("by-hand")])
      expect(toldOn(cope, current, ["2027-03-14"])).toEqual({ "2027-03-14": [] });
  });

  test("said nothing: the officers are told what holds", () => {
    const entries = dueEntries(cope, {}, choosing(), on(cope, "2027-03-16T00:00"), ids());
    expect(entries).toMatchObject([
      { kind: "stage-concluded", outcome: "faces_sanctions" },
      { to: { kind: "room", purpose: "officers" }, subject: { kind: "stage-outcome", outcome: "faces_sanctions" } },
    ]);
  });
});
