import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { fileReport, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { expectNoTrace } from "./withoutName.ts";

const TYPED = "PLANTED-TYPED in the night, and not a second time";

describe.each(platforms())("on %s", (platform) => {
  const isDiscord = platform === "discord";
  let stage: Stage;
  const person = (name: string) => stage.person(name);
  beforeAll(async () => {
    stage = await openStage({ platform });
  });
  afterAll(() => stage.close());

  /** What somebody has before them after a form of theirs was not stored: the words of the answer, and what they typed. */
  function returned(name: string): string {
    const form = person(name).form();
    return isDiscord
      ? person(name).note()
      : [...Object.values(form?.errors ?? {}), ...(form?.fields ?? []).flatMap(({ value }) => value)].join("\n");
  }

  /** On Discord a button sends it once more; on Slack its window still stands open. */
  const again = (name: string) => (isDiscord ? person(name).press("Try again") : person(name).fillIn({}));

  const elsewhere = (name: string) =>
    [...stage.everybody.filter((each) => each !== person(name)).map((each) => each.reads()), ...stage.logged].join(
      "\n",
    );

  test.each([
    ["anonymous report", "Send it without my name"],
    ["report", "Send the report"],
  ])(
    "[E-01][E-07] while the database is away a page of /%s goes back to whoever sent it, and to nobody else; once it is there one press sends the same",
    async (words, send) => {
      const mona = person("Mona");
      const marked = `PLANTED-${send.replaceAll(" ", "-")}`;
      const typed = `${marked} in the night`;
      await mona.command(words);
      stage.breakStore(1, true);
      await mona.fillIn({
        "What happened?": typed,
        "How are you involved?": "It happened to me",
        "Who is it about?": [person("Nils").id],
      });
      expect(returned("Mona")).toMatch(/not stored|nothing was stored/);
      expect(returned("Mona")).toContain(typed);
      expect(returned("Mona")).toMatch(isDiscord ? /What happened\?[^]*It happened to me[^]*Nils/ : person("Nils").id);
      await again("Mona");
      expect(returned("Mona")).toContain(typed);
      expect(elsewhere("Mona")).not.toContain(marked);
      stage.breakStore();
      if (words !== "report") await expectNoTrace(stage, "Mona", []);
      await again("Mona");
      await mona.fillIn({ "When and where?": planted.where, "Which rules?": ["Crossing personal boundaries"] });
      await mona.press(send);
      await stage.settle();
      await person("Omar").press(words === "report" ? "Open the file" : "Read it");
      expect(person("Omar").note()).toContain(typed);
      expect(stage.logged.join("\n")).not.toContain(marked);
    },
  );

  test("[E-01] whatever call of the database fails while an officer's note is sent, it is stored once, or goes back to be sent again", async () => {
    const codeName = await fileReport(stage);
    const omar = person("Omar");
    let notes = 0;
    let hasStruck = true;
    for (let nth = 1; hasStruck; nth += 1) {
      // oxlint-disable no-await-in-loop -- one failure after the other
      await omar.command("case note", { code: codeName });
      stage.breakStore(nth);
      await omar.fillIn({ Note: TYPED });
      hasStruck = stage.breakStore();
      const isBack = returned("Omar").includes("stored");
      expect(!isBack || returned("Omar").includes(TYPED), `after call ${nth}`).toBe(true);
      if (isBack) await again("Omar");
      await stage.settle();
      notes += 1;
      const stored = await stage.store.caseByCodeName(codeName);
      expect(stored?.entries.filter(({ entry }) => entry.kind === "noted")).toHaveLength(notes);
      omar.closeWindow();
      // oxlint-enable no-await-in-loop
    }
    expect(notes).toBeGreaterThan(3);
  });

  const much = `PLANTED-LONG ${"and it went on ".repeat(190)}`.trim();

  test("[E-07] much that was typed goes back whole: on Slack in its window, on Discord as a file that is sent once more once", async () => {
    await sendMuch();
    await (isDiscord ? readAsFile() : readInWindow());
    expect(elsewhere("Mona")).not.toContain("PLANTED-LONG");
    stage.breakStore();
  });

  async function readInWindow(): Promise<void> {
    expect(returned("Mona")).toContain(much);
  }

  async function readAsFile(): Promise<void> {
    const note = person("Mona")
      .messages()
      .findLast(({ ephemeral }) => ephemeral);
    expect(JSON.stringify(note?.raw)).toContain("what-you-wrote.txt");
    const first = person("Mona").handle("Try again");
    await person("Mona").pressHandle(first);
    await person("Mona").pressHandle(first);
    expect(person("Mona").note()).toContain("no longer kept here");
  }

  async function sendMuch(): Promise<void> {
    await person("Mona").command("report");
    stage.breakStore(1, true);
    await person("Mona").fillIn({ "What happened?": much, "How are you involved?": "It happened to me" });
  }
});
