import type { IncomingMessage } from "node:http";

import { z } from "zod";

import type { CaseFiles, CaseFileShown, ShownCases } from "./caseFiles.ts";
import type { ReadClockLog, ShownClockLog } from "./clockLog.ts";
import { PageRefusal } from "./http/pageRefusal.ts";
import { notUnderstood } from "./http/readJson.ts";

const askedSchema = z.object({ id: z.string().min(1) });

/** The part of the page's interface that looks into case files; nothing where there are none. */
export function caseRoutes(files: CaseFiles | undefined) {
  if (files === undefined) return {};
  return {
    "GET /api/cases": async (): Promise<ShownCases> => ({ cases: await files.list() }),
    async "GET /api/case"(_request: IncomingMessage, query: URLSearchParams): Promise<CaseFileShown> {
      const asked = askedSchema.safeParse(Object.fromEntries(query));
      if (!asked.success) throw notUnderstood(asked.error);
      const file = await files.read(asked.data.id);
      if (file === undefined)
        throw new PageRefusal(404, { en: "There is no such case.", sv: "Det ärendet finns inte." });
      return file;
    },
  };
}

/** The part that tells what the bot did because of the time; nothing where nobody knows. */
export function clockLogRoutes(read: ReadClockLog | undefined) {
  if (read === undefined) return {};
  return {
    "GET /api/clock/log": async (): Promise<ShownClockLog> => ({ lines: await read() }),
  };
}
