import { WebClient } from "@slack/web-api";
import { expect, test } from "vitest";

import { appToken, botToken, call, openGuild, silence } from "./guild.ts";

test("a method that does not exist is answered so and remembered", async () => {
  const { slack } = await openGuild();
  expect(await call(slack, "chat.postMesage")).toMatchObject({ ok: false, error: "unknown_method" });
  expect(slack.problems()).toEqual(["chat.postMesage: unknown_method"]);
  const elsewhere = await fetch(slack.apiUrl.replace("/api/", "/apis/"));
  expect(elsewhere.status).toBe(404);
});

test("arguments come as a form, as JSON, or in the query, and the token in the header or the body", async () => {
  const { slack } = await openGuild();
  const url = `${slack.apiUrl}chat.postMessage`;
  const blocks = JSON.stringify([{ type: "header", text: { type: "plain_text", text: "Form" } }]);
  const form = new URLSearchParams({ token: botToken, channel: "CHALL", blocks });
  expect(await (await fetch(url, { method: "POST", body: form })).json()).toMatchObject({ ok: true });
  const query = new URLSearchParams({ token: botToken, channel: "CHALL", text: "Query" });
  expect(await (await fetch(`${url}?${query.toString()}`)).json()).toMatchObject({ ok: true });
  expect(await call(slack, "chat.postMessage", { channel: "CHALL", text: "JSON" })).toMatchObject({ ok: true });
  expect(
    slack
      .person("UADA")
      .messages("CHALL")
      .map(({ text }) => text),
  ).toEqual(["Form", "Query", "JSON"]);
  expect(slack.calls().every(({ body }) => !JSON.stringify(body).includes(botToken))).toBe(true);
});

test("a body that is neither a form nor JSON is refused", async () => {
  const { slack } = await openGuild();
  const post = async (type: string, body: string) =>
    (await fetch(`${slack.apiUrl}api.test`, { method: "POST", headers: { "content-type": type }, body })).json();
  expect(await post("text/csv", "a,b")).toMatchObject({ error: "invalid_post_type" });
  expect(await post("application/json", "[")).toMatchObject({ error: "invalid_json" });
});

test.each([
  ["no token", "auth.test", "", "not_authed"],
  ["a wrong token", "auth.test", "xoxb-wrong", "invalid_auth"],
  ["the app's token where the bot's is needed", "chat.postMessage", appToken, "not_allowed_token_type"],
  ["the bot's token where the app's is needed", "apps.connections.open", botToken, "not_allowed_token_type"],
])("%s is refused", async (_, method, token, error) => {
  const { slack } = await openGuild();
  expect(await call(slack, method, {}, token)).toMatchObject({ ok: false, error });
});

test("after the app was removed every call is refused", async () => {
  const { slack } = await openGuild();
  slack.revokeToken("account_inactive");
  expect(await call(slack, "auth.test")).toMatchObject({ error: "account_inactive" });
  slack.revokeToken(undefined);
  expect(await call(slack, "auth.test")).toMatchObject({ ok: true });
});

test.each([
  ["chat.postMessage", { channel: "CHALL", text: "x" }, "chat:write"],
  ["users.info", { user: "UADA" }, "users:read"],
  ["conversations.create", { name: "x", is_private: true }, "groups:write"],
  ["conversations.create", { name: "x" }, "channels:manage"],
  ["conversations.members", { channel: "CROOM" }, "groups:read"],
  ["conversations.members", { channel: "CHALL" }, "channels:read"],
  ["conversations.history", { channel: "CROOM" }, "groups:history"],
  ["conversations.list", { types: "private_channel" }, "groups:read"],
  ["conversations.open", { users: "UADA" }, "im:write"],
  ["conversations.open", { users: "UADA,UBO" }, "mpim:write"],
  ["conversations.join", { channel: "COPEN" }, "channels:join"],
  ["conversations.archive", { channel: "CROOM" }, "groups:write"],
  ["team.info", {}, "team:read"],
])("%s %o needs the scope %s", async (method, args, scope) => {
  const { slack } = await openGuild({ scopes: ["commands"] });
  const answer = await call(slack, method, args);
  expect(answer).toMatchObject({ ok: false, error: "missing_scope", provided: "commands" });
  expect(String(answer["needed"]).split(",")).toContain(scope);
  expect(slack.problems()).toHaveLength(1);
  slack.grantScopes([scope]);
  expect(await call(slack, method, args)).toMatchObject({ ok: true });
});

test("the scopes are told in the headers", async () => {
  const { slack } = await openGuild({ scopes: ["chat:write", "users:read"] });
  const client = new WebClient(botToken, { slackApiUrl: slack.apiUrl, logger: silence() });
  const answer = await client.users.info({ user: "UADA" });
  expect(answer.response_metadata).toMatchObject({
    scopes: ["chat:write", "users:read"],
    acceptedScopes: ["users:read"],
  });
});

test("an argument Slack does not know is let through and remembered", async () => {
  const { slack } = await openGuild();
  expect(await call(slack, "users.info", { user: "UADA", include_local: true })).toMatchObject({ ok: true });
  expect(slack.problems()).toEqual(["users.info: unknown argument include_local"]);
});

test("every call is kept with its arguments and its status", async () => {
  const { slack } = await openGuild();
  await call(slack, "users.info", { user: "UADA" });
  expect(slack.calls()).toEqual([
    { call: "users.info", at: Date.UTC(2026, 0, 5, 10), body: { user: "UADA" }, status: 200 },
  ]);
});

test("no call is kept when nobody wants to know", async () => {
  const { slack } = await openGuild({ keepCalls: false });
  await call(slack, "users.info", { user: "UADA" });
  expect(slack.calls()).toEqual([]);
});

test("a fault strikes before or after the call has its effect", async () => {
  const { slack } = await openGuild();
  const post = (text: string) => call(slack, "chat.postMessage", { channel: "CHALL", text });
  slack.faults.arm({
    call: "chat.postMessage",
    mishap: { kind: "answer", status: 503, body: { ok: false, error: "service_unavailable" }, effect: "none" },
  });
  expect(await post("before")).toMatchObject({ error: "service_unavailable" });
  slack.faults.arm({ call: /^chat\./, mishap: { kind: "answer", status: 500, effect: "happens" } });
  await post("after");
  slack.faults.arm({ call: "chat.postMessage", mishap: { kind: "drop", effect: "happens" } });
  await expect(post("dropped after")).rejects.toThrow("fetch failed");
  slack.faults.arm({ call: "chat.postMessage", mishap: { kind: "drop", effect: "none" } });
  await expect(post("dropped before")).rejects.toThrow("fetch failed");
  slack.faults.arm({ call: "chat.postMessage", mishap: { kind: "delay", ms: 5 } });
  await post("late");
  expect(
    slack
      .person("UADA")
      .messages("CHALL")
      .map(({ text }) => text),
  ).toEqual(["after", "dropped after", "late"]);
  expect(slack.calls().map(({ status }) => status)).toEqual([503, 500, 0, 0, 200]);
});

test("with realistic limits a channel takes one message a second", async () => {
  const { slack, clock } = await openGuild();
  slack.setRateLimits("realistic");
  const post = (channel: string) =>
    fetch(`${slack.apiUrl}chat.postMessage`, {
      method: "POST",
      body: new URLSearchParams({ token: botToken, channel, text: "x" }),
    });
  expect((await post("CHALL")).status).toBe(200);
  const refused = await post("CHALL");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "1"]);
  expect(await refused.json()).toMatchObject({ ok: false, error: "ratelimited" });
  expect((await post("CROOM")).status).toBe(200);
  clock.advance(1000);
  expect((await post("CHALL")).status).toBe(200);
});

test("with realistic limits a workspace gets twenty channels a minute", async () => {
  const { slack, clock } = await openGuild();
  slack.setRateLimits("realistic");
  const create = (name: string) => call(slack, "conversations.create", { name, is_private: true });
  for (let number = 0; number < 20; number += 1) expect(await create(`room-${number}`)).toMatchObject({ ok: true });
  expect(await create("room-20")).toMatchObject({ error: "ratelimited" });
  clock.advance(60_000);
  expect(await create("room-20")).toMatchObject({ ok: true });
});

test("without being told so no limit is applied", async () => {
  const { slack } = await openGuild();
  for (let time = 0; time < 25; time += 1) expect(await call(slack, "conversations.list")).toMatchObject({ ok: true });
});
