import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

import { acknowledge, fileReport } from "../journeys/plays.ts";
import { launchChromium } from "./chromium.ts";
import { openStagePage } from "./openStagePage.ts";
import type { StagePage, StagePageOptions } from "./openStagePage.ts";

let browser: Browser;
let here: StagePage;
beforeAll(async () => {
  browser = await launchChromium();
}, 600_000);
afterAll(() => browser.close());
afterEach(() => here.close());

async function open(options: Omit<StagePageOptions, "browser">): Promise<StagePage> {
  here = await openStagePage({ ...options, browser });
  return here;
}

test("who looks at what stands in the address and survives a reload", async () => {
  const { page, pane, stage } = await open({ platform: "discord" });
  await pane(0).getByLabel("You are").selectOption({ label: "Petra Nyman, president" });
  await pane(0).getByRole("button", { name: "redress-rooms" }).click();
  await pane(0).locator(".place-title", { hasText: "redress-rooms" }).waitFor();
  expect(page.url()).toContain(stage.person("Petra").id);
  await page.reload();
  await pane(0).locator(".place-title", { hasText: "redress-rooms" }).waitFor();
  expect(await pane(0).getByLabel("You are").inputValue()).toBe(stage.person("Petra").id);
  expect(await pane(1).getByLabel("You are").inputValue()).toBe(stage.person("Sara").id);
});

test("without an address the first pane shows a member and the second somebody with an office", async () => {
  const { page, pane, url } = await open({ platform: "slack" });
  await page.goto("about:blank");
  await page.goto(url);
  await expect.poll(() => pane(0).getAttribute("aria-label")).toBe("Mona Wik on Slack");
  expect(await pane(1).getAttribute("aria-label")).toBe("Sara Lind on Slack");
  expect(await page.locator("#organisation").textContent()).toBe("KTH student chapter");
});

test("a private note is dismissed, and the focus is not lost with it", async () => {
  const { page, pane, composer } = await open({ platform: "discord" });
  await pane(0).getByText("This is the beginning of general. Try /report:").waitFor();
  await composer(0).fill("/mycase");
  await composer(0).press("Enter");
  const note = pane(0).locator(".message.private");
  await note.waitFor();
  await note.getByRole("button", { name: "Dismiss" }).press("Enter");
  await note.waitFor({ state: "detached" });
  expect(await pane(0).getByRole("log").and(page.locator(":focus")).count()).toBe(1);
});

test("what somebody types is shown as it was typed, never as markup", async () => {
  const { pane, composer } = await open({ platform: "discord" });
  const nasty = '<img src=x onerror="document.title = 1"> <script>1</script>';
  await composer(0).fill(nasty);
  await composer(0).press("Enter");
  await pane(1).locator(".said", { hasText: nasty }).waitFor();
  expect(await pane(1).locator(".said img, .said script").count()).toBe(0);
});

test("on Discord a command's options are completed with what the bot knows", async () => {
  const { pane, composer, stage } = await open({ platform: "discord" });
  const codeName = await fileReport(stage);
  await acknowledge(stage);
  await composer(1).fill("/case sh");
  await pane(1).getByRole("option", { name: "/case show" }).waitFor();
  await composer(1).press("Enter");
  expect(await composer(1).inputValue()).toBe("/case show code:");
  await pane(1).getByText("/case show code: Show where a case stands").waitFor();
  await pane(1).getByRole("option", { name: codeName }).waitFor();
  await composer(1).press("Tab");
  expect(await composer(1).inputValue()).toBe(`/case show code:${codeName}`);
  await composer(1).press("Enter");
  await pane(1).locator(".message.private", { hasText: codeName }).waitFor();
  expect(await composer(1).inputValue()).toBe("");
});

test("on Slack the home is drawn when one goes there, and its buttons work", async () => {
  const { pane } = await open({ platform: "slack" });
  await pane(0).getByRole("button", { name: "Home" }).click();
  await pane(0)
    .getByRole("heading", { name: /code of conduct/ })
    .waitFor();
  expect(await pane(0).getByRole("link", { name: "Read the rules" }).getAttribute("href")).toMatch(/^https:/);
  await pane(0).getByRole("button", { name: "File a report" }).click();
  await pane(0).getByRole("dialog", { name: "Report, page 1/2" }).waitFor();
  await pane(0).getByRole("button", { name: "Cancel" }).click();
  await pane(0).getByRole("dialog").waitFor({ state: "detached" });
});

test("on Slack the shortcut menu opens the form, and what the bot finds wrong in it is said beside the field", async () => {
  const { pane } = await open({ platform: "slack" });
  await pane(0).getByRole("combobox", { name: "Shortcuts" }).click();
  await pane(0).getByRole("option", { name: "File a report" }).click();
  const form = pane(0).getByRole("dialog", { name: "Report, page 1/2" });
  await form.waitFor();
  const what = form.getByLabel("What happened?");
  await what.fill("   ");
  await form.getByLabel("I saw or heard it").check();
  await form.getByRole("button", { name: "Next" }).click();
  // Slack lets blanks through; what the bot finds wrong stands beside its field, and the answers stay.
  await form.locator(".field.is-wrong", { hasText: "please fill this in" }).waitFor();
  expect(await what.inputValue()).toBe("   ");
  expect(await form.getByLabel("I saw or heard it").isChecked()).toBe(true);
  await what.fill("Something.");
  await form.getByRole("button", { name: "Next" }).click();
  await pane(0).getByRole("dialog", { name: "Report, page 2/2" }).waitFor();
});

test("on Slack a window that is only read is shown as a window and closed", async () => {
  const { pane, stage } = await open({ platform: "slack" });
  await fileReport(stage);
  const window = pane(0).getByRole("dialog", { name: "Redress" });
  await window.getByText("Thank you. Your report has been received").waitFor();
  await window.getByRole("button", { name: "My cases" }).click();
  await window.getByRole("heading", { name: /Your case/ }).waitFor();
  expect(await pane(0).locator(".messages").textContent()).not.toContain("Your case");
  await window.getByRole("button", { name: "Close" }).last().click();
  await window.waitFor({ state: "detached" });
});

test("a bot that does not answer is told as the platform tells it, until that is put away", async () => {
  const { pane, composer, stage } = await open({ platform: "discord" });
  await stage.redress.close();
  await composer(0).fill("/mycase");
  await composer(0).press("Enter");
  await expect
    .poll(() => {
      stage.clock.advance(4000);
      return pane(0).locator(".notice-line").count();
    })
    .toBe(1);
  const line = pane(0).locator(".notice-line");
  expect(await line.textContent()).toContain("did not respond");
  await line.getByRole("button", { name: "Dismiss" }).click();
  await line.waitFor({ state: "detached" });
  await stage.restart();
});

test("a select under a message is a list from which one picks", async () => {
  const { pane, stage } = await open({ platform: "discord" });
  const mona = stage.person("Mona");
  await mona.command("report");
  await mona.fillIn({
    "What happened?": "x",
    "How are you involved?": "It happened to me",
    "Is it about somebody who reads reports?": "Sara Lind",
  });
  await mona.press("Continue");
  await mona.fillIn({});
  const preview = pane(0).locator(".message.private", { hasText: "Before you send it" });
  await preview.getByText("nobody else: Omar Haddad").waitFor();
  await preview.getByRole("combobox", { name: "Send it to somebody else instead" }).click();
  await preview.getByRole("option", { name: "Petra Nyman and Viktor Holm" }).click();
  await preview.getByText("nobody else: Petra Nyman and Viktor Holm").waitFor();
  expect(await preview.count()).toBe(1);
});

test("who reads further up stays there when something new comes, and can jump to it", async () => {
  const { pane, stage } = await open({ platform: "slack" });
  const general =
    stage.local
      .person(stage.person("Sara").id)
      .places()
      .find(({ name }) => name === "general")?.id ?? "";
  const sara = stage.local.person(stage.person("Sara").id);
  for (let line = 0; line < 40; line += 1)
    // oxlint-disable-next-line no-await-in-loop
    await sara.type(general, `line ${line}`);
  const list = pane(0).getByRole("log");
  await list.getByText("line 39").waitFor();
  await expect.poll(() => list.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight)).toBeLessThan(2);
  await list.evaluate((log) => (log.scrollTop = 100));
  await pane(0).getByRole("button", { name: "Newest" }).waitFor();
  await sara.type(general, "one more");
  await list.getByText("one more").waitFor();
  expect(await list.evaluate((log) => log.scrollTop)).toBe(100);
  await pane(0).getByRole("button", { name: "Newest" }).click();
  await expect.poll(() => list.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight)).toBeLessThan(2);
});

describe("on a phone", () => {
  const viewport = { width: 390, height: 844 };

  test("one pane is shown, and one changes between the two people", async () => {
    const { page, pane } = await open({ platform: "discord", viewport });
    expect(await pane(0).isVisible()).toBe(true);
    expect(await pane(1).isVisible()).toBe(false);
    await page.getByRole("button", { name: "Sara Lind · Discord" }).click();
    expect(await pane(0).isVisible()).toBe(false);
    expect(await pane(1).isVisible()).toBe(true);
    expect(await page.locator("html").evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(viewport.width);
  });

  test("the places open over the messages", async () => {
    const { pane } = await open({ platform: "discord", viewport });
    const rooms = pane(0).getByRole("button", { name: "redress-rooms" });
    expect(await rooms.isVisible()).toBe(false);
    await pane(0).getByRole("button", { name: "Places" }).click();
    await rooms.click();
    await pane(0).locator(".place-title", { hasText: "redress-rooms" }).waitFor();
    await rooms.waitFor({ state: "hidden" });
  });

  test("the clock opens its buttons", async () => {
    const { page } = await open({ platform: "discord", viewport });
    const day = page.getByRole("button", { name: "Move the clock forward by one day" });
    expect(await day.isVisible()).toBe(false);
    await page.getByRole("button", { name: /^It is 10:00/ }).click();
    await day.click();
    await page.locator(".clock-day", { hasText: "Monday, 2 March 2026" }).waitFor();
  });
});

test("two sentences tell what this is", async () => {
  const { page } = await open({ platform: "discord" });
  await page.getByRole("button", { name: "What is this?" }).click();
  const about = page.getByRole("dialog", { name: "What is this?" });
  expect(await about.getByRole("paragraph").first().textContent()).toContain("made-up");
  await page.keyboard.press("Escape");
  await about.waitFor({ state: "hidden" });
});
