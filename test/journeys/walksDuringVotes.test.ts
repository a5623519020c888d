import { afterEach, expect, test } from "vitest";

import { officials } from "./people.ts";
import { playToVote } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { walk } from "./walk.ts";

let stage: Stage;
afterEach(() => stage.close());

test("[K16][V-03][V-06] while the board votes every act and form is answered to a member who has stepped aside or of whom the officers said that they have a conflict, to a trustee and to another member as if there were no case", async () => {
  stage = await openStage({ platform: "discord", store: "memory" });
  const codeName = await playToVote(stage, "Karim Aziz");
  expect(await walk(stage, codeName, ["Bea", "Karim", "Tova", "Ulf", "Lo"])).toEqual([]);
});

test("[V-04][V-05] every act and form is answered as if there were no case to an officer and a member of the board who have left office during the vote: a ballot of theirs counts no more", async () => {
  stage = await openStage({ platform: "discord", store: "memory" });
  const codeName = await playToVote(stage);
  const left = officials.filter(({ name }) => !["Sara", "Dina"].some((each) => name.startsWith(each)));
  expect(await walk(stage, codeName, ["Dina", "Sara"], left)).toEqual([]);
  expect(stage.asked.filter((call) => call.startsWith("castBallot"))).toEqual([]);
});
