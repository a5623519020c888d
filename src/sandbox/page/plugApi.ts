import type { IncomingMessage } from "node:http";

import { z } from "zod";

import { readJson } from "./http/readJson.ts";
import type { Plug, ShownPlug } from "./plug.ts";

const pullSchema = z.strictObject({ id: z.string().min(1), target: z.string().min(1).optional() });

/** The part of the page's interface with which things are made to go wrong; nothing where nothing can be. */
export function plugRoutes(
  plug: Plug | undefined,
): Readonly<Record<string, (request: IncomingMessage) => Promise<ShownPlug>>> {
  if (plug === undefined) return {};
  return {
    "GET /api/plug": () => plug.read(),
    async "POST /api/plug"(request) {
      const { id, target } = await readJson(request, pullSchema);
      await plug.pull(id, target);
      return plug.read();
    },
  };
}
