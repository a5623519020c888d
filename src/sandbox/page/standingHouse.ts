import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

import { openApi } from "./api.ts";
import type { Answer } from "./api.ts";
import { PageRefusal } from "./http/pageRefusal.ts";
import { readJson } from "./http/readJson.ts";
import { chooseSchema } from "./organisations.ts";
import type { ShownOrganisations } from "./organisations.ts";
import type { Organisations, PageHouse } from "./pageOptions.ts";

/** What stands behind the page now, and can be exchanged for another. */
export interface StandingHouse {
  /** Names what stands now. */
  opened(): string;
  /** What can be asked for now: "GET /api/screen" and so on. */
  routes(): readonly string[];
  /**
   * Answers by what stands now; who only reads waits for what is being opened.
   * @throws PageRefusal for what is not done, or not while another is opened
   */
  answer(route: string, request: IncomingMessage, query: URLSearchParams): Promise<Answer>;
  /** Ends what stands, once it stands. */
  close(): Promise<void>;
}

const EXCHANGE = "POST /api/organisation";

/**
 * @param first what stands at once
 * @param changed called after anything changed that the page shows
 */
export function openStandingHouse(
  first: PageHouse,
  organisations: Organisations | undefined,
  changed: () => void,
): StandingHouse {
  let stand = standUp(first, organisations, changed);
  let exchanging: Promise<void> | undefined;

  /** Until the new house stands, the old one does: when the new one cannot be opened nothing is lost. */
  const exchange = async (known: Organisations, id: string): Promise<void> => {
    if (!known.list.some((one) => one.id === id))
      throw new PageRefusal(404, { en: `There is no organisation ${id} here.`, sv: `Här finns ingen ${id}.` });
    const opening = known.open(id).catch((error: unknown) => {
      throw notOpened(error);
    });
    const old = stand;
    stand = standUp(await opening, { list: known.list, chosen: id }, changed);
    await old.end();
  };
  const exchangeAlone = async (known: Organisations, request: IncomingMessage): Promise<void> => {
    const { id } = await readJson(request, chooseSchema);
    if (exchanging !== undefined) throw isOpening();
    const done = Promise.withResolvers<void>();
    exchanging = done.promise;
    try {
      await exchange(known, id);
    } finally {
      exchanging = undefined;
      done.resolve();
      changed();
    }
  };
  return {
    opened: () => stand.opened,
    routes: () => [...(organisations === undefined ? [] : [EXCHANGE]), ...stand.routes],
    async answer(route, request, query) {
      if (organisations !== undefined && route === EXCHANGE) {
        await exchangeAlone(organisations, request);
        return {};
      }
      if (exchanging !== undefined && request.method !== "GET") throw isOpening();
      await exchanging;
      return stand.answer(route, request, query);
    },
    async close() {
      await exchanging;
      await stand.end();
    },
  };
}

interface Stand {
  readonly opened: string;
  readonly routes: readonly string[];
  answer(route: string, request: IncomingMessage, query: URLSearchParams): Promise<Answer>;
  /** Lets go of the house and ends it; what it has not answered yet is refused. */
  end(): Promise<void>;
}

function standUp(house: PageHouse, shown: ShownOrganisations | undefined, changed: () => void): Stand {
  const opened = randomUUID();
  const organisations = shown === undefined ? {} : { organisations: { list: shown.list, chosen: shown.chosen } };
  const afterMove = async () => {
    await house.afterMove();
    changed();
  };
  const routes = openApi({ ...house, afterMove }, { opened, ...organisations });
  const watched = [...house.platforms, ...(house.plug === undefined ? [] : [house.plug])];
  const ends = watched.map((one) => one.onChange(changed));
  const waiting = new Set<(reason: PageRefusal) => void>();
  return {
    opened,
    routes: Object.keys(routes),
    async answer(name, request, query) {
      const route = routes[name];
      if (route === undefined) throw isGone();
      const gone = Promise.withResolvers<never>();
      waiting.add(gone.reject);
      try {
        return await Promise.race([route(request, query), gone.promise]);
      } finally {
        waiting.delete(gone.reject);
      }
    },
    async end() {
      for (const end of ends) end();
      for (const refuse of waiting) refuse(isGone());
      await house.close?.();
    },
  };
}

const isOpening = () =>
  new PageRefusal(409, {
    en: "An organisation is being opened; what was there is forgotten.",
    sv: "En organisation öppnas; det som fanns här glöms.",
  });

const isGone = () =>
  new PageRefusal(409, {
    en: "This was begun again; what was there is forgotten.",
    sv: "Det här har börjat om; det som fanns här är glömt.",
  });

function notOpened(error: unknown): PageRefusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new PageRefusal(409, { en: `It could not be opened: ${reason}`, sv: `Det gick inte att öppna: ${reason}` });
}
