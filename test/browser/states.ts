import type { Locator, Page } from "playwright-core";

import { acknowledge, fileReport } from "../journeys/plays.ts";
import type { PlatformKind } from "../journeys/stage.ts";
import type { House } from "./house.ts";

/** What the page looks like at some moment of its use. */
export interface State {
  readonly name: string;
  /** On which platform there is such a thing; both when left out. */
  readonly only?: PlatformKind;
  /** Who stands in each pane, and before which place: by kind or by how its name begins. */
  readonly stands: readonly [Stand, Stand];
  /** What is done then. */
  readonly before?: (page: Page, pane: (number: 0 | 1) => Locator) => Promise<void>;
}

type Stand = readonly [person: string, place: string];

const standing: State["stands"] = [
  ["Mona", "general"],
  ["Sara", "case-"],
];

const composerOf = (pane: Locator) => pane.locator(".composer-line input");

async function openForm(pane: Locator): Promise<Locator> {
  await composerOf(pane).fill("/report");
  await composerOf(pane).press("Enter");
  const form = pane.getByRole("dialog");
  await form.waitFor();
  return form;
}

/** Everything that can stand open on the page, but what stands in the drawer. */
export const states: readonly State[] = [
  {
    name: "the first view",
    stands: [
      ["Mona", "general"],
      ["Sara", "general"],
    ],
  },
  {
    name: "messages with buttons, a file that only one person sees, and a line that was refused",
    stands: standing,
    async before(_page, pane) {
      await pane(1).getByRole("button", { name: "Open the file" }).first().click();
      await pane(1).locator(".message.private blockquote").first().waitFor();
      await composerOf(pane(0)).fill("/no-such-command");
      await composerOf(pane(0)).press("Enter");
      await pane(0).locator(".notice-line").waitFor();
    },
  },
  {
    name: "a private conversation beside the list of motions",
    stands: [
      ["Mona", "direct"],
      ["Petra", "redress-rooms"],
    ],
  },
  {
    name: "an open form with errors, and what completes a command",
    stands: standing,
    async before(_page, pane) {
      const form = await openForm(pane(0));
      await form.locator("footer .primary").click();
      await form.locator(".field.is-wrong").first().waitFor();
      await composerOf(pane(1)).fill("/");
      await pane(1).locator(".composer [role=option]").first().waitFor();
    },
  },
  {
    name: "people being picked in a form",
    stands: standing,
    async before(_page, pane) {
      const form = await openForm(pane(0));
      const picker = form.locator(".picker input").first();
      await picker.fill("n");
      await picker.press("Enter");
      await picker.fill("a");
      await form.locator(".picker [role=option]").first().waitFor();
    },
  },
  {
    name: "the home of the app",
    only: "slack",
    stands: [
      ["Mona", "home"],
      ["Sara", "home"],
    ],
    async before(_page, pane) {
      await pane(1).locator(".message.home").waitFor();
    },
  },
  {
    name: "what this is",
    stands: standing,
    async before(page) {
      await page.locator("#about-open").click();
      await page.getByRole("dialog").waitFor();
    },
  },
];

/** Files a report on a platform and has it acknowledged, so that there is something to see. */
export async function fillHouse(house: House, kind: PlatformKind): Promise<void> {
  await fileReport(house.stage(kind));
  await acknowledge(house.stage(kind));
  await house.stage(kind).person("Mona").command("mycase");
  closeForms(house, kind);
}

/** Closes every form, which stays open at the platform when a page is closed. */
export function closeForms(house: House, kind: PlatformKind): void {
  const people = house[kind].people().map(({ id }) => house[kind].person(id));
  for (const person of people) if (person.form() !== undefined) person.dismiss();
}

/** Brings a page there. */
export async function reach(page: Page, house: House, kind: PlatformKind, { stands, before }: State): Promise<void> {
  const pane = (number: 0 | 1) => page.locator(`#pane-${number}`);
  const parts = stands.map(([name, wanted], number) => {
    const { id } = house.stage(kind).person(name);
    const places = house[kind].person(id).places();
    const place = places.find((one) => one.name.startsWith(wanted) || one.kind === wanted);
    return `pane${number}=${kind}:${id}:${place?.id ?? ""}`;
  });
  await page.goto(`${house.url}#${parts.join("&")}`);
  for (const number of [0, 1] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await pane(number).locator(".messages > *").first().waitFor({ state: "attached" });
  await before?.(page, pane);
}
