import { ApplicationCommandUpdateRequestSchema } from "discord-api-spec/zod";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";

import { commands } from "../../commands/index.ts";
import { commandsJson } from "../../src/discord/commandsJson.ts";
import { languages, speechOf } from "../../src/locale/speech.ts";
import { commandFaults } from "../../src/sandbox/discord/checks/commandRules.ts";
import { commandSize } from "../../src/sandbox/discord/checks/commandSize.ts";
import { readBody } from "../../src/sandbox/discord/checks/readBody.ts";
import { widenPermissions } from "../../src/sandbox/discord/checks/widenPermissions.ts";

const json = commandsJson(commands);

test("every command is as Discord's own schema wants it, and small enough", () => {
  const reading = {
    schema: z.array(ApplicationCommandUpdateRequestSchema),
    rules: (bodies: readonly Parameters<typeof commandFaults>[0][]) =>
      bodies.flatMap((body, i) => commandFaults(body, [i])),
    widen: (bodies: unknown) => (Array.isArray(bodies) ? bodies.map(widenPermissions) : bodies),
  };
  expect(readBody(reading, JSON.parse(JSON.stringify(json)), true)).toHaveLength(
    commands.length + commands.filter(({ onMessage }) => onMessage !== undefined).length,
  );
  const sizes = json.map((command) => commandSize(command as Parameters<typeof commandSize>[0]));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(8000);
  expect(json.length).toBeLessThanOrEqual(100);
});

interface Named {
  readonly name: string;
  /** What stands in the menu of a message has none. */
  readonly description?: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly Named[];
  readonly choices?: readonly {
    readonly name: string;
    readonly name_localizations?: Readonly<Record<string, string>>;
  }[];
  readonly autocomplete?: boolean;
  readonly required?: boolean;
}

const isTyped = (thing: Named): thing is Named & { readonly description: string } => thing.description !== undefined;
const nested = (thing: Named): readonly Named[] => [thing, ...(thing.options ?? []).flatMap(nested)];
const all = (json as readonly Named[]).flatMap(nested);

describe.each(languages.filter((language) => language !== "en"))("in %s", (language) => {
  test("every description and every choice is translated", () => {
    const spokenAs = (texts: Readonly<Record<string, string>> | undefined) =>
      Object.entries(texts ?? {}).find(([locale]) => locale.startsWith(language))?.[1];
    const english = speechOf("en");
    const speech = speechOf(language);
    const described = commands.flatMap((command) => [
      command.description,
      ...command.subcommands.flatMap((each) => [each.description, ...each.options.map((option) => option.description)]),
    ]);
    const wanted = new Map(described.map((key) => [english.say(key), speech.say(key)]));
    const [inMenus, typed] = [all.filter(({ description }) => description === undefined), all.filter(isTyped)];
    for (const thing of typed) expect(spokenAs(thing.description_localizations)).toBe(wanted.get(thing.description));
    expect(inMenus.filter((thing) => spokenAs(thing.name_localizations) === undefined)).toEqual([]);
    expect(inMenus.length).toBeGreaterThan(0);
    const choices = all.flatMap((thing) => thing.choices ?? []);
    expect(choices.filter((choice) => spokenAs(choice.name_localizations) === undefined)).toEqual([]);
    expect(choices.length).toBeGreaterThan(0);
  });
});

test("[V-03] a case is completed while it is typed, by what that person may see, and never listed in the command", () => {
  const options = all.filter(
    (thing) => thing.required !== undefined && (thing.name === "code" || thing.name === "outcome"),
  );
  expect(options.length).toBeGreaterThan(10);
  for (const option of options) {
    expect(option.autocomplete).toBe(true);
    expect(option.required).toBe(true);
    expect(option.choices).toBeUndefined();
  }
});

test("/setup is offered on a server, to whoever may manage it", () => {
  const command = json.find(({ name }) => name === "setup");
  expect(command).toMatchObject({ contexts: [0], default_member_permissions: "32" });
});

test("every other command can be used on a server and in a direct message with the bot, and is nobody's by role", () => {
  for (const command of json.filter(({ name }) => name !== "setup")) {
    expect(command.contexts).toEqual([0, 1]);
    expect(command).not.toHaveProperty("default_member_permissions");
  }
});
