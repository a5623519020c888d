import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { fileReport, playToVote } from "../journeys/plays.ts";
import type { PlatformKind } from "../journeys/stage.ts";
import { findBarriers } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";

let browser: Browser;
let house: House;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
}, 600_000);
afterAll(() => browser.close());
afterEach(async () => {
  await page.close();
  await house.close();
});

/** Opens the page in front of Mona and Sara. */
async function open(platform: PlatformKind, locale = "en-GB"): Promise<void> {
  const colorScheme = locale === "en-GB" ? "light" : "dark";
  page = await browser.newPage({ locale, colorScheme, viewport: { width: 1400, height: 900 } });
  const who = (name: string) => `${platform}:${house.stage(platform).person(name).id}`;
  await page.goto(`${house.url}#pane0=${who("Mona")}&pane1=${who("Sara")}`);
  await page.locator("#pane-1 .messages > *").first().waitFor({ state: "attached" });
}

const drawerButton = (name: string) => page.locator("#side-buttons").getByRole("button", { name });
const column = (name: string) => page.getByRole("dialog").getByRole("region", { name });

test("[V-02][V-05] a case is shown as its officers, the board and each party see it, next to each other, and anew when something happens", async () => {
  house = await openHouse();
  const stage = house.stage("discord");
  await open("discord");
  await drawerButton("Case files").click();
  await page.getByText("There is no case yet.").waitFor();
  const codeName = await fileReport(stage);
  await page.locator("#side").getByRole("button", { name: codeName }).press("Enter");
  const window = page.getByRole("dialog", { name: `Case ${codeName}, from every side` });
  await window.getByText("Nobody sees these side by side in the product").waitFor();
  await column("officers").getByText("Report received").waitFor();
  await column("officers").getByText("Memo 5.1").waitFor();
  await column("Board").getByText("for them there is no such case yet").waitFor();
  await column("respondent").getByText("for them there is no such case yet").waitFor();
  expect(await column("complainant").getByText("This is what the person who reported may see").count()).toBe(1);
  await stage.person("Sara").press("Take the case");
  await column("officers").getByText("Case taken").waitFor();
  await column("complainant").getByText("Sara Lind").waitFor();
  expect(await findBarriers(page)).toEqual([]);
  // The list behind the window is drawn anew: the focus comes back to the case all the same.
  await stage.person("Sara").press("Acknowledge the report");
  await stage.person("Sara").fillIn({ "Your message": "Thank you." });
  await stage.settle();
  await stage.person("Sara").press("In contact with the complainant");
  await page.locator(".case-open", { hasText: "assessment" }).waitFor();
  await page.keyboard.press("Escape");
  await window.waitFor({ state: "hidden" });
  expect(await page.locator(":focus").textContent()).toContain(codeName);
});

test("the case files stand below each other on a phone, with nothing beyond its edge", async () => {
  house = await openHouse();
  const codeName = await playToVote(house.stage("slack"));
  await open("slack");
  await page.setViewportSize({ width: 390, height: 844 });
  await drawerButton("Case files").click();
  await page.locator("#side").getByRole("button", { name: codeName }).click();
  await column("Board").getByText("An approved brief is before the Board").waitFor();
  const [officers, board] = [await column("officers").boundingBox(), await column("Board").boundingBox()];
  expect(board?.y).toBeGreaterThanOrEqual((officers?.y ?? 0) + (officers?.height ?? 0));
  expect((officers?.width ?? 0) + (officers?.x ?? 0)).toBeLessThanOrEqual(390);
});

test("[K40] a move to what is due next says how many things happened, and the log says what they were", async () => {
  house = await openHouse();
  const codeName = await fileReport(house.stage("slack"));
  await open("slack");
  await drawerButton("What the clock did").click();
  await page.getByText("Nothing yet. Move the clock forward").waitFor();
  await page.locator("#side").press("Escape");
  const clock = page.locator("#clock");
  await clock.getByRole("button", { name: "+1 hour" }).click();
  await clock.getByRole("button", { name: "Nothing happened" }).waitFor();
  expect(await clock.getByRole("status").textContent()).toMatch(/^It is now .*\. Nothing happened\.$/);
  await clock.getByRole("button", { name: "To what is due next: Mon 2 Mar, 09:00" }).click();
  await clock.getByRole("button", { name: "1 thing happened" }).click();
  expect(await clock.getByRole("status").textContent()).toMatch(/ 1 thing happened\.$/);
  const log = page.locator("#side");
  await log
    .getByText("Notice sent to the officers: Reminder of “Acknowledge the report”, due Tuesday, 3 March 2026")
    .waitFor();
  await log.getByRole("heading", { name: "Monday, 2 March 2026, 09:00" }).waitFor();
  await log.getByText(codeName).waitFor();
  await clock.getByRole("button", { name: "+1 day" }).click();
  await expect.poll(() => log.getByRole("listitem").count()).toBe(2);
  expect(await log.getByRole("listitem").first().textContent()).toContain("Reminder");
  expect(await log.getByRole("heading", { level: 3 }).first().textContent()).toBe("Tuesday, 3 March 2026, 09:00");
});

test("in Swedish the log, the clock and the case files speak Swedish", async () => {
  house = await openHouse();
  const codeName = await fileReport(house.stage("discord"));
  await open("discord", "sv-SE");
  await page.locator("#clock").getByRole("button", { name: "+1 dag" }).click();
  await page.locator("#clock").getByRole("button", { name: "1 sak hände" }).click();
  await page
    .getByText("Besked skickat till handläggarna: Påminnelse om ”Bekräfta anmälan”, senast tisdag 3 mars 2026")
    .waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await drawerButton("Akter").click();
  await page.locator("#side").getByRole("button", { name: codeName }).click();
  await column("styrelsen").getByText("för dem finns ärendet inte än").waitFor();
  expect(await findBarriers(page)).toEqual([]);
});
