import { afterEach, describe, expect, test } from "vitest";

import { enter, file, findBroken, tick, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const said = "PLANTED-SAID I saw them at the door of the office";
const source = "PLANTED-SOURCE Priya Nair, of the bar";
const checked = "PLANTED-CHECKED I met her and saw her card";

/** Mona complains about Nils, and the case comes to whoever decides it at Stage 1. */
async function toStage1(): Promise<string> {
  const codeName = await file(stage, [
    {
      "What happened?": words.what,
      "How are you involved?": "It happened to me",
      "Is it about the Union, a member, or a group?": "A member",
    },
    {
      "Which rules?": ["Personal harassment"],
      "Who is it about?": [stage.person("Nils").id],
      "When did it happen, or stop?": "2026-02-20",
    },
    {},
  ]);
  await enter(stage, "Helen", "Take the case");
  await enter(stage, "Helen", "Given to Stage 1");
  await enter(stage, "Helen", "Choose who decides", { "Who decides?": "Martin Oduya" });
  await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
  return codeName;
}

describe.each(platforms())("what those who decide may not know, on %s", (platform) => {
  test("[F159][F231][F236][F268] earlier findings are closed until it is found what was broken, in the file and in every list, and then open; anonymous evidence comes in once it was checked, and only who allowed it reads its source", async () => {
    stage = await openStage({ platform, organisation: organisationOf("fxsu"), start: "2026-03-02T10:00" });
    const { person } = stage;
    const first = await toStage1();
    await findBroken(stage, "Martin");
    await person("Martin").press("upheld");
    await person("Martin").fillIn({ Sanction: "ban for a time", Reasons: words.reasons });
    if (platform === "discord") await person("Martin").press("Continue");
    await person("Martin").fillIn({ "How long it holds": "6 weeks" });
    await stage.settle();
    const martin = person("Martin");
    await martin.command("sanction list");
    expect(martin.note()).toContain(first);

    // The same person again: nothing of the first is said, and what is said is said to whoever has such a case.
    const second = await toStage1();
    await martin.command("sanction list");
    expect(martin.note()).toContain("You handle a case in which nothing earlier may be known before the finding.");
    expect(martin.note()).not.toContain("ban for a time");
    await martin.command("case show", { code: second });
    await martin.press("Open the file");
    await martin.press("Earlier findings");
    expect(martin.note()).toContain("Closed until it has been found which rules were broken");
    expect(martin.note()).not.toContain("ban for a time");
    // Nothing is imposed before.
    await martin.command("case conclude", { code: second, outcome: "upheld" });
    expect(martin.note()).toContain("First record which rules were broken");

    // The Chief Executive allows evidence whose source nobody else learns, once she has checked it.
    const helen = person("Helen");
    await helen.command("evidence admit", { code: second });
    await helen.fillIn({
      "What it says": said,
      "Why does it matter?": "It shows who was there.",
      "Who does it come from?": source,
      "How did you check who that is?": checked,
    });
    await stage.settle();
    await helen.command("evidence show", { code: second });
    await helen.press("Read it (1)");
    expect(helen.note()).toContain("anonymous, number 1");
    for (const each of [said, source, checked]) expect(helen.note()).toContain(each);
    await martin.command("evidence admit", { code: second });
    expect(martin.note()).toContain("This is not for you to do in this case.");
    await martin.command("evidence show", { code: second });
    await martin.press("Read it (1)");
    expect(martin.note()).toContain(said);
    await helen.command("evidence show", { code: second });
    await helen.press("Let the respondent read (B)");
    const offered = helen.form()?.fields[0]?.options ?? [];
    await helen.fillIn({ "What they are to read": [offered[0]?.label ?? ""] });
    await stage.settle();
    await person("Nils").press("Read what was handed in");
    expect(person("Nils").note()).toContain(said);
    for (const name of ["Martin", "Nils", "Mona", "Ruth"])
      expect(person(name).reads()).not.toMatch(/PLANTED-SOURCE|PLANTED-CHECKED/);

    // Once it is found, it opens, and then what follows is chosen; it ends without a consequence no more.
    await martin.command("case show", { code: second });
    await findBroken(stage, "Martin");
    await martin.press("Earlier findings");
    expect(martin.note()).toMatch(/2026: personal harassment; ban for a time, which holds now/i);
    expect(martin.note()).not.toContain(first);
    await martin.command("sanction list");
    expect(martin.note()).toContain(first);
    await martin.command("case conclude", { code: second, outcome: "dismissed" });
    expect(martin.note()).toMatch(/does not end without a consequence|not possible/);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|Priya/);
  });
});
