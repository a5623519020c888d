import type { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { speechOf } from "../../src/locale/speech.ts";
import { SlackPeople } from "../../src/slack/slackPeople.ts";

/** Whom Slack was asked for, and what it answers. */
let asked: string[];
let answer: (id: string) => Promise<unknown>;
let people: SlackPeople;

const user = (id: string, more: object) => Promise.resolve({ ok: true, user: { id, ...more } });

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = (id) => user(id, { name: "mona", real_name: "Mona Wik", locale: "sv-SE" });
  const info = (given: { readonly user: string; readonly include_locale?: boolean }) => {
    asked.push(given.user);
    return answer(given.user);
  };
  people = new SlackPeople({ users: { info } } as unknown as WebClient, "T1");
});
afterEach(() => {
  vi.useRealTimers();
});

test("somebody is asked for once, however many press at the same moment and afterwards", async () => {
  const read = await Promise.all([people.read("U1"), people.read("U1"), people.read("U2"), people.read("U1")]);
  expect(read[0]).toEqual({ platform: "slack", id: "U1", name: "Mona Wik", locale: "sv-SE" });
  await people.read("U1");
  expect(asked).toEqual(["U1", "U2"]);
});

test("somebody is spoken to in the language of the account, and in English where it says none or one without texts", async () => {
  const languages: Readonly<Record<string, object>> = {
    U1: { locale: "sv-SE" },
    U2: { locale: "en-GB" },
    U3: { locale: "fi-FI" },
    U4: {},
  };
  answer = (id) => user(id, { name: "x", ...languages[id] });
  const spoken = await Promise.all(Object.keys(languages).map((id) => people.read(id)));
  expect(spoken.map(({ locale }) => speechOf(locale).locale)).toEqual(["sv", "en", "en", "en"]);
});

test.each([
  [{ profile: { display_name: "mo", real_name: "Mona Wik" }, real_name: "M. Wik", name: "mona" }, "mo"],
  [{ profile: { display_name: "", real_name: "Mona Wik" }, real_name: "M. Wik", name: "mona" }, "Mona Wik"],
  [{ profile: {}, real_name: "M. Wik", name: "mona" }, "M. Wik"],
  [{ name: "mona" }, "mona"],
  [{}, "U1"],
])("of %o the name is %s", async (given, name) => {
  answer = (id) => user(id, given);
  expect((await people.read("U1")).name).toBe(name);
});

test("nobody waits longer for a name than Slack waits for an answer; it is there the next time", async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  answer = () => promise;
  const reading = people.read("U1");
  await vi.advanceTimersByTimeAsync(800);
  expect(await reading).toEqual({ platform: "slack", id: "U1", name: "U1", locale: "en" });
  resolve(await user("U1", { real_name: "Mona Wik", locale: "sv-SE" }));
  expect((await people.read("U1")).name).toBe("Mona Wik");
  expect(asked).toEqual(["U1"]);
});

test.each([
  ["refuses", () => Promise.reject(new Error("user_not_found"))],
  ["answers something else", () => Promise.resolve({ ok: true })],
])("where Slack %s, the id is the name for now, and it is asked again", async (_, given) => {
  answer = given;
  expect((await people.read("U1")).name).toBe("U1");
  answer = (id) => user(id, { real_name: "Mona Wik" });
  expect((await people.read("U1")).name).toBe("Mona Wik");
  expect(asked).toEqual(["U1", "U1"]);
});

test.each([
  [{ team_id: "T1", is_admin: true }, "yes"],
  [{ team_id: "T1", is_admin: false, is_owner: true }, "yes"],
  [{ team_id: "T1", is_primary_owner: true }, "yes"],
  [{ team_id: "T1", is_admin: false, is_owner: false }, "no"],
  [{ team_id: "T1" }, "no"],
  [{ team_id: "T2", is_admin: true }, "no"],
])("of %o it is said that somebody administers the workspace: %s", async (given, administers) => {
  answer = (id) => user(id, given);
  expect(await people.administers("U1")).toBe(administers);
});

test("whether somebody administers the workspace is asked anew each time, and not known where Slack does not say", async () => {
  answer = (id) => user(id, { team_id: "T1", is_admin: asked.length === 1 });
  expect(await people.administers("U1")).toBe("yes");
  expect(await people.administers("U1")).toBe("no");
  answer = () => Promise.reject(new Error("ratelimited"));
  expect(await people.administers("U1")).toBe("unknown");
});
