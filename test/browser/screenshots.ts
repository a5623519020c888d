/**
 * Pictures of the page. Usage: node test/browser/screenshots.ts [folder]; without a folder those of the README are made anew, with one
 * every scene on a desktop and on a phone, light and dark, to look through.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import type { Locator, Page } from "playwright-core";

import { acknowledge, playToVote } from "../journeys/plays.ts";
import type { PlatformKind } from "../journeys/stage.ts";
import { launchChromium } from "./chromium.ts";
import { openHouse } from "./house.ts";
import type { HouseStage } from "./house.ts";

type Viewport = Readonly<Record<"width" | "height", number>>;

interface Look {
  readonly suffix: string;
  readonly viewport: Viewport;
  readonly colorScheme: "light" | "dark";
}

interface Scene {
  readonly name: string;
  readonly platform: PlatformKind;
  /** Who stands in each pane, and before which place. */
  readonly panes: readonly [readonly [person: string, place: string], readonly [person: string, place: string]];
  readonly before?: (first: Locator, second: Locator) => Promise<void>;
}

const desktop: Viewport = { width: 1360, height: 990 };
const phone: Viewport = { width: 390, height: 844 };
const looks = [desktop, phone].flatMap((viewport): readonly Look[] =>
  (["light", "dark"] as const).map((colorScheme) => ({
    suffix: `-${viewport === phone ? "phone" : "desktop"}-${colorScheme}`,
    viewport,
    colorScheme,
  })),
);

const words =
  "He went on messaging me after I had asked him to stop, and on Friday he waited for me outside the meeting.";

/**
 * A member's confirmation beside the officers' room and the file that only the officer sees; the vote of the board beside what the member
 * was told; that case from every side.
 */
const shown: readonly Scene[] = [
  {
    name: "page-discord",
    platform: "discord",
    panes: [
      ["Mona", "general"],
      ["Sara", "case-"],
    ],
    async before(_, room) {
      await dismissNotes(room);
      await room.getByRole("button", { name: "Open the file" }).click();
      await room.locator("blockquote", { hasText: words }).waitFor();
    },
  },
  {
    name: "page-slack",
    platform: "slack",
    panes: [
      ["Mona", "direct"],
      ["Petra", "board-"],
    ],
    before: async (_, room) => dismissNotes(room),
  },
  {
    name: "page-case",
    platform: "slack",
    panes: [
      ["Mona", "direct"],
      ["Petra", "board-"],
    ],
    async before(first) {
      const page = first.page();
      await page.getByRole("button", { name: "Case files" }).click();
      await page.locator("#side").getByRole("button", { name: "decision of the board" }).click();
      await page.getByRole("dialog", { name: /from every side/ }).waitFor();
    },
  },
];

const others = (["discord", "slack"] as const).flatMap((platform): readonly Scene[] => [
  {
    name: `form-${platform}`,
    platform,
    panes: [
      ["Lo", "general"],
      ["Nils", "general"],
    ],
    async before(first, second) {
      await composerOf(first).fill("/report");
      await composerOf(first).press("Enter");
      await first.getByRole("dialog").getByRole("textbox").first().fill(words);
      await composerOf(second).fill("/");
    },
  },
  {
    name: `room-${platform}`,
    platform,
    panes: [
      ["Omar", "case-"],
      ["Nils", "direct"],
    ],
  },
]);

const composerOf = (pane: Locator) => pane.getByRole("combobox", { name: /#general/ });

async function dismissNotes(pane: Locator): Promise<void> {
  const dismiss = pane.getByRole("button", { name: "Dismiss" });
  for (let left = await dismiss.count(); left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await dismiss.first().click();
    // oxlint-disable-next-line no-await-in-loop
    await dismiss.nth(left - 1).waitFor({ state: "detached" });
  }
}

/** Mona reports Nils. */
async function fileReport(stage: HouseStage): Promise<void> {
  const mona = stage.person("Mona");
  await mona.command("report");
  await mona.fillIn({
    "What happened?": words,
    "How are you involved?": "It happened to me",
    "Who is it about?": [stage.person("Nils").id],
  });
  await mona.press("Continue");
  await mona.fillIn({ "Which rules?": ["Crossing personal boundaries"] });
  await mona.press("Send the report");
  await stage.settle();
}

function closeWindows({ local }: HouseStage): void {
  const people = local.people().map(({ id }) => local.person(id));
  for (const person of people) if (person.form() !== undefined) person.dismiss();
}

/** The address of the page with two people in front of places. */
function addressOf(stage: HouseStage, url: string, { platform, panes }: Scene): string {
  const parts = panes.map(([name, place], at) => {
    const { id } = stage.person(name);
    const seen = stage.local.person(id).places();
    const found = seen.find((one) => one.kind === place || one.name.startsWith(place));
    return `pane${at}=${platform}:${id}:${found?.id ?? ""}`;
  });
  return `${url}#${parts.join("&")}`;
}

/** Opens the page where both panes stand beside each other, and does what comes before the picture. */
async function setUp(page: Page, address: string, { name, before }: Scene): Promise<void> {
  page.on("console", (message) => {
    if (message.type() === "error") process.stderr.write(`${name}: ${message.text()}\n`);
  });
  await page.goto(address);
  const [first, second] = [page.locator("#pane-0"), page.locator("#pane-1")];
  for (const pane of [first, second]) {
    // oxlint-disable-next-line no-await-in-loop
    await pane.locator(".messages > *").first().waitFor({ state: "attached" });
  }
  await before?.(first, second);
  await page.mouse.move(0, 0);
}

const [, , chosen] = process.argv;
const folder = chosen ?? ".github";
mkdirSync(folder, { recursive: true });
const house = await openHouse("2026-03-02T10:00");
const browser = await launchChromium();
await fileReport(house.stage("discord"));
await acknowledge(house.stage("discord"));
await house.stage("discord").person("Mona").command("mycase");
await playToVote(house.stage("slack"));
closeWindows(house.stage("slack"));

const scenes = chosen === undefined ? shown : [...shown, ...others];
const readme: Look = { suffix: "", viewport: desktop, colorScheme: "light" };
for (const scene of scenes)
  for (const { suffix, viewport, colorScheme } of chosen === undefined ? [readme] : looks) {
    // oxlint-disable no-await-in-loop -- one picture after the other
    const deviceScaleFactor = viewport === phone ? 2 : 1;
    const page = await browser.newPage({
      colorScheme,
      deviceScaleFactor,
      reducedMotion: "reduce",
      viewport: desktop,
    });
    const address = addressOf(house.stage(scene.platform), house.url, scene);
    await setUp(page, address, scene);
    await page.setViewportSize(viewport);
    await page.screenshot({ path: path.join(folder, `${scene.name}${suffix}.png`) });
    // A form stays open at the platform when the page is closed.
    closeWindows(house.stage(scene.platform));
    await page.close();
    // oxlint-enable no-await-in-loop
  }
await browser.close();
await house.close();
