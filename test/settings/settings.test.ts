import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";

import { describe, expect, test } from "vitest";

import { readSettings } from "../../src/settings.ts";

const keys = `2026-11:${Buffer.alloc(32, 1).toString("base64")}`;
const files = { REDRESS_RULEBOOK: "rules.yaml", REDRESS_ROSTER: "roster.yaml" };

/** Something right for every variable. */
const right = {
  DATABASE_URL: "postgresql://redress:hidden@db.example:5432/redress",
  REDRESS_DATA: "/var/lib/redress",
  REDRESS_KEYS: `${keys},2026-05:${Buffer.alloc(32, 2).toString("base64")}`,
  ...files,
  REDRESS_PORT: "0",
  REDRESS_LOG: "warn",
  DISCORD_TOKEN: "abc.def.ghi",
  DISCORD_GUILD_ID: "100000000000000001",
  DISCORD_ROOMS_CHANNEL_ID: "1000000000000000000002",
  DISCORD_API_URL: "http://127.0.0.1:4710/api",
  SLACK_BOT_TOKEN: "xoxb-1-2",
  SLACK_APP_TOKEN: "xapp-1-2",
  SLACK_SIGNING_SECRET: "0123456789abcdef",
  SLACK_PORT: "3000",
  SLACK_API_URL: "https://localhost:4711/api/",
} as const;
type Variable = keyof typeof right;
const variables = Object.keys(right) as readonly Variable[];

/** What is said of an environment that is not right, without its first line. */
function complaints(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    const [first, ...lines] = error instanceof Error ? error.message.split("\n") : [];
    return first === "The settings are not right:" ? lines.map((line) => line.trim()) : [`only: ${first}`];
  }
}

test("everything that is right is taken, numbers as numbers", () => {
  expect(readSettings(right)).toEqual({ ...right, REDRESS_PORT: 0, SLACK_PORT: 3000 });
  expect(
    readSettings({ ...right, DATABASE_URL: "postgres://h/db", DISCORD_API_URL: "http://[::1]:1/api" }),
  ).toMatchObject({
    DATABASE_URL: "postgres://h/db",
  });
});

test("an empty variable counts as left out, and what is not ours is not looked at", () => {
  const empty = Object.fromEntries(variables.map((variable) => [variable, "  "]));
  expect(readSettings({ ...empty, PATH: "/bin", REDRESS_UNKNOWN: "x" })).toEqual(readSettings({}));
  expect(readSettings({})).toEqual({ REDRESS_DATA: ".redress", REDRESS_PORT: 4700, REDRESS_LOG: "info" });
});

describe("a wrong value is answered with the variable, what was given, and what is expected", () => {
  const number = "a port number from 0 to 65535";
  const wrong: readonly (readonly [Variable, string, string])[] = [
    ["REDRESS_PORT", "many", number],
    ["REDRESS_PORT", "-1", number],
    ["REDRESS_PORT", "65536", number],
    ["REDRESS_PORT", "47.5", number],
    ["REDRESS_LOG", "debug", "info, warn or silent"],
    ["DISCORD_GUILD_ID", "my server", "the number that Discord's Copy Server ID gives"],
    ["DISCORD_ROOMS_CHANNEL_ID", "#rooms", "the number that Discord's Copy Channel ID gives"],
    [
      "DISCORD_API_URL",
      "https://discord.example/api",
      "an address on this machine (127.0.0.1): the token would be sent to any other",
    ],
    [
      "DISCORD_API_URL",
      "http://127.0.0.1.example/api",
      "an address on this machine (127.0.0.1): the token would be sent to any other",
    ],
    [
      "DISCORD_API_URL",
      "file://localhost/etc",
      "an address on this machine (127.0.0.1): the token would be sent to any other",
    ],
    ["DISCORD_API_URL", "4710", "an address such as http://127.0.0.1:4710/api"],
    [
      "SLACK_API_URL",
      "http://slack.example",
      "an address on this machine (127.0.0.1): the token would be sent to any other",
    ],
    ["SLACK_API_URL", "localhost", "an address such as http://127.0.0.1:4710/api"],
    ["SLACK_PORT", "http", number],
  ];
  test.each(wrong)("%s=%s", (variable, given, expected) => {
    expect(complaints({ ...right, [variable]: given })).toEqual([`${variable} is "${given}"; expected: ${expected}.`]);
  });

  const secrets: readonly (readonly [Variable, string, string])[] = [
    ["DATABASE_URL", "mysql://me:hidden@db/redress", "an address such as postgresql://user:password@host:5432/redress"],
    [
      "DATABASE_URL",
      "postgresql://me:hid#den@db/redress",
      "an address in which a # or / of the password is written %23 or %2F",
    ],
    ["REDRESS_KEYS", "2026-11:hidden", "name:key, the key being 32 bytes in base64; several are separated by commas"],
    ["REDRESS_KEYS", `${keys},hidden`, "name:key, the key being 32 bytes in base64; several are separated by commas"],
    ["SLACK_BOT_TOKEN", "xoxp-hidden", "the Bot User OAuth Token, which begins with xoxb-"],
    ["SLACK_APP_TOKEN", "hidden", "an app-level token, which begins with xapp-"],
  ];
  test.each(secrets)("%s, which is secret, is not repeated", (variable, given, expected) => {
    const lines = complaints({ ...right, [variable]: given });
    expect(lines).toEqual([`${variable} is set to something else; expected: ${expected}.`]);
    expect(lines.join()).not.toMatch(/hid#?den/);
  });

  test("every variable that can be wrong is tried here", () => {
    const tried = new Set([...wrong, ...secrets].map(([variable]) => variable));
    // Any text is right for these.
    const free = ["REDRESS_DATA", "REDRESS_RULEBOOK", "REDRESS_ROSTER", "DISCORD_TOKEN", "SLACK_SIGNING_SECRET"];
    expect(variables.filter((variable) => !tried.has(variable))).toEqual(free);
  });

  test("all at once, and no secret among them", () => {
    const lines = complaints(Object.fromEntries(variables.map((variable) => [variable, `hid den ${variable}`])));
    expect(lines.length).toBeGreaterThanOrEqual(10);
    const secret = lines.filter((line) => /TOKEN|SECRET|KEYS|DATABASE_URL/.test(line.split(" ")[0] ?? ""));
    expect(secret.filter((line) => line.includes("hid den"))).toEqual([]);
  });
});

describe("what belongs together is asked for together", () => {
  test.each([
    [
      { SLACK_BOT_TOKEN: "xoxb-1", ...files },
      "SLACK_APP_TOKEN is not set; it is needed with SLACK_BOT_TOKEN (Socket Mode), unless SLACK_PORT and SLACK_SIGNING_SECRET are set.",
    ],
    [
      { SLACK_BOT_TOKEN: "xoxb-1", SLACK_PORT: "3000", ...files },
      "SLACK_SIGNING_SECRET is not set; it is needed with SLACK_PORT (signed HTTP delivery).",
    ],
    [
      { DISCORD_TOKEN: "a.b.c", SLACK_APP_TOKEN: "xapp-1", ...files },
      "SLACK_BOT_TOKEN is not set; it is needed with every other setting of Slack.",
    ],
    [{ SLACK_SIGNING_SECRET: "s" }, "SLACK_BOT_TOKEN is not set; it is needed with every other setting of Slack."],
    [
      { DISCORD_GUILD_ID: "100000000000000001" },
      "DISCORD_TOKEN is not set; it is needed with every other setting of Discord.",
    ],
    [
      { DISCORD_TOKEN: "a.b.c", REDRESS_ROSTER: "roster.yaml" },
      "REDRESS_RULEBOOK is not set; it is needed with a real Discord or Slack: the file with your organisation's rules.",
    ],
    [
      { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", REDRESS_RULEBOOK: "rules.yaml" },
      "REDRESS_ROSTER is not set; it is needed with a real Discord or Slack: the file that says who holds which office.",
    ],
  ])("%o", (environment, sentence) => {
    expect(complaints(environment)).toEqual([sentence]);
  });

  test("nothing is needed to try things out, and Slack over signed requests needs no app-level token", () => {
    expect(complaints({})).toEqual([]);
    expect(complaints({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_PORT: "1", SLACK_SIGNING_SECRET: "s", ...files })).toEqual([]);
  });
});

describe(".env.example", () => {
  const text = readFileSync(".env.example", "utf8");
  const shown = parseEnv(text);

  test("has every variable once, and no other", () => {
    const names = text.split("\n").flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(names.toSorted()).toEqual([...variables].toSorted());
  });

  test("has every default, and is right as it stands", () => {
    const defaults = readSettings({});
    expect(readSettings(shown)).toEqual(defaults);
    const written = { ...defaults, REDRESS_PORT: "4700" };
    expect(shown).toEqual({ ...Object.fromEntries(variables.map((variable) => [variable, ""])), ...written });
  });

  test("says something about every variable, and its own examples are right", () => {
    const paragraphs = text.split("\n\n");
    for (const variable of variables) {
      const own = paragraphs.find((paragraph) => paragraph.includes(`\n${variable}=`)) ?? "";
      expect(own.startsWith("# ")).toBe(true);
    }
    for (const [, variable = "", value = ""] of text.matchAll(/^# ([A-Z_]+)=(\S+)$/gm))
      expect(complaints({ [variable]: value })).toEqual([]);
  });
});
