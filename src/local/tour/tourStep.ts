import type { Span } from "../../sandbox/page/span.ts";
import type { Told } from "../../sandbox/page/told.ts";
import type { TourStepState } from "../../sandbox/page/tour.ts";
import type { Cast, CastPerson, Parts, Role } from "./cast.ts";
import type { TourFacts } from "./tourFacts.ts";
import type { TourScene } from "./tourScene.ts";

/** Where somebody stands: a channel everybody sees, a room of the case, or the private messages with Redress. */
export type StandsAt = "desk" | "officers" | "board" | "direct";

/** Who is put into a pane, and before which place. */
export interface Stand {
  readonly who: (cast: Cast) => CastPerson;
  readonly at: StandsAt;
}

/** Whoever plays a part, before such a place. */
export const stand = (role: Role, at: StandsAt): Stand => ({ who: (cast) => cast[role], at });

/** One step of a tour. In its texts {officer} stands for a person of the cast, [act.case.take] for what stands on a button. */
export interface TourStep {
  readonly id: string;
  /** The clause of the rulebook that the step shows. */
  readonly clause: string;
  readonly title: Told;
  /** What to do, in one sentence for each platform. */
  readonly press: { readonly discord: Told; readonly slack: Told };
  /** Why it matters, in one sentence. */
  readonly why: Told;
  /** Left, where something has to be pressed next, and right, where it is seen what that does to somebody else. */
  readonly stands: (facts: TourFacts) => readonly [Stand, Stand];
  readonly isDone: (facts: TourFacts) => boolean;
  /** Whether it cannot be done any more in this case; left out where it always can. */
  readonly isMissed?: (facts: TourFacts) => boolean;
  /** A routine part that is done on demand, by pressing what the people concerned would press. */
  readonly help?: {
    readonly label: Told;
    readonly isOffered: (facts: TourFacts, cast: Cast) => boolean;
    readonly act: (scene: TourScene) => Promise<void>;
  };
  /** How far the clock has to be moved next. */
  readonly move?: (facts: TourFacts) => Span;
}

/** A story with those who play in it. */
export interface Story {
  readonly parts: Parts;
  readonly steps: readonly TourStep[];
}

/**
 * How each step stands: done as soon as what it shows has happened, in whatever order; missed when it cannot happen any more or the story
 * has gone on without it; the first of the others is the one to do now.
 */
export function statesOf(
  steps: readonly Pick<TourStep, "isDone" | "isMissed">[],
  facts: TourFacts,
): readonly TourStepState[] {
  const done = steps.map((step) => step.isDone(facts));
  const lastDone = done.lastIndexOf(true);
  const open = steps.map((step, at) => done[at] === false && at > lastDone && step.isMissed?.(facts) !== true);
  const now = open.indexOf(true);
  return steps.map((_, at) => {
    if (done[at] === true) return "done";
    if (at === now) return "now";
    return open[at] === true ? "later" : "missed";
  });
}
