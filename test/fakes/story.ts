import type { Entry } from "../../src/domain/case/entry.ts";
import type { PartyEntry } from "../../src/domain/case/party.ts";
import type { TimelineViewer } from "../../src/domain/timeline/step.ts";
import { timelineOf } from "../../src/domain/timeline/timeline.ts";
import type { Timeline } from "../../src/domain/timeline/timeline.ts";
import {
  acknowledged,
  at,
  carried,
  complainant,
  concluded,
  decided,
  motionPut,
  noticeSent,
  received,
  recorded,
  respondent,
  summoned,
  toParty,
} from "./caseFile.ts";
import type { Played } from "./caseFile.ts";
import { kth } from "./kth.ts";

const on = (local: string, entry: Entry): Played => ({ at: at(local), entry });
const toOfficers = { kind: "room", purpose: "officers" } as const;
const toBoardRoom = { kind: "room", purpose: "board" } as const;
const delivered = (notice: string, local: string, how: "direct" | "by-hand" = "direct"): Played =>
  on(local, { kind: "notice-delivered", notice, how, when: at(local) });
const reminder = (about: string, day: string) =>
  ({ kind: "reminder", deadline: `target:${about}`, occasion: "on-the-day", about, day }) as const;

/** The whole story of one case, with marker words wherever an id or a word of somebody stands. */
export const story: readonly Played[] = [
  received({ statement: "PLANTED-REPORT", handlers: ["PLANTED-SARA", "PLANTED-OMAR"], keptOut: ["PLANTED-KEPT-OUT"] }),
  { kind: "announced", by: "room", to: ["PLANTED-SARA", "PLANTED-OMAR"] },
  { kind: "taken", officer: "PLANTED-SARA" },
  on("2026-03-02T09:00", { kind: "noted", statement: "PLANTED-NOTE" }),
  acknowledged,
  noticeSent("n-ack", toParty(complainant), { kind: "acknowledgement", statement: "PLANTED-ACK" }),
  delivered("n-ack", "2026-03-02T09:01"),
  concluded("contact", "in_contact", "assess"),
  { ...concluded("assess", "violation", "witnesses", ["boundaries"]), reasons: "PLANTED-REASONS" } as Entry,
  concluded("witnesses", "done", "hear_respondent"),
  on("2026-03-03T10:00", { ...summoned("2026-03-10"), statement: "PLANTED-SUMMONS" } as Entry),
  noticeSent("n-summons", toParty(respondent), {
    kind: "summons",
    attempt: 1,
    statement: "PLANTED-SUMMONS",
    on: "2026-03-10",
  }),
  delivered("n-summons", "2026-03-03T10:01"),
  on("2026-03-10T16:00", concluded("hear_respondent", "heard", "board_decision")),
  { kind: "brief-drafted", statement: "PLANTED-BRIEF", officer: "PLANTED-SARA" },
  on("2026-03-11T10:00", { kind: "brief-approved", officer: "PLANTED-OMAR" }),
  { kind: "cleared", person: "PLANTED-PETRA" },
  { kind: "recused", person: "PLANTED-BEA" },
  { kind: "recused", person: "PLANTED-OMAR" },
  on("2026-03-24T09:00", noticeSent("n-remind", toBoardRoom, reminder("board_decision", "2026-03-24"))),
  motionPut({ reasons: "PLANTED-REASONS", electorate: ["PLANTED-PETRA"] }),
  carried,
  decided(),
  noticeSent("n-a", toParty(complainant), { kind: "decision", vote: "vote-1", outcome: "upheld" }),
  noticeSent("n-b", toParty(respondent), { kind: "decision", vote: "vote-1", outcome: "upheld" }),
  noticeSent("n-council", toOfficers, { kind: "decision", vote: "vote-1", outcome: "upheld" }),
  delivered("n-a", "2026-03-24T09:05"),
  { kind: "notice-failed", notice: "n-b", reason: "PLANTED-REASON" },
  noticeSent("n-undelivered", toOfficers, { kind: "undelivered", notice: "n-b" }),
  delivered("n-b", "2026-03-26T12:00", "by-hand"),
  concluded("inform", "delivered", "closed"),
  on("2027-03-24T00:00", { kind: "sanction-lapsed", sanction: "warning", effective: at("2027-03-24T00:00") }),
  noticeSent("n-lapse", toParty(respondent), { kind: "sanction-lapsed", sanction: "warning" }),
];

/** The case file of these entries; Sara takes the case herself. */
export const storyFile = (entries: readonly Played[]) => ({
  id: "case-1",
  codeName: "quiet-harbour-41",
  entries: recorded(entries).map((each) =>
    each.entry.kind === "taken" ? { ...each, by: { kind: "person", person: "PLANTED-SARA" } as const } : each,
  ),
});
/** What somebody is told of the story, or of as much of it. */
export function told(viewer: TimelineViewer, entries = story, now = "2027-04-01T10:00"): Timeline {
  return timelineOf(kth, storyFile(entries), viewer, at(now));
}

export const asOfficer: TimelineViewer = { kind: "handler" };
export const asBoard: TimelineViewer = { kind: "voter" };
export const asNobody: TimelineViewer = { kind: "nobody" };
export const asParty = (party: PartyEntry): TimelineViewer => ({ kind: "party", party });
