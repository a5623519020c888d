import { setTimeout as pause } from "node:timers/promises";

import type { PlatformName } from "./application/person.ts";
import type { Platform, Sent } from "./application/platform.ts";
import type { Log } from "./application/ports.ts";
import { Unreachable } from "./application/unreachable.ts";
import { inTime } from "./surface/inTime.ts";

export interface PatientOptions {
  readonly name: PlatformName;
  readonly connect: () => Promise<Platform>;
  readonly log: Log;
  /** Called when the start goes on without the platform. */
  readonly onLate: () => void;
  /** Called when a platform that could not be reached at first refuses, once it answers. */
  readonly onRefused: (error: unknown) => void;
  /** How long the start waits for the platform, in milliseconds; five seconds when left out. */
  readonly patienceMs?: number;
  /** How long after the first failed try another is made, in milliseconds, then twice as long each time; a second when left out. */
  readonly retryMs?: number;
}

const PATIENCE_MS = 5000;
const RETRY_MS = 1000;
const LAST_WAIT_MS = 60_000;

/**
 * Connects a platform. One that does not answer is not waited for: Redress starts without it, what is to be sent there waits, and it is
 * tried until it answers.
 * @throws what `connect` throws when the platform refuses
 */
export async function connectPatiently(options: PatientOptions): Promise<Platform> {
  const trying = options.connect();
  const outcome = await withinPatience(trying, options.patienceMs ?? PATIENCE_MS);
  if (outcome.kind === "connected") return outcome.platform;
  if (outcome.kind === "failed" && !(outcome.error instanceof Unreachable)) throw outcome.error;
  if (outcome.kind === "late") options.log.warn(`${options.name} has not answered yet; Redress starts without it`);
  options.onLate();
  return latecomer(options, trying);
}

type Outcome =
  | { readonly kind: "connected"; readonly platform: Platform }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "late" };

async function withinPatience(trying: Promise<Platform>, ms: number): Promise<Outcome> {
  const settled = trying.then(
    (platform): Outcome => ({ kind: "connected", platform }),
    (error: unknown): Outcome => ({ kind: "failed", error }),
  );
  return (await inTime(settled, ms)) ?? { kind: "late" };
}

/** A platform that may come: until it is there, everything sent to it waits. */
function latecomer(options: PatientOptions, first: Promise<Platform>): Platform {
  let platform: Platform | undefined;
  let wait = options.retryMs ?? RETRY_MS;
  const closing = new AbortController();
  void keepTrying();

  async function keepTrying(): Promise<void> {
    let trying = first;
    for (; ; wait = Math.min(wait * 2, LAST_WAIT_MS)) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one try after the other
        const found = await trying;
        if (closing.signal.aborted) return void found.close();
        platform = found;
        return;
      } catch (error) {
        if (closing.signal.aborted) return;
        if (!(error instanceof Unreachable)) return options.onRefused(error);
        options.log.warn(`${options.name} cannot be reached; trying again`, {
          reason: error.message,
          seconds: wait / 1000,
        });
      }
      // oxlint-disable-next-line no-await-in-loop
      await pause(wait, undefined, { signal: closing.signal }).catch(() => {});
      if (closing.signal.aborted) return;
      trying = options.connect();
    }
  }

  // What is to be sent is tried again as often as the platform itself.
  const later = () => ({ kind: "later", reason: "not-connected", waitMs: wait }) as const;
  const sent = <T>(work: (there: Platform) => Promise<Sent<T>>): Promise<Sent<T>> =>
    platform === undefined ? Promise.resolve(later()) : work(platform);
  return {
    name: options.name,
    openRoom: (room) => sent((there) => there.openRoom(room)),
    post: (post) => sent((there) => there.post(post)),
    edit: (edit) => sent((there) => there.edit(edit)),
    invite: (room, accounts) => sent((there) => there.invite(room, accounts)),
    remove: (room, accounts) => sent((there) => there.remove(room, accounts)),
    archive: (room) => sent((there) => there.archive(room)),
    direct: (direct) => sent((there) => there.direct(direct)),
    roomReaders: () => sent((there) => there.roomReaders()),
    access: {
      read: (account, measures) => sent((there) => there.access.read(account, measures)),
      change: (account, id, to) => platform?.access.change(account, id, to) ?? Promise.resolve(later()),
      check: (measures) => sent((there) => there.access.check(measures)),
    },
    shown: (message) => platform?.shown(message) ?? "",
    answered: async () => platform?.answered(),
    async close() {
      closing.abort();
      await platform?.close();
    },
  };
}
