import type { Told } from "../../sandbox/page/told.ts";

/** The texts of one step of a tour. */
export interface StepTexts {
  readonly title: Told;
  readonly press: { readonly discord: Told; readonly slack: Told };
  readonly why: Told;
  /** What the routine part does. */
  readonly helped: Told;
}

/** Where nothing is done for anybody. */
export const none: Told = { en: "", sv: "" };

/** The same is pressed on both platforms. */
export const onBoth = (press: Told) => ({ discord: press, slack: press });
