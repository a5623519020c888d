import { afterEach, beforeEach, expect, test } from "vitest";

import { codeNameIn, fileReport, reachSending } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ platform: "slack", delivery: "http" });
});
afterEach(() => stage.close());

const deliveries = () => {
  if (stage.local.kind !== "slack") throw new Error("This is played on Slack.");
  return stage.local.deliveries;
};

test("[E-05] a signed request that comes again, at once or later, changes nothing and is answered like the first", async () => {
  await reachSending(stage);
  deliveries().double(1, 3);
  await stage.person("Mona").press("Send the report");
  await stage.settle();
  const sent = deliveries().sent();
  for (const delivery of sent)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await deliveries().repeat(delivery)).kind).toBe("acked");
  await stage.settle();
  expect(await stage.store.openCases()).toHaveLength(1);
  expect(stage.person("Sara").rooms()).toHaveLength(1);
});

test("after a restart, at another port, the next delivery arrives", async () => {
  await stage.restart();
  const codeName = await fileReport(stage);
  await stage.restart();
  await stage.person("Mona").command("mycase");
  expect(codeNameIn(stage.person("Mona").note())).toBe(codeName);
});
