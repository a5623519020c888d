import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import type { Faults, Mishap } from "../../faults.ts";
import { schemaFaults } from "../checks/schemaFaults.ts";
import { strangers } from "../checks/strangers.ts";
import { DiscordRefusal, refusal } from "../refusal.ts";
import type { World } from "../world/world.ts";
import { formErrors } from "./formErrors.ts";
import type { Rations } from "./rations.ts";
import { readPath } from "./readPath.ts";
import { readRequest } from "./readRequest.ts";
import type { Answer, Call, Route } from "./route.ts";

export interface RestServer {
  readonly world: World;
  readonly routes: ReadonlyMap<string, Route>;
  readonly faults: Faults;
  readonly rations: Rations;
  readonly isChecked: boolean;
  readonly record: (call: string, body: unknown, status: number) => void;
}

type Headers = Readonly<Record<string, string>>;

/** Serves Discord's HTTP API, version 10. */
export function serveRest(server: RestServer): RequestListener {
  return (request, response) => {
    // What serve cannot answer is a socket that is gone.
    serve(server, request, response).catch(() => response.destroy());
  };
}

async function serve(server: RestServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const line = readPath(request.method ?? "GET", request.url ?? "/");
  const name = line?.name ?? `${request.method} ${request.url}`;
  const route = line?.version === "v10" ? server.routes.get(name) : undefined;
  let body: unknown;
  try {
    const read = await readRequest(request);
    body = read.body;
    if (line === undefined || route === undefined) {
      const isOldVersion = line?.version !== undefined && line.version !== "v10";
      throw refusal(isOldVersion ? "invalidVersion" : "notFound");
    }
    if (!route.isInteraction && request.headers.authorization !== `Bot ${server.world.application.token}`)
      throw refusal("unauthorized");
    const call: Call = { name, ids: line.ids, query: line.query, body, files: read.files };
    const ration = server.rations.take(route, line.ids);
    if (ration.kind === "limited") {
      const limit = { message: "You are being rate limited.", retry_after: ration.seconds, global: ration.global };
      return send(server, response, name, body, { status: 429, body: limit }, ration.headers);
    }
    const mishap = server.faults.strike(name, body);
    if (mishap !== undefined) return await suffer(server, response, route, call, ration.headers, mishap);
    send(server, response, name, body, answerOf(server, route, call), ration.headers);
  } catch (error) {
    send(server, response, name, body, refused(server, name, error), {});
  }
}

/** Carries out a call; what Discord refuses becomes its answer. */
function answerOf(server: RestServer, route: Route, call: Call): Answer {
  try {
    const answer = route.handle(server.world, call, server.isChecked);
    if (server.isChecked) checkAnswer(server, route, answer);
    return answer;
  } catch (error) {
    return refused(server, call.name, error);
  }
}

/** What Discord refuses as malformed, as opposed to what is merely not allowed or not there. */
const malformed: ReadonlySet<number> = new Set([50006, 50035, 50041, 50109]);

function refused(server: RestServer, name: string, error: unknown): Answer {
  const { problems } = server.world;
  if (!(error instanceof DiscordRefusal)) {
    problems.push(`${name}: the local Discord failed: ${error instanceof Error ? error.stack : String(error)}`);
    return { status: 500, body: { message: "500: Internal Server Error", code: 0 } };
  }
  const { status, code, message, faults } = error;
  if (status === 404 && code === 0) problems.push(`${name}: there is no such route`);
  for (const fault of faults) problems.push(`${name}: ${code} at ${fault.path.join(".")}: ${fault.message}`);
  if (faults.length === 0 && malformed.has(code)) problems.push(`${name}: ${code} ${message}`);
  return { status, body: { message, code, ...(faults.length === 0 ? {} : { errors: formErrors(faults) }) } };
}

/** The local Discord's own answers are held to the documentation as well. */
function checkAnswer({ world }: RestServer, route: Route, { body }: Answer): void {
  if (route.answers === undefined || body === undefined) return;
  const sent: unknown = JSON.parse(JSON.stringify(body));
  const result = route.answers.safeParse(sent, { reportInput: true });
  const faults = result.success ? strangers(sent, result.data) : schemaFaults(result.error.issues);
  for (const { path, message } of faults)
    world.problems.push(
      `${route.name}: the local Discord's own answer is not as documented: ${path.join(".")}: ${message}`,
    );
}

/** Plays a bad day. */
async function suffer(
  server: RestServer,
  response: ServerResponse,
  route: Route,
  call: Call,
  headers: Headers,
  mishap: Mishap,
): Promise<void> {
  const { name, body } = call;
  if (mishap.kind === "delay") {
    const answer = answerOf(server, route, call);
    await new Promise((resolve) => setTimeout(resolve, mishap.ms));
    return send(server, response, name, body, answer, headers);
  }
  if (mishap.effect === "happens") answerOf(server, route, call);
  if (mishap.kind === "drop") {
    server.record(name, body, 0);
    response.destroy();
    return;
  }
  const told = mishap.body ?? usualBody(mishap.status);
  const more: Headers = mishap.status === 429 ? { "retry-after": "0", "x-ratelimit-scope": "shared" } : {};
  send(server, response, name, body, { status: mishap.status, body: told }, { ...more, ...mishap.headers });
}

function usualBody(status: number): unknown {
  if (status === 429) return { message: "You are being rate limited.", retry_after: 0, global: false };
  return status === 204 ? undefined : { message: `${status}: Error`, code: 0 };
}

function send(
  server: RestServer,
  response: ServerResponse,
  name: string,
  body: unknown,
  answer: Answer,
  headers: Headers,
): void {
  server.record(name, body, answer.status);
  if (answer.body === undefined) {
    response.writeHead(answer.status, headers).end();
    return;
  }
  response
    .writeHead(answer.status, { ...headers, "content-type": "application/json" })
    .end(JSON.stringify(answer.body));
}
