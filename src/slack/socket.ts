import { setTimeout as pause } from "node:timers/promises";

import type { SocketModeReceiver } from "@slack/bolt";

import type { Log } from "../application/ports.ts";
import { plainError, socketRefusal } from "./slackErrors.ts";

type Client = SocketModeReceiver["client"];

/** One connection by Socket Mode, made again whenever it breaks. */
export interface Socket {
  /** @throws with a plain sentence when Slack refuses it; `Unreachable` when Slack does not answer */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A connection that stood so long was a good one: the next is made at once. */
const GOOD_AFTER_MS = 10_000;
const FIRST_WAIT_MS = 500;
const LAST_WAIT_MS = 30_000;
/** So long Slack has to agree to the end of a connection. */
const GOODBYE_MS = 1000;

/**
 * The library's own reconnecting ends the program: it leaves a rejection to nobody when Slack does not answer at once, and gives up.
 * https://github.com/slackapi/node-slack-sdk/issues/2656
 * @param client made without reconnecting by itself
 */
export function openSocket(client: Client, log: Log): Socket {
  let isStopped = false;
  let failures = 0;
  let connectedAt = 0;
  let connecting: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let said: string | undefined;

  async function connect(): Promise<void> {
    try {
      await client.start();
    } catch (error) {
      throw plainError(error, "a socket", socketRefusal);
    }
    connectedAt = performance.now();
  }

  async function again(): Promise<void> {
    try {
      await connect();
      if (said !== undefined) log.info("slack connected again");
      said = undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (said !== reason) log.warn("a socket to Slack is lost; connecting again", { reason });
      said = reason;
      schedule();
    }
  }

  /** At once after a good connection, then later and later. */
  function schedule(): void {
    if (isStopped || timer !== undefined) return;
    const wait = failures === 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LAST_WAIT_MS);
    failures += 1;
    timer = setTimeout(() => {
      timer = undefined;
      connecting = again().finally(() => {
        connecting = undefined;
      });
    }, wait);
  }

  return {
    async start() {
      connecting = connect();
      await connecting;
      connecting = undefined;
      client.on("disconnected", () => {
        // A connection that fails while it is being made is seen where it is made.
        if (connecting !== undefined) return;
        if (performance.now() - connectedAt > GOOD_AFTER_MS) failures = 0;
        schedule();
      });
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await connecting?.catch(() => {});
      await Promise.race([client.disconnect(), pause(GOODBYE_MS)]);
    },
  };
}
