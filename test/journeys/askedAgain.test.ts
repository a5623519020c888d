import { afterEach, describe, expect, test } from "vitest";

import { enter } from "./decisions.ts";
import { platforms } from "./platforms.ts";
import { acknowledge, fileReport, planted } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const question = "PLANTED-QUESTION did anybody speak loudly?";
const silent = "a witness has been asked twice and has not answered";

describe.each(platforms())("whoever has not answered, on %s", (platform) => {
  test("[K42] a witness is asked once more, of nobody else, and then the officers learn that no answer came", async () => {
    stage = await openStage({ platform, start: "2026-03-02T10:00" });
    const { person } = stage;
    const codeName = await fileReport(stage);
    await acknowledge(stage);
    await enter(stage, "Sara", "A rule may have been broken", {
      "Rules that may have been broken": ["Crossing personal boundaries"],
      Reasons: planted.reasons,
    });
    await enter(stage, "Sara", "Ask a witness", {
      "Who may have seen it?": [person("Lo").id],
      "What do you ask them?": question,
    });
    const asks = () =>
      person("Lo")
        .reads()
        .match(/Du måste inte\.|You do not have to\./g)?.length ?? 0;
    const before = asks();
    await stage.moveTo("2026-03-08T12:00");
    expect(asks()).toBe(before);
    await stage.moveTo("2026-03-09T12:00");
    expect(asks()).toBe(2 * before);
    expect(person("Sara").reads()).not.toContain(silent);
    for (const hidden of [codeName, "Nils", "Mona", question]) expect(person("Lo").reads()).not.toContain(hidden);
    await stage.moveTo("2026-03-16T12:00");
    expect(person("Sara").reads()).toContain(`In case ${codeName} ${silent}`);
    for (const name of ["Nils", "Mona", "Dina", "Lo"]) expect(person(name).reads()).not.toContain(silent);
    await stage.moveTo("2026-04-16T12:00");
    expect(asks()).toBe(2 * before);
    expect(person("Sara").reads().split(silent)).toHaveLength(2);
    expect(stage.logged.join("\n")).not.toMatch(/PLANTED|Lo Str/);
  });
});
