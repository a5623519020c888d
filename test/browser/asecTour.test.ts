import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { organisationOf } from "../journeys/people.ts";
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
  house = await openHouse("2026-03-02T10:00", organisationOf("asec"));
  complaints = [];
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(house.url);
});
afterEach(() => leave());

/** Fails if the browser complained. */
async function leave(): Promise<void> {
  await context.close();
  await house.close();
  expect(complaints).toEqual([]);
}

const tour = () => page.getByRole("complementary", { name: "Tour" });
const pane = (number: 0 | 1) => page.locator(`#pane-${number}`);
const current = (title: string) => tour().locator("[aria-current=step]", { hasText: title });
const done = (step: string) => tour().locator(`[data-step=${step}][data-state=done]`).waitFor();

/** Has the people of the step put into the panes. Returns what the step says to press. */
async function takeMeThere(title: string): Promise<readonly string[]> {
  await current(title).getByRole("button", { name: "Take me there" }).click();
  return current(title).locator(".tour-label").allTextContents();
}

/** Presses the newest such button in the first pane. */
async function press(...labels: readonly string[]): Promise<void> {
  for (const label of labels) {
    // oxlint-disable no-await-in-loop -- one after the other
    await pane(0).getByRole("button", { name: label, exact: true }).last().click();
    await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
    // oxlint-enable no-await-in-loop
  }
}

const form = () => pane(0).getByRole("dialog");
const submit = () => form().locator("footer .primary").click();
const command = async (line: string) => {
  const composer = pane(0).getByRole("combobox", { name: /#general/ });
  await composer.fill(line);
  await composer.press("Enter");
};

async function choose(platform: string, label: string, option: string): Promise<void> {
  if (platform === "discord") await form().getByLabel(label).selectOption(option);
  else await form().getByRole("radio", { name: option }).check({ force: true });
}

/** On Slack what is answered to a form stands in its window. */
async function closeWindow(platform: string): Promise<void> {
  if (platform === "slack") await form().getByRole("button", { name: "Close" }).first().click();
}

async function doThisForMe(title: string): Promise<void> {
  const help = current(title).getByRole("button", { name: "Do this part for me" });
  await help.click();
  await help.waitFor({ state: "hidden" });
}

async function fillInReport(platform: string): Promise<void> {
  await form().getByRole("heading", { name: "Report, page 1/3" }).waitFor();
  await form().getByLabel("What happened?").fill("She shouted at me before the whole office.");
  await choose(platform, "How are you involved?", "It happened to me");
  await choose(platform, "Is it about somebody who reads reports?", "Maren Oliver");
  await form()
    .getByLabel(/Personal conduct/)
    .first()
    .check({ force: true });
  await submit();
  if (platform === "discord") await press("Continue");
  await form().getByRole("heading", { name: "Report, page 2/3" }).waitFor();
  await submit();
  if (platform === "discord") await press("Continue");
  await form().getByRole("heading", { name: "Report, page 3/3" }).waitFor();
  await form().getByLabel("How can we reach you?").fill("mona@example.org");
  await submit();
}

describe.each(["discord", "slack"] as const)("on %s", (platform) => {
  test("[A27] the whole tour of ASEC is taken by pressing what its steps say, past the Executive Director", async () => {
    await tour()
      .getByRole("radio", { name: platform === "discord" ? "Discord" : "Slack" })
      .check({ force: true });

    const file = await takeMeThere("A complaint about the Executive Director");
    await command(file[0] ?? "");
    await fillInReport(platform);
    await pane(0).getByText("Anika Rao and Lucas Tremblay").waitFor();
    await press(file.at(-1) ?? "");
    await done("file");

    const receive = await takeMeThere("It passes by her entirely");
    await press(...receive.slice(0, 2));
    await submit();
    await done("receive");
    await closeWindow(platform);
    expect(await pane(1).getAttribute("aria-label")).toContain("Maren Oliver");
    expect(await pane(1).textContent()).not.toContain("Case ");

    await press(...(await takeMeThere("The complaint is accepted")));
    await done("accept");
    await pane(1).getByText("accepted, to be investigated").first().waitFor();

    await takeMeThere("Both sides are heard");
    await doThisForMe("Both sides are heard");
    await done("investigate");

    await doThisForMe("The board gets a brief");
    const [, approve = ""] = await takeMeThere("The board gets a brief");
    await press(approve);
    await done("brief");

    await press(...(await takeMeThere("A director stands to gain")));
    await done("conflict");

    await doThisForMe("Three votes decide nothing");
    const [, inFavour = "", close = ""] = await takeMeThere("Three votes decide nothing");
    await press(inFavour);
    await pane(0).getByText("Your vote is counted").waitFor();
    await press(close);
    await done("inquorate");
    await pane(0).getByText("There is no quorum: 4 must be present. 3 are present.").waitFor();

    await press(...(await takeMeThere("A fourth makes the quorum")));
    await done("quorum");

    await press(...(await takeMeThere("The board decides")));
    await done("decision");

    await press(...(await takeMeThere("Both are told in writing")));
    await done("notices");
    await pane(1).getByText("Sanction: discipline by the board.").waitFor();
    await tour().locator(".tour-end").waitFor();
    await tour().getByText("10 of 10").waitFor();
  });
});
