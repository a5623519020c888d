import type { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, test } from "vitest";

import { expectKept } from "./confidential.ts";
import { carry, clearAll, enter, file, tick, words } from "./decisions.ts";
import { playToAnonymising } from "./everythingKept.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const zone = organisationOf("cope397").timezone;
const forChair = (text: string) => text.replaceAll("    tie: fails\n", "    tie: chair\n");
const local = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" });
const everywhere = platforms().map((platform) => ({ platform }));
const council = ["Denise", "Ray", "Olena", "Marcel", "Tanya"] as const;

/** Mona reports a delegate; the secretary looks into it, and its chair puts to the council that the policy was broken. */
async function playToMotion(): Promise<string> {
  const { person } = stage;
  const codeName = await file(stage, [
    { "What happened?": words.what, "How are you involved?": "I saw or heard it", "Which rules?": ["Bullying"] },
    { "Who is it about?": [person("Nils").id], "As what were they there?": "delegate", "When was that?": "2026-02-20" },
    { "At which event?": "the spring convention" },
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
  return codeName;
}

/** And the council finds that it was. */
async function playToFinding(): Promise<string> {
  const codeName = await playToMotion();
  await carry(stage, ...council);
  return codeName;
}

/** Whether the policy was broken the council decides by consensus. */
const byConsensus = (text: string) =>
  text.replace("contravention: { vote: council_vote,", "contravention: { vote: council_consensus,");

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[P20] whoever assesses a statement reads who held which office on its day; of somebody who sat on no council then the rules point to no breach", async () => {
    stage = await openStage({ platform, organisation: organisationOf("cope397") });
    const { person } = stage;
    const said = async (whom: string): Promise<string> => {
      const codeName = await file(stage, [
        {
          "What happened?": words.what,
          "How are you involved?": "I saw or heard it",
          "Which rules?": ["Speaking in public against a decision"],
        },
        { "Who is it about?": [person(whom).id], "As what were they there?": "delegate" },
        {
          "Against which decision?": "2026-04",
          "What was said in public, and where?": "In the newspaper",
          "When was it said?": "2026-02-20",
        },
      ]);
      await person("Judy").command("case show", { code: codeName });
      await person("Judy").press("Open the file");
      return person("Judy").note();
    };
    const without = await said("Nils");
    expect(without).toContain("Nils Orrby, Friday, 20 February 2026: held no office that is known here");
    expect(without).toContain("By that, the rules point to this outcome: had left the caucus by then.");
    const sitting = await said("Ray");
    expect(sitting).toMatch(/Ray [^,]+, Friday, 20 February 2026: .*council/);
    expect(sitting).not.toContain("the rules point to");
    expect(stage.logged.join("\n")).not.toMatch(/Nils|Ray /);
  });

  test("[P21][V-01][V-02][E-10] from the report to anonymising: whoever is found to have broken the policy chooses in time or faces a sanction; the heaviest ends membership", async () => {
    stage = await openStage({ platform, organisation: organisationOf("cope397"), isWatched: true });
    const { person } = stage;
    const codeName = await playToFinding();
    expect(person("Denise").note()).toContain("Find that the policy was broken: carried.");
    expect(person("Denise").note()).toContain("The case goes on: choice of the member.");
    expect(person("Denise").note()).not.toContain("The notices can be sent now");

    // Nils reads at once between what he chooses, until when, and what holds if he says nothing.
    expect(person("Nils").reads()).toContain(
      "Now you choose how it goes on: “Offers to resign” or “Faces sanctions”. Choose here or in “My cases” until the end of Sunday, 15 March 2026. If you say nothing by then, this holds: “Faces sanctions”.",
    );
    expect(person("Mona").reads()).not.toContain("acted against the policy");
    await person("Nils").command("mycase");
    expect(person("Nils").note()).toContain("the member chooses how it goes on");
    await person("Nils").press("Timeline");
    expect(person("Nils").note()).toContain("choice of the member: by Sunday, 15 March 2026");
    await person("Judy").command("due");
    expect(person("Judy").note()).toContain("choice of the member: by Sunday, 15 March 2026");

    // The day before the last he is reminded, once; he says nothing: to the last minute the choice is his.
    const reminder =
      "You have until the end of Sunday, 15 March 2026. If you say nothing by then, this holds: “Faces sanctions”.";
    await stage.moveTo("2026-03-13T12:00");
    expect(person("Nils").reads()).not.toContain(reminder);
    await stage.moveTo("2026-03-14T12:00");
    expect(person("Nils").reads()).toContain(reminder);
    for (const other of ["Mona", "Lo"]) expect(person(other).reads()).not.toContain("You choose how it goes on");
    await stage.moveTo("2026-03-15T23:59");
    await person("Judy").command("case show", { code: codeName });
    expect(person("Judy").note()).toContain("choice of the member");
    expect(person("Judy").note()).toContain("Whoever it is about chooses this for themselves.");
    await person("Judy").command("case conclude", { code: codeName, outcome: "faces_sanctions" });
    expect(person("Judy").note()).toContain("Whoever it is about chooses this for themselves.");
    await person("Nils").command("choose", { code: codeName });
    expect(person("Nils").note()).toContain("You have until the end of Sunday, 15 March 2026.");
    await person("Nils").press("Offers to resign");
    const late = person("Nils").handle("Yes, I choose this");
    await stage.moveTo("2026-03-16T00:00");
    await person("Nils").pressHandle(late);
    expect(person("Nils").note()).toContain("That is not possible at this stage");
    expect(person("Nils").reads().split("You choose how it goes on: “Offers to resign”")).toHaveLength(3);
    expect(person("Judy").reads()).toContain(`A stage of case ${codeName} is over. Outcome: Faces sanctions.`);
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
    // Records are kept for six years; what ended membership has no last day.
    await playToAnonymising(stage, codeName, "2032-03-17", [words.what, words.reasons, "Mona"]);
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
    await expectKept(stage, ["Mona", "Nils"], {
      [words.what]: ["Judy"],
      // Why it was taken on, as the author is told.
      [words.note]: ["Mona"],
      [words.brief]: [...council],
      [words.reasons]: ["Mona", "Nils"],
      "Mona Wik": [],
      "Nils Orrby": ["Judy"],
    });
  });

  test("[P09][P12][P15][P19] the chair calls the consensus; one objection ends it at once, nobody reads whose; silence until the last moment agrees, and [E-26] none while Redress was away", async () => {
    stage = await openStage({ platform, organisation: organisationOf("cope397", byConsensus) });
    const { person } = stage;
    const codeName = await playToMotion();
    const room = () => person("Ray").reads();
    expect(room()).toContain("Members say what they think. Then the chair calls the consensus");
    for (const name of council) {
      // oxlint-disable no-await-in-loop -- one after the other
      expect(person(name).canPress("I object")).toBe(false);
      await person(name).press("I have said what I think, or pass");
      // oxlint-enable no-await-in-loop
    }
    await person("Ray").command("vote cast", { code: codeName, choice: "object" });
    expect(person("Ray").note()).toContain("The consensus has not been called yet.");
    await person("Ray").press("Call the consensus");
    expect(person("Ray").note()).toContain("chair");
    await person("Denise").command("vote why", { code: codeName });
    expect(person("Denise").note()).toContain("Call the consensus");
    await person("Denise").press("Call the consensus");
    await stage.settle();
    expect(room()).toMatch(/Whoever does not agree presses “I object” before \d\d:\d\d on/);
    await person("Denise").press("Close the vote");
    expect(person("Denise").note()).toContain("One can still object");
    await person("Olena").command("vote cast", { code: codeName, choice: "in-favour" });
    expect(person("Olena").note()).toContain("Here one can choose between these: I agree, I stand aside and I object.");

    // One member objects: the council goes on, and nobody reads who it was.
    await person("Marcel").press("I stand aside");
    expect(person("Marcel").note()).toContain("You can change it for as long as one can object.");
    await person("Marcel").press("I object");
    await stage.settle();
    expect(person("Marcel").note()).toContain(
      "With that there is no consensus. The room is told so, and not who objected.",
    );
    expect(room()).toContain("Find that the policy was broken: no consensus.");
    await person("Ray").command("vote timeline", { code: codeName });
    expect(person("Ray").note()).toContain("Consensus called");
    expect(person("Ray").reads()).not.toMatch(/Marcel.*object|object.*Marcel/);

    // Worded anew, it is called with a command; whoever says nothing agrees, and the clock ends it.
    await enter(stage, "Denise", "Put a motion", {
      Motion: "Find that the policy was broken",
      "Rules found to be broken": ["Bullying"],
      Reasons: "In other words.",
    });
    await person("Denise").command("vote call", { code: codeName });
    await stage.settle();
    await person("Marcel").command("vote cast", { code: codeName, choice: "stand-aside" });
    await person("Tanya").press("I agree");
    await person("Judy").command("due");
    expect(person("Judy").note()).toContain("objections to what was called: by");
    const until = stage.now().add({ hours: 48 });
    await stage.moveTo(local(until.subtract({ minutes: 1 })));
    expect(room()).not.toContain("agreed by consensus");
    // The machine sleeps over the end: whoever could not object has not agreed.
    await stage.sleepUntil(local(until.add({ hours: 3 })));
    expect(room()).not.toContain("agreed by consensus");
    expect(room()).toMatch(/Redress was away from .* to .*, so one may object for longer\./);
    await person("Ray").command("vote timeline", { code: codeName });
    expect(person("Ray").note()).toContain("Redress was away, so one may object for longer");
    await stage.moveTo(local(until.add({ hours: 3, minutes: 2 })));
    expect(room()).toContain("Find that the policy was broken: agreed by consensus.");
    expect(person("Tanya").canPress("I object")).toBe(false);
    await person("Judy").command("case show", { code: codeName });
    expect(person("Judy").note()).toContain("choice of the member");
    expect(person("Judy").reads()).not.toMatch(/stand aside|objected/);

    // What anybody said is gone with the end: in the store is nothing more to read.
    const kept = await stage.store.caseByCodeName(codeName);
    const votes = (kept?.entries ?? []).flatMap(({ entry }) => (entry.kind === "motion-put" ? [entry.vote] : []));
    expect(votes).toHaveLength(2);
    for (const vote of votes) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const ended = await stage.store.vote(vote);
      expect(new Set(ended?.voters.map(({ choice }) => choice))).toEqual(new Set([undefined]));
    }
    expect(stage.logged.join("\n")).not.toMatch(/stand-aside|object\b/);
  });

  test("[P09] a tie waits for the casting vote of the chair, and nobody else can give it", async () => {
    stage = await openStage({ platform, organisation: organisationOf("cope397", forChair) });
    const { person } = stage;
    const codeName = await playToMotion();
    const sides = ["In favour", "In favour", "Against", "Against", "Abstain"];
    for (const [i, name] of council.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(name).press(sides[i] ?? "");
    }
    await person("Denise").press("Close the vote");
    await stage.settle();
    expect(person("Ray").reads()).toContain("the chair decides it with a casting vote");
    await person("Ray").press("Casting vote: against");
    expect(person("Ray").note()).toContain("chair");
    await person("Denise").command("vote put", { code: codeName });
    expect(person("Denise").note()).toContain("waits for the casting vote of the chair");
    await person("Denise").command("vote tie", { code: codeName, choice: "in-favour" });
    await stage.settle();
    expect(person("Denise").note()).toContain("Your casting vote is given: in favour. The motion is carried.");
    expect(person("Ray").reads()).toContain("Find that the policy was broken: carried.");
    await person("Judy").command("case show", { code: codeName });
    expect(person("Judy").note()).toContain("choice of the member");
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
      {
        "Against which decision?": "2026-04",
        "What was said in public, and where?": words.note,
        "When was it said?": "2026-02-20",
      },
    ]);
    await enter(stage, "Judy", "Take the case");
    await person("Judy").press(outcome);
    const asked = person("Judy")
      .form()
      ?.fields.find(({ label }) => label === "For which of these reasons?");
    const because = asked?.options.slice(0, 1).map(({ label }) => label) ?? [];
    await person("Judy").fillIn({
      Reasons: words.reasons,
      ...(asked === undefined ? {} : { "For which of these reasons?": because }),
    });
    await stage.settle();
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
    // Nobody else learns that something is to be chosen, or chooses it.
    for (const other of ["Mona", "Judy", "Denise", "Lo"]) {
      // oxlint-disable no-await-in-loop -- one after the other
      await person(other).command("choose", { code: codeName });
      expect(person(other).note()).not.toMatch(/resign/i);
      // oxlint-enable no-await-in-loop
    }
    // The press asks once more; until then nothing is chosen.
    await person("Nils").press("Offers to resign");
    expect(person("Nils").note()).toContain("Do you choose “Offers to resign”?");
    expect(person("Nils").note()).toContain("you cannot take it back");
    await person("Nils").press("Look at it again");
    expect(person("Nils").note()).toContain("You choose how it goes on: “Offers to resign” or “Faces sanctions”.");
    await person("Nils").press("Offers to resign");
    await person("Nils").press("Yes, I choose this");
    await stage.settle();
    expect(person("Nils").note()).toContain("What you chose has been written down.");
    expect(person("Judy").reads()).toContain(`A stage of case ${codeName} is over. Outcome: Offers to resign.`);
    await person("Judy").command("case timeline", { code: codeName });
    await person("Judy").press("Next");
    expect(person("Judy").note()).toContain("Chosen by the respondent: Offers to resign");
    await person("Nils").command("choose", { code: codeName });
    expect(person("Nils").note()).toContain("That is not possible at this stage");
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
