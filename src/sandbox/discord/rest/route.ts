import type * as z from "zod/mini";

import { type Reading, readBody } from "../checks/readBody.ts";
import type { World } from "../world/world.ts";

/** A file sent along with a body. */
export interface UploadedFile {
  /** Its place in the form, "files[0]". */
  readonly field: string;
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
  readonly text: string;
}

/** A call of the bot. */
export interface Call {
  /** Method and path with ids as ":id" and tokens as ":token". */
  readonly name: string;
  /** The ids and tokens of the path, in order. */
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** One route of the HTTP API. */
export interface Route {
  readonly name: string;
  /** Carries its own token in the path: no Authorization, and no part in the global ration (topics/rate-limits). */
  readonly isInteraction?: true;
  /** What Discord documents as the answer. */
  readonly answers?: z.ZodMiniType;
  /** @throws DiscordRefusal for what Discord refuses */
  readonly handle: (world: World, call: Call, isChecked: boolean) => Answer;
}

/** A handler for a route that takes a body. */
export function withBody<Body>(
  reading: Reading<Body>,
  handle: (world: World, call: Call, body: Body) => Answer,
): Route["handle"] {
  return (world, call, isChecked) => handle(world, call, readBody(reading, call.body, isChecked));
}

/** 204: done, nothing to say. */
export const done: Answer = { status: 204 };

/** 200 with a body. */
export const ok = (body: unknown): Answer => ({ status: 200, body });
