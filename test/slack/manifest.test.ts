import { describe, expect, test } from "vitest";

import { commands } from "../../commands/index.ts";
import { readManifest } from "../../src/sandbox/slack/world/appManifest.ts";
import { commandDelivery } from "../../src/slack/deliveryOf.ts";
import { botScopes, slackManifest } from "../../src/slack/manifest.ts";
import { actNames } from "../../src/surface/desk/desk.ts";

const address = "https://redress.example/slack/events";

describe.each([
  ["Socket Mode", undefined],
  ["signed requests", address],
])("the manifest for %s", (_, url) => {
  const manifest = slackManifest({ commands, url });

  test("is taken by Slack, with every command there is", () => {
    const read = readManifest(JSON.parse(JSON.stringify(manifest)));
    expect(read.features.slash_commands.map((each) => each.command)).toEqual(commands.map(({ name }) => `/${name}`));
    expect(read.features.slash_commands.every((each) => each.should_escape)).toBe(true);
    expect(read.features.app_home.home_tab_enabled).toBe(true);
    expect(read.settings.interactivity.is_enabled).toBe(true);
  });

  test("says how deliveries come in, everywhere alike", () => {
    const { settings, features } = manifest;
    expect(settings.socket_mode_enabled).toBe(url === undefined);
    const addresses = [settings.event_subscriptions, settings.interactivity, ...features.slash_commands].map((each) =>
      JSON.stringify(each).includes(address),
    );
    expect(new Set(addresses)).toEqual(new Set([url !== undefined]));
  });

  test("keeps to the lengths that Slack gives it", () => {
    // https://docs.slack.dev/reference/app-manifest
    const { display_information: shown, features } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
    expect(features.slash_commands.every(({ command }) => /^\/[a-z-]{1,31}$/.test(command))).toBe(true);
  });
});

test("[V-11] the app asks for what it needs and cannot read what people write", () => {
  const { oauth_config: oauth, settings } = slackManifest({ commands, url: undefined });
  expect(oauth.scopes.bot).toEqual([...botScopes]);
  expect(botScopes.filter((scope) => /^(channels|mpim|search|users:read\.email|admin)/.test(scope))).toEqual([]);
  // Files are told of to an app in events; none of them is asked for.
  expect(botScopes.filter((scope) => scope.startsWith("files"))).toEqual(["files:read", "files:write"]);
  expect(settings.event_subscriptions.bot_events.filter((event) => event.startsWith("file"))).toEqual([]);
  expect(settings.event_subscriptions.bot_events.filter((event) => event.startsWith("message"))).toEqual([]);
});

test("every subcommand is understood as it is typed, also under the one command that holds all", () => {
  const caller = { platform: "slack", id: "U1", name: "Mona", locale: "en" } as const;
  const typed = (command: string, text: string) =>
    commandDelivery({ command, text, user_id: "U1", trigger_id: "1.2.a" }, caller, commands);
  for (const command of commands)
    for (const { name, act, options } of command.subcommands) {
      const words = name === undefined ? [command.name] : [command.name, name];
      const given = options.map((option, i) => [option.name, `value-${i}`] as const);
      const values = given.map(([, value]) => value).join("   ");
      const wanted = { kind: "command", key: "slack:1.2.a", words, options: Object.fromEntries(given) };
      expect(typed(`/${command.name}`, `${name ?? ""}  ${values} `)).toMatchObject(wanted);
      expect(typed("/redress", `${words.join(" ")} ${values}`)).toMatchObject(wanted);
      expect(actNames).toContain(act);
    }
});

test("words that are no command are the command itself, with nothing made of them", () => {
  const caller = { platform: "slack", id: "U1", name: "Mona", locale: "en" } as const;
  const typed = (command: string, text: string) =>
    commandDelivery({ command, text, user_id: "U1", trigger_id: "1.2.a" }, caller, commands);
  expect(typed("/redress", "")).toMatchObject({ words: ["redress"], options: {} });
  expect(typed("/case", "destroy quiet-harbour-41")).toMatchObject({ words: ["case"], options: {} });
  expect(typed("/case", "show")).toMatchObject({ words: ["case", "show"], options: { code: "" } });
});
