import type { Temporal } from "temporal-polyfill";

import type { SanctionId } from "../domain/identity.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { RosterPerson } from "../rulebook/loadRoster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { findRoute, rankOf } from "./findRoute.ts";
import type { Aim } from "./findRoute.ts";
import type { Pace } from "./openScene.ts";
import { playCase } from "./playCase.ts";
import type { Played } from "./playCase.ts";
import type { About } from "./way.ts";
import { endsOf, readReported, waysOf } from "./ways.ts";

export interface RehearsalOptions {
  readonly rulebook: Rulebook;
  /** Who holds the offices; people called after them when left out. */
  readonly roster: readonly RosterPerson[] | undefined;
  /** When the fictitious report is filed. */
  readonly start: Temporal.Instant;
  readonly pace: Pace;
  readonly aim: Aim;
  readonly sanction: SanctionId | undefined;
}

/** A case as it goes at the pace that was asked for, and the same at each pace to compare how long it takes. */
export interface Rehearsal {
  readonly pace: Pace;
  readonly played: Played;
  readonly byPace: Readonly<Record<Pace, Played>>;
}

/** Plays a fictitious case through the rulebook; a refusal where nobody could receive its report. */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal | Refusal> {
  const about = chooseAbout(options);
  const prompt = await playCase({ ...options, about, pace: "prompt" });
  const slow = await playCase({ ...options, about, pace: "slow" });
  if (isRefusal(prompt)) return prompt;
  if (isRefusal(slow)) return slow;
  const byPace = { prompt, slow };
  return { pace: options.pace, played: byPace[options.pace], byPace };
}

/** Whom the report has to be about so that the case can come past the aim: somebody without an office, if that will do. */
export function chooseAbout({ rulebook, aim }: Pick<RehearsalOptions, "rulebook" | "aim">): About {
  const kinds: readonly About[] = [
    "somebody",
    "nobody-known",
    ...(rulebook.conflicts.party_in_body === undefined ? [] : (["member-of-body"] as const)),
  ];
  const { starts } = readReported(rulebook);
  const ends = endsOf(readReported(rulebook));
  const rank = (about: About) => rankOf(findRoute(waysOf(rulebook, about), starts, aim, ends));
  return kinds.toSorted((a, b) => rank(a) - rank(b))[0] ?? "somebody";
}
