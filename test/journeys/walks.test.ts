import { afterEach, expect, inject, test } from "vitest";

import { fileReport, playToVote, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { walk } from "./walk.ts";

let stage: Stage;
afterEach(() => stage.close());

/** A database is asked the same whoever tries: there it is the first of them. */
const some = (names: readonly string[]) => (inject("playsOn") === "memory" ? names : names.slice(0, 1));

test("[E-09][E-15][V-02][V-03][V-06] every act and form with the ids of a new case is answered to whom it is about, whom it passes by and who has no part in it as if there were none", async () => {
  stage = await openStage({ platform: "slack" });
  const codeName = await fileReport(stage, ["Nils"], "Elin Berg");
  expect(await walk(stage, codeName, some(["Nils", "Elin", "Petra", "Tova", "Lo", "Owen"]))).toEqual([]);
  expect(await walk(stage, codeName, some(["Sara"]))).not.toEqual([]);
});

test("[V-01][V-04] in a case that imposed a sanction neither the parties nor a trustee bring anything about by any act or form, and no words of others are told", async () => {
  stage = await openStage({ platform: "slack" });
  const codeName = await playToVote(stage);
  const inFavour = { Petra: "In favour", Viktor: "In favour", Dina: "In favour" } as const;
  await vote(stage, { ...inFavour, Hanna: "In favour", Ivan: "In favour", Julia: "In favour" });
  await stage.person("Petra").press("Close the vote");
  await stage.settle();
  await stage.person("Petra").press("Send the notices");
  await stage.settle();
  const told = await walk(stage, codeName, some(["Nils", "Mona", "Tova", "Bea"]));
  expect(told).not.toContain("something was done");
  expect(told.filter((each) => !/^(Nils|Mona): /.test(each))).toEqual([]);
  expect(told.join("\n")).not.toMatch(/PLANTED-(WHAT|WHERE|NOTE)|Omar|Petra|Bea/);
});
