import type { Reader as DiscordReader } from "../discord/world/readersOf.ts";
import type { LocalPlatform } from "../person.ts";
import type { Reader as SlackReader } from "../slack/readersOf.ts";

/** Somebody who can read a place, and by what. */
export type PlaceReader = DiscordReader | SlackReader;

/** A local platform as the page uses it. */
export interface PagePlatform extends LocalPlatform {
  /** The registered commands with their options as the platform gives them back; Slack's commands have no options. */
  commands?(): readonly unknown[];
  /** Everybody who can read a place, bots left out. Throws for a place that does not exist. */
  readersOf(place: string): readonly PlaceReader[];
}

/** An entry of the global shortcut menu, which Slack has, or of the menu of a message. */
export interface Shortcut {
  readonly id: string;
  readonly label: string;
}
