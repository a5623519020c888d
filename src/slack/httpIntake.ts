import type { Server } from "node:http";

import { HTTPReceiver } from "@slack/bolt";
import type { Logger } from "@slack/bolt";

import type { Log } from "../application/ports.ts";
import type { Intake } from "./intake.ts";

export interface HttpIntakeOptions {
  readonly signingSecret: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logger: Logger;
  readonly log: Log;
}

const UNAUTHORIZED = 401;
/** Anybody can send something to an open port: it is said at most so often. */
const SAID_EVERY_MS = 60_000;

/** Deliveries as signed requests to a port of ours. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function openHttpIntake({ signingSecret, port, logger, log }: HttpIntakeOptions): Intake {
  const receiver = new HTTPReceiver({ signingSecret, port, logger });
  let isOpen = false;
  return {
    receivers: [receiver],
    async start() {
      try {
        const server = await receiver.start(port);
        isOpen = true;
        watchRefusals(server, log);
        log.info("slack port open", { port: portOf(server) });
      } catch (error) {
        throw plainPortError(error, port);
      }
    },
    async stop(drained) {
      const closed = isOpen ? receiver.stop() : undefined;
      isOpen = false;
      await drained();
      await closed;
    },
  };
}

/** Bolt refuses what is not signed, or was signed too long ago, and says nothing of it. */
function watchRefusals(server: Pick<Server, "on">, log: Log): void {
  let refused = 0;
  let lastSaid = -Infinity;
  server.on("request", (_, response) => {
    response.once("finish", () => {
      if (response.statusCode !== UNAUTHORIZED) return;
      refused += 1;
      if (performance.now() - lastSaid < SAID_EVERY_MS) return;
      lastSaid = performance.now();
      log.warn(
        "a delivery was refused that was not signed with SLACK_SIGNING_SECRET in the last five minutes: when Slack says that Redress does not respond, copy the Signing Secret anew from the page Basic Information of your app, and see that the clock of this machine is right",
        { refused },
      );
    });
  });
}

function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  return address === null || typeof address === "string" ? 0 : address.port;
}

function plainPortError(error: unknown, port: number): Error {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return new Error(`The port ${port} that SLACK_PORT names is taken by another program: name another.`, {
      cause: error,
    });
  if (code === "EACCES")
    return new Error(`The port ${port} that SLACK_PORT names is not allowed to this user: name one above 1023.`, {
      cause: error,
    });
  return new Error(`The port ${port} that SLACK_PORT names cannot be opened: ${String(code ?? error)}`, {
    cause: error,
  });
}
