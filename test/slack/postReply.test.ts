import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { postReply } from "../../src/slack/postReply.ts";
import type { Reply } from "../../src/slack/respond.ts";

const reply: Reply = { response_type: "ephemeral", text: "Redress has something for you.", blocks: [] };

let server: Server;
let url: string;
let bodies: string[];
let respond: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (data: Buffer) => (body += data.toString()));
    request.on("end", () => {
      bodies.push(`${request.method} ${request.headers["content-type"]} ${body}`);
      respond(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/response/T1/2/secret`;
});
beforeEach(() => {
  bodies = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("an answer is posted once, as Slack wants it", async () => {
  respond = (_, response) => response.end("ok");
  await postReply(url, { ...reply, replace_original: true });
  expect(bodies).toEqual([
    `POST application/json; charset=utf-8 ${JSON.stringify({ ...reply, replace_original: true })}`,
  ]);
});

test.each([
  ["that has expired", 404, '{"ok":false,"error":"expired_url"}'],
  ["that was used five times", 404, '{"ok":false,"error":"used_url"}'],
  ["while Slack is in trouble", 503, "<html>"],
  ["that leads elsewhere", 302, ""],
])("an address %s is told once and not tried again: it may have had its effect", async (_, status, body) => {
  respond = (__, response) => {
    response.writeHead(status, status === 302 ? { location: url } : {});
    response.end(body);
  };
  await expect(postReply(url, reply)).rejects.toThrow(`Slack answered ${status} to a private answer.`);
  expect(bodies).toHaveLength(1);
});

test("Slack that never answers holds nobody up", async () => {
  respond = () => {};
  await expect(postReply(url, reply, 20)).rejects.toThrow("Slack did not answer in time to a private answer.");
});

test("[V-15] what is told of it holds neither the address, which is a key, nor the words", async () => {
  respond = (_, response) => response.destroy();
  const error: unknown = await postReply(url, { ...reply, text: "MARKED" }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).not.toMatch(/secret|MARKED/);
});
