import type { GlobalShortcut, MessageShortcut } from "@slack/bolt";
import { expect, test } from "vitest";

import { call, openGuild, startBolt } from "./guild.ts";

const view = {
  type: "modal",
  title: { type: "plain_text", text: "Report" },
  blocks: [{ type: "divider" }],
} as const;

test("a global shortcut opens a form", async () => {
  const { slack } = await openGuild();
  const got: GlobalShortcut[] = [];
  await startBolt(slack, "socket", (app) => {
    app.shortcut<GlobalShortcut>({ callback_id: "file-report", type: "shortcut" }, async ({ ack, body, client }) => {
      got.push(body);
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: { ...view, blocks: [...view.blocks] } });
    });
  });
  await slack.person("UADA").shortcut("file-report");
  expect(got[0]).toMatchObject({
    type: "shortcut",
    callback_id: "file-report",
    user: { id: "UADA", username: "ada", team_id: "T1" },
    team: { id: "T1", domain: "guild" },
    enterprise: null,
  });
  expect(got[0]).not.toHaveProperty("response_url");
  expect(slack.person("UADA").form()?.title).toBe("Report");
});

test("a message shortcut says which message, in a thread too", async () => {
  const { slack } = await openGuild();
  const got: MessageShortcut[] = [];
  await startBolt(slack, "socket", (app) => {
    app.shortcut<MessageShortcut>("report-message", async ({ ack, body, respond }) => {
      got.push(body);
      await ack();
      await respond("Noted");
    });
  });
  const ada = slack.person("UADA");
  await ada.type("CHALL", "Parent");
  const parent = String(ada.messages("CHALL")[0]?.id);
  await slack.person("UBO").type(`CHALL/${parent}`, "Rude");
  const rude = String(ada.messages(`CHALL/${parent}`).at(-1)?.id);
  await ada.messageShortcut(rude, "report-message");
  expect(got[0]).toMatchObject({
    type: "message_action",
    callback_id: "report-message",
    channel: { id: "CHALL", name: "hall" },
    message_ts: rude,
    message: { type: "message", user: "UBO", text: "Rude", thread_ts: parent },
    user: { id: "UADA", name: "ada" },
  });
  expect(ada.messages("CHALL").at(-1)).toMatchObject({ text: "Noted", ephemeral: true });
});

test("only declared shortcuts are offered, and not on ephemeral messages", async () => {
  const { slack } = await openGuild();
  const ada = slack.person("UADA");
  await expect(ada.shortcut("report-message")).rejects.toThrow("offers no global shortcut report-message");
  await call(slack, "chat.postEphemeral", { channel: "CHALL", user: "UADA", text: "Psst" });
  const psst = String(ada.messages("CHALL")[0]?.id);
  await expect(ada.messageShortcut(psst, "report-message")).rejects.toThrow("lasting messages only");
});

test("a shortcut nobody acks fails visibly", async () => {
  const { slack } = await openGuild();
  await slack.person("UADA").shortcut("file-report");
  expect(slack.person("UADA").failures()).toEqual(['file-report failed with the error "dispatch_failed"']);
});
