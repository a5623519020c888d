import { afterEach, describe, expect, test } from "vitest";

import { rulebookText } from "./people.ts";
import { platforms } from "./platforms.ts";
import { acknowledge, brief, clear, codeNameIn, hear, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** The memo with sixty rules of conduct before the ones it has. */
const rules = Array.from({ length: 60 }, (_, i) => `  conduct_on_day_${i + 1}: { clause: "3" }\n`).join("");
const withManyRules = rulebookText.replace("  boundaries: {", `${rules}  boundaries: {`);
const BOUNDARIES = "Crossing personal boundaries";

describe.each(platforms())("on %s", (platform) => {
  test("of more than sixty rules somebody finds theirs in several menus, by the words or by the clause, and what is unclear is asked with what was typed kept", async () => {
    stage = await openStage({ platform, rulebookText: withManyRules });
    const { person } = stage;
    const mona = person("Mona");
    const isDiscord = platform === "discord";
    await mona.command("report");
    await mona.fillIn({
      "What happened?": planted.what,
      "How are you involved?": "It happened to me",
      "Who is it about?": [person("Nils").id],
    });
    for (let page = 0; page < 5 && !mona.canPress("Send the report"); page += 1) {
      // oxlint-disable no-await-in-loop -- page after page
      if (mona.canPress("Continue")) await mona.press("Continue");
      const asked = mona.form()?.fields.map(({ label }) => label) ?? [];
      const label = asked.find((each) => each === "Which rules?" || each === "Which rules? 3/3");
      await mona.fillIn(label === undefined ? {} : { [label]: [BOUNDARIES] });
      // oxlint-enable no-await-in-loop
    }
    await mona.press("Send the report");
    await stage.settle();
    const codeName = codeNameIn(mona.note());

    await acknowledge(stage);
    const sara = person("Sara");
    expect(sara.reads()).toContain(BOUNDARIES);
    await sara.press("A rule may have been broken");
    const menu = isDiscord ? "Rules that may have been broken 3/3" : "Rules that may have been broken";
    await sara.fillIn({ [menu]: [BOUNDARIES], Reasons: planted.reasons });
    await stage.settle();
    await sara.press("Witnesses heard");
    await stage.settle();
    await hear(stage);
    await brief(stage);
    for (const name of ["Petra", "Dina"])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await clear(stage, name);

    const petra = person("Petra");
    const motion = {
      Motion: "Uphold the complaint",
      "Severity, if it is upheld": "ordinary",
      "Sanction, if it is upheld": "warning",
      Reasons: planted.reasons,
    };
    await petra.press("Put a motion");
    // With everything else that is asked Discord has no room for three menus: there the rule is typed.
    const field = "Rules found to be broken";
    if (isDiscord) {
      await petra.fillIn({ ...motion, [field]: "day 2; conduct on day 2" });
      await petra.press("Change what you wrote");
      await petra.fillIn({ [field]: "crossing personal; conduct on day 2" });
    } else await petra.fillIn({ ...motion, [field]: [BOUNDARIES] });
    const unclear = "“day 2” could be “conduct on day 2”, “conduct on day 20”";
    expect(petra.reads().includes(unclear)).toBe(isDiscord);
    await stage.settle();
    await petra.command("vote show", { code: codeName });
    expect(petra.note()).toContain(BOUNDARIES);
  });
});
