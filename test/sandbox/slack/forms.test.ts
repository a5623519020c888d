import type { App, ViewClosedAction, ViewSubmitAction } from "@slack/bolt";
import type { KnownBlock, ModalView } from "@slack/types";
import { describe, expect, test } from "vitest";

import { call, openGuild, startBolt, until } from "./guild.ts";

const plain = (text: string) => ({ type: "plain_text", text }) as const;
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });
const modal = (more: Partial<ModalView> = {}): ModalView => ({
  type: "modal",
  callback_id: "report",
  private_metadata: "draft-1",
  title: plain("Report"),
  submit: plain("Send"),
  close: plain("Cancel"),
  blocks: [
    { type: "section", block_id: "intro", text: { type: "mrkdwn", text: "Tell us, <@UADA>" } },
    {
      type: "input",
      block_id: "what",
      label: plain("What happened"),
      hint: plain("In your words"),
      element: {
        type: "plain_text_input",
        action_id: "said",
        multiline: true,
        min_length: 3,
        max_length: 20,
        placeholder: plain("…"),
      },
    },
    {
      type: "input",
      block_id: "who",
      label: plain("Who"),
      optional: true,
      element: { type: "multi_users_select", action_id: "people", max_selected_items: 2 },
    },
    {
      type: "input",
      block_id: "kind",
      label: plain("Kind"),
      element: {
        type: "static_select",
        action_id: "kind",
        options: [option("a"), option("b")],
        initial_option: option("a"),
      },
    },
    {
      type: "input",
      block_id: "day",
      label: plain("Day"),
      optional: true,
      element: { type: "datepicker", action_id: "day" },
    },
  ],
  ...more,
});

/** An app whose /case opens this modal, and which treats submissions so. */
const formApp =
  (view: ModalView, submitted: Parameters<App["view"]>[1] = ({ ack }) => ack()) =>
  (app: App) => {
    app.command("/case", async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.view("report", submitted);
  };

describe.each(["socket", "http"] as const)("by %s", (mode) => {
  const open = () => openGuild({ delivery: mode === "socket" ? { mode } : { mode, url: "http://127.0.0.1:9/" } });

  test("a form is opened, filled in and sent as Slack sends it", async () => {
    const { slack } = await open();
    const got: ViewSubmitAction[] = [];
    await startBolt(
      slack,
      mode,
      formApp(modal(), async ({ ack, body }) => {
        got.push(body as ViewSubmitAction);
        await ack();
      }),
    );
    const ada = slack.person("UADA");
    await ada.type("CHALL", "/case");
    expect(ada.form()).toMatchObject({
      title: "Report",
      submitLabel: "Send",
      text: "Tell us, @ada",
      errors: {},
      fields: [
        {
          id: "what",
          kind: "long-text",
          label: "What happened",
          hint: "In your words",
          placeholder: "…",
          required: true,
          minimum: 3,
          maximum: 20,
          value: "",
        },
        { id: "who", kind: "people", required: false, minimum: 0, maximum: 2, value: [] },
        {
          id: "kind",
          kind: "choice",
          options: [
            { value: "a", label: "A" },
            { value: "b", label: "B" },
          ],
          value: "a",
        },
        { id: "day", kind: "date", required: false, value: "" },
      ],
    });
    await ada.submit({ what: "It was\nbad", who: ["UBO"], day: "2026-01-02" });
    expect(got[0]).toMatchObject({
      type: "view_submission",
      team: { id: "T1", domain: "guild" },
      user: { id: "UADA", username: "ada", name: "ada", team_id: "T1" },
      api_app_id: "A1",
      enterprise: null,
      is_enterprise_install: false,
      response_urls: [],
      view: {
        type: "modal",
        callback_id: "report",
        private_metadata: "draft-1",
        team_id: "T1",
        app_id: "A1",
        bot_id: "BUBOT",
        previous_view_id: null,
        external_id: "",
        clear_on_close: false,
        notify_on_close: false,
        title: { type: "plain_text", text: "Report", emoji: true },
        state: {
          values: {
            what: { said: { type: "plain_text_input", value: "It was\nbad" } },
            who: { people: { type: "multi_users_select", selected_users: ["UBO"] } },
            kind: { kind: { type: "static_select", selected_option: { value: "a" } } },
            day: { day: { type: "datepicker", selected_date: "2026-01-02" } },
          },
        },
      },
    });
    expect(got[0]?.view.root_view_id).toBe(got[0]?.view.id);
    expect(got[0]?.trigger_id).toMatch(/^\d+\./);
    expect(ada.form()).toBeUndefined();
    expect(slack.problems()).toEqual([]);
  });

  test("errors are shown beside their fields, and what was entered stays", async () => {
    const { slack } = await open();
    await startBolt(
      slack,
      mode,
      formApp(modal(), ({ ack }) => ack({ response_action: "errors", errors: { what: "Too little" } })),
    );
    const ada = slack.person("UADA");
    await ada.type("CHALL", "/case");
    await ada.submit({ what: "It was" });
    expect(ada.form()).toMatchObject({
      errors: { what: "Too little" },
      fields: [{ id: "what", value: "It was" }, {}, {}, {}],
    });
  });

  test("a submission may be answered with another form, on top or instead, or close them all", async () => {
    const { slack } = await open();
    const answers = [
      { response_action: "update", view: modal({ title: plain("Second") }) },
      { response_action: "push", view: modal({ title: plain("Third") }) },
      { response_action: "clear" },
    ] as const;
    let turn = 0;
    await startBolt(
      slack,
      mode,
      formApp(modal(), async ({ ack }) => {
        await ack(answers[turn++ as 0]);
      }),
    );
    const ada = slack.person("UADA");
    await ada.type("CHALL", "/case");
    const first = ada.form()?.id;
    await ada.submit({ what: "It was" });
    expect(ada.form()).toMatchObject({ id: first, title: "Second", fields: [{ value: "It was" }, {}, {}, {}] });
    await ada.submit({});
    expect(ada.form()).toMatchObject({ title: "Third" });
    expect(ada.form()?.raw).toMatchObject({ root_view_id: first, previous_view_id: first });
    await ada.submit({ what: "It was" });
    expect(ada.form()).toBeUndefined();
  });

  test("without an ack within three seconds the form stays and says there was trouble", async () => {
    const { slack, clock } = await open();
    let arrived: () => void;
    const arrival = new Promise<void>((resolve) => (arrived = resolve));
    await startBolt(
      slack,
      mode,
      formApp(modal(), () => {
        arrived();
        return Promise.resolve();
      }),
    );
    const ada = slack.person("UADA");
    await ada.type("CHALL", "/case");
    const sent = ada.submit({ what: "It was" });
    await arrival;
    clock.advance(3000);
    await sent;
    expect(ada.failures()).toEqual(["We had some trouble connecting. Try again?"]);
    expect(ada.form()).toMatchObject({ fields: [{ value: "It was" }, {}, {}, {}] });
  });
});

test("a client does not let an incomplete or wrong form through", async () => {
  const { slack } = await openGuild();
  await startBolt(slack, "socket", formApp(modal()));
  const ada = slack.person("UADA");
  await expect(ada.submit({})).rejects.toThrow("No form is open");
  await ada.type("CHALL", "/case");
  await expect(ada.submit({})).rejects.toThrow("What happened: Please complete this required field.");
  await expect(ada.submit({ what: "no" })).rejects.toThrow("At least 3 characters");
  await expect(ada.submit({ what: "x".repeat(21) })).rejects.toThrow("at most 20 fit");
  await expect(ada.submit({ what: "fine", who: ["UADA", "UBO", "UCY"] })).rejects.toThrow("At most 2");
  await expect(ada.submit({ what: "fine", kind: "c" })).rejects.toThrow('"c" is not one of the options');
  await expect(ada.submit({ what: "fine", when: "x" })).rejects.toThrow("no field when");
  expect(slack.deliveries.sent()).toHaveLength(1);
});

test.each([
  ["errors under what is no field", { response_action: "errors", errors: { intro: "x" } }, "input blocks only"],
  ["errors that are none", { response_action: "errors", errors: {} }, "without any error"],
  ["an action Slack does not know", { response_action: "close" }, "does not know"],
  ["a form that is malformed", { response_action: "update", view: { type: "modal" } }, "invalid_arguments"],
])("a submission answered with %s shows trouble and is remembered", async (_, answer, problem) => {
  const { slack } = await openGuild();
  await startBolt(
    slack,
    "socket",
    formApp(modal(), ({ ack }) => ack(answer as never)),
  );
  const ada = slack.person("UADA");
  await ada.type("CHALL", "/case");
  await ada.submit({ what: "It was" });
  expect(ada.failures()).toEqual(["We had some trouble connecting. Try again?"]);
  expect(slack.problems().join()).toContain(problem);
  expect(ada.form()).toMatchObject({ title: "Report" });
});

test("a trigger opens one form, within three seconds", async () => {
  const { slack, clock } = await openGuild();
  const trigger = () => slack.payloads.command("UADA", "CHALL", "/case", "")["trigger_id"];
  const opening = (trigger_id: unknown) => call(slack, "views.open", { trigger_id, view: modal() });
  const first = trigger();
  clock.advance(3000);
  expect(await opening(first)).toMatchObject({ ok: true });
  expect(await opening(first)).toMatchObject({ error: "exchanged_trigger_id" });
  const second = trigger();
  clock.advance(3001);
  expect(await opening(second)).toMatchObject({ error: "expired_trigger_id" });
  expect(await opening("something")).toMatchObject({ error: "invalid_trigger_id" });
  expect(await opening(undefined)).toMatchObject({ error: "invalid_arguments" });
});

test("three forms stand on top of each other, a fourth does not", async () => {
  const { slack } = await openGuild({ patience: 0 });
  const triggers: string[] = [];
  const pushing = modal({
    blocks: [{ type: "actions", elements: [{ type: "button", action_id: "deeper", text: plain("Deeper") }] }],
  });
  await startBolt(slack, "socket", (app) => {
    formApp(pushing)(app);
    app.action("deeper", async ({ ack, body }) => {
      if ("trigger_id" in body) triggers.push(body.trigger_id);
      await ack();
    });
  });
  const ada = slack.person("UADA");
  const command = slack.payloads.command("UADA", "CHALL", "/case", "");
  expect(await call(slack, "views.push", { trigger_id: command["trigger_id"], view: pushing })).toMatchObject({
    error: "not_found",
  });
  const { trigger_id } = slack.payloads.command("UADA", "CHALL", "/case", "");
  await call(slack, "views.open", { trigger_id, view: pushing });
  const push = async (method = "views.push") => {
    await ada.press(String(ada.form()?.id), "deeper");
    return await call(slack, method, { trigger_id: triggers.at(-1), view: pushing });
  };
  expect(await push()).toMatchObject({ ok: true });
  expect(await push("views.open")).toMatchObject({ ok: true });
  expect(await push()).toMatchObject({ error: "push_limit_reached" });
  ada.dismiss();
  expect(ada.form()).toBeDefined();
  ada.dismiss();
  ada.dismiss();
  expect(ada.form()).toBeUndefined();
});

test("a form is updated by its id or its external id, unless somebody was faster or it is closed", async () => {
  const { slack } = await openGuild();
  const { trigger_id } = slack.payloads.command("UADA", "CHALL", "/case", "");
  const opened = await call(slack, "views.open", { trigger_id, view: modal({ external_id: "draft" }) });
  const { id, hash } = opened["view"] as { id: string; hash: string };
  const renamed = (title: string) => modal({ title: plain(title), external_id: "draft" });
  const update = (more: object) => call(slack, "views.update", more);
  expect(await update({ view_id: id, hash, view: renamed("One") })).toMatchObject({ ok: true });
  expect(await update({ view_id: id, hash, view: renamed("Two") })).toMatchObject({ error: "hash_conflict" });
  expect(await update({ external_id: "draft", view: renamed("Three") })).toMatchObject({ ok: true });
  expect(await update({ view: renamed("Four") })).toMatchObject({ error: "invalid_arguments" });
  expect(slack.person("UADA").form()?.title).toBe("Three");
  const again = slack.payloads.command("UBO", "CHALL", "/case", "");
  expect(await call(slack, "views.open", { trigger_id: again["trigger_id"], view: renamed("x") })).toMatchObject({
    error: "duplicate_external_id",
  });
  slack.person("UADA").dismiss();
  expect(await update({ view_id: id, view: renamed("Five") })).toMatchObject({ error: "not_found" });
});

test("an app hears that a form was closed when it asked to", async () => {
  const { slack } = await openGuild();
  const got: ViewClosedAction[] = [];
  await startBolt(slack, "socket", (app) => {
    formApp(modal({ notify_on_close: true, clear_on_close: true }))(app);
    app.view({ callback_id: "report", type: "view_closed" }, async ({ ack, body }) => {
      got.push(body as ViewClosedAction);
      await ack();
    });
  });
  const ada = slack.person("UADA");
  await ada.type("CHALL", "/case");
  ada.dismiss();
  expect(ada.form()).toBeUndefined();
  expect(() => ada.dismiss()).toThrow("No form is open");
  await until(() => got.length > 0);
  expect(got[0]).toMatchObject({ type: "view_closed", is_cleared: true, view: { callback_id: "report" } });
});

test("a form's buttons and fields can act at once, and fields that stay keep what was entered", async () => {
  const { slack } = await openGuild();
  const field: KnownBlock = {
    type: "input",
    block_id: "f",
    label: plain("F"),
    element: { type: "plain_text_input", action_id: "t" },
  };
  const live: KnownBlock = {
    type: "input",
    block_id: "live",
    dispatch_action: true,
    label: plain("L"),
    element: { type: "static_select", action_id: "pick", options: [option("a"), option("b")] },
  };
  const more: KnownBlock = {
    type: "section",
    block_id: "s",
    text: plain("More?"),
    accessory: { type: "button", action_id: "more", text: plain("More") },
  };
  const view = modal({ blocks: [field, live, more] });
  await startBolt(slack, "socket", (app) => {
    formApp(view)(app);
    app.action(/more|pick/, async ({ ack, body, client }) => {
      await ack();
      if (body.type !== "block_actions" || body.view === undefined) return;
      const added: KnownBlock = { ...field, block_id: `g-${JSON.stringify(body.view.state.values).length > 0}` };
      await client.views.update({
        view_id: body.view.id,
        hash: body.view.hash,
        view: modal({ blocks: [field, live, more, added] }),
      });
    });
  });
  const ada = slack.person("UADA");
  await ada.type("CHALL", "/case");
  const id = String(ada.form()?.id);
  expect(ada.form()?.controls?.map((control) => control.id)).toEqual(["pick", "more"]);
  await ada.choose(id, "t", ["Some text"]);
  expect(slack.deliveries.sent()).toHaveLength(1);
  await ada.choose(id, "pick", ["b"]);
  expect(ada.form()?.fields).toMatchObject([{ value: "Some text" }, { value: "b" }, { id: "g-true", value: "" }]);
  await ada.press(id, "more");
  const told = slack.deliveries.sent().at(-1)?.payload;
  expect(told).toMatchObject({
    container: { type: "view", view_id: id },
    view: {
      state: { values: { f: { t: { value: "Some text" } }, live: { pick: { selected_option: { value: "b" } } } } },
    },
    actions: [{ action_id: "more", block_id: "s", type: "button" }],
  });
  expect(told).not.toHaveProperty("response_url");
  expect(slack.problems()).toEqual([]);
});

test("a select can take its options from the app", async () => {
  const { slack } = await openGuild();
  const view = modal({
    blocks: [
      {
        type: "input",
        block_id: "case",
        label: plain("Case"),
        element: { type: "external_select", action_id: "search", min_query_length: 2 },
      },
    ],
  });
  const got: unknown[] = [];
  const states: unknown[] = [];
  await startBolt(slack, "socket", (app) => {
    formApp(view, async ({ ack, view: sent }) => {
      states.push(sent.state.values);
      await ack();
    })(app);
    app.options("search", async ({ ack, body, options }) => {
      got.push(body);
      await (options.value === "bad"
        ? ack({ options: [{ text: plain(""), value: "x" }] })
        : ack({ options: [option("fox")] }));
    });
  });
  const ada = slack.person("UADA");
  await ada.type("CHALL", "/case");
  const id = String(ada.form()?.id);
  await expect(ada.submit({ case: "fox" })).rejects.toThrow("not one of the options");
  await expect(ada.lookUp(id, "search", "f")).rejects.toThrow("At least 2 characters");
  expect(await ada.lookUp(id, "search", "fo")).toEqual([{ value: "fox", label: "FOX" }]);
  expect(got[0]).toMatchObject({
    type: "block_suggestion",
    action_id: "search",
    block_id: "case",
    value: "fo",
    user: { id: "UADA" },
    team: { id: "T1" },
    container: { type: "view", view_id: id },
    view: { callback_id: "report" },
  });
  await ada.submit({ case: "fox" });
  expect(states).toMatchObject([{ case: { search: { type: "external_select", selected_option: { value: "fox" } } } }]);
  await ada.type("CHALL", "/case");
  expect(await ada.lookUp(String(ada.form()?.id), "search", "bad")).toEqual([]);
  expect(slack.problems()).toEqual([expect.stringContaining("block_suggestion")]);
});

test("a form can hand out response_urls for the conversations chosen in it", async () => {
  const { slack } = await openGuild();
  const got: ViewSubmitAction[] = [];
  const element = { type: "conversations_select", action_id: "where", response_url_enabled: true } as const;
  await startBolt(
    slack,
    "socket",
    formApp(
      modal({ blocks: [{ type: "input", block_id: "where", label: plain("Where"), element }] }),
      async ({ ack, body, respond }) => {
        got.push(body as ViewSubmitAction);
        await ack();
        await respond({ text: "Posted", response_type: "in_channel" });
      },
    ),
  );
  const ada = slack.person("UADA");
  await ada.type("CHALL", "/case");
  await ada.submit({ where: "COPEN" });
  expect(got[0]?.response_urls).toMatchObject([{ block_id: "where", action_id: "where", channel_id: "COPEN" }]);
  await until(() => slack.person("UCY").messages("COPEN").length > 0);
});
