import type { Temporal } from "temporal-polyfill";

import type { SanctionId } from "../domain/identity.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { RosterPerson } from "../rulebook/loadRoster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { chooseReport } from "./chooseReport.ts";
import type { Aim } from "./findRoute.ts";
import type { Pace } from "./openScene.ts";
import { playCase } from "./playCase.ts";
import type { Besides, Played } from "./playCase.ts";

export interface RehearsalOptions {
  readonly rulebook: Rulebook;
  /** Who holds the offices; people called after them when left out. */
  readonly roster: readonly RosterPerson[] | undefined;
  /** When the fictitious report is filed. */
  readonly start: Temporal.Instant;
  readonly pace: Pace;
  readonly aim: Aim;
  readonly sanction: SanctionId | undefined;
  /** What happens in it besides its stages; nothing when left out. */
  readonly besides?: readonly Besides[];
}

/** A case as it goes at the pace that was asked for, and the same at each pace to compare how long it takes. */
export interface Rehearsal {
  readonly pace: Pace;
  readonly played: Played;
  readonly byPace: Readonly<Record<Pace, Played>>;
}

/** Plays a fictitious case through the rulebook; a refusal where nobody could receive its report. */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal | Refusal> {
  const report = chooseReport(options.rulebook, options.aim);
  const prompt = await playCase({ ...options, report, pace: "prompt" });
  const slow = await playCase({ ...options, report, pace: "slow" });
  if (isRefusal(prompt)) return prompt;
  if (isRefusal(slow)) return slow;
  const byPace = { prompt, slow };
  return { pace: options.pace, played: byPace[options.pace], byPace };
}
