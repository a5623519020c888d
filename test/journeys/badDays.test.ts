import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Mishap } from "../../src/sandbox/faults.ts";
import { platforms } from "./platforms.ts";
import { carry, clear, fileReport, planted, playToBoard, playToVote, putMotion, reachSending, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

describe.each(platforms())("a bad day on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);
  const isDiscord = platform === "discord";
  const postCall = isDiscord ? "POST /channels/:id/messages" : "chat.postMessage";
  const roomCall = isDiscord ? "POST /channels/:id/threads" : "conversations.create";
  const rooms = () => stage.local.calls().filter(({ call, status }) => call === roomCall && status < 300).length;

  /** The rest of the journey after what had to wait was tried again. */
  async function settleRetries(): Promise<void> {
    for (let left = 40; left > 0; left -= 1) {
      // oxlint-disable-next-line no-await-in-loop
      await stage.settle();
      // oxlint-disable-next-line no-await-in-loop
      const { rows, nextInMs } = await stage.store.waiting();
      if (rows === 0) return;
      // oxlint-disable-next-line no-await-in-loop -- waits for a retry of the outbox, a second at most
      await new Promise((resolve) => setTimeout(resolve, Math.min(nextInMs ?? 50, 1100)));
    }
  }

  function strike(call: string | RegExp, mishap: Mishap, times = 1): void {
    stage.local.faults.arm({ call, mishap, times });
  }

  const messagesWith = (name: string, text: string) =>
    person(name)
      .messages()
      .filter((message) => message.text.includes(text)).length;

  describe("deliveries", () => {
    test("[E-04][E-05] a report delivered three times is one case", async () => {
      await reachSending(stage);
      if (stage.local.kind === "discord") stage.local.gateway.duplicate("INTERACTION_CREATE", 2);
      else stage.local.deliveries.double(1, 3);
      await person("Mona").press("Send the report");
      await settleRetries();
      expect(person("Sara").rooms()).toHaveLength(1);
      expect(rooms()).toBe(1);
    });

    test("[E-04] a ballot delivered three times is one ballot", async () => {
      await playToVote(stage);
      await vote(stage, { Petra: "Against", Dina: "In favour", Hanna: "In favour", Ivan: "Against" });
      if (stage.local.kind === "discord") stage.local.gateway.duplicate("INTERACTION_CREATE", 2);
      else stage.local.deliveries.double(1, 3);
      await vote(stage, { Julia: "In favour" });
      await person("Petra").press("Close the vote");
      expect(person("Petra").note()).toContain("lost");
    });

    test("[E-07] the answer to the sent report is lost: it is kept, and sending it again says so", async () => {
      await reachSending(stage);
      strike(
        isDiscord ? "POST /interactions/:id/:token/callback" : "views.update",
        { kind: "drop", effect: "none" },
        9,
      );
      const mona = person("Mona");
      const send = mona.handle("Send the report");
      const pressed = mona.pressHandle(send);
      await expect.poll(() => stage.local.calls().some(({ status }) => status === 0)).toBe(true);
      stage.clock.advance(4000);
      await Promise.allSettled([pressed]);
      await expect.poll(() => person("Sara").rooms().length).toBe(1);
      await settleRetries();
      stage.local.faults.clear();
      await mona.pressHandle(send);
      expect(mona.note()).toContain("This report has been sent: it is case");
      await mona.command("mycase");
      expect(mona.note()).toContain("received; an officer will be in touch");
    });

    test("[E-08] after a restart every button still works", async () => {
      await playToVote(stage);
      await stage.restart();
      await vote(stage, {
        Petra: "In favour",
        Dina: "In favour",
        Hanna: "In favour",
        Ivan: "In favour",
        Julia: "In favour",
      });
      await stage.restart();
      await person("Petra").press("Close the vote");
      expect(person("Petra").note()).toContain("carried");
    });

    test("[E-07] a half-written report survives a restart", async () => {
      const mona = person("Mona");
      await mona.command("report");
      await mona.fillIn({ "What happened?": planted.what, "How are you involved?": "It happened to me" });
      await stage.restart();
      if (isDiscord) await mona.press("Continue");
      await mona.fillIn({ "When and where?": planted.where });
      await mona.press("Send the report");
      await stage.settle();
      await person("Sara").press("Open the file");
      expect(person("Sara").note()).toContain(planted.what);
      expect(person("Sara").note()).toContain(planted.where);
    });
  });

  describe("rooms", () => {
    test("[E-01][E-02] the platform refuses a room: the report is kept, the officers are told directly, the member is told the truth", async () => {
      if (stage.local.kind === "discord") stage.local.limit({ activeThreads: 0 });
      else stage.local.workspace.refuseChannels("restricted_action");
      const codeName = await fileReport(stage);
      for (const officer of ["Sara", "Omar", "Elin"]) expect(person(officer).reads()).toContain(codeName);
      expect(person("Mona").reads()).toContain("the officers were told by direct message instead");
      for (const other of ["Petra", "Nils", "Lo"]) expect(person(other).reads()).not.toContain(codeName);
      await person("Sara").press("Open the file");
      await person("Sara").press("Take the case");
      await stage.settle();
      await person("Sara").command("case show", { code: codeName });
      expect(person("Sara").note()).toContain("Sara Lind");
    });

    test("[E-12] where a private room is refused nothing is posted anywhere else", async () => {
      if (stage.local.kind === "discord") stage.local.limit({ activeThreads: 0 });
      else stage.local.workspace.refuseChannels("restricted_action");
      await fileReport(stage);
      const places = new Set(
        person("Lo")
          .messages()
          .map((message) => message.text),
      );
      expect([...places].filter((text) => text.includes("Case"))).toEqual([]);
    });

    test("[E-06] a room that was made although the answer was lost is not made twice", async () => {
      strike(roomCall, { kind: "answer", status: 503, effect: "happens" });
      await fileReport(stage);
      await settleRetries();
      expect(person("Sara").rooms()).toHaveLength(1);
      expect(messagesWith("Sara", "To be done")).toBe(1);
    });

    test("[E-06] a card that was posted although the answer was lost is not posted twice", async () => {
      strike(postCall, { kind: "answer", status: 502, effect: "happens" });
      await fileReport(stage);
      await settleRetries();
      expect(messagesWith("Sara", "To be done")).toBe(1);
    });

    test("[E-06] a notice whose sending broke off is neither lost nor doubled", async () => {
      await fileReport(stage);
      await person("Sara").press("Take the case");
      await stage.settle();
      strike(postCall, { kind: "drop", effect: "happens" });
      strike(postCall, { kind: "answer", status: 500, effect: "none" });
      await person("Sara").press("Acknowledge the report");
      await person("Sara").fillIn({ "Your message": "I am here." });
      await settleRetries();
      expect(messagesWith("Mona", "I am here.")).toBe(1);
    });

    test("a rate limit delays, and loses nothing", async () => {
      strike(postCall, {
        kind: "answer",
        status: 429,
        effect: "none",
        headers: { "retry-after": isDiscord ? "0.05" : "1" },
        body: { message: "slow", retry_after: 0.05, global: false },
      });
      await fileReport(stage);
      await settleRetries();
      expect(messagesWith("Sara", "To be done")).toBe(1);
    });

    test("[E-08] a room deleted by hand is made anew, and the case goes on in it", async () => {
      const codeName = await fileReport(stage);
      const place = stage.local
        .person(person("Sara").id)
        .places()
        .find((each) => each.name === `case-${codeName}`);
      if (stage.local.kind === "discord") stage.local.byHand.deletePlace(place?.id ?? "");
      else stage.local.workspace.archive(place?.id ?? "", person("Omar").id);
      await person("Sara").command("case take", { code: codeName });
      await settleRetries();
      expect(
        person("Omar")
          .rooms()
          .filter((name) => name.startsWith(`case-${codeName}`)).length,
      ).toBeGreaterThan(0);
      await person("Omar").press("Open the file");
      expect(person("Omar").note()).toContain(planted.what);
    });

    test("[E-08] a room renamed by hand and a card deleted by hand do not stop a case", async () => {
      const codeName = await fileReport(stage);
      const place = stage.local
        .person(person("Sara").id)
        .places()
        .find((each) => each.name === `case-${codeName}`);
      const card = person("Sara")
        .messages()
        .find((message) => message.text.includes("To be done"));
      if (stage.local.kind === "discord") {
        stage.local.byHand.rename(place?.id ?? "", "something else");
        stage.local.byHand.deleteMessage(card?.id ?? "");
      } else {
        stage.local.workspace.rename(place?.id ?? "", "something-else", person("Omar").id);
        stage.local.workspace.deleteMessage(place?.id ?? "", card?.id ?? "");
      }
      await person("Sara").command("case take", { code: codeName });
      await settleRetries();
      expect(messagesWith("Sara", "To be done")).toBe(1);
      expect(person("Sara").reads()).toMatch(/Led by:\W* Sara Lind/);
      expect(person("Omar").canPress("Acknowledge the report")).toBe(true);
    });
  });

  describe("connections", () => {
    test("a dropped connection is taken up again, and nothing is lost", async () => {
      await playToBoard(stage);
      await breakConnection(stage);
      await clear(stage, "Petra");
      await putMotion(stage);
      expect(person("Petra").note()).toContain("The motion is put.");
    });
  });

  describe("a platform that is away", () => {
    test("[E-03] started while it is away, Redress keeps what is due and does it when it is back", async () => {
      const codeName = await fileReport(stage);
      const back = stage.local.faults.arm({ call: /./, mishap: { kind: "drop", effect: "none" }, times: Infinity });
      await stage.restart();
      await stage.moveTo("2026-03-03T09:00");
      expect((await stage.store.waiting()).rows).toBeGreaterThan(0);
      back();
      await until(() => person("Sara").reads().includes("is due"));
      await settleRetries();
      await person("Sara").command("case show", { code: codeName });
      expect(person("Sara").note()).not.toContain("could not be delivered");
      expect(stage.logged.join("\n")).not.toContain("notice not delivered");
    });

    test("while it is away a restart ends as ever", async () => {
      stage.local.faults.arm({ call: /./, mishap: { kind: "drop", effect: "none" }, times: Infinity });
      await stage.restart();
      await stage.restart();
      stage.local.faults.clear();
      await until(() => stage.logged.filter((line) => line.includes(`"${platform} ready"`)).length > 1);
      await fileReport(stage);
      expect(person("Sara").rooms()).toHaveLength(1);
    });
  });

  describe("what leaves Redress", () => {
    test("[E-10][V-07][V-14] no name and no word stands in a room, a name, a topic or an audit reason", async () => {
      await playToVote(stage);
      await carry(stage);
      const outside = stage.local
        .calls()
        .filter(({ call }) => !/callback|webhooks|views\.|response_url|users\/@me\/channels/.test(call))
        .filter(({ call, body }) => !isDirect(call, body, stage))
        .map(({ call, body }) => ({ call, text: JSON.stringify(body ?? null) }));
      const parties = [person("Mona").id, person("Nils").id];
      const ofParties = outside.filter(({ text }) => parties.some((id) => text.includes(id)));
      expect(ofParties.filter(({ call }) => !/^(conversations\.open|users\.info)$/.test(call))).toEqual([]);
      for (const { text } of outside)
        for (const word of [...Object.values(planted), "Mona", "Nils"]) expect(text).not.toContain(word);
    });
  });
});

/** Breaks a connection and waits until it has been made anew. */
async function breakConnection({ local }: Stage): Promise<void> {
  if (local.kind === "discord") {
    local.gateway.drop();
    await until(() => local.gateway.sockets() === 0);
    await until(() => local.gateway.sockets() === 1);
    return;
  }
  const opened = () => local.calls().filter(({ call }) => call === "apps.connections.open").length;
  const before = opened();
  local.sockets.drop(0);
  await until(() => opened() === before + 1 && local.sockets.count === 2);
}

/** Whether a call posts into somebody's direct messages. */
function isDirect(call: string, body: unknown, stage: Stage): boolean {
  if (stage.kind === "slack")
    return typeof body === "object" && body !== null && "channel" in body && String(body.channel).startsWith("D");
  return call === "POST /channels/:id/messages" && JSON.stringify(body ?? null).includes("mycase.list");
}
