import { expect, test } from "vitest";

import {
  answering,
  botId,
  call,
  interactionsOf,
  login,
  openGuild,
  place,
  register,
  type Reply,
  until,
  who,
} from "./guild.ts";

const minutes = 60_000;
const reply = (content: string, flags = 0) => ({ type: 4, data: { content, flags } });

/** A guild with /go, a bot that answers only when the test does, and the interaction it got. */
async function pressGo() {
  const { discord, clock } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const bot = await login(discord);
  const ada = discord.person(who.ada);
  const typed = ada.type(place.general, "/go");
  await until(() => interactionsOf(bot).length === 1);
  const [interaction] = interactionsOf(bot);
  if (interaction === undefined) throw new Error("no interaction");
  const answer = (body: unknown): Promise<Reply> =>
    call(discord, "POST", `/interactions/${interaction.id}/${interaction.token}/callback`, body);
  const webhook = (method: string, path: string, body?: unknown): Promise<Reply> =>
    call(discord, method, `/webhooks/${botId}/${interaction.token}${path}`, body);
  return { discord, clock, bot, ada, typed, interaction, answer, webhook };
}

test("an answer within three seconds is in time", async () => {
  const { clock, ada, typed, answer } = await pressGo();
  clock.advance(2999);
  expect((await answer(reply("in time"))).status).toBe(204);
  await typed;
  expect(ada.messages(place.general)).toMatchObject([{ text: "in time" }]);
  expect(ada.failures()).toEqual([]);
});

test("without an answer within three seconds the person sees a failure, and a late answer is refused with 10062", async () => {
  const { clock, ada, typed, answer, webhook } = await pressGo();
  clock.advance(3000);
  await typed;
  expect(ada.failures()).toEqual(["The application did not respond"]);
  expect(await answer(reply("late"))).toMatchObject({ status: 404, code: 10062 });
  expect(await webhook("POST", "", { content: "late" })).toMatchObject({ status: 404, code: 10015 });
  expect(ada.messages(place.general)).toEqual([]);
});

test("a second answer is refused with 40060", async () => {
  const { answer } = await pressGo();
  await answer(reply("one"));
  expect(await answer(reply("two"))).toMatchObject({ status: 400, code: 40060 });
});

test("a wrong id or token is refused with 10062", async () => {
  const { discord, interaction } = await pressGo();
  const wrongId = await call(discord, "POST", `/interactions/1/${interaction.token}/callback`, reply("x"));
  const wrongToken = await call(discord, "POST", `/interactions/${interaction.id}/x/callback`, reply("x"));
  expect([wrongId.code, wrongToken.code]).toEqual([10062, 10062]);
});

test("follow-ups and edits are taken for fifteen minutes, then refused with 50027", async () => {
  const { clock, ada, answer, webhook } = await pressGo();
  expect(await webhook("GET", "/messages/@original")).toMatchObject({ status: 404, code: 10015 });
  await answer(reply("one", 64));
  clock.advance(15 * minutes - 1);
  expect((await webhook("POST", "", { content: "two", flags: 64 })).status).toBe(200);
  expect((await webhook("PATCH", "/messages/@original", { content: "one, edited" })).status).toBe(200);
  expect((await webhook("GET", "/messages/@original")).status).toBe(200);
  clock.advance(1);
  for (const [method, path, body] of [
    ["POST", "", { content: "three" }],
    ["PATCH", "/messages/@original", { content: "x" }],
    ["GET", "/messages/@original", undefined],
    ["DELETE", "/messages/@original", undefined],
  ] as const)
    expect(await webhook(method, path, body)).toMatchObject({ status: 401, code: 50027 });
  expect(ada.messages(place.general).map(({ text }) => text)).toEqual(["one, edited", "two"]);
});

test("a deferred answer that gets no text within fifteen minutes ends as a failure", async () => {
  const { clock, ada, typed, answer } = await pressGo();
  await answer({ type: 5 });
  await typed;
  clock.advance(14 * minutes);
  expect(ada.failures()).toEqual([]);
  clock.advance(1 * minutes);
  expect(ada.failures()).toEqual(["The application did not respond"]);
});

test("the first follow-up after a deferred answer becomes that answer, ephemeral or not as deferred", async () => {
  const { clock, ada, answer, webhook } = await pressGo();
  await answer({ type: 5, data: { flags: 64 } });
  expect(await webhook("POST", "", { content: "text" })).toMatchObject({ status: 200, body: { flags: 64 } });
  expect(ada.messages(place.general)).toMatchObject([{ text: "text", ephemeral: true, edited: false }]);
  clock.advance(15 * minutes);
  expect(ada.failures()).toEqual([]);
});

test("a deferred answer can say nothing but that it is ephemeral", async () => {
  const { answer } = await pressGo();
  expect(await answer({ type: 5, data: { flags: 32768 } })).toMatchObject({ status: 400, code: 50035 });
  expect((await answer({ type: 5, data: { flags: 64 } })).status).toBe(204);
});

test("an answer the interaction does not take is refused and leaves it waiting", async () => {
  const { answer } = await pressGo();
  for (const type of [1, 6, 7, 8, 10, 99]) expect(await answer({ type })).toMatchObject({ status: 400, code: 50035 });
  expect((await answer(reply("x"))).status).toBe(204);
});

test("the answer is described when asked for", async () => {
  const { discord, interaction } = await pressGo();
  const path = `/interactions/${interaction.id}/${interaction.token}/callback?with_response=true`;
  expect(await call(discord, "POST", path, reply("x", 64))).toMatchObject({
    status: 200,
    body: {
      interaction: { id: interaction.id, type: 2, response_message_ephemeral: true, response_message_loading: false },
      resource: { type: 4, message: { content: "x", flags: 64 } },
    },
  });
  expect(discord.problems()).toEqual([]);
});

test("the token of one interaction opens no message of another", async () => {
  const { discord, ada, bot, answer } = await pressGo();
  await answer(reply("first"));
  const id = ada.messages(place.general)[0]?.id;
  void ada.type(place.general, "/go");
  await until(() => interactionsOf(bot).length === 2);
  const second = interactionsOf(bot)[1];
  await call(discord, "POST", `/interactions/${second?.id}/${second?.token}/callback`, reply("second"));
  const other = await call(discord, "PATCH", `/webhooks/${botId}/${second?.token}/messages/${id}`, { content: "x" });
  expect(other).toMatchObject({ status: 404, code: 10008 });
});

test("with nobody at the gateway an interaction fails at once", async () => {
  const { discord } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const ada = discord.person(who.ada);
  await ada.type(place.general, "/go");
  expect(ada.failures()).toEqual(["The application did not respond"]);
});

test("a form that is not answered stays open with its failure", async () => {
  const { discord, clock } = await openGuild();
  await register(discord, { name: "go", description: "Go" });
  const component = { type: 18, label: "Text", component: { type: 4, custom_id: "text", style: 1 } };
  const bot = await answering(discord, ({ data }) =>
    data && "name" in data
      ? { type: 9, data: { custom_id: "form", title: "Form", components: [component] } }
      : undefined,
  );
  const ada = discord.person(who.ada);
  await ada.type(place.general, "/go");
  const submitted = ada.submit({ text: "words" });
  await until(() => interactionsOf(bot).length === 2);
  clock.advance(3000);
  await submitted;
  expect(ada.failures()).toEqual(["Something went wrong. Try again. The application did not respond"]);
  expect(ada.form()?.id).toBe("form");
  ada.dismiss();
  expect(ada.form()).toBeUndefined();
});
