import { expect, test } from "vitest";

import { speechOf } from "../../src/locale/speech.ts";
import { withNames } from "../../src/surface/ownNames.ts";
import { kth, kthWith } from "../fakes/kth.ts";

const severity = "severity: [minor, ordinary, serious, very_serious]";
const named = kthWith(
  severity,
  `names:\n  body:\n    board: { en: Executive, sv: Verkställande }\n  office:\n    auditor: { en: Inspector }\n${severity}`,
);

test("things are called as the organisation calls them", () => {
  const { name } = withNames(named.names, speechOf("en"));
  expect(name("body", "board")).toBe("Executive");
  expect(name("office", "auditor")).toBe("Inspector");
});

test("in another language as it says there, and in English where it says nothing there", () => {
  const { name } = withNames(named.names, speechOf("sv-SE"));
  expect(name("body", "board")).toBe("Verkställande");
  expect(name("office", "auditor")).toBe("Inspector");
});

test("what it gives no name has the one that comes with Redress, or its key in plain words", () => {
  const { name } = withNames(kth.names, speechOf("en"));
  expect(name("body", "council")).toBe("Council of Safety");
  expect(name("body", "house_committee")).toBe("house committee");
});
