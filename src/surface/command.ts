import type { TextKey } from "../locale/speech.ts";

/** Something that is typed after a command: a case by its code name, one of a few choices, or words. */
export type CommandOption = {
  readonly name: string;
  readonly description: TextKey;
  readonly required: boolean;
} & (
  | { readonly kind: "case"; readonly completes: "handler" | "voter" | "party" | "challenge" | "session" | "counted" }
  | { readonly kind: "choice"; readonly choices: readonly { readonly value: string; readonly label: TextKey }[] }
  | { readonly kind: "outcome" }
  | { readonly kind: "task" }
  /** A clause, or words with which one is looked for; whatever is typed after the command. */
  | { readonly kind: "clause" }
  /** Words that are looked for; whatever is typed after the command. */
  | { readonly kind: "words" }
);

export interface Subcommand {
  /** The word after the command; undefined where the command itself is the act. */
  readonly name: string | undefined;
  readonly description: TextKey;
  readonly act: string;
  readonly options: readonly CommandOption[];
}

/** What people can type. Whether somebody may is decided when they do, never by who sees the command. */
export interface Command {
  readonly name: string;
  readonly description: TextKey;
  /** Offered to administrators only, where the platform can do that. */
  readonly isForAdministrators?: true;
  /** What the same is called in the menu of a message, where it is done about one. */
  readonly onMessage?: { readonly name: TextKey; readonly description: TextKey; readonly act: string };
  readonly subcommands: readonly Subcommand[];
}

/** The subcommand that these words name, as "case show". */
export function findSubcommand(commands: readonly Command[], words: readonly string[]): Subcommand | undefined {
  const command = commands.find((each) => each.name === words[0]);
  return command?.subcommands.find((each) => each.name === undefined || each.name === words[1]);
}
