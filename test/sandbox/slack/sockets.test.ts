import { once } from "node:events";

import { expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";

import type { LocalSlack } from "../../../src/sandbox/slack/localSlack.ts";
import { appToken, call, openGuild, startBolt, startTwin, until } from "./guild.ts";

type Said = Readonly<Record<string, unknown>>;

/** A bare Socket Mode connection, and what Slack said on it. */
const connect = async (slack: LocalSlack) => {
  const { url } = await call(slack, "apps.connections.open", {}, appToken);
  const socket = new WebSocket(String(url));
  const said: Said[] = [];
  socket.on("message", (data: Buffer) => said.push(JSON.parse(data.toString()) as Said));
  onTestFinished(() => socket.terminate());
  await until(() => said.length > 0);
  return { socket, said, url: String(url) };
};

test("Slack greets a connection with how many there are", async () => {
  const { slack } = await openGuild();
  const { said } = await connect(slack);
  const { said: second } = await connect(slack);
  expect(said[0]).toMatchObject({ type: "hello", num_connections: 1, connection_info: { app_id: "A1" } });
  expect(said[0]?.["debug_info"]).toMatchObject({ approximate_connection_time: 18_060 });
  expect(second[0]).toMatchObject({ num_connections: 2 });
});

test("a ticket opens one connection", async () => {
  const { slack } = await openGuild();
  const { url } = await connect(slack);
  const again = new WebSocket(url);
  await expect(once(again, "open")).rejects.toThrow("401");
});

test("an eleventh connection is sent away", async () => {
  const { slack } = await openGuild();
  for (let count = 0; count < 10; count += 1) await connect(slack);
  const { said, socket } = await connect(slack);
  expect(said[0]).toMatchObject({ type: "disconnect", reason: "too_many_websockets" });
  if (socket.readyState !== WebSocket.CLOSED) await once(socket, "close");
  expect(slack.sockets.count).toBe(10);
});

test("an envelope says what it holds and whether an answer is read", async () => {
  const { slack } = await openGuild({ patience: 0 });
  const { socket, said } = await connect(slack);
  const ack = (payload?: object) => {
    const id = said.at(-1)?.["envelope_id"];
    socket.send(JSON.stringify({ envelope_id: id, ...(payload === undefined ? {} : { payload }) }));
  };
  const typed = slack.person("UADA").type("CHALL", "/case show");
  await until(() => said.length === 2);
  expect(said[1]).toMatchObject({
    type: "slash_commands",
    accepts_response_payload: true,
    payload: { command: "/case" },
  });
  ack({ text: "Hello" });
  await typed;
  expect(slack.person("UADA").messages("CHALL")).toMatchObject([{ text: "Hello" }]);
  slack.workspace.leave("CHALL", "UBO");
  await until(() => said.length === 3);
  expect(said[2]).toMatchObject({
    type: "events_api",
    accepts_response_payload: false,
    retry_attempt: 0,
    retry_reason: "",
    payload: { event: { type: "member_left_channel" } },
  });
  ack();
  const used = slack.person("UADA").shortcut("file-report");
  await until(() => said.length === 4);
  expect(said[3]).toMatchObject({ type: "interactive", accepts_response_payload: false });
  ack({ text: "Nobody reads this" });
  await used;
  socket.send("gibberish");
  await until(() => slack.problems().length === 2);
  expect(slack.problems()).toEqual([
    "Socket Mode: an acknowledgement with a payload where Slack reads none",
    "Socket Mode: a message that is no acknowledgement",
  ]);
});

test("any connection may get any delivery", async () => {
  const { slack } = await openGuild({ patience: 0 });
  const connections = [await connect(slack), await connect(slack), await connect(slack)];
  for (const { socket, said } of connections)
    socket.on("message", () => socket.send(JSON.stringify({ envelope_id: said.at(-1)?.["envelope_id"] })));
  for (let time = 0; time < 6; time += 1) await slack.person("UADA").type("CHALL", "/case");
  expect(connections.map(({ said }) => said.length - 1)).toEqual([2, 2, 2]);
});

test("a connection is warned ten seconds before it is to be made anew, and gets nothing more after that", async () => {
  const { slack, clock } = await openGuild();
  const { socket, said } = await connect(slack);
  slack.sockets.recycle();
  await until(() => said.length === 2);
  expect(said[1]).toMatchObject({ type: "disconnect", reason: "warning" });
  clock.advance(10_000);
  await until(() => said.length === 3);
  expect(said[2]).toMatchObject({ type: "disconnect", reason: "refresh_requested" });
  await slack.person("UADA").type("CHALL", "/case");
  expect(slack.person("UADA").failures()).toEqual(['/case failed with the error "dispatch_failed"']);
  await until(() => socket.readyState === WebSocket.CLOSED && slack.sockets.count === 0);
});

test("a command on its way when its connection breaks times out", async () => {
  const { slack, clock } = await openGuild();
  const { said } = await connect(slack);
  const typed = slack.person("UADA").type("CHALL", "/case");
  await until(() => said.length === 2);
  slack.sockets.drop();
  await until(() => slack.sockets.count === 0);
  clock.advance(3000);
  await typed;
  expect(slack.person("UADA").failures()).toEqual(['/case failed with the error "operation_timeout"']);
});

test("with two receivers no command is lost while one connection is made anew", async () => {
  const { slack } = await openGuild({ patience: 0 });
  let answered = 0;
  await startTwin(slack, (app) => {
    app.command("/case", async ({ ack }) => {
      answered += 1;
      await ack();
    });
  });
  const ada = slack.person("UADA");
  for (let round = 0; round < 3; round += 1) {
    slack.sockets.refresh(0);
    for (let time = 0; time < 4; time += 1) await ada.type("CHALL", "/case");
    await until(() => slack.sockets.count === 2);
  }
  // Bolt rejects nobody's promise when it is stopped between connecting and being greeted, so both are used once more.
  for (let time = 0; time < 2; time += 1) await ada.type("CHALL", "/case");
  expect(answered).toBe(14);
  expect(ada.failures()).toEqual([]);
});

test("with two receivers no command is lost after a connection broke", async () => {
  const { slack } = await openGuild({ patience: 0 });
  await startTwin(slack, (app) => app.command("/case", ({ ack }) => ack()));
  slack.sockets.drop(1);
  await until(() => slack.sockets.count === 1);
  const ada = slack.person("UADA");
  await ada.type("CHALL", "/case");
  await until(() => slack.sockets.count === 2);
  for (let time = 0; time < 2; time += 1) await ada.type("CHALL", "/case");
  expect(ada.failures()).toEqual([]);
});

test("with a request URL Slack hands out no connections", async () => {
  const { slack } = await openGuild({ delivery: { mode: "http", url: "http://127.0.0.1:9/" } });
  expect(await call(slack, "apps.connections.open", {}, appToken)).toMatchObject({ error: "socket_mode_disabled" });
});

test("an app that stops leaves no connection behind", async () => {
  const { slack } = await openGuild();
  const { app } = await startBolt(slack, "socket", () => undefined);
  expect(slack.sockets.count).toBe(1);
  await app.stop();
  await until(() => slack.sockets.count === 0);
});
