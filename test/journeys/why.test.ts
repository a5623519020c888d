import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import {
  acknowledge,
  assess,
  check,
  clear,
  fileReport,
  hear,
  playToBoard,
  playToVote,
  putMotion,
  vote,
} from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

describe.each(platforms())("on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  /** What somebody is answered who asks what is possible in a case. */
  async function asked(name: string, what: "case why" | "vote why", code: string): Promise<string> {
    await person(name).command(what, { code });
    return person(name).note();
  }

  test("[K40][K41] an officer asks why the first stage cannot be ended, and does what helps", async () => {
    const codeName = await fileReport(stage);
    await person("Sara").press("Why?");
    expect(person("Sara").note()).toContain(`What is possible now: ${codeName}`);
    const before = await asked("Sara", "case why", codeName);
    expect(before).toContain("The case is at: contact with the complainant (Memo 5.2).");
    expect(before).toContain("You can do this now");
    expect(before).toContain("Acknowledge the report (Memo 5.2)");
    expect(before).toContain(
      "In contact with the complainant: Still open: Acknowledge the report. (Memo 5.2) Do first: Acknowledge the report.",
    );
    expect(before).toContain(
      "decision of the board: Write the brief, Look for conflicts of interest, Approve the brief",
    );
    await person("Sara").press("Take the case");
    await person("Sara").press("Acknowledge the report");
    await person("Sara").fillIn({ "Your message": "Thank you, Mona." });
    await stage.settle();
    const then = await asked("Sara", "case why", codeName);
    expect(then).toContain("In contact with the complainant (Memo 5.2)");
    expect(then).toMatch(/Done already: .*Take the case/);
    expect(await asked("Omar", "case why", codeName)).toContain(
      "Take the case: Sara Lind leads this case already. Should Sara Lind step aside, somebody else can take the lead.",
    );
  });

  test("[K43] before a meeting it says from which day on the respondent can be met, and until when a call runs", async () => {
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await assess(stage);
    const before = await asked("Sara", "case why", codeName);
    expect(before).toContain("Respondent heard: The respondent has to be called to a meeting first. (Memo 5.2)");
    expect(before).toContain("Call the respondent to a meeting, on Friday, 6 March 2026 at the earliest.");
    expect(before).toContain("Call the respondent to 2 meetings, on Friday, 6 March 2026 at the earliest.");
    for (const day of ["2026-03-07", "2026-03-08"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person("Sara").press("Call to a meeting");
      // oxlint-disable-next-line no-await-in-loop
      await person("Sara").fillIn({ "Day of the meeting": day, "What the person is told": "Room 4." });
      // oxlint-disable-next-line no-await-in-loop
      await stage.settle();
    }
    expect(await asked("Sara", "case why", codeName)).toContain("It is possible from Monday, 9 March 2026 on.");
  });

  test("[K44] a form does not open for what cannot be done: nobody types for nothing", async () => {
    const codeName = await fileReport(stage);
    await person("Sara").command("case brief", { code: codeName });
    expect(person("Sara").form()).toBeUndefined();
    expect(person("Sara").note()).toContain("That is not possible at this stage (contact with the complainant).");
    expect(person("Sara").note()).toContain("It is possible at another stage: decision of the board.");
    await person("Sara").command("case summon", { code: codeName });
    expect(person("Sara").form()).toBeUndefined();
    expect(person("Sara").note()).toContain("It is possible at another stage: hearing the respondent.");
  });

  test("[K44] the writer of a brief is told which officers can approve it", async () => {
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await assess(stage);
    await hear(stage);
    await person("Sara").press("Write the brief");
    await person("Sara").fillIn({ "What is needed to decide": "Person A says that Person B went on." });
    await stage.settle();
    await check(stage);
    await person("Sara").press("Approve the brief");
    expect(person("Sara").note()).toContain("Another officer has to approve the brief you wrote.");
    expect(person("Sara").note()).toContain("The brief is approved by Omar Haddad or Elin Berg.");
    expect(await asked("Omar", "case why", codeName)).toContain("Approve the brief (Memo 5.2)");
  });

  test("[K14][K16][K24] a member of the board is told what is left to do, and who does the rest; of a vote nothing but who is missing", async () => {
    const codeName = await playToBoard(stage);
    const first = await asked("Dina", "vote why", codeName);
    expect(first).toContain("Say that nothing stands between you and the case (Memo 2.4)");
    expect(first).toContain("This is for: president and vice-president. (Memo 4.1)");
    expect(first).toContain("This can be done by the president or the vice-president.");
    await clear(stage, "Dina");
    expect(await asked("Dina", "vote why", codeName)).toContain("This can be done by Petra Nyman or Viktor Holm.");
    expect(await asked("Petra", "vote why", codeName)).toContain("First say whether you have a conflict of interest.");
    for (const name of ["Petra", "Hanna", "Ivan", "Julia"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
      await clear(stage, name);
    }
    await putMotion(stage);
    await vote(stage, { Petra: "In favour", Hanna: "In favour", Ivan: "Against" });
    await person("Petra").press("Why?");
    const told = person("Petra").note();
    expect(told).toContain(
      "Close the vote: There is no quorum: 5 must be present, including one of the presidency. 3 are",
    );
    expect(told).toContain("2 more of the Board must come.");
    expect(told).not.toMatch(/in favour|against|abstain|Dina|Hanna|Ivan|Julia/i);
  });

  test("[K22][K23] five came and the president stepped aside: four count, the vice-president would help, or the referral", async () => {
    await playToVote(stage);
    await vote(stage, {
      Petra: "In favour",
      Dina: "In favour",
      Hanna: "In favour",
      Ivan: "Against",
      Julia: "Against",
    });
    await person("Petra").press("I have a conflict");
    await stage.settle();
    await person("Viktor").press("Close the vote");
    const told = person("Viktor").note();
    expect(told).toContain(
      "There is no quorum: 5 must be present, including one of the presidency. 5 came and 1 of them stepped aside, so 4 count, none of them of the presidency.",
    );
    expect(told).toContain("Memo 4.1");
    expect(told).toContain("One more must come: Viktor Holm. Whoever comes presses “I am present”, or votes.");
    expect(told).toContain(
      "Should too few be left who may vote, the rules give a way out: referral to the THS Study Environment Officer.",
    );
    await person("Viktor").press("I am present");
    await person("Viktor").press("Close the vote");
    expect(person("Viktor").note()).toContain("lost");
  });

  test("in Swedish too", async () => {
    const codeName = await playToVote(stage);
    const told = await asked("Gustav", "vote why", codeName);
    expect(told).toContain(`Vad som går just nu: ${codeName}`);
    expect(told).toContain("Det här kan du göra nu");
    expect(told).toContain(
      "Svara först på frågan om jäv. (Memo 2.4) Tryck på ”Läs underlaget” och svara på frågan om jäv.",
    );
    expect(told).toContain("Det kan göras av ordförande eller vice ordförande.");
    expect(await asked("Elin", "case why", codeName)).toContain("Bara du ser det här.");
  });

  test("[V-02][V-03][V-06] whoever may not know of a case is answered as if there were none", async () => {
    const codeName = await playToVote(stage);
    const none = {
      officer: await asked("Lo", "case why", "no-such-99"),
      board: await asked("Lo", "vote why", "no-such-99"),
    };
    expect(none.officer).toContain("Inget här");
    expect(await asked("Lo", "case why", codeName)).toBe(none.officer);
    expect(await asked("Lo", "vote why", codeName)).toBe(none.board);
    for (const [name, what] of [
      ["Owen", "case why"],
      ["Owen", "vote why"],
      ["Bea", "vote why"],
      ["Bea", "case why"],
      ["Nils", "case why"],
      ["Mona", "vote why"],
      ["Sara", "vote why"],
      ["Dina", "case why"],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const hidden = await asked(name, what, codeName);
      expect(hidden).toContain("Nothing here");
      // oxlint-disable-next-line no-await-in-loop
      expect(hidden).toBe(await asked(name, what, "no-such-99"));
    }
  });

  test("who reports, and wants to handle the own case, is told whose task that is", async () => {
    const codeName = await fileReport(stage);
    await person("Mona").command("case take", { code: codeName });
    expect(person("Mona").note()).toContain("This is not for you to do in this case.");
    expect(person("Mona").note()).toContain("This can be done by the officers who handle the case.");
  });

  test("the last officer is told to whom outside one can turn", async () => {
    const codeName = await fileReport(stage);
    for (const name of ["Elin", "Omar", "Sara"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(name).command("case recuse", { code: codeName });
    }
    expect(person("Sara").note()).toContain("You are the last officer who handles this case");
    expect(person("Sara").note()).toContain(
      "Turn to somebody outside the organisation: THS Study Environment Officer.",
    );
  });
});
