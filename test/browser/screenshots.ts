/** Pictures of the page. Usage: node test/browser/screenshots.ts <folder> */
import { mkdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import type { Browser, Page } from "playwright-core";

import { planted, playToVote } from "../journeys/plays.ts";
import type { PlatformKind } from "../journeys/stage.ts";
import { launchChromium } from "./chromium.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";

const folder = process.argv[2] ?? "screenshots";
mkdirSync(folder, { recursive: true });

const sizes = { desktop: { width: 1400, height: 900 }, phone: { width: 390, height: 844 } } as const;
const house = await openHouse();
const browser = await launchChromium();

/** The address of the page with two people in front of places, named as they stand in the list. */
function addressOf(platform: PlatformKind, panes: readonly (readonly [person: string, place: string])[]): string {
  const stage = house.stage(platform);
  const parts = panes.map(([name, place], at) => {
    const { id } = stage.person(name);
    const found = stage.local
      .person(id)
      .places()
      .find((one) => one.kind === place || one.name.startsWith(place));
    return `pane${at}=${platform}:${id}:${found?.id ?? ""}`;
  });
  return `${house.url}#${parts.join("&")}`;
}

interface Scene {
  readonly name: string;
  readonly address: string;
  readonly before?: (page: Page) => Promise<void>;
}

async function take(from: Browser, { name, address, before }: Scene): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes))
    for (const colorScheme of ["light", "dark"] as const) {
      // oxlint-disable no-await-in-loop -- one picture after the other
      const page = await from.newPage({ viewport, colorScheme, deviceScaleFactor: size === "phone" ? 2 : 1 });
      page.on("console", (message) => {
        if (message.type() === "error") process.stderr.write(`${name}: ${message.text()}\n`);
      });
      await page.goto(address);
      await page.locator("#pane-0 .messages > *").first().waitFor({ state: "attached" });
      await page.locator("#pane-1 .messages > *").first().waitFor({ state: "attached" });
      await before?.(page);
      await page.screenshot({ path: path.join(folder, `${name}-${size}-${colorScheme}.png`) });
      // A form stays open at the platform when the page is closed.
      await page.keyboard.press("Escape");
      await page.close();
      // oxlint-enable no-await-in-loop
    }
}

async function typeReport(page: Page): Promise<void> {
  const pane = page.locator("#pane-0");
  await pane.getByRole("combobox", { name: /Message/ }).fill("/report");
  await page.keyboard.press("Enter");
  await pane.getByLabel("What happened?").fill(planted.what);
}

async function scenes(of: House): Promise<readonly Scene[]> {
  const perPlatform = await Promise.all(
    (["discord", "slack"] as const).map(async (platform): Promise<readonly Scene[]> => {
      const stage = of.stage(platform);
      await playToVote(stage);
      return [
        {
          name: `${platform}-1-story`,
          address: addressOf(platform, [
            ["Mona", "Redress"],
            ["Sara", "case-"],
          ]),
        },
        {
          name: `${platform}-2-board`,
          address: addressOf(platform, [
            ["Nils", "Redress"],
            ["Petra", "board-"],
          ]),
        },
        {
          name: `${platform}-3-form`,
          address: addressOf(platform, [
            ["Nils", "general"],
            ["Sara", "case-"],
          ]),
          before: typeReport,
        },
        {
          name: `${platform}-4-commands`,
          address: addressOf(platform, [
            ["Sara", "general"],
            ["Omar", "case-"],
          ]),
          before: (page) =>
            page
              .locator("#pane-0")
              .getByRole("combobox", { name: /Message/ })
              .fill("/case "),
        },
      ];
    }),
  );
  return perPlatform.flat();
}

for (const scene of await scenes(house)) {
  // oxlint-disable-next-line no-await-in-loop
  await take(browser, scene);
}
await browser.close();
await house.close();
