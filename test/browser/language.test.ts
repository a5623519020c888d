import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { launchChromium } from "./chromium.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";

let browser: Browser;
let house: House;
let context: BrowserContext;
beforeAll(async () => {
  browser = await launchChromium();
}, 600_000);
afterAll(() => browser.close());
beforeEach(async () => {
  house = await openHouse();
  context = await browser.newContext({ locale: "en-GB" });
});
afterEach(async () => {
  await context.close();
  await house.close();
});

const pane = (page: Page, number: 0 | 1) => page.locator(`#pane-${number}`);

/** Opens the page with somebody who uses Discord in English, and somebody who uses Slack in Swedish. */
async function open(): Promise<Page> {
  const mona = house.stage("discord").person("Mona");
  const lo = house.stage("slack").person("Lo");
  const page = await context.newPage();
  await page.goto(`${house.url}#pane0=discord:${mona.id}&pane1=slack:${lo.id}`);
  for (const number of [0, 1] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await pane(page, number).locator(".messages > *").first().waitFor({ state: "attached" });
  return page;
}

test("the page changes to Swedish with the same people before the same places, and stays so", async () => {
  const page = await open();
  await pane(page, 0).getByRole("button", { name: "redress-rooms" }).click();
  await pane(page, 0).locator(".place-title", { hasText: "redress-rooms" }).waitFor();
  const address = page.url();
  await page.getByRole("button", { name: "Svenska" }).click();
  await page.getByRole("button", { name: "English" }).waitFor();

  expect(await page.title()).toBe("Redress på prov");
  expect(await page.locator("html").getAttribute("lang")).toBe("sv");
  await page.locator(".clock-day", { hasText: "söndag 1 mars 2026" }).waitFor();
  await page.getByRole("button", { name: "ställ fram klockan en dag" }).click();
  await page.locator(".clock-day", { hasText: "måndag 2 mars 2026" }).waitFor();
  expect(page.url()).toBe(address);
  await expect.poll(() => pane(page, 0).getAttribute("aria-label")).toBe("Mona Wik på Discord");
  expect(await pane(page, 1).getAttribute("aria-label")).toBe("Lo Ström på Slack");
  expect(await pane(page, 0).getByLabel("Du är").textContent()).toContain("Sara Lind, trygghetsombud");
  await pane(page, 0).locator(".place-title", { hasText: "redress-rooms" }).waitFor();
  await page.getByRole("button", { name: "Vad är det här?" }).click();
  await page.getByRole("dialog", { name: "Vad är det här?" }).getByText("påhittad Discord-server").waitFor();

  await page.reload();
  expect(await page.title()).toBe("Redress på prov");
});

test("a client speaks the language of the person whose it is, whatever the page around it speaks", async () => {
  const page = await open();
  await pane(page, 0).getByRole("combobox", { name: "Message #general" }).waitFor();
  await pane(page, 1).getByRole("combobox", { name: "Meddelande till #general" }).fill("/");
  await pane(page, 1).getByRole("option", { name: "/report" }).click();
  await pane(page, 1).getByRole("combobox", { name: "Meddelande till #general" }).press("Enter");
  const form = pane(page, 1).getByRole("dialog");
  await form.locator("footer .primary").click();
  await form.getByText("Fyll i det här obligatoriska fältet.").first().waitFor();
  await form.getByRole("button", { name: "Stäng" }).waitFor();
  expect(await pane(page, 1).locator(".pane-body").getAttribute("lang")).toBe("sv");
  await page.getByRole("button", { name: "Svenska" }).click();
  await page.getByRole("button", { name: "English" }).waitFor();
  await pane(page, 0).getByRole("combobox", { name: "Message #general" }).waitFor();
  expect(await pane(page, 0).locator(".pane-body").getAttribute("lang")).toBe("en");
});

test("what the page refuses is said in its own language", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Svenska" }).click();
  await page.getByRole("button", { name: "English" }).waitFor();
  const composer = pane(page, 0).getByRole("combobox", { name: "Message #general" });
  await page.route("**/api/act", (route) =>
    route.fulfill({ status: 409, json: { refused: { en: "No.", sv: "Nej." } } }),
  );
  await composer.fill("hello");
  await composer.press("Enter");
  const line = pane(page, 0).locator(".notice-line");
  await line.waitFor();
  expect(await line.textContent()).toBe("Nej.");
});
