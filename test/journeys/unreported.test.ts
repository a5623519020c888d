import { afterEach, describe, expect, test } from "vitest";

import { enter, file, findBroken, giveToMartin, tick, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const everywhere = platforms().map((platform) => ({ platform }));

const about = (name: string) => [
  {
    "What happened?": words.what,
    "How are you involved?": "It happened to me",
    "Is it about the Union, a member, or a group?": "A member",
  },
  {
    "Which rules?": ["Personal harassment"],
    "Who is it about?": [stage.person(name).id],
    "When did it happen, or stop?": "2026-10-10",
  },
  {},
];

/** Nothing of a case stands in a log line, nor before somebody who has no part in it. */
function isKeptFrom(...names: readonly string[]): void {
  for (const planted of [...Object.values(words), "PLANTED-WHY", "Nils", "Aisha"])
    expect(stage.logged.join("\n")).not.toContain(planted);
  for (const name of names) expect(stage.person(name).reads()).not.toContain("PLANTED");
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[F157][F276] a manager opens a case of discipline that nobody has reported, at a later stage, with a reason; nobody else may, and nobody is told as a complainant", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    for (const other of ["Mona", "Karen", "Nils"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(other).command("open");
      expect(person(other).note()).toContain("Not for you here");
    }
    const text = {
      "What happened?": words.what,
      "Why is it opened, and why at this stage?": "PLANTED-WHY seen by three",
    };
    await person("Denise").command("open");
    await person("Denise").fillIn({
      "Where does it begin?": "Members Disciplinary Panel",
      "Who is it about?": [person("Denise").id],
      ...text,
    });
    expect(person("Denise").note()).toContain("What helps");
    await person("Denise").press("Change what you wrote");
    await person("Denise").fillIn({ "Who is it about?": [person("Nils").id] });
    await stage.settle();
    expect(person("Denise").note()).toContain("Nobody it is about has been told.");
    const codeName = codeNameIn(person("Denise").note());
    for (const handler of ["Denise", "Helen", "Ruth", "Jack"])
      expect(person(handler).rooms()).toEqual([`case-${codeName}`]);
    await person("Helen").command("case show", { code: codeName });
    expect(person("Helen").note()).toContain("nobody: opened without a report");
    await person("Helen").command("case timeline", { code: codeName });
    expect(person("Helen").note()).toMatch(/Opened without a report; left out: .+ and .+/);
    for (const name of ["Nils", "Mona"]) {
      expect(person(name).reads()).not.toContain(codeName);
      // oxlint-disable-next-line no-await-in-loop
      await person(name).command("mycase");
      expect(person(name).note()).toContain("No report of yours is here");
    }
    isKeptFrom("Nils", "Mona", "Karen", "Craig");
  });

  test("[F161][F162] the matter of a student trustee goes on by bye-law 10 as another case; both files point to each other, for those who may read both", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    const codeName = await file(stage, about("Aisha"));
    await enter(stage, "David", "Take the case");
    await person("David").press("Procedure of bye-law 10");
    await person("David").press("Nothing stands in the way, and I keep it confidential");
    await stage.settle();
    expect(person("Mona").reads()).toContain("Outcome: Procedure of bye-law 10.");
    const [other = ""] = person("Helen").rooms();
    const next = other.replace("case-", "");
    expect(next).not.toBe(codeName);
    await person("Helen").command("handover show", { code: next });
    expect(person("Helen").note()).toContain("it came from another procedure: a case that is not yours to read");
    expect(person("Helen").note()).not.toContain(codeName);
    await person("David").command("handover show", { code: codeName });
    expect(person("David").note()).toContain("it goes on by another procedure: a case that is not yours to read");
    expect(person("David").note()).not.toContain(next);
    // Whoever reads both finds the one from the other.
    await person("Helen").command("case show", { code: next });
    await person("Helen").press("Open the file");
    expect(person("Helen").note()).toContain(words.what);
    await stage.restart();
    await stage.settle();
    expect(person("Helen").rooms()).toEqual([other]);
    isKeptFrom("Aisha", "Karen", "Craig", "Lo");
  });

  test("[F162] exclusion from office is to be enacted by bye-law 10: the case is opened at once, and nobody loses an office before it has been decided there", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    const codeName = await file(stage, about("Ellie"));
    await enter(stage, "Helen", "Take the case");
    await giveToMartin(stage);
    await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
    await findBroken(stage, "Martin");
    await person("Martin").press("upheld");
    await person("Martin").fillIn({ Sanction: "exclusion from office", Reasons: words.reasons });
    if (platform === "discord") await person("Martin").press("Continue");
    await person("Martin").fillIn({ "How long it holds": "6 months" });
    await stage.settle();
    const toEnact = "takes effect only by another procedure (discipline), and does not hold before that.";
    for (const party of ["Mona", "Ellie"])
      expect(person(party).reads()).toContain(`It is to be enacted: it ${toEnact}`);
    await person("Helen").command("sanction show", { code: codeName });
    expect(person("Helen").note()).toContain(`To be enacted: it ${toEnact}`);
    await person("Ellie").command("mycase");
    expect(person("Ellie").note()).toContain("To be enacted");
    const holders = () => stage.redress.house.roster["part_time_officer"]?.length;
    const before = holders();
    // The case of bye-law 10 is there, without whoever complained, and both files point to each other.
    const other = person("Helen")
      .rooms()
      .find((room) => room !== `case-${codeName}`);
    const next = other?.replace("case-", "") ?? "";
    await person("Helen").command("handover show", { code: codeName });
    expect(person("Helen").note()).toContain("what was decided takes effect by another procedure");
    expect(person("Helen").note()).toContain(next);
    await person("Helen").command("case show", { code: next });
    await person("Helen").press("Open the file");
    await person("Helen").press("People");
    expect(person("Helen").note()).toContain("Ellie Rowe");
    expect(person("Helen").note()).not.toContain("Mona Wik");
    // Once it has been decided there it holds, from that day.
    await stage.moveTo("2026-11-02T10:00");
    expect(holders()).toBe(before);
    await person("Helen").command("sanction confirm", { code: codeName });
    await person("Helen").fillIn({
      "What was said?": "It is confirmed",
      "Who said so, where and when?": "The panel of five, 30 October.",
    });
    await stage.settle();
    await person("Helen").command("sanction show", { code: codeName });
    expect(person("Helen").note()).toContain("It holds until Sunday, 2 May 2027");
    expect(holders()).toBe((before ?? 0) - 1);
    isKeptFrom("Karen", "Craig", "Lo");
  });

  test("[F145][F163] about an associate the Chief Executive decides for good; of a member of the staff, who is no party, the file keeps the name, and what is decided is about the Union", async () => {
    const nils = {
      name: "Nils Orrby",
      offices: [],
      classes: ["associate"],
      discord: "100000000000000142",
      slack: "U00000142",
      locale: "en",
    };
    stage = await openStage({
      platform,
      organisation: { ...union, officials: [...union.officials, nils] },
      start: "2026-10-15T10:00",
    });
    const { person } = stage;
    const short = await file(stage, about("Nils"));
    await enter(stage, "Helen", "Take the case");
    await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
    await person("Helen").press("Upheld by the Chief Executive");
    await person("Helen").press("Nothing stands in the way, and I keep it confidential");
    await person("Helen").fillIn({
      "Rules found to be broken": ["Personal harassment"],
      Sanction: "apology",
      Reasons: words.reasons,
    });
    if (platform === "discord") await person("Helen").press("Continue");
    await person("Helen").fillIn({ "Time to do it": "2 weeks" });
    await stage.settle();
    for (const party of ["Mona", "Nils"]) {
      expect(person(party).reads()).toContain("Sanction: apology");
      expect(person(party).reads()).not.toMatch(/You may appeal|ask for/);
    }

    const other = await file(stage, about("Simon"));
    expect(other).not.toBe(short);
    await person("Simon").command("mycase");
    expect(person("Simon").note()).toContain("No report of yours is here");
    await person("Helen").command("case show", { code: other });
    await person("Helen").press("Open the file");
    expect(person("Helen").note()).toContain("Simon Frost");
    await person("Helen").press("People");
    expect(person("Helen").note()).not.toContain("Simon Frost");
    expect(person("Simon").rooms()).toEqual([]);
    isKeptFrom("Simon", "Karen", "Lo");
  });

  test("[F165] the Chief Executive names a nominee to the end of a day: that person reads what is reported until then, and is told; nobody else names one", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    for (const other of ["Ruth", "Mona", "Priya"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(other).command("handover name");
      expect(person(other).note()).toContain("Not for you here");
    }
    await person("Helen").command("handover name");
    await person("Helen").fillIn({
      "Whom do you name?": [person("Denise").id],
      "Until the end of which day?": "2026-10-16",
    });
    await stage.settle();
    expect(person("Denise").reads()).toMatch(/nominee/i);
    const during = await file(stage, about("Nils"));
    expect(person("Denise").rooms()).toEqual([`case-${during}`]);
    await stage.moveTo("2026-10-17T09:00");
    const afterwards = await file(stage, about("Nils"));
    expect(person("Denise").rooms()).not.toContain(`case-${afterwards}`);
    isKeptFrom("Denise", "Karen");
  });

  test("[K28] a safety officer records an incident that nobody has reported, about nobody who is known; the file is there, and begins with the assessment", async () => {
    stage = await openStage({ platform });
    const { person } = stage;
    await person("Petra").command("open");
    expect(person("Petra").note()).toContain("Not for you here");
    await person("Sara").command("open");
    await person("Sara").fillIn({
      "What happened?": words.what,
      "Why is it opened, and why at this stage?": "PLANTED-WHY I was there",
    });
    await stage.settle();
    const codeName = codeNameIn(person("Sara").note());
    for (const officer of ["Sara", "Omar"]) expect(person(officer).rooms()).toEqual([`case-${codeName}`]);
    await person("Omar").command("case show", { code: codeName });
    expect(person("Omar").note()).toContain("nobody: opened without a report");
    await person("Omar").press("Open the file");
    expect(person("Omar").note()).toContain(words.what);
    await enter(stage, "Omar", "Take the case");
    await enter(stage, "Omar", "No rule was broken", { Reasons: words.reasons });
    expect(person("Omar").reads()).toContain("closed");
    isKeptFrom("Petra", "Mona", "Lo");
  });

  test("[A07] a report that was dismissed as knowingly false can be followed by a case about whoever made it; both files say so", async () => {
    stage = await openStage({ platform, organisation: organisationOf("asec") });
    const { person } = stage;
    const codeName = await file(stage, [
      {
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "Which rules?": ["Personal conduct"],
      },
      { "Who is it about?": [person("Grace").id] },
      { "How serious is it, to you?": "serious", "How can we reach you?": words.contact },
    ]);
    await enter(stage, "Maren", "Take the case");
    await enter(stage, "Maren", "Acknowledge the report", { "Your message": "Thank you, Mona." });
    await enter(stage, "Maren", "accepted, to be investigated");
    await person("Maren").command("handover counter", { code: codeName });
    expect(person("Maren").note()).toContain(
      "This report was not dismissed for this reason: whoever reported knew that it was false.",
    );
    await tick(stage, "Maren", "Tell the respondent what the report says", "Hear the respondent");
    await enter(stage, "Maren", "investigation done");
    await person("Maren").press("not upheld");
    await person("Maren").press("Nothing stands in the way, and I keep it confidential");
    await person("Maren").fillIn({
      "For which of these reasons?": ["whoever reported knew that it was false"],
      Reasons: words.reasons,
    });
    await stage.settle();
    await person("Maren").command("handover counter", { code: codeName });
    await person("Maren").fillIn({ "How is it known that they knew?": "PLANTED-WHY they said so" });
    await stage.settle();
    const rooms = person("Maren").rooms();
    expect(rooms).toHaveLength(2);
    const next = rooms.find((room) => !room.includes(codeName))?.replace("case-", "") ?? "";
    await person("Maren").command("handover show", { code: codeName });
    expect(person("Maren").note()).toContain(`about the report, which was knowingly false: ${next}`);
    await person("Maren").command("handover show", { code: next });
    expect(person("Maren").note()).toContain(`about the report of that case, which was knowingly false: ${codeName}`);
    // Mona is told of nothing before the procedure says so.
    expect(person("Mona").reads()).not.toContain(next);
    await person("Mona").command("mycase");
    expect(person("Mona").note()).not.toContain(next);
    isKeptFrom("Theo", "Ben");
  });
});
