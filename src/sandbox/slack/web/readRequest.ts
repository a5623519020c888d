import type { IncomingMessage } from "node:http";

import type { CallArguments } from "./webMethod.ts";

/** A call as it came: its arguments, and the token from the header or the body; or why it could not be read. */
export type ReadRequest =
  | { readonly kind: "read"; readonly args: CallArguments; readonly token: string | undefined }
  | { readonly kind: "unreadable"; readonly error: "invalid_post_type" | "invalid_json" };

/** Arguments that are structures; in a form they are sent as JSON. */
const structured: ReadonlySet<string> = new Set(["blocks", "attachments", "metadata", "view", "unfurled_attachments"]);

/** The whole body of a request. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", reject);
  });
}

/** Reads a call sent as a form, as JSON, or in the query. */
export function readRequest(request: IncomingMessage, url: URL, body: string): ReadRequest {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim() ?? "";
  const parsed = parseBody(type, body);
  if (parsed === "invalid_post_type" || parsed === "invalid_json") return { kind: "unreadable", error: parsed };
  const { token, ...given } = { ...Object.fromEntries(url.searchParams), ...parsed };
  const args = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, structured.has(key) ? parseIfText(value) : value]),
  );
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  return { kind: "read", args, token: bearer ?? (typeof token === "string" ? token : undefined) };
}

function parseBody(type: string, body: string): CallArguments | "invalid_post_type" | "invalid_json" {
  if (type === "application/x-www-form-urlencoded") return Object.fromEntries(new URLSearchParams(body));
  if (type === "application/json") {
    const parsed = body === "" ? {} : parseIfText(body);
    return isObject(parsed) ? parsed : "invalid_json";
  }
  return body === "" ? {} : "invalid_post_type";
}

/** The JSON in a text; the text itself when it is none, for the method to refuse. */
function parseIfText(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed;
  } catch {
    return value;
  }
}

/** Whether a value is an object with names, not a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
