import { describe, expect, test } from "vitest";

import type { Case } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import type { PartyEntry } from "../../../src/domain/case/party.ts";
import { courseOf } from "../../../src/domain/timeline/course.ts";
import { complainant, concluded, goOn, noticeSent, respondent, toParty } from "../../fakes/caseFile.ts";
import { complaintOf, informed, london, union } from "../../fakes/union.ts";

const handler = { kind: "handler" } as const;
const own = (party: PartyEntry) => ({ kind: "party", party, isAuthor: party === complainant }) as const;

const filed = complaintOf("2026-10-01T10:00");
const atStage1 = goOn(filed, concluded("assess", "allocated", "stage1"), {
  at: london("2026-10-02T10:00"),
  entry: informed,
});

/** What the course of a case says, one word for each stage: "assess:done". */
function said(current: Case, viewer: Parameters<typeof courseOf>[2], when: string) {
  return courseOf(union, current, viewer, london(when)).stages.map(({ stage, place }) => `${stage}:${place}`);
}

function decidedAt(
  stage: string,
  outcome: string,
  when: string,
): readonly { at: ReturnType<typeof london>; entry: Entry }[] {
  const decision = `d-${stage}`;
  const subject = { kind: "decision", vote: decision, outcome } as const;
  const entries: readonly Entry[] = [
    {
      kind: "decided-by-officers",
      decision,
      stage,
      outcome,
      findings: [],
      severity: undefined,
      sanction: undefined,
      reasons: undefined,
      next: "closed",
    },
    ...[complainant, respondent].flatMap((party): readonly Entry[] => [
      noticeSent(`${decision}-${party.role}`, toParty(party), subject),
      { kind: "notice-delivered", notice: `${decision}-${party.role}`, how: "direct", when: london(when) },
    ]),
  ];
  return entries.map((entry) => ({ at: london(when), entry }));
}

describe("the stages of a case, with a mark where it is", () => {
  test("[F175] at the assessment the stages to come are ahead; an appeal, and the university, only for whoever asks", () => {
    expect(said(filed, handler, "2026-10-01T11:00")).toEqual([
      "assess:now",
      "informal:ahead",
      "stage1:ahead",
      "stage2:ahead",
      "stage3:on-request",
      "university:on-request",
    ]);
    expect(said(atStage1, handler, "2026-10-02T11:00")).toEqual([
      "assess:done",
      "stage1:now",
      "stage2:ahead",
      "stage3:on-request",
      "university:on-request",
    ]);
  });

  test("[V-02] a respondent is not told of a stage that was over before they were", () => {
    expect(said(atStage1, own(respondent), "2026-10-02T11:00")[0]).toBe("stage1:now");
    expect(said(atStage1, own(complainant), "2026-10-02T11:00")[0]).toBe("assess:done");
  });

  test("[F246] discipline has three stages, and two in which it is looked at again", () => {
    const opened = complaintOf("2026-10-01T10:00", { procedure: "discipline", startsAt: "informal_talk" });
    expect(said(opened, handler, "2026-10-01T11:00")).toEqual([
      "informal_talk:now",
      "committee:ahead",
      "discipline_hearing:ahead",
      "members_appeal:on-request",
      "trustee_review:on-request",
    ]);
  });

  test("[F176] after the last stage within the Union the internal stages are exhausted; then the university is waited for, and has answered", () => {
    const rejected = goOn(
      atStage1,
      ...[concluded("stage1", "referred_to_panel", "stage2"), concluded("stage2", "referred", "stage3")].map(
        (entry) => ({
          at: london("2026-10-20T10:00"),
          entry,
        }),
      ),
      ...decidedAt("stage3", "appeal_rejected", "2026-11-01T10:00"),
    );
    const course = courseOf(union, rejected, handler, london("2026-11-01T11:00"));
    expect(course.exhausted).toEqual(["complainant", "respondent"]);
    expect(course.stages.at(-1)).toEqual({ stage: "university", place: "on-request" });
    const lodged: Entry = {
      kind: "challenge-lodged",
      challenge: "ch",
      rule: "to_university",
      party: complainant.party,
      against: { outcome: "appeal_rejected", decision: "d-stage3" },
      to: 0,
      ground: "new_material",
      words: "w",
      evidence: undefined,
      isLate: false,
    };
    const heard: Entry = {
      kind: "challenge-judged",
      challenge: "ch",
      question: "admission",
      isHeard: true,
      reasons: undefined,
      next: "university",
    };
    const lodgedAt = london("2026-11-05T10:00");
    const outside = goOn(rejected, { at: lodgedAt, entry: lodged }, { at: lodgedAt, entry: heard });
    const waiting = courseOf(union, outside, handler, london("2026-11-06T10:00"));
    expect(waiting.exhausted).toEqual([]);
    expect(waiting.outside).toEqual({ stage: "university", since: "2026-11-05", outcome: undefined });
    const answered = goOn(outside, {
      at: london("2027-01-10T10:00"),
      entry: concluded("university", "confirmed_by_university", "closed"),
    });
    expect(courseOf(union, answered, own(respondent), london("2027-01-11T10:00"))).toMatchObject({
      stages: [
        { stage: "stage1" },
        { stage: "stage2" },
        { stage: "stage3" },
        { stage: "university", place: "done" },
        { stage: "closed", place: "now" },
      ],
      exhausted: [],
      outside: { since: "2027-01-10", outcome: "confirmed_by_university" },
    });
  });

  test("[F181] a window that is running within the Union leaves nothing exhausted; once it is over, nothing is left at all", () => {
    const upheld = goOn(atStage1, ...decidedAt("stage1", "upheld", "2026-10-10T10:00"));
    expect(courseOf(union, upheld, handler, london("2026-10-12T10:00")).exhausted).toEqual([]);
    expect(said(upheld, handler, "2026-10-12T10:00")).toContain("stage2:on-request");
    expect(said(upheld, handler, "2026-11-12T10:00")).toEqual(["assess:done", "stage1:done", "closed:now"]);
  });
});
