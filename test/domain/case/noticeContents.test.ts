import { describe, expect, test } from "vitest";

import type { Act } from "../../../src/domain/acts/act.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { concluded, goOn, respondent } from "../../fakes/caseFile.ts";
import { rulebookOf } from "../../fakes/kth.ts";
import { actBy, complaintOf, union, unionText } from "../../fakes/union.ts";

const tell: Act = { kind: "do-task", task: "inform_respondent", statement: "told" };
const hearing = complaintOf("2026-10-01T10:00", {
  procedure: "discipline",
  startsAt: "discipline_hearing",
  rules: ["personal_harassment"],
});

describe("what has to stand in a notice", () => {
  test("[F256] the respondent gets the allegations in writing, with the code and the procedure; without a link to the code nothing is sent", () => {
    const { entries } = actBy(hearing, "ce", tell, "2026-10-02T10:00");
    expect(entries).toMatchObject([
      { kind: "task-done", task: "inform_respondent" },
      { kind: "noted", statement: "told" },
      {
        kind: "notice-sent",
        to: { party: respondent.party },
        subject: { kind: "allegations", rule: "allegations", statement: "told" },
      },
    ]);
    const unlinked = rulebookOf(unionText.replaceAll(/^ *link: .*bye-laws#.*\n/gm, ""));
    expect(actBy(hearing, "ce", tell, "2026-10-02T10:00", unlinked).entries).toEqual({
      refused: "notice-incomplete",
      missing: ["code_link"],
      clause: "10.2",
    });
  });

  test("[F239] a decision is not sent by a notice in which it would not stand until when one may appeal, unless it is final", () => {
    const upheld: Act = {
      kind: "conclude",
      outcome: "ce_upheld",
      rules: ["service"],
      reasons: "r",
      sanction: "apology",
      lasts: { amount: 2, unit: "weeks" },
    };
    const current = goOn(
      complaintOf("2026-10-01T10:00", { procedure: "ce_final", startsAt: "ce_decides" }),
      { kind: "task-done", stage: "ce_decides", task: "inform_respondent" },
      { kind: "task-done", stage: "ce_decides", task: "support_needs" },
      { kind: "cleared", person: "ce" },
    );
    const decide = (rulebook = union) => actBy(current, "ce", upheld, "2026-10-03T10:00", rulebook).entries;
    expect(isRefusal(decide())).toBe(false);
    // Neither the procedure nor the outcome says that it is final: then somebody could be told nothing of what they can do.
    const open = rulebookOf(
      unionText
        .replace("starts: ce_decides\n    final: true", "starts: ce_decides")
        .replaceAll(
          /then: closed\n +final: true\n( +notify: \[complainant, respondent\]\n +ce_dismissed)/g,
          "then: closed\n$1",
        ),
    );
    expect(decide(open)).toEqual({
      refused: "notice-incomplete",
      missing: ["next_step", "appeal_until"],
      clause: "9.26",
    });
  });

  test("[F189] nothing can be challenged once the university has answered for good", () => {
    const answered = goOn(complaintOf("2026-10-01T10:00"), concluded("assess", "dismissed_at_assessment", "closed"), {
      kind: "stage-concluded",
      stage: "university",
      outcome: "confirmed_by_university",
      next: "closed",
      rules: [],
      reasons: undefined,
    });
    const lodge: Act = { kind: "lodge", rule: "to_stages", to: 0, ground: undefined, words: "w", evidence: undefined };
    expect(actBy(answered, "mona", lodge, "2026-10-03T10:00").entries).toMatchObject({ refused: "final" });
  });
});
