import { describe, expect, test } from "vitest";

import { noticeView } from "../../src/application/views/noticeView.ts";
import { replacedView } from "../../src/application/views/replacedView.ts";
import type { Case } from "../../src/domain/case/case.ts";
import type { Entry } from "../../src/domain/case/entry.ts";
import type { NoticeSubject } from "../../src/domain/case/noticeSubject.ts";
import { goOn, respondent } from "../fakes/caseFile.ts";
import { complaintOf, london, union } from "../fakes/union.ts";

const to = { kind: "party", party: respondent.party, role: "respondent" } as const;
const sent = (subject: NoticeSubject, notice: string): readonly Entry[] => [
  { kind: "notice-sent", notice, to, subject },
  { kind: "notice-delivered", notice, how: "direct", when: london("2026-12-01T10:00") },
];

/** At Stage 1 a ban of three months was decided, and told on 1 December. */
function banned(): Case {
  const entries: readonly Entry[] = [
    {
      kind: "decided-by-officers",
      decision: "d1",
      stage: "stage1",
      outcome: "upheld",
      next: "stage2",
      findings: ["personal_harassment"],
      severity: undefined,
      sanction: "ban",
      lasts: { amount: 3, unit: "months" },
      reasons: "r",
    },
    ...sent({ kind: "decision", vote: "d1", outcome: "upheld" }, "n1"),
  ];
  const at = london("2026-12-01T10:00");
  return goOn(complaintOf("2026-11-25T10:00"), ...entries.map((entry) => ({ at, entry })));
}

const isBan = ({ id }: { readonly id: string }) => id === "d1";
const term = (until: string | undefined) => ({ from: "2026-12-31", until });

describe("[F183] what becomes of what an earlier stage decided", () => {
  test.each([
    ["the same for a shorter time", "ban", term("2027-01-31"), "reduced"],
    ["the same for a longer time", "ban", term("2027-06-30"), "increased"],
    ["the same without a last day", "ban", term(undefined), "increased"],
    ["the same to the same day", "ban", term("2027-03-01"), "other"],
    ["something else", "caution", undefined, "other"],
    ["nothing", undefined, undefined, "removed"],
  ] as const)("%s", (_, sanction, now, change) => {
    expect(replacedView(union, banned(), isBan, { sanction, term: now }, respondent.party)).toEqual([
      { sanction: "ban", until: "2027-03-01", change },
    ]);
  });

  test("a stage that ends without a decision takes it away, and its notice says so", async () => {
    const at = london("2026-12-31T10:00");
    const ended: readonly Entry[] = [
      {
        kind: "stage-concluded",
        stage: "stage2",
        outcome: "panel_dismissed",
        next: "closed",
        rules: [],
        reasons: "r2",
      },
      { kind: "decisions-replaced", decisions: ["d1"] },
      ...sent({ kind: "stage-outcome", stage: "stage2", outcome: "panel_dismissed", reasons: "r2" }, "n2"),
    ];
    const current = goOn(banned(), ...ended.map((entry) => ({ at, entry })));
    const notice = current.notices.find(({ id }) => id === "n2");
    if (notice === undefined) throw new Error("The notice is not there.");
    const { body } = await noticeView({ words: () => Promise.resolve("") }, union, current, notice, at);
    expect(body).toMatchObject({ replaces: [{ sanction: "ban", until: "2027-03-01", change: "removed" }] });
  });
});
