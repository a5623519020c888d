import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const union = organisationOf("fxsu");
const holding = (...offices: readonly string[]) =>
  union.officials.filter((person) => offices.some((office) => person.offices.includes(office))).map(({ name }) => name);
const finance = holding("president_falmouth", "vp_exeter", "student_trustee", "head");
const others = union.everybody.map(({ name }) => name).filter((name) => !finance.includes(name));

describe.each(platforms())("what has to be done again and again, on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform, organisation: union, start: "2026-09-10T10:00" });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);
  const [treasurer = ""] = finance;

  /** What somebody was told of the Finance Committee. */
  const told = (name: string) =>
    person(name)
      .messages()
      .filter(({ text, ephemeral }) => !ephemeral && text.includes("The Finance Committee meets."))
      .map(({ text }) => text);

  async function list(name: string): Promise<string> {
    await person(name).command("due", { part: "obligations" });
    return person(name).note();
  }

  async function meet(day: string): Promise<void> {
    await list(treasurer);
    await person(treasurer).choose("Record that something was done", "The Finance Committee meets.");
    await person(treasurer).fillIn({ "On which day?": day, "Where is it written down?": "Minutes 4" });
  }

  test("[F051] two meetings a year are counted from what is recorded, and announced to those who owe them alone", async () => {
    expect(await list(treasurer)).toContain(
      "The Finance Committee meets. Recorded 0 of at least 2 times until Tuesday, 31 August 2027. Next by Tuesday, 31 August 2027. Nothing is recorded yet.",
    );
    await stage.moveTo("2026-11-20T12:00");
    await meet("2026-11-19");
    expect(person(treasurer).note()).toContain("It is recorded for Thursday, 19 November 2026.");
    expect(person(treasurer).note()).toContain("So far it was recorded 1 of at least 2 times.");
    await stage.moveTo("2027-08-03T08:59");
    expect(told(treasurer)).toEqual([]);
    await stage.moveTo("2027-08-03T09:00");
    await stage.moveTo("2027-08-03T09:01");
    for (const name of finance) {
      expect(told(name)).toHaveLength(1);
      expect(told(name)[0]).toContain("It is to be done by Tuesday, 31 August 2027, in 28 days.");
      expect(told(name)[0]).toContain("So far it was recorded 1 of at least 2 times.");
    }
    for (const name of others) expect(told(name)).toEqual([]);
  });

  test("what was missed is told once, and after an outage once", async () => {
    await stage.moveTo("2027-09-03T11:00");
    await stage.restart();
    await stage.moveTo("2027-09-04T11:00");
    expect(told(treasurer)).toHaveLength(1);
    expect(told(treasurer)[0]).toContain(
      "The time for it ended on Tuesday, 31 August 2027: by then it was recorded 0 of at least 2 times.",
    );
  });

  test("a day that has not come is not recorded, and what was typed is kept", async () => {
    await list(treasurer);
    await person(treasurer).choose("Record that something was done", "The Finance Committee meets.");
    await person(treasurer).fillIn({ "On which day?": "2027-01-01", "Where is it written down?": "Minutes 4" });
    if (platform === "discord") await person(treasurer).press("Change what you wrote");
    expect(
      person(treasurer)
        .form()
        ?.fields.map(({ value }) => value),
    ).toEqual(["2027-01-01", "Minutes 4"]);
    await person(treasurer).fillIn({ "On which day?": "2026-09-09" });
    expect(person(treasurer).note()).toContain("It is recorded for Wednesday, 9 September 2026.");
  });

  test("whoever holds no office is answered as if there were nothing; whoever does not owe it cannot record it", async () => {
    await person("Mona").command("due", { part: "obligations" });
    expect(person("Mona").note()).not.toContain("Finance");
    expect(await list("Simon")).toContain("The Finance Committee meets.");
    expect(person("Simon").canPress("Record that something was done")).toBe(false);
  });
});
