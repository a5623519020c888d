import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { clearAll, enter } from "./decisions.ts";
import { kth } from "./people.ts";
import { platforms } from "./platforms.ts";
import { clear, planted, playToBoard, playToVote, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const REFER = "Refer: referral to the THS Study Environment Officer";

describe.each(platforms())("on %s", (platform) => {
  let stage: Stage;
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  beforeEach(async () => {
    stage = await openStage({ platform });
  });

  /** The president and the vice-president step aside. */
  async function stepAside(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(name).press("I have a conflict");
    }
    await stage.settle();
  }

  test("[K23][Q05][E-24] both of the presidency step aside during a vote: the case is referred, decided there and told", async () => {
    const codeName = await playToVote(stage);
    await vote(stage, { Dina: "In favour", Hanna: "Against", Ivan: "In favour" });
    await stepAside("Petra");
    expect(person("Dina").canPress(REFER)).toBe(false);
    await person("Viktor").command("vote refer", { code: codeName });
    expect(person("Viktor").note()).toContain(
      "A quorum is possible: 5 must be present, including one of the presidency. 7 may vote.",
    );
    await stepAside("Viktor");
    expect(person("Dina").reads()).toContain(
      "This vote can no longer be quorate: 5 must be present, including one of the presidency. 6 may still vote, none of them of the presidency.",
    );
    for (const label of ["In favour", "I am present", "Close the vote"])
      expect(person("Dina").canPress(label)).toBe(false);
    expect(person("Sara").canPress(REFER)).toBe(false);

    await person("Dina").command("vote close", { code: codeName });
    expect(person("Dina").note()).toContain("Even with everybody who may vote there would be no quorum");
    await person("Dina").press(REFER);
    expect(person("Dina").note()).toContain(`Refer case ${codeName}?`);
    expect(person("Dina").note()).toContain("The open vote ends as void, without a ballot being counted or shown");
    expect(person("Sara").reads()).not.toContain("The case was referred");
    await person("Dina").press(REFER);
    expect(person("Dina").note()).toContain("The case was referred. The officers are told.");
    await stage.settle();

    for (const name of ["Dina", "Hanna"]) {
      expect(person(name).reads()).toContain(
        "Uphold the complaint, with the sanction: warning: void, as no quorum was possible. No ballot was counted.",
      );
      expect(person(name).reads()).toContain(
        "The Board could not be quorate, so the case was referred: referral to the THS Study Environment Officer.",
      );
      expect(person(name).canPress("In favour")).toBe(false);
    }
    expect(person("Omar").reads()).toContain(`Case ${codeName} was referred`);
    await person("Omar").command("case timeline", { code: codeName });
    await person("Omar").press("Next");
    expect(person("Omar").note()).toContain("Referred, as no quorum was possible: referral to the THS");
    await person("Hanna").command("vote timeline", { code: codeName });
    expect(person("Hanna").note()).toContain("Vote closed, void, as no quorum was possible");
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toContain("with the THS Study Environment Officer");
    await person("Mona").press("Timeline");
    expect(person("Mona").note()).toContain("Now: with the THS Study Environment Officer");
    expect(person("Mona").note()).not.toMatch(/quorum|vote/i);

    await enter(stage, "Sara", "decided elsewhere", {
      "Rules found to be broken": ["Crossing personal boundaries"],
      Severity: "ordinary",
      Sanction: "warning",
      Reasons: planted.reasons,
    });
    await enter(stage, "Omar", "Send the notices");
    for (const party of ["Mona", "Nils"]) expect(person(party).reads()).toContain("Sanction: warning");
    expect(person("Dina").reads()).toContain("Decided: decided elsewhere.");
    expect([...stage.logged].join("\n")).not.toContain("Petra");
  });

  test("[V-03] those who stepped aside see nothing of it, and are answered as if there were no such case", async () => {
    const codeName = await playToVote(stage);
    await stepAside("Petra", "Viktor");
    const before = ["Petra", "Viktor", "Bea"].map((name) => person(name).reads());
    await person("Dina").press(REFER);
    await person("Dina").press(REFER);
    await stage.settle();
    expect(["Petra", "Viktor", "Bea"].map((name) => person(name).reads())).toEqual(before);
    for (const name of ["Petra", "Viktor", "Bea", "Owen"]) {
      for (const what of ["vote refer", "case refer", "vote timeline"]) {
        // oxlint-disable no-await-in-loop -- one after the other
        await person(name).command(what, { code: codeName });
        const hidden = person(name).note();
        await person(name).command(what, { code: "no-such-99" });
        expect(hidden).toBe(person(name).note());
        // oxlint-enable no-await-in-loop
      }
    }
  });

  test("[K23] before a motion is put the refusal has the way out, and why says it; the board is reminded no more", async () => {
    const codeName = await playToBoard(stage);
    await clear(stage, "Petra");
    await clearAll(stage, "Dina", "Hanna");
    await stepAside("Petra", "Viktor");
    await person("Dina").command("vote why", { code: codeName });
    expect(person("Dina").note()).toContain(REFER);
    await person("Dina").command("vote put", { code: codeName });
    expect(person("Dina").note()).toContain("Even with everybody who may vote there would be no quorum");
    expect(person("Dina").note()).toContain(
      "The way out that the rules give: referral to the THS Study Environment Officer.",
    );
    await person("Hanna").command("vote refer", { code: codeName });
    expect(person("Hanna").note()).not.toContain("The open vote");
    await person("Dina").press(REFER);
    await person("Dina").press(REFER);
    await stage.settle();
    await person("Hanna").press(REFER);
    expect(person("Hanna").note()).toContain("not possible at this stage");
    const told = person("Dina").reads();
    await stage.moveTo("2026-03-20T09:00");
    expect(person("Dina").reads()).toBe(told);
  });

  test("where nobody of the board has read the brief, the officers can refer the case", async () => {
    const codeName = await playToBoard(stage);
    await stepAside("Petra", "Viktor");
    expect(person("Sara").reads()).toContain(
      "The body that decides cannot be quorate, and nobody of it can refer the case. You can: referral to the THS Study Environment Officer.",
    );
    await person("Dina").press(REFER);
    expect(person("Dina").note()).toContain("First say whether you have a conflict of interest");
    await clear(stage, "Dina");
    await stage.settle();
    await person("Sara").command("case refer", { code: codeName });
    expect(person("Sara").note()).toContain("This is not for you to do in this case.");
    await stepAside("Dina");
    await person("Sara").press(REFER);
    await person("Sara").press(REFER);
    await stage.settle();
    expect(person("Sara").canPress("decided elsewhere")).toBe(true);
    expect(person("Hanna").reads()).toContain("The Board could not be quorate");
  });

  test("in Swedish too", async () => {
    const codeName = await playToVote(stage);
    await stepAside("Petra", "Viktor");
    await person("Gustav").command("vote show", { code: codeName });
    expect(person("Gustav").note()).toContain("Omröstningen kan inte längre bli beslutsför");
    await person("Gustav").command("vote refer", { code: codeName });
    expect(person("Gustav").note()).toContain("Svara först på frågan om jäv.");
  });
});

test("the memo names the way out for both of its votes", () => {
  expect(["sanction", "dismissal"].map((id) => kth.votes[id])).toMatchObject([
    { unreachable_quorum: "refer_seo" },
    { unreachable_quorum: "refer_seo" },
  ]);
});
