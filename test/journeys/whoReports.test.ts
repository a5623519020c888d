import { afterEach, describe, expect, test } from "vitest";

import { everybody, officials, organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const mona = everybody.find(({ name }) => name === "Mona Wik");

/** The chapter, where members alone report; of Mona the roster says that she is one. */
const ofMembers = {
  ...organisationOf("kth", (text) => text.replace("open_to: [anyone]", 'open_to: ["class:member"]')),
  officials: [
    ...officials,
    { name: "Mona Wik", offices: [], classes: ["member"], discord: mona?.discord, slack: mona?.slack, locale: "en" },
  ],
};

describe.each(platforms())("on %s", (platform) => {
  test("[K16][V-03] an officer whom a report names as a witness does not receive it, and learns nothing of the case; before it is sent its author reads who does", async () => {
    stage = await openStage({ platform });
    const { person } = stage;
    await person("Mona").command("report");
    await person("Mona").fillIn({
      "What happened?": planted.what,
      "How are you involved?": "It happened to me",
      "Who is it about?": [person("Nils").id],
    });
    if (platform === "discord") await person("Mona").press("Continue");
    await person("Mona").fillIn({ "Did anybody see it?": "Yes: sara lind stood beside us" });
    expect(person("Mona").note()).toContain("Omar Haddad and Elin Berg");
    expect(person("Mona").note()).not.toContain("Sara Lind, Omar");
    await person("Mona").press("Send the report");
    await stage.settle();
    const codeName = codeNameIn(person("Mona").note());
    expect(person("Omar").rooms()).toEqual([`case-${codeName}`]);
    expect(person("Sara").rooms()).toEqual([]);
    expect(person("Sara").reads()).not.toContain(codeName);
    for (const words of ["case show", "case take", "handover check"]) {
      const told = [];
      for (const code of [codeName, "no-such-99"]) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await person("Sara").command(words, { code });
        told.push(person("Sara").note().replaceAll(code, "CODE"));
      }
      expect(told[0]).toBe(told[1]);
    }
  });

  test("[K05] where members alone report, nobody else is given the form, and an officer can enter what they say", async () => {
    stage = await openStage({ platform, organisation: ofMembers });
    const { person } = stage;
    await person("Nils").command("report");
    expect(person("Nils").form()).toBeUndefined();
    expect(person("Nils").note()).toContain("Here reports are filed by: member. You are not known as one of them.");
    await person("Mona").command("report");
    expect(person("Mona").form()).toBeDefined();
    await person("Sara").command("enter");
    expect(person("Sara").form()).toBeDefined();
  });
});
