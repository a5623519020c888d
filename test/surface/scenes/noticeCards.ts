import type { NoticeView } from "../../../src/application/notice.ts";
import type { AppealTo } from "../../../src/application/views/appealView.ts";
import { drawNotice } from "../../../src/surface/cards/noticeCard.ts";
import { REASONS_ANEW } from "../../../src/surface/desk/decisionForms.ts";
import { kth } from "../../fakes/kth.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { helpOf } from "./ownCaseCards.ts";
import { times, DAY, CODE, citationOf, clause, thing, things, rules, everyday, maximumOf } from "./scene.ts";
import type { Scene, Scenes } from "./scene.ts";
import { timeBodies } from "./timeCards.ts";

const problemOn = { discord: "too-low", slack: "gone" } as const;

type Body<Kind extends NoticeView["body"]["kind"]> = Extract<NoticeView["body"], { kind: Kind }>;

export const noticeOf = (words: Words, body: NoticeView["body"], to: NoticeView["to"] = "respondent"): NoticeView => ({
  case: id(),
  notice: id(),
  codeName: CODE,
  to,
  organisation: words.isPlain ? kth.organisation.name : "Association ".repeat(9).slice(0, 80),
  document: citationOf(words),
  body,
});

/** An appeal to as many as any shipped rulebook names, on as many grounds. */
const appealOf = (words: Words): NonNullable<Body<"decision">["appeal"]> => ({
  until: DAY,
  to: words.isPlain
    ? [
        [
          { kind: "office", id: "president" },
          { kind: "office", id: "vice_president" },
        ],
        [{ kind: "body", id: "council" }],
      ]
    : times(3, (): AppealTo[] => [{ kind: "external", label: clause(words) }]),
  grounds: words.isPlain ? ["wrong_outcome", "new_evidence"] : things(words, 5),
  clause: clause(words),
  challenge: words.isPlain ? "appeal" : thing(words),
});

const hearing = (words: Words): readonly AppealTo[] =>
  words.isPlain
    ? [{ kind: "external", label: "THS President" }]
    : times(5, (): AppealTo => ({ kind: "external", label: words.thing.slice(0, 40) }));

const challengeOutcome = (words: Words, changed: Partial<Body<"challenge-outcome">>): Body<"challenge-outcome"> => ({
  kind: "challenge-outcome",
  challenge: "1",
  what: "appeal",
  about: "verdict",
  isOwn: true,
  by: "respondent",
  outcome: thing(words),
  isHeard: true,
  stage: undefined,
  verdict: "confirm",
  sanction: undefined,
  from: undefined,
  until: undefined,
  wasSanctioned: true,
  members: hearing(words),
  out: hearing(words),
  reasons: words.long.slice(0, 1500),
  letter: "",
  reporters: [],
  next: undefined,
  isFinal: true,
  clause: clause(words),
  ...changed,
});

const choiceOf = (words: Words, many: number) => ({
  outcomes: things(words, many),
  until: DAY,
  silence: thing(words),
  isOwn: true,
  isOpen: true,
  clause: clause(words),
});

/** The notice of a decision with every part that a rulebook can want in it. */
export const decisionBody = (words: Words): Body<"decision"> => ({
  kind: "decision",
  outcome: thing(words),
  findings: rules(words, maximumOf("motion", "findings")),
  findingClauses: words.isPlain
    ? ["3.1"]
    : times(maximumOf("motion", "findings"), (i) => `${clause(words)}${i}`.slice(-30)),
  severity: thing(words),
  sanction: thing(words),
  sanctionClause: clause(words),
  until: DAY,
  from: DAY,
  permits: words.isPlain ? ["chapter_meeting", "board_meeting"] : things(words, 10),
  keptFrom: words.isPlain ? ["member_spaces"] : things(words, 2),
  contains: [
    "unacceptable",
    "clause",
    "further_warnings_lead_to_suspension",
    "excluded_from_events",
    "permits",
    "from",
    "until",
    "appeal_until",
    "outcome",
    "reasons",
  ],
  aimLine: true,
  reasons: words.long.slice(0, maximumOf("motion", "text")),
  appeal: appealOf(words),
  clause: clause(words),
});

/** One in the place of what an earlier stage decided: why has less room. */
const anewBody = (words: Words): Body<"decision"> => ({
  ...decisionBody(words),
  reasons: words.long.slice(0, REASONS_ANEW),
  replaces: [{ sanction: thing(words), until: DAY, change: "increased" }],
});

// Complete by type: a kind of notice that is added and not listed here does not compile.
const noticeBodies: {
  readonly [Kind in NoticeView["body"]["kind"]]: (words: Words) => Readonly<Record<string, NoticeView>>;
} = {
  "new-case": (words) => ({
    "to an officer": noticeOf(words, { kind: "new-case", purpose: "officers", clause: "5.1" }, "person"),
    "to a member of the board": noticeOf(words, { kind: "new-case", purpose: "board", clause: "5.1" }, "person"),
  }),
  "join-asked": (words) => ({ "": noticeOf(words, { kind: "join-asked", clause: clause(words) }, "complainant") }),
  urgent: (words) => ({
    "the first time": noticeOf(words, { kind: "urgent", isAgain: false, clause: clause(words) }, "person"),
    again: noticeOf(words, { kind: "urgent", isAgain: true, clause: clause(words) }, "person"),
  }),
  ...timeBodies,
  "witness-asked": (words) => ({
    "": noticeOf(words, { kind: "witness-asked", clause: clause(words) }, "witness"),
  }),
  "witness-answered": (words) => ({
    "": noticeOf(words, { kind: "witness-answered", isWilling: true, clause: clause(words) }, "officers"),
    "who declined": noticeOf(words, { kind: "witness-answered", isWilling: false, clause: clause(words) }, "officers"),
  }),
  "agreement-asked": (words) => ({
    "still asked": noticeOf(words, {
      kind: "agreement-asked",
      agreement: "00000000-0000-4000-8000-000000000000",
      text: words.long,
      isOpen: true,
      clause: clause(words),
    }),
    over: noticeOf(words, {
      kind: "agreement-asked",
      agreement: "00000000-0000-4000-8000-000000000000",
      text: words.long,
      isOpen: false,
      clause: clause(words),
    }),
  }),
  "agreement-answered": (words) => ({
    yes: noticeOf(words, { kind: "agreement-answered", isAgreed: true, clause: clause(words) }, "officers"),
    no: noticeOf(words, { kind: "agreement-answered", isAgreed: false, clause: clause(words) }, "officers"),
  }),
  "kept-apart": (words) => ({
    "who can ask": noticeOf(words, { kind: "kept-apart", canAsk: true, clause: clause(words) }),
    "who cannot": noticeOf(words, { kind: "kept-apart", canAsk: false, clause: clause(words) }, "respondent"),
  }),
  "apart-ended": (words) => ({
    "by somebody": noticeOf(words, { kind: "apart-ended", isOver: false, clause: clause(words) }),
    "with the case": noticeOf(words, { kind: "apart-ended", isOver: true, clause: clause(words) }),
  }),
  "relay-passed": (words) =>
    Object.fromEntries(
      ([true, false] as const).map((isAnswer) => [
        isAnswer ? "an answer" : "a question",
        noticeOf(words, {
          kind: "relay-passed",
          words: "00000000-0000-4000-8000-000000000000",
          text: words.long.slice(0, maximumOf("across", "text")),
          isAnswer,
          isOpen: !isAnswer,
          clause: clause(words),
        }),
      ]),
    ),
  "relay-wording": (words) => ({
    "": noticeOf(words, {
      kind: "relay-wording",
      wording: "00000000-0000-4000-8000-000000000000",
      text: words.long.slice(0, maximumOf("across", "text")),
      isOpen: true,
      clause: clause(words),
    }),
  }),
  "relay-held": (words) => ({
    "a question": noticeOf(words, {
      kind: "relay-held",
      text: words.long.slice(0, maximumOf("across", "text")),
      isAnswer: false,
      clause: clause(words),
    }),
    "an answer": noticeOf(words, {
      kind: "relay-held",
      text: words.long.slice(0, maximumOf("across", "text")),
      isAnswer: true,
      clause: clause(words),
    }),
  }),
  "relay-unanswered": (words) => ({
    declined: noticeOf(words, { kind: "relay-unanswered", isDeclined: true, clause: clause(words) }),
    closed: noticeOf(words, { kind: "relay-unanswered", isDeclined: false, clause: clause(words) }),
  }),
  "relay-waits": (words) =>
    Object.fromEntries(
      (["question", "answer", "declined", "wording-agreed", "wording-refused"] as const).map((what) => [
        what,
        noticeOf(words, { kind: "relay-waits", what, clause: clause(words) }, "officers"),
      ]),
    ),
  "agreement-left": (words) => ({ "": noticeOf(words, { kind: "agreement-left", clause: clause(words) }) }),
  "body-asked": (words) => ({
    "": noticeOf(words, { kind: "body-asked", clause: clause(words) }, "officers"),
  }),
  "question-answered": (words) => ({
    "": noticeOf(words, { kind: "question-answered", clause: clause(words) }, "officers"),
  }),
  "question-put": (words) => ({
    "": noticeOf(words, {
      kind: "question-put",
      text: words.long.slice(0, maximumOf("putquestion", "text")),
      clause: clause(words),
    }),
  }),
  "answer-returned": (words) => ({
    "": noticeOf(words, { kind: "answer-returned", isPutAgain: true, clause: clause(words) }, "board"),
    "with nothing to be voted on": noticeOf(
      words,
      { kind: "answer-returned", isPutAgain: false, clause: clause(words) },
      "board",
    ),
  }),
  "vote-rests": (words) => ({
    "": noticeOf(words, { kind: "vote-rests", isVoid: true, clause: clause(words) }, "board"),
  }),
  "question-dropped": (words) => ({
    "": noticeOf(words, { kind: "question-dropped", isPutAgain: true, clause: clause(words) }, "board"),
  }),
  "evidence-given": (words) => ({
    "": noticeOf(words, { kind: "evidence-given", of: "evidence", role: "witness", clause: clause(words) }, "officers"),
  }),
  "hearing-called": (words) => ({
    "": noticeOf(
      words,
      { kind: "hearing-called", on: DAY, time: "14:00", evidence: DAY, text: words.long, clause: clause(words) },
      "respondent",
    ),
  }),
  "record-asked": (words) => ({ "": noticeOf(words, { kind: "record-asked", clause: clause(words) }, "officers") }),
  "record-ready": (words) => ({ "": noticeOf(words, { kind: "record-ready", clause: clause(words) }, "complainant") }),
  "evidence-opened": (words) => ({
    "": noticeOf(words, { kind: "evidence-opened", count: 12, clause: clause(words) }, "respondent"),
  }),
  "submission-returned": (words) => {
    const back = { reasons: words.long.slice(0, maximumOf("aside", "text")), clause: clause(words) };
    const from = { kind: "class", id: thing(words) } as const;
    const body = { kind: "submission-returned", ...back, companions: from } as const;
    return {
      "of the report": noticeOf(words, { ...body, what: "report", item: undefined }, "complainant"),
      "of evidence": noticeOf(words, { ...body, what: "evidence", item: id() }, "respondent"),
      "of a witness": noticeOf(words, { ...body, what: "statement", item: id() }, "witness"),
    };
  },
  "companion-named": (words) => ({
    "": noticeOf(
      words,
      { kind: "companion-named", role: "respondent", isNamed: true, clause: clause(words) },
      "officers",
    ),
    nobody: noticeOf(
      words,
      { kind: "companion-named", role: "respondent", isNamed: false, clause: clause(words) },
      "officers",
    ),
  }),
  "room-refused": (words) => ({ "": noticeOf(words, { kind: "room-refused", clause: clause(words) }, "complainant") }),
  acknowledgement: (words) => ({
    "": noticeOf(words, { kind: "acknowledgement", text: words.long, clause: clause(words) }, "complainant"),
    "with words that are no longer there": noticeOf(words, { kind: "acknowledgement", text: "", clause: "5.1" }),
  }),
  allegations: (words) => ({
    "": noticeOf(words, {
      kind: "allegations",
      text: words.long,
      ruleClauses: [clause(words)],
      codeLinks: ["https://example.org/a", "https://example.org/b"],
      procedureLink: "https://example.org/c",
      hasSupport: true,
      help: undefined,
      clause: clause(words),
    }),
  }),
  question: (words) => ({
    "": noticeOf(words, { kind: "question", text: words.long, clause: clause(words) }, "complainant"),
  }),
  summons: (words) => ({
    "": noticeOf(words, { kind: "summons", text: words.long, on: DAY, attempt: 2, clause: clause(words) }),
  }),
  "challenge-task": (words) =>
    Object.fromEntries(
      (["lateness", "consult", "admission", "decide", "answer", "opinion", "names"] as const).map((task) => [
        task,
        noticeOf(
          words,
          { kind: "challenge-task", challenge: "1", what: "appeal", task, clause: clause(words) },
          "person",
        ),
      ]),
    ),
  "challenge-first": (words) => ({
    "": noticeOf(
      words,
      {
        kind: "challenge-first",
        challenge: "1",
        what: "information",
        text: words.long.slice(0, 1500),
        to: hearing(words),
        clause: clause(words),
      },
      "complainant",
    ),
  }),
  "challenge-outcome": (words) => ({
    "not heard, with what can follow": noticeOf(
      words,
      challengeOutcome(words, { about: "admission", isHeard: false, verdict: undefined, next: appealOf(words) }),
    ),
    "heard at a stage": noticeOf(
      words,
      challengeOutcome(words, { about: "admission", verdict: undefined, stage: thing(words) }),
    ),
    ...Object.fromEntries(
      (["confirm", "annul", "no_agreement", "not_told", "opinion"] as const).map((verdict) => [
        verdict,
        noticeOf(words, challengeOutcome(words, { verdict })),
      ]),
    ),
    "annulled, to the other side": noticeOf(
      words,
      challengeOutcome(words, { verdict: "annul", isOwn: false, wasSanctioned: false }),
      "complainant",
    ),
    "a letter in its place, to whom it is": noticeOf(
      words,
      challengeOutcome(words, {
        verdict: "change_sanction",
        sanction: thing(words),
        letter: words.long.slice(0, 1000),
      }),
      "respondent",
    ),
    "another sanction, to the officers": noticeOf(
      words,
      challengeOutcome(words, { verdict: "change_sanction", sanction: thing(words), until: DAY, isOwn: false }),
      "officers",
    ),
    "told who reported": noticeOf(
      words,
      challengeOutcome(words, { what: "information", verdict: "told", members: [], out: [], reporters: [words.name] }),
    ),
  }),
  "support-contact": (words) =>
    Object.fromEntries(
      [true, false].map((isChosen) => [
        isChosen ? "to the one chosen" : "to the one before",
        noticeOf(words, { kind: "support-contact", isChosen, clause: clause(words) }, "person"),
      ]),
    ),
  support: (words) => ({
    "": noticeOf(words, { kind: "support", help: helpOf(words), clause: clause(words) }),
  }),
  entered: (words) =>
    Object.fromEntries(
      (["letter", "email", "spoken", "telephone"] as const).map((how) => [
        how,
        noticeOf(words, {
          kind: "entered",
          on: DAY,
          how,
          notes: { respondent: "report-and-name", falseReports: true, police: "required" },
          clause: clause(words),
        }),
      ]),
    ),
  ended: (words) =>
    Object.fromEntries(
      (["officers", "board", "respondent", "complainant"] as const).map((to) => [
        `to the ${to}`,
        noticeOf(words, { kind: "ended", outcome: thing(words), appeal: undefined, clause: clause(words) }, to),
      ]),
    ),
  referred: (words) => ({
    "to the officers": noticeOf(
      words,
      { kind: "referred", stage: thing(words), next: thing(words, 1), clause: clause(words) },
      "officers",
    ),
  }),
  "stage-outcome": (words) => ({
    "": noticeOf(
      words,
      {
        kind: "stage-outcome",
        stage: thing(words),
        outcome: thing(words),
        because: words.isPlain ? ["insufficient_evidence", "repetitive"] : things(words, 10),
        reasons: words.long.slice(0, maximumOf("motion", "text")),
        appeal: appealOf(words),
        clause: clause(words),
      },
      "complainant",
    ),
    "that takes away what was decided before": noticeOf(
      words,
      {
        kind: "stage-outcome",
        stage: thing(words),
        outcome: thing(words),
        reasons: words.long.slice(0, maximumOf("motion", "text")),
        replaces: [{ sanction: thing(words), until: DAY, change: "removed" }],
        appeal: appealOf(words),
        clause: clause(words),
      },
      "respondent",
    ),
    "without reasons": noticeOf(words, {
      kind: "stage-outcome",
      stage: thing(words),
      outcome: thing(words),
      reasons: "",
      appeal: undefined,
      clause: "5.1",
    }),
    "to the officers": noticeOf(
      words,
      {
        kind: "stage-outcome",
        stage: thing(words),
        outcome: thing(words),
        reasons: words.long,
        appeal: undefined,
        clause: clause(words),
      },
      "officers",
    ),
    "to the respondent": noticeOf(words, {
      kind: "stage-outcome",
      stage: thing(words),
      outcome: thing(words),
      reasons: words.long,
      appeal: { ...appealOf(words), until: undefined },
      clause: clause(words),
    }),
  }),
  decision: (words) => ({
    "to the respondent": noticeOf(words, decisionBody(words)),
    "that changes sanctions from other decisions": noticeOf(words, {
      ...decisionBody(words),
      changes: [
        { change: "converted", was: thing(words), sanction: thing(words, 1), until: DAY },
        { change: "extended", was: thing(words), sanction: thing(words), until: undefined },
      ],
    }),
    "to the complainant": noticeOf(words, decisionBody(words), "complainant"),
    "to the officers": noticeOf(words, decisionBody(words), "officers"),
    "that dismisses for reasons of a list": noticeOf(words, {
      ...decisionBody(words),
      findings: [],
      sanction: undefined,
      permits: [],
      keptFrom: [],
      because: words.isPlain ? ["insufficient_evidence", "repetitive"] : things(words, 10),
    }),
    "with a letter": noticeOf(words, {
      ...decisionBody(words),
      from: undefined,
      until: undefined,
      permits: [],
      keptFrom: [],
      contains: ["clause", "outcome", "reasons", "appeal_until"],
      letter: words.long.slice(0, 1000),
    }),
    "with a sanction whose length was chosen": noticeOf(words, {
      ...decisionBody(words),
      lasts: { amount: 9999, unit: "clear-working-days" },
    }),
    "that leaves a choice": noticeOf(words, {
      ...decisionBody(words),
      appeal: undefined,
      sanction: undefined,
      permits: [],
      choice: choiceOf(words, words.isPlain ? 2 : 10),
    }),
    "that leaves a choice to somebody without an account": noticeOf(words, {
      ...decisionBody(words),
      appeal: undefined,
      sanction: undefined,
      permits: [],
      choice: { ...choiceOf(words, 2), isOwn: false, isOpen: false },
    }),
    "in the place of what was decided before, with a letter": noticeOf(
      words,
      {
        ...anewBody(words),
        from: undefined,
        until: undefined,
        permits: [],
        keptFrom: [],
        contains: ["clause", "outcome", "reasons", "appeal_until"],
        letter: words.long.slice(0, 1000),
      },
      "respondent",
    ),
    "in the place of what was decided before, to be enacted": noticeOf(
      words,
      {
        ...anewBody(words),
        scope: things(words, 5),
        takesAway: ["vote", "candidacy", "office", "membership"],
        isPending: true,
        enactedBy: thing(words),
        from: undefined,
        until: undefined,
      },
      "respondent",
    ),
    "with a sanction that takes rights away, is about some things only, and does not hold yet": noticeOf(words, {
      ...decisionBody(words),
      scope: things(words, 5),
      takesAway: ["vote", "candidacy", "office", "membership"],
      isPending: true,
      from: undefined,
      until: undefined,
    }),
    "with a sanction that has no last day": noticeOf(words, {
      ...decisionBody(words),
      isIndefinite: true,
      until: undefined,
    }),
    "that nothing follows from": noticeOf(words, {
      ...decisionBody(words),
      findings: [],
      findingClauses: [],
      sanction: undefined,
      sanctionClause: undefined,
      until: undefined,
      from: undefined,
      permits: [],
      contains: [],
      reasons: "",
      appeal: undefined,
      clause: clause(words),
    }),
  }),
  "sanction-lapsed": (words) => ({
    "to the respondent": noticeOf(words, {
      kind: "sanction-lapsed",
      sanction: thing(words),
      day: DAY,
      clause: clause(words),
    }),
    "to the officers": noticeOf(
      words,
      { kind: "sanction-lapsed", sanction: thing(words), day: DAY, clause: clause(words) },
      "officers",
    ),
  }),
  "sanction-changed": (words) =>
    Object.fromEntries(
      (["converted", "extended", "prolonged", "restored"] as const).flatMap((change) => {
        const body = { kind: "sanction-changed", change, was: thing(words), sanction: thing(words, 1) } as const;
        return [
          [`${change}, to the respondent`, noticeOf(words, { ...body, until: DAY, clause: clause(words) })],
          [`${change}, to an officer`, noticeOf(words, { ...body, until: undefined, clause: clause(words) }, "person")],
        ];
      }),
    ),
  "sanction-lifted": (words) => {
    const body = { kind: "sanction-lifted", sanction: thing(words), day: DAY, reasons: words.long } as const;
    return {
      "to the respondent": noticeOf(words, { ...body, clause: clause(words) }),
      "to an officer": noticeOf(words, { ...body, clause: clause(words) }, "person"),
    };
  },
  interim: (words) => {
    const body = {
      kind: "interim",
      sanction: thing(words),
      ground: thing(words, 1),
      reasons: words.long.slice(0, 1000),
      from: DAY,
      clause: clause(words),
    } as const;
    return {
      "with everything": noticeOf(words, {
        ...body,
        ends: "decided",
        reviewBy: DAY,
        permits: things(words, 10),
        keptFrom: things(words, 2),
      }),
      "with as little as can be": noticeOf(words, { ...body, ends: "case-closed", reviewBy: undefined, permits: [] }),
    };
  },
  "interim-ended": (words) =>
    Object.fromEntries(
      (["case-closed", "decided"] as const).map((how) => [
        how,
        noticeOf(words, { kind: "interim-ended", how, sanction: thing(words), day: DAY, clause: clause(words) }),
      ]),
    ),
  "sanction-task-done": (words) => ({
    "": noticeOf(words, { kind: "sanction-task-done", sanction: thing(words), day: DAY, clause: clause(words) }),
  }),
  "sanction-condition": (words) => {
    const body = {
      kind: "sanction-condition",
      sanction: thing(words),
      condition: thing(words),
      clause: clause(words),
    } as const;
    return {
      "met, to the person": noticeOf(words, { ...body, isMet: true }),
      "missed, to the person": noticeOf(words, { ...body, isMet: false }),
      "missed, to whoever imposed it": noticeOf(words, { ...body, isMet: false }, "person"),
    };
  },
  "sanction-breached": (words) => ({
    "": noticeOf(words, { kind: "sanction-breached", sanction: thing(words), clause: clause(words) }, "person"),
  }),
  gaps: (words) => {
    const body = { kind: "gaps", gaps: ["no-date", "no-owner", "no-room"], day: DAY, clause: clause(words) } as const;
    return {
      "to whoever handles it": noticeOf(words, { ...body, about: thing(words) }, "person"),
      "to another officer": noticeOf(words, { ...body, about: undefined }, "person"),
    };
  },
  escalation: (words) => {
    const late = {
      kind: "escalation",
      day: DAY,
      days: 7,
      before: [words.name, words.name],
      clause: clause(words),
    } as const;
    const what = { kind: "target", about: thing(words) } as const;
    const whose = { kind: "people", names: [words.name] } as const;
    return {
      "to an officer": noticeOf(words, { ...late, what, whose }, "person"),
      "to the chair": noticeOf(words, { ...late, what: undefined, whose: { kind: "officers" }, before: [] }, "person"),
      "of what a body owes": noticeOf(
        words,
        { ...late, what: undefined, whose: { kind: "body", body: thing(words) } },
        "person",
      ),
    };
  },
  "confirmation-voted": (words) =>
    Object.fromEntries(
      [true, false, undefined].map((isConfirmed) => [
        String(isConfirmed),
        noticeOf(
          words,
          { kind: "confirmation-voted", sanction: thing(words), isConfirmed, clause: clause(words) },
          "officers",
        ),
      ]),
    ),
  anonymising: (words) =>
    Object.fromEntries(
      [true, false].map((isLast) => [
        isLast ? "for the last time" : "a week before",
        noticeOf(words, { kind: "anonymising", on: DAY, isLast, clause: clause(words) }, "person"),
      ]),
    ),
  "to-approve": (words) =>
    Object.fromEntries(
      (["precedent", "bundle", "publication"] as const).map((what) => [
        what,
        noticeOf(words, { kind: "to-approve", what, clause: clause(words) }, "person"),
      ]),
    ),
  "not-posted": (words) => ({ "": noticeOf(words, { kind: "not-posted", clause: clause(words) }, "officers") }),
  "escalation-asked": (words) => ({
    "by a body": noticeOf(
      words,
      { kind: "escalation-asked", by: { kind: "body", id: thing(words) }, clause: clause(words) },
      "person",
    ),
    "by nobody in particular": noticeOf(
      words,
      { kind: "escalation-asked", by: undefined, clause: clause(words) },
      "person",
    ),
  }),
  "disclosure-asked": (words) => {
    const body = {
      kind: "disclosure-asked",
      disclosure: id(),
      sanction: thing(words),
      whose: "B",
      contents: ["name", "from", "until", "permits"],
      reasons: words.long.slice(0, maximumOf("disclose", "text")),
      clause: clause(words),
    } as const;
    return {
      "to whoever may approve it": noticeOf(words, { ...body, recipient: words.name }, "person"),
      "of somebody who is not known any more": noticeOf(words, { ...body, recipient: undefined }, "person"),
    };
  },
  disclosure: (words) =>
    Object.fromEntries(
      (["begins", "changes", "ends"] as const).flatMap((what) => {
        const permits = words.isPlain ? ["chapter_meeting", "board_meeting"] : things(words, 10);
        const all = { kind: "disclosure", what, name: words.name, from: DAY, until: DAY, isEndless: false } as const;
        const least = { ...all, name: undefined, from: undefined, until: undefined, isEndless: true, permits: [] };
        return [
          [
            `${what}, of places and services`,
            noticeOf(words, { ...all, bars: things(words, 5), permits, clause: clause(words) }, "person"),
          ],
          [`${what}, with everything`, noticeOf(words, { ...all, permits, clause: clause(words) }, "person")],
          [`${what}, with as little as can be`, noticeOf(words, { ...least, clause: clause(words) }, "person")],
        ];
      }),
    ),
  access: (words) =>
    Object.fromEntries(
      (["discord", "slack"] as const).flatMap((platform) =>
        (["not-taken", "not-restored", "undone"] as const).map((what) => [
          `${what} on ${platform}`,
          noticeOf(
            words,
            {
              kind: "access",
              what,
              problem: what === "undone" ? undefined : problemOn[platform],
              platform,
              things: times(words.isPlain ? 2 : 100, () => words.name.slice(0, 45)),
              sanction: thing(words),
              whose: "B",
              clause: clause(words),
            },
            "person",
          ),
        ]),
      ),
    ),
  undelivered: (words) => ({
    "": noticeOf(words, { kind: "undelivered", notice: id(), to: "complainant", clause: clause(words) }, "officers"),
  }),
  reminder: (words) =>
    Object.fromEntries(
      (["task", "target", "limit", "review", "sanction-task", "lapse", "inactivity"] as const).flatMap((deadlineKind) =>
        [-400, 0, 30].map((days) => [
          `of a ${deadlineKind}, ${days} days ahead`,
          noticeOf(
            words,
            { kind: "reminder", about: thing(words), deadlineKind, day: DAY, days, clause: clause(words) },
            "officers",
          ),
        ]),
      ),
    ),
};

/** Every notice, to everybody it may go to. */
export const notices: Scenes = Object.fromEntries(
  Object.entries(noticeBodies).flatMap(([kind, bodies]) => {
    const situations = Object.keys(bodies(everyday));
    return situations.map((situation): [string, Scene] => [
      `${kind} ${situation}`.trim(),
      (speech, words) => {
        const view = bodies(words)[situation];
        return view === undefined ? undefined : drawNotice(view, speech);
      },
    ]);
  }),
);
