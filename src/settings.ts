import { z } from "zod";

/** What the environment says, parsed once. `.env.example` documents every variable. */
export type Settings = z.output<typeof schema>;

const text = z.string().trim().min(1);
const isLoopback = (address: string) => {
  const { hostname, protocol } = new URL(address);
  return (protocol === "http:" || protocol === "https:") && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
};
const loopbackUrl = z
  .url({ error: "an address such as http://127.0.0.1:4710/api", abort: true })
  .refine(isLoopback, "an address on this machine (127.0.0.1): the token would be sent to any other");
const port = z.coerce.number("a port number from 0 to 65535").int().min(0).max(65_535);

const schema = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, {
        error: "an address such as postgresql://user:password@host:5432/redress",
        abort: true,
      })
      .refine((address) => URL.canParse(address), "an address in which a # or / of the password is written %23 or %2F")
      .optional(),
    REDRESS_DATA: text.default(".redress"),
    REDRESS_KEYS: z
      .string()
      .regex(
        /^[^:,\s]+:[A-Za-z0-9+/]{43}=(,[^:,\s]+:[A-Za-z0-9+/]{43}=)*$/,
        "name:key, the key being 32 bytes in base64; several are separated by commas",
      )
      .optional(),
    REDRESS_RULEBOOK: text.optional(),
    REDRESS_ROSTER: text.optional(),
    REDRESS_PORT: port.default(4700),
    REDRESS_LOG: z.enum(["info", "warn", "silent"], "info, warn or silent").default("info"),
    DISCORD_TOKEN: text.optional(),
    DISCORD_GUILD_ID: z
      .string()
      .regex(/^\d{15,22}$/, "the number that Discord's Copy Server ID gives")
      .optional(),
    DISCORD_ROOMS_CHANNEL_ID: z
      .string()
      .regex(/^\d{15,22}$/, "the number that Discord's Copy Channel ID gives")
      .optional(),
    DISCORD_API_URL: loopbackUrl.optional(),
    SLACK_BOT_TOKEN: z
      .string()
      .regex(/^xoxb-/, "the Bot User OAuth Token, which begins with xoxb-")
      .optional(),
    SLACK_APP_TOKEN: z
      .string()
      .regex(/^xapp-/, "an app-level token, which begins with xapp-")
      .optional(),
    SLACK_SIGNING_SECRET: text.optional(),
    SLACK_PORT: port.optional(),
    SLACK_API_URL: loopbackUrl.optional(),
  })
  .superRefine((settings, context) => {
    const needs = (variable: keyof typeof settings, message: string) => {
      if (settings[variable] === undefined) context.addIssue({ code: "custom", path: [variable], message });
    };
    if (settings.SLACK_BOT_TOKEN !== undefined && settings.SLACK_PORT === undefined)
      needs(
        "SLACK_APP_TOKEN",
        "it is needed with SLACK_BOT_TOKEN (Socket Mode), unless SLACK_PORT and SLACK_SIGNING_SECRET are set",
      );
    if (settings.SLACK_PORT !== undefined)
      needs("SLACK_SIGNING_SECRET", "it is needed with SLACK_PORT (signed HTTP delivery)");
    const ofSlack = settings.SLACK_APP_TOKEN ?? settings.SLACK_SIGNING_SECRET ?? settings.SLACK_PORT;
    if (ofSlack !== undefined) needs("SLACK_BOT_TOKEN", "it is needed with every other setting of Slack");
    if ((settings.DISCORD_GUILD_ID ?? settings.DISCORD_ROOMS_CHANNEL_ID) !== undefined)
      needs("DISCORD_TOKEN", "it is needed with every other setting of Discord");
    if (settings.DISCORD_TOKEN === undefined && settings.SLACK_BOT_TOKEN === undefined) return;
    needs("REDRESS_RULEBOOK", "it is needed with a real Discord or Slack: the file with your organisation's rules");
    needs("REDRESS_ROSTER", "it is needed with a real Discord or Slack: the file that says who holds which office");
  });

/** Which of them hold secrets: what was given is never repeated. */
const secret = /TOKEN|SECRET|KEYS|DATABASE_URL/;

/**
 * Reads the settings. An empty variable counts as left out.
 * @throws with one line for each wrong variable: its name, what was given, what is expected
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => {
    const variable = String(path[0]);
    const value = given[variable];
    if (value === undefined) return `${variable} is not set; ${message}.`;
    return `${variable} is ${secret.test(variable) ? "set to something else" : `"${value}"`}; expected: ${message}.`;
  });
  throw new Error(`The settings are not right:\n${lines.map((line) => `  ${line}`).join("\n")}`);
}
