import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { CaseColumn, CaseFileShown } from "../../src/sandbox/page/caseFiles.ts";
import type { ClockLine } from "../../src/sandbox/page/clockLog.ts";
import { openHouse } from "../browser/house.ts";
import type { House } from "../browser/house.ts";
import { acknowledge, fileReport, playToBoard, playToVote } from "../journeys/plays.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

async function readOnly(): Promise<CaseFileShown> {
  const [listed] = (await house.page.caseFiles?.list()) ?? [];
  const file = await house.page.caseFiles?.read(listed?.id ?? "");
  if (file === undefined) throw new Error("There is no case.");
  return file;
}

const textsOf = (column: CaseColumn | undefined, language: "en" | "sv" = "en") =>
  [...(column?.lines ?? []), ...(column?.coming ?? [])].map(({ text }) => text[language]);
const titles = (file: CaseFileShown) => file.columns.map(({ title }) => title.en);

const DAY = 24 * 3_600_000;

/** Moves the clock on and tells what is new in the log. */
async function move(ms: number): Promise<readonly ClockLine[]> {
  const earlier = (await house.page.clockLog?.()) ?? [];
  house.page.clock.advance(ms);
  await house.page.afterMove();
  const lines = (await house.page.clockLog?.()) ?? [];
  return lines.filter(({ id }) => earlier.every((each) => each.id !== id));
}

describe("the case files of the house", () => {
  test("are listed newest first, across both platforms, with where they stand", async () => {
    expect(await house.page.caseFiles?.list()).toEqual([]);
    const first = await fileReport(house.stage("discord"));
    await acknowledge(house.stage("discord"));
    await move(60_000);
    const second = await fileReport(house.stage("slack"));
    const listed = await house.page.caseFiles?.list();
    expect(listed?.map(({ codeName, stage }) => [codeName, stage.en, stage.sv])).toEqual([
      [second, "contact with the complainant", "kontakt med den som anmält"],
      [first, "assessment", "bedömning"],
    ]);
    expect(await house.page.caseFiles?.read("no-such-case")).toBeUndefined();
  });

  test("[V-02][V-05] show a case from every side: at first there is nothing for the board and the respondent", async () => {
    await fileReport(house.stage("discord"));
    const file = await readOnly();
    expect(titles(file)).toEqual(["officers", "Board", "complainant", "respondent"]);
    const [officers, board, complainant, respondent] = file.columns;
    expect(textsOf(officers)[0]).toBe("Report received");
    expect(officers?.lines[0]?.clause).toBe("Memo 5.1");
    expect(textsOf(complainant)).toEqual(["Report received"]);
    for (const column of [board, respondent]) {
      expect(textsOf(column)).toEqual([]);
      expect(column?.nothing.en).toContain("no such case yet");
    }
  });

  test("[V-05] show later what each may see, in both languages, who did what with the officers only", async () => {
    await playToVote(house.stage("slack"));
    const [officers, board, complainant, respondent] = (await readOnly()).columns;
    expect(officers?.lines.map(({ by }) => by)).toContain("Sara Lind");
    expect(textsOf(board)).toEqual([
      "An approved brief is before the Board",
      "A member stepped aside",
      "Motion put: Uphold the complaint, with the sanction: warning",
      "decision of the board: by Sunday, 15 March 2026",
    ]);
    expect(textsOf(board, "sv")).toContain("Yrkande lagt: Bifall anmälan, med påföljden: varning");
    expect(textsOf(respondent)).toEqual([
      "Sent to you: Summons",
      "Delivered to you: Summons",
      "Now: before the board, without names",
    ]);
    for (const column of [board, complainant, respondent]) {
      expect(JSON.stringify(column)).not.toMatch(/PLANTED|Mona|Nils|Bea|Petra|Omar/);
      expect(column?.lines.filter(({ by }) => by !== undefined).map(({ text }) => text.en)).toEqual(
        column === complainant ? ["Case taken"] : [],
      );
    }
  });

  test("give several respondents a letter each, and a case that a member of the board is a party in nothing for the board", async () => {
    await fileReport(house.stage("discord"), ["Bea", "Nils"]);
    const file = await readOnly();
    expect(titles(file)).toEqual(["officers", "Board", "complainant", "respondent A", "respondent B"]);
    expect(textsOf(file.columns[1])).toEqual([]);
  });

  test("can be read while Redress is stopped", async () => {
    const codeName = await fileReport(house.stage("discord"));
    await house.stop();
    expect((await readOnly()).codeName).toBe(codeName);
    expect(await house.page.clockLog?.()).toEqual([]);
    await house.start();
    expect((await readOnly()).codeName).toBe(codeName);
  });
});

describe("the log of what the clock caused", () => {
  test("[K40] names each reminder once, newest first, with the case and who was told, in both languages", async () => {
    const codeName = await fileReport(house.stage("discord"));
    expect(await move(3_600_000)).toEqual([]);
    expect(await move(DAY)).toMatchObject([
      {
        codeName,
        at: house.page.clock.now(),
        text: {
          en: "Notice sent to the officers: Reminder of “Acknowledge the report”, due Tuesday, 3 March 2026",
          sv: "Besked skickat till handläggarna: Påminnelse om ”Bekräfta anmälan”, senast tisdag 3 mars 2026",
        },
      },
    ]);
    await move(DAY);
    const lines = (await house.page.clockLog?.()) ?? [];
    expect(lines).toHaveLength(2);
    expect(lines[0]?.at).toBeGreaterThan(lines[1]?.at ?? 0);
  });

  test("[K13] what people do is not the clock's doing; a reminder to the board's room is", async () => {
    await playToBoard(house.stage("slack"));
    expect(await house.page.clockLog?.()).toEqual([]);
    const told = await move(14 * DAY);
    expect(told.map(({ text }) => text.en)).toEqual([
      "Notice sent to the board: Reminder of “decision of the board”, due Sunday, 15 March 2026",
    ]);
  });
});
