import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

import { openChangeStream } from "./http/changeStream.ts";
import { PageRefusal } from "./http/pageRefusal.ts";
import { refuseForeign } from "./http/refuseForeign.ts";
import { securityHeaders } from "./http/securityHeaders.ts";
import { readStaticFiles } from "./http/staticFiles.ts";
import type { StaticFile } from "./http/staticFiles.ts";
import type { PageOptions } from "./pageOptions.ts";
import { openStandingHouse } from "./standingHouse.ts";
import type { Refused } from "./wire.ts";

export type { PageOptions } from "./pageOptions.ts";

/** The page on which one acts as any member of the local platforms. */
export interface Page {
  /** Where to open it: "http://127.0.0.1:4000/". */
  readonly url: string;
  /** Closes the page, and then what stands behind it. */
  close(): Promise<void>;
}

/** Opens the page on the loopback. Throws when the port is taken; what was to stand behind it is closed then. */
export async function openPage(options: PageOptions): Promise<Page> {
  const files = readStaticFiles();
  const { organisations, ...house } = options;
  const standing = openStandingHouse(house, organisations, () => changes.changed());
  const changes = openChangeStream(() => standing.opened());
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    refuseForeign(request);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const file = files.get(pathname);
    if (request.method === "GET" && file !== undefined) return sendFile(request, response, file);
    if (request.method === "GET" && pathname === "/api/events") return changes.serve(request, response);
    const name = `${request.method} ${pathname}`;
    const routes = standing.routes();
    if (!routes.includes(name)) throw notHere(request.method, pathname, [...files.keys(), ...routes]);
    sendJson(response, 200, await standing.answer(name, request, searchParams));
  };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    respond(request, response).catch((error: unknown) => sendError(response, error));
  });
  const port = await listen(server, options.port).catch(async (error: unknown) => {
    await standing.close();
    throw error;
  });
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      changes.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await standing.close();
    },
  };
}

function sendFile(request: IncomingMessage, response: ServerResponse, { type, tag, body }: StaticFile): void {
  const isKnown = request.headers["if-none-match"] === tag;
  response.writeHead(isKnown ? 304 : 200, { "content-type": type, "cache-control": "no-cache", etag: tag });
  response.end(isKnown ? undefined : body);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

function sendError(response: ServerResponse, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const refused: Refused = { refused: error instanceof PageRefusal ? error.words : reason };
  if (response.headersSent) response.destroy();
  else sendJson(response, error instanceof PageRefusal ? error.status : 500, refused);
}

function notHere(method: string | undefined, pathname: string, known: readonly string[]): PageRefusal {
  const isOther = known.some((one) => one === pathname || one.endsWith(` ${pathname}`));
  return isOther
    ? new PageRefusal(405, { en: `${method} is not possible here.`, sv: `${method} går inte här.` })
    : new PageRefusal(404, { en: `There is nothing at ${pathname}.`, sv: `Det finns inget på ${pathname}.` });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explained(error, port)));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The page has no port."));
      else resolve(address.port);
    });
  });
}

function explained(error: Error, port: number): Error {
  if (!("code" in error) || error.code !== "EADDRINUSE") return error;
  return new Error(
    `Port ${port} is taken by another program; set REDRESS_PORT to another one, or to 0 for any free one.`,
    {
      cause: error,
    },
  );
}
