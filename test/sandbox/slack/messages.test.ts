import { expect, test } from "vitest";

import { call, openGuild } from "./guild.ts";

const header = (text: string) => [{ type: "header", text: { type: "plain_text", text } }];
const metadata = (row: string) => ({ event_type: "redress_outbox", event_payload: { row } });

test("a posted message can be changed and deleted by the app", async () => {
  const { slack } = await openGuild();
  const bo = slack.person("UBO");
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "First" });
  expect(bo.messages("CROOM")).toMatchObject([{ id: ts, text: "First", edited: false, ephemeral: false }]);
  await call(slack, "chat.update", { channel: "CROOM", ts, text: "Second" });
  expect(bo.messages("CROOM")).toMatchObject([{ id: ts, text: "Second", edited: true }]);
  await call(slack, "chat.delete", { channel: "CROOM", ts });
  expect(bo.messages("CROOM")).toEqual([]);
});

test("an update with a text alone removes the blocks, one with blocks alone does not mark the message as edited", async () => {
  const { slack } = await openGuild();
  const [ada] = [slack.person("UADA")];
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", blocks: header("Tally 1") });
  expect(ada.messages("CROOM")).toMatchObject([{ text: "Tally 1" }]);
  await call(slack, "chat.update", { channel: "CROOM", ts, blocks: header("Tally 2") });
  expect(ada.messages("CROOM")).toMatchObject([{ text: "Tally 2", edited: false }]);
  await call(slack, "chat.update", { channel: "CROOM", ts, text: "Closed" });
  expect(ada.messages("CROOM")).toMatchObject([{ text: "Closed", edited: true }]);
  expect(await call(slack, "chat.update", { channel: "CROOM", ts })).toMatchObject({ error: "no_text" });
});

test("only its own lasting messages can be changed by the app", async () => {
  const { slack } = await openGuild();
  await slack.person("UADA").type("CROOM", "Mine");
  const ts = slack.person("UADA").messages("CROOM").at(-1)?.id;
  expect(await call(slack, "chat.update", { channel: "CROOM", ts, text: "x" })).toMatchObject({
    error: "cant_update_message",
  });
  expect(await call(slack, "chat.delete", { channel: "CROOM", ts })).toMatchObject({ error: "cant_delete_message" });
  const { message_ts } = await call(slack, "chat.postEphemeral", { channel: "CROOM", user: "UADA", text: "Psst" });
  const gone = { error: "message_not_found" };
  expect(await call(slack, "chat.update", { channel: "CROOM", ts: message_ts, text: "x" })).toMatchObject(gone);
  expect(await call(slack, "chat.delete", { channel: "CROOM", ts: message_ts })).toMatchObject(gone);
  expect(await call(slack, "chat.getPermalink", { channel: "CROOM", message_ts })).toMatchObject(gone);
});

test("an ephemeral message is seen by one person, in no history, and gone when they load anew", async () => {
  const { slack } = await openGuild();
  const ada = slack.person("UADA");
  await call(slack, "chat.postEphemeral", { channel: "CROOM", user: "UADA", text: "Psst" });
  expect(ada.messages("CROOM")).toMatchObject([{ text: "Psst", ephemeral: true }]);
  expect(slack.person("UBO").messages("CROOM")).toEqual([]);
  expect(await call(slack, "conversations.history", { channel: "CROOM" })).toMatchObject({ messages: [] });
  ada.reload();
  expect(ada.messages("CROOM")).toEqual([]);
});

test.each([
  ["someone who is not in the channel", { channel: "CROOM", user: "UCY" }, "user_not_in_channel"],
  ["a private channel the app is not in", { channel: "CSECRET", user: "UCY" }, "channel_not_found"],
  ["a public channel the app is not in", { channel: "COPEN", user: "UCY" }, "not_in_channel"],
])("an ephemeral message for %s is refused", async (_, args, error) => {
  const { slack } = await openGuild();
  expect(await call(slack, "chat.postEphemeral", { ...args, text: "x" })).toMatchObject({ ok: false, error });
});

test.each([
  ["a private channel the app is not in", "CSECRET", "channel_not_found"],
  ["a public channel the app is not in", "COPEN", "not_in_channel"],
  ["no channel at all", "CNONE", "channel_not_found"],
  ["another bot", "UBOT", "cannot_dm_bot"],
])("a message to %s is refused", async (_, channel, error) => {
  const { slack } = await openGuild();
  expect(await call(slack, "chat.postMessage", { channel, text: "x" })).toMatchObject({ ok: false, error });
});

test("a message can be posted to a channel by name, and to a person by id", async () => {
  const { slack } = await openGuild();
  expect(await call(slack, "chat.postMessage", { channel: "#hall", text: "x" })).toMatchObject({ channel: "CHALL" });
  const direct = await call(slack, "chat.postMessage", { channel: "UADA", text: "For you" });
  expect(direct).toMatchObject({ channel: "DUADA" });
  expect(slack.person("UADA").messages("DUADA")).toMatchObject([{ text: "For you" }]);
  expect(() => slack.person("UBO").messages("DUADA")).toThrow("bo sees no place DUADA");
});

test("a direct message is refused when the app's messages tab is off", async () => {
  const { slack } = await openGuild();
  slack.setManifest({});
  expect(await call(slack, "chat.postMessage", { channel: "UADA", text: "x" })).toMatchObject({
    error: "messages_tab_disabled",
  });
});

test("everyone in a channel sees every thread", async () => {
  const { slack } = await openGuild();
  const bo = slack.person("UBO");
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "Case *amber-fox*" });
  await call(slack, "chat.postMessage", { channel: "CROOM", text: "Reply", thread_ts: ts });
  await call(slack, "chat.postMessage", { channel: "CROOM", text: "Loud", thread_ts: ts, reply_broadcast: true });
  await slack.person("UADA").type(`CROOM/${String(ts)}`, "Mine");
  expect(bo.places().find(({ kind }) => kind === "thread")).toEqual({
    id: `CROOM/${String(ts)}`,
    kind: "thread",
    name: "Case *amber-fox*",
    parent: "CROOM",
    archived: false,
  });
  const texts = (place: string) => bo.messages(place).map(({ text }) => text);
  expect(texts(`CROOM/${String(ts)}`)).toEqual(["Case *amber-fox*", "Reply", "Loud", "Mine"]);
  expect(texts("CROOM")).toEqual(["Case *amber-fox*", "Loud"]);
  expect(await call(slack, "chat.postMessage", { channel: "CROOM", text: "x", thread_ts: "1.1" })).toMatchObject({
    error: "thread_not_found",
  });
});

test("a deleted message whose thread goes on leaves a gravestone", async () => {
  const { slack } = await openGuild();
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "Parent" });
  await call(slack, "chat.postMessage", { channel: "CROOM", text: "Reply", thread_ts: ts });
  await call(slack, "chat.delete", { channel: "CROOM", ts });
  expect(slack.person("UADA").messages("CROOM")).toMatchObject([{ text: "This message was deleted." }]);
});

test("history is told newest first, with metadata when asked for, and needs its scope", async () => {
  const { slack } = await openGuild();
  for (const row of ["one", "two", "three"])
    await call(slack, "chat.postMessage", { channel: "CROOM", text: row, metadata: metadata(row) });
  const page = await call(slack, "conversations.history", { channel: "CROOM", limit: 2, include_all_metadata: true });
  expect(page).toMatchObject({
    has_more: true,
    messages: [
      { text: "three", metadata: metadata("three"), bot_id: "BUBOT", app_id: "A1" },
      { text: "two", metadata: metadata("two") },
    ],
  });
  const cursor = (page["response_metadata"] as { next_cursor: string }).next_cursor;
  const next = await call(slack, "conversations.history", { channel: "CROOM", limit: 2, cursor });
  expect(next).toMatchObject({ has_more: false, messages: [{ text: "one" }] });
  expect(JSON.stringify(next)).not.toContain("redress_outbox");
  slack.grantScopes(["chat:write"]);
  expect(await call(slack, "conversations.history", { channel: "CROOM" })).toMatchObject({
    error: "missing_scope",
    needed: "groups:history",
  });
});

test("history can be bounded in time, and errs on what is no time or cursor", async () => {
  const { slack, clock } = await openGuild();
  const { ts: first } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "one" });
  clock.advance(60_000);
  await call(slack, "chat.postMessage", { channel: "CROOM", text: "two" });
  const history = (more: object) => call(slack, "conversations.history", { channel: "CROOM", ...more });
  expect(await history({ oldest: first })).toMatchObject({ messages: [{ text: "two" }] });
  expect(await history({ latest: first, inclusive: true })).toMatchObject({ messages: [{ text: "one" }] });
  expect(await history({ oldest: "yesterday" })).toMatchObject({ error: "invalid_ts_oldest" });
  expect(await history({ latest: "tomorrow" })).toMatchObject({ error: "invalid_ts_latest" });
  expect(await history({ cursor: "x" })).toMatchObject({ error: "invalid_cursor" });
  expect(await history({ limit: 5000 })).toMatchObject({ error: "invalid_limit" });
});

test("the replies of a thread are told oldest first", async () => {
  const { slack } = await openGuild();
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "Parent" });
  await call(slack, "chat.postMessage", { channel: "CROOM", text: "Reply", thread_ts: ts, metadata: metadata("r") });
  const replies = await call(slack, "conversations.replies", { channel: "CROOM", ts, include_all_metadata: true });
  expect(replies).toMatchObject({
    messages: [
      { text: "Parent", reply_count: 1 },
      { text: "Reply", metadata: metadata("r") },
    ],
  });
  expect(await call(slack, "conversations.history", { channel: "CROOM" })).toMatchObject({
    messages: [{ text: "Parent" }],
  });
});

test("metadata stays at an update, until it is replaced or removed", async () => {
  const { slack } = await openGuild();
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "x", metadata: metadata("one") });
  const told = async () => {
    const history = await call(slack, "conversations.history", { channel: "CROOM", include_all_metadata: true });
    return (history["messages"] as { metadata?: unknown }[])[0]?.metadata;
  };
  await call(slack, "chat.update", { channel: "CROOM", ts, text: "y" });
  expect(await told()).toEqual(metadata("one"));
  await call(slack, "chat.update", { channel: "CROOM", ts, text: "y", metadata: metadata("two") });
  expect(await told()).toEqual(metadata("two"));
  await call(slack, "chat.update", { channel: "CROOM", ts, text: "y", metadata: {} });
  expect(await told()).toBeUndefined();
});

test("a permalink leads to a message", async () => {
  const { slack } = await openGuild();
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "x" });
  expect(await call(slack, "chat.getPermalink", { channel: "CROOM", message_ts: ts })).toMatchObject({
    permalink: `https://guild.slack.com/archives/CROOM/p${String(ts).replace(".", "")}`,
  });
});

test("timestamps never go back and never repeat although the clock stands", async () => {
  const { slack } = await openGuild();
  const stamps: string[] = [];
  for (let time = 0; time < 5; time += 1)
    stamps.push(String((await call(slack, "chat.postMessage", { channel: "CROOM", text: "x" }))["ts"]));
  expect(stamps).toEqual([...new Set(stamps)].toSorted());
});

test("of old ephemeral messages a hundred are kept in a place when not everything is kept", async () => {
  const { slack } = await openGuild({ keepCalls: false });
  for (let number = 0; number < 105; number += 1)
    await call(slack, "chat.postEphemeral", { channel: "CROOM", user: "UADA", text: String(number) });
  const seen = slack.person("UADA").messages("CROOM");
  expect([seen.length, seen[0]?.text]).toEqual([100, "5"]);
  expect(slack.deliveries.sent()).toEqual([]);
});
