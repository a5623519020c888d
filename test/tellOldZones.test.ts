import { expect, test } from "vitest";

import type { Log } from "../src/application/ports.ts";
import { openZones } from "../src/domain/deadlines/zone.ts";
import { tellOldZones } from "../src/tellOldZones.ts";

function said(tell: (log: Log) => void): readonly string[] {
  const lines: string[] = [];
  tell({ info: (event) => lines.push(event), warn: (event) => lines.push(event) });
  return lines;
}

test("time-zone data that is out of date is told at the start, in one sentence with what is counted instead", () => {
  const older = openZones((zone) => (zone === "America/Edmonton" ? "America/Denver" : "America/Regina"));
  expect(said((log) => tellOldZones(log, older.corrected))).toEqual([
    "The time-zone data of this Node is out of date and is corrected: America/Edmonton is counted at UTC-06:00 from 2026-11-01 on, as tz 2026c has it.",
  ]);
});

test("nothing is told where it is up to date", () => {
  const current = openZones(() => "America/Regina");
  expect(said((log) => tellOldZones(log, current.corrected))).toEqual([]);
});
