import type { CommandOption, Subcommand } from "../src/surface/command.ts";

type Text = Subcommand["description"];

/**
 * Makes subcommands that are about one case, which is named by its code.
 * @param acts what the names of their acts begin with: "case" makes `case.take`
 * @param completes of which cases the codes are offered while one types
 */
export function onCase(
  acts: string,
  description: Text,
  completes: "handler" | "voter" | "party" | "challenge" | "session",
) {
  const code: CommandOption = { name: "code", description, required: true, kind: "case", completes };
  return (name: string, says: Text, options: readonly CommandOption[] = []): Subcommand => ({
    name,
    description: says,
    act: `${acts}.${name}`,
    options: [code, ...options],
  });
}
