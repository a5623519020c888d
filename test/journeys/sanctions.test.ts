import { afterEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import {
  carry,
  codeNameIn,
  planted,
  playToMotion,
  putMotion,
  sendNotices as sendThem,
  uphold as upholdWith,
} from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** Mona reports a guest of an event, who has no account here. */
async function reportGuest(): Promise<string> {
  const mona = stage.person("Mona");
  await mona.command("report");
  await mona.fillIn({ "What happened?": planted.what, "How are you involved?": "It happened to me" });
  if (stage.kind === "discord") await mona.press("Continue");
  await mona.fillIn({
    "Somebody without an account here": "Gunnar Gäst",
    "When and where?": planted.where,
    "Which rules?": ["Crossing personal boundaries"],
  });
  await mona.press("Send the report");
  await stage.settle();
  return codeNameIn(mona.note());
}

const toVote = (report?: () => Promise<string>) => playToMotion(stage, report);
const uphold = (sanction: string, severity: string, report?: () => Promise<string>) =>
  upholdWith(stage, sanction, severity, report);
const sendNotices = () => sendThem(stage);

describe.each(platforms())("on %s", (platform) => {
  test("[K68][K70][K72][K51][K63][E-22] warnings of other cases make a first-degree suspension second-degree until 1 April 2027, then longer; it lapses once, while Redress is down", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const { person } = stage;
    const suspension = await uphold("first-degree suspension", "serious");
    await stage.moveTo("2026-03-04T10:00");
    await sendNotices();
    expect(person("Nils").reads()).toContain("It lapses on Tuesday, 2 June 2026.");

    // Those who stand at the doors are told of him, and of nothing else.
    const trustee = person("Tova");
    expect(trustee.reads()).toContain(
      "Nils Orrby may not take part in events. This holds from Wednesday, 4 March 2026.",
    );
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
    // What it says to her is what the first degree said, with the same exceptions, and until when.
    for (const [event, answer] of [
      ["board meetings", "Nils Orrby may take part in board meetings."],
      ["pub evenings", "Nils Orrby may not take part in pub evenings until Thursday, 1 April 2027."],
    ] as const) {
      // oxlint-disable no-await-in-loop -- one after the other
      await trustee.command("doorcheck");
      await trustee.fillIn({ "Who?": [person("Nils").id], "What kind of event?": event });
      expect(trustee.note()).toContain(answer);
      // oxlint-enable no-await-in-loop
    }
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
    // [K72] A further warning during it: 365 days from when that one has reached him.
    const again = await uphold("warning", "ordinary");
    await stage.moveTo("2026-09-03T10:00");
    await sendNotices();
    expect(person("Nils").reads()).toContain("It also makes a sanction longer that you already have");
    expect(person("Nils").reads()).toContain("That one lapses on Friday, 3 September 2027.");
    expect(trustee.reads()).toContain("On Friday, 3 September 2027 they may take part again.");
    await stage.moveTo("2027-04-01T09:00");
    expect(person("Nils").reads()).not.toContain("suspension lapsed");
    await stage.moveTo("2027-08-20T09:00");
    expect(person("Sara").reads()).toContain("the second-degree suspension lapses on Friday, 3 September 2027");

    // It lapses while Redress is down from the 1st to the 5th: as of the 3rd, and it is told once.
    await stage.moveTo("2027-09-01T09:00");
    stage.clock.advance(4 * 24 * 3600 * 1000);
    await stage.restart();
    await stage.settle();
    await stage.moveTo("2027-09-05T10:00");
    const told = person("Nils").reads();
    expect(told.split("Your second-degree suspension lapsed on Friday, 3 September 2027.")).toHaveLength(2);
    expect(told).not.toContain("Your first-degree suspension lapsed");
    expect(trustee.reads().split("Nils Orrby may take part in everything again.")).toHaveLength(2);

    for (const words of [suspension, warned, again, ...Object.values(planted), "Mona", "warning"])
      expect(trustee.reads()).not.toContain(words);

    // However long afterwards, and whichever of the cases are anonymised first, nothing of it is counted anew.
    for (const day of [
      "2027-09-20",
      "2027-12-01",
      "2028-02-28",
      "2028-03-07",
      "2028-03-20",
      "2028-10-01",
      "2028-10-10",
    ])
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      await stage.moveTo(`${day}T10:00`);
    expect(person("Nils").reads()).not.toContain("What another decision had made of");
    for (const words of [...Object.values(planted), "Mona", "Nils", person("Nils").id])
      expect(stage.logged.join("\n")).not.toContain(words);
  });

  test("[K68][K62] why a sanction holds until a day is said as a chain, to whoever handles it and to the person; who imposed it ends it early, with two presses", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const { person } = stage;
    const suspension = await uphold("first-degree suspension", "serious");
    await stage.moveTo("2026-03-04T10:00");
    await sendNotices();
    await stage.moveTo("2026-03-20T10:00");
    const warned = await uphold("warning", "ordinary");
    await stage.moveTo("2026-04-01T10:00");
    await sendNotices();

    await person("Sara").command("sanction list");
    expect(person("Sara").note()).toContain(`${suspension}: second-degree suspension, until Thursday, 1 April 2027`);
    expect(person("Sara").note()).toContain(`${warned}: warning, until`);
    await person("Sara").press(suspension);
    const chain = [
      "Person B: second-degree suspension",
      "It holds until Thursday, 1 April 2027: on that day it no longer does.",
      "first-degree suspension: from Wednesday, 4 March 2026, for 90 days (Memo 6.3)",
      "became second-degree suspension on Wednesday, 1 April 2026, by a further decision (warning): until Thursday, 1 April 2027 (Memo 6.3)",
    ];
    for (const line of chain) expect(person("Sara").note()).toContain(line);
    expect(person("Sara").note()).not.toContain(warned);
    expect(person("Sara").canPress("End early")).toBe(false);

    // Nils reads the same of his own sanction; Mona, who reported, does not.
    await person("Nils").command("mycase");
    while (!person("Nils").note().includes("Your sanction: second-degree suspension")) {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      await person("Nils").press("Next");
    }
    for (const line of chain.slice(1)) expect(person("Nils").note()).toContain(line);
    await person("Mona").command("mycase");
    expect(person("Mona").note()).not.toContain("Your sanction");

    // An officer does not end what the board imposed; its chair does, and does not see what another decision made of it.
    await person("Sara").command("sanction lift", { code: suspension });
    expect(person("Sara").note()).not.toContain("End it now");
    for (const other of ["Mona", "Nils", "Lo", "Bea"]) {
      // oxlint-disable no-await-in-loop -- one after the other
      await person(other).command("sanction show", { code: suspension });
      expect(person(other).note()).toContain(other === "Lo" ? "Inget här" : "There is nothing here");
      // oxlint-enable no-await-in-loop
    }
    await person("Petra").command("sanction show", { code: suspension });
    expect(person("Petra").note()).not.toContain("by a further decision");
    await person("Petra").command("sanction lift", { code: suspension });
    await person("Petra").fillIn({ "Why?": "PLANTED-LIFT he has made amends" });
    expect(person("Petra").note()).toContain("It ends now, and the person and the officers are told.");
    expect(person("Nils").reads()).not.toContain("PLANTED-LIFT");
    await person("Petra").press("End it now");
    await stage.settle();
    expect(person("Nils").reads()).toContain("Your second-degree suspension was lifted on Wednesday, 1 April 2026.");
    expect(person("Nils").reads()).toContain("PLANTED-LIFT he has made amends");
    expect(person("Tova").reads()).toContain("Nils Orrby may take part in everything again.");
    expect(person("Mona").reads()).not.toContain("lifted");
    await person("Sara").command("sanction show", { code: suspension });
    expect(person("Sara").note()).toContain("It was ended early, on Wednesday, 1 April 2026.");
    expect(person("Sara").note()).toContain("Ended by Petra");
    expect(person("Sara").note()).toContain("PLANTED-LIFT");
    expect(await stage.store.barred()).toEqual([]);

    // It does not lapse on top of that; the warning, which stays, does.
    await stage.moveTo("2027-04-02T00:00");
    expect(person("Nils").reads()).not.toContain("suspension lapsed");
    expect(person("Nils").reads()).toContain("Your warning lapsed");
    expect(stage.logged.join("\n")).not.toContain("PLANTED-LIFT");
  });

  test("[K62][K64][K69] whoever chooses a sanction learns after the finding that one is active, and that the rules suggest another; they may stay with theirs", async () => {
    stage = await openStage({ platform, start: "2026-01-02T10:00" });
    const { person } = stage;
    const petra = person("Petra");
    const first = await uphold("warning", "ordinary");
    await sendNotices();
    await stage.moveTo("2026-09-01T10:00");
    const second = await toVote();
    await petra.press("Put a motion");
    await petra.fillIn({
      Motion: "Uphold the complaint",
      "Rules found to be broken": ["Crossing personal boundaries"],
      "Severity, if it is upheld": "ordinary",
      "Sanction, if it is upheld": "warning",
      Reasons: planted.reasons,
    });
    expect(petra.note()).toContain(
      "There is an active sanction: warning. The rules suggest: first-degree suspension (Memo 6.2)",
    );
    for (const words of ["Nils", first, second, "January"]) expect(petra.note()).not.toContain(words);
    expect(petra.note()).not.toContain("Put to the vote");
    for (const other of ["Viktor", "Sara"]) expect(person(other).reads()).not.toContain("active sanction");

    // A second degree is for what is worse; that is said too. A first degree is meant for this: two violations.
    await petra.press("Change what you wrote");
    await petra.fillIn({ "Sanction, if it is upheld": "second-degree suspension" });
    expect(petra.note()).toContain(
      "second-degree suspension is meant for a breach that is very serious or another breach that is at least serious.",
    );
    await petra.press("Change what you wrote");
    await petra.fillIn({ "Sanction, if it is upheld": "warning" });
    await petra.press("Stay with it");
    await stage.settle();
    expect(person("Viktor").reads()).toContain("Uphold the complaint, with the sanction: warning");
    await carry(stage);
    await sendNotices();

    // A warning that has lapsed is no earlier one: nothing is suggested any more.
    await stage.moveTo("2027-09-01T10:00");
    await toVote();
    await putMotion(stage, "warning", "ordinary");
    expect(petra.note()).not.toContain("active sanction");
    expect(stage.logged.join("\n")).not.toContain("Nils");
  });

  test("[K05] a guest without an account is reported and suspended by name: once an officer has told them, they are refused at the door by their name", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const { person } = stage;
    const codeName = await uphold("first-degree suspension", "serious", reportGuest);
    await sendNotices();
    const atTheDoor = async (event: string) => {
      await person("Tova").command("doorcheck");
      await person("Tova").fillIn({ "Or a full name": "gunnar gast", "What kind of event?": event });
      return person("Tova").note();
    };
    expect(await atTheDoor("parties")).toContain("may take part in parties.");
    expect(person("Sara").reads()).toContain("A notice to the respondent could not be delivered here.");
    // Neither the call to the meeting nor the decision could be delivered; each has a button that says which it is.
    await person("Sara").command("case show", { code: codeName });
    expect(person("Sara").canPress("Delivered otherwise: Summons to the respondent")).toBe(true);
    await person("Sara").command("case delivered", { code: codeName, to: "respondent" });
    expect(person("Sara").note()).toContain("Which one did you deliver?");
    await person("Sara").press("2. Decision");
    await person("Sara").fillIn({ "Day on which it was delivered": "2026-02-20" });
    await stage.settle();
    expect(await atTheDoor("parties")).toContain("may not take part in parties until Thursday, 21 May 2026.");
    expect(await atTheDoor("chapter meetings")).toContain("may take part in chapter meetings.");
    for (const other of ["Tova", "Lo", "Ulf"]) expect(person(other).reads()).not.toContain("PLANTED");
    expect(stage.logged.join("\n")).not.toContain("Gunnar");
  });

  test("[K53][K54][K66][V-03] at the door one learns whether somebody may take part and until when, nobody else learns that there is a door", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const { person } = stage;
    const codeName = await uphold("first-degree suspension", "serious");
    await stage.moveTo("2026-03-04T10:00");
    const trustee = person("Tova");
    const ask = async (who: string, answers: Readonly<Record<string, string | readonly string[]>>) => {
      await person(who).command("doorcheck");
      await person(who).fillIn(answers);
      return person(who).note();
    };
    const nils = { "Who?": [person("Nils").id] };

    // Decided, and not yet told: it does not hold.
    expect(await ask("Tova", { ...nils, "What kind of event?": "parties" })).toContain("may take part in parties.");
    await sendNotices();
    const refused = await ask("Tova", { ...nils, "What kind of event?": "parties" });
    expect(refused).toContain("Nils Orrby may not take part in parties until Tuesday, 2 June 2026.");
    expect(refused).not.toContain("suspension");
    expect(await ask("Tova", { ...nils, "What kind of event?": "chapter meetings" })).toContain("may take part");
    expect(await ask("Tova", { "Who?": [person("Lo").id], "What kind of event?": "parties" })).toContain(
      "Lo Ström may take part in parties.",
    );

    // By name: a full one, however it is written; one name alone is that of too many people.
    expect(await ask("Tova", { "Or a full name": "nils örrby", "What kind of event?": "parties" })).toContain(
      "nils örrby may not take part in parties until Tuesday, 2 June 2026.",
    );
    await trustee.command("doorcheck");
    await trustee.fillIn({ "Or a full name": "Nils", "What kind of event?": "parties" });
    expect(platform === "discord" ? trustee.note() : trustee.reads()).toContain("Give the full name");

    // To everybody else there is no door, as there is none for what nobody ever had.
    for (const other of ["Sara", "Petra", "Mona", "Nils"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(other).command("doorcheck");
      expect(person(other).note()).toContain("Not for you here");
    }

    // Tova lets Lo ask for two days; that Lo cannot hand on.
    await trustee.command("doorcheck");
    await trustee.fillIn({ ...nils, "What kind of event?": "parties" });
    await trustee.press("Let somebody else ask");
    await trustee.fillIn({ "Who?": [person("Lo").id] });
    expect(trustee.note()).toContain("Lo Ström can use /doorcheck until Friday, 6 March 2026, 00:00.");
    await stage.moveTo("2026-03-05T21:00");
    await person("Lo").command("doorcheck");
    await person("Lo").fillIn({ "Vem?": [person("Nils").id], "Vilket slags evenemang?": "fester" });
    expect(person("Lo").note()).toContain("Nils Orrby får inte delta i fester före tisdag 2 juni 2026.");
    expect(person("Lo").canPress("Låt någon annan fråga")).toBe(false);
    await stage.moveTo("2026-03-06T00:00");
    await person("Lo").command("doorcheck");
    expect(person("Lo").note()).not.toContain("får");

    // On the first day after it he may take part again, and nothing of him is kept at the door.
    await stage.moveTo("2026-06-02T00:00");
    expect(await ask("Tova", { ...nils, "What kind of event?": "parties" })).toContain("may take part in parties.");
    expect(await stage.store.barred()).toEqual([]);
    for (const words of [codeName, ...Object.values(planted), "Mona"]) expect(trustee.reads()).not.toContain(words);
    expect(stage.logged.join("\n")).not.toContain("Nils");
  });
});
