import type { MyCase } from "../../../src/application/acts/myCases.ts";
import type { BriefView } from "../../../src/application/acts/readBrief.ts";
import type { CaseFileView, FilePart } from "../../../src/application/acts/readCaseFile.ts";
import type { DeliveryView } from "../../../src/application/roomCards.ts";
import { briefCard } from "../../../src/surface/cards/briefCard.ts";
import { caseFileCard } from "../../../src/surface/cards/caseFileCard.ts";
import { continueCard, errorsCard, troubleCard, waitCard } from "../../../src/surface/cards/formCards.ts";
import { homeCard } from "../../../src/surface/cards/homeCard.ts";
import { caseListCard, voteListCard } from "../../../src/surface/cards/listCards.ts";
import { myCaseCard, ownNoticeCard } from "../../../src/surface/cards/myCaseCard.ts";
import { noteCard } from "../../../src/surface/cards/noteCard.ts";
import { supportCard } from "../../../src/surface/cards/ownCaseCards.ts";
import { filedCard, previewCard } from "../../../src/surface/cards/reportCards.ts";
import { unsentCard } from "../../../src/surface/cards/unsentCard.ts";
import { closedVoteCard, presentCard, votedCard } from "../../../src/surface/cards/votedCards.ts";
import { buildForm } from "../../../src/surface/desk/forms.ts";
import { parseForm } from "../../../src/surface/form.ts";
import type { Form } from "../../../src/surface/form.ts";
import type { Speech } from "../../../src/surface/say.ts";
import { filed, motionPut } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { itemOf } from "./evidenceCards.ts";
import { recordOf } from "./hearingCards.ts";
import { decisionBody, noticeOf } from "./noticeCards.ts";
import { helpOf } from "./ownCaseCards.ts";
import { boardCardOf, fullCard, openVoteOf, quietCard, results } from "./roomCards.ts";
import { sanctionOf } from "./sanctionCards.ts";
import { times, DAY, CODE, citationOf, clause, thing, everyday, maximumOf } from "./scene.ts";
import type { Scene, Scenes } from "./scene.ts";
import { timelineBodies, timelines } from "./timelines.ts";

const personOf = (words: Words) => ({ person: id(), name: words.name });

const preview =
  (words: Words, readers: number, alternatives: number, pages: number): Scene =>
  (speech) =>
    previewCard(
      {
        kind: "preview",
        readers: times(readers, () => personOf(words)),
        alternatives: times(alternatives, (i) => {
          const people = times(i % 3 === 0 ? 5 : 1, () => personOf(words));
          return { key: people.map(({ person }) => person).join("+"), readers: people };
        }),
        notes: {
          respondent:
            (["report-and-name", "name-on-request", "name-not-kept"] as const)[readers % 3] ?? "name-not-kept",
          falseReports: readers % 2 === 0,
          promises: true,
          police: (["never_by_us", "discretionary", "required"] as const)[readers % 3],
          next:
            readers % 2 === 0
              ? { acknowledged: { amount: 2, unit: "days" }, assessed: { amount: 10, unit: "working-days" } }
              : undefined,
        },
        help: readers % 2 === 0 ? helpOf(words) : undefined,
        flags: readers % 2 === 0 ? ["urgent", "survivor_centric"] : [],
        isOwnChoice: readers % 2 === 0,
        isSelf: readers % 3 === 2,
        together:
          readers % 2 === 0
            ? { names: times(readers, () => words.name), spokesperson: words.name, confirms: readers % 4 === 0 }
            : undefined,
        hasMessage: readers === 3,
        files:
          readers === 3
            ? times(10, (i) => ({
                name: `${words.thing}.png`,
                untaken: ([undefined, undefined, "kind", "gone"] as const)[i % 4],
              }))
            : [],
        clause: clause(words),
      },
      id(),
      pages,
      citationOf(words),
      readers % 2 === 0 ? "discord" : "slack",
      speech,
    );

const previews: Scenes = {
  "of an everyday report": (speech, words) => preview(words, 3, 0, 2)(speech, words),
  "of a report on Slack": (speech, words) => preview(words, 2, 0, 1)(speech, words),
  "of a report about a receiver": (speech, words) => preview(words, 1, 3, 2)(speech, words),
  "with as many readers, alternatives and pages as there can be": (speech, words) =>
    preview(words, 24, 30, 4)(speech, words),
};

/** A case as one of its parties sees it. */
export const mineOf = (words: Words, changed: Partial<MyCase> = {}): MyCase => ({
  case: id(),
  codeName: CODE,
  canEnd: true,
  canAnswer: true,
  support: { name: words.name, others: [{ person: id(), name: words.name }] },
  help: helpOf(words),
  role: "complainant",
  isAuthor: true,
  together: { names: times(9, () => words.name), open: 2, spokesperson: { name: words.name, isOneself: false } },
  received: DAY,
  stage: thing(words),
  companion: { name: words.name, canName: true },
  isClosed: false,
  hasArrived: true,
  lead: words.name,
  notices: [],
  sanctions: [],
  clause: clause(words),
  challenges: {
    can: [{ rule: "appeal", what: "appeal", until: DAY, clause: clause(words) }],
    lodged: times(6, (i) => ({
      challenge: String(i + 1),
      rule: words.isPlain ? "auditor_review" : thing(words),
      what: "review" as const,
      view: { state: "hearing" as const, lodged: { day: DAY, time: "23:59" } },
    })),
  },
  version: undefined,
  ...changed,
});

const manyNotices = (words: Words) => times(30, () => noticeOf(words, decisionBody(words)));

const myCases: Scenes = {
  "not arrived yet": (speech, words) =>
    myCaseCard(mineOf(words, { hasArrived: false, lead: undefined }), 0, 1, citationOf(words), speech),
  "of a respondent, one of many, by an earlier version of the rules": (speech, words) =>
    myCaseCard(
      mineOf(words, { role: "respondent", isAuthor: false, version: { cite: citationOf(words).cite, inForce: DAY } }),
      12,
      26,
      citationOf(words),
      speech,
    ),
  "closed, with many notices": (speech, words) =>
    myCaseCard(
      mineOf(words, { isClosed: true, notices: manyNotices(words), sanctions: [sanctionOf(words)] }),
      1,
      3,
      citationOf(words),
      speech,
    ),
};

const deliveries = (count: number): readonly DeliveryView[] =>
  times(count, () => ({ notice: id(), to: "respondent", subject: "decision", state: "failed", day: undefined }));

const caseLists: Scenes = {
  "of no case": (speech) => caseListCard([], false, speech),
  "of no case, to an officer": (speech) => caseListCard([], true, speech),
  "of one case": (speech, words) => caseListCard([{ ...quietCard(), stage: thing(words) }], true, speech),
  "of forty late cases": (speech, words) =>
    caseListCard(
      times(40, () => ({ ...fullCard(words), undelivered: deliveries(3) })),
      true,
      speech,
    ),
};

const voteLists: Scenes = {
  "of no case": (speech) => voteListCard([], [], false, speech),
  "of no case, for somebody who moves motions": (speech) => voteListCard([], [], true, speech),
  "of a case and of motions": (speech, words) =>
    voteListCard(
      [boardCardOf(words, {})],
      times(30, (i) => ({ motion: id(), codeName: CODE, body: thing(words), isVoteOpen: i % 2 === 0 })),
      true,
      speech,
    ),
  "of forty cases": (speech, words) =>
    voteListCard(
      times(40, (i) => boardCardOf(words, i % 2 === 0 ? { vote: openVoteOf(words), body: thing(words) } : {})),
      [],
      false,
      speech,
    ),
};

// Complete by type: a part of a case file that is added and not listed here does not compile.
const fileBodies: {
  readonly [Part in FilePart]: (
    words: Words,
  ) => Readonly<Record<string, readonly [body: CaseFileView["body"], page: number]>>;
} = {
  report: (words) => {
    const answers = { what: words.long, who_else: words.short, when_where: words.short, witnesses: words.short };
    const many = Object.fromEntries([
      ...times(4, (i) => [thing(words, i), words.long]),
      ...times(9, (i) => [`${thing(words, i)}x`, words.short]),
    ]) as Readonly<Record<string, string>>;
    return {
      "": [{ part: "report", answers, kinds: {} }, 1],
      "of as many answers as there can be": [{ part: "report", answers: many, kinds: {} }, 1],
      "of as many answers as there can be, at its end": [{ part: "report", answers: many, kinds: {} }, 5],
      "with what was held on its days": [
        {
          part: "report",
          answers,
          kinds: {},
          held: {
            on: times(12, () => ({
              name: words.name,
              day: DAY,
              offices: times(9, (i) => thing(words, i)),
              classes: [thing(words)],
            })),
            suggested: [thing(words), thing(words, 1)],
          },
        },
        1,
      ],
      "that went back to whoever filed it": [
        {
          part: "report",
          answers: many,
          kinds: {},
          canReturn: true,
          returned: { on: DAY, reasons: words.long.slice(0, maximumOf("aside", "text")), isSentAgain: false },
        },
        1,
      ],
      "without an answer": [{ part: "report", answers: {}, kinds: {} }, 1],
    };
  },
  people: (words) => ({
    "": [
      {
        part: "people",
        parties: times(9, (i) => ({
          role: i === 0 ? "complainant" : "respondent",
          name: i === 8 ? words.short : words.name,
          pseudonym: String.fromCodePoint(65 + i),
          hasAccount: i !== 8,
          voice: { companion: words.name, hasOtherPart: true },
          classes: i === 8 ? [thing(words), thing(words, 1)] : [],
          witness: i === 7 ? ("promised" as const) : undefined,
          group: i === 8 ? { size: 999_999, involved: 999_999 } : undefined,
          joining: i === 5 || i === 6 ? { party: id(), isOpen: i === 5 } : undefined,
          speaks: i === 0,
          protectedAs: i === 4 ? "Person 1" : undefined,
        })),
      },
      1,
    ],
  }),
  evidence: (words) => ({
    "": [{ part: "evidence", item: itemOf(words), number: 1, total: 9 }, 1],
    "that counts": [{ part: "evidence", item: { ...itemOf(words), aside: undefined }, number: 1, total: 1 }, 1],
    "that was put in other words": [
      {
        part: "evidence",
        item: { ...itemOf(words), aside: undefined, isEarlier: true, isOwn: true, came: "telephone", from: undefined },
        number: 2,
        total: 9,
      },
      2,
    ],
  }),
  hearing: (words) => ({
    "": [{ part: "hearing", record: recordOf(words), number: 1, total: 3 }, 1],
    "with nothing that stood in its place": [
      { part: "hearing", record: { ...recordOf(words), isEarlier: false, files: [] }, number: 3, total: 3 },
      3,
    ],
  }),
  readings: (words) => ({
    "": [
      {
        part: "readings",
        lines: times(40, (i) => ({
          day: DAY,
          time: "09:30",
          reader: i % 3 === 0 ? { kind: "party", role: "respondent" } : { kind: "person", name: words.name },
          what: i % 5 === 0 ? "refused" : "report",
          as: i % 2 === 0 ? "handler" : undefined,
          stage: thing(words),
        })),
      },
      2,
    ],
  }),
  priors: (words) => ({
    "": [
      {
        part: "priors",
        isSealed: false,
        clause: clause(words),
        priors: times(30, (i) => ({
          day: DAY,
          findings: [thing(words), thing(words, 1)],
          sanction: thing(words),
          holds: i % 2 === 0,
        })),
      },
      1,
    ],
    "that are closed": [{ part: "priors", isSealed: true, clause: clause(words), priors: [] }, 1],
    "that there are none of": [{ part: "priors", isSealed: false, clause: clause(words), priors: [] }, 1],
  }),
  notes: (words) => ({
    "the first of one": [
      { part: "notes", text: words.long.slice(0, maximumOf("note", "text")), number: 1, total: 1 },
      1,
    ],
    "one of many": [{ part: "notes", text: words.long.slice(0, maximumOf("note", "text")), number: 12, total: 99 }, 12],
  }),
  brief: (words) => ({ "": [{ part: "brief", text: words.long, number: 1, total: 2 }, 1] }),
  decision: (words) => ({
    "": [{ part: "decision", text: words.long, number: 1, total: 1 }, 1],
    "the first of three": [{ part: "decision", text: words.long, number: 3, total: 3 }, 3],
    "with a letter": [
      { part: "decision", text: words.long.slice(0, 1500), letter: words.long.slice(0, 1000), number: 1, total: 1 },
      1,
    ],
    "without reasons": [{ part: "decision", text: "", number: 1, total: 1 }, 1],
  }),
  timeline: (words) => {
    const body = { part: "timeline", lines: [], coming: [], version: undefined, ...timelineBodies(words)[""] } as const;
    return { "": [body, 1], "its second page": [body, 2] };
  },
};

const files: Scenes = Object.fromEntries(
  Object.entries(fileBodies).flatMap(([part, bodies]) =>
    Object.keys(bodies(everyday)).map((situation): [string, Scene] => [
      `${part} ${situation}`.trim(),
      (speech, words) => {
        const [body, page] = bodies(words)[situation] ?? [];
        if (body === undefined || page === undefined) return undefined;
        const parts: readonly FilePart[] = [
          "report",
          "people",
          "evidence",
          "hearing",
          "priors",
          "notes",
          "brief",
          "decision",
          "timeline",
        ];
        return caseFileCard(
          { kind: "case-file", case: id(), codeName: CODE, parts, body },
          page,
          citationOf(words),
          speech,
        );
      },
    ]),
  ),
);

// Complete by type, as above.
const briefViews: { readonly [Kind in BriefView["kind"]]: (words: Words) => Extract<BriefView, { kind: Kind }> } = {
  brief: (words) => ({
    kind: "brief",
    case: id(),
    codeName: CODE,
    text: words.long,
    questions: [],
    canAsk: true,
    clause: clause(words),
  }),
  "conflict-question": (words) => ({
    kind: "conflict-question",
    case: id(),
    codeName: CODE,
    conflicts: times(10, (i) => thing(words, i)),
    clauses: times(5, () => clause(words)),
  }),
};

const everyChoice = ["in-favour", "against", "abstain"] as const;
const everyPosition = ["agree", "stand-aside", "object"] as const;

const reportForm = (speech: Speech, words: Words): Form => {
  const receivers = times(3, () => ({ value: id(), label: words.name }));
  const form = buildForm({ rulebook: kth, speech, receivers }, { name: "report", choice: "", page: 1 }, id(), {});
  if (form === undefined) throw new Error("There is no form for a report.");
  return form;
};

const unsent = { why: "failed", typed: [], form: undefined, isUnnamed: false } as const;

/** Every function that makes a private answer, with every situation it is drawn in. */
export const privateScenes: Readonly<Record<string, Scenes>> = {
  homeCard: {
    "of somebody without a task": (speech, words) =>
      homeCard({ mine: 0, handled: 0, toDecide: 0 }, "KTH", citationOf(words), speech),
    "where one may give no name": (speech, words) =>
      homeCard({ mine: 9, handled: 999, toDecide: 999 }, "KTH", citationOf(words), speech, "investigable"),
    "of somebody with every task": (speech, words) =>
      homeCard(
        { mine: 9, handled: 999, toDecide: 999 },
        "Association ".repeat(9).slice(0, 80),
        citationOf(words),
        speech,
      ),
  },
  previewCard: previews,
  filedCard: {
    "": (speech, words) =>
      filedCard(
        {
          kind: "filed",
          case: id(),
          codeName: CODE,
          readers: times(24, () => personOf(words)),
          help: helpOf(words),
          clause: clause(words),
        },
        citationOf(words),
        speech,
      ),
  },
  myCaseCard: myCases,
  supportCard: { "": (speech, words) => supportCard(mineOf(words), speech) },
  ownNoticeCard: {
    "one that is there": (speech, words) => {
      const mine = mineOf(words, { notices: [noticeOf(words, decisionBody(words))] });
      return ownNoticeCard(mine, mine.notices[0]?.notice ?? "", speech);
    },
  },
  caseListCard: caseLists,
  caseFileCard: files,
  timelineCard: timelines,
  briefCard: Object.fromEntries(
    Object.entries(briefViews).map(([kind, view]): [string, Scene] => [
      kind,
      (speech, words) => briefCard(view(words), citationOf(words), speech),
    ]),
  ),
  voteListCard: voteLists,
  votedCard: Object.fromEntries([
    ...everyChoice.flatMap((choice) =>
      [true, false].map((replaced): [string, Scene] => [
        `${choice}, ${replaced ? "the second" : "the first"} ballot`,
        (speech, words) => {
          const voted = { kind: "voted", choice, replaced, isPosition: false, hasEnded: false } as const;
          return votedCard({ ...voted, clause: clause(words) }, citationOf(words), speech);
        },
      ]),
    ),
    ...everyPosition.flatMap((choice) =>
      [true, false].map((hasEnded): [string, Scene] => [
        `${choice}, ${hasEnded ? "with which it ends" : "while others can still say something"}`,
        (speech, words) => {
          const voted = { kind: "voted", choice, replaced: false, isPosition: true, hasEnded } as const;
          return votedCard({ ...voted, clause: clause(words) }, citationOf(words), speech);
        },
      ]),
    ),
  ]),
  presentCard: Object.fromEntries(
    Object.entries(results()).map(([kind, result]): [string, Scene] => [
      `while the vote would be ${kind}`,
      (speech, words) => presentCard({ kind: "present", result, clause: clause(words) }, citationOf(words), speech),
    ]),
  ),
  closedVoteCard: Object.fromEntries(
    Object.entries(results()).map(([kind, result]): [string, Scene] => [
      kind,
      (speech, words) =>
        closedVoteCard(
          {
            kind: "closed-vote",
            vote: {
              ...motionPut(),
              stage: "board_decision",
              put: filed,
              result,
              motion: thing(words),
              sanction: thing(words),
            },
            result,
            stage: thing(words),
            isToInform: words.isPlain,
            clause: clause(words),
          },
          citationOf(words),
          speech,
        ),
    ]),
  ),
  noteCard: {
    "": (speech) => noteCard("good", speech.say("done.title"), speech.say("done.take")),
    "that a report was discarded": ({ say }) =>
      noteCard("neutral", say("report.discarded.title"), say("report.discarded")),
    "that there is no case": ({ say }) => noteCard("neutral", say("mycase.none.title"), say("mycase.none")),
  },
  continueCard: {
    "": (speech, words) => continueCard({ kind: "form", form: reportForm(speech, words) }, speech),
  },
  errorsCard: {
    "with everything wrong": (speech, words) => {
      const form = reportForm(speech, words);
      const parsed = parseForm(form.fields, {}, speech.say);
      if (parsed.kind !== "errors") throw new Error("An empty report is right.");
      return errorsCard({ kind: "errors", form, errors: parsed.errors }, speech);
    },
  },
  troubleCard: {
    "": (speech) => troubleCard(speech),
    "to be pressed again": (speech) =>
      troubleCard(speech, { act: "report.send", choice: "", ref: "00000000-0000-4000-8000-000000000001" }),
  },
  waitCard: { "": (speech) => waitCard(speech) },
  unsentCard: {
    "to be sent again": (speech, words) =>
      unsentCard({ ...unsent, typed: [{ label: speech.say("field.on"), text: words.long.slice(0, 2400) }] }, speech, {
        kept: "00000000-0000-4000-8000-000000000001",
      }),
    "with a file": (speech, words) =>
      unsentCard({ ...unsent, typed: [{ label: "", text: words.long }] }, speech, { hasFile: true }),
    "too late": (speech) => unsentCard({ ...unsent, why: "late" }, speech),
  },
};
