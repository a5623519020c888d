import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

import { expect, onTestFinished, test } from "vitest";

import { openGuild, signingSecret, startBolt, until } from "./guild.ts";

type Told = Readonly<Record<string, unknown>> & { readonly event: Readonly<Record<string, unknown>> };

/** A Bolt app that hears of everything, and the wrappers of what it heard. */
const openEar = async (change: Parameters<typeof openGuild>[0] = {}) => {
  const { slack, clock } = await openGuild(change);
  const heard: Told[] = [];
  await startBolt(slack, "socket", (app) => {
    app.event(/./, ({ body }) => {
      heard.push(body as unknown as Told);
      return Promise.resolve();
    });
  });
  return { slack, clock, heard };
};

test("someone who was brought into a private channel by hand is told to the app", async () => {
  const { slack, heard } = await openEar();
  slack.workspace.invite("CROOM", "UADA", "UCY");
  await until(() => heard.length === 1);
  expect(heard[0]).toMatchObject({
    type: "event_callback",
    token: "local-verification-token",
    team_id: "T1",
    api_app_id: "A1",
    authorizations: [{ team_id: "T1", user_id: "UBOT", is_bot: true }],
    event: {
      type: "member_joined_channel",
      user: "UCY",
      channel: "CROOM",
      channel_type: "G",
      team: "T1",
      inviter: "UADA",
    },
  });
  expect(heard[0]?.["event_id"]).toMatch(/^Ev/);
});

test("leaving, renaming and archiving are told, and being removed oneself", async () => {
  const { slack, heard } = await openEar();
  slack.workspace.leave("CHALL", "UBO");
  slack.workspace.rename("CROOM", "silver-fox", "UADA");
  slack.workspace.rename("CHALL", "great-hall", "UADA");
  slack.workspace.archive("CHALL", "UADA");
  slack.workspace.remove("CROOM", "UADA", "UBOT");
  await until(() => heard.length === 5);
  expect(heard.map(({ event }) => event)).toMatchObject([
    { type: "member_left_channel", user: "UBO", channel: "CHALL", channel_type: "C" },
    { type: "group_rename", channel: { id: "CROOM", name: "silver-fox" } },
    { type: "channel_rename", channel: { id: "CHALL", name: "great-hall" } },
    { type: "channel_archive", channel: "CHALL", user: "UADA" },
    { type: "group_left", channel: "CROOM", actor_id: "UADA" },
  ]);
});

test("what happens in private channels the app is not in is not told", async () => {
  const { slack, heard } = await openEar();
  slack.workspace.invite("CSECRET", "UADA", "UBO");
  slack.workspace.invite("CROOM", "UADA", "UCY");
  await until(() => heard.length === 1);
  expect(heard[0]?.event).toMatchObject({ channel: "CROOM" });
});

test("nothing is told that was not subscribed to, or for which the scope is missing", async () => {
  const { slack, heard } = await openEar({ scopes: ["chat:write", "channels:read"] });
  slack.workspace.invite("CROOM", "UADA", "UCY");
  slack.workspace.rename("CROOM", "silver-fox", "UADA");
  await slack.person("UADA").type("DUADA", "Hello");
  slack.workspace.archive("CHALL", "UADA");
  slack.workspace.unarchive("CHALL", "UADA");
  slack.workspace.leave("CHALL", "UBO");
  await until(() => heard.length === 2);
  expect(heard.map(({ event }) => event["type"])).toEqual(["channel_archive", "member_left_channel"]);
});

test("a message to the app is told when it may read them, one in a channel is not", async () => {
  const { slack, heard } = await openEar();
  await slack.person("UADA").type("CHALL", "Not for you");
  await slack.person("UADA").type("DUADA", "Help @bo & me");
  await until(() => heard.length === 1);
  expect(heard[0]?.event).toMatchObject({
    type: "message",
    channel_type: "im",
    channel: "DUADA",
    user: "UADA",
    text: "Help <@UBO> &amp; me",
  });
});

test("opening the home is told, with the view that stands there", async () => {
  const { slack, clock } = await openGuild();
  const tabs: unknown[] = [];
  await startBolt(slack, "socket", (app) => {
    app.event("app_home_opened", async ({ event, client }) => {
      tabs.push([event.tab, event.view?.type]);
      if (event.tab !== "home") return;
      await client.views.publish({
        user_id: event.user,
        view: { type: "home", blocks: [{ type: "header", text: { type: "plain_text", text: "Welcome" } }] },
      });
    });
  });
  const ada = slack.person("UADA");
  await ada.visit("home");
  expect(ada.messages("home")).toMatchObject([{ text: "Welcome" }]);
  await ada.visit("home");
  await ada.visit("DUADA");
  await ada.visit("CHALL");
  await until(() => tabs.length === 3);
  expect(tabs).toEqual([
    ["home", undefined],
    ["home", "home"],
    ["messages", undefined],
  ]);
  clock.stop();
});

test("an event nobody acks is told again after three seconds, one minute and five, with the same event id", async () => {
  const { slack, clock } = await openGuild();
  slack.workspace.invite("CROOM", "UADA", "UCY");
  const sent = () => slack.deliveries.sent().map(({ retry }) => retry);
  const first = { attempt: 1, reason: "connection_failed" };
  await settle();
  clock.advance(0);
  await settle();
  expect(sent()).toEqual([undefined, first]);
  clock.advance(59_999);
  await settle();
  expect(sent()).toHaveLength(2);
  clock.advance(1);
  await settle();
  clock.advance(300_000);
  await settle();
  expect(sent()).toEqual([undefined, first, { ...first, attempt: 2 }, { ...first, attempt: 3 }]);
  clock.advance(3_600_000);
  await settle();
  const all = slack.deliveries.sent();
  expect(all).toHaveLength(4);
  expect(new Set(all.map(({ payload }) => payload["event_id"])).size).toBe(1);
  expect(new Set(all.map(({ id }) => id)).size).toBe(4);
});

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 2);
  });
}

/** A bare HTTP receiver that answers with these statuses in turn, and what it got. */
const openReceiver = async (
  ...statuses: readonly { readonly status: number; readonly headers?: Record<string, string> }[]
) => {
  const got: { readonly headers: IncomingMessage["headers"]; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      const turn = statuses[Math.min(got.length, statuses.length - 1)] ?? { status: 200 };
      got.push({ headers: request.headers, body });
      response.writeHead(turn.status, turn.headers).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  return { got, url: `http://127.0.0.1:${port}/` };
};

test("by HTTP an event is signed, and told again with the number and the reason of the retry", async () => {
  const { got, url } = await openReceiver({ status: 500 }, { status: 200 });
  const { slack, clock } = await openGuild({ delivery: { mode: "http", url } });
  slack.workspace.invite("CROOM", "UADA", "UCY");
  await until(() => got.length === 1);
  await until(() => (clock.advance(0), got.length === 2));
  const [first, second] = got;
  expect(first?.headers["x-slack-retry-num"]).toBeUndefined();
  expect(second?.headers).toMatchObject({ "x-slack-retry-num": "1", "x-slack-retry-reason": "http_error" });
  expect(second?.body).toBe(first?.body);
  const signed = `v0:${String(first?.headers["x-slack-request-timestamp"])}:${first?.body ?? ""}`;
  expect(first?.headers["x-slack-signature"]).toBe(
    `v0=${createHmac("sha256", signingSecret).update(signed).digest("hex")}`,
  );
});

test("by HTTP an event is not told again when the app says so", async () => {
  const { got, url } = await openReceiver({ status: 500, headers: { "x-slack-no-retry": "1" } });
  const { slack, clock } = await openGuild({ delivery: { mode: "http", url } });
  slack.workspace.invite("CROOM", "UADA", "UCY");
  await until(() => got.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  clock.advance(600_000);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(got).toHaveLength(1);
});

test("an address that does not answer Slack's challenge is no request URL", async () => {
  const { url } = await openReceiver({ status: 200 });
  const { slack } = await openGuild({ delivery: { mode: "http", url } });
  await expect(slack.pointTo(url)).rejects.toThrow("did not answer Slack's challenge");
  const { slack: socket } = await openGuild();
  await expect(socket.pointTo(url)).rejects.toThrow("delivers by Socket Mode");
});

test("Bolt refuses a request that was tampered with", async () => {
  const { slack } = await openGuild({ delivery: { mode: "http", url: "http://127.0.0.1:9/" } });
  let answered = 0;
  const { url } = await startBolt(slack, "http", (app) => {
    app.command("/case", async ({ ack }) => {
      answered += 1;
      await ack();
    });
  });
  const { slack: forger } = await openGuild({ signingSecret: "not-the-secret", delivery: { mode: "http", url } });
  await forger.person("UADA").type("CHALL", "/case");
  expect(forger.person("UADA").failures()).toEqual(['/case failed with the error "dispatch_failed"']);
  expect(answered).toBe(0);
});
