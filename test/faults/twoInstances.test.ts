import { afterEach, describe, expect, test } from "vitest";

import { foldCase } from "../../src/domain/case/foldCase.ts";
import { clear, fileReport, playToBoard, putMotion, vote } from "../journeys/plays.ts";
import { openStage } from "../journeys/stage.ts";
import type { Stage } from "../journeys/stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** Two instances, both of which get every delivery: on Discord always, on Slack when each is sent twice, to one socket and the next. */
async function openTwo(platform: "discord" | "slack"): Promise<void> {
  stage = await openStage({ platform, store: "server", instances: 2 });
  if (stage.local.kind === "slack") stage.local.deliveries.double(Infinity);
}

const everyone = ["Mona", "Nils", "Sara", "Omar", "Elin", "Petra", "Viktor", "Bea", "Dina", "Hanna", "Ivan", "Julia"];

/** What the bot has said more than once to the same people in the same place, apart from private answers. */
function saidTwice(): readonly string[] {
  return everyone.flatMap((name) => {
    const said = stage
      .person(name)
      .messages()
      .filter((message) => message.author.isBot && !message.ephemeral)
      .map(({ place, text }) => `${name} in ${place}: ${text}`);
    return said.filter((each, i) => said.indexOf(each) !== i);
  });
}

function roomsMade(): number {
  const calls = ["POST /channels/:id/threads", "conversations.create"];
  return stage.local.calls().filter(({ call, status }) => calls.includes(call) && status < 300).length;
}

describe.each(["discord", "slack"] as const)("two instances on one database, on %s", (platform) => {
  test("[E-04] every delivery reaches both: one case, one ballot each, one room, one message, one answer", async () => {
    await openTwo(platform);
    const { person } = stage;
    const codeName = await playToBoard(stage);
    expect(person("Mona").reads()).toContain("Thank you, Mona. I am here.");
    for (const name of ["Petra", "Viktor", "Dina", "Hanna", "Ivan", "Julia"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
      await clear(stage, name);
    }
    await putMotion(stage);
    expect(person("Petra").note()).toContain("The motion is put.");
    await vote(stage, { Petra: "In favour", Dina: "In favour", Hanna: "Against", Ivan: "Against" });
    await vote(stage, { Julia: "In favour", Hanna: "In favour" });
    const thanks = person("Julia")
      .messages()
      .filter((message) => message.text.includes("Your vote is counted"));
    expect(thanks).toHaveLength(1);
    await person("Petra").press("Close the vote");
    expect(person("Petra").note()).toContain("carried");
    await stage.settle();
    await person("Petra").press("Send the notices");
    await stage.settle();

    const cases = await stage.store.openCases();
    const file = await stage.store.caseByCodeName(codeName);
    expect(cases.filter((each) => each.codeName !== codeName)).toEqual([]);
    const votes = file === undefined ? [] : foldCase(file).votes;
    expect(votes).toHaveLength(1);
    const stored = await stage.store.vote(votes[0]?.vote ?? "");
    const counted = stored?.voters.filter(({ choice }) => choice !== undefined).map(({ choice }) => choice);
    expect(counted?.toSorted()).toEqual(["against", "in-favour", "in-favour", "in-favour", "in-favour"]);
    expect(roomsMade()).toBe(2);
    expect(saidTwice()).toEqual([]);
    expect(person("Mona").failures()).toEqual([]);
  });

  test("[E-04][E-23] what falls due is done by one of them, and said once", async () => {
    await openTwo(platform);
    const { person } = stage;
    await fileReport(stage);
    for (const moment of ["2026-03-02T09:00", "2026-03-03T09:00", "2026-03-04T09:00", "2026-03-09T09:00"]) {
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      await stage.moveTo(moment);
    }
    expect(person("Sara").reads()).toContain("is due");
    expect(saidTwice()).toEqual([]);
    expect(roomsMade()).toBe(1);
  });

  test("[E-04][E-23][E-32] what is late in two cases climbs the ladder once: each is told of each case once on a day", async () => {
    await openTwo(platform);
    const { person } = stage;
    const cases = [await fileReport(stage), await fileReport(stage)];
    for (const moment of ["2026-03-20T09:00", "2026-03-22T09:00", "2026-03-26T09:00", "2026-04-02T09:00"]) {
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      await stage.moveTo(moment);
    }
    expect(saidTwice()).toEqual([]);
    for (const codeName of cases) {
      const lines = person("Petra")
        .messages()
        .flatMap(({ text }) => text.split("\n"))
        .filter((line) => line.includes(`Something in case ${codeName} is late`));
      expect(lines).toHaveLength(1);
      // oxlint-disable-next-line no-await-in-loop
      const stored = await stage.store.caseByCodeName(codeName);
      const told = stored === undefined ? [] : foldCase(stored).notices;
      const escalated = told.filter(({ subject }) => subject.kind === "escalation");
      expect(escalated.map(({ delivered }) => delivered?.how)).toEqual(escalated.map(() => "direct"));
      expect(escalated.map(({ subject }) => (subject.kind === "escalation" ? subject.rung : -1))).toEqual([
        0, 0, 0, 1, 1, 2,
      ]);
    }
  });
});
