import { expect, test } from "vitest";

import { openGuild, startBolt, until } from "./guild.ts";

/** A guild whose app acks every command and remembers its words. */
const openListener = async () => {
  const { slack, clock } = await openGuild({ patience: 0 });
  const heard: string[] = [];
  await startBolt(slack, "socket", (app) => {
    app.command("/case", async ({ ack, command }) => {
      heard.push(command.text);
      await ack();
    });
  });
  return { slack, clock, heard };
};

test("deliveries can be held back, and let go in another order", async () => {
  const { slack, heard } = await openListener();
  const ada = slack.person("UADA");
  slack.deliveries.hold();
  const typed = ["one", "two", "three"].map((word) => ada.type("CHALL", `/case ${word}`));
  expect(slack.deliveries.held().map(({ payload }) => payload["text"])).toEqual(["one", "two", "three"]);
  expect(heard).toEqual([]);
  slack.deliveries.release(
    slack.deliveries
      .held()
      .map(({ id }) => id)
      .toReversed(),
  );
  await Promise.all(typed);
  expect(heard).toEqual(["three", "two", "one"]);
  const last = ada.type("CHALL", "/case four");
  expect(slack.deliveries.held()).toHaveLength(1);
  slack.deliveries.resume();
  await last;
  await ada.type("CHALL", "/case five");
  expect(heard.slice(3)).toEqual(["four", "five"]);
  expect(ada.failures()).toEqual([]);
});

test("only some deliveries can be held back", async () => {
  const { slack, heard } = await openListener();
  slack.deliveries.hold(({ payload }) => payload["text"] === "slow");
  const slow = slack.person("UADA").type("CHALL", "/case slow");
  await slack.person("UADA").type("CHALL", "/case fast");
  expect(heard).toEqual(["fast"]);
  slack.deliveries.resume();
  await slow;
});

test("a delivery that is let go after three seconds reaches the app, but the person has seen a timeout", async () => {
  const { slack, clock, heard } = await openListener();
  slack.deliveries.hold();
  const typed = slack.person("UADA").type("CHALL", "/case late");
  clock.advance(3000);
  await typed;
  expect(slack.person("UADA").failures()).toHaveLength(1);
  slack.deliveries.resume();
  await until(() => heard.length === 1);
});

test("a held delivery keeps what is left of its three seconds", async () => {
  const { slack, clock } = await openGuild({ patience: 0 });
  await startBolt(slack, "socket", (app) => app.command("/case", () => Promise.resolve()));
  slack.deliveries.hold();
  const typed = slack.person("UADA").type("CHALL", "/case");
  clock.advance(2000);
  slack.deliveries.resume();
  clock.advance(1000);
  await typed;
  expect(slack.person("UADA").failures()).toHaveLength(1);
});

test("a lost delivery never arrives, and the person sees a timeout", async () => {
  const { slack, clock, heard } = await openListener();
  slack.deliveries.hold();
  const typed = slack.person("UADA").type("CHALL", "/case lost");
  slack.deliveries.lose();
  slack.deliveries.resume();
  clock.advance(3000);
  await typed;
  expect(heard).toEqual([]);
  expect(slack.person("UADA").failures()).toEqual(['/case failed with the error "operation_timeout"']);
});

test("the next deliveries can be doubled, the same to the last byte", async () => {
  const { slack, heard } = await openListener();
  slack.deliveries.double(1, 2);
  await slack.person("UADA").type("CHALL", "/case again");
  await until(() => heard.length === 3);
  await slack.person("UADA").type("CHALL", "/case once");
  expect(heard).toEqual(["again", "again", "again", "once"]);
});

test("a delivery can be repeated later, with the same envelope id", async () => {
  const { slack, heard } = await openListener();
  await slack.person("UADA").type("CHALL", "/case again");
  const [first] = slack.deliveries.sent();
  if (first === undefined) throw new Error("Nothing was sent.");
  expect(await slack.deliveries.repeat(first)).toEqual({ kind: "acked", reply: {} });
  expect(heard).toEqual(["again", "again"]);
  expect(slack.deliveries.sent().map(({ id }) => id)).toEqual([first.id, first.id]);
});

test("a payload made for load is acked like any other", async () => {
  const { slack, heard } = await openListener();
  const payload = slack.payloads.command("UADA", "CHALL", "/case", "load");
  expect(await slack.deliveries.send("slash_commands", payload)).toEqual({ kind: "acked", reply: {} });
  expect(heard).toEqual(["load"]);
});
