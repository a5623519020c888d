import type { Faults } from "./faults.ts";

/** A place where messages stand, as one person sees the list of them. */
export interface SeenPlace {
  readonly id: string;
  readonly kind: "channel" | "private-channel" | "thread" | "direct" | "home";
  readonly name: string;
  /** The channel a thread hangs under. */
  readonly parent?: string;
  readonly topic?: string;
  readonly archived: boolean;
}

export interface SeenOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** A button or a select under a message, or on the home page. */
export type SeenControl =
  | {
      readonly kind: "button";
      readonly id: string;
      readonly label: string;
      readonly style: "primary" | "secondary" | "success" | "danger" | "link";
      readonly disabled: boolean;
    }
  | {
      readonly kind: "select";
      readonly id: string;
      readonly placeholder: string;
      /** Where its options come from: listed here, or the people of the platform. */
      readonly source: "options" | "people";
      readonly options: readonly SeenOption[];
      readonly minimum: number;
      readonly maximum: number;
      readonly disabled: boolean;
    };

/** A message as one person sees it. */
export interface SeenMessage {
  readonly id: string;
  readonly place: string;
  readonly author: { readonly id: string; readonly name: string; readonly isBot: boolean };
  /** Everything that can be read in it, in reading order, one line per element; mentions shown as @name. */
  readonly text: string;
  readonly controls: readonly SeenControl[];
  /** Only this person sees it. */
  readonly ephemeral: boolean;
  readonly at: number;
  readonly edited: boolean;
  /** The message as the platform delivers it to a client. */
  readonly raw: unknown;
}

export interface SeenField {
  readonly id: string;
  readonly kind: "text" | "long-text" | "choice" | "choices" | "people" | "date" | "files" | "other";
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly required: boolean;
  readonly options: readonly SeenOption[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** What stands in it when it opens: text, or the values chosen. */
  readonly value: string | readonly string[];
}

/** The form that stands open in front of a person. */
export interface SeenForm {
  readonly id: string;
  readonly title: string;
  readonly submitLabel: string;
  /** What can be read in it besides the fields. */
  readonly text: string;
  readonly fields: readonly SeenField[];
  /** Buttons and selects in it that act at once (Slack), to be pressed and chosen under the form's id. */
  readonly controls?: readonly SeenControl[];
  /** Errors beside fields, by field id. */
  readonly errors: Readonly<Record<string, string>>;
  readonly raw: unknown;
}

export type FieldValues = Readonly<Record<string, string | readonly string[]>>;

/**
 * One person at a local platform: sees what that person would see, does what that person could do. What the platform does not let the
 * person do is refused with an `Error` whose message says why. An act's promise resolves when the platform has shown its first result
 * (an answer, an open form, or "did not respond").
 */
export interface Person {
  readonly id: string;
  readonly name: string;
  places(): readonly SeenPlace[];
  /** Oldest first; the person's own ephemeral messages included where they appeared. Throws for a place the person cannot see. */
  messages(place: string): readonly SeenMessage[];
  /**
   * Types a line at a place and sends it: a slash command, or plain text. Discord: "/case show code:amber-fox" (options as name:value);
   * Slack: "/case show amber-fox". Under plain text files can stand, each as the value of a field for files.
   */
  type(place: string, line: string, files?: readonly string[]): Promise<void>;
  /** What the platform offers to complete the last word of a slash command (Discord autocomplete; empty on Slack). */
  suggestions(place: string, line: string): Promise<readonly SeenOption[]>;
  /** Commands offered when the person types "/" at this place, as "/name subcommand", with their descriptions. */
  commands(place: string): readonly { readonly line: string; readonly description: string }[];
  press(message: string, control: string): Promise<void>;
  choose(message: string, control: string, values: readonly string[]): Promise<void>;
  /** What apps offer in the menu of a message, by id; empty where they offer nothing on it. */
  messageShortcuts(message: string): readonly { readonly id: string; readonly label: string }[];
  /** Chooses such an entry; this works in threads too. */
  messageShortcut(message: string, id: string): Promise<void>;
  /** Chooses an entry of the platform's global shortcut menu (Slack) by callback id. Refused on Discord. */
  shortcut(callbackId: string): Promise<void>;
  form(): SeenForm | undefined;
  /** Sends the open form. What a client would not let through (a missing required field, too long a text) is refused. */
  submit(values: FieldValues): Promise<void>;
  dismiss(): void;
  /** What the client showed as failed, oldest first: "The application did not respond", and the like. */
  failures(): readonly string[];
  /** Goes to a place to look at it; Slack tells the app when its home or messages are opened. */
  visit?(place: string): Promise<void>;
}

/** Someone who has an account on a local platform when it opens. */
export interface PersonSeed {
  readonly id: string;
  readonly name: string;
  readonly locale?: string;
}

/** What the two local platforms have in common, for the page and for tests. */
export interface LocalPlatform {
  readonly kind: "discord" | "slack";
  readonly faults: Faults;
  /** `locale` is the language of the person's client, such as "sv-SE". */
  people(): readonly { readonly id: string; readonly name: string; readonly locale: string }[];
  person(id: string): Person;
  /** Called after anything changed that somebody might see. Returns what ends it. */
  onChange(listener: () => void): () => void;
  /** Every request the real platform would have refused as malformed, and every route it does not have: empty when all is well. */
  problems(): readonly string[];
  /** Every call the bot made: "POST /channels/:id/messages" or "chat.postMessage", with its body, oldest first. */
  calls(): readonly { readonly call: string; readonly at: number; readonly body: unknown; readonly status: number }[];
  close(): Promise<void>;
}
