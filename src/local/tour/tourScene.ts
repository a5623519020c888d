import type { Temporal } from "temporal-polyfill";

import type { Speech } from "../../locale/speech.ts";
import type { Actor } from "../../sandbox/actor.ts";
import type { Cast, CastPerson } from "./cast.ts";
import type { TourFacts } from "./tourFacts.ts";

/** What a routine part of the tour is played with. */
export interface TourScene {
  readonly cast: Cast;
  /** The language of everything that is pressed. */
  readonly speech: Speech;
  /** Today where the organisation is. */
  readonly today: () => Temporal.PlainDate;
  readonly actor: (person: CastPerson) => Actor;
  /** Waits until everything that follows from what was done has been done. */
  readonly settle: () => Promise<void>;
  readonly read: () => Promise<TourFacts>;
}
