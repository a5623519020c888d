import { describe, expect, test } from "vitest";

import { loadRulebook } from "../../src/rulebook/loadRulebook.ts";
import { kthText, rewritten } from "../fakes/kth.ts";
import { broken } from "./brokenRulebooks.ts";

/** "votes.sanction.majority (at sanction): this is missing" for each complaint: line and column are given by the word that stands there. */
function complaints(text: string): readonly string[] {
  const loaded = loadRulebook(text);
  if (loaded.kind === "loaded") return [];
  const lines = text.split("\n");
  return loaded.complaints.map(({ line, column, path: key, message }) => {
    const place = /^["']?([^\s,:{}[\]"']*)/.exec((lines[line - 1] ?? "").slice(column - 1))?.[1];
    return `${key} (at ${place}): ${message}`;
  });
}

test("[K21][K22] the memo of the chapter loads, with an exact majority, its quorum, and the hash of its text", () => {
  const loaded = loadRulebook(kthText);
  expect(loaded.kind === "loaded" && loaded.rulebook.votes["sanction"]).toMatchObject({
    majority: { fraction: { numerator: 2, denominator: 3 }, of: "votes_cast", strict: false },
    quorum: { present: 5, including: [{ from: { kind: "body", id: "presidency" }, at_least: 1 }] },
  });
  expect(loaded.kind === "loaded" && loaded.hash).toMatch(/^[0-9a-f]{64}$/);
  const other = loadRulebook(`${kthText}\n# another text`);
  expect(other.kind === "loaded" && loaded.kind === "loaded" && other.hash !== loaded.hash).toBe(true);
});

test("[K22] the memo of the chapter gives no quorum for a revision, and says so", () => {
  const loaded = loadRulebook(kthText);
  const vote = loaded.kind === "loaded" ? loaded.rulebook.votes["memo_revision"] : undefined;
  expect(vote?.method === "motion" && vote.quorum).toBeUndefined();
  expect(kthText).toContain("quorum: none");
});

describe("a broken rulebook is answered with the place, what was found, what is expected, and what was probably meant", () => {
  test.each(broken)("$what", ({ was, is, answers }) => {
    expect(complaints(rewritten(was, is))).toEqual(answers);
  });

  test("there are at least 60 of them", () => {
    expect(broken.length).toBeGreaterThanOrEqual(60);
    expect(new Set(broken.map(({ what }) => what)).size).toBe(broken.length);
  });

  test("[E-34] all faults are told at once", () => {
    const text = rewritten("within: 2d", "within: soon")
      .replace("kind: notify", "kind: notfy")
      .replace("window: none", "window: never")
      .replace("seats: 3", "seats: three");
    expect(complaints(text)).toHaveLength(4);
    const crossed = rewritten("then: witnesses", "then: witneses")
      .replace("vote: sanction,", "vote: sanctoin,")
      .replace("to: body:council", "to: body:councl");
    expect(complaints(crossed)).toHaveLength(3);
    expect(complaints(rewritten("redress: 1", "redress: [1").replace("offices:", "offices: ]")).length).toBeGreaterThan(
      1,
    );
  });

  test("a misspelt key does not hide that another one is missing", () => {
    const text = rewritten('    clause: "5.1"\n    open_to', "    open_ot").replace(
      "via: [command, message_action, officer_entry]",
      "",
    );
    expect(complaints(text)).toEqual([
      'intake.report.clause (at report): this is missing: a clause is the place in the source document, in quotation marks: "4.1"',
      "intake.report.via (at report): this is missing: expected a list",
      'intake.report.open_ot (at open_ot): "open_ot" is not a key here; probably open_to was meant',
    ]);
  });

  test("marks that repeat each other without end are refused, and fill no memory", () => {
    const names = ["b", "c", "d", "e", "f", "g", "h"];
    const lines = names.map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill(`*${names[i - 1] ?? "a"}`)
          .join(", ")}]`,
    );
    expect(complaints(["a: &a [x]", ...lines].join("\n"))).toEqual([
      " (at a): the marks (&) are repeated (*) too often",
    ]);
  });

  test("an empty file, and one that is no rulebook at all, are refused and not a crash", () => {
    expect(complaints("")).toEqual([" (at ): found nothing; expected a group of keys"]);
    expect(complaints("just some words")).toEqual([' (at just): found "just some words"; expected a group of keys']);
    expect(complaints("- a\n- b")).toEqual([" (at -): found a list; expected a group of keys"]);
    expect(complaints("people: *nobody")).toEqual([" (at *nobody): nothing is marked &nobody before this"]);
    expect(complaints("\u0000").length).toBeGreaterThan(0);
  });

  test("[K23] the way out of a quorum that cannot be reached", () => {
    const text = kthText.replace("unreachable_quorum: refer_seo", "unreachable_quorum: refer_soe");
    expect(complaints(text)).toEqual([
      'votes.sanction.unreachable_quorum (at refer_soe): there is no stage "refer_soe"; there are: contact, assess, witnesses, hear_respondent, board_decision, inform, refer_seo, closed; probably refer_seo was meant',
    ]);
  });

  test("[K23][K25] a body of the quorum, and observers", () => {
    expect(complaints(kthText.replace('from: "body:presidency"', 'from: "body:presidncy"'))[0]).toContain(
      'votes.sanction.quorum.including.0.from (at body): there is no body "presidncy"',
    );
    expect(complaints(kthText.replace('observers: ["body:council"]', 'observers: ["body:concil"]'))[0]).toContain(
      'votes.sanction.observers.0 (at body): there is no body "concil"',
    );
  });
});
