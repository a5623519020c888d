import type { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { commands } from "../../commands/index.ts";
import type { Account } from "../../src/application/person.ts";
import { speechOf } from "../../src/locale/speech.ts";
import { Responder } from "../../src/slack/respond.ts";
import type { Reply, SubmissionAck } from "../../src/slack/respond.ts";
import type { SlackPeople } from "../../src/slack/slackPeople.ts";
import { noteCard } from "../../src/surface/cards/noteCard.ts";
import type { Answer, Delivery } from "../../src/surface/delivery.ts";
import { buildForm } from "../../src/surface/desk/forms.ts";
import type { Form } from "../../src/surface/form.ts";
import { kth } from "../fakes/kth.ts";

/** Everything that went to Slack, in order. */
let went: { readonly way: string; readonly what: unknown }[];
let logged: string[];
let delivered: Delivery[];
/** What the desk answers, and when. */
let answer: () => Promise<Answer>;
let openFails: boolean;
/** A sent form as the desk draws it without the database. */
let drawn: Form | undefined;
let responder: Responder;

const note: Answer = { kind: "note", card: noteCard("good", "Done", "It is done.") };
const form = buildForm(
  { rulebook: kth, speech: speechOf("en"), receivers: [] },
  { name: "note", choice: "", page: 1 },
  "case-1",
  {},
);
const window: Answer = form === undefined ? note : { kind: "form", form };

const read = (id: string): Promise<Account> =>
  Promise.resolve({ platform: "slack", id, name: "Mona Wik", locale: "en" });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  went = [];
  logged = [];
  delivered = [];
  answer = () => Promise.resolve(note);
  openFails = false;
  drawn = undefined;
  const view = (way: string) => (what: unknown) => {
    went.push({ way, what });
    return openFails ? Promise.reject(new Error("expired_trigger_id MARKED")) : Promise.resolve({ ok: true });
  };
  const others = {
    conversations: { open: () => Promise.resolve({ channel: { id: "D1" } }) },
    chat: { postMessage: (what: unknown) => Promise.resolve(went.push({ way: "direct", what })) },
  };
  const client = { ...others, views: { open: view("open"), update: view("update"), publish: view("publish") } };
  const keep = (event: string, facts: object = {}) => logged.push(JSON.stringify({ event, ...facts }));
  const desk = {
    redraw: () => drawn,
    handle(delivery: Delivery) {
      delivered.push(delivery);
      return answer();
    },
  };
  responder = new Responder(
    desk,
    client as unknown as WebClient,
    { read, readInFull: read } as unknown as SlackPeople,
    commands,
    {
      info: keep,
      warn: keep,
    },
    { origins: [], token: "" },
  );
});
afterEach(() => {
  vi.useRealTimers();
});

const ack = (what?: Reply | SubmissionAck) => {
  went.push({ way: "ack", what });
  return Promise.resolve();
};
const say = (reply: Reply) => {
  went.push({ way: "say", what: reply });
  return Promise.resolve();
};
const ways = () => went.map(({ way }) => way);
const text = (index: number) => JSON.stringify(went[index]?.what ?? "");

const typed = () => responder.command({ command: "/redress", text: "", user_id: "U1", trigger_id: "1.2.a" }, ack, say);
const pressed = (more: object = {}) =>
  responder.action(
    { trigger_id: "1.2.a", user: { id: "U1" }, actions: [{ action_id: "report.send::draft-1" }], ...more },
    ack,
    say,
  );
const onNote = { container: { type: "message", is_ephemeral: true } };
const inWindow = { view: { id: "V1", hash: "h", type: "modal" } };
const sent = (callbackId = "form:note//1:case-1") =>
  responder.submission(
    {
      user: { id: "U1" },
      view: {
        id: "V1",
        hash: "h",
        callback_id: callbackId,
        state: { values: { text: { input: { value: "A note" } }, other: { input: {} }, odd: {} } },
      },
    },
    ack,
  );

describe("in time", () => {
  test("a command is acknowledged with its answer: one round trip does for both", async () => {
    await typed();
    expect(ways()).toEqual(["ack"]);
    expect(text(0)).toContain("It is done.");
    expect(went[0]?.what).toMatchObject({ response_type: "ephemeral", text: "Redress has something for you." });
  });

  test("a form opens in a window", async () => {
    answer = () => Promise.resolve(window);
    await typed();
    expect(ways()).toEqual(["ack", "open"]);
    expect(went[1]?.what).toMatchObject({ trigger_id: "1.2.a", view: { callback_id: "form:note//1:case-1" } });
  });

  test("a press is acknowledged when what it did is stored, and answered beside the message", async () => {
    await pressed();
    expect(ways()).toEqual(["ack", "say"]);
    expect(went[1]?.what).not.toHaveProperty("replace_original");
  });

  test("a press on a private note is answered in its place, one on a message that others see is not", async () => {
    answer = () => Promise.resolve({ ...note, kind: "instead" });
    await pressed(onNote);
    await pressed();
    expect(went[1]?.what).toHaveProperty("replace_original", true);
    expect(went[3]?.what).not.toHaveProperty("replace_original");
  });

  test("a press in a window is answered in the window", async () => {
    await pressed(inWindow);
    expect(ways()).toEqual(["ack", "update"]);
    expect(went[1]?.what).toMatchObject({ view_id: "V1", view: { type: "modal" } });
  });

  test("a press that was answered before is acknowledged, and nothing more", async () => {
    answer = () => Promise.resolve({ kind: "silence" });
    await pressed();
    expect(ways()).toEqual(["ack"]);
  });

  test("a link is acknowledged and does nothing", async () => {
    await pressed({ actions: [{ action_id: "link" }] });
    expect(ways()).toEqual(["ack"]);
    expect(delivered).toEqual([]);
  });

  test("a form that was sent shows its answer, the next page or what is wrong in the same window", async () => {
    await sent();
    answer = () => Promise.resolve(window);
    await sent();
    answer = () =>
      Promise.resolve(
        window.kind === "form" ? { kind: "errors", form: window.form, errors: { text: "Please." } } : note,
      );
    await sent();
    expect(went.map(({ what }) => what)).toMatchObject([
      { response_action: "update", view: { callback_id: "card" } },
      { response_action: "update", view: { callback_id: "form:note//1:case-1" } },
      { response_action: "errors", errors: { text: "Please." } },
    ]);
    expect(delivered[0]).toMatchObject({
      key: "slack:V1:h",
      form: "note//1",
      ref: "case-1",
      values: { text: "A note", other: "" },
    });
  });

  test("a window of another app is acknowledged and does nothing", async () => {
    await sent("another window");
    expect(went).toEqual([{ way: "ack", what: undefined }]);
    expect(delivered).toEqual([]);
  });

  test("a shortcut has no place for a message: everything opens in a window", async () => {
    await responder.shortcut("report", "U1", "1.2.a", ack);
    expect(ways()).toEqual(["ack", "open"]);
    expect(delivered).toMatchObject([{ kind: "command", words: ["report"] }]);
  });

  test("the home page is drawn for whoever opens it", async () => {
    answer = () => Promise.resolve({ ...note, kind: "home" });
    await responder.home("U1");
    expect(went).toMatchObject([{ way: "publish", what: { user_id: "U1", view: { type: "home" } } }]);
  });
});

async function late(act: () => Promise<void>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  answer = () => promise;
  const acting = act();
  await vi.advanceTimersByTimeAsync(1999);
  expect(went).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(ways()).toEqual(["ack"]);
  await vi.advanceTimersByTimeAsync(60_000);
  resolve(note);
  await acting;
}

describe("when it takes longer than Slack waits", () => {
  test("a command is acknowledged, and its answer follows", async () => {
    await late(typed);
    expect(went[0]?.what).toBeUndefined();
    expect(ways()).toEqual(["ack", "say"]);
    expect(text(1)).toContain("It is done.");
  });

  test("a press is acknowledged, and its answer follows", async () => {
    await late(pressed);
    expect(ways()).toEqual(["ack", "say"]);
  });

  test("a form asks for patience in its window, and its answer follows there", async () => {
    await late(sent);
    expect(went[0]?.what).toMatchObject({ response_action: "update", view: { callback_id: "card" } });
    expect(text(0)).not.toContain("It is done.");
    expect(ways()).toEqual(["ack", "update"]);
    expect(text(1)).toContain("It is done.");
  });
});

describe("when something goes wrong", () => {
  test.each([
    ["a command", typed],
    ["a press", pressed],
    ["a form", sent],
  ])(
    "[V-15] on our side, %s is acknowledged, the person is told, and the log has none of its words",
    async (_, act) => {
      answer = () => Promise.reject(new TypeError("cannot read MARKED words"));
      await act();
      expect(ways()[0]).toBe("ack");
      expect(JSON.stringify(went)).toContain("Something went wrong");
      expect(logged).toHaveLength(1);
      expect(logged[0]).toContain('"delivery failed","platform":"slack"');
      expect(logged[0]).not.toContain("MARKED");
    },
  );

  test("with a window that no longer opens, a button to it is shown", async () => {
    openFails = true;
    answer = () => Promise.resolve(window);
    await typed();
    expect(ways()).toEqual(["ack", "open", "say"]);
    expect(text(2)).toContain('"action_id":"form.open:note//1:case-1"');
    expect(logged).toEqual([]);
  });

  test("[E-01][E-07] a form that is not stored stays in its window, which says so", async () => {
    answer = () => Promise.reject(new TypeError("MARKED"));
    await sent();
    expect(went).toMatchObject([{ way: "ack", what: { response_action: "errors" } }]);
    expect(text(0)).toMatch(/"text":"Something went wrong on our side: nothing was stored/);
  });

  test("[E-01][E-07] a form that takes too long is given back filled in, and says that nobody knows", async () => {
    answer = () => Promise.withResolvers<Answer>().promise;
    const [field] = form?.fields ?? [];
    if (form === undefined || field === undefined) throw new Error("A note has a field.");
    drawn = { ...form, fields: ["text", "other"].map((id) => ({ ...field, id, value: "A note" })) };
    const sending = sent();
    await vi.advanceTimersByTimeAsync(100_000);
    await sending;
    expect(ways()).toEqual(["ack", "update"]);
    expect(text(1)).toContain('"initial_value":"A note"');
    expect(text(1)).toContain("we cannot say whether it was stored");
    expect(logged).toEqual(['{"event":"delivery late","platform":"slack","kind":"submit"}']);
  });

  test.each([
    ["form:note//1:case-1", ["ack", "update", "direct"]],
    ["form:anonymous//1:draft-1", ["ack", "update"]],
  ])(
    "[E-07] of %s in a window that was closed meanwhile, a direct message has the words, but of no report without a name",
    async (id, expected) => {
      openFails = true;
      const { promise, reject } = Promise.withResolvers<Answer>();
      answer = () => promise;
      const sending = sent(id);
      await vi.advanceTimersByTimeAsync(3000);
      reject(new TypeError("MARKED"));
      await sending;
      expect(ways()).toEqual(expected);
      expect(JSON.stringify(went.filter(({ way }) => way === "direct")).includes("A note")).toBe(expected.length > 2);
      expect(logged.join()).not.toMatch(/A note|MARKED/);
    },
  );

  test("[E-07][V-15] with the answer itself, it is logged without its words, and nothing else happens", async () => {
    openFails = true;
    await responder.shortcut("report", "U1", "1.2.a", ack);
    await pressed(inWindow);
    expect(ways()).toEqual(["ack", "open", "ack", "update"]);
    expect(logged).toEqual([
      '{"event":"answer not delivered","platform":"slack","kind":"shortcut","reason":"Error"}',
      '{"event":"answer not delivered","platform":"slack","kind":"press","reason":"Error"}',
    ]);
  });
});

test("whoever ends the program waits until everything that arrived has been answered", async () => {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  answer = () => promise;
  const acting = [typed(), pressed()];
  let isDrained = false;
  const draining = responder.drained().then(() => (isDrained = true));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(isDrained).toBe(false);
  resolve(note);
  await Promise.all([...acting, draining]);
  expect(ways().filter((way) => way === "say")).toHaveLength(2);
});
