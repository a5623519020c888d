import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

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

test.each(["discord", "slack"] as const)(
  "[K34] on the page a message of %s is reported from its menu",
  async (platform) => {
    opened = await openStagePage({ platform, browser });
    const { stage, pane, page } = opened;
    await stage.person("Nils").write("People like you have no place here");
    const message = pane(0).getByRole("article").filter({ hasText: "People like you" }).last();
    await message.hover();
    await message.getByRole("combobox", { name: "More about this message" }).click();
    const entry = message.getByRole("option", { name: "Report this message" });
    await entry.waitFor();
    expect(await findBarriersInAllLooks(page)).toEqual([]);
    await message.hover();
    await entry.click();
    const form = pane(0).getByRole("dialog", { name: /^Report, page 1/ });
    await form.waitFor();
    expect(await form.textContent()).toContain("A copy of the message by Nils Orrby goes along with your report");
    expect(await form.textContent()).toContain("Nils Orrby");
    expect(await pane(1).textContent()).not.toContain("goes along");
  },
);
