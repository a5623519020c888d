import { afterEach, describe, expect, test } from "vitest";

import { expectKept } from "./confidential.ts";
import {
  enter,
  file,
  findBroken,
  giveToMartin,
  holdHearing,
  letterPage,
  needsFound,
  tick,
  words,
} from "./decisions.ts";
import { playToAnonymising } from "./everythingKept.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const person = (name: string) => stage.person(name);
const WORDS = "What is wrong, and what do you ask for?";

const requested = "PLANTED-REQUESTED it was not me";
const opinion = "PLANTED-OPINION nothing new";
const refused = "PLANTED-REFUSED nothing speaks for it";
const outside = "PLANTED-OUTSIDE they did not look";

/** Ruth upholds a complaint about Nils at Stage 1, with a ban, on 6 March 2026 where nothing else is said. */
async function toStage1({
  start = "2026-03-06T10:00",
  happened = "2026-02-20",
  length = "6 weeks",
} = {}): Promise<string> {
  stage = await openStage({ platform, organisation: union, start, isWatched: true });
  const codeName = await file(stage, [
    {
      "What happened?": words.what,
      "How are you involved?": "It happened to me",
      "Is it about the Union, a member, or a group?": "A member",
    },
    {
      "Which rules?": ["Personal harassment"],
      "Who is it about?": [person("Nils").id],
      "When did it happen, or stop?": happened,
    },
    {},
  ]);
  await enter(stage, "Helen", "Take the case");
  await giveToMartin(stage, "Ruth Pascoe");
  await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
  await findBroken(stage, "Ruth");
  await person("Ruth").press("upheld");
  await person("Ruth").fillIn({
    Sanction: "ban for a time",
    Reasons: words.reasons,
  });
  if (platform === "discord") await person("Ruth").press("Continue");
  await person("Ruth").fillIn({ "How long it holds": length });
  await stage.settle();
  return codeName;
}

let platform: "discord" | "slack" = "discord";

describe.each(platforms().map((on) => ({ on })))("on $on", ({ on }) => {
  test("[F179][F180][F182][F213] a late request for Stage 2 goes to somebody who did not decide, is admitted once the chair of the Board has been asked, and the panel's decision takes the place of the first", async () => {
    platform = on;
    const codeName = await toStage1();
    await stage.moveTo("2026-03-21T10:00");
    await person("Nils").command("appeal lodge", { code: codeName });
    await person("Nils").fillIn({ "Why?": "there is new evidence", [WORDS]: "PLANTED-APPEAL it was not me" });
    expect(person("Nils").note()).toContain("For this reason evidence has to come with it.");
    await person("Nils").press("Change what you wrote");
    await person("Nils").fillIn({
      "Why?": "there is new evidence",
      [WORDS]: "PLANTED-APPEAL it was not me",
      Evidence: "A photo.",
    });
    await stage.settle();
    expect(person("Nils").note()).toContain("The last day was over.");

    // Ruth decided at Stage 1: it is not hers to say.
    await person("Ruth").command("appeal list");
    expect(person("Ruth").note()).toContain("nothing is before you");
    await person("Jack").command("appeal show", { code: codeName });
    expect(person("Jack").note()).toContain("It came after the last day: decide whether it is heard all the same.");
    await person("Jack").press("It is heard");
    await person("Jack").fillIn({ Reasons: "The photo came late." });
    await stage.settle();
    await person("Jack").command("appeal admit", { code: codeName });
    expect(person("Jack").note()).toContain("Those have not been asked yet who are asked before.");
    expect(person("Priya").reads()).toContain("You are asked what you think");
    await person("Priya").command("appeal consult", { code: codeName });
    await person("Priya").fillIn({ "What do those think who are asked?": "I would hear it." });
    await stage.settle();
    await person("Priya").command("appeal show", { code: codeName });
    expect(person("Priya").note()).toContain("There is nothing here");
    await person("Jack").command("appeal admit", { code: codeName });
    await person("Jack").fillIn({ Reasons: "There is something new." });
    await stage.settle();
    expect(person("Nils").reads()).toContain(`What you lodged in case ${codeName} is heard: Stage 2`);

    await person("Jack").command("case task", { code: codeName, task: "support_needs" });
    await person("Jack").fillIn(needsFound);
    await stage.settle();
    await person("Jack").command("case show", { code: codeName });
    await findBroken(stage, "Jack");
    await holdHearing(stage, "Jack", codeName);
    await person("Jack").command("case conclude", { code: codeName, outcome: "panel_upheld" });
    await person("Jack").fillIn({
      Sanction: "caution",
      Reasons: "Seen again.",
    });
    if (platform === "discord") await person("Jack").press("Continue");
    await person("Jack").fillIn(letterPage);
    await stage.settle();
    expect(person("Nils").reads()).toContain("Sanction: caution");
    expect(person("Nils").reads()).toContain("In the place of: ban for a time, until Friday, 17 April 2026.");
    await person("Nils").command("mycase");
    expect(person("Nils").note()).not.toMatch(/ban for a time, until/);
    await stage.moveTo("2026-04-17T10:00");
    expect(person("Nils").reads()).not.toContain("Your ban for a time lapsed");
    for (const other of ["Callum", "Margaret", "Karen", "Lo"])
      expect(person(other).reads()).not.toMatch(/PLANTED|lodged/);
  });

  test("[F183] the panel reads what Stage 1 decided and makes it shorter: both parties are told so, and the ledger shows the one and the other", async () => {
    platform = on;
    const codeName = await toStage1({ start: "2026-12-01T10:00", happened: "2026-11-20", length: "3 months" });
    await person("Nils").command("mycase");
    expect(person("Nils").note()).toContain("It holds until Monday, 1 March 2027");
    await person("Nils").command("appeal lodge", { code: codeName });
    await person("Nils").fillIn({ "Why?": "what follows is unfair or out of proportion", [WORDS]: requested });
    await stage.settle();
    await person("Priya").command("appeal consult", { code: codeName });
    await person("Priya").fillIn({ "What do those think who are asked?": opinion });
    await stage.settle();
    await person("Jack").command("appeal admit", { code: codeName });
    await person("Jack").fillIn({ Reasons: "It is long." });
    await stage.settle();
    await stage.moveTo("2026-12-31T10:00");
    await person("Jack").command("case task", { code: codeName, task: "support_needs" });
    await person("Jack").fillIn(needsFound);
    await stage.settle();
    await person("Jack").command("case show", { code: codeName });
    await findBroken(stage, "Jack");
    await holdHearing(stage, "Jack", codeName);
    await person("Jack").command("case conclude", { code: codeName, outcome: "panel_upheld" });
    expect(person("Jack").note()).toContain(
      "Decided before, and standing now: ban for a time (B), until Monday, 1 March 2027.",
    );
    await person("Jack").fillIn({ Sanction: "ban for a time", Reasons: "A month more is enough." });
    if (platform === "discord") await person("Jack").press("Continue");
    await person("Jack").fillIn({ "How long it holds": "1 month" });
    await stage.settle();
    for (const party of ["Mona", "Nils"])
      expect(person(party).reads()).toContain("Reduced from: ban for a time, until Monday, 1 March 2027.");
    await person("Jack").command("sanction show", { code: codeName });
    const both = [
      "Something else was decided in its place on Thursday, 31 December 2026. It was to hold until Monday, 1 March 2027.",
      "It holds until Sunday, 31 January 2027: on that day it no longer does.",
    ];
    for (const line of both) expect(person("Jack").note()).toContain(line);
    await person("Nils").command("mycase");
    for (const line of both) expect(person("Nils").note()).toContain(line);
    await stage.moveTo("2027-01-31T00:01");
    expect(person("Nils").reads()).toContain("Your ban for a time lapsed on Sunday, 31 January 2027.");
    for (const other of ["Callum", "Margaret", "Karen", "Lo"])
      expect(person(other).reads()).not.toMatch(/PLANTED|lodged/);
  });

  test("[F181][F189][F194][F213][V-01][V-02] to the last day and beyond the Union: a request that is refused opens the way to the university, whose answer an officer enters, and that is final; the ban lapses, and the words go after six years", async () => {
    platform = on;
    const codeName = await toStage1();
    expect(person("Nils").reads()).toContain("You may appeal in writing until the end of Friday, 20 March 2026");
    await stage.moveTo("2026-03-20T23:50");
    await person("Nils").press("Asking for Stage 2");
    await person("Nils").fillIn({ "Why?": "the outcome is wrong", [WORDS]: requested });
    await stage.settle();
    await stage.moveTo("2026-03-25T10:00");
    await person("Priya").command("appeal consult", { code: codeName });
    await person("Priya").fillIn({ "What do those think who are asked?": opinion });
    await stage.settle();
    await person("Jack").command("appeal show", { code: codeName });
    expect(person("Jack").note()).toContain(requested);
    await person("Jack").command("appeal refuse", { code: codeName });
    await person("Jack").fillIn({ Reasons: refused });
    await stage.settle();
    expect(person("Nils").reads()).toContain(`What you lodged in case ${codeName} is not heard.`);
    expect(person("Nils").reads()).toContain(refused);
    await person("Nils").press("Turning to the university");
    await person("Nils").fillIn({ "Why?": "the decision is plainly unreasonable", [WORDS]: outside });
    await stage.settle();
    await stage.moveTo("2026-04-02T10:00");
    await person("Jack").command("case conclude", { code: codeName, outcome: "confirmed_by_university" });
    await stage.settle();
    expect(person("Nils").reads()).toContain("This is final: nothing more can be challenged.");
    await person("Nils").command("appeal lodge", { code: codeName });
    expect(person("Nils").note()).toMatch(/decided for good|nothing here that you could challenge/);

    await stage.moveTo("2026-04-16T23:59");
    expect(person("Nils").reads()).not.toContain("lapsed on");
    await stage.moveTo("2026-04-17T00:00");
    expect(person("Nils").reads()).toContain("Your ban for a time lapsed on Friday, 17 April 2026.");
    await playToAnonymising(stage, codeName, "2032-04-03", [words.what, requested, outside, "Mona"]);
    await expectKept(stage, ["Mona", "Nils"], {
      [words.what]: [],
      [words.reasons]: ["Mona", "Nils"],
      [requested]: ["Jack"],
      [opinion]: [],
      [refused]: ["Nils"],
      [outside]: [],
      "Mona Wik": [],
      "Nils Orrby": [],
    });
  });
});
