import { describe, expect, test } from "vitest";

import { call, openGuild } from "./guild.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const section = (more: object = {}) => ({ type: "section", text: mrkdwn("Hello"), ...more });
const button = (more: object = {}) => ({ type: "button", text: plain("Yes"), action_id: "yes", ...more });
const actions = (...elements: readonly object[]) => ({ type: "actions", elements });
const option = (more: object = {}) => ({ text: plain("One"), value: "1", ...more });
const options = (count: number) => Array.from({ length: count }, (_, index) => option({ value: String(index) }));
const select = (more: object = {}) => ({ type: "static_select", action_id: "pick", options: [option()], ...more });
const field = (element: object, more: object = {}) => ({
  type: "input",
  block_id: "f",
  label: plain("Say"),
  element,
  ...more,
});
const text = (more: object = {}) => ({ type: "plain_text_input", action_id: "said", ...more });
const modal = (more: object = {}) => ({
  type: "modal",
  title: plain("Report"),
  submit: plain("Send"),
  blocks: [section()],
  ...more,
});
const long = (length: number) => "x".repeat(length);

const badBlocks: readonly (readonly [string, readonly object[], string])[] = [
  ["a block of an unknown type", [{ type: "paragraph", text: "x" }], "unsupported type: paragraph"],
  ["an unknown field", [section({ colour: "red" })], "invalid additional property: colour"],
  ["a section without text", [{ type: "section" }], "text or fields"],
  ["a section of 3001 characters", [{ type: "section", text: mrkdwn(long(3001)) }], "less than 3001 characters"],
  ["an empty text", [{ type: "section", text: mrkdwn("") }], "more than 0 characters"],
  [
    "eleven fields",
    [{ type: "section", fields: Array.from({ length: 11 }, () => mrkdwn("x")) }],
    "no more than 10 items",
  ],
  ["a field of 2001 characters", [{ type: "section", fields: [mrkdwn(long(2001))] }], "less than 2001"],
  ["a header of 151 characters", [{ type: "header", text: plain(long(151)) }], "less than 151"],
  ["a header in markup", [{ type: "header", text: mrkdwn("x") }], "valid enum value"],
  ["a button of 76 characters", [actions(button({ text: plain(long(76)) }))], "less than 76"],
  ["a button in markup", [actions(button({ text: mrkdwn("Yes") }))], "valid enum value"],
  ["a button without text", [actions({ type: "button", action_id: "yes" })], "missing required field: text"],
  ["a button value of 2001 characters", [actions(button({ value: long(2001) }))], "less than 2001"],
  ["a button of an unknown style", [actions(button({ style: "success" }))], "valid enum value"],
  ["an action id of 256 characters", [actions(button({ action_id: long(256) }))], "less than 256"],
  ["a block id of 256 characters", [section({ block_id: long(256) })], "less than 256"],
  ["the same block id twice", [section({ block_id: "a" }), section({ block_id: "a" })], "duplicate block_id: a"],
  ["the same action id twice in a block", [actions(button(), button())], "duplicate action_id: yes"],
  [
    "26 elements in one block",
    [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `b${i}` })))],
    "no more than 25",
  ],
  ["no elements", [actions()], "no less than 1"],
  [
    "eleven context elements",
    [{ type: "context", elements: Array.from({ length: 11 }, () => mrkdwn("x")) }],
    "no more than 10",
  ],
  [
    "a select without options",
    [actions({ type: "static_select", action_id: "pick" })],
    "either options or option_groups",
  ],
  ["a select of 101 options", [actions(select({ options: options(101) }))], "no more than 100"],
  [
    "an option text of 76 characters",
    [actions(select({ options: [option({ text: plain(long(76)) })] }))],
    "less than 76",
  ],
  [
    "an option value of 151 characters",
    [actions(select({ options: [option({ value: long(151) })] }))],
    "less than 151",
  ],
  [
    "an option without a value",
    [actions(select({ options: [{ text: plain("One") }] }))],
    "missing required field: value",
  ],
  [
    "an option description of 76 characters",
    [actions(select({ options: [option({ description: plain(long(76)) })] }))],
    "less than 76",
  ],
  ["an option value twice", [actions(select({ options: [option(), option()] }))], "duplicate option value: 1"],
  ["a first choice that is no option", [actions(select({ initial_option: option({ value: "2" }) }))], "initial option"],
  ["a placeholder of 151 characters", [actions(select({ placeholder: plain(long(151)) }))], "less than 151"],
  ["eleven radio buttons", [actions({ type: "radio_buttons", options: options(11) })], "no more than 10"],
  ["eleven checkboxes", [actions({ type: "checkboxes", options: options(11) })], "no more than 10"],
  ["six entries of an overflow menu", [actions({ type: "overflow", options: options(6) })], "no more than 5"],
  ["a day that is none", [actions({ type: "datepicker", initial_date: "5 May" })], "YYYY-MM-DD"],
  ["a text field among actions", [actions(text())], "unsupported type: plain_text_input"],
  [
    "a confirmation title of 101 characters",
    [actions(button({ confirm: { title: plain(long(101)), text: plain("Sure?") } }))],
    "less than 101",
  ],
  ["51 blocks", Array.from({ length: 51 }, () => section()), "no more than 50"],
  ["an image from nowhere", [{ type: "image", alt_text: "x" }], "failed to match"],
  ["a file block", [{ type: "file", source: "remote", external_id: "x" }], "unsupported type: file"],
  ["an input label of 2001 characters", [field(text(), { label: plain(long(2001)) })], "less than 2001"],
  ["an input hint of 2001 characters", [field(text(), { hint: plain(long(2001)) })], "less than 2001"],
  ["a text field for 3001 characters", [field(text({ max_length: 3001 }))], "between 1 and 3000"],
];

describe("a message is refused for", () => {
  test.each(badBlocks)("%s", async (_, blocks, complaint) => {
    const { slack } = await openGuild();
    const answer = await call(slack, "chat.postMessage", { channel: "CHALL", text: "x", blocks });
    expect(answer).toMatchObject({ ok: false, error: "invalid_blocks" });
    expect(JSON.stringify(answer["response_metadata"])).toContain(complaint);
    expect(slack.problems()).toEqual([expect.stringContaining(complaint)]);
    expect(slack.person("UADA").messages("CHALL")).toEqual([]);
  });
});

const badModals: readonly (readonly [string, object, string])[] = [
  ["a title of 25 characters", modal({ title: plain(long(25)) }), "less than 25"],
  ["a submit text of 25 characters", modal({ submit: plain(long(25)) }), "less than 25"],
  ["a close text of 25 characters", modal({ close: plain(long(25)) }), "less than 25"],
  ["no title", { type: "modal", blocks: [section()] }, "missing required field: title"],
  [
    "a field but no submit text",
    { type: "modal", title: plain("R"), blocks: [field(text())] },
    "missing required field: submit",
  ],
  ["no blocks", modal({ blocks: [] }), "no less than 1"],
  ["101 blocks", modal({ blocks: Array.from({ length: 101 }, () => section()) }), "no more than 100"],
  ["private metadata of 3001 characters", modal({ private_metadata: long(3001) }), "less than 3001"],
  ["a callback id of 256 characters", modal({ callback_id: long(256) }), "less than 256"],
  ["an external id of 256 characters", modal({ external_id: long(256) }), "less than 256"],
  ["a misspelt field", modal({ callbackId: "x" }), "invalid additional property: callbackId"],
  ["a markdown block", modal({ blocks: [{ type: "markdown", text: "x" }] }), "unsupported type: markdown"],
  [
    "two fields that want the focus",
    modal({ blocks: [field(text({ focus_on_load: true })), field(text({ focus_on_load: true }), { block_id: "g" })] }),
    "focus_on_load",
  ],
];

describe("a modal is refused for", () => {
  test.each(badModals)("%s", async (_, view, complaint) => {
    const { slack } = await openGuild();
    const { trigger_id } = slack.payloads.command("UADA", "CHALL", "/case", "");
    const answer = await call(slack, "views.open", { trigger_id, view });
    expect(answer).toMatchObject({ ok: false, error: "invalid_arguments" });
    expect(JSON.stringify(answer["response_metadata"])).toContain(complaint);
    expect(slack.problems()).toEqual([expect.stringContaining(complaint)]);
    expect(slack.person("UADA").form()).toBeUndefined();
  });

  test("more than 250 kB", async () => {
    const { slack } = await openGuild();
    const { trigger_id } = slack.payloads.command("UADA", "CHALL", "/case", "");
    const blocks = Array.from({ length: 90 }, () => ({ type: "section", text: mrkdwn(long(2900)) }));
    expect(await call(slack, "views.open", { trigger_id, view: modal({ blocks }) })).toMatchObject({
      error: "view_too_large",
    });
  });
});

test.each([
  [
    "a home with a title",
    { type: "home", title: plain("x"), blocks: [section()] },
    "invalid additional property: title",
  ],
  ["a modal as a home", modal(), "valid enum value"],
])("%s is refused", async (_, view, complaint) => {
  const { slack } = await openGuild();
  const answer = await call(slack, "views.publish", { user_id: "UADA", view });
  expect(answer).toMatchObject({ ok: false, error: "invalid_arguments" });
  expect(JSON.stringify(answer["response_metadata"])).toContain(complaint);
});

test.each([
  ["no text and no blocks", { channel: "CHALL" }, "no_text"],
  ["a text of 40,001 characters", { channel: "CHALL", text: long(40_001) }, "msg_too_long"],
  ["blocks that are no list", { channel: "CHALL", text: "x", blocks: "{" }, "invalid_blocks_format"],
  [
    "blocks with too much text together",
    {
      channel: "CHALL",
      text: "x",
      blocks: Array.from({ length: 5 }, () => ({ type: "section", text: mrkdwn(long(2500)) })),
    },
    "msg_blocks_too_long",
  ],
  [
    "metadata without a payload",
    { channel: "CHALL", text: "x", metadata: { event_type: "x" } },
    "invalid_metadata_schema",
  ],
  ["metadata that is no object", { channel: "CHALL", text: "x", metadata: "x" }, "invalid_metadata_format"],
  [
    "more than 16 kB of metadata",
    { channel: "CHALL", text: "x", metadata: { event_type: "x", event_payload: { x: long(16_001) } } },
    "metadata_too_large",
  ],
  ["markdown beside text", { channel: "CHALL", text: "x", markdown_text: "x" }, "markdown_text_conflict"],
  ["no channel", { text: "x" }, "invalid_arguments"],
])("a message with %s is refused", async (_, args, error) => {
  const { slack } = await openGuild();
  expect(await call(slack, "chat.postMessage", args)).toMatchObject({ ok: false, error });
  expect(slack.problems()).toHaveLength(1);
});

test("an update of more than 4,000 characters is refused", async () => {
  const { slack } = await openGuild();
  const { ts } = await call(slack, "chat.postMessage", { channel: "CHALL", text: "x" });
  expect(await call(slack, "chat.update", { channel: "CHALL", ts, text: long(4001) })).toMatchObject({
    error: "msg_too_long",
  });
});

test("payloads are believed when the local Slack is told not to check them", async () => {
  const { slack } = await openGuild({ validate: false });
  const blocks = [{ type: "section", text: mrkdwn(long(3001)) }];
  expect(await call(slack, "chat.postMessage", { channel: "CHALL", blocks })).toMatchObject({ ok: true });
});
