import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import type { Roster } from "../roster.ts";
import type { Motion } from "./motion.ts";

/** What somebody decides from who acts in a motion. */
export interface MotionStanding {
  readonly rulebook: Rulebook;
  readonly roster: Roster;
  readonly motion: Motion;
  readonly caller: PersonId;
  readonly at: Temporal.Instant;
}
