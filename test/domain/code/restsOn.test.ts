import { describe, expect, test } from "vitest";

import { restsOn } from "../../../src/domain/code/restsOn.ts";
import { speechOf } from "../../../src/locale/speech.ts";
import { restingText } from "../../../src/surface/cards/restingText.ts";
import { kth, kthWith } from "../../fakes/kth.ts";

const said = (clause: string, language = "en", rulebook = kth) =>
  restsOn(rulebook, clause).map((resting) => restingText(resting, speechOf(language)));

describe("what Redress does by a clause is told in words and numbers", () => {
  test("[K21][K22][K23] who must be there for a vote, and what carries a motion", () => {
    expect(said("4.1")).toContain(
      "Uphold the complaint: 5 members present including 1 of the presidency; at least 2/3 of the votes cast",
    );
  });

  test("[K47] the numbers of each motion by itself", () => {
    expect(said("4.1")).toContain(
      "Dismiss the complaint: 5 members present including 1 of the presidency; more than 1/2 of the votes cast",
    );
  });

  test("[K04] a vote outside a case, without a quorum", () => {
    expect(said("1.3")).toEqual(["Changing the memo: at least 2/3 of the votes cast"]);
    expect(said("1.3", "sv")).toEqual(["Att ändra dokumentet: minst 2/3 av avgivna röster"]);
  });

  test.each([
    ["[K61] nothing of an admonition, which has no length", "6.1", []],
    ["[K63] how long a warning holds", "6.2", ["Warning: lasts 365 days"]],
    ["[K67] how long a first suspension holds", "6.3", ["First-degree suspension: lasts 90 days"]],
    [
      "[K57][K58] until when it can be contested",
      "5.4",
      ["Appeal: within 30 days", "Asking who reported: within 30 days"],
    ],
    [
      "[K40][K43] what is done by when, and how somebody is called to a meeting",
      "5.2",
      [
        "Acknowledge the report: within 2 days",
        "Call to a meeting: at least 5 days before it; after 2 calls without an answer the case goes on",
      ],
    ],
    ["[K15] nothing of a clause without a number", "2.3", []],
  ])("%s", (_, clause, expected) => {
    expect(said(clause)).toEqual(expected);
  });

  test("[K63] a number that is changed in the rulebook is told as it is there", () => {
    const shorter = kthWith(
      "    kind: dated\n    lasts: 365d\n    from: decision.made",
      "    kind: dated\n    lasts: 1y\n    from: decision.made",
    );
    expect(said("6.2", "en", shorter)).toEqual(["Warning: lasts 1 year"]);
    expect(said("6.2", "sv", shorter)).toEqual(["Varning: gäller i 1 år"]);
  });
});
