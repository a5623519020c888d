import { afterEach, describe, expect, inject, test } from "vitest";

import type { StoreKind } from "../servers/testStore.ts";
import { expectKept } from "./confidential.ts";
import { everythingKept } from "./everythingKept.ts";
import {
  acknowledge,
  assess,
  brief,
  carry,
  clear,
  fileReport,
  hear,
  planted,
  putMotion,
  sendNotices,
  uphold,
  vote,
} from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const summons = "PLANTED-SUMMONS Thursday 16:00, room 4";
const asked = "PLANTED-APPEAL nobody asked me";
const heard = "PLANTED-HEARD the three agreed that it stands";
const voters = ["Petra", "Dina", "Hanna", "Ivan", "Julia"] as const;
const officers = ["Sara", "Omar", "Elin"] as const;
const board = ["Petra", "Viktor", "Bea", "Dina", "Gustav", "Hanna", "Ivan", "Julia", "Karim"] as const;
interface Way {
  readonly platform: "discord" | "slack";
  readonly delivery: "socket" | "http";
  readonly store: StoreKind;
}

const inMemory: readonly Way[] = [
  { platform: "discord", delivery: "socket", store: "memory" },
  { platform: "slack", delivery: "socket", store: "memory" },
  { platform: "slack", delivery: "http", store: "memory" },
];
const inDatabases: readonly Way[] = [
  { platform: "discord", delivery: "socket", store: "embedded" },
  { platform: "discord", delivery: "socket", store: "server" },
  { platform: "slack", delivery: "socket", store: "embedded" },
  { platform: "slack", delivery: "http", store: "server" },
];
const ways = inject("playsOn") === "memory" ? inMemory : inDatabases;

describe.each(ways)(
  "the story of one report on $platform, by $delivery, kept in the $store database",
  ({ platform, delivery, store }) => {
    test("[K07][K16][K21][K22][K23][K40][K41][K44][K46][K48][K50][K63] from the first word to the lapse of the warning", async () => {
      stage = await openStage({ platform, delivery, store, start: "2026-03-01T10:00" });
      const { person } = stage;

      // A member files; who will read it is shown before sending; a private receipt with a code name follows.
      const codeName = await fileReport(stage);
      expect(person("Mona").note()).toContain(`Its name is ${codeName}`);
      expect(person("Mona").note()).toContain("Sara Lind, Omar Haddad and Elin Berg");
      expect(person("Mona").rooms()).toEqual([]);
      for (const officer of officers) expect(person(officer).rooms()).toEqual([`case-${codeName}`]);
      for (const other of [...board, "Nils", "Lo"]) expect(person(other).reads()).not.toContain(codeName);

      // The member sees where it stands.
      await person("Mona").command("mycase");
      expect(person("Mona").note()).toContain("received; an officer will be in touch");

      // An officer takes it, acknowledges it in writing, assesses it; the other side is heard.
      await acknowledge(stage);
      expect(person("Mona").reads()).toContain("Thank you, Mona. I am here.");
      await assess(stage);
      expect(person("Nils").reads()).not.toContain(codeName);
      await hear(stage);
      expect(person("Nils").reads()).toContain("You are asked to a meeting");

      // The board gets a brief without names, after a second officer has approved it.
      expect(person("Petra").rooms()).toEqual([]);
      await brief(stage);
      for (const member of board) expect(person(member).rooms()).toEqual([`board-${codeName}`]);

      // One declares a conflict and is out: room, case and vote are gone for her.
      await person("Bea").press("Read the brief");
      expect(person("Bea").note()).not.toContain("Person A");
      await person("Bea").press("I have a conflict: I step aside");
      await stage.settle();
      expect(person("Bea").rooms()).toEqual([]);
      for (const member of ["Petra", "Viktor", "Dina", "Hanna", "Ivan", "Julia"]) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
        await clear(stage, member);
        expect(person(member).note()).toContain("Person A says that Person B went on");
      }
      await putMotion(stage);

      // Four of the five needed: nothing is decided. The fifth comes; two thirds of the votes cast carry it.
      await vote(stage, { Petra: "In favour", Dina: "In favour", Hanna: "In favour", Ivan: "Against" });
      await person("Petra").press("Close the vote");
      expect(person("Petra").note()).toContain(
        "There is no quorum: 5 must be present, including one of the presidency. 4 are present.",
      );
      expect(person("Petra").note()).toContain("Memo 4.1");
      await vote(stage, { Julia: "In favour" });
      await person("Petra").press("Close the vote");
      expect(person("Petra").note()).toContain("Uphold the complaint, with the sanction: warning: carried.");

      // Both parties are told in writing, and that is recorded; the case is closed with it.
      await stage.settle();
      await person("Petra").press("Send the notices");
      await stage.settle();
      for (const party of ["Mona", "Nils"]) {
        expect(person(party).reads()).toContain("Sanction: warning");
        expect(person(party).reads()).toContain("until the end of Tuesday, 31 March 2026");
      }
      expect(person("Nils").reads()).toContain("Further warnings lead to a suspension.");
      await person("Sara").command("case show", { code: codeName });
      expect(person("Sara").note()).toContain("closed");

      // 365 days later it lapses at 00:00, and those concerned are told, after reminders to the officers.
      await stage.moveTo("2027-02-15T09:00");
      expect(person("Sara").reads()).toContain("the warning lapses on Monday, 1 March 2027");
      await stage.moveTo("2027-02-28T23:59");
      expect(person("Nils").reads()).not.toContain("Your warning lapsed");
      await stage.moveTo("2027-03-01T00:00");
      expect(person("Nils").reads()).toContain("Your warning lapsed on Monday, 1 March 2027.");
      expect(person("Sara").reads()).toContain("The warning in case");
      expect(person("Mona").reads()).not.toContain("lapsed on");

      // [V-15] Nothing of it stands in a log line.
      const log = stage.logged.join("\n");
      for (const words of [...Object.values(planted), "Mona", "Nils", person("Mona").id, person("Nils").id])
        expect(log).not.toContain(words);
    });
  },
);

describe.each(["discord", "slack"] as const)("a suspension on %s", (platform) => {
  test("[K13][K18][K29][K51][K53][K56][K57][K66][K68][V-01][V-02][V-05][E-10][E-11] from the report to the last appeal, the end of the sanction and anonymising, each on the day that the memo gives", async () => {
    stage = await openStage({ platform, start: "2026-02-20T10:00", isWatched: true });
    const { person } = stage;
    const sara = person("Sara");
    const first = await fileReport(stage);
    const firstId = (await stage.store.caseByCodeName(first))?.id ?? "";
    await sara.command("due");
    expect(sara.note()).toContain("Acknowledge the report: by Sunday, 22 February 2026");
    await sara.press("Open the file");
    await acknowledge(stage);
    await assess(stage);

    // The meeting is at least five days off.
    await sara.press("Call to a meeting");
    await sara.fillIn({ "Day of the meeting": "2026-02-24", "What the person is told": summons });
    expect(sara.note()).toContain("Wednesday, 25 February 2026");
    await sara.press("Change what you wrote");
    await sara.fillIn({ "Day of the meeting": "2026-02-25", "What the person is told": summons });
    await stage.settle();
    await stage.moveTo("2026-02-25T17:00");
    await sara.press("Respondent heard");
    await stage.settle();
    await brief(stage);
    await person("Petra").command("due");
    expect(person("Petra").note()).toContain("decision of the board: by Wednesday, 11 March 2026");

    // The board suspends; those concerned are told within three days, and the suspension holds from then on.
    for (const member of voters) await clear(stage, member);
    await stage.moveTo("2026-03-02T18:00");
    await putMotion(stage, "first-degree suspension", "serious");
    await carry(stage);
    await person("Petra").command("due");
    expect(person("Petra").note()).toContain("by Thursday, 5 March 2026");
    await stage.moveTo("2026-03-04T10:00");
    await sendNotices(stage);
    for (const told of [
      "It holds from Wednesday, 4 March 2026. It lapses on Tuesday, 2 June 2026.",
      "You may appeal in writing until the end of Friday, 3 April 2026",
      "Memo 6.3",
    ])
      expect(person("Nils").reads()).toContain(told);
    expect(person("Tova").reads()).toContain("On Tuesday, 2 June 2026 they may take part again.");
    expect(person("Tova").reads()).toContain("Nils Orrby");

    // A warning in another case makes it the second degree, 365 days from the notice of the warning.
    await stage.moveTo("2026-03-20T10:00");
    const second = await uphold(stage, "warning", "ordinary");
    const secondId = (await stage.store.caseByCodeName(second))?.id ?? "";
    await stage.moveTo("2026-03-28T09:00");
    expect(sara.reads()).toContain(`${first} is over. On Saturday, 4 April 2026 its names`);
    await stage.moveTo("2026-04-01T10:00");
    await sendNotices(stage);
    expect(person("Nils").reads()).toContain("You may appeal in writing until the end of Friday, 1 May 2026");
    await sara.command("sanction show", { code: first });
    expect(sara.note()).toContain("second-degree suspension");
    expect(sara.note()).toContain("Thursday, 1 April 2027");

    // The first case can no longer be appealed from the night on; the second until its own last minute.
    await stage.moveTo("2026-04-03T09:00");
    expect(sara.reads()).toContain(`${first} is anonymised on Saturday, 4 April 2026`);
    await stage.moveTo("2026-04-04T00:00");
    await person("Nils").command("appeal lodge", { code: first, what: "appeal" });
    expect(person("Nils").note()).toContain("the last day was Friday, 3 April 2026");
    expect(await everythingKept(stage, firstId)).toContain("PLANTED-WHAT");
    await stage.moveTo("2026-04-04T09:00");
    expect(await everythingKept(stage, firstId)).not.toMatch(/PLANTED|Mona/);
    await stage.moveTo("2026-05-01T23:59");
    await person("Nils").command("appeal lodge", { code: second, what: "appeal" });
    await person("Nils").fillIn({
      "To whom do you write?": "the Council of Safety",
      "What is wrong, and what do you ask for?": asked,
    });
    await stage.settle();
    await sara.command("appeal show", { code: second });
    expect(sara.note()).toContain(asked);
    await stage.moveTo("2026-05-20T10:00");
    await sara.command("appeal decide", { code: second });
    await sara.fillIn({ "How did it end?": "the decision stands", "Reasons of those who decided": heard });
    await stage.settle();
    expect(person("Nils").reads()).toContain(heard);

    // Its words are gone once the appeal has been decided and that was announced; whom the suspension binds stands to its last day.
    await stage.moveTo("2026-05-21T09:00");
    expect(sara.reads()).toContain(`${second} is anonymised on Friday, 22 May 2026`);
    await stage.moveTo("2026-05-21T23:59");
    expect(await everythingKept(stage, secondId)).toContain("PLANTED-WHAT");
    await stage.moveTo("2026-05-22T09:00");
    for (const id of [firstId, secondId]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const left = await everythingKept(stage, id);
      expect(left).not.toMatch(/PLANTED|Mona/);
      expect(left).toContain("Nils Orrby");
    }
    await stage.moveTo("2027-03-31T23:59");
    expect(person("Nils").reads()).not.toContain("suspension lapsed");
    await stage.moveTo("2027-04-01T00:00");
    expect(person("Nils").reads()).toContain("Your second-degree suspension lapsed on Thursday, 1 April 2027.");
    await stage.moveTo("2027-04-03T09:00");
    for (const id of [firstId, secondId]) {
      // oxlint-disable-next-line no-await-in-loop
      const left = await everythingKept(stage, id);
      for (const gone of [id, "Nils", "Mona", "PLANTED"]) expect(left).not.toContain(gone);
    }
    await expectKept(stage, ["Mona", "Nils"], {
      [planted.what]: ["Sara"],
      [planted.where]: ["Sara"],
      [planted.reasons]: ["Mona", "Nils"],
      [summons]: ["Nils", "Sara"],
      [asked]: ["Sara"],
      [heard]: ["Elin", "Mona", "Nils", "Omar", "Sara"],
      "Person A says": voters,
      "Thank you, Mona": ["Mona"],
      "Mona Wik": [],
      // Those at the doors have to know whom they turn away.
      "Nils Orrby": ["Tova"],
    });
  });
});
