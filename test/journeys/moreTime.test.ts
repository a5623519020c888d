import { afterEach, describe, expect, test } from "vitest";

import { enter, file, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");

/** Mona complains about what Nils did. */
const complain = () =>
  file(stage, [
    {
      "What happened?": words.what,
      "How are you involved?": "It happened to me",
      "Is it about the Union, a member, or a group?": "A member",
    },
    {
      "Which rules?": ["Personal harassment"],
      "Who is it about?": [stage.person("Nils").id],
      "When did it happen, or stop?": "2026-10-10",
    },
    {},
  ]);

/** Everything that somebody was told, the last last. */
const told = (name: string) =>
  stage
    .person(name)
    .messages()
    .filter(({ ephemeral }) => !ephemeral)
    .map(({ text }) => text);
const lastOf = (name: string, part: string) => told(name).findLast((text) => text.includes(part)) ?? "";

describe.each(platforms())("the time that a case takes, on %s", (platform) => {
  test("[F143][F206][F168] more is asked and answered, the parties are told that it takes longer, and more time is given", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    const codeName = await complain();
    await enter(stage, "Helen", "Take the case");

    // How each last day came is said in words.
    await person("Helen").command("case days", { code: codeName });
    expect(person("Helen").note()).toContain(
      "assessment: by Thursday, 29 October 2026 (Bye-law 9.7). 2 weeks from Thu 15 Oct 2026: last day Thu 29 Oct 2026",
    );

    // More is asked, and the days rest until the answer.
    await stage.moveTo("2026-10-20T10:00");
    await enter(stage, "Helen", "More information is needed", { Reasons: "PLANTED-QUESTION who else was there?" });
    expect(person("Helen").note()).toContain("The question is on its way.");
    expect(lastOf("Mona", "PLANTED-QUESTION")).toContain("Please answer by Tuesday, 3 November 2026");
    await person("Helen").command("case days", { code: codeName });
    expect(person("Helen").note()).toContain("rests until the answer comes, until Tuesday, 3 November 2026");
    await stage.moveTo("2026-10-27T10:00");
    await enter(stage, "Mona", "Answer", { "Your answer": "PLANTED-ANSWER my flatmate" });
    await person("Helen").command("case days", { code: codeName });
    expect(person("Helen").note()).toContain("assessment: by Thursday, 5 November 2026");
    expect(person("Helen").note()).toContain("does not count Wed 21 Oct 2026 to Tue 27 Oct 2026");
    await person("Helen").press("Notes");
    expect(person("Helen").note()).toContain("PLANTED-ANSWER");
    await person("Mona").press("Answer");
    expect(person("Mona").note()).toContain("There is nothing of that kind to do");

    // What is late stops nothing; the parties who know of the case are told.
    await stage.moveTo("2026-11-06T09:00");
    await stage.settle();
    await person("Helen").command("case days", { code: codeName });
    expect(person("Helen").note()).toContain("The parties have not been told yet that this takes longer: assessment.");
    await enter(stage, "Helen", "Say it takes longer", {});
    expect(lastOf("Mona", "takes longer than it should")).toContain("by Thursday, 5 November 2026");

    // More time, with the reason.
    await enter(stage, "Helen", "Deadlines");
    await enter(stage, "Helen", "Give more time", {
      "For what": "assessment",
      "New last day": "2026-11-12",
      Why: "PLANTED-WHY a witness is abroad",
    });
    expect(lastOf("Mona", "PLANTED-WHY")).toContain(
      "by Thursday, 12 November 2026 instead of Thursday, 5 November 2026",
    );
    expect(told("Nils")).toEqual([]);
    await person("Helen").command("case extend", { code: codeName });
    await person("Helen").fillIn({ "For what": "assessment", "New last day": "2026-11-12", Why: "Again." });
    expect(person("Helen").note()).toContain("Friday, 13 November 2026");
    await person("Helen").command("case timeline", { code: codeName });
    expect(person("Helen").note()).toContain("More time given: assessment, until Thursday, 12 November 2026");

    // A next step, with its owner and its day.
    await person("Helen").command("case next", { code: codeName });
    await person("Helen").fillIn({
      "Who does it": "Ruth Pascoe",
      "By which day": "2026-11-10",
      "What is done": words.note,
    });
    await stage.settle();
    await person("Ruth").command("due");
    expect(person("Ruth").note()).toContain("the planned step: by Tuesday, 10 November 2026");
    await stage.moveTo("2026-11-10T09:00");
    await stage.settle();
    expect(lastOf("Ruth", "the planned step")).toContain(codeName);
    await person("Ruth").command("case days", { code: codeName });
    expect(person("Ruth").note()).toContain(`Ruth Pascoe, by Tuesday, 10 November 2026: ${words.note}`);
    await person("Ruth").command("case done", { code: codeName });
    await stage.settle();
    await person("Ruth").command("case done", { code: codeName });
    expect(person("Ruth").note()).toContain("There is nothing of that kind");
    for (const name of ["Denise", "Nils"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(name).command("case days", { code: codeName });
      expect(person(name).note()).toContain("There is nothing here for you under that name");
    }
  });

  test.each([
    ["Take it although it is late", "It is taken all the same"],
    ["Not taken: too late", "is not taken"],
  ])("[F137][F138] a complaint after three months says why; the Chief Executive decides: %s", async (press, says) => {
    stage = await openStage({ platform, organisation: union, start: "2027-01-16T10:00" });
    const { person } = stage;
    const mona = person("Mona");
    await mona.command("report");
    await mona.fillIn({
      "What happened?": words.what,
      "How are you involved?": "It happened to me",
      "Is it about the Union, a member, or a group?": "A member",
    });
    if (platform === "discord") await mona.press("Continue");
    await mona.fillIn({
      "Which rules?": ["Personal harassment"],
      "Who is it about?": [person("Nils").id],
      "When did it happen, or stop?": "2026-10-15",
    });
    if (platform === "discord") await mona.press("Continue");
    await mona.fillIn({});
    expect(mona.reads()).toContain("The last day to report this was Friday, 15 January 2027.");
    if (platform === "discord") await mona.press("Change what you wrote");
    await mona.fillIn({ "If over three months ago: why only now?": "PLANTED-LATE I was abroad" });
    expect(mona.note()).toContain("the last day to report it was Friday, 15 January 2027");
    expect(mona.note()).toContain("decides whether it is taken (Bye-law 9.1). That decision is final.");
    await mona.press("Send the report");
    await stage.settle();
    expect(person("Helen").reads()).toContain("First it is decided whether it is taken");
    expect(person("Helen").canPress("Given to Stage 1")).toBe(false);
    await enter(stage, "Helen", press, { Reasons: "PLANTED-DECIDED as the bye-law says" });
    expect(mona.reads()).toContain(says);
    expect(person("Helen").note()).toContain("Whoever reported is told why");
    expect(mona.reads()).toContain("PLANTED-DECIDED");
    expect(person("Helen").canPress("Given to Stage 1")).toBe(says !== "is not taken");
    expect(mona.reads().includes("this decision is final")).toBe(says === "is not taken");
    expect(mona.reads()).not.toContain("You may appeal");
    expect(told("Nils")).toEqual([]);
  });

  test("[F118] a complaint about an election is filed before its voting closes; afterwards it is refused, with the way that is left", async () => {
    const at = union.rulebookText.indexOf("\nprogrammes:");
    const [head, tail] = [union.rulebookText.slice(0, at), union.rulebookText.slice(at)];
    const rulebookText =
      head + tail.replace(/^( +)voting:\n/m, "$1voting:\n$1  dates: [{ closes: 2027-02-12T12:00 }]\n");
    stage = await openStage({ platform, organisation: union, rulebookText, start: "2027-02-12T11:58" });
    const { person } = stage;
    const pages = [
      {
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "Is it about the Union, a member, or a group?": "A member",
      },
      {
        "Which rules?": ["An election"],
        "Who is it about?": [person("Nils").id],
        "When did it happen, or stop?": "2027-02-10",
      },
      {},
      { "Which election?": "the officers' in February" },
    ];
    expect(await file(stage, pages)).toMatch(/^[a-z]+-[a-z]+-\d\d$/);
    await stage.moveTo("2027-02-12T12:01");
    await person("Mona").command("report");
    for (const [index, page] of pages.entries()) {
      // oxlint-disable no-await-in-loop -- one page after the other, as people do
      if (index > 0 && platform === "discord") await person("Mona").press("Continue");
      await person("Mona").fillIn(page);
      // oxlint-enable no-await-in-loop
    }
    expect(person("Mona").note()).toContain("could be filed until Friday, 12 February 2027, 12:00");
    expect(person("Mona").note()).toContain("can still be reported under another rule");
  });

  test("[F214] a last day in a vacation is offered more time; a press gives it, and the parties are told", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-11-30T10:00" });
    const { person } = stage;
    const codeName = await complain();
    await enter(stage, "Helen", "Take the case");
    await stage.moveTo("2026-12-11T09:00");
    await stage.settle();
    const offers = told("Ruth").filter((text) => text.includes("Christmas vacation"));
    expect(offers).toHaveLength(2);
    expect(offers.join(" ")).toContain(
      `In case ${codeName} the last day for this is Monday, 14 December 2026, in a vacation (Christmas vacation): assessment.`,
    );
    await person("Ruth").command("case days", { code: codeName });
    await enter(stage, "Ruth", "assessment: until Monday, 11 January 2027");
    expect(lastOf("Mona", "Christmas vacation")).toContain(
      "by Monday, 11 January 2027 instead of Monday, 14 December 2026",
    );
    await person("Helen").command("due");
    expect(person("Helen").note()).toContain("assessment: by Monday, 11 January 2027");
  });
});
