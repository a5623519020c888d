import { describe, expect, test } from "vitest";

import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { notifiedAt } from "../../../src/domain/case/inform.ts";
import { viewerOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import type { Refusal } from "../../../src/domain/refusal.ts";
import { comingOf } from "../../../src/domain/timeline/coming.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { span } from "../../../src/rulebook/schema/vocabulary.ts";
import { at, caseAt, goOn, ids, noticeSent, respondent, toParty } from "../../fakes/caseFile.ts";
import { kth, roster } from "../../fakes/kth.ts";

const informing = goOn(
  caseAt("inform"),
  noticeSent("n-1", toParty(respondent), { kind: "decision", vote: "vote-1", outcome: "upheld" }),
  { kind: "notice-failed", notice: "n-1", reason: "no-account" },
);

/** The chapter's rules, but that what was only sent counts as received so much later. */
const deemedAfter = (after: string): Rulebook => ({
  ...kth,
  calendar: { ...kth.calendar, deemed_received: { after: span.parse(after) } },
});

const enter = (rulebook: Rulebook, on: string, isOnlySent: boolean): readonly Entry[] | Refusal => {
  const viewer = viewerOf(rulebook, roster, informing, "s1", undefined);
  const now = at("2026-03-20T15:00");
  const standing = { rulebook, roster, current: informing, viewer, caller: "s1", parties: [], names: [], at: now };
  return decideAct(standing, { kind: "record-delivery", notice: "n-1", on, isOnlySent }, ids());
};

const receivedOn = (rulebook: Rulebook, on: string, isOnlySent: boolean) => {
  const entries = enter(rulebook, on, isOnlySent);
  if (isRefusal(entries)) return entries.refused;
  const current = goOn(informing, ...entries);
  return notifiedAt(current, respondent.party)?.toZonedDateTimeISO("Europe/Stockholm").toPlainDate().toString();
};

describe("a notice that an officer sent otherwise", () => {
  test.each([
    ["48h", "2026-03-18", "2026-03-20"],
    ["48h", "2026-03-20", "2026-03-22"],
    ["2wd", "2026-03-20", "2026-03-24"],
    ["3d", "2026-03-19", "2026-03-22"],
  ])("where the rules say %s, sent on %s it counts as received on %s", (after, on, day) => {
    expect(receivedOn(deemedAfter(after), on, true)).toBe(day);
  });

  test("what is known to have arrived counts from that day, whatever the rules say of the other", () => {
    expect(receivedOn(deemedAfter("48h"), "2026-03-18", false)).toBe("2026-03-18");
    expect(receivedOn(kth, "2026-03-18", false)).toBe("2026-03-18");
  });

  test("where the rules say nothing of it, nothing runs before it is known that it arrived", () => {
    expect(receivedOn(kth, "2026-03-18", true)).toBe("not-proven");
  });

  test("the time to appeal is counted from when it counts as received", () => {
    const entries = enter(deemedAfter("48h"), "2026-03-18", true);
    if (isRefusal(entries)) throw new Error(entries.refused);
    const current = goOn(informing, ...entries);
    const coming = comingOf(kth, current, { kind: "handler" }, at("2026-03-19T10:00"));
    expect(coming.find(({ kind }) => kind === "appeal")?.day).toBe("2026-04-19");
  });
});
