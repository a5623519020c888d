import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { findBarriersInAllLooks } from "./axe.ts";
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

/** Opens the page on 1 March 2026 with the rehearsal in the drawer. */
async function open(locale: string, name: string): Promise<void> {
  house = await openHouse();
  page = await browser.newPage({ locale, viewport: { width: 1400, height: 900 } });
  await page.goto(house.url);
  await page.locator("#side-buttons").getByRole("button", { name, exact: true }).click();
}

const side = () => page.locator("#side");
const day = (name: string) =>
  side()
    .locator("section")
    .filter({ has: page.getByRole("heading", { name, exact: true }) });

test("the rehearsal shows a fictitious case by the chapter's rules and people from what the clock shows, and leaves the house as it is", async () => {
  await open("en-GB", "Rehearsal");
  const first = day("Sun 1 Mar 2026");
  await first.getByText("Acknowledge the report: by Tuesday, 3 March 2026 (Memo 5.2)").waitFor();
  await first.getByText("2 days from Sun 1 Mar 2026: last day Tue 3 Mar 2026").waitFor();
  await first.getByText("Sara Lind (safety officer)").first().waitFor();
  await day("Sat 6 Mar 2027").getByText("Sanction lapsed: second-degree suspension").waitFor();
  await day("Clauses used").getByText("Memo 2.1, 2.2, 2.3").waitFor();
  await page.locator("#side-buttons").getByRole("button", { name: "Case files" }).click();
  await page.getByText("There is no case yet.").waitFor();
  expect(house.clock.now().toString()).toBe("2026-03-01T09:00:00Z");
});

test("one chooses an outcome, a sanction and how soon everybody acts, with the keyboard alone; the last choice is what stands there", async () => {
  await open("en-GB", "Rehearsal");
  await day("Sun 1 Mar 2026").waitFor();
  await page.getByLabel("Sanction, where there is one").selectOption({ label: "warning" });
  await day("Sat 6 Mar 2027").getByText("Sanction lapsed: warning").waitFor();
  await page.getByLabel("At once").focus();
  await page.keyboard.press("ArrowRight");
  await day("Tue 3 Mar 2026").getByText("Reminder of “Acknowledge the report”").waitFor();
  expect(await side().getByRole("status").textContent()).toContain("If everybody uses all the time there is");
  await page.getByLabel("The case comes past").selectOption({ label: "Assessment: No rule was broken" });
  await side().getByText("Stage concluded: No rule was broken; next: closed").waitFor();
  expect(await day("Sun 1 Mar 2026").count()).toBe(1);
  expect(await side().getByText("Sanction lapsed").count()).toBe(0);
});

test("nothing of the rehearsal keeps anybody out, in any look; a case that goes outside says whom it is about", async () => {
  await open("en-GB", "Rehearsal");
  await day("Sun 1 Mar 2026").waitFor();
  await page
    .getByLabel("The case comes past")
    .selectOption({ label: "Referral to the THS Study Environment Officer: decided elsewhere" });
  await side().getByText("It is about somebody in office: president.").waitFor();
  expect(await findBarriersInAllLooks(page)).toEqual([]);
});

test("in Swedish the rehearsal speaks Swedish", async () => {
  await open("sv-SE", "Genomspelning");
  await side().getByText("Ett påhittat ärende. Ingen får veta något, och inget av det sparas.").waitFor();
  await day("sön 1 mars 2026").getByText("Bekräfta anmälan: senast tisdag 3 mars 2026 (Memo 5.2)").waitFor();
  expect(await findBarriersInAllLooks(page)).toEqual([]);
});
