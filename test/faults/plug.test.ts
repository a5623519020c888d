import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { ShownPlug } from "../../src/sandbox/page/plug.ts";
import type { Refused } from "../../src/sandbox/page/wire.ts";
import { openHouse } from "../browser/house.ts";
import type { House, HouseStage } from "../browser/house.ts";
import { acknowledge, fileReport, reachSending } from "../journeys/plays.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const read = async () => (await (await fetch(new URL("/api/plug", house.url))).json()) as ShownPlug;

/** Pulls, and returns what the page refuses it with, if it does. */
async function pull(id: string, target?: string): Promise<Refused["refused"] | undefined> {
  const response = await fetch(new URL("/api/plug", house.url), {
    method: "POST",
    headers: { "content-type": "application/json", origin: house.url.slice(0, -1) },
    body: JSON.stringify({ id, ...(target === undefined ? {} : { target }) }),
  });
  return response.ok ? undefined : ((await response.json()) as Refused).refused;
}

const lines = async () => (await read()).lines.map(({ text }) => text.en);
const told = async (text: string | RegExp) => {
  await expect.poll(async () => (await lines()).join("\n"), { timeout: 20_000 }).toMatch(text);
};
const roomOf = (stage: HouseStage, name: string) =>
  stage.local
    .person(stage.person(name).id)
    .places()
    .find((place) => place.name.startsWith("case-") && !place.archived);
const cardsOf = (stage: HouseStage, name: string) =>
  stage
    .person(name)
    .messages()
    .filter(({ text }) => text.includes("To be done"));

describe.each(["discord", "slack"] as const)("on %s", (platform) => {
  const name = platform === "discord" ? "Discord" : "Slack";
  let stage: HouseStage;
  beforeEach(() => {
    stage = house.stage(platform);
  });

  test("a connection that is cut is made again, and commands are answered", async () => {
    expect(await pull(`${platform}.socket`)).toBeUndefined();
    await told(`Redress connected to ${name} again`);
    expect((await lines())[0]).toMatch(/was cut|were cut/);
    await fileReport(stage);
    expect(stage.person("Sara").rooms()).toHaveLength(1);
  });

  test("who sends a report while Redress is stopped is told that it does not answer; sent again after the start it is one case", async () => {
    await reachSending(stage);
    await pull("redress");
    expect((await read()).standing.map(({ text }) => text.en)).toEqual([
      "Redress is stopped: nobody gets an answer, and nothing is sent.",
    ]);
    await told("No connection stands any more.");
    const mona = stage.person("Mona");
    const send = mona.handle("Send the report");
    const pressed = mona.pressHandle(send);
    house.page.clock.advance(4000);
    await Promise.allSettled([pressed]);
    expect(mona.failures()).toHaveLength(1);
    await told(`${name} told Mona Wik: “`);
    expect(await pull("redress")).toEqual({ en: "Redress is stopped.", sv: "Redress är stoppat." });

    expect(await pull("redress.back")).toBeUndefined();
    await told(`Redress is connected to ${name} again.`);
    expect((await read()).standing).toEqual([]);
    await mona.pressHandle(send);
    await stage.settle();
    expect(stage.person("Sara").rooms()).toHaveLength(1);
    expect(cardsOf(stage, "Sara")).toHaveLength(1);
  });

  test("what a platform refuses with 429 arrives once", async () => {
    await pull(`${platform}.limit`);
    expect((await read()).standing.map(({ back }) => back.id)).toEqual([`${platform}.limit.back`]);
    await fileReport(stage);
    await told(/tried again and accepted: nothing waits any more. New messages of Redress: [1-9]/);
    expect((await lines()).filter((line) => line.includes("with 429."))).toHaveLength(3);
    expect(await read()).toMatchObject({ standing: [], waiting: 0 });
    expect(stage.person("Sara").rooms()).toHaveLength(1);
    expect(cardsOf(stage, "Sara")).toHaveLength(1);
  });

  test("429 that is taken back strikes nothing more", async () => {
    await pull(`${platform}.limit`);
    await pull(`${platform}.limit.back`);
    await fileReport(stage);
    expect(stage.local.calls().filter(({ status }) => status === 429)).toEqual([]);
    expect(await pull(`${platform}.limit.back`)).toMatchObject({ en: "This is not there any more." });
  });

  test.each(platform === "discord" ? ["discord.room"] : ["slack.room", "slack.app"])(
    "[E-08] a room lost by hand (%s) is made anew, with the same people and the card in it",
    async (lever) => {
      expect(await pull(lever)).toMatchObject({ en: "There is no private room yet: file a report first." });
      await fileReport(stage);
      const room = roomOf(stage, "Sara");
      const offered = (await read()).disturbances.find(({ id }) => id === lever);
      expect(offered?.targets?.options).toEqual([{ id: room?.id, label: room?.name }]);
      expect(await pull(lever, "nowhere")).toMatchObject({ en: "This is not there any more." });
      expect(await pull(lever, room?.id)).toBeUndefined();
      const fresh = () =>
        stage.local
          .person(stage.person("Omar").id)
          .places()
          .filter((place) => place.name.startsWith("case-") && place.id !== room?.id);
      expect(fresh()).toEqual([]);
      await stage.person("Sara").command("case take", { code: room?.name.slice("case-".length) ?? "" });
      await stage.settle();
      await told("Redress made the room anew: case-");
      await told("In it are Sara Lind, Omar Haddad and Elin Berg; messages of Redress in it: 1");
      expect(fresh()).toHaveLength(1);

      const [second] = fresh();
      expect(await pull(lever, second?.id)).toBeUndefined();
      await stage.person("Omar").command("case recuse", { code: room?.name.slice("case-".length) ?? "" });
      await stage.settle();
      await expect
        .poll(async () => (await lines()).filter((line) => line.startsWith("Redress made the room anew")).length)
        .toBe(2);
    },
  );
});

test("on Discord a direct message that is refused is told to the officers", async () => {
  const stage = house.stage("discord");
  await fileReport(stage);
  const mona = stage.person("Mona");
  expect(await pull("discord.direct", mona.id)).toBeUndefined();
  await acknowledge(stage);
  await told("Discord refused a direct message to Mona Wik: 403");
  await told("After that Redress wrote in case-");
  expect(stage.person("Sara").reads()).toMatch(/could not be delivered/);
  const [standing] = (await read()).standing;
  expect(standing).toMatchObject({ platform: "discord", back: { target: mona.id } });
  await pull(standing?.back.id ?? "", standing?.back.target);
  expect((await read()).standing).toEqual([]);
});

test("what is not there cannot be pulled", async () => {
  expect(await pull("nonsense")).toMatchObject({ en: "There is nothing called nonsense here." });
  expect(await pull("redress.back")).toMatchObject({ en: "This is not there any more." });
  expect(await pull("discord.direct")).toMatchObject({ en: "This is not there any more." });
  expect((await read()).lines).toEqual([]);
});
