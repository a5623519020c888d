import { expect, test } from "vitest";

import { call, openGuild } from "./guild.ts";

const placesOf = async (person: string) => {
  const { slack } = await openGuild();
  return slack
    .person(person)
    .places()
    .map(({ kind, name }) => `${kind} ${name}`);
};

test("a full member sees public channels, their private ones, the app's messages and its home", async () => {
  expect(await placesOf("UADA")).toEqual([
    "channel hall",
    "channel open-door",
    "private-channel amber-fox",
    "private-channel board",
    "direct redress",
    "home redress",
  ]);
});

test("a guest sees only the channels they were let into", async () => {
  expect(await placesOf("UGUEST")).toEqual(["channel hall", "direct redress", "home redress"]);
});

test("without the tabs of its home an app shows neither messages nor home", async () => {
  const { slack } = await openGuild({ manifest: {} });
  expect(
    slack
      .person("UGUEST")
      .places()
      .map(({ kind }) => kind),
  ).toEqual(["channel"]);
  expect(() => slack.person("UGUEST").messages("home")).toThrow("sees no place home");
});

test("a public channel can be read by whoever has not joined it, but not written in", async () => {
  const { slack } = await openGuild();
  await slack.person("UCY").type("COPEN", "Welcome");
  const ada = slack.person("UADA");
  expect(ada.messages("COPEN")).toMatchObject([{ text: "Welcome" }]);
  await expect(ada.type("COPEN", "Hi")).rejects.toThrow("Join #open-door first");
  slack.workspace.join("COPEN", "UADA");
  await ada.type("COPEN", "Hi");
  expect(ada.messages("COPEN").map(({ text }) => text)).toEqual(["Welcome", "@ada has joined the channel", "Hi"]);
});

test("any full member may bring others into a private channel, and newcomers read what was said before", async () => {
  const { slack } = await openGuild();
  await slack.person("UADA").type("CROOM", "A statement");
  slack.workspace.invite("CROOM", "UADA", "UCY");
  expect(slack.person("UCY").messages("CROOM")[0]?.text).toBe("A statement");
  expect(() => slack.workspace.invite("CHALL", "UGUEST", "UCY")).toThrow("gus cannot invite");
  expect(() => slack.workspace.invite("CSECRET", "UBO", "UCY")).toThrow("bo cannot invite");
  expect(() => slack.workspace.join("CROOM", "UOWNER")).toThrow("without being invited");
});

test("who can read a private channel are its members, and the owners by export", async () => {
  const { slack } = await openGuild();
  expect(slack.readersOf("CROOM")).toEqual([
    { id: "UOWNER", name: "olga", why: "owner, by export" },
    { id: "UADA", name: "ada", why: "member" },
    { id: "UBO", name: "bo", why: "member" },
  ]);
  const { slack: free } = await openGuild({ team: { id: "T1", name: "Guild", ownerIds: ["UOWNER"], plan: "free" } });
  expect(free.readersOf("CROOM/1.1").map(({ name }) => name)).toEqual(["ada", "bo"]);
});

test("who can read a public channel are all full members and the guests in it", async () => {
  const { slack } = await openGuild();
  expect(slack.readersOf("CHALL").map(({ name, why }) => `${name}: ${why}`)).toEqual([
    "olga: full member of the workspace",
    "ada: member",
    "bo: member",
    "cy: full member of the workspace",
    "gus: member",
  ]);
});

test("a deleted channel is gone for everyone", async () => {
  const { slack } = await openGuild();
  slack.workspace.delete("CROOM", "UOWNER");
  expect(() => slack.person("UADA").messages("CROOM")).toThrow("sees no place");
  expect(() => slack.readersOf("CROOM")).toThrow("no channel CROOM");
  expect(await call(slack, "chat.postMessage", { channel: "CROOM", text: "x" })).toMatchObject({
    error: "channel_not_found",
  });
});

test("an app that was removed from a room has no room there any more", async () => {
  const { slack } = await openGuild();
  slack.workspace.remove("CROOM", "UADA", "UBOT");
  expect(await call(slack, "chat.postMessage", { channel: "CROOM", text: "x" })).toMatchObject({
    error: "channel_not_found",
  });
});

test("listeners hear of every change until they stop listening", async () => {
  const { slack } = await openGuild();
  let heard = 0;
  const stop = slack.onChange(() => (heard += 1));
  await call(slack, "chat.postMessage", { channel: "CROOM", text: "x" });
  expect(heard).toBe(1);
  stop();
  await call(slack, "chat.postMessage", { channel: "CROOM", text: "x" });
  expect(heard).toBe(1);
});
