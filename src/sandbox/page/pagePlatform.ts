import type { LocalPlatform } from "../person.ts";

/** A local platform as the page uses it. */
export interface PagePlatform extends LocalPlatform {
  /** The registered commands with their options as the platform gives them back; Slack's commands have no options. */
  commands?(): readonly unknown[];
}

/** An entry of the global shortcut menu, which Slack has. */
export interface Shortcut {
  readonly id: string;
  readonly label: string;
}
