import { afterEach, describe, expect, test } from "vitest";

import { expectKept } from "./confidential.ts";
import { enter, tick, words } from "./decisions.ts";
import { playToAnonymising } from "./everythingKept.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const civil = organisationOf("civil_connections");
const everywhere = platforms().map((platform) => ({ platform }));
const board = ["Jonas", "Amina", "Peder", "Lena", "Rasmus"] as const;
const boardNames = "Jonas Falk, Amina Diallo, Peder Brandt, Lena Kovac and Rasmus Toft";
const childTasks = [
  "Tell the respondent what the report says",
  "Hear the respondent",
  "Hear the witnesses",
  "Tell those who protect children, or note why not",
  "Consider whether authorities are told",
] as const;

/** Mona has written a concern about a leader, with a child affected, and reads who will get it. */
async function reachSending(): Promise<void> {
  const mona = stage.person("Mona");
  await mona.command("report");
  const pages = [
    {
      "What happened?": words.what,
      "How are you involved?": "I saw or heard it",
      "How do you know of it?": "Others told me",
      "Is it about somebody who reads reports?": "Samir Haddou",
    },
    {
      "Which rules?": ["Misuse of a position over those we serve"],
      "Is anybody under 18 affected?": "Yes, somebody under 18",
    },
    {
      "Where?": "PLANTED-WHERE the camp by the lake",
      "When?": "2026-02-20",
    },
    {
      "To whom did it happen?": "PLANTED-CHILD a child at the camp",
      "What power do they have?": "PLANTED-POWER he says who may stay at the camp",
    },
  ];
  for (const [index, page] of pages.entries()) {
    // oxlint-disable no-await-in-loop -- one page after the other, as people do
    if (index > 0 && stage.kind === "discord") await mona.press("Continue");
    await mona.fillIn(page);
    // oxlint-enable no-await-in-loop
  }
}

async function send(): Promise<string> {
  await stage.person("Mona").press("Send the report");
  await stage.settle();
  return codeNameIn(stage.person("Mona").note());
}

/** Everything that is kept for safety before the case goes on. */
async function accept(officer: string): Promise<void> {
  await enter(stage, officer, "Take the case");
  await enter(stage, officer, "Acknowledge the report", {});
  await tick(stage, officer, "Settle how everybody is kept safe", "Tell them where help is");
  await enter(stage, officer, "accepted, to be investigated");
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[C09][V-01][V-02][E-10] a concern about a leader, from the report to anonymising, passes by that leader; the author sends it to the executive board, which sees to the child first and decides", async () => {
    stage = await openStage({ platform, organisation: civil, isWatched: true });
    const { person } = stage;
    await reachSending();
    const mona = person("Mona");
    // Without a choice it goes to the other leaders, never to the one it is about.
    expect(mona.note()).toContain("These people will read your report, and nobody else: Freja Lindholm");
    expect(mona.note()).not.toContain("Samir Haddou");
    expect(mona.note()).toContain("these rules do not promise that your name is kept from them");
    expect(mona.note()).toContain("We may tell the police");
    await mona.choose("Send it to somebody else instead", boardNames);
    expect(mona.note()).toContain(`These people will read your report, and nobody else: ${boardNames} (Code 1.3).`);
    const codeName = await send();
    for (const member of board) expect(person(member).rooms()).toEqual([`case-${codeName}`]);
    for (const leader of ["Freja", "Samir", "Nanna"]) {
      expect(person(leader).rooms()).toEqual([]);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(leader).command("case show", { code: codeName });
      expect(person(leader).note()).toContain("There is nothing here for you under that name.");
    }

    // Nothing is left out for a child: the stage waits for each, and there is no informal way.
    await enter(stage, "Jonas", "Take the case");
    expect(person("Jonas").canPress("An informal way may be possible")).toBe(false);
    await person("Jonas").command("due");
    expect(person("Jonas").note()).toContain("Settle how everybody is kept safe: by Tuesday, 3 March 2026");
    await enter(stage, "Jonas", "Acknowledge the report", {});
    await tick(stage, "Jonas", "Settle how everybody is kept safe", "Tell them where help is");
    await enter(stage, "Jonas", "accepted, to be investigated");
    await tick(stage, "Amina", ...childTasks.slice(0, 3), "Consider whether authorities are told");
    expect(person("Jonas").canPress("investigation done")).toBe(false);
    await person("Jonas").command("case why", { code: codeName });
    expect(person("Jonas").note()).toContain("Still open: Tell those who protect children, or note why not.");
    await tick(stage, "Amina", "Tell those who protect children, or note why not");
    await enter(stage, "Jonas", "investigation done");

    await person("Jonas").press("upheld");
    await person("Jonas").press("Nothing stands in the way, and I keep it confidential");
    await person("Jonas").fillIn({
      "Rules found to be broken": ["Misuse of a position over those we serve"],
      Sanction: "dismissal",
      Reasons: words.reasons,
    });
    await stage.settle();
    expect(person("Samir").reads()).not.toContain(codeName);
    await enter(stage, "Jonas", "Send the notices");
    expect(person("Samir").reads()).toContain(`The complaint about you in case ${codeName} has been decided: upheld.`);
    for (const party of ["Mona", "Samir"]) {
      expect(person(party).reads()).toContain("Sanction: dismissal.");
      expect(person(party).reads()).not.toMatch(/appeal|Council of Safety|Memo|chapter/);
    }
    await mona.command("mycase");
    expect(mona.note()).toMatch(/Now:\W+closed/);

    // Nobody reads of the child but those who handle the case.
    for (const other of ["Freja", "Nanna", "Clara", "Yusuf", "Nils"])
      expect(person(other).reads()).not.toContain("PLANTED");
    expect(person("Samir").reads()).not.toMatch(/PLANTED-(WHAT|CHILD|WHERE|NOTE)/);
    for (const planted of ["PLANTED", "Mona", "Samir"]) expect(stage.logged.join("\n")).not.toContain(planted);

    // Records are kept for five years from the day on which the case was closed.
    await playToAnonymising(stage, codeName, "2031-03-02", [words.what, words.reasons, "PLANTED-CHILD", "Mona"]);
    await expectKept(stage, ["Mona"], {
      [words.what]: [],
      "PLANTED-WHERE": [],
      "PLANTED-CHILD": [],
      "PLANTED-POWER": [],
      [words.note]: [],
      [words.reasons]: [],
      "Mona Wik": [],
    });
  });

  test("[C09] what goes to the other leaders is handled by them alone; a leader who is not told sees the same as without it", async () => {
    stage = await openStage({ platform, organisation: civil });
    const { person } = stage;
    await person("Samir").command("case list");
    const none = person("Samir").note();
    await reachSending();
    const codeName = await send();
    expect(person("Freja").rooms()).toEqual([`case-${codeName}`]);
    await accept("Freja");
    await person("Samir").command("case list");
    expect(person("Samir").note()).toBe(none);
    await person("Samir").command("due");
    expect(person("Samir").note()).toContain("Nothing is due to you.");
    // Reminders go to those who handle it.
    await stage.moveTo("2026-03-17T12:00");
    expect(person("Freja").reads()).toContain("is due");
    expect(person("Samir").reads()).not.toContain(codeName);
    await person("Freja").press("I have a conflict");
    expect(person("Freja").note()).toContain("You are the last officer who handles this case");
  });
});
