import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { fileReport } from "../journeys/plays.ts";
import { launchChromium } from "./chromium.ts";
import { openStagePage } from "./openStagePage.ts";
import type { StagePage } from "./openStagePage.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 600_000);
afterAll(() => browser.close());

describe.each(["discord", "slack"] as const)("on %s", (platform) => {
  let here: StagePage;
  beforeEach(async () => {
    here = await openStagePage({ platform, browser });
  });
  afterEach(() => here.close());

  test("a report filed in one pane arrives with an officer in the other", async () => {
    const { pane, composer, stage } = here;
    const mona = pane(0);
    await composer(0).fill("/report");
    await composer(0).press("Enter");
    const form = mona.getByRole("dialog");
    await form.getByRole("heading", { name: "Report, page 1/2" }).waitFor();
    await form.getByLabel("What happened?").fill("He went on after I had said no.\nTwice.");
    if (platform === "discord") await form.getByLabel("How are you involved?").selectOption("It happened to me");
    else await form.getByLabel("It happened to me").check();
    await form.getByRole("combobox", { name: "Who is it about?" }).fill("nils");
    await form.getByRole("option", { name: "Nils Orrby" }).click();
    await form.getByRole("button", { name: platform === "discord" ? "Submit" : "Next" }).click();
    if (platform === "discord") await mona.getByRole("button", { name: "Continue" }).click();
    await form.getByRole("heading", { name: "Report, page 2/2" }).waitFor();
    await form.getByLabel("Crossing personal boundaries").check();
    await form.locator("footer .primary").click();
    await mona.getByText("Sara Lind, Omar Haddad and Elin Berg").waitFor();
    await mona.getByRole("button", { name: "Send the report" }).click();
    await mona.getByText("Thank you. Your report has been received").waitFor();
    expect(await mona.textContent()).not.toContain("Nothing has been sent yet");
    await stage.settle();

    const sara = pane(1);
    await sara.getByRole("button", { name: /case-.* \d unread/ }).click();
    await sara.getByRole("button", { name: "Take the case" }).click();
    const note = sara.locator(".message.private").last();
    await note.getByText("You lead this case now.").waitFor();
    expect(await note.textContent()).toMatch(/Only you can see this|Only visible to you/);
    expect(await mona.textContent()).not.toContain("You lead this case");
    await sara.getByRole("button", { name: "Open the file" }).click();
    await sara.locator("blockquote", { hasText: "He went on after I had said no.\nTwice." }).waitFor();
  });

  test("what is missing is said beside the field, before anything is sent", async () => {
    const { pane, composer } = here;
    await composer(0).fill("/report");
    await composer(0).press("Enter");
    const form = pane(0).getByRole("dialog");
    await form.locator("footer .primary").click();
    const what = form.getByLabel("What happened?");
    await form.getByText("Please complete this required field.").first().waitFor();
    expect(await what.getAttribute("aria-invalid")).toBe("true");
    expect(await what.and(here.page.locator(":focus")).count()).toBe(1);
    await what.fill("x".repeat(3010));
    await form.getByText("3010 / 3000").waitFor();
    expect(await what.getAttribute("aria-invalid")).toBeNull();
    await form.locator("footer .primary").click();
    await form.getByText("Too long by 10: at most 3000 characters fit.").waitFor();
    expect(await what.inputValue()).toHaveLength(3010);
  });

  test("a line that is refused is kept, with the reason, until that is put away", async () => {
    const { pane, composer } = here;
    const mona = pane(0);
    await composer(0).fill("/nonsense");
    await composer(0).press("Enter");
    await mona.getByRole("alert").getByText("nonsense").waitFor();
    expect(await composer(0).inputValue()).toBe("/nonsense");
    await mona.getByRole("button", { name: "Dismiss" }).click();
    await mona.locator(".notice-line").waitFor({ state: "detached" });
  });

  test("a form stays as it is while others act, with what is typed and the focus", async () => {
    const { pane, composer } = here;
    await composer(0).fill("/report");
    await composer(0).press("Enter");
    const what = pane(0).getByRole("dialog").getByLabel("What happened?");
    await what.fill("Half a sen");
    await what.evaluate((field) => field.setAttribute("data-same", "yes"));
    await here.stage.local.person(here.stage.person("Sara").id).type(await generalOf(here), "Hello everybody");
    await pane(1).getByText("Hello everybody").waitFor();
    await pane(0).getByText("Hello everybody").waitFor();
    await here.page.keyboard.type("tence");
    expect(await what.inputValue()).toBe("Half a sentence");
    expect(await what.getAttribute("data-same")).toBe("yes");
  });

  test("the clock is moved, and what falls due is done", async () => {
    const { page, pane, stage } = here;
    await fileReport(stage);
    const clock = page.locator("#clock");
    await clock.locator(".clock-now", { hasText: "10:00Sunday, 1 March 2026" }).waitFor();
    await clock.getByRole("button", { name: "Move the clock forward by one hour" }).click();
    await clock.locator(".clock-now", { hasText: "11:00Sunday, 1 March 2026" }).waitFor();
    await pane(1).getByRole("button", { name: /case-/ }).click();
    await clock.getByRole("button", { name: /^To what is due next/ }).click();
    await pane(1).getByText("Reminder").waitFor();
    const now = stage.now().toZonedDateTimeISO("Europe/Stockholm");
    expect(await clock.locator(".clock-now .clock-time").textContent()).toBe(now.toPlainTime().toString().slice(0, 5));
    await clock.getByRole("button", { name: "Move the clock forward by thirty days" }).click();
    await clock.locator(".clock-day", { hasText: "April 2026" }).waitFor();
  });
});

async function generalOf({ stage }: StagePage): Promise<string> {
  const places = stage.local.person(stage.person("Sara").id).places();
  return places.find(({ name }) => name === "general")?.id ?? "";
}
