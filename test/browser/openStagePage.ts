import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";

import { openPage } from "../../src/sandbox/page/openPage.ts";
import { openStage } from "../journeys/stage.ts";
import type { PlatformKind, Stage } from "../journeys/stage.ts";
import { officeOf } from "./house.ts";

/** Redress on one platform, and its page in a browser. */
export interface StagePage {
  readonly stage: Stage;
  readonly url: string;
  readonly page: Page;
  /** The first pane (0) or the second (1). */
  readonly pane: (number: 0 | 1) => Locator;
  /** Where one types in a pane. */
  readonly composer: (number: 0 | 1) => Locator;
  close(): Promise<void>;
}

export interface StagePageOptions {
  readonly platform: PlatformKind;
  readonly browser: Browser;
  readonly viewport?: { readonly width: number; readonly height: number };
}

const desktop = { width: 1400, height: 900 };
const pages = new WeakMap<Browser, Promise<Page>>();

/** One page for all tests of a browser: a new one each time takes longer than what is tested. */
function pageOf(browser: Browser): Promise<Page> {
  const page = pages.get(browser) ?? browser.newPage();
  pages.set(browser, page);
  return page;
}

/** Opens it with Mona in the first pane and Sara, who is an officer, in the second. Closing it fails if the browser complained. */
export async function openStagePage({ platform, browser, viewport }: StagePageOptions): Promise<StagePage> {
  const stage = await openStage({ platform, store: "memory" });
  const served = await openPage({
    port: 0,
    platforms: [stage.local],
    clock: stage.clock,
    organisation: "KTH student chapter",
    zone: "Europe/Stockholm",
    async afterMove() {
      await stage.redress.ring();
      await stage.settle();
    },
    async nextDue() {
      const next = await Promise.all([stage.store.nextDue(), stage.store.nextDueInMotions()]);
      return next.flatMap((each) => each?.epochMilliseconds ?? []).toSorted((a, b) => a - b)[0];
    },
    describe: officeOf,
    shortcuts: [{ id: "report", label: "File a report" }],
  });
  const page = await pageOf(browser);
  await page.setViewportSize(viewport ?? desktop);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A refused act is answered with 409, which Chromium notes too.
    if (message.type() === "error" && !message.text().includes("409")) complaints.push(message.text());
  });
  const pane = (number: 0 | 1) => page.locator(`#pane-${number}`);
  const composer = (number: 0 | 1) => pane(number).getByRole("combobox", { name: /^Message/ });
  const who = (name: string) => `${platform}:${stage.person(name).id}`;
  await page.goto(`${served.url}#pane0=${who("Mona")}&pane1=${who("Sara")}`);
  await pane(0).locator(".messages > *").first().waitFor({ state: "attached" });
  await pane(1).locator(".messages > *").first().waitFor({ state: "attached" });
  return {
    stage,
    url: served.url,
    page,
    pane,
    composer,
    async close() {
      await page.goto("about:blank");
      page.removeAllListeners();
      await served.close();
      await stage.close();
      expect(complaints).toEqual([]);
    },
  };
}
