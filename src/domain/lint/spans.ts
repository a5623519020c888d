import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { Finding } from "./finding.ts";
import { dayAfter, endOf, findOverrun, isEven } from "./lengths.ts";
import type { End } from "./lengths.ts";
import { allOf, spanWords } from "./words.ts";

type OpenStage = Exclude<Stage, { kind: "closed" }>;
type Path = readonly (string | number)[];

/** Lengths of time that do not fit into what contains them. */
export function lintSpans(rulebook: Rulebook): readonly Finding[] {
  const open = Object.entries(rulebook.procedures).flatMap(([procedure, { stages }]) =>
    Object.entries(stages).flatMap(([id, stage]) =>
      stage.kind === "closed" ? [] : [{ id, stage, path: ["procedures", procedure, "stages", id] }],
    ),
  );
  return [
    ...open.flatMap(({ id, stage, path }) => [
      ...lateTasks(rulebook, id, stage, path),
      ...lateSummons(rulebook, id, stage, path),
      ...lateHearing(rulebook, id, stage, path),
      ...lateChoice(rulebook, id, stage, path),
    ]),
    ...lateEvidence(rulebook),
    ...earlyReminders(rulebook, open),
    ...earlySanctionReminders(rulebook),
  ];
}

/** A finding where something ends after its limit: always, or counted from some days of the year. */
function overrun(
  rulebook: Rulebook,
  what: { readonly end: End; readonly words: string; readonly spans: readonly Span[] },
  within: { readonly span: Span; readonly words: string },
  path: Path,
  clause: string,
): readonly Finding[] {
  const even = [within.span, ...what.spans].every(isEven);
  const found = findOverrun(rulebook, what.end, endOf(rulebook, within.span), even);
  if (found === undefined) return [];
  return [
    {
      level: found.always ? "cannot-work" : "look-again",
      kind: "longer-than-what-contains-it",
      path,
      clause,
      message: `${what.words} ${found.always ? "ends" : "can end"} after ${within.words}`,
      example: `Counted from ${found.from.toString()}, it ends on ${found.ends.toString()}, and ${within.words} on ${found.limit.toString()}.`,
    },
  ];
}

function lateTasks(rulebook: Rulebook, id: string, stage: OpenStage, path: Path): readonly Finding[] {
  const { target } = stage;
  if (target === undefined) return [];
  const within = { span: target.within, words: `the ${spanWords(target.within)} of the stage "${id}"` };
  return stage.tasks.flatMap(({ id: task, within: span }, i) => {
    if (span === undefined) return [];
    const words = `the time to ${task} (${spanWords(span)})`;
    const end = endOf(rulebook, span);
    return overrun(rulebook, { end, words, spans: [span] }, within, [...path, "tasks", i, "within"], stage.clause);
  });
}

/** Somebody who does not come is called again; that nobody answered can be said from the day after the last call on. */
function lateSummons(rulebook: Rulebook, id: string, stage: OpenStage, path: Path): readonly Finding[] {
  if (stage.kind === "vote" || stage.summons === undefined || stage.target === undefined) return [];
  const { notice, attempts } = stage.summons;
  const { target, clause } = stage;
  const end: End = (from) =>
    Array.from({ length: attempts })
      .reduce<typeof from>((day) => dayAfter(rulebook, day, notice), from)
      .add({ days: 1 });
  const times = attempts === 1 ? "once" : `${attempts} times`;
  const words = `calling somebody ${times} with ${spanWords(notice)} of notice`;
  const within = { span: target.within, words: `the ${spanWords(target.within)} of the stage "${id}"` };
  return overrun(rulebook, { end, words, spans: [notice] }, within, [...path, "summons"], clause);
}

/** Whoever is told of a hearing has to be told within the time of the stage in which it is held. */
function lateHearing(rulebook: Rulebook, id: string, stage: OpenStage, path: Path): readonly Finding[] {
  if (stage.kind !== "panel" || stage.hearing === undefined || stage.target === undefined) return [];
  const { target, hearing } = stage;
  const notice = rulebook.hearings?.profiles[hearing.profile]?.notice;
  if (notice === undefined) return [];
  const words = `a hearing with ${spanWords(notice)} of notice`;
  const within = { span: target.within, words: `the ${spanWords(target.within)} of the stage "${id}"` };
  const what = { end: endOf(rulebook, notice), words, spans: [notice] };
  return overrun(rulebook, what, within, [...path, "hearing", "profile"], hearing.clause);
}

function lateChoice(rulebook: Rulebook, id: string, stage: OpenStage, path: Path): readonly Finding[] {
  if (stage.kind !== "elect" || stage.target === undefined || stage.window.from !== "stage.opened") return [];
  const { target, window, clause } = stage;
  const within = { span: target.within, words: `the ${spanWords(target.within)} of the stage "${id}"` };
  const words = `the time to choose (${spanWords(window.within)})`;
  const what = { end: endOf(rulebook, window.within), words, spans: [window.within] };
  return overrun(rulebook, what, within, [...path, "window", "within"], clause);
}

/** Both are counted back from the hearing. */
function lateEvidence(rulebook: Rulebook): readonly Finding[] {
  return Object.entries(rulebook.hearings?.profiles ?? {}).flatMap(([id, { notice, evidence, clause }]) => {
    const even = isEven(notice) && isEven(evidence);
    const found = findOverrun(rulebook, endOf(rulebook, evidence), endOf(rulebook, notice), even);
    if (found === undefined) return [];
    return [
      {
        level: found.always ? "cannot-work" : "look-again",
        kind: "longer-than-what-contains-it",
        path: ["hearings", "profiles", id, "evidence"],
        clause,
        message: `evidence for a hearing (${id}) ${found.always ? "is" : "can be"} due before anybody has to be told of the hearing`,
        example: `It is due ${spanWords(evidence)} before the hearing, and the parties are told of it ${spanWords(notice)} before.`,
      } as const,
    ];
  });
}

/** A reminder that would come on the day a deadline begins, or before it, is not sent. */
function earlyReminders(
  rulebook: Rulebook,
  stages: readonly { readonly id: string; readonly stage: OpenStage }[],
): readonly Finding[] {
  const deadlines = stages.flatMap(({ id, stage }) => [
    ...stage.tasks.flatMap(({ id: task, within }) =>
      within === undefined ? [] : [{ about: `"${task}" at "${id}"`, within }],
    ),
    ...(stage.target === undefined ? [] : [{ about: `the stage "${id}"`, within: stage.target.within }]),
  ]);
  return rulebook.calendar.reminders.before.flatMap((before, i): readonly Finding[] => {
    // The day before its last at the latest: a reminder on the day the deadline begins is left out.
    const reached: End = (from) => dayAfter(rulebook, from.add({ days: 1 }), before);
    const missed = deadlines.filter(({ within }) => {
      const even = isEven(before) && isEven(within);
      return findOverrun(rulebook, reached, endOf(rulebook, within), even)?.always === true;
    });
    if (missed.length === 0) return [];
    return [
      {
        level: "look-again",
        kind: "reminder-too-early",
        path: ["calendar", "reminders", "before", i],
        clause: undefined,
        message: `a reminder ${spanWords(before)} before is never sent for ${allOf(missed.map(({ about }) => about))}`,
        example: `On the day a deadline begins nobody is reminded of it yet, and ${missed[0]?.about ?? ""} has ${spanWords(missed[0]?.within ?? before)}.`,
      },
    ];
  });
}

function earlySanctionReminders(rulebook: Rulebook): readonly Finding[] {
  return Object.entries(rulebook.sanctions).flatMap(([id, sanction]) => {
    if (sanction.kind !== "dated" || sanction.lasts === "chosen") return [];
    const { lasts } = sanction;
    return sanction.remind_before.flatMap((before, i): readonly Finding[] => {
      const even = isEven(before) && isEven(lasts);
      const isEarly = findOverrun(rulebook, endOf(rulebook, before), endOf(rulebook, lasts), even)?.always;
      if (isEarly !== true) return [];
      return [
        {
          level: "look-again",
          kind: "reminder-too-early",
          path: ["sanctions", id, "remind_before", i],
          clause: sanction.clause,
          message: `the sanction "${id}" lasts ${spanWords(lasts)}, and a reminder is to come ${spanWords(before)} before its end`,
          example: "The reminder would be due before the sanction begins.",
        },
      ];
    });
  });
}
