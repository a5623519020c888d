import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { openVote, partiesOf } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { foldCase } from "../../../src/domain/case/foldCase.ts";
import {
  acknowledged,
  at,
  carried,
  caseAt,
  caseOf,
  complainant,
  concluded,
  decided,
  filed,
  goOn,
  motionPut,
  noticeSent,
  received,
  recorded,
  respondent,
  summoned,
  toParty,
} from "../../fakes/caseFile.ts";
import { officers } from "../../fakes/kth.ts";

const toOfficers = { kind: "room", purpose: "officers" } as const;
const lost: Entry = {
  kind: "vote-closed",
  vote: "vote-1",
  result: { kind: "lost", tally: { inFavour: 1, against: 4, abstaining: 0 }, present: 5, recused: 0, base: 5 },
};

describe("what entries make of a case", () => {
  test("[K40] a receipt opens the first stage at the moment it came in", () => {
    expect(caseAt("contact")).toMatchObject({
      version: 1,
      received: filed,
      handlers: officers,
      lead: undefined,
      stage: { stage: "contact", opened: filed, tasksDone: [] },
      rules: ["boundaries"],
      findings: [],
    });
  });

  test("[K08] an officer leads it; whoever leads it and steps aside leads it no more", () => {
    const taken = goOn(caseAt("contact"), { kind: "taken", officer: "s2" });
    expect(taken.lead).toBe("s2");
    expect(goOn(taken, { kind: "recused", person: "s1" }).lead).toBe("s2");
    expect(goOn(taken, { kind: "recused", person: "s2" })).toMatchObject({ lead: undefined, handlers: ["s1", "s3"] });
  });

  test("[K41] tasks are done within a stage, and forgotten with it", () => {
    const done = goOn(caseAt("contact"), acknowledged);
    expect(done.stage.tasksDone).toEqual(["acknowledge"]);
    expect(goOn(done, concluded("contact", "in_contact", "assess")).stage.tasksDone).toEqual([]);
  });

  test("[K42] the rules an assessment cites are the findings until another stage cites others", () => {
    const assessed = goOn(caseAt("assess"), concluded("assess", "violation", "witnesses", ["offence"]));
    expect(assessed.findings).toEqual(["offence"]);
    expect(goOn(assessed, concluded("witnesses", "done", "hear_respondent")).findings).toEqual(["offence"]);
    expect(goOn(assessed, concluded("witnesses", "done", "hear_respondent", ["exclusion"])).findings).toEqual([
      "exclusion",
    ]);
  });

  test("[K43] each call to a meeting is kept with its number and day", () => {
    const called = goOn(caseAt("hear_respondent"), summoned("2026-03-10"), {
      at: at("2026-03-11T10:00"),
      entry: summoned("2026-03-20", 2),
    });
    expect(called.summons.map(({ attempt, on }) => `${attempt}: ${on}`)).toEqual(["1: 2026-03-10", "2: 2026-03-20"]);
    expect(called.summons[1]?.at).toEqual(at("2026-03-11T10:00"));
  });

  test("[K44] a new draft of the brief needs its own approval; until then what was approved goes on to count", () => {
    const first = { kind: "brief-drafted", statement: "brief-1", officer: "s1" } as const;
    const again = { kind: "brief-drafted", statement: "brief-2", officer: "s3" } as const;
    expect(goOn(caseAt("board_decision"), first, again).briefs).toEqual([
      { stage: "board_decision", visit: 4, statement: "brief-2", draftedBy: "s3", approvedBy: undefined },
    ]);
    expect(goOn(caseAt("briefed"), again).briefs.map(({ statement }) => statement)).toEqual([
      "statement-brief",
      "brief-2",
    ]);
    expect(goOn(caseAt("board_decision"), { kind: "brief-approved", officer: "s1" }).briefs).toEqual([]);
  });

  test("[K16] whoever is cleared and then steps aside is cleared no more", () => {
    const current = goOn(caseAt("briefed"), { kind: "cleared", person: "b3" }, { kind: "recused", person: "b3" });
    expect(current).toMatchObject({ cleared: [], recused: ["b3"] });
  });

  test("[K47] a motion that was lost is closed and the case stays; the next may be put", () => {
    const current = goOn(caseAt("voting"), lost);
    expect(openVote(current)).toBeUndefined();
    expect(current.stage.stage).toBe("board_decision");
    const next = goOn(current, motionPut({ vote: "vote-2", motion: "dismiss", sanction: undefined }));
    expect(openVote(next)?.vote).toBe("vote-2");
    expect(next.votes.map(({ result }) => result?.kind)).toEqual(["lost", undefined]);
  });

  test("[K46] a decision closes the stage with its outcome and sanction, at its own moment", () => {
    const made = at("2026-03-20T18:00");
    const current = goOn(caseAt("voting"), { at: made, entry: carried }, { at: made, entry: decided() });
    expect(current).toMatchObject({
      decision: { made, vote: "vote-1", outcome: "upheld", sanction: "warning" },
      stage: { stage: "inform", opened: made },
    });
    expect(current.concluded.at(-1)).toMatchObject({ stage: "board_decision", outcome: "upheld" });
  });

  test("[K48] a notice is sent, fails, and is delivered on the day that is entered", () => {
    const subject = { kind: "decision", vote: "vote-1", outcome: "upheld" } as const;
    const sent = goOn(caseAt("inform"), noticeSent("n", toParty(respondent), subject));
    expect(sent.notices.at(-1)).toMatchObject({ id: "n", delivered: undefined, failed: undefined });
    const failed = goOn(sent, { kind: "notice-failed", notice: "n", reason: "discord-50007" });
    expect(failed.notices.at(-1)).toMatchObject({ delivered: undefined, failed: "discord-50007" });
    const when = at("2026-03-04T12:00");
    const delivered = goOn(failed, { kind: "notice-delivered", notice: "n", how: "by-hand", when });
    expect(delivered.notices.at(-1)).toMatchObject({ delivered: { when, how: "by-hand" }, failed: undefined });
    expect(delivered.notices.slice(0, -1)).toEqual(sent.notices.slice(0, -1));
  });

  test("officers are told once, whichever way it was tried", () => {
    const current = goOn(
      caseAt("contact"),
      { kind: "announced", by: "room", to: ["s1", "s2"] },
      { kind: "announced", by: "direct", to: ["s2", "s3"] },
    );
    expect(current.announced).toEqual(["s1", "s2", "s3"]);
  });

  test("parties are found by their part", () => {
    expect(partiesOf(caseAt("contact"), "respondent")).toEqual([respondent]);
    expect(partiesOf(caseAt("contact"), "complainant")).toEqual([complainant]);
    expect(partiesOf(caseAt("contact"), "witness")).toEqual([]);
  });
});

describe("a file that is none", () => {
  test("an empty file, or one that does not begin with a receipt, says so with its code name", () => {
    const file = { id: "case-1", codeName: "quiet-harbour-41" };
    expect(() => foldCase({ ...file, entries: [] })).toThrow("quiet-harbour-41 begins with nothing");
    expect(() => foldCase({ ...file, entries: recorded([acknowledged]) })).toThrow("begins with task-done");
  });

  test("a case is received once", () => {
    expect(() => goOn(caseAt("contact"), received())).toThrow("received twice (entry 2)");
  });
});

/** Anything that can follow a receipt; none of it need make sense in its order. */
const entries: fc.Arbitrary<Entry> = fc.constantFrom<Entry>(
  acknowledged,
  { kind: "taken", officer: "s1" },
  { kind: "noted", statement: "note-1" },
  { kind: "announced", by: "direct", to: ["s1"] },
  { kind: "room-refused", purpose: "officers", reason: "discord-50013" },
  summoned("2026-03-10"),
  concluded("contact", "in_contact", "assess"),
  concluded("assess", "violation", "witnesses", ["offence"]),
  { kind: "brief-drafted", statement: "brief-1", officer: "s1" },
  { kind: "brief-approved", officer: "s2" },
  { kind: "cleared", person: "b3" },
  { kind: "recused", person: "b3" },
  { kind: "recused", person: "s1" },
  motionPut(),
  carried,
  lost,
  decided(),
  noticeSent("n-1", toParty(respondent), { kind: "room-refused" }),
  noticeSent("n-2", toOfficers, { kind: "new-case", purpose: "officers" }),
  { kind: "notice-delivered", notice: "n-1", how: "direct", when: filed },
  { kind: "notice-failed", notice: "n-2", reason: "slack-not_allowed" },
  { kind: "sanction-lapsed", sanction: "warning", effective: filed },
);

describe("laws of folding", () => {
  const files = fc.array(entries, { maxLength: 25 }).map((rest) => [received(), ...rest] as const);

  test("[E-06] the same entries make the same case, in one go or one after the other", () => {
    fc.assert(
      fc.property(files, fc.nat(), (file, cut) => {
        const [first, ...rest] = file;
        const middle = cut % file.length;
        expect(caseOf(...file)).toEqual(caseOf(...file));
        expect(goOn(caseOf(first, ...rest.slice(0, middle)), ...rest.slice(middle))).toEqual(caseOf(...file));
      }),
      { numRuns: 100 },
    );
  });

  test("[E-30] the version is the number of the last entry, and no entry changes a case that was read before", () => {
    fc.assert(
      fc.property(files, (file) => {
        const before = caseOf(...file);
        const kept = JSON.stringify(before);
        expect(before.version).toBe(file.length);
        goOn(before, { kind: "noted", statement: "another" }, { kind: "recused", person: "s2" });
        expect(JSON.stringify(before)).toBe(kept);
      }),
      { numRuns: 60 },
    );
  });

  test("[E-30] what was decided, found, noted and sent is never unsaid by a later entry", () => {
    fc.assert(
      fc.property(files, entries, (file, last) => {
        const before = caseOf(...file);
        const later = goOn(before, last);
        expect(later.notes.slice(0, before.notes.length)).toEqual(before.notes);
        expect(later.summons.slice(0, before.summons.length)).toEqual(before.summons);
        expect(later.concluded.slice(0, before.concluded.length)).toEqual(before.concluded);
        expect(later.notices.slice(0, before.notices.length).map(({ id }) => id)).toEqual(
          before.notices.map(({ id }) => id),
        );
        expect(later.recused.slice(0, before.recused.length)).toEqual(before.recused);
        expect(later.votes.length).toBeGreaterThanOrEqual(before.votes.length);
      }),
      { numRuns: 100 },
    );
  });
});
