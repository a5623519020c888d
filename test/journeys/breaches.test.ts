import { afterEach, describe, expect, test } from "vitest";

import { aboutMember, enter, file, findBroken, giveToMartin, tick, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const everywhere = platforms().map((platform) => ({ platform }));
const seen = "PLANTED-BREACH he stood at the bar at eleven, the staff saw him";
const done = "PLANTED-DONE the letter was read to her";

const aboutNils = () => aboutMember(stage, "Nils", "2026-12-20");

/** Helen upholds a complaint of Mona's about Nils at Stage 1 with a sanction that holds, or is to be done, for so long. */
async function uphold(
  sanction: string,
  length: string,
  more: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<string> {
  const martin = stage.person("Martin");
  const codeName = await file(stage, aboutNils());
  await enter(stage, "Helen", "Take the case");
  await giveToMartin(stage);
  await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
  await findBroken(stage, "Martin");
  await martin.press("upheld");
  await martin.fillIn({
    Sanction: sanction,
    Reasons: words.reasons,
  });
  if (stage.kind === "discord") await martin.press("Continue");
  await martin.fillIn({ [sanction === "apology" ? "Time to do it" : "How long it holds"]: length, ...more });
  await stage.settle();
  return codeName;
}

/** Helen records that the sanction was not kept, and chooses what follows. */
async function record(codeName: string, then: string): Promise<void> {
  const helen = stage.person("Helen");
  await helen.command("sanction breach", { code: codeName });
  await helen.fillIn({ "What follows": then, "How do you know?": seen });
  await stage.settle();
}

function isKeptFrom(...names: readonly string[]): void {
  const log = stage.logged.join("\n");
  for (const planted of [...Object.values(words), seen, done, "Mona", "Nils"]) expect(log).not.toContain(planted);
  for (const name of names)
    for (const planted of [...Object.values(words), seen, done])
      expect(stage.person(name).reads()).not.toContain(planted);
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[F203] a ban that was not kept is reported by whoever chooses that: a case of its own by bye-law 10, linked, which they take no part in", async () => {
    stage = await openStage({ platform, organisation: union, start: "2027-01-04T10:00" });
    const { person } = stage;
    const helen = person("Helen");
    const codeName = await uphold("ban for a time", "8 weeks");
    await stage.moveTo("2027-02-10T10:00");
    await helen.command("sanction show", { code: codeName });
    await helen.press("Not kept: ban for a time (B)");
    await helen.fillIn({ "What follows": "a new report about it", "How do you know?": seen });
    await stage.settle();
    expect(helen.note()).toContain("Nothing is reported yet");
    const cases = stage.logged.filter((line) => line.includes("case opened")).length;
    expect(cases).toBe(1);
    await helen.command("sanction show", { code: codeName });
    expect(helen.note()).toContain("Not kept, recorded on Wednesday, 10 February 2027.");
    expect(helen.note()).toContain(seen);

    await helen.command("sanction report", { code: codeName });
    await helen.fillIn({ "Is it about the Union, a member, or a group?": "A member" });
    if (platform === "discord") await helen.press("Continue");
    await helen.fillIn({ "Which rules?": ["Personal harassment"], "When did it happen, or stop?": "2027-02-09" });
    if (platform === "discord") await helen.press("Continue");
    await helen.fillIn({});
    expect(helen.note()).toContain("and nobody else: Ruth Pascoe and Jack Trevena");
    await helen.press("Send the report");
    await stage.settle();
    const second = codeNameIn(helen.note());
    expect(second).not.toBe(codeName);
    await person("Ruth").command("case show", { code: second });
    expect(person("Ruth").note()).toContain(`it was not kept: ban for a time (case ${codeName})`);
    await person("Ruth").press("Open the file");
    expect(person("Ruth").note()).toContain(`This was not kept: ban for a time. ${seen}`);
    await helen.command("case show", { code: second });
    expect(helen.note()).toContain("There is nothing here");
    expect(person("Nils").reads()).not.toContain(second);
    isKeptFrom("Priya", "Callum", "Lo");
  });

  test("[F203] those who imposed a ban make it longer that was not kept, counted from its end; a case that is heard again begins where it was decided", async () => {
    stage = await openStage({ platform, organisation: union, start: "2027-01-04T10:00" });
    const { person } = stage;
    const helen = person("Helen");
    const codeName = await uphold("ban for a time", "8 weeks");
    // What was kept is not made longer.
    await helen.command("sanction prolong", { code: codeName });
    expect(helen.note()).not.toContain("How much longer");
    await stage.moveTo("2027-02-10T10:00");
    await record(codeName, "it holds longer");
    await helen.press("The sanction");
    await helen.press("Make longer: ban for a time (B)");
    await helen.fillIn({ "How much longer": "30 days", Reasons: "PLANTED-LONGER it was the second time" });
    await stage.settle();
    expect(person("Nils").reads()).toContain(
      "Because it was not kept, this holds longer: ban for a time. It lapses on Wednesday, 31 March 2027.",
    );
    await helen.command("sanction show", { code: codeName });
    expect(helen.note()).toContain("became longer on Wednesday, 10 February 2027, as it was not kept");
    await helen.command("sanction prolong", { code: codeName });
    expect(helen.note()).not.toContain("How much longer");

    await record(codeName, "the case is heard again");
    expect(helen.note()).toContain("The case is heard again");
    await helen.command("case show", { code: codeName });
    expect(helen.note()).toContain("Stage 1: Local Resolution");
    await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
    // Who decides is chosen anew; whoever decided before has a conflict of interest, unless the Chief Executive says what is done about it.
    await enter(stage, "Helen", "Choose who decides", { "Who decides?": "Ruth Pascoe" });
    const ruth = person("Ruth");
    await ruth.command("case show", { code: codeName });
    await ruth.press("dismissed");
    // Whoever decides it anew says anew that nothing is in the way.
    expect(ruth.note()).toContain("You belong to a society, a team or another group");
    await ruth.press("Nothing stands in the way, and I keep it confidential");
    await ruth.fillIn({
      "For which of these reasons?": ["there is not enough evidence"],
      Reasons: words.reasons,
    });
    await stage.settle();
    expect(person("Mona").reads()).toContain("Outcome: dismissed.");
    await helen.command("case timeline", { code: codeName });
    await helen.press("Next");
    expect(helen.note()).toContain("Heard again, from this stage on: Stage 1: Local Resolution");
    isKeptFrom("Priya", "Callum", "Lo");
  });

  test("[F197] what has to be done has a day; who has to do it and who handles it are reminded, it is confirmed, or found not to be kept", async () => {
    stage = await openStage({ platform, organisation: union, start: "2027-01-04T10:00" });
    const { person } = stage;
    const helen = person("Helen");
    const codeName = await uphold("apology", "11 days");
    for (const party of ["Mona", "Nils"])
      expect(person(party).reads()).toContain("Sanction: apology. To be done by Friday, 15 January 2027.");
    await helen.command("due");
    expect(helen.note()).toContain("apology: by Friday, 15 January 2027");
    await person("Nils").command("mycase");
    expect(person("Nils").note()).toContain("To be done by Friday, 15 January 2027.");
    await person("Nils").command("due");
    expect(person("Nils").note()).toContain("apology: by Friday, 15 January 2027 — for you");
    await stage.moveTo("2027-01-15T10:00");
    expect(person("Nils").reads()).toContain("this is to be done by Friday, 15 January 2027: apology.");
    await stage.moveTo("2027-01-16T10:00");
    for (const who of ["Helen", "Nils"])
      expect(person(who).reads()).toContain(
        "this is not confirmed as done: apology. It was due on Friday, 15 January 2027",
      );
    expect(person("Mona").reads()).not.toContain("apology. It was due");
    await helen.command("sanction show", { code: codeName });
    expect(helen.canPress("Not kept: apology (B)")).toBe(true);
    await helen.press("Done: apology (B)");
    await helen.fillIn({ Note: done });
    await stage.settle();
    expect(person("Nils").reads()).toContain("It is recorded that this is done: apology.");
    await helen.command("sanction show", { code: codeName });
    expect(helen.note()).toContain("Confirmed as done on Saturday, 16 January 2027.");
    const heard = person("Nils").reads().length;
    await stage.moveTo("2027-02-20T10:00");
    expect(person("Nils").reads().slice(heard)).not.toContain("not confirmed as done");
    isKeptFrom("Priya", "Callum", "Lo");
  });

  test("[F143][F197][F200] a ban comes with a remedy by a day; who has to meet it reads that and is reminded, that it was missed is told, and nothing follows before somebody chooses it", async () => {
    stage = await openStage({ platform, organisation: union, start: "2027-01-04T10:00" });
    const { person } = stage;
    const helen = person("Helen");
    const codeName = await uphold("ban for a time", "8 weeks", {
      "With which conditions?": ["a written apology"],
      "To be met by": "2027-01-15",
    });
    for (const party of ["Mona", "Nils"])
      expect(person(party).reads()).toContain(
        "Sanction: ban for a time (8 weeks), with conditions: a written apology by Friday, 15 January 2027.",
      );
    // The respondent asks for more time to go to Stage 2: both sides read that it was given, and why.
    await helen.command("case extend", { code: codeName });
    await helen.fillIn({
      "For what": "the time of B for: Asking for Stage 2",
      "New last day": "2027-01-25",
      Why: "PLANTED-WHY their adviser is away",
    });
    await stage.settle();
    for (const party of ["Mona", "Nils"]) {
      expect(person(party).reads()).toContain("there is more time for this: Asking for Stage 2");
      expect(person(party).reads()).toContain("until Monday, 25 January 2027");
      expect(person(party).reads()).toContain("PLANTED-WHY");
    }
    await helen.command("case days", { code: codeName });
    expect(helen.note()).toContain("the time of B for: Asking for Stage 2: by Monday, 25 January 2027");
    expect(helen.note()).toContain("the time of A for: Asking for Stage 2: by Monday, 18 January 2027");

    await person("Nils").command("mycase");
    expect(person("Nils").note()).toContain("Condition: a written apology. To be met by Friday, 15 January 2027.");
    await person("Nils").command("due");
    expect(person("Nils").note()).toContain("a written apology: by Friday, 15 January 2027 — for you");

    // Before its day is over nobody can note that it was missed.
    await helen.command("sanction condition", { code: codeName });
    await helen.fillIn({ "Which condition?": "a written apology", "Was it met?": "It was not met", Note: seen });
    await stage.settle();
    expect(helen.note()).toContain("There is still time for this: a written apology.");

    await stage.moveTo("2027-01-16T10:00");
    for (const who of ["Helen", "Nils"])
      expect(person(who).reads()).toContain("it is not noted whether this condition was met: a written apology.");
    expect(person("Mona").reads()).not.toContain("it is not noted");
    await helen.command("sanction show", { code: codeName });
    expect(helen.note()).toContain("It was to be met by Friday, 15 January 2027, and nobody has noted whether it was.");
    await helen.press("Condition: ban for a time (B)");
    await helen.fillIn({ "Which condition?": "a written apology", "Was it met?": "It was not met", Note: seen });
    await stage.settle();
    expect(helen.note()).toContain("Nothing follows by itself");
    expect(helen.canPress("It was not kept")).toBe(true);
    expect(person("Nils").reads()).toContain("this condition was not met: a written apology (ban for a time)");
    expect(person("Mona").reads()).not.toContain("this condition was not met");
    await helen.command("sanction show", { code: codeName });
    expect(helen.note()).toContain("Condition: a written apology. Not met, as noted on Saturday, 16 January 2027.");
    expect(helen.note()).not.toContain("Not kept, recorded on");

    await helen.press("Condition: ban for a time (B)");
    await helen.fillIn({ "Which condition?": "a written apology", "Was it met?": "It was met", Note: done });
    await stage.settle();
    expect(person("Nils").reads()).toContain("this condition is met: a written apology (ban for a time)");
    await helen.command("case timeline", { code: codeName });
    await helen.press("Next");
    expect(helen.note()).toContain("Condition met: a written apology");
    isKeptFrom("Priya", "Callum", "Lo");
  });
});
