import { spawnSync } from "node:child_process";

import { expect, test } from "vitest";

import { bugOf } from "../src/log.ts";

const program = `
  const { openLog } = await import(${JSON.stringify(new URL("../src/log.ts", import.meta.url).href)});
  for (const level of ["info", "warn", "silent"]) {
    const log = openLog(level);
    log.info("case opened", { level, case: "quiet-harbour-41", receivers: 3 });
    log.warn("notice not delivered", { level });
    log.warn("outbox stopped for a moment");
  }
  process.exit(0);
`;

const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
const lines = stderr
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

test("the log is lines of JSON on standard error, as much of it as was asked for, and not one is lost at the end", () => {
  expect(stdout).toBe("");
  expect(lines.map((line) => line["msg"])).toEqual([
    "case opened",
    "notice not delivered",
    "outbox stopped for a moment",
    "notice not delivered",
    "outbox stopped for a moment",
  ]);
  expect(lines[0]).toMatchObject({ case: "quiet-harbour-41", receivers: 3 });
  for (const line of lines) expect(line["time"]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test("[V-15] a line says nothing of the machine and of who runs the program", () => {
  const keys = lines.flatMap((line) => Object.keys(line));
  expect([...new Set(keys)].toSorted()).toEqual(["case", "level", "msg", "receivers", "time"]);
});

test("[V-15] of a bug the log says the kind and the place, never the message, which may quote a report", () => {
  const bug = bugOf(new SyntaxError("marker-of-a-report\n    at line two of it"));
  expect(bug.reason).toBe("SyntaxError");
  expect(bug.where).toContain("log.test.ts");
  expect(JSON.stringify(bug)).not.toMatch(/marker|line two/);
  expect(bugOf("marker")).toEqual({ reason: "unknown", where: "unknown" });
});
