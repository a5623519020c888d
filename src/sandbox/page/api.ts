import type { IncomingMessage } from "node:http";

import { z } from "zod";

import { actSchema, perform } from "./acts.ts";
import { caseRoutes, clockLogRoutes } from "./caseApi.ts";
import type { CaseFileShown, ShownCases } from "./caseFiles.ts";
import type { ShownClockLog } from "./clockLog.ts";
import { PageRefusal } from "./http/pageRefusal.ts";
import { notUnderstood, readJson } from "./http/readJson.ts";
import { clockMover, readClock } from "./moveClock.ts";
import type { PageHouse } from "./pageOptions.ts";
import type { PagePlatform } from "./pagePlatform.ts";
import type { ShownPlug } from "./plug.ts";
import { plugRoutes } from "./plugApi.ts";
import { openReadMarks } from "./readMarks.ts";
import { readReaders } from "./readReaders.ts";
import { readScreen } from "./readScreen.ts";
import type { ShownRehearsal } from "./rehearsal.ts";
import { rehearsalRoutes } from "./rehearsalApi.ts";
import { moveSchema } from "./span.ts";
import type { ShownTour } from "./tour.ts";
import { tourRoutes } from "./tourApi.ts";
import type { Overview, PlatformKind, Readership, Screen, ShownClock, Suggestions } from "./wire.ts";

export type Answer =
  | CaseFileShown
  | Overview
  | Readership
  | Screen
  | ShownCases
  | ShownClock
  | ShownClockLog
  | ShownPlug
  | ShownRehearsal
  | ShownTour
  | Suggestions
  | Readonly<Record<string, never>>;
type Route = (request: IncomingMessage, query: URLSearchParams) => Promise<Answer> | Answer;

const who = { platform: z.enum(["discord", "slack"]), person: z.string() };
const screenSchema = z.object({ ...who, place: z.string().default("") });
const readersSchema = z.object({ ...who, place: z.string(), message: z.string() });
const suggestionsSchema = z.strictObject({ ...who, place: z.string(), line: z.string() });
const performSchema = z.strictObject({ ...who, act: actSchema });

/** What the page says of what stands behind it, besides what that says itself. */
type Surroundings = Pick<Overview, "opened" | "organisations">;

/** The page's interface to a house: what is answered to "GET /api/screen" and so on. */
export function openApi(options: PageHouse, surroundings: Surroundings): Readonly<Record<string, Route>> {
  const marksOf = openReadMarks();
  const moveClock = clockMover(options);
  const findPlatform = (kind: PlatformKind): PagePlatform => {
    const found = options.platforms.find((platform) => platform.kind === kind);
    if (found === undefined)
      throw new PageRefusal(404, { en: `There is no local ${kind} here.`, sv: `Här finns inget lokalt ${kind}.` });
    return found;
  };
  const find = (kind: PlatformKind, id: string) => {
    const platform = findPlatform(kind);
    if (!platform.people().some((person) => person.id === id))
      throw new PageRefusal(404, { en: `There is nobody ${id} here.`, sv: `Här finns ingen ${id}.` });
    return { platform, person: platform.person(id), marks: marksOf(kind, id) };
  };
  return {
    "GET /api/page": () => ({ ...overview(options), ...surroundings }),
    "GET /api/screen"(_request, query) {
      const asked = readQuery(query, screenSchema);
      const { platform, person, marks } = find(asked.platform, asked.person);
      return readScreen(platform, person, asked.place, marks);
    },
    "GET /api/readers"(_request, query) {
      const { place, message, platform, person } = readQuery(query, readersSchema);
      const about = (id: string) => options.describe?.(platform, id);
      return readReaders({ ...find(platform, person), place, message, about });
    },
    async "POST /api/act"(request) {
      const body = await readJson(request, performSchema);
      const { person, marks } = find(body.platform, body.person);
      await asRefusal(() => perform(person, body.act, marks));
      return {};
    },
    async "POST /api/suggestions"(request) {
      const body = await readJson(request, suggestionsSchema);
      const { person } = find(body.platform, body.person);
      return { options: await asRefusal(() => person.suggestions(body.place, body.line)) };
    },
    "GET /api/clock": () => readClock(options),
    async "POST /api/clock"(request) {
      return moveClock((await readJson(request, moveSchema)).by);
    },
    ...tourRoutes(options.tour),
    ...caseRoutes(options.caseFiles),
    ...clockLogRoutes(options.clockLog),
    ...plugRoutes(options.plug),
    ...rehearsalRoutes(options.rehearse),
  };
}

/** @throws PageRefusal that says what is wrong with it */
function readQuery<Schema extends z.ZodType>(query: URLSearchParams, schema: Schema): z.infer<Schema> {
  const read = schema.safeParse(Object.fromEntries(query));
  if (!read.success) throw notUnderstood(read.error);
  return read.data;
}

/** What a platform does not let somebody do it says with an Error. */
async function asRefusal<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PageRefusal) throw error;
    throw new PageRefusal(409, error instanceof Error ? error.message : String(error));
  }
}

function overview(options: PageHouse): Omit<Overview, keyof Surroundings> {
  const { organisation, zone, platforms, shortcuts = [], describe, tour, plug } = options;
  return {
    organisation,
    ...(zone === undefined ? {} : { zone }),
    ...(tour === undefined ? {} : { tour: tour.platforms }),
    ...(options.caseFiles === undefined ? {} : { caseFiles: true }),
    ...(options.clockLog === undefined ? {} : { clockLog: true }),
    ...(plug === undefined ? {} : { plug: true }),
    ...(options.rehearse === undefined ? {} : { rehearsal: true }),
    platforms: platforms.map((platform) => ({
      kind: platform.kind,
      people: platform.people().map(({ id, name, locale }) => {
        const about = describe?.(platform.kind, id);
        const language = locale.startsWith("sv") ? "sv" : "en";
        return { id, name, language, ...(about === undefined ? {} : { about }) };
      }),
      shortcuts: platform.kind === "slack" ? shortcuts : [],
    })),
  };
}
