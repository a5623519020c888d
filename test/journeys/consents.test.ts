import { afterEach, describe, expect, test } from "vitest";

import { enter, file, findBroken, giveToMartin, tick, words } from "./decisions.ts";
import { kth, officials, everybody, organisationOf, rulebookText } from "./people.ts";
import { platforms } from "./platforms.ts";
import { acknowledge, assess, brief, clear, fileReport, hear, planted, putMotion, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const voters = ["Petra", "Dina", "Hanna", "Ivan", "Julia"] as const;

/** The board upholds a report with a first-degree suspension, and the person is told. */
async function suspend(about: string): Promise<string> {
  const codeName = await fileReport(stage, [about]);
  await acknowledge(stage);
  await assess(stage);
  await hear(stage);
  await brief(stage);
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
  for (const member of voters) await clear(stage, member);
  await putMotion(stage, "first-degree suspension", "serious");
  if (stage.person("Petra").canPress("Stay with it")) await stage.person("Petra").press("Stay with it");
  await stage.settle();
  await vote(stage, Object.fromEntries(voters.map((name) => [name, "In favour" as const])));
  await stage.person("Petra").press("Close the vote");
  await stage.settle();
  await stage.moveTo("2026-03-04T10:00");
  await stage.person("Petra").press("Send the notices");
  await stage.settle();
  return codeName;
}

describe.each(platforms())("on %s", (platform) => {
  test("[K52] somebody else is told of a suspension only with a reason, and once the president has approved it; it stands in the file", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const { person } = stage;
    const codeName = await suspend("Nils");
    const why = "PLANTED-WHY he trains the youth team on Thursdays";

    await person("Sara").command("case disclose", { code: codeName });
    const asked = person("Sara")
      .form()
      ?.fields.find(({ label }) => label === "Why do they have to know?");
    expect(asked?.required).toBe(true);
    await person("Sara").fillIn({ "Who is to learn of it?": [person("Lo").id], "Why do they have to know?": why });
    await stage.settle();
    expect(person("Sara").note()).toContain("Nobody else has been told anything yet.");
    expect(person("Lo").reads().trim()).toBe("");

    // The president reads who is to learn of it, and why; not whose sanction it is.
    expect(person("Petra").reads()).toContain("asks that Lo Ström be told of the first-degree suspension of person B");
    expect(person("Petra").reads()).toContain(why);
    expect(person("Petra").reads()).not.toContain("Nils");
    await person("Julia").command("sanction approve", { code: codeName });
    expect(person("Julia").note()).toContain("There is nothing here");
    await person("Petra").press("Approve");
    await stage.settle();
    expect(person("Lo").reads()).toContain("Nils Orrby");
    expect(person("Lo").reads()).toMatch(/2 jun[ei] 2026/i);
    for (const hidden of [why, codeName, "Mona", "avstängning", ...Object.values(planted)])
      expect(person("Lo").reads()).not.toContain(hidden);

    // Whoever else may approve it finds that it was answered.
    await person("Viktor").command("sanction decline", { code: codeName });
    expect(person("Viktor").note()).toContain("There is nothing here");
    await person("Sara").command("case timeline", { code: codeName });
    while (person("Sara").canPress("Next")) {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      await person("Sara").press("Next");
    }
    expect(person("Sara").note()).toContain("Approved that somebody else is told");
    // When it has ended, whoever was told learns that, once.
    await stage.moveTo("2026-06-02T09:00");
    expect(
      person("Lo")
        .reads()
        .split(/Nils Orrby (?:may take part in everything again|får delta i allt igen)\./u),
    ).toHaveLength(2);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|Lo Ström/);
  });

  test("[F016] whoever a sanction takes an office from does not hold it meanwhile, and has it again on the day on which it lapses", async () => {
    const taking = rulebookText.replace("    bars: [events]\n", "    bars: [events]\n    takes_away: [office]\n");
    const organisation = { rulebookText: taking, timezone: kth.organisation.timezone, officials, everybody };
    stage = await openStage({ platform, start: "2026-02-20T10:00", organisation });
    const { person } = stage;
    const ask = async () => {
      await person("Tova").command("doorcheck");
      return person("Tova").note();
    };
    await suspend("Tova");
    expect(await ask()).toContain("Not for you here");
    await stage.restart();
    expect(await ask()).toContain("Not for you here");
    await stage.moveTo("2026-06-02T09:00");
    await person("Tova").command("doorcheck");
    await person("Tova").fillIn({ "Who?": [person("Nils").id], "What kind of event?": "parties" });
    expect(person("Tova").note()).toContain("Nils Orrby may take part in parties.");
  });

  test("[A50][F198][F200][F274] penalties for students are offered once the respondent is known to be one; a ban from the bar leaves the library and the advice service open", async () => {
    stage = await openStage({ platform, organisation: organisationOf("fxsu"), start: "2026-03-02T10:00" });
    const { person } = stage;
    const codeName = await file(stage, [
      {
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "Is it about the Union, a member, or a group?": "A member",
      },
      {
        "Which rules?": ["Personal harassment"],
        "Who is it about?": [person("Nils").id],
        "When did it happen, or stop?": "2026-02-20",
      },
      {},
    ]);
    const martin = person("Martin");
    await enter(stage, "Helen", "Take the case");
    await giveToMartin(stage);
    await tick(stage, "Helen", "Tell the respondent what the report says", "Ask each party what support they need");
    const offered = async () => {
      await martin.press("upheld");
      return (
        martin
          .form()
          ?.fields.find(({ label }) => label === "Sanction")
          ?.options.map(({ label }) => label) ?? []
      );
    };
    const named = async (name: string) => {
      await martin.command("sanction class", { code: codeName });
      await martin.fillIn({ "Of which class are they?": name });
      await stage.settle();
    };
    await named("external");
    await martin.command("case show", { code: codeName });
    await findBroken(stage, "Martin");
    expect(await offered()).not.toContain("ban for a time");
    await named("full member");
    await martin.command("case show", { code: codeName });
    expect(await offered()).toContain("ban for a time");
    await martin.fillIn({
      Sanction: "ban for a time",
      Reasons: words.reasons,
    });
    if (platform === "discord") await martin.press("Continue");
    await martin.fillIn({ "How long it holds": "6 weeks", "What is it about?": ["licensed premises"] });
    await stage.settle();
    expect(person("Nils").reads()).toContain("Sanction: ban for a time: licensed premises (6 weeks).");

    const door = async (what: string) => {
      await person("Denise").command("doorcheck");
      await person("Denise").fillIn({ "Who?": [person("Nils").id], "What is it about?": what });
      return person("Denise").note();
    };
    expect(await door("the bar")).toContain("Nils Orrby may not use the bar until Monday, 13 April 2026.");
    expect(await door("the library")).toContain("Nils Orrby may use the library.");
    expect(await door("the advice service")).toContain("Nils Orrby may use the advice service.");
    expect(await door("events")).toContain("Nils Orrby may take part in events.");
    for (const hidden of [codeName, "ban", "harassment", "Mona"]) expect(await door("the bar")).not.toContain(hidden);
  });
});
