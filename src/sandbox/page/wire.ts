import type { SeenField, SeenOption, SeenPlace } from "../person.ts";
import type { Piece } from "./draw/piece.ts";
import type { ShownOrganisations } from "./organisations.ts";
import type { PlaceReader, Shortcut } from "./pagePlatform.ts";
import type { Told } from "./told.ts";

// What the page's server tells the browser, as JSON.

export type PlatformKind = "discord" | "slack";

/** The languages of the page. */
export type Language = keyof Told;

export interface ShownPerson {
  readonly id: string;
  readonly name: string;
  /** The language of the person's client. */
  readonly language: Language;
  /** Such as an office. */
  readonly about?: string | Told;
}

export interface ShownPlatform {
  readonly kind: PlatformKind;
  readonly people: readonly ShownPerson[];
  readonly shortcuts: readonly Shortcut[];
}

/** What does not change until something else stands behind the page. */
export interface Overview {
  readonly organisation: string;
  /** Names what stands behind the page: another name stands for another house. */
  readonly opened: string;
  /** What can be opened; left out where there is nothing to choose and nothing to begin again. */
  readonly organisations?: ShownOrganisations;
  readonly zone?: string;
  readonly platforms: readonly ShownPlatform[];
  /** The platforms on which there is a guided tour; left out where there is none. */
  readonly tour?: readonly PlatformKind[];
  /** Whether there are case files to be looked into. */
  readonly caseFiles?: true;
  /** Whether it is known what the bot does because of the time. */
  readonly clockLog?: true;
  /** Whether things can be made to go wrong on purpose. */
  readonly plug?: true;
  /** Whether a fictitious case can be played. */
  readonly rehearsal?: true;
}

export interface ShownClock {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Left out where nothing is due, or nobody knows. */
  readonly nextDue?: number;
  /** After a move: how many things the bot did because of it; left out where nobody knows. */
  readonly happened?: number;
}

export interface ShownPlace extends SeenPlace {
  readonly unread: number;
}

export interface ShownMessage {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean };
  readonly at: number;
  readonly edited: boolean;
  /** Only this person sees it. */
  readonly isPrivate: boolean;
  /** Said by the platform itself: somebody joined, something was renamed. */
  readonly isNotice: boolean;
  /** The command it answers, without "/". */
  readonly answers?: string;
  readonly pieces: readonly Piece[];
  /** What the bot offers in the menu of the message. */
  readonly menu: readonly Shortcut[];
}

export interface ShownForm {
  readonly id: string;
  readonly title: string;
  /** Empty for a window that is only read. */
  readonly submitLabel: string;
  /** Left out where the client has its own word. */
  readonly closeLabel?: string;
  readonly pieces: readonly Piece[];
  readonly fields: readonly SeenField[];
  readonly errors: Readonly<Record<string, string>>;
}

export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}

export interface OfferedCommand {
  /** "/case show" */
  readonly line: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
}

/** What stands in front of a person who looks at a place. */
export interface Screen {
  readonly person: { readonly id: string; readonly name: string };
  readonly places: readonly ShownPlace[];
  /** Left out when the person cannot see the place that was asked for (any more). */
  readonly place?: string;
  readonly messages: readonly ShownMessage[];
  readonly commands: readonly OfferedCommand[];
  readonly form?: ShownForm;
  readonly failures: readonly string[];
}

export interface Suggestions {
  readonly options: readonly SeenOption[];
}

/** Somebody who can read a message, and by what. */
export interface ShownReader extends Omit<ShownPerson, "language"> {
  readonly why: PlaceReader["why"] | "only you";
  /** False for one who reads it without being in the conversation. */
  readonly isIn: boolean;
}

/** Who can read a message. */
export interface Readership {
  /** "ephemeral" is shown to one person alone and stands nowhere; "open" is for whoever can see the channel. */
  readonly where: "ephemeral" | "home" | "direct" | "private" | "open";
  /** Those who are not in it first. */
  readonly readers: readonly ShownReader[];
  /** The name of the bot, where it knows the message: it wrote it, or it is a conversation with it. */
  readonly app?: string;
}

/** Why something was not done, for the person to read. What a platform said is told in its own words. */
export interface Refused {
  readonly refused: string | Told;
}
