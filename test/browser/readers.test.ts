import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { fileReport } from "../journeys/plays.ts";
import { findBarriersInAllLooks } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { openStagePage } from "./openStagePage.ts";
import type { StagePage } from "./openStagePage.ts";

let browser: Browser;
let opened: StagePage;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
afterEach(() => opened.close());

/** The window that tells who reads what, opened on the last message of a pane with this text. */
async function askAbout(pane: Locator, words: string): Promise<Locator> {
  const message = pane.getByRole("article").filter({ hasText: words }).last();
  await message.hover();
  await message.getByRole("button", { name: "Who can see this?" }).click();
  const window = pane.getByRole("dialog", { name: "Who can see this?" });
  await window.getByRole("heading", { level: 3 }).first().waitFor();
  return window;
}

async function openPlace(pane: Locator, name: string | RegExp): Promise<void> {
  await pane.getByRole("navigation", { name: "Places" }).getByRole("button", { name }).click();
}

describe.each(["discord", "slack"] as const)("on %s", (platform) => {
  const isDiscord = platform === "discord";

  test("[V-07] an officer is told who reads the officers' room, those first who are not in it", async () => {
    opened = await openStagePage({ platform, browser });
    const { stage, pane, page } = opened;
    await fileReport(stage);
    await openPlace(pane(1), /^case-/);
    const window = await askAbout(pane(1), "To be done");
    const outside = window.locator(".readers-outside");
    expect(await outside.getByRole("heading").textContent()).toContain("without being in it");
    expect(await outside.getByRole("listitem").allTextContents()).toEqual([
      isDiscord ? "Owen Rootowner of the server" : "Owen Rootowner of the workspace, by an export",
    ]);
    const inside = window.locator(".readers-inside");
    expect(await inside.getByRole("listitem").count()).toBe(3);
    expect(await inside.textContent()).toContain("Sara Lindsafety officer");
    const all = (await window.textContent()) ?? "";
    expect(all).toContain(isDiscord ? "people with Manage Threads can read private threads" : "exported");
    for (const absent of ["Nils", "Mona"]) expect(all).not.toContain(absent);
    expect(await findBarriersInAllLooks(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await window.waitFor({ state: "hidden" });
  });

  test("[V-07] what only one person sees is told as that, by the keyboard alone", async () => {
    opened = await openStagePage({ platform, browser });
    const { stage, pane, page } = opened;
    await fileReport(stage);
    await stage.person("Mona").command("mycase");
    const mona = stage.local.person(stage.person("Mona").id);
    if (mona.form() !== undefined) mona.dismiss();
    const note = pane(0).locator(".message.private").last();
    await note.waitFor();
    await pane(0).getByRole("log").focus();
    const button = note.getByRole("button", { name: "Who can see this?" }).and(page.locator(":focus"));
    for (let left = 60; left > 0; left -= 1) {
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      if (await button.count()) break;
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press("Tab");
    }
    expect(await page.evaluate("getComputedStyle(document.activeElement).opacity")).toBe("1");
    await page.keyboard.press("Enter");
    const window = pane(0).getByRole("dialog", { name: "Who can see this?" });
    await window.getByRole("heading", { name: /one person alone/ }).waitFor();
    expect(await window.getByRole("listitem").allTextContents()).toEqual(["Mona Wikthe only one it is shown to"]);
    await page.keyboard.press("Escape");
    await expect.poll(() => button.count()).toBe(1);
  });
});

test("in Swedish the window speaks Swedish", async () => {
  opened = await openStagePage({ platform: "discord", browser });
  const { page, pane, stage } = opened;
  const mona = stage.local.person(stage.person("Mona").id);
  await mona.type(mona.places().find(({ name }) => name === "general")?.id ?? "", "Hello all");
  await page.evaluate(() => localStorage.setItem("language", "sv"));
  await page.reload();
  const message = pane(0).getByRole("article").last();
  await message.hover();
  await message.getByRole("button", { name: "Vem kan se det här?" }).click();
  const window = pane(0).getByRole("dialog", { name: "Vem kan se det här?" });
  await window.getByRole("heading", { name: /Kan öppna kanalen/ }).waitFor();
  expect(await window.textContent()).toContain("Företaget Discord befordrar alla meddelanden");
  await page.evaluate(() => localStorage.removeItem("language"));
});
