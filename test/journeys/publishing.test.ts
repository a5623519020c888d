import { afterEach, describe, expect, test } from "vitest";

import { localSlackBot } from "../../src/sandbox/localChapter.ts";
import { enter, findBroken, words } from "./decisions.ts";
import { comeToProof } from "./discipline.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const union = organisationOf("fxsu");
const person = (name: string) => stage.person(name);

const reasons = "PLANTED-WHY Nils Orrby shouted; three people saw it and NILS said so";
const general = { discord: "910000000000000001", slack: "C00000001" } as const;

/** Zoe, a vice-president, opens a case of discipline about Nils, and enters what the panel that she chairs decided. */
async function prove(): Promise<string> {
  await person("Zoe").command("open");
  await person("Zoe").fillIn({
    "Where does it begin?": "Members Disciplinary Panel",
    "Who is it about?": [person("Nils").id],
    "What happened?": words.what,
    "Why is it opened, and why at this stage?": words.note,
  });
  await stage.settle();
  const code = codeNameIn(person("Zoe").note());
  await enter(stage, "Zoe", "Take the case");
  await comeToProof(stage, "Zoe", code);
  await person("Zoe").command("case show", { code });
  await findBroken(stage, "Zoe");
  await enter(stage, "Zoe", "Proven", { Sanction: "recorded warning", Reasons: reasons });
  return code;
}

/** On Slack a bot posts where somebody has let it in. */
function letIn(): void {
  const kitsAccount = person("Kit").id.replace(/^\w+:/, "");
  if (stage.local.kind === "slack") stage.local.workspace.invite(general.slack, kitsAccount, localSlackBot);
}

const kit = () => person("Kit").reads();

describe.each(platforms())("on %s", (platform) => {
  test("[F242] whoever chairs a panel publishes nothing alone: a second person reads it without the names, the panel decides with who was there, and only then it stands in the channel that was named", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    letIn();
    const code = await prove();
    const zoe = person("Zoe");
    await zoe.command("publish post", { code });
    expect(zoe.note()).toContain("nothing here");
    await zoe.command("records show", { code });
    await zoe.press("Publish the decision …");
    await zoe.fillIn({ "In which form?": "with its reasons, without names", "Where?": general[platform] });
    await stage.settle();
    expect(zoe.note()).toContain("Nothing is published yet");
    await zoe.press("See what will be published");
    expect(zoe.note()).toContain("PLANTED-WHY Person A shouted; three people saw it and Person A said so");
    expect(zoe.note()).toContain("recorded warning");
    expect(zoe.note()).toContain("Redress posts it in that channel");
    expect(zoe.canPress("Publish this")).toBe(false);

    // She chairs the panel, and that alone is not enough; nor is that she says so of herself.
    await zoe.command("publish post", { code });
    expect(zoe.note()).toContain("The panel has not decided to publish this. Nobody publishes it alone");
    await zoe.command("case why", { code });
    expect(zoe.note()).toContain("Publish this");
    expect(zoe.note()).toContain("The panel has not decided to publish this.");
    await zoe.command("publish approve", { code });
    expect(zoe.note()).toContain("Another officer has to approve");
    const decided = { "On which day did the panel decide?": "2026-10-15", "How many were against?": "0" };
    await zoe.command("publish decided", { code });
    await zoe.fillIn({ ...decided, "Who was there?": ["Zoe Marsh"], "How many were in favour?": "1" });
    await stage.settle();
    expect(zoe.note()).toContain("Too few took part: 1, and 4 are needed.");
    await zoe.press("Change what you wrote");
    const panel = ["Zoe Marsh", "Ruth Pascoe", "Craig Yelland", "Ellie Rowe"];
    await zoe.fillIn({ ...decided, "Who was there?": panel, "How many were in favour?": "4" });
    await stage.settle();
    await zoe.command("publish post", { code });
    expect(zoe.note()).toContain("Nobody else has read and approved what would be published.");
    expect(kit()).not.toContain("PLANTED");

    await person("Helen").press("Read the text");
    expect(person("Helen").note()).toContain("PLANTED-WHY Person A shouted");
    await person("Helen").press("Approve this text");
    await stage.settle();
    await zoe.command("publish check", { code });
    await zoe.press("Publish this");
    await stage.settle();
    expect(kit()).toContain("A decision of the Members Disciplinary Panel");
    expect(kit()).toContain("PLANTED-WHY Person A shouted; three people saw it and Person A said so");
    for (const hidden of ["Nils", "NILS", "Orrby", code, words.what, words.note]) expect(kit()).not.toContain(hidden);
    await zoe.command("publish post", { code });
    expect(zoe.note()).toContain("already");
    await zoe.command("publish check", { code });
    expect(zoe.note()).toContain("It has been posted:");
    expect(zoe.note()).toContain("4 in favour, 0 against");
    expect(zoe.note()).toContain("Craig Yelland");
    await zoe.command("case timeline", { code });
    await zoe.press("Next");
    expect(zoe.note()).toContain("The panel decided to publish it");
    // It is nobody's else to see or to do.
    for (const other of ["Nils", "Priya", "Kit"]) {
      // oxlint-disable no-await-in-loop -- one after the other
      await person(other).command("publish check", { code });
      expect(person(other).note()).toContain("There is nothing here");
      // oxlint-enable no-await-in-loop
    }
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|Mona/u);
  });

  test("[F242] a summary names nobody; what cannot be posted is told to those who handle the case, and what a panel does not want is not published", async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-10-15T10:00" });
    const code = await prove();
    const write = async (where: string, summary: string) => {
      await person("Zoe").command("publish write", { code });
      await person("Zoe").fillIn({
        "In which form?": "as a summary, without names",
        "Where?": where,
        "The summary, without names": summary,
      });
      await stage.settle();
    };
    const decide = async (inFavour: string, against: string) => {
      await person("Helen").command("publish approve", { code });
      await person("Helen").command("publish decided", { code });
      await person("Helen").fillIn({
        "On which day did the panel decide?": "2026-10-15",
        "Who was there?": ["Zoe Marsh", "Ruth Pascoe", "Craig Yelland", "Ellie Rowe"],
        "How many were in favour?": inFavour,
        "How many were against?": against,
      });
      await stage.settle();
    };
    await write("the notice board", "PLANTED-SUM Nils was warned.");
    expect(person("Zoe").note()).toContain("Nils");
    await write("the notice board", "PLANTED-SUM A member was warned.");
    await person("Zoe").press("See what will be published");
    expect(person("Zoe").note()).toContain("you put it up yourselves");
    await decide("2", "2");
    await person("Zoe").command("publish post", { code });
    expect(person("Zoe").note()).toContain("The panel has not decided to publish this.");

    const nowhere = { discord: "910000000000099999", slack: "C09999999" } as const;
    await write(nowhere[platform], "PLANTED-SUM A member was warned.");
    await decide("3", "1");
    await person("Zoe").command("publish post", { code });
    await stage.settle();
    expect(person("Helen").reads()).toContain("could not be posted in the channel that was named");
    await write("the notice board", "PLANTED-SUM A member was warned.");
    await decide("3", "1");
    await person("Zoe").command("publish post", { code });
    expect(person("Zoe").note()).toContain("Put it up yourselves");
    expect(kit()).not.toContain("PLANTED");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|Mona/u);
  });
});
