import { afterEach, describe, expect, test } from "vitest";

import type { Actor } from "../../src/sandbox/actor.ts";
import { kthText } from "../fakes/kth.ts";
import { platforms } from "./platforms.ts";
import { fileReport, reachSending } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { PlatformKind, Stage, StageOptions } from "./stage.ts";

const QUESTIONS = 48;
const YES = "Yes, that is our rule";
const question = "What is a qualified majority of the board";

let stage: Stage;

async function open(platform: PlatformKind, more: Partial<StageOptions> = {}): Promise<Stage> {
  stage = await openStage({ platform, mustBeConfirmed: () => true, ...more });
  return stage;
}
afterEach(() => stage.close());

/** What somebody was told last, without the marks that keep Discord from reading it as markup. */
const told = (person: Actor) => person.note().replaceAll("\\", "");

/** The owner of the server or workspace goes through the questions, as far as this one. */
async function confirm(owen: Actor, count: number): Promise<void> {
  await owen.command("setup");
  await owen.press("Go through the open questions");
  for (let left = count; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
    await owen.press(YES);
  }
}

describe.each(platforms())("on %s", (platform) => {
  test("before the organisation has confirmed its rules nothing is asked of a member who wants to report, and whom to ask is told", async () => {
    await open(platform);
    const mona = stage.person("Mona");
    await mona.command("report");
    expect(mona.form()?.fields ?? []).toEqual([]);
    const note = mona.note();
    for (const words of ["has not confirmed all of its rules", "Nothing was filed", "Sara Lind", "/setup"])
      expect(note).toContain(words);
    for (const command of ["mycase", "case list", "vote list", "redress"]) {
      // oxlint-disable-next-line no-await-in-loop
      await mona.command(command);
      expect(mona.note()).toContain("has not confirmed all of its rules");
    }
    expect(mona.reads()).not.toContain(question);
    expect(stage.logged.join("\n")).toContain(`"open":${QUESTIONS},"of":${QUESTIONS}`);
    expect(await stage.store.openCases()).toEqual([]);
  });

  test("once the last question is answered members are served at once, and everything stands in the list with who confirmed it", async () => {
    await open(platform);
    const owen = stage.person("Owen");
    await owen.command("setup");
    expect(told(owen)).toContain(`${QUESTIONS} of them wait`);
    expect(told(owen)).toContain(`1. ${question}`);
    await owen.press("Next");
    expect(told(owen)).toContain("11. ");
    await owen.press("Go through the open questions");
    for (const words of [`Question 1 of ${QUESTIONS}`, question, "Memo 4.1", "two thirds of the votes cast", "line 3"])
      expect(told(owen)).toContain(words);
    expect(told(owen)).not.toMatch(/[{}]/);
    for (let left = QUESTIONS - 1; left > 0; left -= 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
      await owen.press(YES);
    }
    expect(told(owen)).toContain("One question is open");
    const mona = stage.person("Mona");
    await mona.command("report");
    expect(mona.note()).toContain("has not confirmed all of its rules");
    await owen.press(YES);
    expect(told(owen)).toContain("Redress is open");
    await fileReport(stage);
    await owen.press("All questions");
    expect(told(owen)).toContain("confirmed by Owen Root on Sunday, 1 March 2026");
    const answers = await stage.store.answers();
    expect(answers.map(({ answer }) => answer)).toEqual(Array(QUESTIONS).fill("confirmed"));
    expect(answers[0]).toMatchObject({ key: "votes.sanction.majority" });
    expect(answers[0]?.value).toContain('"fraction":"2/3"');
  });

  test("a rule that is another one is not confirmed: it is told what to change, and the changed value is asked about anew", async () => {
    await open(platform);
    const owen = stage.person("Owen");
    await confirm(owen, 1);
    await owen.command("setup");
    await owen.press("Go through the open questions");
    await owen.press("No, it is different");
    expect(told(owen)).toMatch(/change votes\.memo_revision\.majority\. It stands at line \d+/);
    await owen.press("Go through the open questions");
    expect(told(owen)).toContain(`Question 3 of ${QUESTIONS}`);
    await owen.press("All questions");
    expect(told(owen)).toContain("Owen Root said on Sunday, 1 March 2026 that it is different");
    expect((await stage.store.answers()).map(({ answer }) => answer)).toEqual(["confirmed", "differs"]);

    await stage.restart(kthText.replace("fraction: 2/3", "fraction: 3/4"));
    await owen.command("setup");
    expect(told(owen)).toContain(`${QUESTIONS} of them wait`);
    await owen.press("Go through the open questions");
    expect(told(owen)).toContain("three quarters of the votes cast");
  });

  test("of two who answer the same question the first counts, and the second is told; an old button confirms no new value", async () => {
    await open(platform);
    const owen = stage.person("Owen");
    const ask = async () => {
      await owen.command("setup");
      await owen.press("Go through the open questions");
      return owen.handle(YES);
    };
    const [first, second, old] = [await ask(), await ask(), await ask()];
    await owen.pressHandle(first);
    await owen.pressHandle(second);
    expect(owen.reads()).toContain("Owen Root had confirmed this before");
    await stage.restart(kthText.replace("fraction: 2/3", "fraction: 3/4"));
    await owen.pressHandle(old);
    expect(owen.reads()).toContain("The rulebook has changed since this was shown");
    expect(await stage.store.answers()).toHaveLength(1);
  });

  test("cases that are there already go on, and a report that is written is kept until it can be sent", async () => {
    let mustBeConfirmed = false;
    await open(platform, { mustBeConfirmed: () => mustBeConfirmed });
    await fileReport(stage);
    await reachSending(stage);
    mustBeConfirmed = true;
    await stage.restart();
    await stage.settle();
    const [mona, sara] = [stage.person("Mona"), stage.person("Sara")];
    await mona.press("Send the report");
    expect(mona.note()).toContain("What you wrote is kept");
    await sara.press("Take the case");
    await stage.settle();
    expect(sara.reads()).toContain("Sara Lind");
    await mona.command("mycase");
    expect(mona.note()).not.toContain("has not confirmed all of its rules");
    await mona.command("report");
    expect(mona.note()).toContain("Nothing was filed");
    expect(await stage.store.openCases()).toHaveLength(1);
    await stage.moveTo("2026-03-04T09:00");
    expect(sara.reads()).toContain("Acknowledge");
  });
});

test("[M16] an organisation that is open stays open when its rulebook changes: the change waits until what is new in it is confirmed", async () => {
  await open("discord");
  const owen = stage.person("Owen");
  await confirm(owen, QUESTIONS);
  await fileReport(stage);
  await stage.restart(kthText.replace("fraction: 2/3", "fraction: 3/4"));
  await fileReport(stage);
  const state = async (answers: Readonly<Record<string, string>>) => {
    await owen.command("setup", { part: "rules" });
    await owen.press("State as passed: Changing the memo");
    await owen.fillIn(answers);
  };
  await state({
    "Who passed it": "Chapter meeting",
    "Day of the decision": "2026-03-01",
    "Where that can be looked up": "Minutes, item 7",
    "In force from": "2026-03-01",
  });
  expect(told(owen)).toContain("The new text leaves 1 question open");
  await owen.press("Go through the open questions");
  expect(told(owen)).toContain("three quarters of the votes cast");
  await owen.press(YES);
  expect(told(owen)).toContain("Nothing stands in the way of adopting the changed rulebook any more");
  await state({});
  expect(told(owen)).toContain("Version 2 is in force since Sunday, 1 March 2026");
  await stage.restart();
  await fileReport(stage);
  expect(await stage.store.openCases()).toHaveLength(3);
});

/** What the owner is told of who can read the rooms. */
async function readers(): Promise<string> {
  const owen = stage.person("Owen");
  await owen.command("setup");
  await owen.press("Who can read the rooms");
  return told(owen);
}

describe("[V-07] an administrator sees who can read the rooms without having been let in", () => {
  const MANAGE_THREADS = 1n << 34n;

  test("on discord the owner, roles, and whomever the channel of the rooms lets", async () => {
    await open("discord");
    const { local } = stage;
    if (local.kind !== "discord") throw new Error("This is played on Discord.");
    expect(await readers()).toContain("Owen Root, who owns the server");
    expect(await readers()).not.toMatch(/Sara|the role/);
    const rooms = local
      .person(stage.person("Owen").id)
      .places()
      .find(({ name }) => name.includes("redress-rooms"));
    const lo = stage.person("Lo").id;
    local.byHand.setOverwrites(rooms?.id ?? "", [{ id: lo, type: "member", allow: MANAGE_THREADS }]);
    expect(await readers()).toContain("Lo Ström, whom the channel of the rooms lets manage threads");
    local.byHand.setEveryonePermissions((1n << 10n) | MANAGE_THREADS);
    expect(await readers()).toMatch(/everybody with the role @.?everyone/);
  });

  test("on slack the owners of the workspace, where its plan lets them export conversations", async () => {
    await open("slack");
    expect(await readers()).toContain("Owen Root, who owns the workspace");
    expect(await readers()).not.toMatch(/Sara|Lo Ström/);
  });
});

test("on slack whoever does not administer the workspace is refused, and sees nothing of the list", async () => {
  await open("slack");
  const sara = stage.person("Sara");
  for (const words of ["setup", "redress setup"]) {
    // oxlint-disable-next-line no-await-in-loop
    await sara.command(words);
    expect(sara.note()).toContain("Only admins and owners of this workspace");
  }
  expect(sara.reads()).not.toContain(question);
  expect(sara.reads()).not.toContain(String(QUESTIONS));
});

test("on discord /setup is not offered to whoever does not manage the server", async () => {
  await open("discord");
  await expect(stage.person("Sara").command("setup")).rejects.toThrow("There is no command /setup here");
});

test("where things are tried out members are served at once, and /setup can be tried", async () => {
  await open("discord", { mustBeConfirmed: () => false });
  await fileReport(stage);
  const owen = stage.person("Owen");
  await owen.command("setup");
  expect(told(owen)).toContain("members are served all the same");
  await confirm(owen, QUESTIONS);
  expect(told(owen)).toContain("Everything is confirmed");
});
