import { type CallArguments, readText, type Refusal, refuse } from "./webMethod.ts";

/** One page of a list, with the cursor of the next one or an empty text. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly response_metadata: { readonly next_cursor: string };
}

/** The page `limit` and `cursor` ask for. */
export function pageOf<T>(items: readonly T[], args: CallArguments, usual: number, most = 1000): Page<T> | Refusal {
  const limit = readLimit(args, usual, most);
  if (typeof limit !== "number") return limit;
  const start = readCursor(args);
  if (typeof start !== "number") return start;
  const end = start + limit;
  const next_cursor = end < items.length ? Buffer.from(`next:${end}`).toString("base64") : "";
  return { items: items.slice(start, end), response_metadata: { next_cursor } };
}

function readLimit(args: CallArguments, usual: number, most: number): number | Refusal {
  const given = readText(args, "limit");
  if (given === undefined || given === "0" || given === "") return usual;
  const limit = Number(given);
  return Number.isInteger(limit) && limit > 0 && limit <= most ? limit : refuse("invalid_limit");
}

function readCursor(args: CallArguments): number | Refusal {
  const given = readText(args, "cursor");
  if (given === undefined || given === "") return 0;
  const start = /^next:(\d+)$/.exec(Buffer.from(given, "base64").toString())?.[1];
  return start === undefined ? refuse("invalid_cursor") : Number(start);
}
