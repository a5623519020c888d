import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { kthText } from "../fakes/kth.ts";
import { platforms } from "./platforms.ts";
import { clear, playToBoard, playToVote, putMotion, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** The rulebook with a quorum of six, a warning of 400 days, and a day for both. */
const second = kthText
  .replaceAll("present: 5", "present: 6")
  .replace(
    "kind: dated\n    lasts: 365d\n    from: decision.made",
    "kind: dated\n    lasts: 400d\n    from: decision.made",
  )
  .replace("  in_force: 2023-12-05", "  in_force: 2026-03-01");

const two = (text: string) => text.replace("votes: [memo_revision]", "votes: [memo_revision, dismissal]");

describe.each(platforms())("a new version of the rulebook on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  /** Owen states that the chapter meeting passed it, in force from the day the new text gives. */
  async function adopt(): Promise<void> {
    await person("Owen").command("setup", { part: "rules" });
    await person("Owen").press("State as passed: Changing the memo");
    await person("Owen").fillIn({
      "Who passed it": "Chapter meeting",
      "Day of the decision": "2026-03-01",
      "Where that can be looked up": "Minutes of 1 March, item 7",
    });
    expect(person("Owen").note()).toContain("Version 2 is in force since Sunday, 1 March 2026");
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
    // The same person has the warning of the case before: the rules suggest more, and only advise.
    await person("Petra").press("Stay with it");
    await stage.settle();
    await vote(stage, five);
    await person("Petra").press("Close the vote");
    expect(person("Petra").note()).toContain("6 must be present, including one of the presidency. 5 are present");
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

  test("[A48] an administrator reads what would change, states who passed it, and finds it in the list of versions", async () => {
    await stage.restart(second);
    await person("Owen").command("setup", { part: "rules" });
    expect(person("Owen").note()).toContain("A new version waits");
    expect(person("Owen").note()).toContain("says 4 things otherwise than version 1");
    expect(person("Owen").note()).toContain("the vote “Changing the memo”: not stated yet");
    expect(person("Owen").note()).toContain(
      "Version 1: in force since Tuesday, 5 December 2023; there when Redress began",
    );
    await person("Owen").press("Read what changes");
    expect(person("Owen").note()).toContain("Memo 4.1: the quorum of the vote “sanction” was 5; it would be 6.");
    expect(person("Owen").note()).toContain(
      "Memo 6.2: how long the sanction “warning” lasts: so far 365 days; it would be 400 days.",
    );
    await person("Owen").press("The versions");
    await person("Owen").press("State as passed: Changing the memo");
    await person("Owen").fillIn({
      "Who passed it": "Chapter meeting of March",
      "Day of the decision": "2026-03-02",
      "Where that can be looked up": "Minutes, item 7",
      "In force from": "2026-04-01",
    });
    expect(person("Owen").reads()).toContain("Day of the decision: that day is still to come.");
    if (platform === "discord") await person("Owen").press("Change what you wrote");
    await person("Owen").fillIn({ "Day of the decision": "2026-02-28" });
    expect(person("Owen").note()).toContain("Version 2 comes into force on Wednesday, 1 April 2026.");
    await person("Owen").press("The versions");
    expect(person("Owen").note()).toContain(
      "Version 2: in force from Wednesday, 1 April 2026; passed by Chapter meeting of March on Saturday, 28 February 2026 (Minutes, item 7), as Owen Root stated on Sunday, 1 March 2026",
    );
    await stage.moveTo("2026-04-01T00:00");
    await stage.restart();
    await person("Owen").command("setup", { part: "rules" });
    expect(person("Owen").note()).not.toContain("waits");
    expect(person("Owen").note()).toContain("Version 2: in force since Wednesday, 1 April 2026");
    await person("Owen").choose("Read what a version changed", "Version 2, from Wednesday, 1 April 2026");
    expect(person("Owen").note()).toContain("the quorum of the vote “sanction” was 5; it became 6.");
  });

  test("[V-06] whoever administers nothing is shown no versions: not offered on Discord, refused on Slack", async () => {
    await stage.restart(second);
    for (const name of ["Petra", "Sara", "Mona"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await person(name)
        .command("setup", { part: "rules" })
        .then(() => person(name).note(), String);
      expect(refused).toContain(platform === "discord" ? "There is no command /setup here." : "Not possible");
      expect(person(name).reads()).not.toMatch(/Version 1|A new version waits/);
    }
  });

  test("[F005] where two votes are named, the version waits for both", async () => {
    await stage.close();
    stage = await openStage({ platform, rulebookText: two(kthText) });
    await stage.restart(two(second));
    await person("Owen").command("setup", { part: "rules" });
    await person("Owen").press("State as passed: Changing the memo");
    await person("Owen").fillIn({
      "Who passed it": "Trustees",
      "Day of the decision": "2026-02-20",
      "Where that can be looked up": "Minutes, item 2",
    });
    expect(person("Owen").note()).toContain("Still to be stated: the vote “dismissal”.");
    await person("Owen").press("The versions");
    expect(person("Owen").note()).toContain("the vote “Changing the memo”: passed by Trustees");
    await person("Owen").press("State as passed: dismissal");
    await person("Owen").fillIn({
      "Who passed it": "Student forum",
      "Day of the decision": "2026-02-27",
      "Where that can be looked up": "Minutes, item 9",
    });
    expect(person("Owen").note()).toContain("Version 2 is in force since Sunday, 1 March 2026");
  });
});
