import type { Browser } from "playwright-core";

import { launchChromium } from "../browser/chromium.ts";
import { row } from "./print.ts";

const ROUNDS = 5;

interface Paint {
  /** Milliseconds from asking for the page until something stood on the screen. */
  readonly first: number;
  /** Until the first message, or the word that there is none, stood in a pane. */
  readonly useful: number;
}

/** How soon a browser that has never been here shows something, and something of use. */
export async function benchPage(url: string): Promise<void> {
  const browser = await launchChromium();
  const paints: Paint[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, or they would measure each other
    paints.push(await openOnce(browser, url));
  await browser.close();
  const [opening] = paints;
  row("page: first paint, opened for the first time", asSeconds(opening?.first));
  row("page: first messages, opened for the first time", asSeconds(opening?.useful), "under 2 s");
  row(
    `page: first messages, middle of ${ROUNDS} without a cache`,
    asSeconds(middle(paints.map(({ useful }) => useful))),
  );
}

async function openOnce(browser: Browser, url: string): Promise<Paint> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(`
    window.useful = new Promise((resolve) => {
      const look = () => {
        const seen = document.querySelector(".messages > *") !== null;
        // What is found in one frame is on the screen with the next.
        if (seen) requestAnimationFrame(() => resolve(performance.now()));
        else requestAnimationFrame(look);
      };
      look();
    });
  `);
  await page.goto(url);
  const useful = Number(await page.evaluate("window.useful"));
  const first = Number(
    await page.evaluate(`performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN`),
  );
  await context.close();
  return { first, useful };
}

const asSeconds = (ms = Number.NaN) => `${(ms / 1000).toFixed(2)} s`;
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
