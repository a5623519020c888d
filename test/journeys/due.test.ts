import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { acknowledge, assess, fileReport, planted, playToVote, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

describe.each(platforms())("what is due on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  /** What somebody is shown who asks what is due. */
  async function dueTo(name: string): Promise<string> {
    await person(name).command("due");
    return person(name).note();
  }

  test("nothing is due to a member who has nothing to do with any case", async () => {
    await fileReport(stage);
    expect(await dueTo("Ulf")).toContain("Nothing is due to you.");
    expect(await dueTo("Lo")).toContain("Inget väntar på dig.");
  });

  test("[K40] the task of a new case is due to the officers, and to the one who took it", async () => {
    const codeName = await fileReport(stage);
    expect(await dueTo("Sara")).toContain(
      `${codeName}: Acknowledge the report: by Tuesday, 3 March 2026 — for the officers (Memo 5.2)`,
    );
    await person("Sara").press("Take the case");
    await stage.settle();
    expect(await dueTo("Sara")).toContain("by Tuesday, 3 March 2026 — for you");
    expect(await dueTo("Omar")).toContain("by Tuesday, 3 March 2026 — for the officers");
  });

  test("[K40] what is late comes first and says since when", async () => {
    await fileReport(stage);
    await stage.moveTo("2026-03-04T12:00");
    const due = await dueTo("Sara");
    expect(due).toContain("Late");
    expect(due).toContain("Acknowledge the report: late, it was due on Tuesday, 3 March 2026");
  });

  test("[E-31] a case in which nothing has a day is there all the same, with its stage and since when", async () => {
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await assess(stage);
    expect(await dueTo("Sara")).toMatch(new RegExp(`Without a day[^]*${codeName}: .*since Sunday, 1 March 2026`));
  });

  test("[K13] the decision is due to the board, and a missing ballot to the member, who learns nobody's name", async () => {
    const codeName = await playToVote(stage);
    const before = await dueTo("Hanna");
    expect(before).toContain(`${codeName}: Your ballot is missing — for you (Memo 4.1)`);
    expect(before).toContain("decision of the board: by Sunday, 15 March 2026 — for the deciding body (Memo 4.1)");
    expect(before).not.toMatch(/PLANTED|Mona|Nils|Sara|Bea/);
    await person("Sara").command("due");
    expect(person("Sara").note()).toContain("by Sunday, 15 March 2026 — for the deciding body");
    await vote(stage, { Hanna: "In favour" });
    expect(await dueTo("Hanna")).not.toContain("Your ballot is missing");
    expect(await dueTo("Ivan")).toContain("Your ballot is missing");
  });

  test("[V-02][V-03] the respondent, whoever stepped aside and strangers see the same as if there were no case", async () => {
    const names = ["Bea", "Ulf", "Lo"];
    const before: string[] = [];
    // oxlint-disable-next-line no-await-in-loop -- one person after the other
    for (const name of names) before.push(await dueTo(name));
    await playToVote(stage);
    // oxlint-disable-next-line no-await-in-loop -- one person after the other
    for (const [i, name] of names.entries()) expect(await dueTo(name)).toBe(before[i]);
    expect(await dueTo("Nils")).not.toContain(planted.what);
  });
});
