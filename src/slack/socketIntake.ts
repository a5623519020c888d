import { SocketModeReceiver } from "@slack/bolt";
import type { WebClientOptions } from "@slack/web-api";

import type { Log } from "../application/ports.ts";
import { silentLogger } from "./boltLogger.ts";
import type { Intake } from "./intake.ts";
import { openSocket } from "./socket.ts";

export interface SocketIntakeOptions {
  readonly appToken: string;
  readonly clientOptions: WebClientOptions;
  readonly log: Log;
}

/** Deliveries over sockets that we open: two, for while Slack renews one the other goes on. */
export function openSocketIntake({ appToken, clientOptions, log }: SocketIntakeOptions): Intake {
  const open = () =>
    new SocketModeReceiver({
      appToken,
      logger: silentLogger,
      processEventErrorHandler({ error }) {
        log.warn("slack delivery failed", { reason: error.name });
        return Promise.resolve(false);
      },
      installerOptions: { clientOptions: { ...clientOptions } },
      autoReconnectEnabled: false,
    });
  const first = open();
  const second = open();
  const sockets = [first, second].map((receiver) => openSocket(receiver.client, log));
  return {
    receivers: [first, second],
    async start() {
      await Promise.all(sockets.map((socket) => socket.start()));
    },
    async stop(drained) {
      await drained();
      await Promise.all(sockets.map((socket) => socket.stop()));
    },
  };
}
