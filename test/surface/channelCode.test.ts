import { expect, test } from "vitest";

import { speechOf } from "../../src/locale/speech.ts";
import { ownControls } from "../../src/surface/cards/ownCaseCards.ts";
import { isByCode, withCode } from "../../src/surface/channelCode.ts";
import { mineOf } from "./scenes/privateCards.ts";
import { everyWords } from "./words.ts";

const across = { isApart: true, canAsk: true, canAnswer: true, hasWording: true };

test("[C11] whatever a complainant can do in their own case is done by a code as well", () => {
  const [words] = everyWords;
  if (words === undefined) throw new Error("There are no words to draw with.");
  const mine = mineOf(words, { canGive: true, hasEvidence: true, canReply: true, agreement: "a", across });
  const acts = ownControls(mine, speechOf("en")).flatMap((control) => (control.kind === "link" ? [] : [control.act]));
  expect(acts.filter((act) => !isByCode(act))).toEqual([]);
});

const button = (act: string, ref: string) =>
  ({ kind: "button", style: "primary", label: act, act, ref, choice: "" }) as const;

test("a card by a code names the case nowhere, and has no button that is for somebody with a name", () => {
  const card = {
    tone: "neutral",
    title: "",
    blocks: [],
    rows: [
      [button("appeal.lodge", "case-1"), button("case.take", "case-1")],
      [button("case.show", "case-1")],
      [button("mycase.list", "case-1")],
    ],
  } as const;
  expect(withCode(card, "case-1", "CODE").rows.flat()).toMatchObject([
    { act: "appeal.lodge", ref: "CODE" },
    { act: "anonymous.look", choice: "CODE", ref: "home" },
  ]);
});
