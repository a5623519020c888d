import type { BlockAction } from "@slack/bolt";
import { describe, expect, test } from "vitest";

import { call, openGuild, startBolt } from "./guild.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;
const yes = { type: "button", text: plain("Yes"), action_id: "vote:yes", value: "motion-1", style: "primary" } as const;
const card = [
  { type: "section", block_id: "motion", text: { type: "mrkdwn", text: "Shall it be?" } },
  { type: "actions", block_id: "ballot", elements: [yes] },
] as const;

const told = (value: string) => ({ text: { type: "plain_text", text: value.toUpperCase(), emoji: true }, value });
const row = (block_id: string) => ({ type: "actions", block_id, elements: [yes] });

describe.each(["socket", "http"] as const)("by %s", (mode) => {
  const open = () => openGuild({ delivery: mode === "socket" ? { mode } : { mode, url: "http://127.0.0.1:9/" } });

  test("a button under a message tells the app everything Slack documents, and the message can be replaced", async () => {
    const { slack } = await open();
    const got: BlockAction[] = [];
    await startBolt(slack, mode, (app) => {
      app.action<BlockAction>(/^vote:/, async ({ ack, body, respond }) => {
        got.push(body);
        await ack();
        await respond({ replace_original: true, text: "Thank you" });
      });
    });
    const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "Vote", blocks: card });
    const ada = slack.person("UADA");
    await ada.press(String(ts), "vote:yes");
    expect(got[0]).toMatchObject({
      type: "block_actions",
      user: { id: "UADA", username: "ada", name: "ada", team_id: "T1" },
      api_app_id: "A1",
      token: "local-verification-token",
      container: { type: "message", message_ts: ts, channel_id: "CROOM", is_ephemeral: false },
      team: { id: "T1", domain: "guild" },
      enterprise: null,
      is_enterprise_install: false,
      channel: { id: "CROOM", name: "privategroup" },
      message: {
        type: "message",
        ts,
        text: "Vote",
        user: "UBOT",
        bot_id: "BUBOT",
        blocks: [
          { type: "section", block_id: "motion", text: { type: "mrkdwn", verbatim: false } },
          { type: "actions", block_id: "ballot", elements: [{ ...yes, text: { ...plain("Yes"), emoji: true } }] },
        ],
      },
      state: { values: {} },
      actions: [
        {
          type: "button",
          action_id: "vote:yes",
          block_id: "ballot",
          value: "motion-1",
          style: "primary",
          text: { type: "plain_text", text: "Yes", emoji: true },
        },
      ],
    });
    expect(got[0]?.trigger_id).toMatch(/^\d+\./);
    expect(got[0]?.response_url).toContain("/actions/");
    expect(got[0]?.actions[0]?.action_ts).toMatch(/^\d+\.\d{6}$/);
    expect(ada.messages("CROOM")).toMatchObject([{ id: ts, text: "Thank you", controls: [] }]);
    expect(slack.problems()).toEqual([]);
  });

  test("a button under an ephemeral message leads back to it by its response_url only", async () => {
    const { slack } = await open();
    const got: BlockAction[] = [];
    await startBolt(slack, mode, (app) => {
      app.action<BlockAction>(/^vote:/, async ({ ack, body, respond }) => {
        got.push(body);
        await ack();
        await respond({ delete_original: true });
      });
    });
    await call(slack, "chat.postEphemeral", { channel: "CROOM", user: "UADA", text: "Vote", blocks: card });
    const ada = slack.person("UADA");
    const [ballot] = ada.messages("CROOM");
    await expect(slack.person("UBO").press(String(ballot?.id), "vote:yes")).rejects.toThrow("bo sees no message");
    await ada.press(String(ballot?.id), "vote:yes");
    expect(got[0]?.container).toMatchObject({ is_ephemeral: true, message_ts: ballot?.id });
    expect(got[0]?.message).toBeUndefined();
    expect(ada.messages("CROOM")).toEqual([]);
  });

  test("without an ack within three seconds the person sees that the app did not respond", async () => {
    const { slack, clock } = await open();
    let arrived: () => void;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    await startBolt(slack, mode, (app) => {
      app.action(/^vote:/, () => {
        arrived();
        return Promise.resolve();
      });
    });
    const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "Vote", blocks: card });
    const pressed = slack.person("UADA").press(String(ts), "vote:yes");
    await arrival;
    clock.advance(3000);
    await pressed;
    expect(slack.person("UADA").failures()).toEqual(["This app did not respond: operation_timeout"]);
  });
});

test("what is chosen under a message is told, and stands in its state the next time", async () => {
  const { slack } = await openGuild({ patience: 0 });
  const got: BlockAction[] = [];
  await startBolt(slack, "socket", (app) => {
    app.action<BlockAction>(/./, async ({ ack, body }) => {
      got.push(body);
      await ack();
    });
  });
  const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
  const elements = [
    { type: "users_select", action_id: "who", placeholder: plain("Who?") },
    { type: "multi_users_select", action_id: "them", max_selected_items: 2 },
    { type: "static_select", action_id: "one", options: [option("a"), option("b")] },
    { type: "multi_static_select", action_id: "some", options: [option("a"), option("b")] },
    { type: "radio_buttons", action_id: "radio", options: [option("a"), option("b")] },
    { type: "checkboxes", action_id: "boxes", options: [option("a"), option("b")] },
    { type: "overflow", action_id: "more", options: [option("a"), option("b")] },
    { type: "datepicker", action_id: "day" },
    { type: "timepicker", action_id: "time" },
    { type: "channels_select", action_id: "room" },
    { type: "button", action_id: "go", text: plain("Go") },
  ];
  const blocks = [{ type: "actions", block_id: "b", elements }];
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "Choose", blocks });
  const ada = slack.person("UADA");
  const choose = (control: string, ...values: readonly string[]) => ada.choose(String(ts), control, values);
  await choose("who", "UBO");
  await choose("them", "UBO", "UCY");
  await choose("one", "b");
  await choose("some", "a", "b");
  await choose("radio", "a");
  await choose("boxes", "b");
  await choose("more", "b");
  await choose("day", "2026-02-28");
  await choose("time", "14:30");
  await choose("room", "CHALL");
  await ada.press(String(ts), "go");
  expect(got.map(({ actions }) => actions[0])).toMatchObject([
    { type: "users_select", action_id: "who", selected_user: "UBO", placeholder: { text: "Who?" } },
    { selected_users: ["UBO", "UCY"] },
    { selected_option: told("b") },
    { selected_options: [told("a"), told("b")] },
    { selected_option: told("a") },
    { selected_options: [told("b")] },
    { type: "overflow", selected_option: told("b") },
    { selected_date: "2026-02-28" },
    { selected_time: "14:30" },
    { selected_channel: "CHALL" },
    { type: "button" },
  ]);
  expect(got.at(-1)?.state?.values).toEqual({
    b: {
      who: { type: "users_select", selected_user: "UBO" },
      them: { type: "multi_users_select", selected_users: ["UBO", "UCY"] },
      one: { type: "static_select", selected_option: told("b") },
      some: { type: "multi_static_select", selected_options: [told("a"), told("b")] },
      radio: { type: "radio_buttons", selected_option: told("a") },
      boxes: { type: "checkboxes", selected_options: [told("b")] },
      day: { type: "datepicker", selected_date: "2026-02-28" },
      time: { type: "timepicker", selected_time: "14:30" },
      room: { type: "channels_select", selected_channel: "CHALL" },
    },
  });
  await expect(choose("who", "UNONE")).rejects.toThrow("nobody with the id UNONE");
  await expect(choose("who", "UBO", "UCY")).rejects.toThrow("Only one thing");
  await expect(choose("them", "UADA", "UBO", "UCY")).rejects.toThrow("At most 2");
  await expect(choose("one", "c")).rejects.toThrow('"c" is not one of the options');
  await expect(choose("day", "2026-02-30")).rejects.toThrow("is not a day");
  await expect(choose("time", "25:00")).rejects.toThrow("is not a time");
  await expect(choose("room", "CNONE")).rejects.toThrow("no channel CNONE");
  await expect(choose("go", "x")).rejects.toThrow("A button is pressed");
  await expect(ada.press(String(ts), "one")).rejects.toThrow("is no button");
  await expect(ada.press(String(ts), "nothing")).rejects.toThrow("nothing called nothing");
});

test("two blocks with the same action id are told apart by their block ids", async () => {
  const { slack } = await openGuild({ patience: 0 });
  const got: string[] = [];
  await startBolt(slack, "socket", (app) => {
    app.action<BlockAction>(/./, async ({ ack, body }) => {
      got.push(String(body.actions[0]?.block_id));
      await ack();
    });
  });
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", blocks: [row("a"), row("b")] });
  const ada = slack.person("UADA");
  expect(ada.messages("CROOM")[0]?.controls.map(({ id }) => id)).toEqual(["a/vote:yes", "b/vote:yes"]);
  await ada.press(String(ts), "b/vote:yes");
  expect(got).toEqual(["b"]);
});

test("blocks and elements without ids get some", async () => {
  const { slack } = await openGuild();
  const blocks = [{ type: "actions", elements: [{ type: "button", text: plain("Go") }] }];
  const posted = await call(slack, "chat.postMessage", { channel: "CROOM", blocks });
  const [block] = (posted["message"] as { blocks: { block_id: string; elements: { action_id: string }[] }[] }).blocks;
  expect(block?.block_id).toMatch(/^[0-9a-z]{5}$/);
  expect(slack.person("UADA").messages("CROOM")[0]?.controls[0]?.id).toBe(block?.elements[0]?.action_id);
});

test("a button in a thread says which thread", async () => {
  const { slack } = await openGuild({ patience: 0 });
  const got: BlockAction[] = [];
  await startBolt(slack, "socket", (app) => {
    app.action<BlockAction>(/./, async ({ ack, body }) => {
      got.push(body);
      await ack();
    });
  });
  const { ts: thread_ts } = await call(slack, "chat.postMessage", { channel: "CROOM", text: "Parent" });
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", thread_ts, blocks: card });
  await slack.person("UADA").press(String(ts), "vote:yes");
  expect(got[0]?.container).toMatchObject({ thread_ts, message_ts: ts });
  expect(got[0]?.message).toMatchObject({ thread_ts });
});

test("an app without interactivity hears of no button", async () => {
  const { slack } = await openGuild({ manifest: {} });
  const { ts } = await call(slack, "chat.postMessage", { channel: "CROOM", blocks: card });
  await slack.person("UADA").press(String(ts), "vote:yes");
  expect(slack.person("UADA").failures()).toEqual(["This app is not configured to handle interactive responses."]);
});

test("the home an app publishes is each person's own, and its buttons work", async () => {
  const { slack } = await openGuild({ patience: 0 });
  const got: BlockAction[] = [];
  await startBolt(slack, "socket", (app) => {
    app.action<BlockAction>(/./, async ({ ack, body }) => {
      got.push(body);
      await ack();
    });
  });
  const home = { type: "home", callback_id: "home", private_metadata: "v1", blocks: card };
  const published = await call(slack, "views.publish", { user_id: "UADA", view: home });
  const view = published["view"] as { id: string; hash: string };
  const ada = slack.person("UADA");
  expect(ada.messages("home")).toMatchObject([{ id: view.id, text: "Shall it be?", controls: [{ id: "vote:yes" }] }]);
  expect(slack.person("UBO").messages("home")).toEqual([]);
  await ada.press(view.id, "vote:yes");
  expect(got[0]).toMatchObject({
    container: { type: "view", view_id: view.id },
    view: {
      id: view.id,
      type: "home",
      callback_id: "home",
      private_metadata: "v1",
      root_view_id: view.id,
      app_id: "A1",
    },
    actions: [{ action_id: "vote:yes" }],
  });
  expect(got[0]?.message).toBeUndefined();
  await call(slack, "views.publish", { user_id: "UADA", view: home, hash: view.hash });
  expect(await call(slack, "views.publish", { user_id: "UADA", view: home, hash: view.hash })).toMatchObject({
    error: "hash_conflict",
  });
  slack.setManifest({});
  expect(await call(slack, "views.publish", { user_id: "UADA", view: home })).toMatchObject({ error: "not_enabled" });
});
