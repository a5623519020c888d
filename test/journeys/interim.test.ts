import { afterEach, describe, expect, test } from "vitest";

import { aboutMember, enter, file, findBroken, giveToMartin, letterPage, tick, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const everywhere = platforms().map((platform) => ({ platform }));
const why = "PLANTED-INTERIM two people say the same, and they work together";
const again = "PLANTED-REVIEW the hearing is on Friday";

/** A complaint about Grace, of the staff of ASEC. */
const aboutGrace = () => [
  { "What happened?": words.what, "How are you involved?": "It happened to me", "Which rules?": ["Personal conduct"] },
  { "Who is it about?": [stage.person("Grace").id] },
  { "How serious is it, to you?": "serious", "How can we reach you?": words.contact },
];

/** A complaint about Nils, a member of the union. */
const aboutNils = () => aboutMember(stage, "Nils", "2026-10-20");

/** Nothing of it stands in a log line or before somebody who has no part in the case. */
function isKeptFrom(...names: readonly string[]): void {
  const log = stage.logged.join("\n");
  for (const planted of [...Object.values(words), why, again, "Mona", "Grace", "Nils"])
    expect(log).not.toContain(planted);
  for (const name of names)
    for (const planted of [...Object.values(words), why, again, "leave of absence", "temporary exclusion"])
      expect(stage.person(name).reads()).not.toContain(planted);
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[A29] leave of absence holds from when the person is told until the case is closed, and the ledger shows both days", async () => {
    stage = await openStage({ platform, organisation: organisationOf("asec"), start: "2026-12-01T10:00" });
    const { person } = stage;
    const codeName = await file(stage, aboutGrace());
    await enter(stage, "Maren", "Take the case");
    expect(person("Grace").reads()).not.toContain(codeName);

    await person("Maren").press("For now: leave of absence");
    expect(person("Maren").form()?.text).toContain(
      "The person is told at once, and learns with it that there is a case.",
    );
    await person("Maren").fillIn({ Reasons: why });
    await stage.settle();
    const told = person("Grace").reads();
    expect(told).toContain(
      `While case ${codeName} is handled, this holds for you: leave of absence. The ground: a serious breach is reported.`,
    );
    expect(told).toContain("It holds from Tuesday, 1 December 2026. It ends with the case, unless it is ended before.");
    expect(told).toContain("It is looked at again by Tuesday, 15 December 2026.");
    expect(told).toContain("Nothing has been found or decided about what is reported.");
    expect(told).toContain(why);
    expect(person("Mona").reads()).not.toContain("leave of absence");
    await person("Maren").command("case show", { code: codeName });
    expect(person("Maren").note()).toContain("leave of absence (since Tuesday, 1 December 2026)");
    // Twice is once.
    await person("Maren").command("sanction impose", { code: codeName });
    expect(person("Maren").note()).toContain("That has been done already.");
    await person("Grace").command("mycase");
    expect(person("Grace").note()).toContain("Your sanction: leave of absence");
    await person("Maren").command("sanction list");
    expect(person("Maren").note()).toContain(`${codeName}: leave of absence, no last day`);

    // Looked at again on the last day; then so long after.
    await stage.moveTo("2026-12-15T09:00");
    expect(person("Maren").reads()).toContain(
      "say by Tuesday, 15 December 2026 whether this goes on: leave of absence.",
    );
    await person("Maren").command("sanction review", { code: codeName });
    await person("Maren").fillIn({ "Why does it go on?": again });
    await stage.settle();
    await person("Maren").command("sanction show", { code: codeName });
    expect(person("Maren").note()).toContain("To be looked at again by Tuesday, 29 December 2026.");
    expect(person("Maren").note()).toContain("looked at again on Tuesday, 15 December 2026: it goes on");
    expect(person("Grace").reads()).not.toContain(again);

    await stage.moveTo("2027-01-15T10:00");
    await enter(stage, "Maren", "Acknowledge the report", { "Your message": "Thank you, Mona." });
    await enter(stage, "Maren", "dismissed", {
      "For which of these reasons?": ["it is frivolous"],
      Reasons: words.reasons,
    });
    expect(person("Grace").reads()).toContain(
      `This held while case ${codeName} was handled, and ended with the case on Friday, 15 January 2027: leave of absence.`,
    );
    await person("Maren").command("sanction show", { code: codeName });
    expect(person("Maren").note()).toContain("leave of absence: from Tuesday, 1 December 2026");
    expect(person("Maren").note()).toContain("ended on Friday, 15 January 2027");
    await person("Maren").command("sanction list");
    expect(person("Maren").note()).not.toContain("leave of absence");
    const heard = person("Maren").reads().length;
    await stage.moveTo("2027-02-15T10:00");
    expect(person("Maren").reads().slice(heard)).not.toContain("whether this goes on");
    isKeptFrom("Theo", "Joy", "Anika", "Lucas", "Ben");
  });

  test("[A31] the board puts the Executive Director on leave by a vote, asked by those who look into it; it ends with the case, and its chair says whether it goes on", async () => {
    stage = await openStage({ platform, organisation: organisationOf("asec"), start: "2026-12-01T10:00" });
    const { person } = stage;
    const codeName = await file(stage, [
      {
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "Which rules?": ["Personal conduct"],
      },
      { "Who is it about?": [person("Maren").id] },
      { "How serious is it, to you?": "serious", "How can we reach you?": words.contact },
    ]);
    await enter(stage, "Anika", "Take the case");
    await stage.moveTo("2026-12-03T10:00");
    for (const director of ["Theo", "Joy"]) expect(person(director).rooms()).toEqual([]);

    await person("Anika").press("For now: leave of absence");
    expect(person("Anika").form()?.text).toContain("its members learn that there is a case");
    await person("Anika").fillIn({ Reasons: why });
    await stage.settle();
    expect(person("Theo").reads()).toContain(
      "You are asked whether this holds while the case is handled: leave of absence.",
    );
    expect(person("Maren").reads()).not.toContain(codeName);
    for (const director of ["Theo", "Joy", "Peter", "Mina", "Sam"]) {
      // oxlint-disable no-await-in-loop -- one after the other
      await person(director).press("Read the brief");
      await person(director).press("Nothing stands in the way, and I keep it confidential");
      expect(person(director).note()).toContain(why);
      // oxlint-enable no-await-in-loop
    }
    await person("Joy").command("vote impose", { code: codeName });
    expect(person("Joy").note()).toContain("Not possible");
    await person("Theo").press("Put it to the vote");
    await stage.settle();
    for (const [director, choice] of [
      ["Theo", "In favour"],
      ["Joy", "In favour"],
      ["Peter", "In favour"],
      ["Mina", "In favour"],
      ["Sam", "Against"],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop
      await person(director).press(choice);
    await stage.settle();
    expect(person("Maren").reads()).not.toContain(codeName);
    await person("Theo").press("Close the vote");
    await stage.settle();
    expect(person("Maren").reads()).toContain(
      `While case ${codeName} is handled, this holds for you: leave of absence.`,
    );
    expect(person("Maren").reads()).toContain("It ends with the case, unless it is ended before.");
    await person("Anika").command("case show", { code: codeName });
    expect(person("Anika").note()).toContain("leave of absence (since Thursday, 3 December 2026)");

    // The chair of the board looks at it again, not those who look into the case.
    await stage.moveTo("2026-12-17T10:00");
    expect(person("Theo").reads()).toContain(
      "say by Thursday, 17 December 2026 whether this goes on: leave of absence.",
    );
    await person("Anika").command("sanction review", { code: codeName });
    expect(person("Anika").note()).not.toContain("Why does it go on?");
    await person("Theo").command("sanction review", { code: codeName });
    await person("Theo").fillIn({ "Why does it go on?": again });
    await stage.settle();
    await person("Theo").command("sanction show", { code: codeName });
    expect(person("Theo").note()).toContain("To be looked at again by Thursday, 31 December 2026.");

    await enter(stage, "Anika", "Acknowledge the report", { "Your message": "Thank you, Mona." });
    await enter(stage, "Anika", "dismissed", {
      "For which of these reasons?": ["it is frivolous"],
      Reasons: words.reasons,
    });
    expect(person("Maren").reads()).toContain(
      "and ended with the case on Thursday, 17 December 2026: leave of absence.",
    );
    isKeptFrom("Ben", "Ivy", "Nils");
  });

  test("[F204][F205] the Chief Executive alone excludes for a time, on a ground of the list; it is reviewed every 14 days, is told to others when nobody looks, and ends with the case", async () => {
    stage = await openStage({ platform, organisation: organisationOf("fxsu"), start: "2026-11-02T10:00" });
    const { person } = stage;
    const codeName = await file(stage, aboutNils());
    await enter(stage, "Helen", "Take the case");
    await giveToMartin(stage);
    await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
    await person("Ruth").command("sanction impose", { code: codeName });
    expect(person("Ruth").note()).toContain("the Chief Executive");
    expect(person("Nils").reads()).not.toContain("temporary exclusion");

    await person("Helen").press("For now: temporary exclusion");
    await person("Helen").fillIn({ Ground: "it protects members", Reasons: why });
    await stage.settle();
    expect(person("Nils").reads()).toContain(
      "this holds for you: temporary exclusion. The ground: it protects members.",
    );
    expect(person("Nils").reads()).toContain("Still open to you: the advice service.");
    expect(await stage.store.barred()).toHaveLength(1);
    await person("Helen").command("due");
    expect(person("Helen").note()).toContain("look again at: temporary exclusion: by Monday, 16 November 2026");

    await stage.moveTo("2026-11-16T10:00");
    await person("Ruth").command("sanction review", { code: codeName });
    expect(person("Ruth").note()).not.toContain("Why does it go on?");
    await enter(stage, "Helen", "The sanction");
    await person("Helen").press("Goes on: temporary exclusion (B)");
    await person("Helen").fillIn({ "Why does it go on?": again });
    await stage.settle();
    await person("Helen").command("due");
    expect(person("Helen").note()).toContain("look again at: temporary exclusion: by Monday, 30 November 2026");

    // It goes on when nobody looks; that is told to the others who handle the case, then to the chair.
    await stage.moveTo("2026-12-01T09:00");
    await stage.moveTo("2026-12-03T09:00");
    expect(person("Ruth").reads()).toContain("look again at: temporary exclusion");
    expect(person("Helen").reads()).toContain("nobody has said whether this goes on: temporary exclusion.");
    expect(await stage.store.barred()).toHaveLength(1);

    await findBroken(stage, "Martin");
    await enter(stage, "Martin", "upheld", { Sanction: "caution", Reasons: words.reasons }, letterPage);
    expect(person("Nils").reads()).toContain(
      "and ended with the case on Thursday, 3 December 2026: temporary exclusion.",
    );
    expect(await stage.store.barred()).toEqual([]);
    isKeptFrom("Priya", "Callum", "Lo");
  });
});
