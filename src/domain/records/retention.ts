import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Case } from "../case/case.ts";
import { recordedHearings } from "../case/hearing.ts";
import { decisionNotices } from "../case/inform.ts";
import { isClosed } from "../case/stages.ts";
import { isTold, liesInChannel } from "../case/told.ts";
import { openChallenges } from "../challenges/challenge.ts";
import { openingsFor } from "../challenges/openings.ts";
import { localDay } from "../deadlines/calendar.ts";
import { latest } from "../deadlines/latest.ts";
import { windowAfter } from "../deadlines/window.ts";
import { endedAt, imposedIn, stands } from "../sanctions/record.ts";
import type { Imposed } from "../sanctions/record.ts";

/** From which moments the records of a case that is over may be made unreadable. */
export interface Retention {
  /** The words, and everybody but those who still have a sanction. */
  readonly words: Temporal.Instant;
  /** Everything; undefined while a sanction has no end, or the moment is not known. */
  readonly all: Temporal.Instant | undefined;
}

/**
 * From when on a case may be anonymised. Undefined as long as anything is pending: it is not closed, something has not reached a party, a
 * challenge or a vote on a sanction is open, somebody outside has still to answer for whom the procedure waits; or the rulebook names a
 * moment that has not come.
 */
export function retentionOf(rulebook: Rulebook, current: Case): Retention | undefined {
  if (!isClosed(rulebook, current) || openChallenges(rulebook, current).length > 0) return undefined;
  if (current.notices.some((notice) => notice.to.kind === "party" && !isTold(current, notice))) return undefined;
  if (current.consents.votes.some(({ isOver }) => !isOver)) return undefined;
  const rule = rulebook.records.retention["case"];
  if (rule === undefined) return undefined;
  const challenges = challengesOver(rulebook, current);
  // What was written down of a hearing is there for as long as the rules have it kept: it goes with the words of the case.
  const record = recordedHearings(current).length > 0 ? rulebook.records.retention["hearing_record"] : undefined;
  const after = [...rule.after, ...(record?.after ?? [])];
  const words = latest([challenges, ...after.map((trigger) => momentOf(rulebook, current, trigger))]);
  if (words === undefined) return undefined;
  const sanctions = sanctionsOver(rulebook, current);
  const own = rulebook.records.retention["sanction"]?.after ?? ["sanction.lapsed"];
  const rest = sanctions === undefined ? [undefined] : own.map((trigger) => momentOf(rulebook, current, trigger));
  return { words, all: latest([words, ...rest]) };
}

/** The first day on which something is unreadable whose moment this is, where the organisation is. */
export function dayOfRetention(rulebook: Rulebook, moment: Temporal.Instant): Temporal.PlainDate {
  const day = localDay(rulebook, moment);
  const begins = day.toZonedDateTime(rulebook.organisation.timezone).toInstant();
  return Temporal.Instant.compare(moment, begins) === 0 ? day : day.add({ days: 1 });
}

/** When a moment of the rulebook has come, such as "decision.notified + 30d"; undefined while it has not, or where nothing leads to it. */
function momentOf(rulebook: Rulebook, current: Case, trigger: string): Temporal.Instant | undefined {
  const [name = "", later] = trigger.split(" + ");
  const from = baseOf(rulebook, current, name);
  if (from === undefined || later === undefined) return from;
  const after = parseSpan(later);
  return after === undefined ? undefined : windowAfter(rulebook, from, after).closes;
}

function baseOf(rulebook: Rulebook, current: Case, name: string): Temporal.Instant | undefined {
  switch (name) {
    case "case.closed":
      return closedAt(current);
    case "decision.notified":
      return notifiedAt(current);
    case "challenges.decided":
      return challengesOver(rulebook, current);
    case "sanction.lapsed":
      return sanctionsOver(rulebook, current);
    default:
      return undefined;
  }
}

/** When the case came to its last stage, or the last challenge ended. */
export function closedAt(current: Case): Temporal.Instant {
  const ends = current.challenges.flatMap(({ judged, decided }) => [
    ...judged.map(({ at }) => at),
    ...(decided === undefined ? [] : [decided.at]),
  ]);
  return latest([current.stage.opened, ...ends]) ?? current.stage.opened;
}

/** When the decision had reached everybody; of a case without one when it was closed. */
function notifiedAt(current: Case): Temporal.Instant | undefined {
  const notices = decisionNotices(current);
  if (current.decision === undefined || notices.length === 0) return closedAt(current);
  return latest(
    notices.map((notice) => notice.delivered?.when ?? (liesInChannel(current, notice) ? notice.sent : undefined)),
  );
}

/** When nothing can be challenged any more: the last window has closed. What has no last day keeps nothing. */
function challengesOver(rulebook: Rulebook, current: Case): Temporal.Instant {
  const closed = closedAt(current);
  const windows = current.parties.flatMap((party) =>
    openingsFor(rulebook, current, party).flatMap(({ window }) => (window === undefined ? [] : [window.closes])),
  );
  return latest([closed, ...windows]) ?? closed;
}

/** When the last sanction had ended; undefined while one holds, or will, without anybody knowing until when. */
function sanctionsOver(rulebook: Rulebook, current: Case): Temporal.Instant | undefined {
  const imposed = imposedIn(rulebook, current);
  return latest([closedAt(current), ...imposed.map((each) => endOf(rulebook, each))]);
}

function endOf(rulebook: Rulebook, imposed: Imposed): Temporal.Instant | undefined {
  const ended = endedAt(imposed);
  if (ended !== undefined) return ended;
  if (!stands(imposed)) return imposed.decision.made;
  const kind = rulebook.sanctions[imposed.sanction]?.kind;
  if (kind === "instant" || kind === "referral") return imposed.decision.made;
  if (kind === "task") return imposed.done;
  return imposed.hasLapsed ? imposed.until : undefined;
}

/** From when on it may be forgotten that somebody had a sanction; undefined while it runs. */
export function forgottenAt(rulebook: Rulebook, imposed: Imposed): Temporal.Instant | undefined {
  const ended = endOf(rulebook, imposed);
  const own = rulebook.records.retention["sanction"]?.after ?? [];
  const later = own.flatMap((trigger) => {
    const [name, length = ""] = trigger.split(" + ");
    const after = name === "sanction.lapsed" ? parseSpan(length) : undefined;
    return ended === undefined || after === undefined ? [] : [windowAfter(rulebook, ended, after).closes];
  });
  return ended === undefined ? undefined : latest([ended, ...later]);
}

const units = { h: "hours", d: "days", wd: "working-days", w: "weeks", mo: "months", y: "years" } as const;

function parseSpan(text: string): Span | undefined {
  const [, amount = "", unit = ""] = /^(\d+)(h|d|wd|w|mo|y)$/.exec(text) ?? [];
  const known = Object.entries(units).find(([short]) => short === unit)?.[1];
  return known === undefined ? undefined : { amount: Number.parseInt(amount, 10), unit: known };
}
