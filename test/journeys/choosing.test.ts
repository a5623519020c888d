import { createHash } from "node:crypto";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { organisationOf } from "./people.ts";
import type { Organisation } from "./people.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const plain = organisationOf("fxsu");
/** Ten of the union are members of its forum and its electorate. */
const members = plain.officials.slice(0, 10).map(({ name }) => name);
const union: Organisation = {
  ...plain,
  officials: plain.officials.map((person) => ({
    ...person,
    classes: members.includes(person.name) ? ["full_member"] : [],
  })),
};
const [first = "", second = ""] = members;

describe.each(["discord", "slack"] as const)("voting on several options, on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform, store: "memory", organisation: union, start: "2026-09-10T10:00" });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  async function open(vote: string, text: string, options: readonly string[]): Promise<string> {
    await person(first).command("vote new");
    await person(first).fillIn({
      "Which vote?": vote,
      "The motion": text,
      "Options, one on each line": options.join("\n"),
    });
    await stage.settle();
    const codeName = codeNameIn(person(first).note());
    await person(first).press("Open the vote");
    await stage.settle();
    return codeName;
  }

  const minute = (name: string) =>
    person(name)
      .messages()
      .findLast(({ text, ephemeral }) => !ephemeral && text.includes("Minute of the motion"))?.text ?? "";

  test("[F061][F072] each chooses up to three topics from a list, sees them, takes one back and casts; the three chosen most are taken", async () => {
    await open("topics", "What the forum discusses", ["Rents", "Buses", "Food", "Books"]);
    const choose = async (name: string, ...topics: readonly string[]) => {
      await person(name).press("Cast your ballot");
      for (const [i, topic] of topics.entries())
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await person(name).choose(`Choose one (number ${i + 1})`, topic);
      await person(name).press("Cast this ballot");
    };
    await person(first).press("Cast your ballot");
    expect(person(first).note()).toContain("Choose up to 3, in any order.");
    await person(first).choose("Choose one (number 1)", "Books");
    await person(first).press("Take back the last");
    await person(first).choose("Choose one (number 1)", "Buses");
    expect(person(first).note()).toContain("Buses");
    expect(person(first).note()).not.toContain("Books");
    await person(first).press("Cast this ballot");
    expect(person(first).note()).toContain("is counted: Buses");
    await choose(second, "Rents", "Buses", "Food");
    await choose(members[2] ?? "", "Rents", "Food");
    expect(person(members[2] ?? "").canPress("Choose one (number 4)")).toBe(false);
    await choose(members[3] ?? "", "Books", "Rents");
    await person(first).press("Close the vote");
    await stage.settle();
    expect(minute(first)).toContain("Taken: Rents, Buses and Food.");
    expect(minute(first)).toMatch(/Rents █{9} 3 ✓[^]*Buses █{6} +2 ✓[^]*Food +█{6} +2 ✓[^]*Books ███ +1\s/);
  });

  test("[F084][F085][F093][E-28] candidates are put in an order without typing a number; in secret no button says who; re-open nominations stands on every ballot, each stage of the count is told, each finds the own ballot, and anybody can check the lot and the file of all ballots", async () => {
    const codeName = await open("officer election", "Who is president", ["Ada", "Bo", "Cy"]);
    const rank = async (name: string, ...order: readonly string[]) => {
      await person(name).press("Cast your ballot");
      for (const [i, candidate] of order.entries())
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await person(name).choose(`Choose number ${i + 1}`, candidate);
      await person(name).press("Cast this ballot");
      expect(person(name).note()).not.toMatch(/Ada|Bo|Cy/);
    };
    await person(first).press("Cast your ballot");
    await person(first).choose("Choose number 1", "Bo");
    await person(first).choose("Choose number 2", "Re-open nominations");
    expect(person(first).note()).toMatch(/1\\?\. Bo[^]*2\\?\. Re-open nominations/);
    const raws = JSON.stringify(
      person(first)
        .messages()
        .map(({ raw }) => raw),
    );
    expect(raws).not.toMatch(/motion\.(pick|cast|undo):(o\d+|[a-d]*):/);
    await person(first).press("Cast this ballot");
    const receipt = /[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}/.exec(person(first).note())?.[0] ?? "";
    for (const name of members.slice(1, 4)) await rank(name, "Ada"); // oxlint-disable-line no-await-in-loop
    for (const name of members.slice(4, 7)) await rank(name, "Bo", "Cy"); // oxlint-disable-line no-await-in-loop
    for (const name of members.slice(7)) await rank(name, "Cy", "Ada"); // oxlint-disable-line no-await-in-loop
    await person(first).command("vote show", { code: codeName });
    const commitment = /SHA-256 of its seed is ([0-9a-f]{64})/.exec(person(first).note())?.[1];
    await person(first).command("vote close", { code: codeName });
    await stage.settle();
    expect(minute(first)).toContain("Elected:");
    expect(minute(first)).toContain("10 of 10 voted.");
    expect(minute(first)).toMatch(/(Ada|Bo|Cy) +█+\|[█▌]* *\d\.00 ✓[^]*quota +\| +\d\.\d\d/);
    const stages = person(first)
      .messages()
      .filter(({ text, ephemeral }) => !ephemeral && text.includes(`How ${codeName} was counted`));
    expect(stages.length).toBeGreaterThan(1);
    expect(stages[0]?.text).toMatch(
      /Stage 1: first choices[^]*10 valid ballots for 1 seat[^]*Bo +4\.00[^]*Bo +█+▌? *\|/,
    );
    expect(stages[1]?.text).toMatch(/Stage 2: [^]* excluded\.[^]*×/);
    const lot = stages.at(-1)?.text ?? "";
    const seed = /'([0-9a-f]{64})'/.exec(lot)?.[1] ?? "";
    expect(commitment).toBe(sha256(seed));
    const drawn = [...lot.matchAll(/\d\. (\w+) +([0-9a-f]{8})…/g)].map(([, option = "", digits = ""]) => [
      option,
      digits,
    ]);
    const checked = ["o1", "o2", "o3", "RON"].map((option) => [option, sha256(`${seed}:${option}`).slice(0, 8)]);
    expect(drawn).toEqual(checked.toSorted(([, a = ""], [, b = ""]) => (a < b ? -1 : 1)));
    await person(second).command("vote show", { code: codeName });
    await person(second).press("How it was counted");
    expect(person(second).note()).toContain("Stage 1: first choices");
    await person(second).press("Next");
    expect(person(second).note()).toContain("Stage 2: ");
    await person(first).command("count stages", { code: codeName });
    expect(person(first).note()).toContain("Stage 1: first choices");
    await person(first).command("vote ballots", { code: codeName });
    expect(person(first).note()).toContain(`${receipt}: Bo, Re-open nominations`);
    await person(first).press("The file, to check it");
    const lines = person(first)
      .note()
      .match(/^(?:```)?[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4} .*$/gm);
    const file = (lines ?? []).map((line) => `${line.replaceAll("```", "")}\n`).join("");
    expect(lines).toHaveLength(10);
    expect(file).toContain(`${receipt} o2 RON\n`);
    expect(minute(first)).toContain(`SHA-256 of their file is ${sha256(file)}`);
  });

  test("what the form asks for is said beside the field: options where several are voted on, none where it is for or against", async () => {
    await person(first).command("vote new");
    await person(first).fillIn({ "Which vote?": "topics", "The motion": "x", "Options, one on each line": "Rents" });
    expect(person(first).reads()).toContain("This vote needs at least two options");
  });
});
