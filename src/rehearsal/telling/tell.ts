import { Temporal } from "temporal-polyfill";

import { localDay } from "../../domain/deadlines/calendar.ts";
import { windowAfter } from "../../domain/deadlines/window.ts";
import type { Speech } from "../../locale/speech.ts";
import { cited } from "../../surface/cards/refusalCard.ts";
import { sayLength } from "../../surface/counting.ts";
import type { Played } from "../playCase.ts";
import type { Rehearsal } from "../rehearse.ts";
import type { FictitiousReport } from "../report.ts";
import { endsOf } from "../ways.ts";
import type { Telling, ToldDay } from "./telling.ts";
import { tellLines } from "./tellLines.ts";
import type { TimedLine } from "./tellLines.ts";
import { aboutClause, clausesOf, compareClauses } from "./untouched.ts";
import { dayText, sentenceCase, timeText } from "./words.ts";

/** A rehearsal in words. */
export function tell({ pace, played, byPace }: Rehearsal, speech: Speech): Telling {
  const { say } = speech;
  const { rulebook } = played;
  const { document, organisation } = rulebook;
  const lines = tellLines(played, speech);
  const used = [...new Set(lines.flatMap(({ clauses }) => clauses))].toSorted(compareClauses);
  return {
    title: say("rehearsal.title", { title: document.title, organisation: organisation.name }),
    intro: [
      say("rehearsal.made-up"),
      filedText(played, speech),
      say(pace === "prompt" ? "rehearsal.prompt" : "rehearsal.slow"),
      say("rehearsal.way", { steps: wayText(played, speech) }),
    ],
    days: daysOf(played, lines, speech),
    took: [
      tookText("rehearsal.took.prompt", byPace.prompt, speech),
      tookText("rehearsal.took.slow", byPace.slow, speech),
      ...lastText(played, lines, speech),
      ...limitText(played, byPace.slow, speech),
      ...unlimitedText(played, speech),
    ],
    used: cited(document, used.join(", ")),
    untouched: clausesOf(rulebook)
      .filter(({ clause }) => !used.includes(clause))
      .map((each) => ({ clause: cited(document, each.clause), about: aboutClause(rulebook, each, speech) })),
  };
}

/** When the report is filed, and whom it is about. */
export function filedText(played: Played, speech: Speech): string {
  const { rulebook, start } = played;
  const filed = {
    day: dayText(rulebook, start, speech),
    time: timeText(rulebook, start),
    zone: rulebook.organisation.timezone,
  };
  return `${speech.say("rehearsal.filed", filed)} ${aboutText(played, speech)}`;
}

/** What happened by day, each line with its time and what it rests on. */
export function daysOf({ rulebook }: Played, lines: readonly TimedLine[], speech: Speech): readonly ToldDay[] {
  const days = Map.groupBy(lines, ({ at }) => dayText(rulebook, at, speech));
  return [...days].map(([day, ofDay]) => ({
    day,
    lines: ofDay.map(({ at, clauses, line }) => {
      const text = cited(rulebook.document, clauses.toSorted(compareClauses).join(", "));
      return { ...line, time: timeText(rulebook, at), ...(clauses.length === 0 ? {} : { cited: text }) };
    }),
  }));
}

function aboutText({ report }: Played, { say, name, list }: Speech): string {
  const rules = report.rules.map((rule) => name("rule", rule));
  const named = rules.length === 0 ? [] : [say("rehearsal.about.rules", { rules: list(rules) })];
  return [subjectText(report, { say, name }), ...named].join(" ");
}

function subjectText({ about, office = "" }: FictitiousReport, { say, name }: Pick<Speech, "say" | "name">): string {
  switch (about) {
    case "somebody":
      return say("rehearsal.about.somebody");
    case "nobody-known":
      return say("rehearsal.about.nobody-known");
    case "office-holder":
      return say("rehearsal.about.office-holder", { office: name("office", office) });
  }
}

/** "contact with the complainant: In contact with the complainant > assessment: ...". */
export function wayText({ passed }: Played, { name }: Speech): string {
  return passed
    .map(({ stage, outcome, sanction }) => {
      const sanctioned = sanction === undefined ? "" : `, ${name("sanction", sanction)}`;
      return `${sentenceCase(name("stage", stage))}: ${name("outcome", outcome)}${sanctioned}`;
    })
    .join(" > ");
}

function tookText(key: "rehearsal.took.prompt" | "rehearsal.took.slow", played: Played, speech: Speech): string {
  const end = endOf(played);
  if (end === undefined) return speech.say(key, { time: speech.say("rehearsal.took.never") });
  const { rulebook, start } = played;
  const { days } = localDay(rulebook, start).until(localDay(rulebook, end));
  return speech.say(key, { time: speech.say("counting.length.days", { amount: days }) });
}

/** When the case was closed. */
function endOf({ file, isClosed, rulebook, procedure }: Played): Temporal.Instant | undefined {
  const ends = endsOf(rulebook, procedure);
  if (!isClosed) return undefined;
  return file.entries.findLast(({ entry }) => "next" in entry && entry.next !== undefined && ends.includes(entry.next))
    ?.at;
}

function lastText(played: Played, lines: readonly TimedLine[], speech: Speech): readonly string[] {
  const last = lines.at(-1)?.at;
  if (last === undefined || !played.isClosed) return [];
  return [speech.say("rehearsal.last", { day: dayText(played.rulebook, last, speech) })];
}

/** How long the whole procedure may take, and whether it can take longer by the time its stages are given. */
function limitText({ rulebook, procedure, start }: Played, slow: Played, speech: Speech): readonly string[] {
  const limit = rulebook.procedures[procedure]?.limit;
  if (limit === undefined) return [];
  const clause = cited(rulebook.document, limit.clause);
  const allowed = speech.say("rehearsal.limit", { length: sayLength(speech, limit.within), clause });
  const end = endOf(slow);
  const { closes } = windowAfter(rulebook, start, limit.within);
  if (end === undefined || Temporal.Instant.compare(end, closes) < 0) return [allowed];
  return [allowed, speech.say("rehearsal.limit.broken")];
}

/** The stages of this case for which the rulebook has no limit. */
function unlimitedText({ rulebook, procedure, passed }: Played, { say, name, list }: Speech): readonly string[] {
  const stages = rulebook.procedures[procedure]?.stages ?? {};
  const unlimited = [...new Set(passed.map(({ stage }) => stage))].filter((id) => {
    const stage = stages[id];
    if (stage === undefined || stage.kind === "closed") return false;
    return stage.target === undefined && stage.tasks.every(({ within }) => within === undefined);
  });
  if (unlimited.length === 0) return [];
  return [say("rehearsal.unlimited", { stages: list(unlimited.map((id) => name("stage", id))) })];
}
