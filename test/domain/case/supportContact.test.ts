import { expect, test } from "vitest";

import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import { supportOf } from "../../../src/domain/acts/supportContact.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { caseAt, goOn, ids } from "../../fakes/caseFile.ts";
import type { Point } from "../../fakes/caseFile.ts";
import { kth, roster } from "../../fakes/kth.ts";
import { standingOf } from "../../fakes/standing.ts";

const supported = (point: Point) => goOn(caseAt(point), { kind: "support-named", officer: "s1" });
const choose = (person: string, officer: string, current = supported("assess")) =>
  decideAct(standingOf({ current, person }), { kind: "choose-support", officer }, ids());

const support = (current: Case) => decideAct(standingOf({ current, person: "s2" }), { kind: "support" }, ids());

const open: readonly Point[] = ["contact", "assess", "witnesses", "hear_respondent", "voting", "inform", "refer_seo"];

test.each(open)("[K39] the complainant chooses another officer at %s, and both are told", (point) => {
  expect(choose("mona", "s2", supported(point))).toEqual([
    { kind: "support-named", officer: "s2" },
    {
      kind: "notice-sent",
      notice: "id-1",
      to: { kind: "person", person: "s2" },
      subject: { kind: "support-contact", isChosen: true },
    },
    {
      kind: "notice-sent",
      notice: "id-2",
      to: { kind: "person", person: "s1" },
      subject: { kind: "support-contact", isChosen: false },
    },
  ]);
});

test.each([
  ["mona", "s1", "already-done"],
  ["mona", "president", "nothing-here"],
  ["nils", "s2", "nothing-here"],
  ["s2", "s2", "not-your-task"],
])("%s does not choose %s: %s", (person, officer, refused) => {
  expect(choose(person, officer)).toMatchObject({ refused });
});

test("[K39] an officer with a conflict cannot be chosen, and is nobody's support; in a closed case nobody is", () => {
  const aside = goOn(supported("assess"), { kind: "recused", person: "s1" });
  expect(supportOf(kth, roster, aside)).toBeUndefined();
  expect(choose("mona", "s1", aside)).toMatchObject({ refused: "nothing-here" });
  expect(choose("mona", "s2", supported("closed"))).toMatchObject({ refused: "not-at-this-stage" });
});

test("[K08] an officer supports where nobody does yet", () => {
  expect(support(caseAt("contact"))).toEqual([{ kind: "support-named", officer: "s2" }]);
  expect(support(supported("contact"))).toEqual({ refused: "already-done" });
});
