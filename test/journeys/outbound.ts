import type { Stage } from "./stage.ts";

/** Where something stands that leaves Redress or lies in it, and what stands there. */
type Places = ReadonlyMap<string, string>;

/**
 * Where any of these words stands outside messages, forms and sealed rows: names and topics of places, reasons for an audit log, custom
 * ids and what a platform carries back and forth, what a lock screen shows, names of files, log lines, failures, the outbox, and every
 * row of the database.
 * @returns "MARK in the log", and so on; none when all is well
 */
export async function strayWords(stage: Stage, words: readonly string[]): Promise<readonly string[]> {
  const places = new Map([...inCalls(stage), ...besides(stage), ...(await inTables(stage))]);
  return [...places].flatMap(([place, text]) =>
    words.filter((word) => disguised(word).some((each) => text.includes(each))).map((word) => `${word} in ${place}`),
  );
}

/** A word, and how it reads in hexadecimal digits or in base64. */
const disguised = (word: string): readonly string[] => [
  word,
  Buffer.from(word).toString("hex"),
  Buffer.from(word).toString("base64").slice(0, -4),
];

/** Keys of a call to a platform under which nothing of a case may stand, whoever reads the message itself. */
const kept: ReadonlySet<string> = new Set([
  "name",
  "topic",
  "purpose",
  "custom_id",
  "action_id",
  "block_id",
  "callback_id",
  "external_id",
  "private_metadata",
  "metadata",
  "nonce",
  "filename",
  "reason",
]);

function inCalls({ local, kind }: Stage): Places {
  const found = new Map<string, string>();
  const add = (place: string, text: string) => found.set(place, `${found.get(place) ?? ""}\n${text}`);
  for (const call of local.calls()) {
    for (const [key, value] of pairsIn(call.body)) if (kept.has(key)) add(`${key} of ${call.call}`, value);
    // On Slack a lock screen shows the text beside the blocks; on Discord a message has no other text than its parts.
    for (const text of besideBlocks(call.body)) add(`the notification of ${call.call}`, text);
    if (kind === "discord" && "reason" in call && typeof call.reason === "string") add("an audit reason", call.reason);
  }
  return found;
}

/** Every key of a value, however deep, with what stands under it. */
function pairsIn(value: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.flatMap(pairsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]: [string, unknown]) => [
    [key, typeof each === "string" ? each : JSON.stringify(each ?? null)] as const,
    ...pairsIn(each),
  ]);
}

/** The text of a message of Slack that has blocks. */
function besideBlocks(body: unknown): readonly string[] {
  if (typeof body !== "object" || body === null || !("blocks" in body) || !("text" in body)) return [];
  return [String(body.text)];
}

/** What the outbox is told to do, what was logged, and what the places are called. */
function besides({ logged, asked, everybody, local }: Stage): Places {
  const effects = asked.flatMap((call) => call.match(/"effects":\[.*?\](?=[,}])/g) ?? []);
  const queued = asked.filter((call) => /^(request|claim|finish|putOff|remember|saveRoom) /.test(call));
  const places = everybody.flatMap((actor) => actor.places().filter(({ kind }) => kind !== "direct"));
  return new Map([
    ["the log", logged.join("\n")],
    ["the outbox", [...effects, ...queued].join("\n")],
    ["the names of places", places.map(({ name, topic = "" }) => `${name} ${topic}`).join("\n")],
    ["what the platform refused", local.problems().join("\n")],
  ]);
}

/** Every row of every table as text, bytes in hexadecimal digits; nothing for a store in memory. */
async function inTables({ database }: Stage): Promise<Places> {
  if (database === undefined) return new Map();
  const { rows } = await database.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const found = new Map<string, string>();
  for (const { name } of rows) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const table = await database.pool.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" AS t`);
    found.set(`the table ${name}`, table.rows.map(({ row }) => row).join("\n"));
  }
  return found;
}
