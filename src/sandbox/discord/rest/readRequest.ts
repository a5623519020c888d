import type { IncomingMessage } from "node:http";

import { refusal } from "../refusal.ts";
import type { UploadedFile } from "./route.ts";

interface RequestBody {
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/**
 * Reads a request to its end: JSON, or a form with the JSON in `payload_json` and files beside it (reference, "Uploading Files").
 * @throws DiscordRefusal 50109 for what is no JSON
 */
export async function readRequest(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  // The types of node:stream leave open what a chunk is; without an encoding it is a Buffer.
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const [first] = chunks;
  if (first === undefined) return { body: undefined, files: [] };
  const whole = chunks.length === 1 ? first : Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readForm(whole, type);
  return { body: parse(whole.toString()), files: [] };
}

async function readForm(whole: Buffer, type: string): Promise<RequestBody> {
  // Deprecated for servers that strangers can reach, because it holds the whole form in memory; this one serves the loopback only.
  // oxlint-disable-next-line typescript/no-deprecated
  const form = await new Response(new Uint8Array(whole), { headers: { "content-type": type } }).formData();
  const payload = form.get("payload_json");
  const files: UploadedFile[] = [];
  for (const [field, value] of form.entries())
    if (typeof value !== "string")
      files.push({
        field,
        name: value.name,
        size: value.size,
        contentType: value.type || "application/octet-stream",
        text: await value.text(),
      });
  return { body: typeof payload === "string" ? parse(payload) : {}, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal("invalidJson");
  }
}
