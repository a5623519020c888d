import { afterEach, describe, expect, test } from "vitest";

import type { ShownTour, ShownTourStep, Tour } from "../../../src/sandbox/page/tour.ts";
import { openHouse } from "../../browser/house.ts";
import type { House, HouseStage } from "../../browser/house.ts";
import { check, fileReport } from "../../journeys/plays.ts";
import type { PlatformKind } from "../../journeys/stage.ts";

let house: House;
afterEach(() => house.close());

function tourOf({ page }: House): Tour {
  if (page.tour === undefined) throw new Error("This house has no tour.");
  return page.tour;
}
const now = ({ steps }: ShownTour): ShownTourStep => {
  const found = steps.find(({ state }) => state === "now");
  if (found === undefined) throw new Error("No step is to be done now.");
  return found;
};
const states = ({ steps }: ShownTour) => Object.fromEntries(steps.map(({ id, state }) => [id, state]));

/** Moves the clock as the step says, as often as it says so. */
async function moveAsTold(platform: PlatformKind, step: string): Promise<string[]> {
  const moved: string[] = [];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const { id, move } = (await tourOf(house).read(platform)).steps.find(({ state }) => state === "now") ?? {};
    if (id !== step || move === undefined) return moved;
    moved.push(move);
    const next = house.page.nextDue;
    // oxlint-disable-next-line no-await-in-loop
    const due = (await next?.()) ?? 0;
    const by = { month: 30 * 86_400_000, day: 86_400_000 }[move as "month" | "day"] ?? due - house.page.clock.now();
    house.page.clock.advance(by);
    // oxlint-disable-next-line no-await-in-loop
    await house.catchUp();
  }
}

/** Presses one after the other, each once what the one before it caused is done. */
async function press(stage: HouseStage, name: string, ...labels: readonly string[]): Promise<void> {
  for (const label of labels) {
    // oxlint-disable-next-line no-await-in-loop
    await stage.person(name).press(label);
    // oxlint-disable-next-line no-await-in-loop
    await settle(stage);
  }
}

async function settle(stage: HouseStage): Promise<void> {
  await house.redress()?.answered();
  await stage.settle();
}

async function acknowledge(stage: HouseStage): Promise<void> {
  await press(stage, "Sara", "Take the case", "Acknowledge the report");
  await stage.person("Sara").fillIn({});
  await settle(stage);
}

describe.each(["discord", "slack"] as const)("the tour on %s", (platform) => {
  test("each step is recognised as done when it has happened, and the routine parts are done by pressing", async () => {
    house = await openHouse();
    const tour = tourOf(house);
    const stage = house.stage(platform);
    const { person } = stage;
    const step = async () => now(await tour.read(platform)).id;

    expect(await step()).toBe("file");
    await fileReport(stage);
    expect(await step()).toBe("receive");
    await acknowledge(stage);
    expect(await step()).toBe("hear");
    await tour.help(platform, "hear");
    expect(person("Nils").reads()).toContain("You are asked to a meeting");
    expect(await step()).toBe("brief");
    await tour.help(platform, "brief");
    expect(now(await tour.read(platform))).toMatchObject({ id: "brief" });
    expect(now(await tour.read(platform))).not.toHaveProperty("help");
    await check(stage);
    await press(stage, "Omar", "Approve the brief");
    expect(await step()).toBe("conflict");
    await press(stage, "Bea", "Read the brief", "I have a conflict: I step aside");
    expect(await step()).toBe("inquorate");
    await tour.help(platform, "inquorate");
    expect(now(await tour.read(platform))).not.toHaveProperty("help");
    await press(stage, "Petra", "In favour", "Close the vote");
    expect(await step()).toBe("quorum");
    await press(stage, "Julia", "Read the brief", "Nothing stands in the way, and I keep it confidential", "In favour");
    expect(await step()).toBe("warning");
    await press(stage, "Petra", "Close the vote");
    expect(await step()).toBe("notices");
    await press(stage, "Petra", "Send the notices");
    expect(await step()).toBe("appeal");
    expect(await moveAsTold(platform, "appeal")).toEqual(["month", "day"]);
    expect(await moveAsTold(platform, "lapse")).toEqual(["next-due", "next-due", "next-due"]);
    const finished = await tour.read(platform);
    expect(finished.steps.every(({ state }) => state === "done")).toBe(true);
    expect(person("Nils").reads()).toContain("Your warning lapsed");

    await tour.begin(platform);
    expect(await step()).toBe("file");
    await fileReport(stage);
    expect(await step()).toBe("receive");
  });

  test("the rest of a routine part is done for whoever began it", async () => {
    house = await openHouse();
    const tour = tourOf(house);
    const stage = house.stage(platform);
    await fileReport(stage);
    await acknowledge(stage);
    await press(stage, "Sara", "In contact with the complainant");
    await tour.help(platform, "hear");
    expect(states(await tour.read(platform))).toMatchObject({ hear: "done", brief: "now" });
  });

  test("while Redress is stopped the tour tells where it stands, and goes on when Redress is back", async () => {
    house = await openHouse();
    const tour = tourOf(house);
    const stage = house.stage(platform);
    await fileReport(stage);
    await acknowledge(stage);
    await house.stop();
    expect(states(await tour.read(platform))).toMatchObject({ receive: "done", hear: "now" });
    await expect(tour.help(platform, "hear")).rejects.toThrow("Redress is stopped.");
    await house.start();
    await tour.help(platform, "hear");
    expect(states(await tour.read(platform))).toMatchObject({ hear: "done", brief: "now" });
  });

  test("what is not to be done now is not done for anybody", async () => {
    house = await openHouse();
    await expect(tourOf(house).help(platform, "hear")).rejects.toThrow("nothing to be done for you now");
  });
});
