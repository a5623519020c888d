import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { Faults } from "../../faults.ts";
import { applyReply } from "../interaction/applyReply.ts";
import type { ResponseUrls } from "../interaction/responseUrls.ts";
import type { World } from "../world/world.ts";
import type { CallLog } from "./callLog.ts";
import { callMethod, reportMalformed, type Tokens } from "./callMethod.ts";
import { type HttpAnswer, httpAnswer, underFaults } from "./httpAnswer.ts";
import type { RateLimits } from "./rateLimits.ts";
import { isObject, readBody, readRequest } from "./readRequest.ts";
import { answerFile } from "./serveFile.ts";
import type { FileAnswer } from "./serveFile.ts";
import { type CallArguments, refuse, type WebMethod } from "./webMethod.ts";

/** What the server answers with. */
export interface SlackDesk {
  readonly world: World;
  readonly faults: Faults;
  readonly tokens: Tokens;
  readonly limits: RateLimits;
  readonly methods: ReadonlyMap<string, WebMethod>;
  readonly responseUrls: ResponseUrls;
  readonly log: CallLog;
}

/** A server on the loopback answering the Web API and the response_urls. */
export async function openSlackServer(
  desk: SlackDesk,
  port: number,
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((request, response) => {
    void answer(desk, request).then((answered) => write(response, answered));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return { server, port: portOf(server.address()) };
}

async function answer(desk: SlackDesk, request: IncomingMessage): Promise<HttpAnswer> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const body = await readBody(request);
  const file = answerFile(desk.world, request, url.pathname, body, desk.tokens.bot);
  if (file !== undefined) return ofFile(file);
  const read = readRequest(request, url, body.toString("utf8"));
  const name = url.pathname.startsWith("/api/") ? url.pathname.slice("/api/".length) : undefined;
  if (read.kind === "unreadable") {
    desk.world.report(`${name ?? url.pathname}: ${read.error}`);
    return httpAnswer(200, refuse(read.error));
  }
  if (name !== undefined)
    return await logged(desk, name, read.args, () =>
      callMethod(name, desk.methods.get(name), read.args, read.token, desk.world, desk.tokens, desk.limits),
    );
  if (/^\/(commands|actions)\//.test(url.pathname))
    return await logged(desk, "response_url", read.args, () => respond(desk, url.pathname, read.args));
  desk.world.report(`${request.method ?? "GET"} ${url.pathname}: no such address`);
  return httpAnswer(404, refuse("not_found"));
}

function ofFile(answered: FileAnswer): HttpAnswer {
  switch (answered.kind) {
    case "file":
      return httpAnswer(200, answered.bytes, { "content-type": answered.contentType });
    case "sign-in":
      return httpAnswer(302, "", { location: answered.to });
    case "uploaded":
      return httpAnswer(200, `OK - ${answered.length}`);
    case "refused":
      return httpAnswer(answered.status, "");
  }
}

async function logged(
  desk: SlackDesk,
  call: string,
  args: CallArguments,
  carryOut: () => HttpAnswer,
): Promise<HttpAnswer> {
  const at = desk.world.clock.now();
  const answered = await underFaults(desk.faults, call, args, carryOut);
  desk.log.add({ call, at, body: args, status: answered.kind === "answer" ? answered.status : 0 });
  return answered;
}

/** @see https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
function respond(desk: SlackDesk, path: string, args: CallArguments): HttpAnswer {
  const origin = desk.responseUrls.use(path);
  if (typeof origin === "string") return httpAnswer(404, refuse(origin));
  const refusal = applyReply(desk.world, origin, args);
  if (refusal === undefined) return httpAnswer(200, { ok: true });
  reportMalformed("response_url", refusal, desk.world);
  return httpAnswer(400, refusal);
}

function write(response: ServerResponse, answered: HttpAnswer): void {
  if (answered.kind === "drop") {
    response.socket?.destroy();
    return;
  }
  const isText = typeof answered.body === "string" || Buffer.isBuffer(answered.body);
  const body = isText ? answered.body : JSON.stringify(answered.body);
  response.writeHead(answered.status, {
    "content-type": isText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    ...answered.headers,
  });
  response.end(body);
}

function portOf(address: AddressInfo | string | null): number {
  if (!isObject(address) || typeof address["port"] !== "number") throw new Error("The local Slack got no port.");
  return address["port"];
}
