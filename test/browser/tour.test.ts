import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { launchChromium } from "./chromium.ts";
import { openHouse } from "./house.ts";
import type { House } from "./house.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 600_000);
afterAll(() => browser.close());

let house: House;
let context: BrowserContext;
let page: Page;
let complaints: string[];
beforeEach(async () => {
  house = await openHouse();
  complaints = [];
});
afterEach(() => leave());

/** Fails if the browser complained. */
async function leave(): Promise<void> {
  await context.close();
  await house.close();
  expect(complaints).toEqual([]);
}

/** Opens the page as somebody who has never been there. */
async function visit(viewport = { width: 1440, height: 900 }): Promise<void> {
  context = await browser.newContext({ viewport, locale: "en-GB" });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(house.url);
}

const tour = () => page.getByRole("complementary", { name: "Tour" });
const pane = (number: 0 | 1) => page.locator(`#pane-${number}`);
const current = (title: string) => tour().locator("[aria-current=step]", { hasText: title });
const done = (step: string) => tour().locator(`[data-step=${step}][data-state=done]`).waitFor();
const quiet = () => page.locator("[aria-busy=true]").waitFor({ state: "detached" });

/** Has the people of the step put into the panes. Returns what the step says to press. */
async function takeMeThere(title: string): Promise<readonly string[]> {
  await current(title).getByRole("button", { name: "Take me there" }).click();
  return current(title).locator(".tour-label").allTextContents();
}

/** Presses the newest such button in the first pane. */
async function press(label: string): Promise<void> {
  await pane(0).getByRole("button", { name: label, exact: true }).last().click();
  await quiet();
}

const submit = () => pane(0).getByRole("dialog").locator("footer .primary").click();

async function doThisForMe(title: string): Promise<void> {
  const help = current(title).getByRole("button", { name: "Do this part for me" });
  await help.click();
  await help.waitFor({ state: "hidden" });
}

async function fillInReport(platform: string, labels: readonly string[]): Promise<void> {
  const form: Locator = pane(0).getByRole("dialog");
  await form.getByRole("heading", { name: "Report, page 1/2" }).waitFor();
  await form.getByLabel("What happened?").fill("He went on after I had said no.");
  if (platform === "discord") await form.getByLabel("How are you involved?").selectOption("It happened to me");
  else await form.getByLabel("It happened to me").check();
  await form.getByRole("combobox", { name: labels[1] ?? "" }).fill("nils");
  await form.getByRole("option", { name: "Nils Orrby" }).click();
  await submit();
  if (platform === "discord") await press(labels[2] ?? "");
  await form.getByRole("heading", { name: "Report, page 2/2" }).waitFor();
  await submit();
}

describe.each(["discord", "slack"] as const)("on %s", (platform) => {
  test("the whole tour is taken by pressing what its steps say, and each is ticked off by itself", async () => {
    await visit();
    await tour()
      .getByRole("radio", { name: platform === "discord" ? "Discord" : "Slack" })
      .check({ force: true });

    const file = await takeMeThere("A member reports");
    const composer = pane(0).getByRole("combobox", { name: /#general/ });
    await composer.fill(file[0] ?? "");
    await composer.press("Enter");
    await fillInReport(platform, file);
    await press(file.at(-1) ?? "");
    await done("file");
    expect(await tour().getByRole("status").textContent()).toBe(
      "Done: A member reports. Next: An officer receives it.",
    );

    const [take = "", acknowledge = ""] = await takeMeThere("An officer receives it");
    await press(take);
    await press(acknowledge);
    await submit();
    await done("receive");
    await pane(1).getByText("Your report has been read").waitFor();

    await takeMeThere("Both sides are heard");
    await doThisForMe("Both sides are heard");
    await done("hear");
    await pane(1).getByText("You are asked to a meeting").first().waitFor();

    await doThisForMe("The board gets a brief without names");
    const [, check = "", approve = ""] = await takeMeThere("The board gets a brief without names");
    await press(check);
    await submit();
    // Slack says in the window that it is done.
    if (platform === "slack") await pane(0).getByRole("dialog", { name: "Redress" }).locator("footer button").click();
    await press(approve);
    await done("brief");

    for (const label of await takeMeThere("Somebody has a conflict of interest")) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await press(label);
    }
    await done("conflict");

    await doThisForMe("Four votes decide nothing");
    const [, inFavour = "", close = ""] = await takeMeThere("Four votes decide nothing");
    await press(inFavour);
    await pane(0).getByText("Your vote is counted").waitFor();
    await press(close);
    await done("inquorate");
    await pane(0)
      .getByText("There is no quorum: 5 must be present, including one of the presidency. 4 are present.")
      .waitFor();

    for (const label of await takeMeThere("A fifth makes the quorum")) {
      // oxlint-disable-next-line no-await-in-loop
      await press(label);
    }
    await done("quorum");

    const [closeAgain = ""] = await takeMeThere("The board gives a warning");
    await press(closeAgain);
    await done("warning");

    const [send = ""] = await takeMeThere("Both parties are told in writing");
    await press(send);
    await done("notices");
    await pane(1).getByText("Sanction: warning").waitFor();

    await takeMeThere("The window for an appeal closes");
    await current("The window for an appeal closes")
      .getByRole("button", { name: /thirty days/ })
      .click();
    await current("The window for an appeal closes")
      .getByRole("button", { name: /by a day/ })
      .click();
    await done("appeal");

    await takeMeThere("The warning lapses");
    const toNextDue = current("The warning lapses").getByRole("button", { name: "To what is due next" });
    for (const day of ["15 February 2027", "28 February 2027", "1 March 2027"]) {
      // oxlint-disable-next-line no-await-in-loop
      await toNextDue.click();
      // oxlint-disable-next-line no-await-in-loop
      await page.locator("#clock .clock-day", { hasText: day }).waitFor();
    }
    await done("lapse");
    await pane(0).getByText("Your warning lapsed").waitFor();
    await tour().locator(".tour-end", { hasText: "That was the whole story." }).waitFor();
    await tour().getByText("11 of 11").waitFor();

    await tour().getByRole("button", { name: "Begin the tour again" }).click();
    await current("A member reports").waitFor();
    await tour().getByText("0 of 11").waitFor();
  });
});

test("the tour is open on the first visit, and stays closed once it was closed", async () => {
  await visit();
  await current("A member reports").waitFor();
  await tour().getByRole("button", { name: "Close", exact: true }).click();
  await tour().waitFor({ state: "hidden" });
  await page.goto("about:blank");
  await page.goto(house.url);
  await pane(0).locator(".messages > *").first().waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Tour" }).waitFor();
  expect(await tour().isVisible()).toBe(false);
});

test("on a phone the tour waits behind its button, and makes room for where it leads", async () => {
  await visit({ width: 390, height: 844 });
  const button = page.getByRole("button", { name: "Tour" });
  await button.waitFor();
  expect(await tour().isVisible()).toBe(false);
  await button.click();
  await takeMeThere("A member reports");
  await tour().waitFor({ state: "hidden" });
  expect(await pane(0).and(page.locator(":focus")).count()).toBe(1);
});

test("a step is folded and unfolded by the keyboard, and Escape closes the tour", async () => {
  await visit();
  const later = tour().getByRole("button", { name: /The warning lapses/ });
  await later.waitFor();
  await later.press("Enter");
  expect(await later.getAttribute("aria-expanded")).toBe("true");
  await tour().getByText("After 365 days").waitFor();
  await later.press("Enter");
  expect(await later.getAttribute("aria-expanded")).toBe("false");
  await later.press("Escape");
  await tour().waitFor({ state: "hidden" });
  expect(await page.getByRole("button", { name: "Tour" }).and(page.locator(":focus")).count()).toBe(1);
});
