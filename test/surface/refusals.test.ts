import { describe, expect, test } from "vitest";

import type { Unblock } from "../../src/domain/why/unblock.ts";
import { languages, speechOf } from "../../src/locale/speech.ts";
import { refusalCard, refusalText } from "../../src/surface/cards/refusalCard.ts";
import { unblockText } from "../../src/surface/unblockText.ts";
import { refusals, unblocks } from "./scenes/refusalCards.ts";
import { citationOf, everyday } from "./scenes/scene.ts";

const everyRefusal = Object.values(refusals(everyday));
const everyUnblock: readonly Unblock[] = Object.values(unblocks(everyday)).flat();
const [en, ...others] = languages.map(speechOf);

describe.each([...languages])("in %s", (language) => {
  const speech = speechOf(language);

  test("every refusal says what is in the way, by which clause, and what would help", () => {
    for (const refusal of everyRefusal) {
      const unblock: readonly Unblock[] = [{ kind: "declare", before: "brief" }];
      const card = refusalCard({ ...refusal, unblock }, citationOf(everyday), speech);
      const said = JSON.stringify(card.blocks);
      expect(said).toContain(JSON.stringify(refusalText(refusal, speech)).slice(1, -1));
      expect(said).toContain(JSON.stringify(unblockText(unblock, speech)).slice(1, -1));
      expect(said.includes("Memo 4.1")).toBe("clause" in refusal);
    }
  });

  test("everything that would help is a sentence", () => {
    for (const unblock of everyUnblock) expect(unblockText([unblock], speech)).toMatch(/^[\p{L}\d].*[.:]$/u);
  });
});

test("each language says it in its own words", () => {
  for (const speech of others)
    for (const refusal of everyRefusal) expect(refusalText(refusal, speech)).not.toBe(en && refusalText(refusal, en));
});

test("[K22] the steps that help come one after the other, and how one comes is said once", () => {
  const unblock: readonly Unblock[] = [
    { kind: "come", count: 1, body: "presidency", people: ["Petra Nyman", "Viktor Holm"] },
    { kind: "come", count: 2, body: "board", people: [] },
    { kind: "exit", stage: "refer_seo", isOpen: false, of: undefined },
  ];
  expect(unblockText(unblock, speechOf("en"))).toBe(
    "One more must come: Petra Nyman or Viktor Holm. 2 more of the Board must come. Whoever comes presses “I am present”, or votes. Should too few be left who may vote, the rules give a way out: referral to the THS Study Environment Officer.",
  );
});
