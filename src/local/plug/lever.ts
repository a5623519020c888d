import type { Disturbance } from "../../sandbox/page/plug.ts";
import type { Told } from "../../sandbox/page/told.ts";

/** One thing that can be disturbed, and taken back where it stays disturbed. */
export interface Lever {
  readonly offer: () => Disturbance;
  /** @param target one of those offered; "" where there is nothing to choose */
  readonly pull: (target: string) => Promise<void> | void;
  /** What stays disturbed, and what takes it back is called. */
  readonly standing?: () => readonly { readonly text: Told; readonly label: Told; readonly target?: string }[];
  /** @param target that of the standing entry; "" where it has none */
  readonly restore?: (target: string) => Promise<void> | void;
}

export const platformNames = { discord: "Discord", slack: "Slack" } as const;

/** "Sara, Omar och Elin" */
export function listed(names: readonly string[]): Told {
  const list = (locale: string) => new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  return { en: list("en-GB"), sv: list("sv-SE") };
}
