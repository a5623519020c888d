import { z } from "zod";

import type { World } from "../world/world.ts";

const origin = z.object({
  /** The conversation the interaction happened in. */
  channel: z.string(),
  person: z.string(),
  /** The message that was acted upon, if any: the one "the original" means. */
  message: z.string().optional(),
  /** In milliseconds. */
  issued: z.number(),
  serial: z.number(),
});

/** What a response_url answers to. */
export type ResponseOrigin = z.infer<typeof origin>;

const lifetime = 30 * 60_000;
const mostUses = 5;

/** The response_urls handed out: each may be used five times within thirty minutes. */
export class ResponseUrls {
  readonly #world: World;
  readonly #used = new Map<number, { times: number; readonly until: number }>();
  #serial = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** A new address. All it stands for is written in it, so that nothing is kept of those that are never used. */
  issue(kind: "commands" | "actions", channel: string, person: string, message?: string): string {
    this.#serial += 1;
    const said: ResponseOrigin = {
      channel,
      person,
      ...(message === undefined ? {} : { message }),
      issued: this.#world.clock.now(),
      serial: this.#serial,
    };
    const code = Buffer.from(JSON.stringify(said)).toString("base64url");
    return `${this.#world.origin}/${kind}/${this.#world.team.id}/${this.#serial}/${code}`;
  }

  /** What the address stands for, and that it was used once more; or why it can no longer be used. */
  use(path: string): ResponseOrigin | "no_such_url" | "expired_url" | "used_url" {
    const read = readCode(path.split("/").at(-1) ?? "");
    if (read === undefined) return "no_such_url";
    const now = this.#world.clock.now();
    // Oldest first: the first that is still good ends the search.
    for (const [serial, { until }] of this.#used) {
      if (until >= now) break;
      this.#used.delete(serial);
    }
    if (now > read.issued + lifetime) return "expired_url";
    const uses = this.#used.get(read.serial) ?? { times: 0, until: read.issued + lifetime };
    if (uses.times >= mostUses) return "used_url";
    uses.times += 1;
    this.#used.set(read.serial, uses);
    return read;
  }
}

function readCode(code: string): ResponseOrigin | undefined {
  try {
    return origin.safeParse(JSON.parse(Buffer.from(code, "base64url").toString())).data;
  } catch {
    return undefined;
  }
}
