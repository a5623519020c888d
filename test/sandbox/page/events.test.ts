import { afterEach, beforeEach, expect, test } from "vitest";

import { openGuild, place, who } from "../discord/guild.ts";
import type { Guild } from "../discord/guild.ts";
import { openVisitor } from "./visitor.ts";
import type { Visitor } from "./visitor.ts";

let guild: Guild;
let visitor: Visitor;
beforeEach(async () => {
  guild = await openGuild();
  const { clock, discord } = guild;
  visitor = await openVisitor("discord", { platforms: [discord], clock, afterMove: () => Promise.resolve() });
});
afterEach(async () => {
  await visitor.close();
});

/** With the name of what stands behind the page. */
const changed = /^event: changed\ndata: \S+$/;

/** The events of a stream, one by one. */
async function* events(): AsyncGenerator<string> {
  const response = await fetch(new URL("/api/events", visitor.url));
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of response.body ?? []) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    const whole = text.split("\n\n");
    text = whole.pop() ?? "";
    for (const event of whole) if (event.startsWith("event:")) yield event;
  }
}

test("whoever listens is told at once, and then of every change", async () => {
  const told = events();
  expect((await told.next()).value).toMatch(changed);
  const act = { kind: "type", place: place.general, line: "Hello" } as const;
  const [next] = await Promise.all([told.next(), visitor.act(who.ada, act)]);
  expect(next.value).toMatch(changed);
});

test("a move of the clock is a change", async () => {
  const told = events();
  await told.next();
  const [next] = await Promise.all([told.next(), visitor.send("/api/clock", { by: "day" })]);
  expect(next.value).toMatch(changed);
});

test("changes that come at once are told once, and the event says nothing about them", async () => {
  const told = events();
  await told.next();
  const bob = guild.discord.person(who.bob);
  const lines = ["one", "two", "three"].map((line) => bob.type(place.general, line));
  await Promise.all(lines);
  expect((await told.next()).value).toMatch(changed);
  await visitor.close();
  expect((await told.next()).done).toBe(true);
});
