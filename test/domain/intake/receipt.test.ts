import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import type { Recorded } from "../../../src/domain/case/entry.ts";
import { filedText, groupedNumber, readNumber } from "../../../src/domain/intake/receipt.ts";
import { received } from "../../fakes/caseFile.ts";

const filed = received();
const first: Recorded = {
  version: 1,
  at: Temporal.Instant.from("2026-03-10T10:00:00Z"),
  by: { kind: "clock" },
  entry: filed,
};
const identities = filed.parties.map(({ party, role }, i) => ({
  party,
  role,
  name: `Name ${i}`,
}));

test("what was filed is the same text whatever the order of the identities, and another for each word, name, rule and millisecond", () => {
  const entry = filed;
  const text = filedText("a-b-10", first, identities, "words");
  expect(filedText("a-b-10", first, identities.toReversed(), "words")).toBe(text);
  expect(filedText("a-b-10", first, [...identities, { party: "later", role: "witness", name: "W" }], "words")).toBe(
    text,
  );
  const others = [
    filedText("a-b-11", first, identities, "words"),
    filedText("a-b-10", first, identities, "word"),
    filedText("a-b-10", { ...first, at: first.at.add({ milliseconds: 1 }) }, identities, "words"),
    filedText("a-b-10", { ...first, entry: { ...entry, relation: "witness" } }, identities, "words"),
    filedText("a-b-10", { ...first, entry: { ...entry, rules: ["other"] } }, identities, "words"),
    filedText(
      "a-b-10",
      first,
      identities.map((each) => ({ ...each, name: "Nobody" })),
      "words",
    ),
  ];
  expect(new Set([text, ...others]).size).toBe(others.length + 1);
});

test("nothing else that happens in a case has a receipt", () => {
  const at = Temporal.Instant.from("2026-03-10T10:00:00Z");
  expect(
    filedText("a", { version: 2, at, by: { kind: "clock" }, entry: { kind: "brief-approved", officer: "s" } }, [], ""),
  ).toBeUndefined();
});

describe("a number", () => {
  const digits = "0123456789abcdef".repeat(4);
  test("is shown in groups and read however it is typed", () => {
    const shown = groupedNumber(digits);
    expect(shown).toBe("01234567 89abcdef ".repeat(4).trim());
    for (const typed of [shown, digits, shown.toUpperCase(), ` ${shown.replaceAll(" ", "-")} `])
      expect(readNumber(typed)).toBe(shown);
  });
  test.each(["", "abc", digits.slice(1), `${digits}0`, `g${digits.slice(1)}`])("is not %j", (typed) => {
    expect(readNumber(typed)).toBeUndefined();
  });
});
