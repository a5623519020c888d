import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";

/** One person of a roll, with the accounts that it gives. */
export interface RollLine {
  /** Of the text, from 1. */
  readonly line: number;
  readonly name: string;
  readonly discord: string | undefined;
  readonly slack: string | undefined;
}

/** What is wrong with a line of a roll. */
export interface RollFault {
  readonly line: number;
  readonly fault: "no-name" | "long-name" | "no-account" | "not-discord" | "not-slack" | "twice" | "broken";
}

export type Roll =
  | { readonly kind: "read"; readonly lines: readonly RollLine[]; readonly faults: readonly RollFault[] }
  /** The first line does not say which column is which. */
  | { readonly kind: "no-columns"; readonly found: readonly string[] };

/** Longer names do not fit where members read them. */
const NAME = 75;

/** What columns are called: ours, and those of the list of members that Slack exports. */
const COLUMNS: Readonly<Record<string, "name" | "discord" | "slack">> = {
  name: "name",
  fullname: "name",
  discord: "discord",
  slack: "slack",
  userid: "slack",
};

/** https://docs.discord.com/developers/reference#snowflakes: an id is a number of 17 to 20 digits. */
const DISCORD = /^\d{17,20}$/;
/** https://docs.slack.dev/reference/objects/user-object: an id begins with U or W. */
const SLACK = /^[UW][A-Z0-9]{6,}$/;

const records = z.array(z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }));

/**
 * Reads a roll of members: lines of a name and the ids of accounts, separated by commas, semicolons or tabs, after a line that names the
 * columns (name, discord, slack; or fullname and userid, as Slack exports them). Other columns are passed over. Whatever is wrong is told
 * with its line; the other lines are read all the same.
 */
export function readRoll(text: string): Roll {
  const [first = ""] = text.trimStart().split(/\r?\n/, 1);
  const delimiter = [",", ";", "\t"].find((each) => first.includes(each)) ?? ",";
  const found = first.split(delimiter).map((each) => each.trim().replaceAll('"', "").toLowerCase());
  const known = found.flatMap((column) => COLUMNS[column] ?? []);
  if (!known.includes("name") || known.length < 2) return { kind: "no-columns", found };
  return check(parsed(text, delimiter, found));
}

interface Parsed {
  readonly rows: readonly { readonly line: number; readonly values: Readonly<Record<string, string>> }[];
  readonly broken: readonly number[];
}

function parsed(text: string, delimiter: string, found: readonly string[]): Parsed {
  try {
    const read: unknown = parse(text, {
      bom: true,
      columns: found.map((column, i) => COLUMNS[column] ?? `-${i}`),
      delimiter,
      fromLine: 1,
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
    });
    const [, ...rows] = records.parse(read);
    return { rows: rows.map(({ record, info }) => ({ line: info.lines, values: record })), broken: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], broken: [typeof error["lines"] === "number" ? error["lines"] : 1] };
  }
}

function check({ rows, broken }: Parsed): Roll {
  const lines: RollLine[] = [];
  const faults: RollFault[] = broken.map((line) => ({ line, fault: "broken" }));
  const seen = new Set<string>();
  for (const { line, values } of rows) {
    const { name = "", discord = "", slack = "" } = values;
    const accounts = [discord, slack].filter((each) => each !== "");
    const fault = faultOf(name, discord, slack) ?? (accounts.some((each) => seen.has(each)) ? "twice" : undefined);
    for (const account of accounts) seen.add(account);
    if (fault === undefined) lines.push({ line, name, discord: discord || undefined, slack: slack || undefined });
    else faults.push({ line, fault });
  }
  return { kind: "read", lines, faults };
}

function faultOf(name: string, discord: string, slack: string): RollFault["fault"] | undefined {
  if (name === "") return "no-name";
  if (name.length > NAME) return "long-name";
  if (discord === "" && slack === "") return "no-account";
  if (discord !== "" && !DISCORD.test(discord)) return "not-discord";
  return slack !== "" && !SLACK.test(slack) ? "not-slack" : undefined;
}
