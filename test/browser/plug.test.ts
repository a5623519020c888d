import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { acknowledge, fileReport, reachSending } from "../journeys/plays.ts";
import type { PlatformKind } from "../journeys/stage.ts";
import { findBarriersInAllLooks } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { openHouse } from "./house.ts";
import type { House, HouseStage } from "./house.ts";

let browser: Browser;
let page: Page;
let house: House;
const complaints: string[] = [];
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage({ locale: "en-GB", viewport: { width: 1900, height: 1000 } });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A refused act is answered with 409, which Chromium notes too.
    if (message.type() === "error" && !message.text().includes("409")) complaints.push(message.text());
  });
});
afterAll(() => browser.close());
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await page.goto("about:blank");
  await house.close();
  const heard = complaints.splice(0);
  if (heard.length > 0) throw new Error(`The browser complained: ${heard.join("; ")}`);
});

/** The page with Mona and Sara in its panes and the panel open on one platform. */
async function open(platform: PlatformKind): Promise<HouseStage> {
  const stage = house.stage(platform);
  const who = (name: string) => `${platform}:${stage.person(name).id}`;
  await page.goto(`${house.url}#pane0=${who("Mona")}&pane1=${who("Sara")}`);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.getByRole("button", { name: "Pull the plug" }).click();
  if (platform === "slack") await panel().getByRole("radio", { name: "Slack" }).check();
  return stage;
}

const panel = () => page.getByRole("complementary", { name: "Pull the plug" });
const pane = (number: 0 | 1) => page.locator(`#pane-${number}`);
const pull = (name: string) => panel().getByRole("button", { name, exact: true }).click();
const told = (text: string | RegExp): Promise<void> =>
  panel().getByRole("log").getByText(text).first().waitFor({ timeout: 60_000 });
const banner = () => page.locator("#standing");

describe.each(["discord", "slack"] as const)("on %s", (platform) => {
  const name = platform === "discord" ? "Discord" : "Slack";

  test("Redress is stopped: the client says so, a banner stays until it is started again, and the report is sent once", async () => {
    const stage = await open(platform);
    await reachSending(stage);
    const send = pane(0).getByRole("button", { name: "Send the report" });
    await send.waitFor();
    await pull("Stop Redress");
    await banner().getByText("Redress is stopped").waitFor();
    await told("No connection stands any more.");
    await send.click();
    await expect
      .poll(() => {
        house.page.clock.advance(4000);
        return pane(0).locator(".notice-line").count();
      })
      .toBe(1);
    await told(`${name} told Mona Wik:`);
    await pane(0).locator(".notice-line").getByRole("button").click();

    await banner().getByRole("button", { name: "Start it again" }).click();
    await banner().getByText("Redress is stopped").waitFor({ state: "hidden" });
    await told(`Redress is connected to ${name} again.`);
    await send.click();
    await pane(0).getByText("Your report has been received").waitFor();
    await stage.settle();
    await placesOf(pane(1))
      .getByRole("button", { name: /^case-/ })
      .waitFor();
    expect(stage.person("Sara").rooms()).toHaveLength(1);
  });

  test("calls are refused with 429, and the card arrives once", async () => {
    const stage = await open(platform);
    await pull("Refuse the next 3 calls (429)");
    await banner().getByText(`${name} refuses the next 3`).waitFor();
    await fileReport(stage);
    await told("It was tried again and accepted: nothing waits any more.");
    await banner().getByText("refuses the next").waitFor({ state: "hidden" });
    await placesOf(pane(1))
      .getByRole("button", { name: /^case-/ })
      .click();
    await pane(1).getByText("To be done", { exact: true }).waitFor();
    expect(await pane(1).getByRole("article").filter({ hasText: "To be done" }).count()).toBe(1);
  });

  test("a connection is cut and made again", async () => {
    const stage = await open(platform);
    await pull("Cut the connection");
    await told(`Redress connected to ${name} again`);
    await fileReport(stage);
    await placesOf(pane(1))
      .getByRole("button", { name: /^case-/ })
      .waitFor();
    expect(stage.person("Sara").rooms()).toHaveLength(1);
  });

  test("a room that is lost by hand is made anew", async () => {
    const stage = await open(platform);
    const act = platform === "discord" ? "Delete a private room" : "Archive a private room";
    const button = panel().getByRole("button", { name: act });
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    const codeName = await fileReport(stage);
    await expect.poll(() => button.getAttribute("aria-disabled")).toBe("false");
    await panel()
      .getByRole("combobox", { name: "Which room:" })
      .first()
      .selectOption({ label: `case-${codeName}` });
    await pull(act);
    await told(platform === "discord" ? `Owen Root deleted case-${codeName}.` : `archived case-${codeName}.`);
    await stage.person("Sara").command("case take", { code: codeName });
    await stage.settle();
    await told("Redress made the room anew: case-");
    await told("In it are Sara Lind, Omar Haddad and Elin Berg");
  });
});

test("direct messages are closed on Discord, and Slack says why it has no such button", async () => {
  const stage = await open("discord");
  await fileReport(stage);
  await panel().getByRole("combobox", { name: "Whose:" }).selectOption({ label: "Mona Wik" });
  await pull("Close somebody’s direct messages");
  await banner().getByText("Mona Wik takes no direct messages").waitFor();
  await acknowledge(stage);
  await told("Discord refused a direct message to Mona Wik: 403");
  await told("After that Redress wrote in case-");
  expect(await findBarriersInAllLooks(page)).toEqual([]);
  await panel().getByRole("button", { name: "Open them again" }).click();
  await banner().getByText("Mona Wik").waitFor({ state: "hidden" });
  await panel().getByRole("radio", { name: "Slack" }).check();
  await panel().getByText("on Slack nobody can close them to one app").waitFor();
  expect(await panel().getByRole("button", { name: "Close somebody’s direct messages" }).count()).toBe(0);
});

const placesOf = (where: Locator) => where.getByRole("navigation", { name: "Places" });
