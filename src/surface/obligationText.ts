import type { ObligationItem } from "../application/acts/obligations.ts";
import type { Recipient } from "../application/acts/statistics.ts";
import type { ObligationView } from "../application/message.ts";
import { recipientName } from "./cards/statisticsCards.ts";
import type { Speech } from "./say.ts";

/** What is announced of something that has to be done again and again. */
export function announcementText(view: ObligationView, speech: Speech): string {
  const { say, day, name } = speech;
  const { about, dueBy, days, done, atLeast, atMost, exportTo } = view;
  const what = dutyText(view.what, exportTo, speech);
  const values = { day: day(dueBy), days: Math.abs(days), done };
  const counted = atLeast === undefined ? [] : [say("obligation.counted", { done, needed: atLeast })];
  switch (about) {
    case "ahead":
      return [what, say(days > 0 ? "obligation.ahead" : "obligation.today", values), ...counted].join(" ");
    case "late":
      return [what, say("obligation.late", values), ...counted].join(" ");
    case "missed":
      return [what, say("obligation.missed", { ...values, needed: atLeast ?? 0 })].join(" ");
    case "too-many":
      return [what, say("obligation.too-many", { ...values, most: atMost ?? 0 })].join(" ");
    case "few-ahead":
    case "few": {
      const few = { body: name("body", view.body ?? ""), members: done, needed: atLeast ?? 0, day: day(dueBy) };
      return say(about === "few" ? "obligation.few" : "obligation.few-ahead", few);
    }
  }
}

/** What somebody owes: what the rulebook calls it, or to whom something is handed out. */
export function dutyText(what: string, exportTo: readonly Recipient[] | undefined, speech: Speech): string {
  if (exportTo === undefined) return what;
  return speech.say("obligation.export", { to: speech.list(exportTo.map((each) => recipientName(each, speech))) });
}

/** How something stands that has to be done again and again: how often it was done, when last, and by when it is owed. */
export function standingText({ standing, isLate, last, exportTo }: ObligationItem, speech: Speech): string {
  const { say, day } = speech;
  const { rule, done, period, dueBy } = standing;
  const until = period?.to.toString();
  const counted = [
    ...(rule.at_least === undefined || until === undefined
      ? []
      : [say("obligation.counted.until", { done, needed: rule.at_least, day: day(until) })]),
    ...(rule.at_most === undefined || until === undefined
      ? []
      : [say("obligation.at-most.until", { done, most: rule.at_most, day: day(until) })]),
    ...(rule.per !== undefined && until === undefined ? [say("obligation.no-period")] : []),
  ];
  const due = dueBy === undefined ? undefined : day(dueBy.toString());
  const owed = due === undefined ? [] : [say(isLate ? "obligation.was-due" : "obligation.due", { day: due })];
  const given =
    standing.lastDone === undefined ? [] : [say("obligation.given", { day: day(standing.lastDone.toString()) })];
  if (exportTo !== undefined) return [dutyText(rule.what, exportTo, speech), ...owed, ...given].join(" ");
  const recorded =
    last === undefined ? say("obligation.never") : say("obligation.last", { day: day(last.on), by: last.by });
  return [rule.what, ...counted, ...owed, recorded].join(" ");
}
