import { expect, test } from "vitest";

import { call, openGuild } from "./guild.ts";

test("a private room is made, filled, named, described and archived", async () => {
  const { slack } = await openGuild();
  const made = await call(slack, "conversations.create", { name: "quiet-heron", is_private: true });
  const channel = (made["channel"] as { id: string }).id;
  expect(made).toMatchObject({ channel: { name: "quiet-heron", is_private: true, is_member: true, creator: "UBOT" } });
  expect(await call(slack, "conversations.invite", { channel, users: "UADA,UBO" })).toMatchObject({ ok: true });
  await call(slack, "conversations.setTopic", { channel, topic: "Private" });
  await call(slack, "conversations.setPurpose", { channel, purpose: "One case" });
  await call(slack, "conversations.rename", { channel, name: "calm-heron" });
  expect(await call(slack, "conversations.members", { channel })).toMatchObject({ members: ["UBOT", "UADA", "UBO"] });
  expect(await call(slack, "conversations.info", { channel, include_num_members: true })).toMatchObject({
    channel: { name: "calm-heron", topic: { value: "Private" }, purpose: { value: "One case" }, num_members: 3 },
  });
  expect(
    slack
      .person("UADA")
      .places()
      .find(({ id }) => id === channel),
  ).toEqual({
    id: channel,
    kind: "private-channel",
    name: "calm-heron",
    topic: "Private",
    archived: false,
  });
  expect(await call(slack, "conversations.kick", { channel, user: "UBO" })).toMatchObject({ ok: true });
  expect(() => slack.person("UBO").messages(channel)).toThrow("sees no place");
  expect(await call(slack, "conversations.archive", { channel })).toMatchObject({ ok: true });
  expect(
    slack
      .person("UADA")
      .places()
      .find(({ id }) => id === channel)?.archived,
  ).toBe(true);
});

test.each([
  ["", "invalid_name_required"],
  ["Upper", "invalid_name_specials"],
  ["two words", "invalid_name_specials"],
  ["full.stop", "invalid_name_specials"],
  ["x".repeat(81), "invalid_name_maxlength"],
  ["-_-", "invalid_name_punctuation"],
  ["hall", "name_taken"],
  ["board", "name_taken"],
])("a channel cannot be called %j", async (name, error) => {
  const { slack } = await openGuild();
  expect(await call(slack, "conversations.create", { name })).toMatchObject({ ok: false, error });
});

test("a channel may have a name of 80 characters, of other alphabets too", async () => {
  const { slack } = await openGuild();
  expect(await call(slack, "conversations.create", { name: "å".repeat(80) })).toMatchObject({ ok: true });
});

test("the name of an archived channel stays taken, that of a deleted one is free", async () => {
  const { slack } = await openGuild();
  await call(slack, "conversations.archive", { channel: "CROOM" });
  expect(await call(slack, "conversations.create", { name: "amber-fox" })).toMatchObject({ error: "name_taken" });
  slack.workspace.delete("CROOM", "UOWNER");
  expect(await call(slack, "conversations.create", { name: "amber-fox" })).toMatchObject({ ok: true });
});

test("an archived channel can only be read", async () => {
  const { slack } = await openGuild();
  const { ts } = await call(slack, "chat.postMessage", {
    channel: "CROOM",
    text: "x",
    blocks: [
      { type: "actions", elements: [{ type: "button", action_id: "go", text: { type: "plain_text", text: "Go" } }] },
    ],
  });
  await call(slack, "conversations.archive", { channel: "CROOM" });
  const archived = async (method: string, more: object, error = "is_archived") =>
    expect(await call(slack, method, { channel: "CROOM", ...more })).toMatchObject({ ok: false, error });
  await archived("chat.postMessage", { text: "x" });
  await archived("chat.postEphemeral", { user: "UADA", text: "x" });
  await archived("chat.update", { ts, text: "x" }, "is_inactive");
  await archived("chat.delete", { ts }, "cant_delete_message");
  await archived("conversations.invite", { users: "UCY" });
  await archived("conversations.kick", { user: "UADA" });
  await archived("conversations.rename", { name: "x" });
  await archived("conversations.setTopic", { topic: "x" });
  await archived("conversations.leave", {});
  await archived("conversations.archive", {}, "already_archived");
  expect(await call(slack, "conversations.history", { channel: "CROOM" })).toMatchObject({ ok: true });
  const ada = slack.person("UADA");
  expect(ada.messages("CROOM").find(({ id }) => id === ts)?.controls).toMatchObject([{ id: "go", disabled: true }]);
  await expect(ada.press(String(ts), "go")).rejects.toThrow("archived");
  await expect(ada.type("CROOM", "x")).rejects.toThrow("archived");
  expect(ada.commands("CROOM")).toEqual([]);
});

test("a bot cannot unarchive a channel, people can", async () => {
  const { slack } = await openGuild();
  expect(await call(slack, "conversations.unarchive", { channel: "CROOM" })).toMatchObject({ error: "not_archived" });
  slack.workspace.archive("CROOM", "UADA");
  expect(await call(slack, "conversations.unarchive", { channel: "CROOM" })).toMatchObject({ error: "not_in_channel" });
  slack.workspace.unarchive("CROOM", "UADA");
  expect(await call(slack, "chat.postMessage", { channel: "CROOM", text: "x" })).toMatchObject({ ok: true });
});

test.each([
  ["nobody", "", "no_user"],
  ["someone who does not exist", "UNONE", "user_not_found"],
  ["someone who is in", "UADA", "already_in_channel"],
  ["itself", "UBOT", "cant_invite_self"],
  ["someone of another organisation", "USTRANGE", "no_external_invite_permission"],
])("the app cannot invite %s", async (_, users, error) => {
  const { slack } = await openGuild();
  expect(await call(slack, "conversations.invite", { channel: "CROOM", users })).toMatchObject({ ok: false, error });
});

test("one person who cannot be invited keeps all others out, unless the invitation is forced", async () => {
  const { slack } = await openGuild();
  const invite = (force: boolean) =>
    call(slack, "conversations.invite", { channel: "CROOM", users: "UCY,UNONE", force });
  expect(await invite(false)).toMatchObject({ ok: false, errors: [{ user: "UNONE", error: "user_not_found" }] });
  expect(() => slack.person("UCY").messages("CROOM")).toThrow("sees no place");
  expect(await invite(true)).toMatchObject({ ok: true, errors: [{ user: "UNONE" }] });
  expect(slack.person("UCY").messages("CROOM")).toHaveLength(1);
});

test("a deactivated account cannot be invited, a guest of one channel not to a second", async () => {
  const { slack } = await openGuild();
  slack.workspace.deactivate("UCY");
  const invite = (users: string, channel = "CROOM") => call(slack, "conversations.invite", { channel, users });
  expect(await invite("UCY")).toMatchObject({ error: "cant_invite" });
  expect(await invite("UONE")).toMatchObject({ ok: true });
  expect(await invite("UONE", "CHALL")).toMatchObject({ error: "ura_max_channels" });
});

test.each([
  ["itself", "CROOM", "UBOT", "cant_kick_self"],
  ["someone who is not in", "CROOM", "UCY", "not_in_channel"],
  ["someone who does not exist", "CROOM", "UNONE", "user_not_found"],
  ["people from public channels", "CHALL", "UADA", "restricted_action"],
])("the app cannot remove %s", async (_, channel, user, error) => {
  const { slack } = await openGuild();
  expect(await call(slack, "conversations.kick", { channel, user })).toMatchObject({ ok: false, error });
});

test("what the app has nothing to do with does not exist for it", async () => {
  const { slack } = await openGuild();
  for (const method of ["info", "members", "history", "archive", "leave"])
    expect(await call(slack, `conversations.${method}`, { channel: "CSECRET" })).toMatchObject({
      error: "channel_not_found",
    });
  const listed = await call(slack, "conversations.list", { types: "public_channel,private_channel" });
  expect((listed["channels"] as { name: string }[]).map(({ name }) => name)).toEqual([
    "hall",
    "open-door",
    "amber-fox",
  ]);
  const shared = await call(slack, "users.conversations", { user: "UADA", types: "public_channel,private_channel" });
  expect((shared["channels"] as { name: string }[]).map(({ name }) => name)).toEqual(["hall", "amber-fox"]);
  expect(await call(slack, "conversations.list", { types: "secret" })).toMatchObject({ error: "invalid_types" });
});

test("the app joins and leaves public channels", async () => {
  const { slack } = await openGuild();
  expect(await call(slack, "conversations.join", { channel: "COPEN" })).toMatchObject({ ok: true });
  expect(await call(slack, "chat.postMessage", { channel: "COPEN", text: "x" })).toMatchObject({ ok: true });
  expect(await call(slack, "conversations.leave", { channel: "COPEN" })).toMatchObject({ ok: true });
  expect(await call(slack, "conversations.leave", { channel: "COPEN" })).toMatchObject({ not_in_channel: true });
  expect(await call(slack, "conversations.join", { channel: "CROOM" })).toMatchObject({
    error: "method_not_supported_for_channel_type",
  });
});

test("the app cannot rename a channel somebody else made, nor write long topics", async () => {
  const { slack } = await openGuild();
  expect(await call(slack, "conversations.rename", { channel: "CROOM", name: "x" })).toMatchObject({
    error: "not_authorized",
  });
  expect(await call(slack, "conversations.setTopic", { channel: "CROOM", topic: "x".repeat(251) })).toMatchObject({
    error: "too_long",
  });
});

test("the workspace can refuse the app every new channel", async () => {
  const { slack } = await openGuild();
  slack.workspace.refuseChannels("restricted_action");
  const create = () => call(slack, "conversations.create", { name: "x", is_private: true });
  expect(await create()).toMatchObject({ error: "restricted_action" });
  slack.workspace.refuseChannels(undefined);
  expect(await create()).toMatchObject({ ok: true });
});

test("a direct message is opened once, and a group of people has one of its own", async () => {
  const { slack } = await openGuild();
  const open = (users: string, more: object = {}) => call(slack, "conversations.open", { users, ...more });
  expect(await open("UADA", { prevent_creation: true })).toMatchObject({ error: "channel_not_found" });
  expect(await open("UADA")).toMatchObject({ channel: { id: "DUADA" } });
  expect(await open("UADA", { return_im: true })).toMatchObject({
    already_open: true,
    channel: { is_im: true, user: "UADA" },
  });
  const group = await open("UADA,UBO");
  expect(await open("UBO,UADA")).toMatchObject({ already_open: true, channel: group["channel"] });
  expect(await call(slack, "conversations.open", { channel: "DUADA" })).toMatchObject({ already_open: true });
  expect(await call(slack, "conversations.open", { channel: "CROOM" })).toMatchObject({
    error: "method_not_supported_for_channel_type",
  });
});

test.each([
  ["nobody", "", "users_list_not_supplied"],
  ["someone who does not exist", "UNONE", "user_not_found"],
  ["itself", "UBOT", "cannot_dm_bot"],
  ["nine people", Array.from({ length: 9 }, (_, i) => `U${i}`).join(","), "too_many_users"],
])("the app cannot open a direct message with %s", async (_, users, error) => {
  const { slack } = await openGuild();
  expect(await call(slack, "conversations.open", { users })).toMatchObject({ ok: false, error });
});

test("a person can be out of reach of direct messages, by their account or by a rule", async () => {
  const { slack } = await openGuild();
  await call(slack, "conversations.open", { users: "UADA" });
  slack.workspace.deactivate("UBO");
  slack.workspace.refuseDirectMessages("UADA", "cannot_dm_bot");
  expect(await call(slack, "conversations.open", { users: "UBO" })).toMatchObject({ error: "user_disabled" });
  expect(await call(slack, "conversations.open", { users: "UADA" })).toMatchObject({ error: "cannot_dm_bot" });
  for (const channel of ["UADA", "DUADA"])
    expect(await call(slack, "chat.postMessage", { channel, text: "x" })).toMatchObject({ error: "cannot_dm_bot" });
  slack.workspace.refuseDirectMessages("UADA", undefined);
  expect(await call(slack, "chat.postMessage", { channel: "DUADA", text: "x" })).toMatchObject({ ok: true });
});
