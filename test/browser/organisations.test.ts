import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { fileReport } from "../journeys/plays.ts";
import type { PlatformKind } from "../journeys/stage.ts";
import { findBarriersInAllLooks } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { chess, kthName, openOrganisations } from "./openOrganisations.ts";
import type { OrganisationsPage } from "./openOrganisations.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 600_000);
afterAll(() => browser.close());

let here: OrganisationsPage;
let context: BrowserContext;
let page: Page;
let complaints: string[];

interface Visit {
  readonly isAlone?: boolean;
  readonly locale?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

async function visit({ isAlone = false, locale = "en-GB", viewport = { width: 1400, height: 900 } }: Visit = {}) {
  here = await openOrganisations(isAlone);
  context = await browser.newContext({ viewport, locale });
  complaints = [];
  page = await openTab();
}

/** What the page had asked and was not answered when another organisation was opened is refused: a browser writes that down by itself. */
const isRefusedMeanwhile = (text: string) =>
  text === "Failed to load resource: the server responded with a status of 409 (Conflict)";

async function openTab(): Promise<Page> {
  const tab = await context.newPage();
  tab.on("pageerror", (error) => complaints.push(error.message));
  tab.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await tab.goto(here.url);
  await tab.locator("#pane-1 .messages > *").first().waitFor({ state: "attached" });
  return tab;
}

afterEach(() => leave());

/** Fails if the browser complained, or a platform about Redress. */
async function leave(): Promise<void> {
  await context.close();
  await here.close();
  expect(complaints.filter((text) => !isRefusedMeanwhile(text))).toEqual([]);
  expect(here.houses.flatMap(({ discord, slack }) => [...discord.problems(), ...slack.problems()])).toEqual([]);
}

const organisation = () => page.getByRole("combobox", { name: "Organisation" });
const asking = (name: string) => page.getByRole("dialog", { name });
const paneOf = (tab: Page, number: 0 | 1) => tab.locator(`#pane-${number}`);
const pane = (number: 0 | 1) => paneOf(page, number);
const day = (name: string) => page.locator(".clock-day", { hasText: name });
const beginAgain = () => page.getByRole("button", { name: "Begin again" });
const isFocused = async (element: Locator) => (await element.and(page.locator(":focus")).count()) === 1;
const announced = (sentence: string) =>
  page.locator("#organisation [role=status]", { hasText: sentence }).waitFor({ state: "attached" });
const isFresh = (name: string) => announced(`${name} is open, and everything is fresh.`);

async function open(name: string): Promise<void> {
  await organisation().selectOption(name);
  await asking(`Open ${name}?`).getByRole("button", { name: "Open" }).click();
  await isFresh(name);
}

/** A member of the chapter reports on a platform, in the first pane. */
async function report(platform: PlatformKind): Promise<void> {
  await pane(0)
    .getByRole("radio", { name: platform === "discord" ? "Discord" : "Slack" })
    .check({ force: true });
  const composer = pane(0).getByRole("combobox", { name: /#general/ });
  await composer.fill("/report");
  await composer.press("Enter");
  await pane(0).getByRole("dialog", { name: "Report, page 1/2" }).waitFor();
  await pane(0).getByRole("button", { name: "Cancel" }).click();
  await fileReport(here.stage(platform));
}

test("another organisation is opened and left again; each time its own people stand there and nothing of before", async () => {
  await visit();
  await fileReport(here.stage("discord"));
  await page.getByRole("button", { name: "+1 week" }).click();
  await day("Sunday, 8 March 2026").waitFor();

  await open(chess);
  expect(await pane(0).getAttribute("aria-label")).toBe("Mona Wik on Discord");
  expect(await pane(1).getAttribute("aria-label")).toBe("Selma Rook on Discord");
  await day("Sunday, 1 March 2026").waitFor();
  expect(await isFocused(organisation())).toBe(true);
  await page.getByRole("button", { name: "Case files" }).click();
  await page.getByText("There is no case yet.").waitFor();
  await report("discord");
  await page.locator("[data-case]").first().waitFor();
  await report("slack");
  await expect.poll(() => page.locator("[data-case]").count()).toBe(2);

  await open(kthName);
  expect(await pane(1).getAttribute("aria-label")).toBe("Sara Lind on Discord");
  await page.getByText("There is no case yet.").waitFor();
  await report("slack");
  await page.locator("[data-case]").first().waitFor();
});

test("the tour begins anew, and where there is none its panel says so", async () => {
  await visit();
  const tour = page.getByRole("complementary", { name: "Tour" });
  await fileReport(here.stage("discord"));
  await tour.locator("[data-step=file][data-state=done]").waitFor();
  await open(chess);
  await tour.getByText(`There is no tour of ${chess} yet.`).waitFor();
  await open(kthName);
  await tour.locator("[data-step=file]").waitFor();
  expect(await tour.locator("[data-step=file]").getAttribute("data-state")).toBe("now");
});

test("where one organisation alone is here its name stands as a text, and begun again the same people stand there", async () => {
  await visit({ isAlone: true });
  expect(await organisation().count()).toBe(0);
  expect(await page.locator("#organisation").textContent()).toContain(kthName);
  await pane(1).getByLabel("You are").selectOption({ label: "Petra Nyman, president" });
  await fileReport(here.stage("discord"));
  await pane(0)
    .getByRole("button", { name: /^Places/ })
    .click();
  await beginAgain().click();
  await asking(`Begin again with ${kthName}?`).getByText("is forgotten").waitFor();
  await page.keyboard.press("Enter");
  await isFresh(kthName);
  expect(await isFocused(beginAgain())).toBe(true);
  expect(await pane(1).getAttribute("aria-label")).toBe("Petra Nyman on Discord");
  await pane(0).getByText("This is the beginning of general.").waitFor();
  await report("discord");
});

test("who does not want to forget leaves everything as it is, with the keyboard too", async () => {
  await visit();
  const { length } = here.houses;
  await organisation().focus();
  await organisation().selectOption(chess);
  await asking(`Open ${chess}?`).waitFor();
  await page.keyboard.press("Escape");
  await asking(`Open ${chess}?`).waitFor({ state: "hidden" });
  await expect.poll(() => organisation().locator("option:checked").textContent()).toBe(kthName);
  expect(await isFocused(organisation())).toBe(true);
  await beginAgain().click();
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(here.houses).toHaveLength(length);
});

test("a page that is open elsewhere is drawn anew too, whoever stood in it", async () => {
  await visit();
  const other = await openTab();
  await paneOf(other, 0).getByRole("radio", { name: "Slack" }).check({ force: true });
  await paneOf(other, 0).getByLabel("You are").selectOption({ label: "Petra Nyman, president" });
  await paneOf(other, 0).getByRole("button", { name: "Home" }).click();
  await open(chess);
  await expect.poll(() => paneOf(other, 0).getAttribute("aria-label")).toBe("Mona Wik on Slack");
  await expect.poll(() => paneOf(other, 1).getAttribute("aria-label")).toBe("Selma Rook on Discord");
});

test("an address that names people and places that are not there shows the first view on the same platforms", async () => {
  await visit();
  await page.goto("about:blank");
  await page.goto(`${here.url}#pane0=slack:U00000141:C9999&pane1=slack:U9999:C00000001`);
  await expect.poll(() => pane(0).getAttribute("aria-label")).toBe("Mona Wik on Slack");
  expect(await pane(1).getAttribute("aria-label")).toBe("Sara Lind on Slack");
  await pane(0).getByText("This is the beginning of general.").waitFor();
  await pane(1).getByText("This is the beginning of general.").waitFor();
  expect(await page.locator(".notice-line").count()).toBe(0);
});

test("what cannot be opened is said in the window, and everything stays as it is", async () => {
  await visit();
  here.spoil("chess");
  await organisation().selectOption(chess);
  await asking(`Open ${chess}?`).getByRole("button", { name: "Open" }).click();
  await asking(`Open ${chess}?`).getByRole("alert").getByText("chess.yaml:4:10 redress: found 7; expected 1").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect.poll(() => organisation().locator("option:checked").textContent()).toBe(kthName);
  expect(here.houses).toHaveLength(1);
  // The browser notes the refusal too.
  expect(complaints.splice(0)).toEqual([expect.stringContaining("409")]);
});

describe("axe finds nothing, light or dark, wide or narrow, in", () => {
  test("the choice, the window that asks, and what says that there is no tour", async () => {
    await visit();
    expect(await findBarriersInAllLooks(page)).toEqual([]);
    await organisation().selectOption(chess);
    await asking(`Open ${chess}?`).waitFor();
    expect(await findBarriersInAllLooks(page)).toEqual([]);
    await asking(`Open ${chess}?`).getByRole("button", { name: "Open" }).click();
    await isFresh(chess);
    await page.getByText("There is no tour").waitFor();
    expect(await findBarriersInAllLooks(page)).toEqual([]);
  });
});

test("on a phone, in Swedish, one begins again", async () => {
  await visit({ locale: "sv-SE", viewport: { width: 390, height: 844 } });
  await page.getByRole("combobox", { name: "Organisation" }).selectOption(chess);
  await asking(`Öppna ${chess}?`).getByRole("button", { name: "Öppna" }).click();
  await announced(`${chess} är öppen, och allt är som nytt.`);
  await page.getByRole("button", { name: "Börja om", exact: true }).click();
  await asking(`Börja om med ${chess}?`).getByRole("button", { name: "Avbryt" }).click();
  expect(await page.locator("html").evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(390);
});
