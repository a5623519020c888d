import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { carry, fileReport, playToVote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

describe.each(platforms())("[E-23] several reminders at once on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  /** What somebody was told directly and was reminded of, newest last. */
  const mail = (name: string, title: RegExp) =>
    person(name)
      .messages()
      .filter((message) => !message.ephemeral && title.test(message.text))
      .map(({ text }) => text);
  const digests = (name: string) => mail(name, /There (is|are) \d+ reminders? for you/);

  /** Two reports, the second a day later; Sara leads both. */
  async function twoCases(): Promise<readonly [string, string]> {
    const first = await fileReport(stage);
    await person("Sara").press("Take the case");
    await stage.settle();
    await stage.moveTo("2026-03-02T08:00");
    const second = await fileReport(stage);
    await person("Sara").press("Take the case");
    await stage.settle();
    return [first, second];
  }

  test("after an outage are one message: what is late longest first, with its case, its day and its clause", async () => {
    const [first, second] = await twoCases();
    await stage.moveTo("2026-03-20T09:00");
    const [told, ...more] = digests("Sara");
    expect(more).toEqual([]);
    expect(told).toContain("There are 2 reminders for you.");
    const lines = [
      `Case ${first}: Acknowledge the report is late. It was due on Tuesday, 3 March 2026, 17 days ago. (Memo 5.2)`,
      `Case ${second}: Acknowledge the report is late. It was due on Wednesday, 4 March 2026, 16 days ago. (Memo 5.2)`,
    ];
    expect(lines.map((line) => told?.indexOf(line) ?? -1)).toEqual(
      lines.map((line) => told?.indexOf(line) ?? -1).toSorted((a, b) => a - b),
    );
    for (const line of lines) expect(told).toContain(line);
    expect(told).not.toMatch(/PLANTED|Mona|Nils/);
    expect(mail("Sara", /^Reminder|\nReminder/)).toEqual([]);
    expect(digests("Omar")).toEqual([]);
  });

  test("are delivered in the case of each, and not said again", async () => {
    const [first, second] = await twoCases();
    await stage.moveTo("2026-03-20T09:00");
    await stage.moveTo("2026-03-20T09:01");
    expect(digests("Sara")).toHaveLength(1);
    for (const codeName of [first, second]) {
      // oxlint-disable-next-line no-await-in-loop -- one case after the other
      await person("Sara").command("case timeline", { code: codeName });
      expect(
        person("Sara")
          .note()
          .match(/Notice delivered[^\n]*Reminder/g),
      ).toHaveLength(1);
    }
  });

  test("one case alone is reminded of in its room, as ever", async () => {
    await fileReport(stage);
    await stage.moveTo("2026-03-20T09:00");
    expect(digests("Sara")).toEqual([]);
    expect(mail("Sara", /Reminder/)).toHaveLength(1);
  });

  test("[E-32] on the ladder each is told of both in one message, and says of each that it was seen", async () => {
    const [first, second] = await twoCases();
    await stage.moveTo("2026-03-20T09:00");
    await stage.moveTo("2026-03-22T09:00");
    const [told, ...more] = digests("Omar");
    expect(more).toEqual([]);
    for (const codeName of [first, second]) expect(told).toContain(`Case ${codeName}: Acknowledge the report is late.`);
    await person("Omar").press(`I have seen it: ${second}`);
    expect(person("Omar").note()).toContain(`you have seen that case ${second} is late`);
    expect(digests("Elin")).toEqual([]);
    expect(mail("Elin", /Det finns 2 påminnelser till dig/)).toHaveLength(1);
    await stage.moveTo("2026-03-26T09:00");
    expect(mail("Petra", new RegExp(`Something in case (${first}|${second}) is late`))).toHaveLength(1);
  });

  test("[V-03] who has stepped aside from one of them is told of the other alone", async () => {
    const [first, second] = await twoCases();
    await person("Sara").command("case recuse", { code: second });
    await stage.settle();
    await stage.moveTo("2026-03-20T09:00");
    const said = person("Sara")
      .messages()
      .filter(({ text }) => text.includes("late"))
      .map(({ text }) => text)
      .join("\n");
    expect(said).toContain(first);
    expect(said).not.toContain(`Case ${second}: Acknowledge the report is late`);
  });

  test("[K50] the presidency that owes the notices of two cases gets one message", async () => {
    const decide = async () => {
      const codeName = await playToVote(stage);
      // The second time there is a warning already, and the rules suggest another sanction.
      if (person("Petra").canPress("Stay with it")) await person("Petra").press("Stay with it");
      await stage.settle();
      await carry(stage);
      return codeName;
    };
    const cases = [await decide(), await decide()];
    await stage.moveTo("2026-03-04T09:00");
    const told = digests("Petra").at(-1) ?? "";
    for (const codeName of cases) expect(told).toContain(`Case ${codeName}: informing the parties is due today`);
    expect(digests("Viktor")).toHaveLength(1);
    expect(digests("Dina")).toEqual([]);
  });

  test("more than fit into one message come in several, each once", async () => {
    const cases: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one report after the other
      cases.push(await fileReport(stage));
      // oxlint-disable-next-line no-await-in-loop
      await person("Sara").press("Take the case");
      // oxlint-disable-next-line no-await-in-loop
      await stage.settle();
    }
    await stage.moveTo("2026-03-20T09:00");
    const told = digests("Sara");
    expect(told).toHaveLength(2);
    for (const codeName of cases) expect(told.join("\n").split(`Case ${codeName}:`)).toHaveLength(2);
  });
});
