import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { acknowledge, fileReport, playToVote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const ELSE = "Somebody else for support";

describe.each(platforms())("on %s", (platform) => {
  let stage: Stage;
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  beforeEach(async () => {
    stage = await openStage({ platform });
  });

  test("[K08][K39] an officer supports, the complainant sees who and chooses another; both are told, nobody asks why", async () => {
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await person("Omar").press("I support");
    await stage.settle();
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toMatch(/Your support contact:\W*Omar Haddad/);
    await person("Mona").press(ELSE);
    expect(person("Mona").note()).toContain("nobody asks you why");
    expect(person("Mona").canPress("Sara Lind")).toBe(true);
    await person("Mona").press("Sara Lind");
    expect(person("Mona").note()).toContain("That is your support contact from now on.");
    await stage.settle();
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toMatch(/Your support contact:\W*Sara Lind/);
    expect(person("Sara").reads()).toContain(`Whoever reported case ${codeName} has chosen you`);
    expect(person("Omar").reads()).toContain(`Whoever reported case ${codeName} has chosen another support contact.`);
    await person("Sara").command("case show", { code: codeName });
    expect(person("Sara").note()).toMatch(/Support contact:\W*Sara Lind/);
    for (const name of ["Nils", "Dina", "Petra"]) expect(person(name).reads()).not.toMatch(/support contact/i);
    expect([...stage.logged].join("\n")).not.toMatch(/PLANTED|Mona/);
  });

  test("[K39] an officer who stepped aside is not offered, and is nobody's support any more", async () => {
    const codeName = await fileReport(stage);
    await person("Omar").press("I support");
    await person("Omar").command("case recuse", { code: codeName });
    await stage.settle();
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toMatch(/Your support contact:\W*not yet chosen/);
    await person("Mona").press(ELSE);
    expect(person("Mona").canPress("Sara Lind")).toBe(true);
    expect(person("Mona").canPress("Omar Haddad")).toBe(false);
  });

  test("[K08] nobody else is told who it is", async () => {
    const codeName = await playToVote(stage);
    await person("Omar").command("case contact", { code: codeName });
    await stage.settle();
    await person("Nils").command("mycase");
    expect(person("Nils").note()).not.toMatch(/support/i);
    await person("Dina").command("vote timeline", { code: codeName });
    expect(person("Dina").note()).not.toMatch(/support/i);
    await person("Sara").command("case contact", { code: codeName });
    expect(person("Sara").note()).toContain("done already");
  });
});
