import { afterEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { acknowledge, assess, brief, clear, fileReport, hear, putMotion } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** Everything of a case that somebody can ask for, in the words in which they are answered. */
async function asked(name: string, code: string): Promise<readonly string[]> {
  const actor = stage.person(name);
  const answers: string[] = [];
  for (const words of [
    "case show",
    "vote show",
    "vote brief",
    "vote present",
    "vote put",
    "vote why",
    "vote timeline",
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await actor.command(words, { code });
    answers.push(actor.note().replaceAll(code, "CODE"));
  }
  return answers;
}

describe.each(platforms())("on %s", (platform) => {
  test("[K16][K44][V-03] before the board reads a brief, the officers, who know the names, say who of it is close to somebody: for these there is no such case", async () => {
    stage = await openStage({ platform });
    const { person } = stage;
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await assess(stage);
    await hear(stage);
    await person("Sara").press("Write the brief");
    await person("Sara").fillIn({ "What is needed to decide": "Person A says that Person B went on." });
    await stage.settle();

    // It cannot be passed over.
    await person("Omar").command("case approve", { code: codeName });
    expect(person("Omar").note()).toContain(
      "Nobody who knows the names has looked yet who of the Board has a conflict of interest.",
    );
    expect(person("Omar").note()).toContain("Sara Lind, Omar Haddad or Elin Berg can say who of the Board");
    await person("Omar").command("handover check", { code: codeName });
    const [field] = person("Omar").form()?.fields ?? [];
    expect(field?.options.map(({ label }) => label)).toContain("Karim Aziz");
    expect(field?.options).toHaveLength(9);
    await person("Omar").fillIn({ "Who has a conflict of interest?": ["Karim Aziz", "Viktor Holm"] });
    expect(person("Omar").note()).toContain("Whoever you chose learns nothing of the case.");
    await stage.settle();
    await person("Omar").press("Approve the brief");
    await stage.settle();

    for (const name of ["Karim", "Viktor"]) {
      expect(person(name).rooms()).toEqual([]);
      expect(person(name).reads()).not.toContain(codeName);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await asked(name, codeName)).toEqual(await asked(name, "no-such-99"));
      // oxlint-disable-next-line no-await-in-loop
      await person(name).command("vote list");
      expect(person(name).note()).not.toContain(codeName);
    }
    // The others decide without them, and are not told of it; the file says how many it was.
    for (const name of ["Petra", "Dina", "Hanna", "Ivan", "Julia"]) {
      expect(person(name).rooms()).toEqual([`board-${codeName}`]);
      // oxlint-disable-next-line no-await-in-loop
      await clear(stage, name);
    }
    await putMotion(stage);
    expect(person("Petra").reads()).not.toMatch(/kept out|Karim|Viktor/);
    await person("Omar").command("case timeline", { code: codeName });
    expect(person("Omar").note()).toContain("Looked for conflicts of interest: Board, 2 members kept out");
    // While the board votes nobody is taken out of it by others.
    await person("Sara").command("handover check", { code: codeName });
    expect(person("Sara").form()).toBeUndefined();
    expect(person("Sara").note()).toContain("vote");
  });

  test("[K16][V-03] a member of whom it is found out later is taken out of the room, and reads nothing more", async () => {
    stage = await openStage({ platform });
    const { person } = stage;
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await assess(stage);
    await hear(stage);
    await brief(stage);
    expect(person("Karim").rooms()).toEqual([`board-${codeName}`]);
    await clear(stage, "Karim");
    await person("Sara").command("handover check", { code: codeName });
    await person("Sara").fillIn({ "Who has a conflict of interest?": ["Karim Aziz"] });
    await stage.settle();
    expect(person("Karim").rooms()).toEqual([]);
    expect(await asked("Karim", codeName)).toEqual(await asked("Karim", "no-such-99"));
    expect(person("Dina").rooms()).toEqual([`board-${codeName}`]);
  });
});
