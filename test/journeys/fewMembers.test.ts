import { afterEach, describe, expect, test } from "vitest";

import { rulebookText } from "./people.ts";
import { platforms } from "./platforms.ts";
import { clear, playToBoard, putMotion } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

/** The memo, with a board of nine at the least: as many as it has. */
const ofNine = rulebookText.replace(
  "board: { offices: [president, vice_president, board_member],",
  "board: { offices: [president, vice_president, board_member], at_least: 9,",
);

describe.each(platforms())("on %s", (platform) => {
  test("[F017] whoever leads a body is told before and when it has fewer members than it must have, and each of its votes says so", async () => {
    stage = await openStage({ platform, rulebookText: ofNine });
    const { person } = stage;
    await person("Owen").command("body unseat");
    await person("Owen").fillIn({ Office: "board member", Who: [person("Dina").id], "Last day": "2026-04-15" });
    await stage.settle();
    await stage.moveTo("2026-03-15T09:30");
    expect(person("Petra").reads()).not.toContain("of at least 9 members");
    await stage.moveTo("2026-03-16T09:30");
    const ahead = "The Board will have 8 of at least 9 members after Wednesday, 15 April 2026";
    expect(person("Petra").reads()).toContain(ahead);
    await stage.moveTo("2026-04-16T09:30");
    expect(person("Petra").reads()).toContain("The Board has 8 of at least 9 members since Thursday, 16 April 2026.");
    for (const other of ["Sara", "Hanna", "Mona", "Dina"]) expect(person(other).reads()).not.toContain("of at least 9");

    await playToBoard(stage);
    for (const name of ["Petra", "Hanna"])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await clear(stage, name);
    expect(person("Hanna").reads()).not.toContain("of at least 9");
    await putMotion(stage);
    expect(person("Hanna").reads()).toContain("The Board has 8 of at least 9 members.");
  });
});
