import process from "node:process";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { ShownCases } from "../../src/sandbox/page/caseFiles.ts";
import type { ShownPlug } from "../../src/sandbox/page/plug.ts";
import type { ShownTour } from "../../src/sandbox/page/tour.ts";
import type { Overview, ShownClock } from "../../src/sandbox/page/wire.ts";
import { chess, kthName, openOrganisations } from "../browser/openOrganisations.ts";
import type { OrganisationsPage } from "../browser/openOrganisations.ts";
import { fileReport } from "../journeys/plays.ts";

let here: OrganisationsPage;
beforeEach(async () => {
  here = await openOrganisations();
});
afterEach(() => here.close());

const read = async <Answer>(name: string) => (await (await fetch(new URL(`/api/${name}`, here.url))).json()) as Answer;
const send = (name: string, body: unknown) =>
  fetch(new URL(`/api/${name}`, here.url), {
    method: "POST",
    headers: { "content-type": "application/json", origin: here.url.slice(0, -1) },
    body: JSON.stringify(body),
  });
async function choose(id: string): Promise<void> {
  expect((await send("organisation", { id })).status).toBe(200);
}
const cases = async () => (await read<ShownCases>("cases")).cases;
const peopleOf = ({ platforms }: Overview) => platforms.map(({ people }) => people.map(({ name }) => name));
/** Of every call that a platform refused as malformed, and every one it does not know. */
const problems = () => here.houses.flatMap(({ discord, slack }) => [...discord.problems(), ...slack.problems()]);

/** What keeps this process awake, by kind. */
function awake(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

test("both organisations are offered, and each has its own people beside the same members", async () => {
  const before = await read<Overview>("page");
  expect(before.organisations).toEqual({
    chosen: "kth",
    list: [
      { id: "kth", name: kthName },
      { id: "chess", name: chess },
    ],
  });
  await choose("chess");
  const after = await read<Overview>("page");
  expect(after).toMatchObject({ organisation: chess, organisations: { chosen: "chess" } });
  for (const [at, names] of peopleOf(after).entries()) {
    const others = peopleOf(before)[at]?.map((name) =>
      name.replace("Sara Lind", "Selma Rook").replace("Petra Nyman", "Paula King"),
    );
    expect(names).toEqual(others);
  }
});

describe.each([
  ["the other organisation", "chess"],
  ["the same one begun again", "kth"],
])("in %s", (_, id) => {
  test("the old case is gone, the clock is back, and on both platforms a report can be filed at once", async () => {
    await fileReport(here.stage("discord"));
    await send("clock", { by: "month" });
    expect(await cases()).toHaveLength(1);
    await choose(id);
    expect(await cases()).toEqual([]);
    expect(new Date((await read<ShownClock>("clock")).now).toISOString()).toBe("2026-03-01T09:00:00.000Z");
    const codeNames = [await fileReport(here.stage("discord")), await fileReport(here.stage("slack"))];
    expect((await cases()).map(({ codeName }) => codeName).toSorted()).toEqual(codeNames.toSorted());
    expect(problems()).toEqual([]);
  });
});

test("the tour begins anew with its organisation, and one without a tour has none", async () => {
  const firstOf = async () => (await read<ShownTour>("tour?platform=discord")).steps[0]?.state;
  await fileReport(here.stage("discord"));
  expect(await firstOf()).toBe("done");
  await choose("chess");
  expect(await read<Overview>("page")).not.toHaveProperty("tour");
  await choose("kth");
  expect(await firstOf()).toBe("now");
});

test("one begins again with a connection that is cut and Redress stopped, and everything runs", async () => {
  await send("plug", { id: "discord.limit" });
  await send("plug", { id: "slack.socket" });
  await send("plug", { id: "redress" });
  await choose("kth");
  expect(await read<ShownPlug>("plug")).toMatchObject({ standing: [], lines: [], waiting: 0 });
  await fileReport(here.stage("discord"));
  await fileReport(here.stage("slack"));
  expect(problems()).toEqual([]);
});

test("ten exchanges in a row leave nothing behind", async () => {
  const exchangeTwice = async () => {
    for (const id of ["chess", "kth"]) {
      // oxlint-disable no-await-in-loop -- one after the other
      await choose(id);
      await fileReport(here.stage("discord"));
      await fileReport(here.stage("slack"));
      // oxlint-enable no-await-in-loop
    }
  };
  await exchangeTwice();
  const before = awake();
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (let count = 0; count < 4; count += 1) await exchangeTwice();
  const more = () => [...awake()].filter(([kind, count]) => count > (before.get(kind) ?? 0));
  await expect.poll(more).toEqual([]);
  expect(here.houses).toHaveLength(11);
  expect(problems()).toEqual([]);
});
