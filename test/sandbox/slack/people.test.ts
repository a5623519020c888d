import { expect, test } from "vitest";

import { call, openGuild } from "./guild.ts";

test("a language is told only when asked for", async () => {
  const { slack } = await openGuild();
  expect(await call(slack, "users.info", { user: "UBO", include_locale: true })).toMatchObject({
    user: { id: "UBO", name: "bo", locale: "sv-SE" },
  });
  const without = await call(slack, "users.info", { user: "UBO" });
  expect(Object.keys(without["user"] as object)).not.toContain("locale");
});

test.each([
  ["UADA", { is_bot: false, deleted: false, is_owner: false, is_restricted: false, real_name: "Ada Byron" }],
  ["UOWNER", { is_owner: true, is_admin: true }],
  ["UGUEST", { is_restricted: true, is_ultra_restricted: false }],
  ["UONE", { is_restricted: true, is_ultra_restricted: true }],
  ["USTRANGE", { is_stranger: true }],
  ["UBOT", { is_bot: true }],
])("%s is told to be %o", async (user, facts) => {
  const { slack } = await openGuild();
  expect(await call(slack, "users.info", { user })).toMatchObject({ ok: true, user: facts });
});

test("the list of people comes in pages, the app's bot among them", async () => {
  const { slack } = await openGuild();
  const first = await call(slack, "users.list", { limit: 5, include_locale: true });
  const { next_cursor: cursor } = first["response_metadata"] as { next_cursor: string };
  const second = await call(slack, "users.list", { limit: 5, cursor });
  const ids = [first, second].flatMap((page) => (page["members"] as { id: string }[]).map(({ id }) => id));
  expect(ids).toEqual(["UBOT", "UOWNER", "UADA", "UBO", "UCY", "UGUEST", "UONE", "USTRANGE"]);
  expect(second["response_metadata"]).toEqual({ next_cursor: "" });
  expect(slack.people().map(({ name }) => name)).toEqual(["olga", "ada", "bo", "cy", "gus", "una", "sam"]);
});

test("a deactivated account is out of every channel and can do nothing until it is reactivated", async () => {
  const { slack } = await openGuild();
  const bo = slack.person("UBO");
  slack.workspace.deactivate("UBO");
  expect(await call(slack, "users.info", { user: "UBO" })).toMatchObject({ user: { deleted: true } });
  expect(await call(slack, "conversations.members", { channel: "CROOM" })).toMatchObject({ members: ["UADA", "UBOT"] });
  expect(bo.places()).toEqual([]);
  expect(() => bo.messages("CHALL")).toThrow("deactivated");
  await expect(bo.type("CHALL", "x")).rejects.toThrow("deactivated");
  slack.workspace.reactivate("UBO");
  slack.workspace.join("CHALL", "UBO");
  await bo.type("CHALL", "Back");
  expect(bo.messages("CHALL").at(-1)).toMatchObject({ text: "Back", author: { name: "bo", isBot: false } });
});

test("nobody by an unknown id can be found", async () => {
  const { slack } = await openGuild();
  expect(() => slack.person("UNONE")).toThrow("nobody");
  expect(() => slack.person("UBOT")).toThrow("nobody");
  expect(await call(slack, "users.info", { user: "UNONE" })).toMatchObject({ error: "user_not_found" });
});
