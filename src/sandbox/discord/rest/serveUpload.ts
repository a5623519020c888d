import type { IncomingMessage, ServerResponse } from "node:http";

import type { Upload, World } from "../world/world.ts";

/** What somebody attached to a form can be fetched for so long: its address is signed, and ends. */
const HOLDS_MS = 24 * 60 * 60 * 1000;

/** https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
export function uploadUrl({ cdnUrl }: World, { id, placeId, name, addedAt, mark }: Upload): string {
  const ends = Math.floor((addedAt + HOLDS_MS) / 1000).toString(16);
  const path = `${cdnUrl}/ephemeral-attachments/${placeId}/${id}/${encodeURIComponent(name)}`;
  return `${path}?ex=${ends}&is=${Math.floor(addedAt / 1000).toString(16)}&hm=${mark}&`;
}

/** Serves what was attached, to whoever has its whole address, as long as that holds. Returns whether the request was for a file. */
export function serveUpload(world: World, request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const found = /^\/ephemeral-attachments\/\d+\/(\d+)\/[^/]+$/.exec(url.pathname);
  if (found === null) return false;
  const upload = world.uploads.get(found[1] ?? "");
  const asked = `${world.cdnUrl}${request.url ?? ""}`;
  const holds =
    upload !== undefined && asked === uploadUrl(world, upload) && world.clock.now() < upload.addedAt + HOLDS_MS;
  if (!holds || request.method !== "GET") {
    response.writeHead(404, { "content-type": "text/plain" }).end("This content is no longer available.");
    return true;
  }
  response.writeHead(200, { "content-type": upload.contentType, "content-length": upload.bytes.length });
  response.end(upload.bytes);
  return true;
}
