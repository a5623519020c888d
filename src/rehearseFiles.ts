import { Temporal } from "temporal-polyfill";

import { timeOnDay } from "./domain/deadlines/calendar.ts";
import { isRefusal } from "./domain/refusal.ts";
import { speechOf } from "./locale/speech.ts";
import { playEvery } from "./rehearsal/everyCase.ts";
import type { Aim } from "./rehearsal/findRoute.ts";
import type { Pace } from "./rehearsal/openScene.ts";
import type { Besides } from "./rehearsal/playCase.ts";
import { rehearse } from "./rehearsal/rehearse.ts";
import { printTelling } from "./rehearsal/telling/print.ts";
import { tell } from "./rehearsal/telling/tell.ts";
import { printEvery } from "./rehearsal/telling/tellEvery.ts";
import { outcomesOf } from "./rehearsal/ways.ts";
import { checkFiles } from "./rulebook/checkFiles.ts";
import { loadRoster } from "./rulebook/loadRoster.ts";
import { loadRulebook } from "./rulebook/loadRulebook.ts";
import type { Rulebook } from "./rulebook/rulebook.ts";
import { refusalText } from "./surface/cards/refusalCard.ts";
import { withNames } from "./surface/ownNames.ts";

interface NamedFile {
  readonly name: string;
  readonly text: string;
}

/** What is to be played, as it was typed. */
export interface Asked {
  readonly every: boolean;
  /** An outcome, or "stage.outcome" where several stages have one of that name, or "procedure.stage.outcome". */
  readonly path: string | undefined;
  readonly sanction: string | undefined;
  readonly pace: string | undefined;
  /** Whether something is imposed while the case is handled, and whether somebody appeals. */
  readonly interim?: boolean;
  readonly appeal?: boolean;
  /** The day of the report, as 2026-12-17. */
  readonly start: string | undefined;
}

/** right: played to its end. wrong: a file is not right, or the case does not come to its end. unusable: what was typed cannot be done. */
export interface RehearsedFiles {
  readonly kind: "right" | "wrong" | "unusable";
  readonly text: string;
}

/** The time of day at which a report is filed when only the day was given. */
const MORNING = "10:00";

/**
 * Plays a fictitious case by the rules of a file, and says what happens.
 * @param roster the file that says who holds the offices; people are invented when it is left out
 * @param now when the report is filed, unless a day was asked for
 */
export async function rehearseFiles(
  file: NamedFile,
  roster: NamedFile | undefined,
  asked: Asked,
  now: Temporal.Instant,
): Promise<RehearsedFiles> {
  const checked = checkFiles(file, roster);
  const loaded = loadRulebook(file.text);
  if (!checked.isRight || loaded.kind === "refused") return { kind: "wrong", text: `${checked.lines.join("\n")}\n` };
  const { rulebook } = loaded;
  const wanted = readAsked(rulebook, asked, now);
  if (typeof wanted === "string") return { kind: "unusable", text: wanted };
  const seated = roster === undefined ? undefined : loadRoster(roster.text, rulebook);
  const besides: readonly Besides[] = [
    ...(asked.interim === true ? (["interim"] as const) : []),
    ...(asked.appeal === true ? (["appeal"] as const) : []),
  ];
  const options = { rulebook, roster: seated?.kind === "loaded" ? seated.people : undefined, besides, ...wanted };
  return asked.every ? playedEvery(options) : playedOne(options);
}

type Options = Parameters<typeof rehearse>[0];

const speakingOf = ({ rulebook }: Options) => withNames(rulebook.names, speechOf("en"));

async function playedOne(options: Options): Promise<RehearsedFiles> {
  const speech = speakingOf(options);
  const rehearsal = await rehearse(options);
  if (isRefusal(rehearsal)) return { kind: "wrong", text: `${refusalText(rehearsal, speech)}\n` };
  const { isClosed } = rehearsal.played;
  return { kind: isClosed ? "right" : "wrong", text: printTelling(tell(rehearsal, speech), speech) };
}

async function playedEvery(options: Options): Promise<RehearsedFiles> {
  const speech = speakingOf(options);
  const every = await playEvery(options);
  if (isRefusal(every)) return { kind: "wrong", text: `${refusalText(every, speech)}\n` };
  const isWhole = every.cases.every(({ isClosed }) => isClosed);
  return { kind: isWhole ? "right" : "wrong", text: printEvery(every, speech) };
}

interface Wanted {
  readonly aim: Aim;
  readonly pace: Pace;
  readonly sanction: string | undefined;
  readonly start: Temporal.Instant;
}

/** What was asked for; a sentence where it cannot be done. */
function readAsked(rulebook: Rulebook, asked: Asked, now: Temporal.Instant): Wanted | string {
  const { pace = "prompt", sanction, path, start } = asked;
  if (pace !== "prompt" && pace !== "slow") return `A rehearsal goes at --pace prompt or slow; "${pace}" is neither.`;
  if (asked.every && (path !== undefined || sanction !== undefined))
    return "--every plays every outcome and every sanction: --path and --sanction are for one case.";
  const sanctions = Object.keys(rulebook.sanctions);
  if (sanction !== undefined && !sanctions.includes(sanction))
    return `There is no sanction "${sanction}"; there are: ${sanctions.join(", ")}.`;
  const day = start === undefined ? undefined : dayOf(start);
  if (start !== undefined && day === undefined) return `A day is written 2026-12-17; "${start}" is none.`;
  const aim = path === undefined ? ({ kind: "furthest" } as const) : findAim(rulebook, path);
  if (aim === undefined)
    return `There is no outcome "${path ?? ""}"; there are: ${outcomesOf(rulebook).map(pathOf).join(", ")}.`;
  return { aim, pace, sanction, start: day === undefined ? now : timeOnDay(rulebook, day, MORNING) };
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

function findAim(rulebook: Rulebook, path: string): Aim | undefined {
  const found = outcomesOf(rulebook).find((way) => `.${pathOf(way)}`.endsWith(`.${path}`));
  if (found === undefined) return undefined;
  const { procedure, stage, outcome } = found;
  return { kind: "outcome", procedure, stage, outcome };
}

/** "conduct.contact.in_contact". */
const pathOf = ({ procedure, stage, outcome }: ReturnType<typeof outcomesOf>[number]) =>
  [procedure, stage, outcome].join(".");
