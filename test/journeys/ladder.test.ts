import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { platforms } from "./platforms.ts";
import { fileReport } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

describe.each(platforms())("[E-32] what stays late on %s", (platform) => {
  let stage: Stage;
  let codeName: string;
  beforeEach(async () => {
    stage = await openStage({ platform });
    codeName = await fileReport(stage);
    await stage.person("Sara").press("Take the case");
    await stage.settle();
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  /** Moves from morning to morning. */
  async function mornings(...days: readonly string[]): Promise<void> {
    // oxlint-disable-next-line no-await-in-loop -- one day after the other
    for (const day of days) await stage.moveTo(`2026-${day}T09:00`);
  }
  /** What somebody was told directly of something late. */
  const mail = (name: string) =>
    person(name)
      .messages()
      .filter((message) => !message.ephemeral && /Something is late|Något är försenat/.test(message.text))
      .map(({ text }) => text);
  /** Who of everybody has been told directly that something is late. */
  const told = () =>
    ["Sara", "Omar", "Elin", "Petra", "Viktor", "Bea", "Hanna", "Tova", "Ulf", "Mona", "Nils", "Lo"].filter(
      (name) => mail(name).length > 0,
    );

  test("is told to the others by name, then to the chair, then to the auditors, who learn of nobody but whose it is", async () => {
    await mornings("03-04", "03-05");
    expect(told()).toEqual([]);
    await mornings("03-06");
    expect(told()).toEqual(["Omar", "Elin"]);
    expect(mail("Omar").at(-1)).toContain(
      `Case ${codeName}: Acknowledge the report is late. It was due on Tuesday, 3 March 2026, 3 days ago. It is with Sara Lind.`,
    );
    await mornings("03-10");
    expect(told()).toEqual(["Omar", "Elin", "Petra", "Viktor"]);
    const chair = mail("Petra").at(-1) ?? "";
    expect(chair).toContain(`Something in case ${codeName} is late. It was due on Tuesday, 3 March 2026, 7 days ago.`);
    expect(chair).toContain("It is with Sara Lind.");
    expect(chair).not.toMatch(/PLANTED|Mona|Nils|Acknowledge|Omar|Elin/);
    await mornings("03-17");
    expect(told()).toEqual(["Omar", "Elin", "Petra", "Viktor", "Ulf"]);
  });

  test("whoever says that they have seen it is named in the timeline, and the next is told so much later", async () => {
    await mornings("03-04", "03-06");
    await stage.moveTo("2026-03-08T15:00");
    await person("Omar").press("I have seen it");
    expect(person("Omar").note()).toContain("Nobody else is told before Thursday, 12 March 2026.");
    await person("Omar").press("I have seen it");
    await mornings("03-10", "03-11");
    expect(told()).toEqual(["Omar", "Elin"]);
    await mornings("03-12");
    expect(told()).toContain("Petra");
    await person("Sara").command("case timeline", { code: codeName });
    const seen =
      person("Sara")
        .note()
        .match(/Seen.*Omar Haddad/g) ?? [];
    expect(seen).toHaveLength(1);
  });

  test("[E-20] started anew between any two mornings, and with mornings left out, it tells the same people, each once", async () => {
    for (const day of ["03-04", "03-05", "03-07", "03-11", "03-18", "03-19"]) {
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      await stage.restart();
      // oxlint-disable-next-line no-await-in-loop
      await mornings(day);
    }
    expect(told()).toEqual(["Omar", "Elin", "Petra", "Viktor", "Ulf"]);
    for (const name of told()) expect(mail(name)).toHaveLength(1);
  });

  test("once it is done the button says so, and nobody else is told", async () => {
    await mornings("03-04", "03-10");
    await acknowledgeNow();
    await person("Omar").press("I have seen it");
    expect(person("Omar").note()).toContain(`Case ${codeName} is not late any more.`);
    await mornings("03-17", "03-24");
    expect(told()).toEqual(["Omar", "Elin"]);
  });

  test("[V-06] the chair who was told so sees nothing else of the case, and others cannot press for her", async () => {
    await mornings("03-04", "03-06", "03-10");
    await person("Petra").command("case show", { code: codeName });
    const shown = person("Petra").note();
    await person("Petra").command("case show", { code: "no-such-case-11" });
    expect(shown).toBe(person("Petra").note());
    await person("Nils").command("due", { seen: codeName });
    expect(person("Nils").note()).toBe(shown);
    await person("Petra").command("due", { seen: codeName });
    expect(person("Petra").note()).toContain(`you have seen that case ${codeName} is late`);
  });

  async function acknowledgeNow(): Promise<void> {
    await person("Sara").press("Acknowledge the report");
    await person("Sara").fillIn({ "Your message": "Thank you, Mona." });
    await stage.settle();
  }
});
