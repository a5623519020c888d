import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { launchChromium } from "./chromium.ts";
import { openStagePage } from "./openStagePage.ts";
import type { StagePage } from "./openStagePage.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 600_000);
afterAll(() => browser.close());

/** What has the focus, as a screen reader would name it, and the question it belongs to: 'How are you involved? * - radio "I saw it"'. */
async function focused(page: Page): Promise<string> {
  const focus = page.locator(":focus");
  if ((await focus.count()) === 0) return "nothing";
  const questions = await page.locator("fieldset:focus-within > legend").allTextContents();
  const [name = ""] = (await focus.ariaSnapshot()).split("\n");
  return [...questions, name].join(" ");
}

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const now = await focused(page);
    if (now.includes(name)) return;
    passed.push(now);
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to "${name}", only to:\n${passed.join("\n")}`);
}

describe.each(["discord", "slack"] as const)("with the keyboard alone, on %s", (platform) => {
  let here: StagePage;
  beforeEach(async () => {
    here = await openStagePage({ platform, browser });
  });
  afterEach(() => here.close());

  test("a report is filed", async () => {
    const { page, pane, stage } = here;
    const { keyboard } = page;
    await keyboard.press("F6");
    await tabTo(page, "Message #general");
    await keyboard.type("/rep");
    await pane(0)
      .getByRole("option", { name: /^\/report/ })
      .waitFor();
    await keyboard.press("Enter");
    await keyboard.press("Enter");
    await pane(0).getByRole("dialog", { name: "Report, page 1/2" }).waitFor();

    expect(await focused(page)).toContain("What happened?");
    await keyboard.type("He went on after I had said no.");
    await keyboard.press("Tab");
    expect(await focused(page)).toContain("How are you involved?");
    await keyboard.press(platform === "discord" ? "ArrowDown" : "Space");
    await tabTo(page, "Who is it about?");
    await keyboard.type("nils");
    await keyboard.press("Enter");
    await pane(0).getByRole("button", { name: "Remove Nils Orrby" }).waitFor();
    await tabTo(page, platform === "discord" ? "Submit" : "Next");
    await keyboard.press("Enter");
    if (platform === "discord") {
      await pane(0).getByRole("button", { name: "Continue" }).waitFor();
      // Back from where one types to the last message.
      for (let step = 0; step < 10 && !(await focused(page)).includes('"Continue"'); step += 1)
        await keyboard.press("Shift+Tab");
      await keyboard.press("Enter");
    }
    await pane(0).getByRole("dialog", { name: "Report, page 2/2" }).waitFor();
    await tabTo(page, platform === "discord" ? "Submit" : "Check and send");
    await keyboard.press("Enter");
    await pane(0).getByRole("button", { name: "Send the report" }).waitFor();
    if (platform === "discord")
      for (let step = 0; step < 20 && !(await focused(page)).includes('"Send the report"'); step += 1)
        await keyboard.press("Shift+Tab");
    else await tabTo(page, "Send the report");
    await keyboard.press("Enter");
    await pane(0).getByText("Thank you. Your report has been received").waitFor();
    await stage.settle();
    await pane(1)
      .getByRole("button", { name: /case-.* \d unread/ })
      .waitFor();
  });

  test("the focus stays in an open form, and Escape closes it", async () => {
    const { page, pane, composer } = here;
    await composer(0).fill("/report");
    await composer(0).press("Enter");
    const dialog = pane(0).getByRole("dialog");
    await dialog.waitFor();
    for (const key of ["Tab", "Shift+Tab"])
      for (let step = 0; step < 25; step += 1) {
        // oxlint-disable-next-line no-await-in-loop
        await page.keyboard.press(key);
        // oxlint-disable-next-line no-await-in-loop
        expect(await dialog.locator(":focus").count()).toBe(1);
      }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await focused(page)).toContain("Message #general");
  });

  test("F6 goes from pane to pane, also past an open form", async () => {
    const { page, pane, composer } = here;
    await composer(0).fill("/report");
    await composer(0).press("Enter");
    await pane(0).getByRole("dialog").waitFor();
    await page.keyboard.press("F6");
    expect(await pane(1).and(page.locator(":focus")).count()).toBe(1);
    await tabTo(page, "Message #general");
    await page.keyboard.press("F6");
    expect(await pane(0).and(page.locator(":focus")).count()).toBe(1);
  });

  test("whatever takes an answer has a name", async () => {
    const { page, pane, composer } = here;
    await composer(0).fill("/report");
    await composer(0).press("Enter");
    await pane(0).getByRole("dialog").waitFor();
    const read = (await page.locator("body").ariaSnapshot()).split("\n");
    const answering = read.filter((line) =>
      /^ *- (button|checkbox|combobox|radio|searchbox|textbox|link)\b/.test(line),
    );
    expect(answering.length).toBeGreaterThan(20);
    expect(answering.filter((line) => !/- \w+ ".+"/.test(line))).toEqual([]);
  });
});
