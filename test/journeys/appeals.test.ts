import { afterEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import {
  acknowledge,
  assess,
  fileReport,
  hear,
  planted,
  sendNotices as sendThem,
  uphold as upholdWith,
} from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const person = (name: string) => stage.person(name);

/** Words that are planted in an appeal and stand nowhere but before those it was written to. */
const APPEAL = "PLANTED-APPEAL Mona and I had agreed on it, and nobody asked me";

const uphold = (sanction: string, severity: string) => upholdWith(stage, sanction, severity);
const sendNotices = () => sendThem(stage);

const everywhere = platforms().map((platform) => ({ platform }));

describe.each(everywhere)("on $platform", ({ platform }) => {
  test("[K55][K56][K57][K68] an appeal is lodged from the notice until 23:59 of the thirtieth day, reaches those alone it was written to, and annuls the decision with what it did to another sanction", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const suspension = await uphold("first-degree suspension", "serious");
    await stage.moveTo("2026-03-04T10:00");
    await sendNotices();
    await stage.moveTo("2026-03-20T10:00");
    const warned = await uphold("warning", "ordinary");
    await stage.moveTo("2026-04-01T10:00");
    await sendNotices();
    await person("Sara").command("sanction show", { code: suspension });
    expect(person("Sara").note()).toContain("second-degree suspension");

    await stage.moveTo("2026-05-01T23:50");
    await person("Nils").press("Appeal");
    await person("Nils").fillIn({
      "To whom do you write?": "the Council of Safety",
      "What is wrong, and what do you ask for?": APPEAL,
    });
    await stage.settle();
    expect(person("Nils").note()).toContain(
      `Appeal in case ${warned}: lodged on Friday, 1 May 2026 at 23:50, to the Council of Safety.`,
    );
    await person("Nils").press("Show what was lodged");
    expect(person("Nils").note()).toContain(APPEAL);
    await person("Nils").command("mycase");
    expect(person("Nils").canPress("Appeal: being looked at")).toBe(true);
    // Whoever presses once more reads what was lodged.
    await person("Nils").press("Appeal");
    expect(person("Nils").note()).toContain("Where it stands:");

    for (const officer of ["Sara", "Omar", "Elin"]) expect(person(officer).reads()).toMatch(/In case|I ärende/);
    await person("Sara").command("appeal list");
    expect(person("Sara").note()).toContain(`${warned}: Appeal.`);
    await person("Sara").command("appeal show", { code: warned });
    expect(person("Sara").note()).toContain(APPEAL);
    for (const other of ["Petra", "Viktor", "Dina", "Mona", "Tova", "Ulf"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person(other).command("appeal show", { code: warned });
      expect(person(other).note()).toContain("There is nothing here");
      expect(person(other).reads()).not.toContain("PLANTED-APPEAL");
    }

    // Whoever it waits for is told again, and nobody else.
    const waits = `In case ${warned} something has been lodged.`;
    expect(person("Sara").reads().split(waits)).toHaveLength(2);
    await stage.moveTo("2026-05-09T10:00");
    expect(person("Sara").reads().split(waits)).toHaveLength(3);
    expect(person("Petra").reads()).not.toContain(waits);
    await stage.moveTo("2026-05-12T10:00");
    await person("Sara").command("appeal decide", { code: warned });
    await person("Sara").fillIn({
      "How did it end?": "the decision is void",
      "Reasons of those who decided": "Nobody had heard him on it.",
    });
    await stage.settle();
    expect(person("Nils").reads()).toContain("The decision is void: it is as if it had never been made.");
    expect(person("Mona").reads()).toContain(
      `In case ${warned} the respondent has appealed, and that has been decided.`,
    );
    await person("Sara").command("sanction show", { code: suspension });
    expect(person("Sara").note()).toContain("first-degree suspension");
    expect(person("Sara").note()).not.toContain("second-degree suspension");
    expect(person("Tova").reads()).toContain("On Tuesday, 2 June 2026 they may take part again.");

    for (const words of [...Object.values(planted), APPEAL, "Mona", "Nils"])
      expect(stage.logged.join("\n")).not.toContain(words);
  });

  test("[K57] each party has thirty days of their own: a minute later the answer is the day on which it ended, and how it is counted", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const codeName = await uphold("warning", "ordinary");
    await stage.moveTo("2026-03-04T10:00");
    await sendNotices();
    await stage.moveTo("2026-04-03T23:50");
    await person("Nils").command("appeal lodge", { code: codeName, what: "appeal" });
    expect(person("Nils").form()?.title).toBe("Appeal");
    await stage.moveTo("2026-04-04T00:05");
    await person("Nils").fillIn({
      "To whom do you write?": "the Council of Safety",
      "What is wrong, and what do you ask for?": APPEAL,
    });
    const late = person("Nils").note();
    expect(late).toContain("You were told on Wednesday, 4 March 2026; the last day was Friday, 3 April 2026.");
    expect(late).toContain("30 days from Wed 4 Mar 2026");
    // What he wrote is kept.
    await person("Nils").press("Change what you wrote");
    expect(JSON.stringify(person("Nils").form())).toContain(APPEAL);
    await stage.settle();
    await person("Sara").command("appeal list");
    expect(person("Sara").note()).toContain("nothing is before you");
  });

  test("[K58] the person it was about asks who reported: nothing is answered before whoever reported was told, and then nobody else learns it", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const codeName = await uphold("warning", "ordinary");
    await stage.moveTo("2026-03-04T10:00");
    await sendNotices();
    await stage.moveTo("2026-04-03T12:00");
    await person("Nils").command("mycase");
    await person("Nils").press("Ask who reported");
    await person("Nils").fillIn({ "What do you ask, and why?": "PLANTED-ASK I want to say sorry" });
    await stage.settle();
    expect(person("Mona").reads()).not.toContain("who reported");
    await person("Omar").command("appeal show", { code: codeName });
    expect(person("Omar").note()).toContain("PLANTED-ASK");
    await person("Omar").command("appeal decide", { code: codeName });
    await person("Omar").fillIn({ "How did it end?": "it is told who reported", "What do you write?": "She agreed." });
    expect(person("Omar").note()).toContain("Whoever reported is told before an answer is given");
    await person("Omar").command("appeal inform", { code: codeName });
    await person("Omar").fillIn({ "What do you write to whoever reported?": "He asks. Call us before Friday." });
    await stage.settle();
    expect(person("Mona").reads()).toContain(
      "has asked the Council of Safety who reported. You are told before any answer is given.",
    );
    expect(person("Mona").reads()).toContain("Call us before Friday.");
    expect(person("Nils").reads()).not.toContain("Mona");
    await person("Omar").command("appeal decide", { code: codeName });
    await person("Omar").fillIn({ "How did it end?": "it is told who reported", "What do you write?": "She agreed." });
    await stage.settle();
    expect(person("Nils").reads()).toContain("You asked who reported. It was Mona");
    await person("Omar").command("case timeline", { code: codeName });
    // oxlint-disable-next-line no-await-in-loop -- page after page
    while (person("Omar").canPress("Next")) await person("Omar").press("Next");
    expect(person("Omar").note()).toContain("Asking who reported (it is told who reported)");
    for (const other of ["Petra", "Dina", "Tova", "Ulf"])
      expect(person(other).reads()).not.toMatch(/PLANTED-ASK|who reported/);
  });

  test("[K32][K33] only a party has it looked at how a case was handled; the auditors read it without names, and see them once somebody else agrees", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const codeName = await uphold("warning", "ordinary");
    await stage.moveTo("2026-03-04T10:00");
    await sendNotices();
    await person("Sara").command("appeal lodge", { code: codeName, what: "review" });
    expect(person("Sara").note()).toContain("There is nothing here");
    await person("Ulf").command("appeal list");
    expect(person("Ulf").note()).toContain("nothing is before you");
    await person("Nils").command("mycase");
    await person("Nils").press("It was handled wrongly");
    await person("Nils").fillIn({ "What was handled wrongly?": "Sara never asked me, and Mona was asked twice." });
    await stage.settle();
    expect(person("Ulf").reads()).toContain("Look at how the case was handled");
    await person("Ulf").press("Read it");
    expect(person("Ulf").note()).toContain("never asked me, and Person A was asked twice.");
    expect(person("Ulf").note()).not.toMatch(/Mona|Nils|Orrby/);
    // Of everything else in the case they are told nothing, not even at which stage it is.
    const read = person("Ulf").handle("Ask for the real names");
    for (const words of ["case take", "case extend", "case refer", "vote refer", "vote send", "vote close"]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await person("Ulf").command(words, { code: codeName });
      expect(person("Ulf").note()).toContain("There is nothing here");
    }
    await person("Ulf").pressHandle(read);
    await person("Ulf").fillIn({ "Why do you need the real names?": "We have to ask the person." });
    await stage.settle();
    // Whoever asks does not let themselves, and is not told the names by asking.
    await person("Ulf").command("appeal allow", { code: codeName });
    await person("Ulf").fillIn({ Reasons: "I allow myself." });
    await stage.settle();
    await person("Ulf").command("appeal show", { code: codeName });
    expect(person("Ulf").note()).toContain("Person A was asked twice");
    await person("Elin").command("appeal show", { code: codeName });
    await person("Elin").press("Vad som sagts");
    expect(person("Elin").note()).toContain("We have to ask the person.");
    await person("Elin").command("appeal show", { code: codeName });
    await person("Elin").press("Visa de riktiga namnen");
    await person("Elin").fillIn({ Skäl: "De behöver fråga." });
    await stage.settle();
    await person("Ulf").command("appeal show", { code: codeName });
    expect(person("Ulf").note()).toContain("Mona was asked twice");
    await person("Ulf").press("What was said");
    expect(person("Ulf").note()).toContain("De behöver fråga.");
    const kept = (await stage.store.caseByCodeName(codeName))?.entries ?? [];
    const steps = kept.flatMap(({ entry }) => (entry.kind === "challenge-names" ? [entry.step] : []));
    expect(steps).toEqual(["asked", "allowed"]);
    // Whose handling is looked at does not learn of it from who read the case either.
    await person("Sara").command("records readings", { code: codeName });
    expect(person("Sara").note()).toContain("Sara Lind");
    expect(person("Sara").note()).not.toMatch(/Ulf|hears a challenge/);
    await person("Ulf").command("appeal show", { code: codeName });
    await person("Ulf").press("Write what you think");
    await person("Ulf").fillIn({ "What do you think?": "He should have been asked." });
    await stage.settle();
    expect(person("Nils").reads()).toContain("He should have been asked.");
    expect(person("Mona").reads()).not.toContain("He should have been asked.");
    await person("Ulf").command("appeal show", { code: codeName });
    expect(person("Ulf").note()).toContain("There is nothing here");
  });

  test("[K55] whoever decided the case before takes no part: the panel is smaller, too few of it decide nothing, and where it does not agree the decision stands", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const codeName = await fileReport(stage, ["Bea"]);
    await acknowledge(stage);
    await assess(stage);
    await hear(stage);
    await person("Sara").command("case conclude", { code: codeName, outcome: "decided" });
    await person("Sara").fillIn({
      "Rules found to be broken": ["Crossing personal boundaries"],
      Sanction: "warning",
      Reasons: planted.reasons,
    });
    await stage.settle();
    await person("Sara").command("case send", { code: codeName });
    await stage.settle();
    await person("Bea").press("Appeal");
    await person("Bea").fillIn({
      "To whom do you write?": "the Council of Safety",
      "What is wrong, and what do you ask for?": APPEAL,
    });
    await stage.settle();
    await person("Omar").command("appeal show", { code: codeName });
    expect(person("Omar").note()).toContain(
      "THS Study Social Responsibility Officer and THS President. THS Study Environment Officer decided in the case before and takes no part.",
    );
    await person("Omar").command("appeal decide", { code: codeName });
    const entered = {
      "How did it end?": "no agreement: the decision stands",
      "Reasons of those who decided": "They disagreed.",
    };
    await person("Omar").fillIn({ ...entered, "Who took part?": ["THS President"] });
    expect(person("Omar").note()).toContain("Too few took part: 1, and 2 are needed.");
    await person("Omar").command("appeal decide", { code: codeName });
    await person("Omar").fillIn({
      ...entered,
      "Who took part?": ["THS Study Social Responsibility Officer", "THS President"],
    });
    await stage.settle();
    const told = person("Bea").reads();
    expect(told).toContain("Those who heard it did not agree: the decision stands as it was made.");
    expect(told).toContain("Took no part: THS Study Environment Officer.");
    // That is the end of it: nothing is left to appeal against.
    await person("Bea").command("appeal lodge", { code: codeName, what: "appeal" });
    expect(person("Bea").note()).toContain("It has been decided for good.");
    // Members of the board, of which she is one, learn of nothing.
    for (const other of ["Petra", "Viktor", "Dina"]) expect(person(other).reads()).not.toContain(codeName);
  });

  test("[K56] who writes to the president and the vice president is read by nobody else; another sanction holds from the beginning", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00" });
    const codeName = await uphold("second-degree suspension", "very serious");
    await stage.moveTo("2026-03-04T10:00");
    await sendNotices();
    await person("Nils").press("Appeal");
    await person("Nils").fillIn({
      "To whom do you write?": "the president and the vice-president",
      "What is wrong, and what do you ask for?": APPEAL,
    });
    await stage.settle();
    for (const officer of ["Sara", "Omar"]) {
      // oxlint-disable no-await-in-loop -- one after the other
      await person(officer).command("appeal list");
      expect(person(officer).note()).toContain("nothing is before you");
      await person(officer).command("case timeline", { code: codeName });
      while (person(officer).canPress("Next")) await person(officer).press("Next");
      expect(person(officer).note()).not.toMatch(/Appeal|lodged/);
      // oxlint-enable no-await-in-loop
    }
    await person("Viktor").command("due");
    expect(person("Viktor").note()).toContain("enter how they decided. Lodged on Wednesday, 4 March 2026");
    for (const other of ["Dina", "Sara"]) {
      // oxlint-disable no-await-in-loop -- one after the other
      await person(other).command("due");
      expect(person(other).note()).not.toContain("Lodged on");
      await person(other).command("vote list");
      expect(person(other).note()).not.toContain(codeName);
      // oxlint-enable no-await-in-loop
    }
    await person("Viktor").command("appeal show", { code: codeName });
    expect(person("Viktor").note()).toContain(APPEAL);
    expect(person("Viktor").note()).not.toContain("Nils");
    await person("Viktor").press("Enter how it was decided");
    await person("Viktor").fillIn({
      "How did it end?": "another sanction",
      "Reasons of those who decided": "It was too much.",
    });
    if (platform === "discord") await person("Viktor").press("Continue");
    await person("Viktor").fillIn({ Sanction: "first-degree suspension" });
    await stage.settle();
    for (const party of ["Nils", "Mona"])
      expect(person(party).reads()).toContain(
        "From the beginning the sanction is: first-degree suspension. It lapses on Tuesday, 2 June 2026.",
      );
    expect(person("Tova").reads()).toContain("On Tuesday, 2 June 2026 they may take part again.");
    await stage.moveTo("2026-06-02T10:00");
    expect(person("Nils").reads()).toContain("Your first-degree suspension lapsed on Tuesday, 2 June 2026.");
    await stage.moveTo("2027-03-05T10:00");
    expect(person("Nils").reads()).not.toContain("second-degree suspension lapsed");
  });
});
