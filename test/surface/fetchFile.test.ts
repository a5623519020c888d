import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

import { afterEach, beforeEach, expect, test } from "vitest";

import { fetchFile } from "../../src/surface/fetchFile.ts";

const LIMIT = 1000;
const asked: (string | undefined)[] = [];
let server: Server;
let origin: string;

beforeEach(async () => {
  asked.length = 0;
  server = createServer(serve);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  origin = `http://127.0.0.1:${address.port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function serve({ url = "", headers }: IncomingMessage, response: ServerResponse) {
  asked.push(headers.authorization ?? url);
  switch (url) {
    case "/photo":
      return response.end("bytes");
    case "/large":
      return response.writeHead(200, { "content-length": LIMIT + 1 }).end("x".repeat(LIMIT + 1));
    // One that does not say how long it is, and does not end by itself.
    case "/endless": {
      response.writeHead(200, { "transfer-encoding": "chunked" });
      const more = setInterval(() => response.write("x".repeat(300)), 5);
      response.on("close", () => {
        clearInterval(more);
      });
      return undefined;
    }
    case "/moved":
      return response.writeHead(302, { location: `${origin}/photo` }).end();
    default:
      return response.writeHead(404).end();
  }
}

const fetched = (path: string, origins = [origin], headers: Readonly<Record<string, string>> = {}) =>
  fetchFile({ url: `${origin}${path}`, headers, origins }, LIMIT);

test("a file is copied from where the platform keeps files, with what it is asked with", async () => {
  const bytes = await fetched("/photo", [origin], { authorization: "Bearer token" });
  expect(Buffer.from(typeof bytes === "string" ? [] : bytes).toString()).toBe("bytes");
  expect(asked).toEqual(["Bearer token"]);
});

test("nothing else is asked, whatever the address looks like", async () => {
  const port = new URL(origin).port;
  for (const url of [
    `${origin}/photo`,
    `http://cdn.discordapp.com@127.0.0.1:${port}/photo`,
    `http://localhost:${port}/photo`,
    "file:///etc/passwd",
    "/photo",
    "",
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const answer = await fetchFile({ url, origins: ["https://cdn.discordapp.com"] }, LIMIT);
    expect(answer).toBe("elsewhere");
  }
  expect(asked).toEqual([]);
});

test("nobody is sent on to another place, with the token or without", async () => {
  expect(await fetched("/moved")).toBe("gone");
  expect(asked).toEqual(["/moved"]);
});

test("nothing past the limit is read, whether the length is told or not", async () => {
  expect(await fetched("/large")).toBe("too-large");
  expect(await fetched("/endless")).toBe("too-large");
});

test("what is there no longer is told as such", async () => {
  expect(await fetched("/expired")).toBe("gone");
  server.closeAllConnections();
  server.close();
  expect(await fetched("/photo")).toBe("gone");
});
