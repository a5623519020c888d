import { REST } from "discord.js";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { Responder } from "../../src/discord/respond.ts";
import { speechOf } from "../../src/locale/speech.ts";
import { noteCard } from "../../src/surface/cards/noteCard.ts";
import type { Answer } from "../../src/surface/delivery.ts";
import { buildForm } from "../../src/surface/desk/forms.ts";
import { kth } from "../fakes/kth.ts";
import { completing, pressed, sent, typed } from "./interactions.ts";

// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
const UNKNOWN = 10_062;
const ANSWERED = 40_060;

interface Body {
  readonly type?: number;
  readonly data?: { readonly flags?: number };
}

/** What was sent to Discord. */
let calls: { readonly call: string; readonly body: Body }[];
let status: number;
/** The error that Discord answers with. */
let code: number;
let logged: string[];
/** What the desk answers, and when. */
let answer: () => Promise<Answer>;
let responder: Responder;

const rest = new REST({
  retries: 0,
  // The way to Discord: kept here, and answered.
  makeRequest(url, { method, body }) {
    calls.push({
      call: `${method} ${new URL(url).pathname}`,
      body: JSON.parse(typeof body === "string" ? body : "") as Body,
    });
    if (status < 300) return Promise.resolve(new Response(null, { status }));
    return Promise.resolve(Response.json({ code, message: "No" }, { status }));
  },
});

const note: Answer = { kind: "note", card: noteCard("good", "Done", "It is done.") };
const form = (() => {
  const built = buildForm(
    { rulebook: kth, speech: speechOf("en"), receivers: [] },
    { name: "report", choice: "", page: 2 },
    "draft-1",
    {},
  );
  if (built === undefined) throw new Error("The report has one page.");
  return built;
})();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  calls = [];
  logged = [];
  status = 204;
  code = UNKNOWN;
  answer = () => Promise.resolve(note);
  const keep = (event: string, facts: object = {}) => logged.push(JSON.stringify({ event, ...facts }));
  responder = new Responder({ handle: () => answer() }, rest, { info: keep, warn: keep }, () => "1");
});
afterEach(() => {
  vi.useRealTimers();
});

const callback = "POST /api/v10/interactions/600000000000000001/interaction-token/callback";
const later = "PATCH /api/v10/webhooks/920000000000000001/interaction-token/messages/@original";
const EPHEMERAL = 64;

async function respondTo(interaction: Parameters<Responder["respond"]>[0]): Promise<void> {
  responder.respond(interaction);
  await responder.drained();
}

const first = () => calls[0]?.body;

describe("in time", () => {
  test.each([
    ["a private answer to a command", typed("redress"), () => note, 4],
    ["a form in a window", typed("report"), (): Answer => ({ kind: "form", form }), 9],
    [
      "after a form, which no window may follow, a button to the next page",
      sent("form:report//1:d", []),
      (): Answer => ({ kind: "form", form }),
      4,
    ],
    [
      "what is wrong, with a button back",
      sent("form:report//1:d", []),
      (): Answer => ({ kind: "errors", form, errors: { what: "Please." } }),
      4,
    ],
    ["in place of the private note", pressed("report.send::d"), (): Answer => ({ ...note, kind: "instead" }), 7],
    [
      "beside a message that others see",
      pressed("case.show:report:c", "room"),
      (): Answer => ({ ...note, kind: "instead" }),
      4,
    ],
  ] as const)("%s", async (_, interaction, given, type) => {
    answer = () => Promise.resolve(given());
    await respondTo(interaction);
    expect(calls.map(({ call }) => call)).toEqual([callback]);
    expect(first()?.type).toBe(type);
    const isMessage = type === 4 || type === 7;
    expect((first()?.data?.flags ?? 0) & EPHEMERAL).toBe(isMessage ? EPHEMERAL : 0);
  });

  test("nothing where another instance dealt with it before: that one answers", async () => {
    answer = () => Promise.resolve({ kind: "silence" });
    await respondTo(pressed("report.send::d"));
    await respondTo(typed("redress"));
    expect(calls).toEqual([]);
    expect(logged).toEqual([]);
  });

  test("at most twenty-five suggestions", async () => {
    const options = Array.from({ length: 40 }, (_, i) => ({ value: `case-${i}`, label: `case ${i}` }));
    answer = () => Promise.resolve({ kind: "suggestions", options });
    await respondTo(completing("case", "show", [{ name: "code", value: "", focused: true }]));
    expect(first()?.type).toBe(8);
    expect(first()?.data).toEqual({
      choices: options.slice(0, 25).map(({ value, label }) => ({ name: label, value })),
    });
  });
});

async function respondLate(interaction: Parameters<Responder["respond"]>[0], given: Answer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  answer = () => promise;
  responder.respond(interaction);
  await vi.advanceTimersByTimeAsync(1999);
  expect(calls).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(calls.map(({ call, body }) => [call, body])).toEqual([[callback, { type: 5, data: { flags: EPHEMERAL } }]]);
  await vi.advanceTimersByTimeAsync(60_000);
  resolve(given);
  await responder.drained();
  expect(calls.map(({ call }) => call)).toEqual([callback, later]);
}

describe("when it takes longer than Discord waits", () => {
  test("more time is asked for, privately, and the answer follows", async () => {
    await respondLate(typed("redress"), note);
    expect(JSON.stringify(calls[1]?.body)).toContain("It is done.");
  });

  test("a form can no longer open: a button to it follows", async () => {
    await respondLate(pressed("case.note::c"), { kind: "form", form });
    expect(JSON.stringify(calls[1]?.body)).toContain('"custom_id":"form.open:report//2:draft-1"');
  });

  test("suggestions are never asked more time for", async () => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    answer = () => promise;
    responder.respond(completing("case", "show", [{ name: "code", value: "q", focused: true }]));
    await vi.advanceTimersByTimeAsync(2500);
    expect(calls).toEqual([]);
    resolve({ kind: "suggestions", options: [] });
    await responder.drained();
    expect(first()).toEqual({ type: 8, data: { choices: [] } });
  });
});

describe("when something goes wrong", () => {
  test("[V-15] on our side, the person is told, and the log has none of its words", async () => {
    answer = () => Promise.reject(new TypeError("cannot read MARKED words"));
    await respondTo(typed("report"));
    expect(JSON.stringify(first())).toContain("Something went wrong");
    expect(logged).toEqual(['{"event":"delivery failed","platform":"discord","kind":"command","reason":"TypeError"}']);
  });

  test("[E-01][E-07] a form that is not stored goes back, and can be sent again for a quarter of an hour", async () => {
    answer = () => Promise.reject(new TypeError("cannot read MARKED words"));
    const filled = sent("form:note//1:c", [{ type: 4, id: 2, custom_id: "text", value: "A note" }]);
    const delivered = () => calls.map(({ body }) => JSON.stringify(body)).join("\n");
    await respondTo(filled);
    expect(delivered()).toMatch(/was not stored.*A note/);
    const again = /"custom_id":"(form\.resend::[^"]+)"/.exec(delivered())?.[1] ?? "";
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    await respondTo(pressed(again));
    expect(calls).toHaveLength(2);
    expect(JSON.stringify(calls[1])).toContain("A note");
    await vi.advanceTimersByTimeAsync(16 * 60_000);
    calls = [];
    await respondTo(pressed(again));
    expect(delivered()).not.toContain("A note");
    expect(logged.join()).not.toMatch(/A note|MARKED/);
  });

  test("[E-01][E-07] a form that takes too long goes back, and says that nobody knows; sent again it is found to be there", async () => {
    answer = () => Promise.withResolvers<Answer>().promise;
    responder.respond(sent("form:note//1:c", [{ type: 4, id: 2, custom_id: "text", value: "A note" }]));
    await vi.advanceTimersByTimeAsync(100_000);
    await responder.drained();
    const late = JSON.stringify(calls[1]?.body);
    expect(late).toMatch(/we cannot say whether.*A note/);
    answer = () => Promise.resolve({ kind: "silence" });
    await respondTo(pressed(/"custom_id":"(form\.resend::[^"]+)"/.exec(late)?.[1] ?? ""));
    expect(JSON.stringify(calls[2]?.body)).toContain("had been stored already");
  });

  test("[E-07] with the answer itself, it is logged and nothing else happens", async () => {
    status = 404;
    await respondTo(pressed("report.send::d"));
    expect(calls).toHaveLength(1);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('"answer not delivered","platform":"discord","kind":"press"');
  });

  test("[E-04] where another instance was faster nothing went wrong", async () => {
    [status, code] = [400, ANSWERED];
    await respondTo(pressed("report.send::d"));
    expect(calls).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  test("[E-04] where another instance asked for more time, whoever dealt with it answers all the same", async () => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    answer = () => promise;
    [status, code] = [400, ANSWERED];
    responder.respond(pressed("report.send::d"));
    await vi.advanceTimersByTimeAsync(2000);
    status = 204;
    resolve(note);
    await responder.drained();
    expect(calls.map(({ call }) => call)).toEqual([callback, later]);
    expect(logged).toEqual([]);
  });

  test("what is none of ours is not answered", async () => {
    await respondTo(pressed("ticket_close_17"));
    await respondTo(sent("another form", []));
    expect(calls).toEqual([]);
  });
});
