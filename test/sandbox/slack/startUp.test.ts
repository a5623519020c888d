import { App } from "@slack/bolt";
import { expect, test } from "vitest";

import { appToken, call, openGuild, silence, startBolt, startTwin } from "./guild.ts";

test.each(["socket", "http"] as const)("an unmodified Bolt app starts by %s and answers a command", async (mode) => {
  const { slack } = await openGuild({ delivery: mode === "socket" ? { mode } : { mode, url: "http://127.0.0.1:9/" } });
  await startBolt(slack, mode, (app) => {
    app.command("/case", async ({ ack, command }) => {
      await ack(`Hello <@${command.user_id}>`);
    });
  });
  await slack.person("UADA").type("CHALL", "/case show");
  expect(slack.person("UADA").messages("CHALL").at(-1)).toMatchObject({
    text: "Hello @ada",
    ephemeral: true,
    author: { id: "UBOT", name: "redress", isBot: true },
  });
  expect(slack.person("UBO").messages("CHALL")).toEqual([]);
  expect(slack.problems()).toEqual([]);
});

test("a Bolt app with a wrong token learns so at its start", async () => {
  const { slack } = await openGuild();
  const app = new App({
    token: "xoxb-mistyped",
    appToken,
    socketMode: true,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    logger: silence(),
  });
  await expect(app.init()).rejects.toThrow("invalid_auth");
});

test("two Socket Mode receivers behind one app hold two connections, and both get deliveries", async () => {
  const { slack } = await openGuild({ patience: 0 });
  let answered = 0;
  await startTwin(slack, (app) => {
    app.command("/case", async ({ ack }) => {
      answered += 1;
      await ack();
    });
  });
  expect(slack.sockets.count).toBe(2);
  for (let time = 0; time < 6; time += 1) await slack.person("UADA").type("CHALL", "/case show");
  expect(answered).toBe(6);
  expect(slack.person("UADA").failures()).toEqual([]);
});

test("the bot's identity and the workspace are told as Slack tells them", async () => {
  const { slack } = await openGuild();
  expect(await call(slack, "auth.test")).toMatchObject({ ok: true, team_id: "T1", user_id: "UBOT", bot_id: "BUBOT" });
  expect(await call(slack, "team.info")).toMatchObject({ ok: true, team: { id: "T1", domain: "guild" } });
  expect(await call(slack, "bots.info", { bot: "BUBOT" })).toMatchObject({ ok: true, bot: { app_id: "A1" } });
  expect(await call(slack, "usergroups.list")).toMatchObject({ ok: false, error: "plan_upgrade_required" });
  expect(await call(slack, "api.test", { foo: "bar" })).toMatchObject({ ok: true, args: { foo: "bar" } });
});
