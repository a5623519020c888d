import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { receiptOf } from "../../src/application/acts/receipts.ts";
import { platforms } from "./platforms.ts";
import { fileReport, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const numberIn = (text: string) => /(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/.exec(text)?.[0] ?? "";

describe.each(platforms())("on %s, whoever has filed a report has a receipt", (platform) => {
  let stage: Stage;
  let codeName = "";
  let number = "";
  const person = (name: string) => stage.person(name);
  beforeAll(async () => {
    stage = await openStage({ platform, start: "2026-03-10T10:00" });
    codeName = await fileReport(stage);
    number = numberIn(person("Mona").note());
  });
  afterAll(() => stage.close());

  test("[K40, V-01] the number and the second stand on it; the same later, with the words as they were filed", async () => {
    expect(number).not.toBe("");
    expect(person("Mona").note()).toContain("Tuesday, 10 March 2026, 10:00:00");
    await person("Mona").command("receipt show", { code: codeName });
    expect(numberIn(person("Mona").note())).toBe(number);
    await person("Mona").press("What was filed");
    expect(person("Mona").note()).toContain(planted.what);
    await person("Mona").command("mycase");
    await person("Mona").press("Receipt");
    expect(numberIn(person("Mona").note())).toBe(number);
  });

  test("an officer and the author see whether a number is right, however it is typed; a wrong one is said to be wrong", async () => {
    for (const [name, typed, said] of [
      [
        "Omar",
        number.toUpperCase().replaceAll(" ", ""),
        "is, word for word, what was filed on Tuesday, 10 March 2026, 10:00:00",
      ],
      ["Mona", number, "is, word for word, what was filed on"],
      [
        "Omar",
        number.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
        "This is not the number of what stands in the file",
      ],
      ["Omar", "yes", "This is not the number of what stands in the file"],
    ] as const) {
      // oxlint-disable no-await-in-loop -- one after the other
      await person(name).command("receipt check", { code: codeName });
      await person(name).fillIn({ "Number of the receipt": typed });
      expect(person(name).note()).toContain(said);
      // oxlint-enable no-await-in-loop
    }
    await person("Omar").command("receipt show", { code: codeName });
    expect(person("Omar").note()).toContain(number);
    expect(person("Omar").canPress("What was filed")).toBe(false);
  });

  test("[V-02, V-03] for everybody else there is no such receipt, and no number stands in any message or line of the log", async () => {
    for (const other of ["Nils", "Petra", "Lo"]) {
      // oxlint-disable no-await-in-loop -- one after the other
      await person(other).command("receipt show", { code: codeName });
      const hidden = person(other).note();
      await person(other).command("receipt show", { code: "no-such-99" });
      expect(hidden).toBe(person(other).note());
      await person(other).command("receipt check", { code: codeName });
      expect(person(other).note()).toBe(hidden);
      expect(person(other).reads()).not.toContain(number);
      // oxlint-enable no-await-in-loop
    }
    expect(stage.logged.join("\n")).not.toContain(number.slice(0, 8));
    expect(stage.asked.some((call) => call.includes(number.slice(0, 8)))).toBe(false);
  });

  test("a file in which one word was changed afterwards has another number", async () => {
    const stored = await stage.store.caseByCodeName(codeName);
    const [first] = stored?.entries ?? [];
    if (stored === undefined || first === undefined) throw new Error("The case is not there.");
    const words = stage.store.words.bind(stage.store);
    const changed = { ...stage.redress.house, store: { ...stage.store, words } };
    expect((await receiptOf(changed, stored))?.number).toBe(number);
    const reworded = {
      ...changed,
      store: { ...changed.store, words: async () => JSON.stringify({ what: "something else" }) },
    };
    expect((await receiptOf(reworded, stored))?.number).not.toBe(number);
    const later = { ...stored, entries: [{ ...first, at: first.at.add({ milliseconds: 1 }) }] };
    expect((await receiptOf(changed, later))?.number).not.toBe(number);
    const renamed = {
      ...stored,
      identities: stored.identities.map((each) => ({ ...each, name: `${each.name} the Elder` })),
    };
    expect((await receiptOf(changed, renamed))?.number).not.toBe(number);
  });
});
