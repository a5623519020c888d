import type { IncomingMessage } from "node:http";

import type { World } from "../world/world.ts";

/** What a request for a file comes to. */
export type FileAnswer =
  | { readonly kind: "file"; readonly contentType: string; readonly bytes: Buffer }
  /** Whoever shows no token is sent to the page on which one signs in. */
  | { readonly kind: "sign-in"; readonly to: string }
  | { readonly kind: "uploaded"; readonly length: number }
  | { readonly kind: "refused"; readonly status: number };

/**
 * Files are fetched with the bot's token and the scope files:read, and brought to the address that was handed out for them.
 * @see https://docs.slack.dev/messaging/working-with-files
 */
export function answerFile(
  world: World,
  request: IncomingMessage,
  path: string,
  body: Buffer,
  botToken: string,
): FileAnswer | undefined {
  const asked = /^\/files-pri\/\w+-(F\w+)\//.exec(path)?.[1];
  if (asked !== undefined) {
    const file = world.files.get(asked);
    const mayRead = request.headers.authorization === `Bearer ${botToken}` && world.scopes.has("files:read");
    if (!mayRead) return { kind: "sign-in", to: `${world.origin}/signin` };
    return file?.bytes === undefined
      ? { kind: "refused", status: 404 }
      : { kind: "file", contentType: file.contentType, bytes: file.bytes };
  }
  const brought = /^\/upload\/v1\/(F\w+)$/.exec(path)?.[1];
  if (brought === undefined) return undefined;
  const file = world.files.get(brought);
  const content = contentOf(request, body);
  if (file === undefined || request.method !== "POST" || content.length !== file.length)
    return { kind: "refused", status: 400 };
  file.bytes = content;
  return { kind: "uploaded", length: content.length };
}

/** The bytes as they are, or out of a form. */
function contentOf({ headers }: IncomingMessage, body: Buffer): Buffer {
  const boundary = /boundary="?([^";]+)/.exec(headers["content-type"] ?? "")?.[1];
  if (boundary === undefined) return body;
  const start = body.indexOf("\r\n\r\n") + 4;
  const end = body.indexOf(`\r\n--${boundary}`, start);
  return body.subarray(start, end);
}
