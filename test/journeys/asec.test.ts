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

const asec = organisationOf("asec");
const everywhere = platforms().map((platform) => ({ platform }));
const directors = ["Theo", "Joy", "Peter", "Mina"] as const;

/** The pages of a report about somebody with an account here. */
const about = (name: string) => [
  { "What happened?": words.what, "How are you involved?": "It happened to me", "Which rules?": ["Personal conduct"] },
  { "Who is it about?": [stage.person(name).id] },
  { "How serious is it, to you?": "serious", "How can we reach you?": words.contact },
];

/** The answers of everything that lists cases, with the code name of the case taken out. */
async function listsOf(name: string, codeName: string): Promise<readonly string[]> {
  const lists: string[] = [];
  for (const command of ["case list", "due", "vote list", "mycase", "redress"]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await stage.person(name).command(command);
    lists.push(stage.person(name).note());
  }
  for (const command of ["case show", "case timeline", "case why", "vote show", "vote brief"]) {
    // oxlint-disable-next-line no-await-in-loop
    await stage.person(name).command(command, { code: codeName });
    lists.push(stage.person(name).note().replaceAll(codeName, "CODE"));
  }
  return lists;
}

/** Whoever leads the case accepts it, and both sides are heard. */
async function investigate(officer: string): Promise<void> {
  await enter(stage, officer, "Take the case");
  await enter(stage, officer, "Acknowledge the report", { "Your message": "Thank you, Mona." });
  await enter(stage, officer, "accepted, to be investigated");
  await tick(stage, officer, "Tell the respondent what the report says", "Hear the respondent");
  await enter(stage, officer, "investigation done");
}

/** Nothing of the case stands in a log line, nor before somebody who has no part in it. */
function isKeptFrom(...names: readonly string[]): void {
  const log = stage.logged.join("\n");
  for (const planted of [...Object.values(words), "Mona", "Grace", "Maren"]) expect(log).not.toContain(planted);
  for (const name of names)
    for (const planted of Object.values(words)) expect(stage.person(name).reads()).not.toContain(planted);
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[A35][A40] a complaint about a member of the staff goes to the Executive Director alone, who decides it; both are told on the day", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const codeName = await file(stage, about("Grace"));
    expect(person("Mona").note()).toContain("It goes to: Maren Oliver (Code: Compliance (complaint)).");
    expect(person("Maren").rooms()).toEqual([`case-${codeName}`]);
    await person("Maren").command("due");
    expect(person("Maren").note()).toContain("Acknowledge the report: by Tuesday, 3 March 2026");
    expect(person("Maren").note()).toContain("assessment: by Friday, 6 March 2026");

    await investigate("Maren");
    expect(person("Mona").reads()).toContain("Outcome: accepted, to be investigated.");
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toMatch(/Your officer:\W+Maren Oliver/);
    // Redress has sent the respondent nothing yet, and so says nothing.
    await person("Grace").command("mycase");
    expect(person("Grace").note()).toContain("No report of yours is here");

    await person("Maren").command("case why", { code: codeName });
    expect(person("Maren").note()).toContain("First say whether you have a conflict of interest.");
    expect(person("Maren").note()).not.toMatch(/Call to a meeting|Write the brief|and and/);
    await person("Maren").press("upheld");
    await person("Maren").press("Nothing stands in the way, and I keep it confidential");
    expect(person("Maren").form()?.text).toContain("The part of the Policy Manual that is applied");
    await person("Maren").fillIn({
      "Rules found to be broken": ["Personal conduct"],
      Severity: "serious",
      Sanction: "discipline by the Policy Manual",
      Reasons: words.reasons,
    });
    await stage.settle();
    expect(person("Grace").reads()).not.toContain(codeName);
    await enter(stage, "Maren", "Send the notices");
    for (const party of ["Mona", "Grace"]) {
      expect(person(party).reads()).toContain("Sanction: discipline by the Policy Manual.");
      expect(person(party).reads()).toContain("Code: Breaches (staff)");
      // The code gives no appeal, and names nobody of another organisation.
      expect(person(party).reads()).not.toMatch(/appeal|Council of Safety|Memo|chapter/);
    }
    for (const party of ["Mona", "Grace"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(party).command("mycase");
      expect(person(party).note()).toMatch(/Now:\W+closed/);
    }
    isKeptFrom("Theo", "Joy", "Anika", "Lucas", "Ben", "Nils");
  });

  test("[A27][A30][A35] a complaint about the Executive Director passes by her entirely: two directors look into it, the board votes", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const before = await listsOf("Maren", "no-such-99");
    // She is named among those it is about, not as a reader: she is passed by all the same.
    const codeName = await file(stage, about("Maren"));
    expect(person("Mona").note()).toContain("It goes to: Anika Rao and Lucas Tremblay");
    expect(person("Maren").rooms()).toEqual([]);
    expect(await listsOf("Maren", codeName)).toEqual(before.map((text) => text.replaceAll("no-such-99", "CODE")));

    await investigate("Anika");
    await enter(stage, "Anika", "Write the brief", { "What is needed to decide": `Maren Oliver. ${words.brief}` });
    await enter(stage, "Lucas", "Approve the brief");
    // Those who looked into it do not vote on it; she is no member of what decides.
    for (const director of [...directors, "Sam"]) expect(person(director).rooms()).toEqual([`board-${codeName}`]);
    for (const other of ["Anika", "Lucas"]) expect(person(other).rooms()).toEqual([`case-${codeName}`]);
    expect(await listsOf("Maren", codeName)).toEqual(before.map((text) => text.replaceAll("no-such-99", "CODE")));

    await clearAll(stage, ...directors);
    await enter(stage, "Theo", "Put a motion", {
      Motion: "Uphold the complaint",
      "Rules found to be broken": ["Personal conduct"],
      "Sanction, if it is upheld": "discipline by the board",
      Reasons: words.reasons,
    });
    for (const director of ["Theo", "Joy", "Peter"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(director).press("In favour");
    }
    await stage.settle();
    await person("Theo").press("Close the vote");
    expect(person("Theo").note()).toContain("There is no quorum: 4 must be present. 3 are present.");
    expect(person("Theo").note()).toContain("One more of the Board must come.");
    expect(await listsOf("Maren", codeName)).toEqual(before.map((text) => text.replaceAll("no-such-99", "CODE")));
    await carry(stage, "Theo", "Mina");
    expect(person("Theo").note()).toContain("The notices can be sent now.");
    await enter(stage, "Theo", "Send the notices");

    // The decision is the first that she hears of it.
    expect(person("Maren").reads()).toContain(`The complaint about you in case ${codeName} has been decided: upheld.`);
    expect(person("Maren").reads()).toContain("Sanction: discipline by the board.");
    expect(person("Maren").reads()).not.toContain(words.brief);
    expect(person("Maren").rooms()).toEqual([]);
    isKeptFrom("Sam", "Grace", "Ben", "Nils");
  });

  test("[A36][A37][A38] a complaint says what happened, which rules, about whom, and how to reach the author; what is missing is asked for, and nothing is lost", async () => {
    stage = await openStage({ platform, organisation: asec });
    const mona = stage.person("Mona");
    await mona.command("report");
    await mona.fillIn(about("Grace")[0] ?? {});
    if (platform === "discord") await mona.press("Continue");
    await mona.fillIn({ "When and where?": "the office" });
    expect(mona.reads()).toContain("Say whom it is about: choose the person, or write the name here.");
    if (platform === "discord") await mona.press("Change what you wrote");
    expect(mona.form()?.fields.find(({ label }) => label === "When and where?")?.value).toBe("the office");
    await mona.fillIn({ "Somebody without an account here": "delegate Jo X", "When and where?": "the office" });
    if (platform === "discord") await mona.press("Continue");
    expect(mona.form()?.fields.find(({ label }) => label === "How can we reach you?")?.required).toBe(true);
    await mona.fillIn({ "How can we reach you?": words.contact });
    expect(mona.note()).toContain("They see your name.");
    expect(mona.note()).toContain("Nothing has been sent yet.");
    expect(stage.person("Maren").rooms()).toEqual([]);
    await mona.press("Send the report");
    await stage.settle();
    await enter(stage, "Maren", "Take the case");
    await stage.person("Maren").press("Open the file");
    await stage.person("Maren").press("People");
    expect(stage.person("Maren").note()).toContain("delegate Jo X, no account here");
  });

  test("[V-01][V-02][V-05][E-10] a complaint about a member from the report to anonymising: what the board decides holds, and is told, only once the membership has approved it; what it does not approve goes back", async () => {
    stage = await openStage({ platform, organisation: asec, isWatched: true });
    const { person } = stage;
    const codeName = await file(stage, about("Nils"));
    await person("Maren").command("due");
    expect(person("Maren").note()).toContain("Acknowledge the report: by Tuesday, 3 March 2026");
    expect(person("Maren").note()).toContain("assessment: by Friday, 6 March 2026");
    await person("Maren").press("Open the file");
    await investigate("Maren");
    await enter(stage, "Maren", "Write the brief", { "What is needed to decide": words.brief });
    await enter(stage, "Maren", "Approve the brief");
    await clearAll(stage, ...directors);
    const suspend = async (length: string) => {
      await enter(
        stage,
        "Theo",
        "Put a motion",
        {
          Motion: "Uphold the complaint",
          "Rules found to be broken": ["Personal conduct"],
          "Sanction, if it is upheld": "suspension",
          Reasons: words.reasons,
        },
        { "How long it holds": length },
      );
      await carry(stage, ...directors);
    };
    await suspend("1 year");
    expect(person("Theo").note()).toContain("The case goes on: approval by the membership.");
    await person("Maren").command("sanction show", { code: codeName });
    expect(person("Maren").note()).toContain("does not hold before whoever else has to agree has confirmed it");
    await person("Mona").command("mycase");
    expect(person("Mona").note()).toContain("waiting for the membership");
    await enter(stage, "Maren", "not confirmed by the members", { Reasons: "The meeting of 4 March, minutes 12." });
    await person("Maren").command("sanction show", { code: codeName });
    expect(person("Maren").note()).toContain("It was not confirmed and does not count. A new decision is needed.");
    expect(person("Nils").reads()).not.toContain(codeName);

    // The board decides anew, and this time it is approved.
    await suspend("3 months");
    await enter(stage, "Maren", "confirmed by the members", { Reasons: "The meeting of 4 March, minutes 13." });
    expect(person("Nils").reads()).not.toContain(codeName);
    await stage.moveTo("2026-03-05T10:00");
    await enter(stage, "Theo", "Send the notices");
    for (const party of ["Mona", "Nils"]) {
      expect(person(party).reads()).toContain("has been decided: upheld.");
      expect(person(party).reads()).toContain(
        "It holds from Thursday, 5 March 2026. It lapses on Friday, 5 June 2026.",
      );
      expect(person(party).reads()).not.toContain("1 year");
    }
    await stage.moveTo("2026-06-05T00:00");
    expect(person("Nils").reads()).toContain("Your suspension lapsed on Friday, 5 June 2026.");
    isKeptFrom("Anika", "Lucas", "Grace", "Ben");
    // Records are kept for six years from the day on which the case was closed.
    await playToAnonymising(stage, codeName, "2032-03-06", [words.what, words.reasons, "Mona", "Nils"]);
    await expectKept(stage, ["Mona", "Nils"], {
      [words.what]: ["Maren"],
      [words.contact]: ["Maren"],
      [words.note]: [],
      [words.brief]: [...directors],
      [words.reasons]: ["Mona", "Nils"],
      "minutes 13": [],
      "Mona Wik": [],
      "Nils Orrby": [],
    });
  });

  test("[A34] the members vote on what the board decided, without a name, and without those whom it is about; it holds once they have confirmed it and the notice has arrived", async () => {
    const listed = new Set(["Lo", "Theo", "Mina", "Grace", "Ben", "Nils", "Mona"]);
    const asMember = { classes: ["member"] };
    const officials = [
      ...asec.officials.map((each) => (listed.has(each.name.split(" ")[0] ?? "") ? { ...each, ...asMember } : each)),
      ...asec.everybody
        .filter(({ name }) => ["Lo", "Nils", "Mona"].includes(name.split(" ")[0] ?? ""))
        .map((each) => ({ ...each, offices: [], ...asMember })),
    ];
    stage = await openStage({ platform, organisation: { ...asec, officials } });
    const { person } = stage;
    const codeName = await file(stage, about("Nils"));
    await investigate("Maren");
    await enter(stage, "Maren", "Write the brief", { "What is needed to decide": words.brief });
    await enter(stage, "Maren", "Approve the brief");
    await clearAll(stage, ...directors);
    const motion = {
      Motion: "Uphold the complaint",
      "Rules found to be broken": ["Personal conduct"],
      "Sanction, if it is upheld": "suspension",
      Reasons: words.reasons,
    };
    const suspend = async (length: string) => {
      await enter(stage, "Theo", "Put a motion", motion, { "How long it holds": length });
      await carry(stage, ...directors);
    };
    await suspend("90 days");

    const put = async (text: string, day = "2026-03-05") => {
      await person("Maren").command("sanction ballot", { code: codeName });
      await person("Maren").fillIn({ "What do they vote on?": text, "Until which day can be voted?": day });
      await stage.settle();
      return person("Maren").note();
    };
    expect(await put("Nils Orrby is suspended for 90 days.")).toContain("Nils");
    for (const member of ["Lo", "Grace", "Ben"]) expect(person(member).rooms()).toEqual([]);

    // They do not confirm it: the board decides anew.
    await put("Somebody is suspended for 90 days. Do you confirm it?", "2026-03-02");
    await person("Grace").press("Against");
    await stage.moveTo("2026-03-03T09:00");
    expect(person("Maren").reads()).toContain(`In case ${codeName} the suspension was not confirmed`);
    await person("Maren").command("sanction show", { code: codeName });
    expect(person("Maren").note()).toContain("It was not confirmed and does not count.");
    await suspend("60 days");
    const asked = "PLANTED-ASKED Somebody is suspended for 60 days (Personal conduct). Do you confirm it?";
    expect(await put(asked)).toContain("The vote is being opened, until Thursday, 5 March 2026.");
    await person("Maren").command("sanction ballot", { code: codeName });
    expect(person("Maren").note()).toContain("Thursday, 5 March 2026");

    for (const member of ["Lo", "Grace", "Ben"]) {
      expect(person(member).reads()).toContain(asked);
      expect(person(member).reads()).not.toMatch(new RegExp(`Nils|Mona|${codeName}`));
    }
    for (const other of ["Nils", "Mona", "Anika"]) expect(person(other).reads()).not.toContain("PLANTED-ASKED");
    expect(person("Grace").canPress("Close the vote")).toBe(false);
    // Whoever steps aside in the case has no part in this vote any more either, and reads nothing of it.
    await person("Mina").press("Against");
    await stage.settle();
    const inRooms = person("Mina").rooms().length;
    await person("Mina").command("vote recuse", { code: codeName });
    await stage.settle();
    expect(inRooms - person("Mina").rooms().length).toBe(2);
    await person("Mina").command("vote list");
    expect(person("Mina").note()).not.toMatch(/[a-z]+-[a-z]+-\d\d/u);
    await person("Grace").press("In favour");
    await person("Ben").press("In favour");
    await stage.settle();
    await person("Maren").command("sanction show", { code: codeName });
    expect(person("Maren").note()).toContain("does not hold before");

    await stage.moveTo("2026-03-06T09:00");
    expect(person("Grace").reads()).toContain("2 in favour, 0 against");
    expect(person("Maren").reads()).toContain(`In case ${codeName} the suspension was confirmed.`);
    await person("Maren").command("sanction show", { code: codeName });
    expect(person("Maren").note()).toContain("It begins when the decision has reached the person.");
    expect(person("Maren").note()).toContain("confirmed on Friday, 6 March 2026 (Code: Breaches (members))");
    expect(person("Nils").reads()).not.toContain(codeName);
    await enter(stage, "Theo", "Send the notices");
    for (const party of ["Mona", "Nils"])
      expect(person(party).reads()).toContain("It holds from Friday, 6 March 2026. It lapses on Tuesday, 5 May 2026.");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|Mona/);
  });

  test("an informal way needs the written consent of both; without it the case is investigated", async () => {
    stage = await openStage({ platform, organisation: asec });
    const { person } = stage;
    const codeName = await file(stage, about("Grace"));
    await enter(stage, "Maren", "Take the case");
    await enter(stage, "Maren", "Acknowledge the report", {});
    await enter(stage, "Maren", "An informal way may be possible");
    await enter(stage, "Maren", "Ask for agreement", {
      "What they are asked to agree to": "They meet with a mediator.",
    });
    await person("Mona").press("I agree");
    await stage.settle();
    expect(person("Maren").reads()).toContain(
      "Both sides agree to try: Still open: Written consent of the respondent.",
    );
    expect(person("Maren").canPress("Both sides agree to try")).toBe(false);
    await enter(stage, "Maren", "No agreement");
    await person("Maren").command("case show", { code: codeName });
    expect(person("Maren").note()).toMatch(/Stage:\W+investigation/);
  });
});
