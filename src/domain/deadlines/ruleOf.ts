import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Case } from "../case/case.ts";
import type { BodyQuestion } from "../case/questionEntries.ts";
import type { Rest } from "../case/timeEntries.ts";
import { localDay } from "./calendar.ts";
import { windowRule } from "./countRule.ts";
import type { CountRule } from "./countRule.ts";
import type { Stretch } from "./stretch.ts";

/**
 * How a deadline of a case is counted as its file stands: with the time that was given more, and without the days on which it rested. More
 * time for something at a stage holds while the case is there; the limit of the whole case does not rest.
 * @param key of the deadline: target:assess, task:contact:acknowledge, limit
 */
export function ruleOf(rulebook: Rulebook, current: Case, key: string, span: Span): CountRule {
  const isOfCase = key === "limit";
  const isNow = ({ visit }: { readonly visit: number }) => isOfCase || visit === current.concluded.length;
  const extensions = current.times.extended
    .filter((given) => given.deadline === key && isNow(given))
    .map(({ until }) => ({ kind: "until", day: Temporal.PlainDate.from(until) }) as const);
  const pauses = isOfCase
    ? []
    : [
        ...current.times.rests.filter(isNow).flatMap((rest) => restedDays(rulebook, rest)),
        ...current.questions.filter(isNow).flatMap((question) => askedDays(rulebook, question)),
      ];
  return { ...windowRule(rulebook, span), pauses, extensions };
}

/** What was asked for at the present stage and has not been answered; undefined where nothing was. */
export function unansweredRest(current: Case): Rest | undefined {
  return current.times.rests.findLast(
    ({ visit, answered }) => visit === current.concluded.length && answered === undefined,
  );
}

/** The same as long as it is waited for. */
export function openRest(rulebook: Rulebook, current: Case, now: Temporal.Instant): Rest | undefined {
  const rest = unansweredRest(current);
  return rest !== undefined && localDay(rulebook, now).toString() <= rest.until ? rest : undefined;
}

/** From the day after that on which the deciding body asked the parties to that of the answer, or on which it went on without. */
function askedDays(rulebook: Rulebook, { asked, returned, dropped }: BodyQuestion): readonly Stretch[] {
  const ended = returned?.at ?? dropped;
  if (ended === undefined) return [];
  const [from, to] = [localDay(rulebook, asked).add({ days: 1 }), localDay(rulebook, ended)];
  return Temporal.PlainDate.compare(from, to) <= 0 ? [{ from, to }] : [];
}

/** From the day after that on which more was asked to that of the answer, or to the last on which it is waited for. */
function restedDays(rulebook: Rulebook, { asked, until, answered }: Rest): readonly Stretch[] {
  const from = localDay(rulebook, asked).add({ days: 1 });
  const last = Temporal.PlainDate.from(until);
  const came = answered === undefined ? last : localDay(rulebook, answered);
  const to = Temporal.PlainDate.compare(came, last) < 0 ? came : last;
  return Temporal.PlainDate.compare(from, to) <= 0 ? [{ from, to }] : [];
}
