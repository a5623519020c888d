import { afterEach, describe, expect, test } from "vitest";

import { playToVote, vote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

describe.each(["discord", "slack"] as const)("a report on %s", (platform) => {
  test("[K07] travels from a member's form to the officers' private room", async () => {
    stage = await openStage({ platform, store: "memory" });
    await playToVote(stage);
    console.log("---- Petra", stage.person("Petra").reads());
    await vote(stage, { Petra: "In favour", Viktor: "In favour", Dina: "Against", Hanna: "In favour" });
    await stage.person("Petra").press("Close the vote");
    console.log("---- Petra", stage.person("Petra").note());
    await vote(stage, { Ivan: "In favour" });
    await stage.person("Petra").press("Close the vote");
    console.log("---- Petra", stage.person("Petra").note());
    await stage.settle();
    await stage.person("Petra").press("Send the notices");
    await stage.settle();
    console.log("---- Nils", stage.person("Nils").reads());
    console.log("---- Mona", stage.person("Mona").reads());
    console.log("---- Sara", stage.person("Sara").reads());
    await stage.moveTo("2027-03-01T00:00");
    console.log("---- Nils", stage.person("Nils").reads());
    console.log("---- Sara", stage.person("Sara").reads());
    console.log(stage.logged.join("\n"));
    expect(1).toBe(1);
  });
});
