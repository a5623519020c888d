import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import type { Faults } from "../../faults.ts";
import { refusal } from "../refusal.ts";
import type { World } from "../world/world.ts";
import { carryOut, refusedAnswer } from "./carryOut.ts";
import { type DiscordCall, type Exchange, send } from "./exchange.ts";
import { playMishap } from "./playMishap.ts";
import type { Rations } from "./rations.ts";
import { readPath, type RequestLine } from "./readPath.ts";
import { readRequest } from "./readRequest.ts";
import type { Call, Route, UploadedFile } from "./route.ts";
import { serveUpload } from "./serveUpload.ts";

export interface RestServer {
  readonly world: World;
  readonly routes: ReadonlyMap<string, Route>;
  readonly faults: Faults;
  readonly rations: Rations;
  readonly isChecked: boolean;
  /** Keeps a call; left out where none are kept. */
  readonly record?: ((call: DiscordCall) => void) | undefined;
}

/** Serves Discord's HTTP API, version 10. */
export function serveRest(server: RestServer): RequestListener {
  return (request, response) => {
    if (serveUpload(server.world, request, response)) return;
    // What serve cannot answer is a socket that is gone.
    serve(server, request, response).catch(() => response.destroy());
  };
}

async function serve(server: RestServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world, isChecked } = server;
  const line = readPath(request.method ?? "GET", request.url ?? "/");
  const name = line?.name ?? `${request.method} ${request.url}`;
  let read: { readonly body: unknown; readonly files: readonly UploadedFile[] } = { body: undefined, files: [] };
  const exchange: Exchange = {
    response,
    keep: (status) =>
      server.record?.({
        ...read,
        call: name,
        path: pathOf(request),
        at: world.clock.now(),
        reason: reasonOf(request),
        status,
      }),
  };
  try {
    read = await readRequest(request);
    const route = routeFor(server, line, request);
    const call: Call = { name, ids: line?.ids ?? [], query: line?.query ?? new URLSearchParams(), ...read };
    const ration = server.rations.take(route, call.ids);
    if (ration.kind === "limited") {
      const body = { message: "You are being rate limited.", retry_after: ration.seconds, global: ration.global };
      return send(exchange, { status: 429, body }, ration.headers);
    }
    const mishap = server.faults.strike(name, read.body);
    const happen = () => carryOut(world, route, call, isChecked);
    if (mishap === undefined) send(exchange, happen(), ration.headers);
    else await playMishap(exchange, mishap, happen, ration.headers);
  } catch (error) {
    send(exchange, refusedAnswer(world, name, error));
  }
}

/** @throws DiscordRefusal 404 for a route there is none for, 50041 for another version, 401 without the bot's token */
function routeFor({ world, routes }: RestServer, line: RequestLine | undefined, request: IncomingMessage): Route {
  const route = line?.version === "v10" ? routes.get(line.name) : undefined;
  const isOtherVersion = line?.version !== undefined && line.version !== "v10";
  if (route === undefined) throw refusal(isOtherVersion ? "invalidVersion" : "notFound");
  if (!route.isInteraction && request.headers.authorization !== `Bot ${world.application.token}`)
    throw refusal("unauthorized");
  return route;
}

const pathOf = ({ url = "" }: IncomingMessage): string => url.replace(/^\/api\/v\d+/, "");

function reasonOf({ headers }: IncomingMessage): string | undefined {
  const reason = headers["x-audit-log-reason"];
  return typeof reason === "string" ? decodeURIComponent(reason) : undefined;
}
