import type { App, ViewSubmitAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { expect, test } from "vitest";
import { z } from "zod";

import { fileValue } from "../../../src/sandbox/attachedFile.ts";
import { botToken, openGuild, startBolt } from "./guild.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;
const view: ModalView = {
  type: "modal",
  callback_id: "hand",
  title: plain("Hand in"),
  submit: plain("Send"),
  blocks: [
    {
      type: "input",
      block_id: "files",
      label: plain("Files"),
      optional: true,
      element: { type: "file_input", action_id: "input", max_files: 2 },
    },
  ],
};
const told = z.object({
  files: z.object({
    input: z.object({
      files: z.array(z.object({ id: z.string(), name: z.string(), size: z.int(), url_private_download: z.string() })),
    }),
  }),
});
const scopes = ["chat:write", "commands", "files:read", "files:write", "im:write", "im:read"];

test("a file in a window is told with its address, which the bot's token opens and nothing else", async () => {
  const { slack } = await openGuild({ scopes });
  const got: ViewSubmitAction[] = [];
  await startBolt(slack, "socket", (app: App) => {
    app.command("/case", async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.view("hand", async ({ ack, body }) => {
      got.push(body as ViewSubmitAction);
      await ack();
    });
  });
  const ada = slack.person("UADA");
  await ada.type("CHALL", "/case");
  expect(ada.form()?.fields).toMatchObject([{ id: "files", kind: "files", maximum: 2, required: false }]);
  const png = fileValue("a photo.png", "image/png", "bytes");
  await expect(ada.submit({ files: [png, png, png] })).rejects.toThrow("At most 2");
  await expect(ada.submit({ files: ["a photo.png"] })).rejects.toThrow("is no file");
  await ada.submit({ files: [png] });
  const [file] = told.parse(got[0]?.view.state.values).files.input.files;
  expect(file).toMatchObject({ name: "a photo.png", size: 5 });
  const url = file?.url_private_download ?? "";
  const asked = (token: string | undefined) =>
    fetch(url, { redirect: "manual", headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
  expect(await (await asked(botToken)).text()).toBe("bytes");
  for (const token of [undefined, "xoxb-another"]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await asked(token)).status).toBe(302);
  }
  slack.grantScopes(scopes.filter((scope) => scope !== "files:read"));
  expect((await asked(botToken)).status).toBe(302);
});

test("an app sends a file into the direct messages with somebody, with the scope for it only", async () => {
  const { slack } = await openGuild({ scopes });
  const { app } = await startBolt(slack, "socket", () => undefined);
  const opened = await app.client.conversations.open({ users: "UADA" });
  const sent = { channel_id: opened.channel?.id ?? "", file: Buffer.from("bytes"), filename: "photo.png" };
  await app.client.filesUploadV2(sent);
  expect(slack.filesWith("UADA")).toEqual([{ name: "photo.png", text: "bytes" }]);
  expect(slack.filesWith("UBO")).toEqual([]);
  slack.grantScopes(scopes.filter((scope) => scope !== "files:write"));
  await expect(app.client.filesUploadV2(sent)).rejects.toThrow("missing_scope");
});
