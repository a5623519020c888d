import { afterEach, describe, expect, test } from "vitest";

import { respondentsOf } from "../../src/application/organisationParty.ts";
import { enter, file, findBroken, tick, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const NAME = "Falmouth & Exeter Students' Union";

const aboutUnion = [
  {
    "What happened?": words.what,
    "How are you involved?": "It happened to me",
    "Is it about the Union, a member, or a group?": "The Union itself",
  },
  { "Which rules?": ["Cost, quality or delivery of a service"], "When did it happen, or stop?": "2026-02-20" },
  {},
];

const REPRESENTS = `This is for ${NAME}, which the report is about. You represent it`;

describe.each(platforms())("on %s", (platform) => {
  test("[F148][V-02] of a complaint about the Union the Union is the respondent: its notices go to the nominee who represents it, who neither handles nor decides the case and has none of what the Union gets", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-03-02T10:00" });
    const { person } = stage;
    const [ruth, helen, martin] = [person("Ruth"), person("Helen"), person("Martin")];
    const codeName = await file(stage, aboutUnion);
    expect(person("Mona").note()).toContain("It goes to: Helen Carr and Jack Trevena (Bye-law 9.1).");
    for (const receiver of ["Helen", "Jack"]) expect(person(receiver).rooms()).toEqual([`case-${codeName}`]);
    // Before the respondent is told of it, whoever represents it finds nothing of the case anywhere.
    expect(ruth.rooms()).toEqual([]);
    for (const line of ["case show", "case timeline"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await ruth.command(line, { code: codeName });
      expect(ruth.note()).toContain("There is nothing here for you under that name.");
    }
    await ruth.command("mycase");
    expect(ruth.reads()).not.toContain(codeName);

    await enter(stage, "Helen", "Take the case");
    await enter(stage, "Helen", "Given to Stage 1");
    expect(ruth.reads()).toContain(REPRESENTS);
    expect(ruth.reads()).toContain(`There is a report that concerns you (case ${codeName}).`);
    expect(ruth.reads()).not.toContain(words.what);
    // Ruth, who is a head too, is not among those who can be chosen.
    await helen.press("Choose who decides");
    const offered = JSON.stringify(helen.form());
    expect(offered).toContain("Martin Oduya");
    expect(offered).not.toContain("Ruth Pascoe");
    await helen.fillIn({ "Who decides?": "Martin Oduya" });
    await stage.settle();
    await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
    expect(ruth.reads()).toContain(words.note);

    await findBroken(stage, "Martin", "Cost, quality or delivery of a service");
    await martin.press("upheld");
    await martin.fillIn({ Sanction: "recommended improvement", Reasons: words.reasons });
    if (platform === "discord") await martin.press("Continue");
    await martin.fillIn({ "Time to do it": "90 days" });
    await stage.settle();
    for (const party of ["Mona", "Ruth"]) {
      expect(person(party).reads()).toContain(words.reasons);
      expect(person(party).reads()).toContain(
        "You may appeal in writing until the end of Monday, 16 March 2026, to the Chief Executive or nominee.",
      );
    }
    await ruth.command("mycase");
    expect(ruth.note()).toContain("respondent");
    expect(ruth.note()).toContain(NAME);
    expect(person("Mona").reads()).not.toContain("Ruth");
    expect(person("Mona").reads()).not.toContain(REPRESENTS);
    expect(person("Nils").reads()).not.toContain(codeName);

    // What the Union is to do is not among what Ruth has of sanctions.
    const { id = "" } = (await stage.store.caseByCodeName(codeName)) ?? {};
    const stored = await stage.store.caseById(id);
    const respondents = stored === undefined ? [] : respondentsOf(stored);
    expect(respondents.map(({ name, person: whom }) => [name, whom])).toEqual([[NAME, undefined]]);
  });
});
