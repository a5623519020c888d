import { afterEach, describe, expect, test } from "vitest";

import { acknowledge, assess, brief, clear, fileReport, hear, planted, putMotion, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const voters = ["Petra", "Dina", "Hanna", "Ivan", "Julia"] as const;

/** A report about Nils comes before the board, which upholds it with a sanction; the notices are not sent yet. */
async function uphold(sanction: string, severity: string): Promise<string> {
  const codeName = await fileReport(stage);
  await acknowledge(stage);
  await assess(stage);
  await hear(stage);
  await brief(stage);
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
  for (const member of voters) await clear(stage, member);
  await putMotion(stage, sanction, severity);
  await vote(stage, Object.fromEntries(voters.map((name) => [name, "In favour" as const])));
  await stage.person("Petra").press("Close the vote");
  await stage.settle();
  return codeName;
}

async function sendNotices(): Promise<void> {
  await stage.person("Petra").press("Send the notices");
  await stage.settle();
}

const everywhere = [
  { platform: "discord", store: "embedded" },
  { platform: "slack", store: "server" },
] as const;

describe.each(everywhere)("on $platform, in the $store database", ({ platform, store }) => {
  test("[K68][K51][K63][E-22] a warning of another case makes a first-degree suspension second-degree until 1 April 2027, and each lapses once", async () => {
    stage = await openStage({ platform, store, start: "2026-02-20T10:00" });
    const { person } = stage;
    const suspension = await uphold("first-degree suspension", "serious");
    await stage.moveTo("2026-03-04T10:00");
    await sendNotices();
    expect(person("Nils").reads()).toContain("It lapses on Tuesday, 2 June 2026.");

    // Those who stand at the doors are told of him, and of nothing else.
    const trustee = person("Tova");
    expect(trustee.reads()).toContain("Nils Orrby may not take part in events. From Wednesday, 4 March 2026.");
    expect(trustee.reads()).toContain("On Tuesday, 2 June 2026 they may take part again.");
    expect(trustee.reads()).toContain("chapter meetings");

    await stage.moveTo("2026-03-20T10:00");
    const warned = await uphold("warning", "ordinary");
    await stage.moveTo("2026-04-01T10:00");
    expect(trustee.reads()).not.toContain("has changed");
    await sendNotices();

    // Nils is told what the warning does, with the day; the officers see it in the file of the first case.
    expect(person("Nils").reads()).toContain("your first-degree suspension is now: second-degree suspension.");
    expect(person("Nils").reads()).toContain("That one lapses on Thursday, 1 April 2027.");
    expect(person("Mona").reads()).not.toContain("second-degree");
    expect(trustee.reads()).toContain("has changed: Nils Orrby may not take part in events.");
    expect(trustee.reads()).toContain("On Thursday, 1 April 2027 they may take part again.");
    await person("Sara").command("case show", { code: suspension });
    expect(person("Sara").note()).toContain("second-degree suspension (until Thursday, 1 April 2027)");
    await person("Sara").command("case timeline", { code: suspension });
    expect(person("Sara").note()).not.toContain(warned);
    for (const officer of ["Sara", "Omar"])
      expect(person(officer).reads()).toContain(
        `In case ${suspension} the first-degree suspension is changed by a further decision.`,
      );

    // The old end passes while Redress is down: nothing lapses then.
    await stage.moveTo("2026-06-02T09:00");
    await stage.restart();
    await stage.settle();
    expect(person("Nils").reads()).not.toContain("lapsed on");
    await stage.moveTo("2027-03-18T09:00");
    expect(person("Sara").reads()).toContain("the second-degree suspension lapses on Thursday, 1 April 2027");
    await stage.moveTo("2027-04-01T00:00");
    const told = person("Nils").reads();
    expect(told.split("Your second-degree suspension lapsed on Thursday, 1 April 2027.")).toHaveLength(2);
    expect(told).not.toContain("Your first-degree suspension lapsed");
    expect(trustee.reads()).toContain("Nils Orrby may take part in everything again.");

    for (const words of [suspension, warned, ...Object.values(planted), "Mona", "warning"])
      expect(trustee.reads()).not.toContain(words);
    for (const words of [...Object.values(planted), "Mona", "Nils", person("Nils").id])
      expect(stage.logged.join("\n")).not.toContain(words);
  });
});
