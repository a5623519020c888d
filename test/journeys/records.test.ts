import { afterEach, describe, expect, test } from "vitest";

import { enter, file, words } from "./decisions.ts";
import { everythingKept } from "./everythingKept.ts";
import { organisationOf, rulebookText } from "./people.ts";
import { platforms } from "./platforms.ts";
import { acknowledge, assess, brief, clear, fileReport, hear, planted, putMotion, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** The memo, with a register of what the board decided. */
const withPrecedents = rulebookText.replace(
  '  clause: "4.2"\n  owner: body:council\n',
  '  clause: "4.2"\n  owner: body:council\n  precedents: { of: [board_decision], clause: "4.2" }\n',
);

const voters = ["Petra", "Dina", "Hanna", "Ivan", "Julia"] as const;

/** The board upholds a report with a first-degree suspension, and both sides are told on 4 March. */
async function suspend(): Promise<string> {
  const codeName = await fileReport(stage, ["Nils"]);
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
  test("[K29][K30][K31][K11][K12][F240][E-18][V-12] a case is announced, held, let go and anonymised; a suspension holds until its last day, and then nothing is left", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00", rulebookText: withPrecedents });
    const { person } = stage;
    const codeName = await suspend();
    // Before everything goes, two officers keep in words without names what the board decided.
    await person("Sara").command("records precedent", { code: codeName });
    await person("Sara").fillIn({ "For those who decide later": "PLANTED-OWN Nils went on after a no." });
    expect(person("Sara").note()).toContain("may name nobody");
    await person("Sara").command("records precedent", { code: codeName });
    await person("Sara").fillIn({ "For those who decide later": "Somebody went on after a clear no, at a pub." });
    await stage.settle();
    await person("Petra").command("precedents", { words: "pub" });
    expect(person("Petra").note()).toContain("Nothing was found.");
    await person("Omar").press("Read the text");
    await person("Omar").press("Approve this text");
    await stage.settle();
    const id = (await stage.store.caseByCodeName(codeName))?.id ?? "";
    expect(await everythingKept(stage, id)).toContain("PLANTED-WHAT");

    await stage.moveTo("2026-03-28T09:00");
    expect(person("Sara").reads()).toContain(
      "On Saturday, 4 April 2026 its names, accounts and words are made unreadable",
    );
    // It is nobody's business but of those who keep the records.
    expect(person("Nils").reads()).not.toContain("made unreadable");
    await person("Nils").command("records show", { code: codeName });
    expect(person("Nils").note()).not.toContain("anonymised");
    await person("Sara").command("records show", { code: codeName });
    expect(person("Sara").note()).toContain("can be anonymised from Saturday, 4 April 2026 on.");
    await person("Sara").command("records hold", { code: codeName });
    await person("Sara").fillIn({ "Why they are still needed": "PLANTED-HOLD a court case" });
    await stage.settle();
    await stage.moveTo("2026-04-05T09:00");
    expect(await everythingKept(stage, id)).toContain("PLANTED-WHAT");
    await person("Nils").command("records release", { code: codeName });
    expect(person("Nils").note()).not.toContain("anonymised when their time has come");
    await person("Omar").command("records release", { code: codeName });
    await stage.settle();
    await stage.moveTo("2026-04-06T09:00");
    await stage.moveTo("2026-04-12T09:00");
    expect(person("Omar").reads()).toContain("This is the last time you are told.");
    expect(await everythingKept(stage, id)).toContain("PLANTED-WHAT");
    await stage.moveTo("2026-04-13T09:00");

    const left = await everythingKept(stage, id);
    for (const gone of [...Object.values(planted), "PLANTED-HOLD", "Mona"]) expect(left).not.toContain(gone);
    expect(left).toContain("Nils Orrby");
    await person("Mona").command("mycase");
    expect(person("Mona").note()).not.toContain(codeName);
    await person("Tova").command("doorcheck");
    await person("Tova").fillIn({ "Who?": [person("Nils").id], "What kind of event?": "parties" });
    expect(person("Tova").note()).toContain("may not take part in parties");

    await stage.moveTo("2026-06-02T09:00");
    await stage.moveTo("2026-06-03T09:00");
    const nothing = await everythingKept(stage, id);
    for (const gone of [id, codeName, "Nils Orrby"]) expect(nothing).not.toContain(gone);
    await person("Sara").command("case show", { code: codeName });
    expect(person("Sara").note()).toContain("There is nothing here");
    await person("Tova").command("doorcheck");
    await person("Tova").fillIn({ "Who?": [person("Nils").id], "What kind of event?": "parties" });
    expect(person("Tova").note()).toContain("Nils Orrby may take part in parties.");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|Mona/u);

    await person("Petra").command("precedents", { words: "boundaries suspension" });
    expect(person("Petra").note()).toContain("Somebody went on after a clear no, at a pub.");
    await person("Mona").command("precedents", { words: "pub" });
    expect(person("Mona").note()).toContain("Not for you here");

    // What was counted stays, and says less than that it was one case.
    await person("Sara").command("statistics cases");
    expect(person("Sara").note()).toContain("1 case has been anonymised");
    expect(person("Sara").note()).toContain("first-degree suspension");
    await person("Sara").press("Hand these out");
    expect(person("Sara").note()).toContain("to be handed to KTH Equality Office and THS");
    await person("Sara").command("statistics show", { period: "2026" });
    expect(person("Sara").note()).toContain("There is nothing here");
    await stage.moveTo("2027-01-04T09:00");
    await person("Sara").command("statistics show", { period: "2026" });
    expect(person("Sara").note()).toContain("Cases closed: fewer than 5");
    await person("Sara").choose("Give these numbers to …", "THS");
    await stage.settle();
    expect(person("Sara").note()).toContain("For THS: the numbers of 2026, as they stand here.");
    await person("Sara").command("statistics show", { period: "2026" });
    expect(person("Sara").note()).toContain("2026 to THS: Sara Lind, Monday, 4 January 2027");
    // The board reads the same, and gives it to nobody; to anybody else there is nothing.
    await person("Petra").command("statistics show", { period: "2026" });
    expect(person("Petra").note()).toContain("Cases closed: fewer than 5");
    expect(person("Petra").note()).not.toContain("Sara Lind");
    await person("Mona").command("statistics show", { period: "2026" });
    expect(person("Mona").note()).toContain("Not for you here");

    // A year after they were handed out those who look at them are reminded, and nobody else.
    await stage.moveTo("2027-05-05T09:30");
    expect(person("Omar").reads()).not.toContain("The closed cases without names go to");
    await stage.moveTo("2027-05-06T09:30");
    const again = "The closed cases without names go to KTH Equality Office and THS, once somebody has looked at them.";
    expect(person("Omar").reads()).toContain(`${again} It is to be done by Thursday, 3 June 2027, in 28 days.`);
    for (const other of ["Petra", "Mona", "Tova"]) expect(person(other).reads()).not.toContain(again);
    // What is to be looked at stands in what is due, and among the recurring duties, for those who look at it.
    for (const options of [{}, { part: "obligations" }]) {
      for (const other of ["Petra", "Mona", "Tova"]) {
        // oxlint-disable no-await-in-loop -- one after the other
        await person(other).command("due", options);
        expect(person(other).note()).not.toContain("The closed cases without names");
      }
      await person("Omar").command("due", options);
      expect(person("Omar").note()).toContain("The closed cases without names go to KTH Equality Office and THS");
      expect(person("Omar").note()).toContain("Thursday, 3 June 2027");
      // oxlint-enable no-await-in-loop
    }
    expect(person("Omar").canPress("Record that something was done")).toBe(false);
    await person("Omar").press("Look at what is handed out");
    await person("Omar").press("Hand these out");
    await person("Omar").command("due");
    expect(person("Omar").note()).not.toContain("The closed cases without names");
    await stage.moveTo("2027-06-04T09:30");
    expect(person("Omar").reads()).not.toContain("It was to be done by Thursday, 3 June 2027");
  });

  test("[K09] a case is handed to somebody above: they read nothing before saying that nothing stands in the way, and the case goes on", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const { person } = stage;
    const codeName = await fileReport(stage, ["Nils"]);
    await acknowledge(stage);
    const why = "PLANTED-WHY it grows from week to week";
    await person("Sara").command("outside escalate", { code: codeName });
    await person("Sara").fillIn({ Why: why, "Their account, if they have one here": [person("Nils").id] });
    await stage.settle();
    expect(person("Sara").note()).toContain("is a party");
    await person("Sara").command("outside escalate", { code: codeName });
    await person("Sara").fillIn({ Why: why, "Their account, if they have one here": [person("Ulf").id] });
    await stage.settle();
    expect(person("Sara").note()).toContain("They have been asked.");
    const first = person("Ulf").reads();
    expect(first).toContain("A case is handed to you");
    for (const hidden of [why, "Mona", "Nils", ...Object.values(planted)]) expect(first).not.toContain(hidden);
    await person("Ulf").command("outside read", { code: codeName });
    expect(person("Ulf").note()).toContain("There is nothing here");
    await person("Nils").command("outside take", { code: codeName });
    expect(person("Nils").note()).not.toContain(planted.what);
    await person("Ulf").press("Nothing stands in the way: read it");
    await stage.settle();
    expect(person("Ulf").note()).toContain(planted.what);
    // Nothing of the case is for them to do, and the stage is as it was.
    await person("Ulf").command("case conclude", { code: codeName, outcome: "violation" });
    expect(person("Ulf").note()).toContain("There is nothing here");
    await person("Sara").command("outside show", { code: codeName });
    expect(person("Sara").note()).toContain("Ulf Moberg reads it.");
    await person("Sara").press("Steps for others outside");
    expect(person("Sara").note()).toMatch(/Acknowledge the report\. Due .*: kept\./u);
    expect(person("Sara").note()).not.toMatch(/Mona|Nils|PLANTED/u);
    await person("Ulf").command("case recuse", { code: codeName });
    await stage.settle();
    await person("Ulf").command("outside read", { code: codeName });
    expect(person("Ulf").note()).toContain("There is nothing here");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|Mona/u);
  });

  test("[F252][F240][F191] what goes to a university is read by a second officer and recorded; a precedent names nobody and is found", async () => {
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
    await enter(stage, "Helen", "Take the case");
    await person("Helen").command("outside bundle", { code: codeName });
    await person("Helen").fillIn({ "What they are given": "PLANTED-BUNDLE Nils Orrby, a student of yours." });
    await stage.settle();
    await person("Helen").command("outside approve", { code: codeName });
    expect(person("Helen").note()).toContain("approve");
    await person("Ruth").press("Read the text");
    expect(person("Ruth").note()).toContain("PLANTED-BUNDLE");
    expect(person("Ruth").note()).toContain("Names of people in this case stand in it: Nils and Orrby");
    await person("Ruth").press("Approve this text");
    await stage.settle();
    await person("Helen").command("outside hand", { code: codeName });
    await person("Helen").fillIn({
      "To whom?": "University of Exeter",
      "On which day?": "2026-03-02",
      "Does the case wait? Until when?": "2026-04-01",
      "What was handed over": "PLANTED-HANDED by registered post, UEX-17",
    });
    await stage.settle();
    expect(person("Helen").note()).toContain("Redress has sent nothing there.");
    await person("Helen").command("outside answer", { code: codeName });
    await person("Helen").fillIn({ "On which day did it come?": "2026-03-02", "What came of it": "They look at it." });
    await stage.settle();
    await person("Jack").command("outside show", { code: codeName });
    expect(person("Jack").note()).toContain("University of Exeter, Monday, 2 March 2026: PLANTED-HANDED");
    expect(person("Jack").note()).toContain("With the approved text.");
    expect(person("Jack").note()).toContain("They look at it.");
    for (const other of ["Mona", "Nils", "Priya"])
      expect(person(other).reads()).not.toMatch(/PLANTED-(BUNDLE|HANDED)|Exeter/u);
    await person("Nils").command("outside show", { code: codeName });
    expect(person("Nils").note()).not.toMatch(/PLANTED|Exeter/u);
    // Of a case that goes on there is no precedent, and whoever holds no office looks for none.
    await person("Helen").command("records precedent", { code: codeName });
    expect(person("Helen").note()).not.toContain("Written.");
    await person("Helen").command("precedents", { words: "harassment" });
    expect(person("Helen").note()).toContain("Nothing was found.");
    await person("Mona").command("precedents", { words: "harassment" });
    expect(person("Mona").note()).toContain("Not for you here");
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Nils|Mona/u);
  });

  test("[P15][P16] a motion that is carried stands in the register with its number and day, and nothing of who voted how; a report against a decision names one that is there", async () => {
    stage = await openStage({ platform, organisation: organisationOf("cope397"), start: "2027-03-01T10:00" });
    const { person } = stage;
    await person("Denise").command("vote new");
    await person("Denise").fillIn({ "Which vote?": "council vote", "The motion": "The hall is painted green." });
    await stage.settle();
    if (person("Ray").canPress("Second it")) await person("Ray").press("Second it");
    await stage.settle();
    await person("Denise").press("Open the vote");
    await stage.settle();
    const choices = {
      Denise: "In favour",
      Ray: "In favour",
      Olena: "In favour",
      Marcel: "In favour",
      Tanya: "Against",
    };
    for (const [name, choice] of Object.entries(choices)) {
      // oxlint-disable no-await-in-loop -- one after the other, as people do
      await person(name).press("Cast your ballot");
      await person(name).press(choice);
      // oxlint-enable no-await-in-loop
    }
    await stage.settle();
    await person("Ray").command("decisions");
    expect(person("Ray").note()).toContain("Nothing was found.");
    await person("Denise").press("Close the vote");
    await stage.settle();
    await person("Ray").command("decisions", { words: "hall" });
    const read = person("Ray").note();
    expect(read).toContain("D-2027-01, Monday, 1 March 2027 (council vote): The hall is painted green.");
    expect(read).not.toMatch(/Denise|Tanya|in favour|[45] of|4 to 1/iu);
    await person("Ray").command("decisions", { words: "garden" });
    expect(person("Ray").note()).toContain("Nothing was found.");
    await person("Mona").command("decisions");
    expect(person("Mona").note()).toContain("Not for you here");

    const report = async (name: string, number: string) => {
      await person(name).command("report");
      await person(name).fillIn({
        "What happened?": "PLANTED-WHAT",
        "How are you involved?": "I saw or heard it",
        "Which rules?": ["Speaking in public against a decision"],
      });
      if (platform === "discord") await person(name).press("Continue");
      await person(name).fillIn({ "Who is it about?": [person("Marcel").id], "As what were they there?": "delegate" });
      if (platform === "discord") await person(name).press("Continue");
      await person(name).fillIn({
        "Against which decision?": number,
        "What was said in public, and where?": "In the newspaper",
        "When was it said?": "2027-03-01",
      });
    };
    await report("Ray", "D-2027-04");
    expect(person("Ray").reads()).toContain("The register of decisions holds no D-2027-04.");
    expect(person("Ray").canPress("Send the report")).toBe(false);
    // Whoever may not read the register does not learn either what stands in it.
    await report("Mona", "D-2027-04");
    expect(person("Mona").reads()).not.toContain("The register of decisions");
    expect(person("Mona").canPress("Send the report")).toBe(true);
    await report("Olena", " d-2027-01 ");
    expect(person("Olena").canPress("Send the report")).toBe(true);
  });
});
