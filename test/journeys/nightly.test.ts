import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { acknowledge, assess, fileReport } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

describe.each(platforms())("[E-31] every morning, on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);
  const told = (name: string) =>
    person(name)
      .messages()
      .filter(({ text, ephemeral }) => !ephemeral && /Nothing in it has a day|Inget i det har en dag/.test(text))
      .map(({ text }) => text)
      .filter((text) => /could be forgotten|kan glömmas bort/.test(text));
  const checks = () => stage.logged.filter((line) => line.includes("every open case was looked at"));

  test("whoever handles a case in which nothing has a day is told once, and its card shows it", async () => {
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await assess(stage);
    expect(person("Sara").reads()).toContain("Nothing in it has a day by which it is to be done.");
    expect(told("Sara")).toEqual([]);
    await stage.moveTo("2026-03-02T08:59");
    expect(told("Sara")).toEqual([]);
    await stage.moveTo("2026-03-02T09:00");
    await stage.moveTo("2026-03-02T09:01");
    await stage.moveTo("2026-03-03T09:00");
    expect(told("Sara")).toHaveLength(1);
    expect(told("Sara")[0]).toContain(`Case ${codeName}. Nothing in it has a day by which it is to be done.`);
    expect(told("Omar")).toHaveLength(1);
    expect(told("Elin")).toHaveLength(1);
    for (const name of ["Mona", "Nils", "Petra", "Bea", "Ulf", "Lo"]) expect(told(name)).toEqual([]);
  });

  test("[V-07] the log has the numbers and nothing else, once a day, also after an outage", async () => {
    await fileReport(stage);
    await acknowledge(stage);
    await assess(stage);
    await fileReport(stage);
    const before = checks().length;
    await stage.moveTo("2026-03-05T07:00");
    expect(checks()).toHaveLength(before);
    await stage.moveTo("2026-03-05T11:00");
    await stage.moveTo("2026-03-05T12:00");
    expect(checks().slice(before)).toEqual([
      JSON.stringify({ event: "every open case was looked at", open: 2, without: 1 }),
    ]);
    await stage.restart();
    await stage.moveTo("2026-03-05T13:00");
    expect(checks()).toHaveLength(before + 1);
  });

  test("two cases are one message", async () => {
    for (let i = 0; i < 2; i += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one case after the other
      await fileReport(stage);
      // oxlint-disable-next-line no-await-in-loop
      await acknowledge(stage);
      // oxlint-disable-next-line no-await-in-loop
      await assess(stage);
    }
    await stage.moveTo("2026-03-02T09:00");
    const digests = person("Sara")
      .messages()
      .filter(({ text }) => text.includes("There are 2 reminders for you."));
    expect(digests).toHaveLength(1);
    expect(digests[0]?.text.split("Nothing in it has a day")).toHaveLength(3);
  });
});
