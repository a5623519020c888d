import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { acknowledge, assess, fileReport, hear, planted, playToVote, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

describe.each(platforms())("the timeline of a case on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  /** A case from its report to the notices of its decision. */
  async function decide(): Promise<string> {
    const codeName = await playToVote(stage);
    const inFavour = { Petra: "In favour", Dina: "In favour", Hanna: "In favour" } as const;
    await vote(stage, { ...inFavour, Ivan: "Against", Julia: "In favour" });
    await person("Petra").press("Close the vote");
    await stage.settle();
    await person("Petra").press("Send the notices");
    await stage.settle();
    return codeName;
  }

  /** What somebody is answered who asks for the timeline of a case in every way there is. */
  async function answersTo(name: string, code: string): Promise<readonly string[]> {
    const answers: string[] = [];
    for (const words of ["case timeline", "vote timeline"]) {
      // oxlint-disable-next-line no-await-in-loop -- one command after the other
      await person(name).command(words, { code });
      answers.push(person(name).note().replaceAll(code, "CODE"));
    }
    return answers;
  }

  test("[V-04] an officer sees what happened, by whom and by which clause, and what comes next", async () => {
    const codeName = await fileReport(stage);
    await person("Sara").press("Take the case");
    await stage.settle();
    await person("Omar").command("case timeline", { code: codeName });
    const note = person("Omar").note();
    expect(note).toContain(`Case ${codeName}: Timeline`);
    expect(note).toContain("2026-03-01 10:00 Report received (Memo 5.1)");
    expect(note).toContain("2026-03-01 10:00 Case taken (Sara Lind)");
    expect(note).toContain("Acknowledge the report: by Tuesday, 3 March 2026 (Memo 5.2)");
    expect(note).not.toMatch(/PLANTED|Mona|Nils/);
    await person("Sara").press("Open the file");
    await person("Sara").press("Timeline");
    expect(person("Sara").note()).toBe(note);
  });

  test("an officer goes from the file to its timeline and back, and turns the pages of a long one", async () => {
    const codeName = await decide();
    await person("Sara").command("case timeline", { code: codeName });
    expect(person("Sara").note()).toContain("Report received");
    expect(person("Sara").note()).toContain("Motion put (Petra Nyman; Memo 4.1)");
    expect(person("Sara").note()).not.toMatch(/What comes next|Uphold/);
    await person("Sara").press("Next");
    expect(person("Sara").note()).toContain("Decided: upheld, warning (Petra Nyman; Memo 4.1)");
    expect(person("Sara").note()).toContain("The warning lapses on Monday, 1 March 2027 (Memo 6.2)");
    expect(person("Sara").note()).not.toMatch(/Report received|carried|in favour/);
    await person("Sara").press("Previous");
    expect(person("Sara").note()).toContain("Report received");
    await person("Sara").press("The report");
    expect(person("Sara").note()).toContain(planted.what);
  });

  test("[V-02] the respondent, another member and strangers to the case are answered as if there were none", async () => {
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await assess(stage);
    for (const name of ["Nils", "Lo", "Petra", "Ulf", "Mona"])
      // oxlint-disable-next-line no-await-in-loop
      expect(await answersTo(name, codeName)).toEqual(await answersTo(name, "no-such-99"));
  });

  test("[V-03] whoever stepped aside, of the board or of the officers, is answered as if there were no case", async () => {
    const codeName = await playToVote(stage);
    await person("Elin").command("case recuse", { code: codeName });
    await stage.settle();
    for (const name of ["Bea", "Elin"])
      // oxlint-disable-next-line no-await-in-loop
      expect(await answersTo(name, codeName)).toEqual(await answersTo(name, "no-such-99"));
  });

  test("[V-05] the board sees the case from the brief on, without a name; the officers' timeline is closed to it", async () => {
    const codeName = await playToVote(stage);
    await person("Petra").command("case timeline", { code: codeName });
    expect(person("Petra").note()).toContain("Nothing here");
    await person("Dina").command("vote timeline", { code: codeName });
    const note = person("Dina").note();
    expect(note).toContain("An approved brief is before the Board (Memo 4.1)");
    expect(note).toContain("A member stepped aside (Memo 2.4)");
    expect(note).toContain("Motion put: Uphold the complaint, with the sanction: warning (Memo 4.1)");
    expect(note).toContain("decision of the board: by Sunday, 15 March 2026 (Memo 4.1)");
    expect(note).not.toMatch(/PLANTED|Mona|Nils|Sara|Omar|Bea|Petra|Report received/);
  });

  test("[V-04][E-28] nobody's timeline shows that or when somebody has voted, or has just made ready to", async () => {
    const codeName = await playToVote(stage);
    const look = async () => {
      const seen: string[] = [];
      for (const [name, words] of Object.entries({ Omar: "case timeline", Dina: "vote timeline", Mona: "mycase" })) {
        // oxlint-disable-next-line no-await-in-loop -- one command after the other
        await person(name).command(words, words === "mycase" ? {} : { code: codeName });
        // oxlint-disable-next-line no-await-in-loop
        if (words === "mycase") await person(name).press("Timeline");
        seen.push(person(name).note());
      }
      return seen;
    };
    const before = await look();
    await stage.moveTo("2026-03-02T11:11");
    await person("Gustav").press("Read the brief");
    await person("Gustav").press("Inget hindrar mig, och jag håller det hemligt");
    await person("Gustav").press("In favour");
    await vote(stage, { Petra: "In favour", Hanna: "Against", Ivan: "Abstain" });
    expect(await look()).toEqual(before);
  });

  test("[V-01][V-02] each party sees the own steps and days from the first word on, nothing of who voted and nothing of the other", async () => {
    const codeName = await decide();
    const timelineOf = async (name: string) => {
      await person(name).command("mycase");
      await person(name).press("Timeline");
      expect(person(name).note()).toContain(`Case ${codeName}: Timeline`);
      expect(person(name).note()).not.toMatch(/PLANTED|Omar|Petra|Dina|Bea|Motion|Vote|brief/);
      return person(name).note();
    };
    const monas = await timelineOf("Mona");
    expect(monas).toContain("Report received");
    expect(monas).toContain("Case taken (Sara Lind)");
    expect(monas).toContain("Delivered to you: Decision (Memo 6.2)");
    expect(monas).toContain("Time to appeal for the complainant: until Tuesday, 31 March 2026 (Memo 5.4)");
    expect(monas).not.toMatch(/Summons|lapses|Nils|the respondent/);
    const nils = await timelineOf("Nils");
    expect(nils).toContain("Sent to you: Summons (Memo 5.2)");
    expect(nils).toContain("The warning lapses on Monday, 1 March 2027 (Memo 6.2)");
    expect(nils).not.toMatch(/Report received|Case taken|Acknowledgement|Mona|the complainant/);
  });

  test("in Swedish too", async () => {
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await assess(stage);
    await hear(stage);
    await person("Elin").command("case timeline", { code: codeName });
    expect(person("Elin").note()).toContain("Anmälan inkommen (Memo 5.1)");
    expect(person("Elin").note()).toContain("Besked skickat till den anmälda: Kallelse (Sara Lind; Memo 5.2)");
    expect(person("Elin").note()).toContain("styrelsens beslut: senast söndag 15 mars 2026 (Memo 4.1)");
  });
});
