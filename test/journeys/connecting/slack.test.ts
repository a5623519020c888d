import { createHmac } from "node:crypto";
import { createServer } from "node:http";

import { expect, onTestFinished, test } from "vitest";

import { commands } from "../../../commands/index.ts";
import type { Platform } from "../../../src/application/platform.ts";
import type { Log } from "../../../src/application/ports.ts";
import { Unreachable } from "../../../src/application/unreachable.ts";
import { movableClock } from "../../../src/sandbox/clock.ts";
import { localTokens, openChapterSlack } from "../../../src/sandbox/localChapter.ts";
import type { LocalSlack } from "../../../src/sandbox/slack/localSlack.ts";
import { connectSlack } from "../../../src/slack/connectSlack.ts";
import type { SlackOptions } from "../../../src/slack/connectSlack.ts";
import { botScopes, slackManifest } from "../../../src/slack/manifest.ts";
import type { Delivery } from "../../../src/surface/delivery.ts";
import { everybody, officials, owner } from "../people.ts";
import { until } from "../until.ts";

const GENERAL = "C00000001";
const socket = { kind: "socket", appToken: localTokens.slackApp } as const;
const http = { kind: "http", signingSecret: localTokens.slackSigningSecret, port: 0 } as const;

async function openSlack(mode: "socket" | "http" = "socket"): Promise<LocalSlack> {
  const slack = await openChapterSlack({
    clock: movableClock(),
    people: everybody,
    owner,
    manifest: slackManifest({ commands, url: mode === "http" ? "https://redress.example/slack/events" : undefined }),
    scopes: [...botScopes],
    delivery: mode === "http" ? { mode, url: "http://127.0.0.1:9/" } : { mode },
    patience: 0,
  });
  // A test may close it before.
  onTestFinished(() => slack.close().catch(() => {}));
  return slack;
}

interface Connecting {
  readonly connect: () => Promise<Platform>;
  /** Everything that was logged. */
  readonly logged: readonly string[];
  /** Everything that reached the desk. */
  readonly handled: readonly Delivery[];
}

function connecting(slack: LocalSlack, options: Partial<SlackOptions> = {}): Connecting {
  const logged: string[] = [];
  const handled: Delivery[] = [];
  const keep: Log["info"] = (event, facts) => void logged.push(JSON.stringify({ event, ...facts }));
  return {
    logged,
    handled,
    async connect() {
      const platform = await connectSlack({
        botToken: localTokens.slackBot,
        delivery: socket,
        apiUrl: slack.apiUrl,
        roster: officials.flatMap((person) => person.slack ?? []),
        desk: {
          handle(delivery) {
            handled.push(delivery);
            return Promise.resolve({ kind: "silence" });
          },
        },
        commands,
        locale: "en",
        citation: { cite: "Memo", title: "Memo", link: "https://example.org", code: [] },
        log: { info: keep, warn: keep },
        ...options,
      });
      onTestFinished(() => platform.close());
      return platform;
    },
  };
}

/** What whoever starts the program reads when Slack cannot be connected. */
async function refusal(slack: LocalSlack, options: Partial<SlackOptions> = {}): Promise<string> {
  const failed: unknown = await connecting(slack, options)
    .connect()
    .then(() => new Error("It connected."))
    .catch((error: unknown) => error);
  expect(failed).not.toBeInstanceOf(Unreachable);
  const sentence = failed instanceof Error ? failed.message : "";
  expect(sentence).not.toMatch(/\n|^\s*at |xox|xapp|local-signing-secret/);
  return sentence;
}

const badBotToken =
  "Slack does not accept SLACK_BOT_TOKEN: copy the Bot User OAuth Token anew from the page OAuth & Permissions of your app at https://api.slack.com/apps, and start again.";
const badAppToken =
  "Slack does not accept SLACK_APP_TOKEN: make an app-level token with the scope connections:write on the page Basic Information of your app at https://api.slack.com/apps, and start again.";

test("a bot token that Slack does not know", async () => {
  expect(await refusal(await openSlack(), { botToken: "xoxb-another" })).toBe(badBotToken);
});

test("an app-level token in the place of the bot's", async () => {
  expect(await refusal(await openSlack(), { botToken: localTokens.slackApp })).toBe(badBotToken);
});

test.each(["token_revoked", "account_inactive"])("a bot token taken back: %s", async (error) => {
  const slack = await openSlack();
  slack.revokeToken(error);
  expect(await refusal(slack)).toBe(
    "Slack no longer accepts SLACK_BOT_TOKEN: the app was removed from the workspace, or its token was revoked. Install it again, put the new Bot User OAuth Token into SLACK_BOT_TOKEN, and start again.",
  );
});

test("an app-level token that Slack does not know, or of another kind", async () => {
  const slack = await openSlack();
  for (const appToken of ["xapp-another", localTokens.slackBot])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await refusal(slack, { delivery: { kind: "socket", appToken } })).toBe(badAppToken);
  expect(slack.sockets.count).toBe(0);
});

test("an app-level token without its scope", async () => {
  const slack = await openSlack();
  const body = { ok: false, error: "missing_scope", needed: "connections:write", provided: "authorizations:read" };
  slack.faults.arm({
    call: "apps.connections.open",
    mishap: { kind: "answer", status: 200, body, effect: "none" },
    times: 2,
  });
  expect(await refusal(slack)).toMatch(/^SLACK_APP_TOKEN lacks the scope connections:write: /);
});

test("Socket Mode that is not switched on", async () => {
  expect(await refusal(await openSlack("http"))).toMatch(/^Slack opens no socket for the app: switch Socket Mode on /);
});

test("an app without all its scopes: each that is missing is named", async () => {
  const slack = await openSlack();
  slack.grantScopes(botScopes.filter((scope) => scope !== "groups:write" && scope !== "im:write"));
  expect(await refusal(slack)).toBe(
    "The Slack app lacks the scopes: groups:write, im:write. Update it with the manifest that npm run slack:manifest prints, and install it again.",
  );
});

test("a token of another workspace: nobody of the roster is there", async () => {
  expect(await refusal(await openSlack(), { roster: ["U0STRANGER", "U1STRANGER"] })).toBe(
    "None of the people that REDRESS_ROSTER names has an account in the Slack workspace The chapter: SLACK_BOT_TOKEN is the token of another workspace, or the Slack ids in the file are wrong.",
  );
});

test("somebody of the roster who has left does not count, one who is there is enough", async () => {
  const slack = await openSlack();
  const [left = "", stays = ""] = officials.flatMap((person) => person.slack ?? []);
  slack.workspace.deactivate(left);
  expect(await refusal(slack, { roster: [left] })).toMatch(/^None of the people /);
  expect((await connecting(slack, { roster: [left, stays] }).connect()).name).toBe("slack");
});

test("a port that is taken", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, resolve));
  onTestFinished(() => void taken.close());
  const address = taken.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  expect(await refusal(await openSlack("http"), { delivery: { ...http, port } })).toBe(
    `The port ${port} that SLACK_PORT names is taken by another program: name another.`,
  );
});

test.each([
  ["its API is out of order", "auth.test", { kind: "answer", status: 503, effect: "none" }],
  [
    "it says so itself",
    "auth.test",
    { kind: "answer", status: 200, body: { ok: false, error: "internal_error" }, effect: "none" },
  ],
  [
    "it has had enough of our calls",
    "auth.test",
    { kind: "answer", status: 429, headers: { "retry-after": "30" }, effect: "none" },
  ],
  ["the connection breaks", "auth.test", { kind: "drop", effect: "none" }],
  ["it gives out no sockets", "apps.connections.open", { kind: "answer", status: 502, effect: "none" }],
] as const)("Slack does not answer: %s", async (_, call, mishap) => {
  const slack = await openSlack();
  slack.faults.arm({ call, mishap });
  const { connect } = connecting(slack);
  await expect(connect()).rejects.toThrow(Unreachable);
  await until(() => slack.sockets.count === 0);
  expect((await connect()).name).toBe("slack");
  expect(slack.sockets.count).toBe(2);
});

test("Slack is not there at all", async () => {
  const slack = await openSlack();
  await slack.close();
  await expect(connecting(slack).connect()).rejects.toThrow(new Unreachable("Slack does not answer (ECONNREFUSED)."));
});

test("sockets that break while Slack gives out none are made anew when it does, and nothing ends the program", async () => {
  const slack = await openSlack();
  const { connect, logged } = connecting(slack);
  await connect();
  slack.faults.arm({ call: "apps.connections.open", mishap: { kind: "answer", status: 503, effect: "none" } });
  slack.faults.arm({ call: "apps.connections.open", mishap: { kind: "drop", effect: "none" } });
  slack.sockets.drop();
  await until(() => slack.sockets.count === 0);
  await until(() => slack.sockets.count === 2);
  expect(logged.filter((line) => line.includes("a socket to Slack is lost")).length).toBeLessThanOrEqual(4);
  await slack.person(owner.slack).type(GENERAL, "/mycase");
  expect(slack.person(owner.slack).failures()).toEqual([]);
});

test("a bot token taken back later is said once, in words, and what is to be sent waits", async () => {
  const slack = await openSlack();
  const { connect, logged } = connecting(slack);
  const platform = await connect();
  slack.revokeToken("token_revoked");
  for (let times = 0; times < 3; times += 1)
    expect(await platform.openRoom({ name: "case-one", again: false })).toMatchObject({ kind: "later" });
  expect(logged.filter((line) => line.includes("Slack no longer accepts SLACK_BOT_TOKEN"))).toHaveLength(1);
  slack.revokeToken(undefined);
  expect(await platform.openRoom({ name: "case-one", again: true })).toMatchObject({ kind: "done" });
});

/** The port that Redress has opened, by what it logged. */
const portIn = (logged: readonly string[]) => /"slack port open","port":(\d+)/.exec(logged.join("\n"))?.[1] ?? "";

interface Posted {
  readonly secret?: string;
  /** How many seconds ago it was signed. */
  readonly age?: number;
  readonly signature?: string;
}

/** Posts a command as Slack does; gives the status of the answer. */
async function post(
  port: string,
  { secret = localTokens.slackSigningSecret, age = 0, signature }: Posted,
): Promise<number> {
  const body = new URLSearchParams({
    command: "/mycase",
    text: "",
    user_id: owner.slack,
    trigger_id: `trigger-${age}`,
    response_url: "http://127.0.0.1:9/",
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  const signed = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": signature ?? `v0=${signed}`,
    },
    body,
  });
  return answer.status;
}

test("what is signed with the secret of the app is let in", async () => {
  const { connect, logged, handled } = connecting(await openSlack("http"), { delivery: http });
  await connect();
  expect(await post(portIn(logged), {})).toBe(200);
  expect(await post(portIn(logged), { age: 240 })).toBe(200);
  expect(handled).toHaveLength(2);
});

test.each([
  ["signed with another secret", { secret: "another-secret" }],
  ["signed more than five minutes ago", { age: 301 }],
  ["not signed", { signature: "" }],
  ["signed in another way", { signature: "v1=abc" }],
] as const)("what is %s is refused with 401, changes nothing, and is said in words", async (_, posted) => {
  const { connect, logged, handled } = connecting(await openSlack("http"), { delivery: http });
  await connect();
  expect(await post(portIn(logged), posted)).toBe(401);
  expect(handled).toEqual([]);
  const said = logged.filter((line) => line.includes("not signed with SLACK_SIGNING_SECRET"));
  expect(said).toHaveLength(1);
  expect(said.join("")).toContain("copy the Signing Secret anew from the page Basic Information of your app");
});

test("a wrong signing secret is said once, however much comes in", async () => {
  const slack = await openSlack("http");
  const { connect, logged, handled } = connecting(slack, { delivery: { ...http, signingSecret: "another-secret" } });
  await connect();
  await expect(slack.pointTo(`http://127.0.0.1:${portIn(logged)}/slack/events`)).rejects.toThrow("did not answer");
  for (let times = 0; times < 3; times += 1) await slack.person(owner.slack).type(GENERAL, "/mycase");
  expect(slack.person(owner.slack).failures()).toHaveLength(3);
  expect(handled).toEqual([]);
  expect(logged.filter((line) => line.includes("not signed with SLACK_SIGNING_SECRET"))).toHaveLength(1);
  expect(logged.join("\n")).not.toMatch(/another-secret|local-signing-secret/);
});

test("an address that is none of Slack's is not there, and the port is closed at the end", async () => {
  const { connect, logged } = connecting(await openSlack("http"), { delivery: http });
  const platform = await connect();
  const origin = `http://127.0.0.1:${portIn(logged)}`;
  expect((await fetch(`${origin}/`)).status).toBe(404);
  expect((await fetch(`${origin}/slack/events`)).status).toBe(404);
  await platform.close();
  await expect(fetch(origin)).rejects.toThrow("fetch failed");
});
