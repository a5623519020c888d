import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { findBarriersInAllLooks } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";
import { closeForms, fillHouse, reach, states } from "./states.ts";

const desktop = { width: 1400, height: 900 };
const phone = { width: 390, height: 844 };
const enlarged = { width: 320, height: 256 };
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 600_000);
afterAll(() => browser.close());

describe.each(["discord", "slack"] as const)("on %s axe finds nothing, light or dark, wide or narrow, in", (kind) => {
  let house: House;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    house = await openHouse();
    await fillHouse(house, kind);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    context = await browser.newContext({ reducedMotion: "reduce", viewport: desktop });
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    closeForms(house, kind);
  });

  /** What axe finds in each look. */
  async function findAll(): Promise<readonly string[]> {
    const all = [...(await findBarriersInAllLooks(page))];
    // A window of 1280 px at 400 %.
    await page.setViewportSize(enlarged);
    const width = Number(await page.evaluate("document.documentElement.scrollWidth"));
    if (width > enlarged.width) all.push(`at 400 % the page has to be scrolled sideways: it is ${width} px wide`);
    return all;
  }

  test.each(states.filter(({ only }) => only === undefined || only === kind))("$name", async (state) => {
    await reach(page, house, kind, state);
    expect(await findAll()).toEqual([]);
  });

  test("each panel of the drawer", async () => {
    const [first] = states;
    if (first === undefined) throw new Error("There are no states.");
    await reach(page, house, kind, first);
    const buttons = page.locator("#side-buttons button");
    for (let at = 0; at < (await buttons.count()); at += 1) {
      // oxlint-disable no-await-in-loop -- one panel after the other
      await page.setViewportSize(desktop);
      await buttons.nth(at).click();
      await page.locator("#side .side-body > *").waitFor();
      await expect.poll(() => page.locator("#side [aria-busy=true]").count()).toBe(0);
      expect(await findAll()).toEqual([]);
      // oxlint-enable no-await-in-loop
    }
  });

  test("the places and the clock of a phone", async () => {
    const [first] = states;
    if (first === undefined) throw new Error("There are no states.");
    await reach(page, house, kind, first);
    await page.setViewportSize(phone);
    await page.locator("#pane-0 .places-toggle").click();
    await page.locator(".clock-toggle").click();
    expect(await findAll()).toEqual([]);
  });
});
