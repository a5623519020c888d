import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { organisationOf } from "../journeys/people.ts";
import type { Organisation } from "../journeys/people.ts";
import { codeNameIn } from "../journeys/plays.ts";
import { openStage } from "../journeys/stage.ts";
import type { Stage } from "../journeys/stage.ts";
import { inSecret } from "./secretStory.ts";

const SIZE = 104;
const plain = organisationOf("fxsu", inSecret);
const students = Array.from({ length: SIZE }, (_, i) => ({
  name: `Student${String(100 + i)} Marker`,
  offices: [],
  classes: ["full_member"],
  discord: `30000000000000${1000 + i}`,
  slack: `U0003${1000 + i}`,
  locale: "en" as const,
}));
/** A union of whose forum more are members than fit into a room. */
const union: Organisation = {
  ...plain,
  officials: [...plain.officials, ...students],
  everybody: [...plain.everybody, ...students],
};
const [first = "", second = "", third = ""] = students.map(({ name }) => name);
const chair = "Sam";

describe.each(["discord", "slack"] as const)("a body that is too large for a room, on %s", (platform) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform, store: "memory", organisation: union, start: "2026-09-10T10:00" });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);
  const told = (name: string, title: string) =>
    person(name)
      .messages()
      .filter(({ text, ephemeral }) => !ephemeral && text.includes(title));
  const everyText = (title: string) =>
    students.flatMap(({ name }) => told(name, title).map(({ text }) => text.replaceAll("**", "")));

  test("[E-26][E-28][F084] everybody is told in person that a vote is open, that it stays open for longer and that it is over, and of the last day only who has not voted, all in the same words; a platform that rations makes nobody told twice", async () => {
    await person(first).command("vote new");
    await person(first).fillIn({
      "Which vote?": "position",
      "The motion": "That rents are too high.",
      "Last day to vote": "2026-09-14",
    });
    await stage.settle();
    const codeName = codeNameIn(person(first).note());
    const post = platform === "discord" ? "POST /channels/:id/messages" : "chat.postMessage";
    const tooMany = {
      kind: "answer" as const,
      status: 429,
      effect: "none" as const,
      headers: { "retry-after": "0.05", "x-ratelimit-scope": "user" },
      body: { ok: false, error: "ratelimited", message: "rated", retry_after: 0.05, global: false },
    };
    let posts = 0;
    stage.local.faults.arm({ call: post, mishap: tooMany, times: 3, where: () => (posts += 1) % 30 === 0 });
    await person(chair).command("vote open", { code: codeName });
    await stage.settle();
    const opened = everyText("A vote is open");
    expect(opened).toHaveLength(SIZE);
    expect(new Set(opened).size).toBe(1);
    expect(opened[0]).not.toMatch(/Marker|rents/);

    for (const name of [first, second]) {
      await person(name).press("Cast your ballot"); // oxlint-disable-line no-await-in-loop
      await person(name).press("In favour"); // oxlint-disable-line no-await-in-loop
    }
    await stage.moveTo("2026-09-14T09:30");
    const before = students.filter(({ name }) => told(name, "A vote is open").length > 1).map(({ name }) => name);
    expect(before).toEqual(students.slice(2).map(({ name }) => name));
    expect(new Set(everyText("you have not voted yet")).size).toBeLessThanOrEqual(2);

    await stage.sleepUntil("2026-09-14T12:00");
    const longer = everyText("stays open for longer");
    expect(longer).toHaveLength(SIZE);
    expect(new Set(longer).size).toBe(1);
    expect(longer[0]).toContain("The last day is Tuesday, 15 September 2026.");

    await stage.moveTo("2026-09-16T00:00");
    const over = everyText("A vote is over");
    expect(over).toHaveLength(SIZE);
    expect(new Set(over).size).toBe(1);
    await person(third).press("The minute");
    expect(person(third).note()).toContain(`Minute of the motion ${codeName}`);
    expect(person(third).note()).toMatch(/2 of 1\d\d voted\./);
    expect(stage.logged.join("\n")).not.toMatch(/Marker|3000000000000|U0003/);
  });
});
