import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { movableClock } from "../../../src/sandbox/clock.ts";
import type { Organisations, PageHouse } from "../../../src/sandbox/page/pageOptions.ts";
import type { Overview, Refused, Screen } from "../../../src/sandbox/page/wire.ts";
import { openGuild, place, who } from "../discord/guild.ts";
import { openVisitor } from "./visitor.ts";
import type { Visitor } from "./visitor.ts";

/** A house, with how many listen to it and how often it was closed. */
interface Counted {
  readonly house: PageHouse;
  listeners: number;
  closings: number;
}

const opened: Counted[] = [];
let visitor: Visitor;
/** Opening waits for this. */
let gate: () => Promise<void>;
/** What is due is done once this is. */
let due: Promise<void>;

async function openCounted(organisation: string): Promise<Counted> {
  const { discord, clock } = await openGuild();
  const counted: Counted = {
    listeners: 0,
    closings: 0,
    house: {
      organisation,
      clock,
      platforms: [
        {
          ...discord,
          onChange(listener) {
            counted.listeners += 1;
            const end = discord.onChange(listener);
            return () => {
              counted.listeners -= 1;
              end();
            };
          },
        },
      ],
      afterMove: () => due,
      close: async () => void (counted.closings += 1),
    },
  };
  opened.push(counted);
  return counted;
}

const names = { chess: "The chess club", choir: "The choir", broken: "The broken one" };
const organisations: Organisations = {
  list: Object.entries(names).map(([id, name]) => ({ id, name })),
  chosen: "chess",
  async open(id) {
    await gate();
    if (id === "broken") throw new Error("Line 3 is wrong.");
    return (await openCounted(id === "chess" ? names.chess : names.choir)).house;
  },
};
const choose = (id: string) => visitor.send("/api/organisation", { id });
const overview = () => visitor.read<Overview>("/api/page");
const textsOf = ({ messages }: Screen) => messages.flatMap(({ pieces }) => JSON.stringify(pieces));

/** What somebody is refused with. */
function sentence({ status, body }: Awaited<ReturnType<Visitor["send"]>>): string {
  const { refused } = body as Refused;
  return status === 409 && typeof refused === "object" ? refused.en : "";
}

beforeEach(async () => {
  opened.length = 0;
  gate = () => Promise.resolve();
  due = Promise.resolve();
  const { house } = await openCounted(names.chess);
  visitor = await openVisitor("discord", { ...house, organisations });
});
afterEach(() => visitor.close());

test("the page says which organisations there are, and which of them stands", async () => {
  expect(await overview()).toMatchObject({
    organisation: "The chess club",
    organisations: { chosen: "chess", list: organisations.list },
  });
  await choose("choir");
  expect(await overview()).toMatchObject({ organisation: "The choir", organisations: { chosen: "choir" } });
});

test("another organisation, or the same begun again, knows nothing of what was done before; whoever acts then acts there", async () => {
  for (const id of ["choir", "chess", "chess"]) {
    // oxlint-disable no-await-in-loop -- one after the other
    await visitor.act(who.ada, { kind: "type", place: place.general, line: "Hello" });
    expect(textsOf(await visitor.screen(who.bob, place.general))).toHaveLength(1);
    expect((await choose(id)).status).toBe(200);
    expect(textsOf(await visitor.screen(who.bob, place.general))).toEqual([]);
    // oxlint-enable no-await-in-loop
  }
});

test("ten exchanges leave nobody listening to what stood before, and each is closed once", async () => {
  for (let count = 0; count < 10; count += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await choose(count % 2 === 0 ? "choir" : "chess");
  expect(opened.map(({ listeners }) => listeners)).toEqual([...Array.from({ length: 10 }, () => 0), 1]);
  expect(opened.map(({ closings }) => closings)).toEqual([...Array.from({ length: 10 }, () => 1), 0]);
  await visitor.close();
  expect(opened.at(-1)).toMatchObject({ listeners: 0, closings: 1 });
});

test("the stream of changes names what stands, so that an open page notices another", async () => {
  const response = await fetch(new URL("/api/events", visitor.url));
  const before = (await overview()).opened;
  await choose("chess");
  const after = (await overview()).opened;
  expect(after).not.toBe(before);
  let text = "";
  for await (const part of response.body ?? []) {
    text += new TextDecoder().decode(part as Uint8Array);
    if (text.includes(after)) break;
  }
  expect(text).toContain(`event: changed\ndata: ${before}\n\n`);
  expect(text).toContain(`event: changed\ndata: ${after}\n\n`);
});

describe("while another is opened", () => {
  let open: () => void;
  let choosing: ReturnType<typeof choose>;
  beforeEach(async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    gate = () => {
      asked.resolve();
      return promise;
    };
    open = resolve;
    choosing = choose("choir");
    await asked.promise;
  });

  test("who reads waits for it", async () => {
    const reading = overview();
    open();
    expect((await reading).organisation).toBe("The choir");
    expect((await choosing).status).toBe(200);
  });

  test("who acts is refused with a sentence, and so is who chooses once more", async () => {
    for (const refused of [await visitor.send("/api/clock", { by: "day" }), await choose("chess")])
      expect(sentence(refused)).toMatch("An organisation is being opened");
    open();
    expect((await choosing).status).toBe(200);
    expect((await visitor.send("/api/clock", { by: "day" })).status).toBe(200);
    expect((await overview()).organisation).toBe("The choir");
  });
});

test("what is still being done when its house goes is refused with a sentence", async () => {
  due = new Promise(() => undefined);
  const clock = opened[0]?.house.clock ?? movableClock();
  const before = clock.now();
  const moving = visitor.send("/api/clock", { by: "day" });
  await expect.poll(() => clock.now()).toBeGreaterThan(before);
  await choose("choir");
  expect(sentence(await moving)).toMatch("This was begun again");
});

test("one that cannot be opened is refused with the reason, and what stood stays as it was", async () => {
  await visitor.act(who.ada, { kind: "type", place: place.general, line: "Hello" });
  expect(await choose("broken")).toEqual({
    status: 409,
    body: {
      refused: {
        en: "It could not be opened: Line 3 is wrong.",
        sv: "Det gick inte att öppna: Line 3 is wrong.",
      },
    },
  });
  expect(textsOf(await visitor.screen(who.bob, place.general))).toHaveLength(1);
  expect(opened.map(({ closings }) => closings)).toEqual([0]);
});

test("one that is not in the list is not there", async () => {
  expect((await choose("nobody")).status).toBe(404);
  expect((await overview()).organisation).toBe("The chess club");
});

test("where there is nothing to choose nothing is offered", async () => {
  await visitor.close();
  const { house } = await openCounted(names.chess);
  visitor = await openVisitor("discord", house);
  expect(await overview()).not.toHaveProperty("organisations");
  expect((await choose("chess")).status).toBe(404);
});
