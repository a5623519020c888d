import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { stateVote } from "../../src/application/acts/amendRules.ts";
import { shortHash } from "../../src/application/views/rulesView.ts";
import { chance } from "../../src/chance.ts";
import { rulebookText } from "./people.ts";
import { clear, playToBoard, playToVote, putMotion, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** The rulebook with a quorum of six, a warning of 400 days, and a day for both. */
const second = rulebookText
  .replaceAll("present: 5", "present: 6")
  .replace(
    "kind: dated\n    lasts: 365d\n    from: decision.made",
    "kind: dated\n    lasts: 400d\n    from: decision.made",
  )
  .replace("  in_force: 2023-12-05", "  in_force: 2026-03-01");

describe.each(["discord", "slack"] as const)("a new version of the rulebook on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform, store: platform === "discord" ? "embedded" : "server" });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  async function adopt(): Promise<void> {
    const { house } = stage.redress;
    const text = shortHash(house.versions.waiting()?.hash ?? "");
    const stated = { text, vote: "memo_revision", decidedBy: "Chapter meeting", decidedOn: "2026-03-01", minutes: "7" };
    const amended = await stateVote(house, chance.id(), { ...stated, inForce: "2026-03-01" });
    expect(amended.kind).toBe("adopted");
  }

  async function decide(): Promise<void> {
    await person("Petra").press("Close the vote");
    expect(person("Petra").note()).toContain("carried");
    await stage.settle();
    await person("Petra").press("Send the notices");
    await stage.settle();
  }

  const five = {
    Petra: "In favour",
    Dina: "In favour",
    Hanna: "In favour",
    Ivan: "Against",
    Julia: "In favour",
  } as const;

  test("[M16] the case of before closes its vote by five and its warning lapses after 365 days; the next case needs six and has 400", async () => {
    const before = await playToVote(stage);
    await vote(stage, five);
    await stage.restart(second);
    expect(stage.logged.join("\n")).toContain("a new version of the rulebook waits");
    await adopt();
    await decide();
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toContain("Memo as in force from Tuesday, 5 December 2023");
    await person("Mona").press("Timeline");
    expect(person("Mona").note()).toContain("This case goes by Memo as in force from Tuesday, 5 December 2023");
    expect(person("Nils").reads()).toContain("Monday, 1 March 2027");

    await stage.moveTo("2026-04-10T10:00");
    const after = await playToBoard(stage);
    expect(after).not.toBe(before);
    for (const name of ["Petra", "Viktor", "Dina", "Hanna", "Ivan", "Julia"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
      await clear(stage, name);
    }
    await putMotion(stage);
    await vote(stage, five);
    await person("Petra").press("Close the vote");
    expect(person("Petra").note()).toContain("5 of the 6 needed are present");
    await vote(stage, { Viktor: "In favour" });
    await decide();
    await person("Sara").command("case timeline", { code: after });
    expect(person("Sara").note()).not.toContain("as in force from");
    await person("Sara").command("case timeline", { code: before });
    expect(person("Sara").note()).toContain("This case goes by Memo as in force from");

    await stage.moveTo("2027-03-01T00:00");
    expect(person("Nils").reads()).toContain("Your warning lapsed on Monday, 1 March 2027.");
    await stage.moveTo("2027-05-14T23:59");
    expect(person("Nils").reads()).not.toContain("Your warning lapsed on Saturday, 15 May 2027.");
    await stage.moveTo("2027-05-15T00:00");
    expect(person("Nils").reads()).toContain("Your warning lapsed on Saturday, 15 May 2027.");
  });

  test("[M16] while a new version waits, reports still go by the one in force", async () => {
    await stage.restart(second);
    await playToVote(stage);
    await vote(stage, five);
    await decide();
    expect(person("Nils").reads()).toContain("Monday, 1 March 2027");
  });
});
