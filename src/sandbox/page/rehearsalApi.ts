import type { IncomingMessage } from "node:http";

import { z } from "zod";

import { PageRefusal } from "./http/pageRefusal.ts";
import { notUnderstood } from "./http/readJson.ts";
import type { Rehearse, ShownRehearsal } from "./rehearsal.ts";

const askedSchema = z.object({
  outcome: z.string().default(""),
  sanction: z.string().default(""),
  pace: z.enum(["prompt", "slow"]).default("prompt"),
});

/** The part of the page's interface that plays a fictitious case; nothing where none can be played. */
export function rehearsalRoutes(rehearse: Rehearse | undefined) {
  if (rehearse === undefined) return {};
  return {
    async "GET /api/rehearsal"(_request: IncomingMessage, query: URLSearchParams): Promise<ShownRehearsal> {
      const asked = askedSchema.safeParse(Object.fromEntries(query));
      if (!asked.success) throw notUnderstood(asked.error);
      const played = await rehearse(asked.data);
      if ("refused" in played) throw new PageRefusal(409, played.refused);
      return played;
    },
  };
}
