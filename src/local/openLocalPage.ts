import { openPage } from "../sandbox/page/openPage.ts";
import type { Page } from "../sandbox/page/openPage.ts";
import type { PageHouse } from "../sandbox/page/pageOptions.ts";
import type { LocalHouse } from "./localHouse.ts";
import { readRunnable } from "./runnable.ts";
import type { Runnable, RunnableRules } from "./runnable.ts";

export interface LocalPageOptions {
  readonly port: number;
  readonly organisations: readonly Runnable[];
  /** The id of the one that is opened first. */
  readonly chosen: string;
  /** Opens a house with nothing in it; closing it closes all that was opened for it. */
  readonly openHouse: (rules: RunnableRules) => Promise<LocalHouse>;
}

/**
 * The page, with one organisation behind it that can be exchanged for another or begun again. The files are read each time: what has
 * been changed in them holds from then on.
 */
export async function openLocalPage({ port, organisations, chosen, openHouse }: LocalPageOptions): Promise<Page> {
  const open = async (id: string): Promise<PageHouse> => {
    const found = organisations.find((one) => one.id === id);
    if (found === undefined) throw new Error(`There is no organisation ${id}.`);
    const house = await openHouse(readRunnable(found.files));
    return { ...house.page, close: () => house.close() };
  };
  const list = organisations.map(({ id, name }) => ({ id, name }));
  return openPage({ port, ...(await open(chosen)), organisations: { list, chosen, open } });
}
