import type { Span } from "./span.ts";
import type { Told } from "./told.ts";
import type { PlatformKind } from "./wire.ts";

/** A guided tour of what can be done here, as the page shows it; what it is about the page does not know. */
export interface Tour {
  /** The platforms on which it can be taken. */
  readonly platforms: readonly PlatformKind[];
  /** How it stands on a platform. */
  read(platform: PlatformKind): Promise<ShownTour>;
  /**
   * Does the routine part of a step as the people concerned would.
   * @throws Error where the step has none to do now, or somebody could not do it
   */
  help(platform: PlatformKind, step: string): Promise<void>;
  /** Begins again: what has happened until now does not count. */
  begin(platform: PlatformKind): Promise<void>;
}

export type TourStepState = "done" | "now" | "later" | "missed";

/** Who stands in a pane for a step, and before which place. */
export interface TourStand {
  readonly person: string;
  readonly place: string;
}

export interface ShownTourStep {
  readonly id: string;
  readonly state: TourStepState;
  readonly title: Told;
  /** What to press; what stands on a button is between two asterisks on either side. */
  readonly press: Told;
  readonly why: Told;
  /** The place in the rules: "Memo 5.1". */
  readonly citation: string;
  /** Left and right. */
  readonly stands: readonly [TourStand, TourStand];
  /** What is done on demand; left out where there is nothing to do so now. */
  readonly help?: Told;
  /** How far the clock has to be moved now; left out where it has not. */
  readonly move?: Span;
}

export interface ShownTour {
  readonly platform: PlatformKind;
  readonly steps: readonly ShownTourStep[];
}
