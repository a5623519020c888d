import { expect, test } from "vitest";

import { killOverWhatIsDue } from "./due/killDue.ts";

const processes = [
  { name: "one process, embedded database", database: "embedded", hasSurvivor: false, steps: 200, kills: 8 },
  { name: "one process, PostgreSQL", database: "server", hasSurvivor: false, steps: 200, kills: 8 },
  {
    name: "two processes on one PostgreSQL, one of which is killed",
    database: "server",
    hasSurvivor: true,
    steps: 120,
    kills: 8,
  },
] as const;

test.each(processes)(
  "[E-20][E-23][E-32] killed by -9 in the middle of what is due, and started anew, it tells each thing once, nothing before its time, and loses nothing: $name",
  async ({ name, ...options }) => {
    const found = await killOverWhatIsDue(options);
    process.stdout.write(`  ${name}: ${found}\n`);
    expect(found).toContain("killed");
  },
);
