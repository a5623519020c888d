import type { SlashCommand } from "@slack/bolt";
import { describe, expect, test } from "vitest";

import { call, openGuild, startBolt } from "./guild.ts";

describe.each(["socket", "http"] as const)("by %s", (mode) => {
  const open = (more: Parameters<typeof openGuild>[0] = {}) =>
    openGuild({ delivery: mode === "socket" ? { mode } : { mode, url: "http://127.0.0.1:9/" }, ...more });

  test("a command carries what Slack documents", async () => {
    const { slack } = await open({ patience: 0 });
    const got: SlashCommand[] = [];
    await startBolt(slack, mode, (app) => {
      app.command("/case", async ({ ack, command }) => {
        got.push(command);
        await ack();
      });
    });
    await slack.person("UADA").type("CROOM", "/case show amber-fox ");
    expect(got[0]).toMatchObject({
      token: "local-verification-token",
      team_id: "T1",
      team_domain: "guild",
      channel_id: "CROOM",
      channel_name: "privategroup",
      user_id: "UADA",
      user_name: "ada",
      command: "/case",
      text: "show amber-fox",
      api_app_id: "A1",
      is_enterprise_install: "false",
    });
    expect(got[0]?.response_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/commands\//);
    expect(got[0]?.trigger_id).toMatch(/^\d+\.\d+\.[0-9a-f]+$/);
    expect(slack.person("UADA").messages("CROOM")).toEqual([]);
  });

  test("an answer given with the ack is seen by one, or by all with the command above it", async () => {
    const { slack } = await open();
    await startBolt(slack, mode, (app) => {
      app.command("/case", async ({ ack, command }) => {
        await ack(
          command.text === "all"
            ? { response_type: "in_channel", text: "For all" }
            : { blocks: [{ type: "header", text: { type: "plain_text", text: "For you" } }] },
        );
      });
    });
    const [ada, bo] = [slack.person("UADA"), slack.person("UBO")];
    await ada.type("CHALL", "/case one");
    await ada.type("CHALL", "/case all");
    const texts = (seen: ReturnType<typeof ada.messages>) => seen.map(({ text, author }) => `${author.name}: ${text}`);
    expect(texts(ada.messages("CHALL"))).toEqual(["redress: For you", "ada: /case all", "redress: For all"]);
    expect(texts(bo.messages("CHALL"))).toEqual(["ada: /case all", "redress: For all"]);
  });

  test("an answer after the ack is awaited", async () => {
    const { slack } = await open();
    await startBolt(slack, mode, (app) => {
      app.command("/case", async ({ ack, respond }) => {
        await ack();
        await respond("Later");
      });
    });
    await slack.person("UADA").type("CHALL", "/case");
    expect(slack.person("UADA").messages("CHALL")).toMatchObject([{ text: "Later", ephemeral: true }]);
  });

  test("without an ack within three seconds the person sees a timeout", async () => {
    const { slack, clock } = await open();
    let arrived: () => void;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    await startBolt(slack, mode, (app) => {
      app.command("/case", () => {
        arrived();
        return Promise.resolve();
      });
    });
    const typed = slack.person("UADA").type("CHALL", "/case");
    await arrival;
    clock.advance(2999);
    expect(slack.person("UADA").failures()).toEqual([]);
    clock.advance(1);
    await typed;
    expect(slack.person("UADA").failures()).toEqual(['/case failed with the error "operation_timeout"']);
  });
});

test("with nobody connected a command fails at once", async () => {
  const { slack } = await openGuild();
  await slack.person("UADA").type("CHALL", "/case");
  expect(slack.person("UADA").failures()).toEqual(['/case failed with the error "dispatch_failed"']);
  const { slack: http } = await openGuild({ delivery: { mode: "http", url: "http://127.0.0.1:9/" } });
  await http.person("UADA").type("CHALL", "/case");
  expect(http.person("UADA").failures()).toEqual(['/case failed with the error "dispatch_failed"']);
});

test("people, channels and links are escaped for a command that asks for it, and only for that", async () => {
  const { slack } = await openGuild({ patience: 0 });
  const got: string[] = [];
  await startBolt(slack, "socket", (app) => {
    app.command(/./, async ({ ack, command }) => {
      got.push(command.text);
      await ack();
    });
  });
  const line = "report @bo in #hall and #board, see https://x.org <b> & @nobody";
  await slack.person("UBO").type("CHALL", `/case ${line}`);
  await slack.person("UBO").type("CHALL", `/plain ${line}`);
  expect(got).toEqual([
    "report <@UBO|bo> in <#CHALL|hall> and #board, see <https://x.org> &lt;b&gt; &amp; @nobody",
    line,
  ]);
});

test("what a client does not let through is refused", async () => {
  const { slack } = await openGuild();
  const ada = slack.person("UADA");
  await ada.type("CHALL", "Parent");
  const parent = String(ada.messages("CHALL")[0]?.id);
  await expect(ada.type("CHALL", "/cases show")).rejects.toThrow("/cases is not a valid command");
  await expect(ada.type(`CHALL/${parent}`, "/case show")).rejects.toThrow("not supported in threads");
  await expect(ada.type("home", "x")).rejects.toThrow("Nothing can be written");
  await expect(slack.person("UBO").type("CSECRET", "/case")).rejects.toThrow("bo sees no place CSECRET");
  slack.setManifest({ features: { app_home: { messages_tab_enabled: true } } });
  await expect(ada.type("DUADA", "x")).rejects.toThrow("has been turned off");
  await expect(ada.type("CHALL", "/case")).rejects.toThrow("not a valid command");
});

test("the declared commands are offered where they can be typed", async () => {
  const { slack } = await openGuild();
  expect(slack.person("UADA").commands("CHALL")).toEqual([
    { line: "/case", description: "Looks after cases · show [case]" },
    { line: "/plain", description: "Takes its text as it is" },
  ]);
  expect(slack.person("UADA").commands("home")).toEqual([]);
  expect(slack.person("UADA").commands("COPEN")).toEqual([]);
  expect(await slack.person("UADA").suggestions()).toEqual([]);
});

test.each([
  ["a command without a slash", { features: { slash_commands: [{ command: "case", description: "x" }] } }],
  ["a command with a space", { features: { slash_commands: [{ command: "/my case", description: "x" }] } }],
  ["a description that is empty", { features: { slash_commands: [{ command: "/case", description: "" }] } }],
  [
    "51 commands",
    { features: { slash_commands: Array.from({ length: 51 }, (_, i) => ({ command: `/c${i}`, description: "x" })) } },
  ],
  [
    "a shortcut name of 25 characters",
    {
      features: { shortcuts: [{ name: "x".repeat(25), type: "global" as const, callback_id: "x", description: "x" }] },
    },
  ],
])("a manifest with %s is refused", async (_, manifest) => {
  const { slack } = await openGuild();
  expect(() => slack.setManifest(manifest)).toThrow("Slack would refuse this app manifest");
});

const respond = async (url: string, body: object) => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
};
const urlOf = (payload: Readonly<Record<string, unknown>>) => String(payload["response_url"]);

test("a response_url can be used five times", async () => {
  const { slack } = await openGuild();
  const url = urlOf(slack.payloads.command("UADA", "CHALL", "/case", ""));
  for (const text of ["1", "2", "3", "4", "5"]) expect(await respond(url, { text })).toMatchObject({ status: 200 });
  expect(await respond(url, { text: "6" })).toEqual({ status: 404, body: { ok: false, error: "used_url" } });
  expect(
    slack
      .person("UADA")
      .messages("CHALL")
      .map(({ text }) => text),
  ).toEqual(["1", "2", "3", "4", "5"]);
});

test("a response_url can be used for thirty minutes", async () => {
  const { slack, clock } = await openGuild();
  const url = urlOf(slack.payloads.command("UADA", "CHALL", "/case", ""));
  clock.advance(30 * 60_000);
  expect(await respond(url, { text: "x" })).toMatchObject({ status: 200 });
  clock.advance(1);
  expect(await respond(url, { text: "x" })).toMatchObject({ status: 404, body: { error: "expired_url" } });
  expect(await respond(url.replace(/[^/]+$/, "x"), { text: "x" })).toMatchObject({
    status: 404,
    body: { error: "no_such_url" },
  });
});

test("a response_url reaches channels the app is not in, and refuses what is malformed", async () => {
  const { slack } = await openGuild();
  const url = urlOf(slack.payloads.command("UADA", "CSECRET", "/case", ""));
  expect(await respond(url, { text: "x", response_type: "in_channel" })).toMatchObject({ status: 200 });
  expect(slack.person("UCY").messages("CSECRET")).toMatchObject([{ text: "x", ephemeral: false }]);
  expect(await respond(url, { blocks: [{ type: "bogus" }] })).toMatchObject({
    status: 400,
    body: { error: "invalid_blocks" },
  });
  expect(await respond(url, { text: "x", respons_type: "in_channel" })).toMatchObject({ status: 200 });
  expect(slack.problems()).toEqual([
    expect.stringContaining("response_url: invalid_blocks"),
    "reply: unknown field respons_type",
  ]);
  slack.faults.arm({ call: "response_url", mishap: { kind: "answer", status: 500, effect: "none" } });
  expect(await respond(url, { text: "lost" })).toMatchObject({ status: 500 });
  slack.workspace.archive("CSECRET", "UADA");
  expect(await respond(url, { text: "late" })).toMatchObject({ status: 400, body: { error: "is_archived" } });
});

test("an answer Slack does not understand is shown as a failure and remembered", async () => {
  const { slack } = await openGuild();
  await startBolt(slack, "socket", (app) => {
    app.command("/case", ({ ack }) => ack({ blocks: [{ type: "header", text: { type: "plain_text", text: "" } }] }));
  });
  await slack.person("UADA").type("CHALL", "/case");
  expect(slack.person("UADA").failures()).toEqual(['/case failed with the error "invalid_blocks"']);
  expect(slack.problems()).toEqual([expect.stringContaining("/case: invalid_blocks")]);
});

test("a channel that was renamed or joined by hand is the one the next command is typed in", async () => {
  const { slack } = await openGuild();
  slack.workspace.rename("CROOM", "silver-fox", "UADA");
  slack.workspace.setTopic("CROOM", "Moved", "UADA");
  expect(
    slack
      .person("UADA")
      .places()
      .find(({ id }) => id === "CROOM"),
  ).toMatchObject({ name: "silver-fox", topic: "Moved" });
  slack.workspace.leave("CROOM", "UBO");
  expect(await call(slack, "conversations.members", { channel: "CROOM" })).toMatchObject({ members: ["UADA", "UBOT"] });
});
