import type { IncomingMessage } from "node:http";

import { z } from "zod";

import { PageRefusal } from "./http/pageRefusal.ts";
import { notUnderstood, readJson } from "./http/readJson.ts";
import type { ShownTour, Tour } from "./tour.ts";

const platform = z.enum(["discord", "slack"]);
const askedSchema = z.object({ platform });
const beginSchema = z.strictObject({ platform });
const helpSchema = z.strictObject({ platform, step: z.string() });

/** The part of the page's interface that is about the tour; nothing where there is none. */
export function tourRoutes(tour: Tour | undefined) {
  if (tour === undefined) return {};
  const find = (asked: z.infer<typeof platform>) => {
    if (tour.platforms.includes(asked)) return asked;
    throw new PageRefusal(404, { en: `There is no tour on ${asked}.`, sv: `Det finns ingen rundtur på ${asked}.` });
  };
  return {
    "GET /api/tour"(_request: IncomingMessage, query: URLSearchParams): Promise<ShownTour> {
      const asked = askedSchema.safeParse(Object.fromEntries(query));
      if (!asked.success) throw notUnderstood(asked.error);
      return tour.read(find(asked.data.platform));
    },
    async "POST /api/tour/help"(request: IncomingMessage): Promise<ShownTour> {
      const { platform: asked, step } = await readJson(request, helpSchema);
      try {
        await tour.help(find(asked), step);
      } catch (error) {
        throw error instanceof PageRefusal ? error : notDone(error);
      }
      return tour.read(asked);
    },
    async "POST /api/tour/begin"(request: IncomingMessage): Promise<ShownTour> {
      const { platform: asked } = await readJson(request, beginSchema);
      await tour.begin(find(asked));
      return tour.read(asked);
    },
  };
}

function notDone(error: unknown): PageRefusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new PageRefusal(409, {
    en: `This could not be done for you: ${reason}`,
    sv: `Det här kunde inte göras åt dig: ${reason}`,
  });
}
