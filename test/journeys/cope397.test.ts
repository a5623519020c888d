import { afterEach, describe, expect, test } from "vitest";

import { carry, clearAll, enter, file, tick, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const everywhere = [{ platform: "discord" }, { platform: "slack" }] as const;
const council = ["Denise", "Ray", "Olena", "Marcel", "Tanya"] as const;

/** Mona reports a delegate; the secretary looks into it, and the council finds that the policy was broken. */
async function playToFinding(): Promise<string> {
  const { person } = stage;
  const codeName = await file(stage, [
    { "What happened?": words.what, "How are you involved?": "I saw or heard it", "Which rules?": ["Bullying"] },
    { "Who is it about?": [person("Nils").id], "As what were they there?": "delegate" },
    { "When was that?": "2026-02-20" },
    {},
  ]);
  await enter(stage, "Judy", "Take the case");
  await enter(stage, "Judy", "Acknowledge the report", { "Your message": "Thank you, Mona." });
  await enter(stage, "Judy", "This procedure is for it", {
    "Rules that may have been broken": ["Bullying"],
    Reasons: words.note,
  });
  await tick(stage, "Judy", "Tell the respondent what the report says", "Hear the respondent", "Hear the witnesses");
  await enter(stage, "Judy", "investigation done");
  await person("Judy").press("Write the brief");
  expect(person("Judy").form()?.text).toContain("It goes to the Prairie Council.");
  expect(person("Judy").form()?.fields[0]?.hint).toBe("Names may stand in it.");
  await person("Judy").fillIn({ "What is needed to decide": words.brief });
  await stage.settle();
  expect(person("Judy").note()).toContain("Approve it once it is as it should be");
  await enter(stage, "Judy", "Approve the brief");
  await clearAll(stage, ...council);
  await enter(stage, "Denise", "Put a motion", {
    Motion: "Find that the policy was broken",
    "Rules found to be broken": ["Bullying"],
    Reasons: words.reasons,
  });
  await carry(stage, ...council);
  return codeName;
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[P21] whoever is found to have broken the policy chooses in time or faces a sanction; the heaviest ends membership", async () => {
    stage = await openStage({ platform, organisation: organisationOf("cope397") });
    const { person } = stage;
    const codeName = await playToFinding();
    expect(person("Denise").note()).toContain("Find that the policy was broken: carried.");
    expect(person("Denise").note()).toContain("The case goes on: choice of the member.");
    expect(person("Denise").note()).not.toContain("The notices can be sent now");

    // Nils reads at once between what he chooses, until when, and what holds if he says nothing.
    expect(person("Nils").reads()).toContain(
      "Now you choose how it goes on: “Offers to resign” or “Faces sanctions”. Tell your officer until the end of Sunday, 15 March 2026. If you say nothing by then, this holds: “Faces sanctions”.",
    );
    expect(person("Mona").reads()).not.toContain("acted against the policy");
    await person("Nils").command("mycase");
    expect(person("Nils").note()).toContain("the member chooses how it goes on");
    await person("Nils").press("Timeline");
    expect(person("Nils").note()).toContain("choice of the member: by Sunday, 15 March 2026");
    await person("Judy").command("due");
    expect(person("Judy").note()).toContain("choice of the member: by Sunday, 15 March 2026");

    // He says nothing: to the last minute the choice is his.
    await stage.moveTo("2026-03-15T23:59");
    await person("Judy").command("case show", { code: codeName });
    expect(person("Judy").note()).toContain("choice of the member");
    expect(person("Judy").canPress("Offers to resign")).toBe(true);
    await stage.moveTo("2026-03-16T00:00");
    await person("Judy").command("case show", { code: codeName });
    expect(person("Judy").note()).toMatch(/Stage:\W+sanction/);
    await person("Judy").press("Open the file");
    await person("Judy").press("Timeline");
    await person("Judy").press("Next");
    expect(person("Judy").note()).toContain("Stage concluded: Faces sanctions; next: sanction");

    // The council votes on the sanction, from the brief it has.
    await person("Denise").press("Put a motion");
    expect(
      person("Denise")
        .form()
        ?.fields.map(({ label }) => label),
    ).toEqual(["Motion", "Sanction", "Reasons"]);
    expect(person("Denise").reads()).toContain("loss of membership");
    await person("Denise").fillIn({
      Motion: "Impose a sanction",
      Sanction: "loss of membership",
      Reasons: words.reasons,
    });
    await stage.settle();
    await carry(stage, ...council);
    expect(person("Denise").note()).toContain("The notices can be sent now.");
    await enter(stage, "Denise", "Send the notices");
    for (const party of ["Mona", "Nils"]) {
      expect(person(party).reads()).toContain("Sanction: loss of membership.");
      expect(person(party).reads()).toContain(
        "It holds from Monday, 16 March 2026 until it is ended; it has no last day.",
      );
      expect(person(party).reads()).toContain(words.reasons);
      expect(person(party).reads()).not.toContain("You may appeal");
    }
    await person("Judy").command("case show", { code: codeName });
    expect(person("Judy").note()).toContain("closed");
    expect(person("Judy").note()).toContain("sanction imposed: loss of membership (no last day)");
    await stage.moveTo("2036-03-16T12:00");
    expect(person("Nils").reads()).not.toContain("lapsed on");

    // Who voted how nobody reads, and no word of the case stands where it may not.
    for (const other of ["Walter", "Imran", "Bea", "Lo"]) {
      for (const planted of Object.values(words)) expect(person(other).reads()).not.toContain(planted);
      expect(person(other).reads()).not.toMatch(/Nils|Mona/);
    }
    await person("Ray").command("vote show", { code: codeName });
    expect(person("Ray").note()).not.toMatch(/Denise|Olena|Marcel/);
    for (const planted of [...Object.values(words), "Mona", "Nils"])
      expect(stage.logged.join("\n")).not.toContain(planted);
  });

  test.each([
    ["[P05] what happened at a private party", "not for this procedure"],
    ["[P17] what was said in a room of the caucus", "not said in public"],
  ] as const)("%s is no matter for this procedure: it is closed, and the author reads why", async (_, outcome) => {
    stage = await openStage({ platform, organisation: organisationOf("cope397") });
    const { person } = stage;
    const codeName = await file(stage, [
      {
        "What happened?": words.what,
        "How are you involved?": "I saw or heard it",
        "Which rules?": ["Speaking in public against a decision"],
      },
      { "Who is it about?": [person("Nils").id], "As what were they there?": "not at an event" },
      { "Against which decision?": "2026-04" },
      {},
    ]);
    await enter(stage, "Judy", "Take the case");
    await enter(stage, "Judy", outcome, { Reasons: words.reasons });
    expect(person("Mona").reads()).toContain(`Outcome: ${outcome}.`);
    expect(person("Mona").reads()).toContain(words.reasons);
    expect(person("Nils").reads()).not.toContain(codeName);
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toContain("closed");
    await person("Denise").command("vote list");
    expect(person("Denise").note()).not.toContain(codeName);
    for (const planted of Object.values(words)) expect(stage.logged.join("\n")).not.toContain(planted);
  });

  test("[P21] an offer to resign on the last day is recorded, and accepted by the council: no vote on a sanction follows", async () => {
    stage = await openStage({ platform, organisation: organisationOf("cope397") });
    const { person } = stage;
    const codeName = await playToFinding();
    await stage.moveTo("2026-03-15T22:00");
    await enter(stage, "Judy", "Offers to resign");
    await enter(stage, "Denise", "Put a motion", {
      Motion: "Accept the resignation",
      "Sanction, if there is one": "end of office",
      Reasons: words.reasons,
    });
    await carry(stage, ...council);
    await enter(stage, "Denise", "Send the notices");
    await stage.moveTo("2026-03-17T12:00");
    await person("Judy").command("case show", { code: codeName });
    expect(person("Judy").note()).toContain("resignation accepted: end of office (no last day)");
    expect(person("Denise").canPress("Put a motion")).toBe(false);
    expect(person("Nils").reads()).toContain("has been decided: resignation accepted.");
  });
});
