import { fileURLToPath } from "node:url";

import { Ajv } from "ajv";
import { createGenerator, type Schema } from "ts-json-schema-generator";
import { beforeAll, expect, test } from "vitest";

import type { Payload } from "../../../src/sandbox/slack/delivery/delivery.ts";
import { call, openGuild } from "./guild.ts";
import type { WireTypes } from "./wireTypes.ts";

let schemas: Schema;
beforeAll(() => {
  const options = { path: fileURLToPath(new URL("wireTypes.ts", import.meta.url)), type: "WireTypes", topRef: false };
  const how = { skipTypeCheck: true, additionalProperties: false, jsDoc: "none", expose: "none" } as const;
  schemas = createGenerator({ ...options, ...how }).createSchema("WireTypes");
});

const ajv = new Ajv({ allErrors: true, strict: false });

/** What is wrong with a value by the type of this name; `closed` also finds fields the type does not know. */
function faults(type: keyof WireTypes, value: unknown, closed: boolean): readonly string[] {
  // Blocks are the app's own, told back; leaving them out makes the check a hundred times faster.
  const written = JSON.stringify(schemas.properties?.[type], (key, part: unknown) =>
    ["blocks", "attachments", "files"].includes(key) ? {} : part,
  );
  const opened = closed ? written : written.replaceAll('"additionalProperties":false', '"additionalProperties":true');
  const validate = ajv.compile(JSON.parse(opened) as object);
  validate(value);
  return (validate.errors ?? [])
    .map(({ instancePath, message, params }) =>
      [instancePath, message, Object.values(params as object).join()].join(" "),
    )
    .filter((fault) => !missingInTypes.some((pattern) => pattern.test(fault)));
}

/** Where Slack's packages know less than Slack sends. */
const missingInTypes: readonly RegExp[] = [
  // An installation without an enterprise, and a view without a button or a parent, have null there.
  /^\/enterprise must be/,
  /^\/view\/(close|submit|previous_view_id) must be/,
  /^\/view\/state must NOT have additional properties values/,
  /is_stranger$/,
  /is_user_deleted$/,
];

const plain = (text: string) => ({ type: "plain_text", text });
const go = { type: "button", action_id: "go", text: plain("Go"), value: "1" };
const modal = {
  type: "modal",
  title: plain("Report"),
  submit: plain("Send"),
  notify_on_close: true,
  blocks: [
    { type: "input", block_id: "f", label: plain("F"), element: { type: "plain_text_input", action_id: "t" } },
    { type: "actions", block_id: "a", elements: [{ type: "external_select", action_id: "find" }] },
  ],
};

test("what the local Slack sends to an app has the form of Slack's own types", async () => {
  const sent = new Map<keyof WireTypes, Payload>();
  const { slack } = await openGuild({ patience: 0 });
  slack.deliveries.hold();
  const ada = slack.person("UADA");
  const keep = (type: keyof WireTypes, act: Promise<unknown> | undefined) => {
    void act;
    const last = slack.deliveries.held().at(-1);
    if (last !== undefined) sent.set(type, (last.payload["event"] ?? last.payload) as Payload);
  };
  keep("SlashCommand", ada.type("CHALL", "/case show"));
  keep("GlobalShortcut", ada.shortcut("file-report"));
  const { ts } = await call(slack, "chat.postMessage", {
    channel: "CHALL",
    text: "Vote",
    blocks: [{ type: "actions", elements: [go] }],
  });
  keep("BlockButtonAction", ada.press(String(ts), "go"));
  keep("MessageShortcut", ada.messageShortcut(String(ts), "report-message"));
  const { trigger_id } = slack.payloads.command("UADA", "CHALL", "/case", "");
  await call(slack, "views.open", { trigger_id, view: modal });
  keep("BlockSuggestion", ada.lookUp(String(ada.form()?.id), "find", "fox"));
  keep("ViewSubmitAction", ada.submit({ f: "x" }));
  ada.dismiss();
  keep("ViewClosedAction", undefined);
  slack.workspace.invite("CROOM", "UADA", "UCY");
  keep("MemberJoinedChannelEvent", undefined);
  slack.workspace.leave("CROOM", "UCY");
  keep("MemberLeftChannelEvent", undefined);
  slack.workspace.rename("CROOM", "silver-fox", "UADA");
  keep("GroupRenameEvent", undefined);
  slack.workspace.archive("CROOM", "UADA");
  keep("GroupArchiveEvent", undefined);
  for (const [type, payload] of sent) expect([type, ...faults(type, payload, false)]).toEqual([type]);
  expect(sent.size).toBe(11);
});

test.each([
  ["AuthTestResponse", "auth.test", {}],
  ["BotsInfoResponse", "bots.info", {}],
  [
    "ChatPostMessageResponse",
    "chat.postMessage",
    { channel: "CROOM", text: "x", blocks: [{ type: "actions", elements: [go] }] },
  ],
  ["ConversationsCreateResponse", "conversations.create", { name: "x", is_private: true }],
  ["ConversationsInfoResponse", "conversations.info", { channel: "CROOM", include_num_members: true }],
  ["ConversationsInviteResponse", "conversations.invite", { channel: "CROOM", users: "UCY" }],
  ["ConversationsListResponse", "conversations.list", { types: "public_channel,private_channel" }],
  ["ConversationsOpenResponse", "conversations.open", { users: "UADA", return_im: true }],
  ["TeamInfoResponse", "team.info", {}],
  ["UsersInfoResponse", "users.info", { user: "UADA", include_locale: true }],
  ["UsersListResponse", "users.list", {}],
  ["ViewsPublishResponse", "views.publish", { user_id: "UADA", view: { type: "home", blocks: [{ type: "divider" }] } }],
] as const)("an answer has the form of %s, and no field that type does not know", async (type, method, args) => {
  const { slack } = await openGuild();
  await call(slack, "chat.postMessage", { channel: "CROOM", text: "x" });
  const answer = await call(slack, method, args);
  expect(answer.ok).toBe(true);
  expect(faults(type, answer, true)).toEqual([]);
});
