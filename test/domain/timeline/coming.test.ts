import { expect, test } from "vitest";

import type { PartyEntry } from "../../../src/domain/case/party.ts";
import type { TimelineViewer } from "../../../src/domain/timeline/step.ts";
import { timelineOf } from "../../../src/domain/timeline/timeline.ts";
import {
  at,
  complainant,
  concluded,
  decided,
  motionPut,
  noticeSent,
  received,
  respondent,
  toParty,
} from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { kth, kthWith } from "../../fakes/kth.ts";
import { asBoard, asOfficer, asParty, story, storyFile, told } from "../../fakes/story.ts";

const coming = (viewer: TimelineViewer, length: number, now: string) =>
  told(viewer, story.slice(0, length), now).coming.map(
    ({ kind, about, day, isLate, clause }) => `${kind} ${about} ${day}${isLate ? " late" : ""} ${clause ?? "-"}`,
  );
const [filed, called, approved, closed] = [3, 13, 16, 31];

test("what comes next, to the officers: what is due, the meeting, until when each party may appeal, when the sanction lapses", () => {
  expect(coming(asOfficer, filed, "2026-03-02T10:00")).toEqual(["task acknowledge 2026-03-03 5.2"]);
  expect(coming(asOfficer, filed, "2026-03-04T10:00")).toEqual(["task acknowledge 2026-03-03 late 5.2"]);
  expect(coming(asOfficer, called, "2026-03-09T10:00")).toEqual(["meeting respondent 2026-03-10 5.2"]);
  expect(coming(asOfficer, called, "2026-03-11T00:00")).toEqual([]);
  expect(coming(asOfficer, called + 1, "2026-03-09T10:00")).toEqual(["target board_decision 2026-03-24 4.1"]);
  expect(coming(asOfficer, closed, "2026-04-01T10:00")).toEqual([
    "appeal complainant 2026-04-23 5.4",
    "appeal respondent 2026-04-25 5.4",
    "lapse warning 2027-03-24 6.2",
  ]);
  expect(coming(asOfficer, closed, "2026-04-24T10:00")).toEqual([
    "appeal respondent 2026-04-25 5.4",
    "lapse warning 2027-03-24 6.2",
  ]);
});

test("what comes next, to the board: until when it is to decide, and nothing of the parties' days", () => {
  expect(coming(asBoard, approved, "2026-03-11T10:00")).toEqual(["target board_decision 2026-03-24 4.1"]);
  expect(coming(asBoard, closed, "2026-04-01T10:00")).toEqual([]);
});

test("[V-01] what comes next, to the complainant: the own time to appeal, and nothing of the respondent's", () => {
  expect(coming(asParty(complainant), filed, "2026-03-02T10:00")).toEqual([]);
  expect(coming(asParty(complainant), called, "2026-03-09T10:00")).toEqual([]);
  expect(coming(asParty(complainant), closed, "2026-04-01T10:00")).toEqual(["appeal complainant 2026-04-23 5.4"]);
});

test("[V-02] what comes next, to the respondent: the meeting, the own time to appeal, and how long the sanction holds once that was told", () => {
  expect(coming(asParty(respondent), called, "2026-03-09T10:00")).toEqual(["meeting respondent 2026-03-10 5.2"]);
  const decidedOn = story.findIndex((each) => !("entry" in each) && each.kind === "decided") + 1;
  expect(coming(asParty(respondent), decidedOn, "2026-03-25T10:00")).toEqual([]);
  expect(coming(asParty(respondent), closed, "2026-04-01T10:00")).toEqual([
    "appeal respondent 2026-04-25 5.4",
    "lapse warning 2027-03-24 6.2",
  ]);
});

test("[V-01][K67] of several respondents each sees until when the own sanction holds, and nobody else's", () => {
  const other: PartyEntry = { party: "party-c", role: "respondent", hasAccount: true };
  const subject = { kind: "decision", vote: "vote-1", outcome: "upheld" } as const;
  const sentTo = (party: PartyEntry, day: string): readonly Played[] => {
    const notice = `notice-${party.party}`;
    const when = at(`${day}T12:00`);
    return [noticeSent(notice, toParty(party), subject), { kind: "notice-delivered", notice, how: "direct", when }];
  };
  const played: readonly Played[] = [
    received({ parties: [complainant, respondent, other], startsAt: "board_decision" }),
    motionPut({ sanction: "first_degree" }),
    { at: at("2026-03-01T12:00"), entry: decided("first_degree") },
    ...sentTo(respondent, "2026-03-04"),
    ...sentTo(other, "2026-03-10"),
    concluded("inform", "delivered", "closed"),
  ];
  const lapsesOf = (viewer: TimelineViewer) =>
    timelineOf(kth, storyFile(played), viewer, at("2026-04-20T12:00")).coming.map(({ kind, day }) => `${kind} ${day}`);
  expect(lapsesOf(asParty(respondent))).toEqual(["lapse 2026-06-02"]);
  expect(lapsesOf(asParty(other))).toEqual(["lapse 2026-06-08"]);
  expect(lapsesOf(asOfficer)).toEqual(["lapse 2026-06-02", "lapse 2026-06-08"]);
});

test("who may not appeal by the rulebook has no such day", () => {
  const rulebook = kthWith(
    "    by: [complainant, respondent]\n    window: { within: 30d, from: decision.notified, per: recipient }\n    addressed_to: [{",
    "    by: [respondent]\n    window: { within: 30d, from: decision.notified, per: recipient }\n    addressed_to: [{",
  );
  const timeline = timelineOf(
    rulebook,
    storyFile(story.slice(0, closed)),
    asParty(complainant),
    at("2026-04-01T10:00"),
  );
  expect(timeline.coming).toEqual([]);
});
