import type { Temporal } from "temporal-polyfill";

import { foldCase } from "../../domain/case/foldCase.ts";
import { readStage } from "../../domain/case/stages.ts";
import { gistOf } from "../../domain/timeline/happening.ts";
import { timelineOf } from "../../domain/timeline/timeline.ts";
import type { Timeline } from "../../domain/timeline/timeline.ts";
import type { Speech } from "../../locale/speech.ts";
import { refusalText } from "../../surface/cards/refusalCard.ts";
import { gistText, happeningText } from "../../surface/cards/timelineCard.ts";
import type { Played, Stop } from "../playCase.ts";
import { aheadOf } from "./ahead.ts";
import { citesOf } from "./citesOf.ts";
import { detailsOf } from "./detailsOf.ts";
import { happeningsOf } from "./happenings.ts";
import type { Happened } from "./happenings.ts";
import type { ToldLine } from "./telling.ts";
import { actorText, membersText, sentenceCase } from "./words.ts";

/** A line, when it was, and the clauses it rests on. */
export interface TimedLine {
  readonly at: Temporal.Instant;
  /** The number of the entry it comes from or follows. */
  readonly version: number;
  readonly clauses: readonly string[];
  readonly line: Omit<ToldLine, "time" | "cited">;
}

/** What officers and the deciding body are told of each entry, by its number: what the one does not see the other does. */
type Seen = Readonly<Record<"officers" | "board", Timeline["lines"]>>;

/** Everything that happened in a case that was played, where it could not go on, and what ran out; oldest first. */
export function tellLines(played: Played, speech: Speech): readonly TimedLine[] {
  const { rulebook, file, stops } = played;
  const happened = happeningsOf(played);
  const seen: Seen = {
    officers: timelineOf(rulebook, file, { kind: "handler" }, played.start).lines,
    board: timelineOf(rulebook, file, { kind: "voter" }, played.start).lines,
  };
  const lines = [
    ...happened.map((each) => happenedLine(played, each, seen, speech)),
    ...happened.flatMap((each) => overLines(played, each, speech)),
    ...stops.map((stop) => stopLine(stop, speech)),
  ];
  return lines.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds || a.version - b.version);
}

function happenedLine(played: Played, happened: Happened, seen: Seen, speech: Speech): TimedLine {
  const { at, head, entries } = happened;
  const { rulebook } = played;
  const versions = entries.map(({ version }) => version);
  const told = seen.officers.filter(({ version }) => versions.includes(version));
  const ahead = aheadOf(played, happened).flatMap(({ coming }) => coming.clause ?? []);
  const cites = entries.flatMap(({ entry }) => citesOf(rulebook, happened.before, entry));
  const { who, what } = headOf(played, happened, seen, speech);
  return {
    at,
    version: head.version,
    clauses: [...new Set([...told.flatMap(({ clause }) => clause ?? []), ...cites, ...ahead])],
    line: { kind: head.by.kind === "clock" ? "clock" : "act", who, what, details: detailsOf(played, happened, speech) },
  };
}

function headOf(played: Played, { head, entries, before }: Happened, seen: Seen, speech: Speech) {
  const { entry, version, by } = head;
  if (entry.kind === "cleared" && entries.length > 1) {
    const who = membersText(entries.length, readStage(played.rulebook, before), speech);
    return { who, what: speech.name("entry", entry.kind) };
  }
  const who = actorText(played, by, speech);
  if (entry.kind === "notice-sent") {
    const isDecision = entry.subject.kind === "decision";
    return { who, what: isDecision ? speech.name("entry", "notices-sent") : gistText(gistOf(entry.subject), speech) };
  }
  // How a vote stood the officers are not told; the body that voted knows.
  const isOfBody = entry.kind === "motion-put" || entry.kind === "vote-closed";
  const line = [...(isOfBody ? seen.board : []), ...seen.officers].find((each) => each.version === version);
  return { who, what: line === undefined ? speech.name("entry", entry.kind) : happeningText(line.happening, speech) };
}

/** The end of each time to appeal, for those who have not. */
function overLines(played: Played, happened: Happened, speech: Speech): readonly TimedLine[] {
  const { challenges, parties } = foldCase(played.file);
  const lodged = parties.filter(({ party }) => challenges.some((challenge) => challenge.party === party));
  return aheadOf(played, happened).flatMap(({ coming, abouts, closes }): readonly TimedLine[] => {
    const silent = abouts.filter((about) => !lodged.some(({ role }) => role === about));
    if (coming.kind !== "appeal" || closes === undefined || silent.length === 0) return [];
    const whom = speech.list(silent.map((about) => speech.name("whom", about)));
    const what = speech.say("rehearsal.appeal.over", { whom });
    const line = { kind: "clock", who: speech.say("rehearsal.who.clock"), what, details: [] } as const;
    const clauses = coming.clause === undefined ? [] : [coming.clause];
    return [{ at: closes, version: Infinity, clauses, line }];
  });
}

function stopLine(stop: Stop, speech: Speech): TimedLine {
  const { at, version, clause } = stop;
  const line = {
    kind: "stop",
    who: speech.say("rehearsal.who.rehearsal"),
    what: stopText(stop, speech),
    details: [],
  } as const;
  return { at, version: version + 0.5, clauses: [clause], line };
}

function stopText(stop: Stop, speech: Speech): string {
  const { say, name } = speech;
  const stage = name("stage", stop.stage);
  switch (stop.kind) {
    case "refused": {
      const values = {
        outcome: sentenceCase(name("outcome", stop.way.outcome)),
        reason: refusalText(stop.refusal, speech),
      };
      return say("rehearsal.stop.refused", values);
    }
    case "unfinished":
      return say("rehearsal.stop.unfinished", { stage, outcome: name("outcome", stop.way.outcome) });
    case "no-way":
      return say("rehearsal.stop.no-way", { stage });
  }
}
