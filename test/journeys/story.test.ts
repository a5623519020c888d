import { afterEach, describe, expect, inject, test } from "vitest";

import type { StoreKind } from "../servers/testStore.ts";
import { acknowledge, assess, brief, clear, fileReport, hear, planted, putMotion, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

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
