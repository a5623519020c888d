import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { carry, fileReport, playToVote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

describe("a room on Discord in which nobody writes for weeks", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ platform: "discord" });
  });
  afterEach(() => stage.close());
  const person = (name: string) => stage.person(name);

  test("[E-33] is awake as long as its case is open, and its buttons work", async () => {
    const codeName = await fileReport(stage);
    for (const day of ["03-20", "05-20", "09-20", "09-29", "10-12"]) {
      // oxlint-disable-next-line no-await-in-loop -- one week after the other
      await stage.moveTo(`2026-${day}T12:00`);
      // oxlint-disable-next-line no-await-in-loop
      await stage.settle();
    }
    await expect
      .poll(
        () =>
          stage.local
            .person(person("Sara").id)
            .places()
            .find(({ name }) => name === `case-${codeName}`)?.archived,
      )
      .toBe(false);
    await person("Sara").press("Take the case");
    await stage.settle();
    expect(person("Omar").reads()).toContain("Sara Lind");
  });

  test("stays archived once its case is closed", async () => {
    const codeName = await playToVote(stage);
    await carry(stage);
    await person("Petra").press("Send the notices");
    await stage.settle();
    await stage.moveTo("2026-04-20T12:00");
    await stage.settle();
    const room = stage.local
      .person(person("Sara").id)
      .places()
      .find(({ name }) => name === `case-${codeName}`);
    expect(room?.archived ?? true).toBe(true);
  });
});
