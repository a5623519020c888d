import { afterEach, describe, expect, test } from "vitest";

import { clearAll, enter, file, letterPage, needsFound, tick, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
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

const optionsOf = (name: string, label: string) =>
  stage
    .person(name)
    .form()
    ?.fields.find((field) => field.label === label)
    ?.options.map((option) => option.label) ?? [];

/** Somebody stands to the case as if there were none. */
async function seesNothing(name: string, codeName: string): Promise<void> {
  const actor = stage.person(name);
  for (const command of ["case show", "handover show", "case why"]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await actor.command(command, { code: codeName });
    expect(actor.note()).toContain("nothing here");
  }
  expect(actor.rooms()).toEqual([]);
  expect(actor.reads()).not.toMatch(/PLANTED|Zoe Marsh/);
}

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[F160][F151][F165][F177][F153] external trustees choose the procedure, the Chief Executive who decides, who may have somebody act for them; a committee decides by its vote", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const { person } = stage;
    const codeName = await file(stage, about("Zoe"));
    expect(person("Mona").note()).toContain("It goes to: Margaret Hale, David Osei and Lorna Finch");
    for (const trustee of ["Margaret", "David", "Lorna"]) expect(person(trustee).rooms()).toEqual([`case-${codeName}`]);
    for (const other of ["Helen", "Ruth", "Jack", "Zoe"]) await seesNothing(other, codeName);

    await enter(stage, "David", "Take the case");
    await person("David").press("This procedure");
    await person("David").press("Nothing stands in the way, and I keep it confidential");
    await stage.settle();
    // It goes on to those whose stage the assessment is; the trustees have done their part.
    // They have a room of their own: what the trustees wrote to each other is not theirs to read.
    for (const receiver of ["Helen", "Ruth", "Jack"]) expect(person(receiver).rooms()).toEqual([`case-${codeName}-2`]);
    for (const trustee of ["Margaret", "David", "Lorna"]) expect(person(trustee).rooms()).toEqual([]);
    await person("David").command("case show", { code: codeName });
    expect(person("David").note()).toContain("nothing here");

    // The Chief Executive is away, and names somebody for this case, to the end of a day.
    await person("Ruth").command("handover delegate", { code: codeName });
    expect(person("Ruth").note()).toContain("You hold no office whose holder may have somebody else act.");
    await person("Helen").command("handover delegate", { code: codeName });
    await person("Helen").fillIn({
      "Who acts for you?": [person("Zoe").id],
      Why: "PLANTED-LEAVE on leave",
    });
    expect(person("Helen").note()).toContain("That person cannot take part in this case.");
    await person("Helen").command("handover delegate", { code: codeName });
    await person("Helen").fillIn({
      "Who acts for you?": [person("Denise").id],
      "Until the end of which day? Empty: no end": "2026-10-22",
      Why: "PLANTED-LEAVE on leave",
    });
    await stage.settle();
    expect(person("Denise").rooms()).toEqual([`case-${codeName}-2`]);
    await person("Denise").command("handover show", { code: codeName });
    expect(person("Denise").note()).toContain(
      "Denise Holt, for Helen Carr, until the end of Thursday, 22 October 2026",
    );

    await person("Denise").command("case conclude", { code: codeName, outcome: "allocated" });
    await stage.settle();
    expect(person("Mona").reads()).toContain("Given to Stage 1");
    await person("Denise").command("case conclude", { code: codeName, outcome: "upheld" });
    expect(person("Denise").note()).toContain("Nobody has been chosen yet to decide this.");
    await person("Denise").press("Choose who decides");
    // Zoe is a party, and stands in no list.
    expect(optionsOf("Denise", "Who decides?")).toEqual([
      "Priya Nair",
      "Callum Reid",
      "Ben Tanner",
      "Executive Committee",
      "Appointments Committee",
      "Finance Committee",
      "Remuneration and HR Committee",
      "Martin Oduya",
      "Ruth Pascoe",
      "Jack Trevena",
    ]);
    await person("Denise").fillIn({ "Who decides?": "Executive Committee" });
    await stage.settle();
    await stage.moveTo("2026-10-23T09:00");
    expect(person("Denise").rooms()).toEqual([]);
    await person("Denise").command("case show", { code: codeName });
    expect(person("Denise").note()).toContain("nothing here");

    await tick(stage, "Helen", "Tell the respondent what the report says");
    await person("Helen").press("Ask each party what support they need");
    await person("Helen").fillIn({ "complainant (A): support needed": "is given", "What was found": words.note });
    await stage.settle();
    await enter(stage, "Helen", "Write the brief", { "What is needed to decide": words.brief });
    await enter(stage, "Helen", "Approve the brief");
    const members = ["Priya", "Callum", "Ben", "Ellie", "Noah"] as const;
    for (const member of members) expect(person(member).rooms()).toEqual([`board-${codeName}`]);
    expect(person("Zoe").rooms()).toEqual([]);
    await clearAll(stage, ...members);
    const motion = {
      Motion: "upheld",
      "Rules found to be broken": ["Personal harassment"],
      "Sanction, if it is upheld": "caution",
      Reasons: words.reasons,
    };
    await enter(stage, "Priya", "Put a motion", motion, letterPage);
    // Nobody has looked yet at what the respondent needs.
    expect(person("Priya").note()).toContain("Ask each party what support they need");
    await person("Helen").command("case task", { code: codeName, task: "support_needs" });
    await person("Helen").fillIn({
      "respondent (B): support needed": needsFound["respondent (B): support needed"],
      "What was found": words.note,
    });
    await stage.settle();
    await enter(stage, "Priya", "Put a motion", motion, letterPage);
    for (const member of ["Priya", "Callum"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(member).press("In favour");
    }
    await stage.settle();
    await person("Priya").press("Close the vote");
    expect(person("Priya").note()).toContain("There is no quorum: 3 must be present. 2 are present.");
    await person("Ellie").press("In favour");
    await stage.settle();
    await enter(stage, "Priya", "Close the vote");
    for (const party of ["Mona", "Zoe"]) expect(person(party).reads()).toContain("Sanction: caution");
    // The letter goes to whom it is written, and to nobody else.
    expect(person("Zoe").reads()).toContain("Do not do that again.");
    for (const other of ["Mona", "Callum", "Helen"])
      expect(person(other).reads()).not.toContain("Do not do that again.");

    await person("Helen").command("case timeline", { code: codeName });
    const read = person("Helen").note();
    expect(read).toContain("Handed on to those whose stage it is: assessment");
    expect(read).not.toMatch(/PLANTED/);
    for (const planted of [...Object.values(words), "PLANTED-LEAVE", "Zoe", "Denise", "Mona"])
      expect(stage.logged.join("\n")).not.toContain(planted);
    for (const other of ["David", "Karen", "Lo"])
      for (const planted of Object.values(words)) expect(person(other).reads()).not.toContain(planted);
  });
});
