import { afterEach, describe, expect, test } from "vitest";

import { expectKept } from "./confidential.ts";
import { enter, file, findBroken, giveToMartin, tick, words } from "./decisions.ts";
import { everythingKept, playToAnonymising } from "./everythingKept.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const everywhere = platforms().map((platform) => ({ platform }));
const receivers = ["Helen", "Ruth", "Jack"] as const;

/** The pages of a complaint about what somebody did. */
const about = (name: string, rule = "Personal harassment", happened = "2026-02-20") => [
  {
    "What happened?": words.what,
    "How are you involved?": "It happened to me",
    "Is it about the Union, a member, or a group?": "A member",
  },
  { "Which rules?": [rule], "Who is it about?": [stage.person(name).id], "When did it happen, or stop?": happened },
  {},
];

/** The pages of a complaint about an election. */
const aboutElection = (name: string) => [
  ...about(name, "An election").slice(0, 2),
  {},
  { "Which election?": "the officers' in March" },
];

/** The Chief Executive takes the complaint to Stage 1, and does what has to be done there. */
async function playToStage1(): Promise<string> {
  const codeName = await file(stage, about("Nils"));
  await enter(stage, "Helen", "Take the case");
  await giveToMartin(stage);
  await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
  return codeName;
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[F141][F169][F208][V-01][V-02][E-10] a complaint is assessed, decided at Stage 1 with a ban of six weeks, told with the way to Stage 2, lapses and is anonymised", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-03-02T10:00", isWatched: true });
    const { person } = stage;
    await person("Mona").command("report");
    const codeName = await (async () => {
      for (const [index, page] of about("Nils").entries()) {
        // oxlint-disable no-await-in-loop -- one page after the other, as people do
        if (index > 0 && platform === "discord") await person("Mona").press("Continue");
        await person("Mona").fillIn(page);
        // oxlint-enable no-await-in-loop
      }
      // Before sending, the author reads that the respondent will see the complaint.
      expect(person("Mona").note()).toContain("they are told what your report says and that it is from you");
      await person("Mona").press("Send the report");
      await stage.settle();
      return codeNameIn(person("Mona").note());
    })();
    for (const receiver of receivers) expect(person(receiver).rooms()).toEqual([`case-${codeName}`]);
    await person("Helen").command("due");
    expect(person("Helen").note()).toContain("assessment: by Monday, 16 March 2026");

    await enter(stage, "Helen", "Take the case");
    await stage.moveTo("2026-03-06T10:00");
    await enter(stage, "Helen", "Given to Stage 1");
    expect(person("Mona").reads()).toContain(`Your report (case ${codeName}) has been looked at.`);
    expect(person("Nils").reads()).toContain(`There is a report that concerns you (case ${codeName}).`);
    expect(person("Nils").reads()).not.toContain("Your report");
    await person("Helen").command("due");
    expect(person("Helen").note()).toContain("Stage 1: Local Resolution: by Friday, 3 April 2026");
    // No outcome before the respondent was told what it is about.
    expect(person("Helen").canPress("upheld")).toBe(false);
    await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");

    // Before somebody is chosen there is nothing to decide with.
    expect(person("Helen").canPress("upheld")).toBe(false);
    await enter(stage, "Helen", "Choose who decides", { "Who decides?": "Martin Oduya" });
    expect(person("Martin").rooms()).toEqual([`case-${codeName}`]);
    await findBroken(stage, "Martin");
    await person("Martin").press("upheld");
    await person("Martin").fillIn({
      Sanction: "ban for a time",
      Reasons: words.reasons,
    });
    if (platform === "discord") await person("Martin").press("Continue");
    await person("Martin").fillIn({ "How long it holds": "6 weeks" });
    await stage.settle();
    expect(person("Martin").note()).toContain("Those concerned are being told.");
    for (const party of ["Mona", "Nils"]) {
      const read = person(party).reads();
      expect(read).toContain("Sanction: ban for a time (6 weeks).");
      expect(read).toContain("It holds from Friday, 6 March 2026. It lapses on Friday, 17 April 2026.");
      expect(read).toContain(
        "You may appeal in writing until the end of Friday, 20 March 2026, to the Chief Executive or nominee. Say why in it. These reasons count: the outcome is wrong; what follows is unfair or out of proportion; there is new evidence.",
      );
      expect(read).not.toMatch(/Council of Safety|Memo|chapter/);
    }
    expect(person("Nils").reads()).toContain("Still open to you: the advice service.");
    expect(person("Mona").reads()).toContain("Still open to that person: the advice service.");

    await person("Nils").command("mycase");
    await person("Nils").press("Timeline");
    expect(person("Nils").note()).toContain("Time to appeal for the respondent: until Friday, 20 March 2026");
    expect(person("Nils").note()).toContain("The ban for a time lapses on Friday, 17 April 2026");
    await person("Helen").command("due");
    expect(person("Helen").note()).toContain("Time to appeal for the complainant: until Friday, 20 March 2026");

    await stage.moveTo("2026-04-10T12:00");
    expect(person("Helen").reads()).toContain("the ban for a time lapses on Friday, 17 April 2026");
    await stage.moveTo("2026-04-16T23:59");
    expect(person("Nils").reads()).not.toContain("lapsed on");
    await stage.moveTo("2026-04-17T00:00");
    expect(person("Nils").reads()).toContain("Your ban for a time lapsed on Friday, 17 April 2026.");
    expect(person("Mona").reads()).not.toContain("lapsed on");

    for (const other of ["Priya", "Callum", "Margaret", "Karen", "Lo"]) {
      expect(person(other).reads()).not.toContain(codeName);
      for (const planted of Object.values(words)) expect(person(other).reads()).not.toContain(planted);
    }
    for (const planted of [...Object.values(words), "Mona", "Nils"])
      expect(stage.logged.join("\n")).not.toContain(planted);
    // Six years after the case was closed its words go; that he had the ban six years after it lapsed.
    const { id = "" } = (await stage.store.caseByCodeName(codeName)) ?? {};
    await playToAnonymising(stage, codeName, "2032-03-07", [words.what, words.reasons, "Mona"]);
    await stage.moveTo("2032-04-16T23:59");
    expect(await everythingKept(stage, id)).toContain("Nils Orrby");
    await stage.moveTo("2032-04-18T09:00");
    expect(await everythingKept(stage, id)).not.toContain("Nils");
    await expectKept(stage, ["Mona", "Nils"], {
      [words.what]: [],
      // What the report says, as he was told it.
      [words.note]: ["Nils"],
      [words.reasons]: ["Mona", "Nils"],
      "Mona Wik": [],
      "Nils Orrby": [],
    });
  });

  test("[F152][F165][F166] a complaint that is dismissed at the assessment is told with the right to ask for the stages, two weeks long", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    const codeName = await file(stage, about("Nils", "Personal harassment", "2026-10-10"));
    await enter(stage, "Helen", "Take the case");
    await stage.moveTo("2026-10-21T10:00");
    await stage.moveTo("2026-10-29T10:00");
    // A reason of the list is needed; two are given, and the notice says both.
    await enter(stage, "Helen", "Dismissed at the assessment", {
      "For which of these reasons?": ["there is not enough evidence", "it repeats an earlier complaint"],
      Reasons: words.reasons,
    });
    expect(person("Mona").reads()).toContain("Outcome: Dismissed at the assessment.");
    expect(person("Mona").reads()).toContain(
      "Reasons by the rules: there is not enough evidence and it repeats an earlier complaint.",
    );
    await person("Helen").command("case timeline", { code: codeName });
    expect(person("Helen").note()).toContain(
      "Dismissed at the assessment (there is not enough evidence and it repeats an earlier complaint)",
    );
    expect(person("Mona").reads()).toContain(words.reasons);
    expect(person("Mona").reads()).toContain(
      "You may appeal in writing until the end of Thursday, 12 November 2026, to the chair of the board.",
    );
    expect(person("Nils").reads()).not.toContain(codeName);
  });

  test("[F117] a complaint about an election goes to the returning officer, and past whoever it is about; the Chief Executive reads nothing of it", async () => {
    stage = await openStage({ platform, organisation: union });
    const { person } = stage;
    const codeName = await file(stage, aboutElection("Nils"));
    expect(person("Mona").note()).toContain("It goes to: Karen Bolitho (Bye-law 6.7).");
    expect(person("Karen").rooms()).toEqual([`case-${codeName}`]);
    for (const other of [...receivers, "Stuart", "Mei"]) expect(person(other).rooms()).toEqual([]);
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toContain("with the returning officers");
    await enter(stage, "Karen", "Take the case");
    await tick(stage, "Karen", "Tell the respondent what the report says", "Ask each party what support they need");
    await person("Karen").press("Complaint upheld");
    await person("Karen").press("Nothing stands in the way, and I keep it confidential");
    await person("Karen").fillIn({ Reasons: words.reasons });
    await stage.settle();
    for (const party of ["Mona", "Nils"]) {
      expect(person(party).reads()).toContain("Complaint upheld");
      expect(person(party).reads()).toContain(words.reasons);
      expect(person(party).reads()).not.toContain("You may appeal");
    }
    expect(person("Nils").reads()).toContain("There is a report that concerns you");

    const second = await file(stage, aboutElection("Karen"));
    expect(person("Mona").note()).toContain("It goes to: Stuart Lane (Bye-law 6.7).");
    expect(person("Stuart").rooms()).toEqual([`case-${second}`]);
    await person("Karen").command("case show", { code: second });
    expect(person("Karen").note()).toContain("There is nothing here for you under that name.");
    for (const planted of [...Object.values(words), "Nils", "Karen"])
      expect(stage.logged.join("\n")).not.toContain(planted);
  });

  test("[F199] a letter of concern is written with the decision: only the respondent is sent it, with it the sanction is done, and the letter stands in the file", async () => {
    const letter = "PLANTED-LETTER the Union is concerned about what you said";
    stage = await openStage({ platform, organisation: union, start: "2026-03-02T10:00" });
    const { person } = stage;
    const codeName = await playToStage1();
    await findBroken(stage, "Martin");
    await enter(
      stage,
      "Martin",
      "upheld",
      { Sanction: "letter of concern", Reasons: words.reasons },
      { "The text of the letter": letter },
    );
    expect(person("Martin").note()).toContain("Those concerned are being told.");
    expect(person("Nils").reads()).toContain("Sanction: letter of concern.");
    expect(person("Nils").reads()).toContain(letter);
    expect(person("Mona").reads()).toContain("Sanction: letter of concern.");
    for (const other of ["Mona", "Ruth", "Jack", "Karen"]) expect(person(other).reads()).not.toContain(letter);

    await person("Helen").command("sanction show", { code: codeName });
    expect(person("Helen").note()).toContain("It was done once the person had been told.");
    await person("Helen").command("case timeline", { code: codeName });
    expect(person("Helen").note()).toMatch(/2026-03-02 [\d:]+ Notice delivered to the respondent: Decision/);
    await person("Helen").command("case show", { code: codeName });
    await person("Helen").press("Open the file");
    await person("Helen").press("Reasons of the decision");
    expect(person("Helen").note()).toContain("The letter");
    expect(person("Helen").note()).toContain(letter);
    expect(stage.logged.join("\n")).not.toContain("PLANTED-LETTER");
  });

  test("what is upheld at Stage 1 needs a rule, a sanction and reasons; what is missing is said, and nothing is lost", async () => {
    stage = await openStage({ platform, organisation: union });
    const martin = stage.person("Martin");
    await playToStage1();
    await findBroken(stage, "Martin");
    await martin.press("upheld");
    await martin.fillIn({
      Sanction: "ban for a time",
      Reasons: words.reasons,
    });
    if (platform === "discord") await martin.press("Continue");
    await martin.fillIn({ "How long it holds": "for ever" });
    expect(martin.reads()).toContain("“for ever” is not a length of time");
    if (platform === "discord") await martin.press("Change what you wrote");
    await martin.fillIn({ "How long it holds": "90 days" });
    await stage.settle();
    expect(stage.person("Nils").reads()).toContain("ban for a time (90 days)");
    expect(stage.person("Nils").reads()).toContain(words.reasons);
  });
});
