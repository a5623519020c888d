import type { ChallengeLine } from "../../application/acts/challenges.ts";
import type { MyCase } from "../../application/acts/myCases.ts";
import type { ChallengeView } from "../../application/views/challengeView.ts";
import { limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { addresseesText, lodgeLabel } from "../challengeText.ts";
import { recordBlocks } from "../hearingText.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { fileControls, itemBlocks } from "./evidenceCards.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** What beside the words themselves can be read of a challenge. */
export type ChallengePart = "evidence" | "said" | "brief" | "hearing" | "reasons" | "new";
const PARTS: readonly ChallengePart[] = ["evidence", "said", "brief", "hearing", "reasons", "new"];
export const isChallengePart = (text: string): text is ChallengePart => PARTS.some((part) => part === text);

/** A challenge as those read it before whom it is, or who lodged it: the receipt, and what can be done. */
export function challengeCard(view: ChallengeView, citation: Citation, speech: Speech): Card {
  const { say, name, day } = speech;
  const { case: ref, bench, decided } = view;
  const facts = [
    { label: say("appeal.by"), value: name("party", view.by) },
    { label: say("appeal.lodged"), value: say("appeal.moment", { day: day(view.lodged.day), time: view.lodged.time }) },
    { label: say("appeal.against"), value: againstText(view, speech) },
    { label: say("appeal.to"), value: addresseesText(view.to, speech) },
    ...(view.ground === undefined ? [] : [{ label: say("appeal.ground"), value: name("ground", view.ground) }]),
    { label: say("appeal.state"), value: stateText(view, speech) },
    ...(bench === undefined
      ? []
      : [
          {
            label: say("appeal.bench"),
            value:
              bench.out.length === 0
                ? addresseesText(bench.seats, speech)
                : say("appeal.bench.reduced", {
                    members: addresseesText(bench.seats, speech),
                    out: addresseesText(bench.out, speech),
                  }),
          },
        ]),
    ...(decided === undefined ? [] : [{ label: say("appeal.verdict"), value: verdictText(decided, speech) }]),
  ];
  return {
    tone: view.tasks.length > 0 ? "attention" : "neutral",
    title: say("appeal.title", { what: name("challenge", view.rule), codeName: view.codeName }),
    blocks: [
      { kind: "facts", facts },
      { kind: "quote", text: view.words },
      ...view.tasks.map((task): Block => ({ kind: "paragraph", text: say(`appeal.task.${task}`) })),
      ...(view.isMasked ? [{ kind: "small" as const, text: say("appeal.masked") }] : []),
      { kind: "small", text: say("clause.cited", { clauses: cited(citation, view.clause) }) },
    ],
    rows: [
      ...inRows([...taskControls(view, speech), ...partControls(view, "", speech), ...bundleControls(view, speech)]),
      rulesRow([view.clause], citation, speech, ref),
    ],
  };
}
function stateText({ state, stage }: ChallengeView, { name }: Speech): string {
  const text = name("challenge-state", state);
  return state === "at-stage" && stage !== undefined ? `${text}: ${name("stage", stage)}` : text;
}

const againstText = ({ against }: ChallengeView, { name }: Speech) =>
  against.sanction === undefined
    ? name("outcome", against.outcome)
    : `${name("outcome", against.outcome)}, ${name("sanction", against.sanction)}`;

function verdictText({ how, sanction, day: on }: NonNullable<ChallengeView["decided"]>, { name, day }: Speech): string {
  const text = sanction === undefined ? name("verdict", how) : `${name("verdict", how)}: ${name("sanction", sanction)}`;
  return `${text} (${day(on)})`;
}

/** What its reader can do. */
function taskControls(view: ChallengeView, { say }: Speech): readonly Control[] {
  const { case: ref, challenge, tasks } = view;
  const yesNo = tasks.includes("lateness") || tasks.includes("admission");
  return [
    ...(tasks.includes("consult") || (tasks.includes("admission") && view.consulted.length === 0)
      ? [button("secondary", say("act.appeal.consult"), "appeal.consult", ref, challenge)]
      : []),
    ...(yesNo
      ? [
          button("primary", say("act.appeal.admit"), "appeal.admit", ref, challenge),
          button("secondary", say("act.appeal.refuse"), "appeal.refuse", ref, challenge),
        ]
      : []),
    ...(view.first === "to-do" ? [button("primary", say("act.appeal.inform"), "appeal.inform", ref, challenge)] : []),
    ...(view.verdicts.length > 0
      ? [button("primary", say(`act.appeal.end.${view.what}`), "appeal.decide", ref, challenge)]
      : []),
    ...(view.canAskNames ? [button("secondary", say("act.appeal.names"), "appeal.names", ref, challenge)] : []),
    ...(tasks.includes("names")
      ? [
          button("primary", say("act.appeal.allow"), "appeal.allow", ref, challenge),
          button("secondary", say("act.appeal.deny"), "appeal.deny", ref, challenge),
        ]
      : []),
  ];
}

/** Which of its parts there are to read. */
function partControls(view: ChallengeView, shown: ChallengePart | "", { name }: Speech): readonly Control[] {
  const { case: ref, challenge } = view;
  return PARTS.filter((part) => part !== shown && challengePages(view, part, undefined).length > 0).map((part) =>
    button("secondary", name("challenge-part", part), "appeal.part", ref, `${challenge}.${part}`),
  );
}

/** Everything that those read who hear an appeal, to be taken along. */
const bundleControls = ({ case: ref, challenge, what, file }: ChallengeView, { say }: Speech): readonly Control[] =>
  what !== "appeal" || file === undefined
    ? []
    : [button("secondary", say("act.appeal.bundle"), "appeal.bundle", ref, challenge)];

/**
 * One part of a challenge.
 * @param page which of its pages, from 1; the last one where there are not so many
 */
export function challengePartCard(view: ChallengeView, part: ChallengePart, page: number, speech: Speech): Card {
  const { say, name } = speech;
  const pages = challengePages(view, part, speech);
  const shown = Math.min(page, pages.length);
  const files = filesOf(view.file, part, shown);
  const turn = (to: number, label: string) =>
    to < 1 || to > pages.length
      ? []
      : [button("secondary", label, "appeal.part", view.case, `${view.challenge}.${part}.${to}`)];
  return {
    tone: "neutral",
    title: say("appeal.title", { what: name("challenge", view.rule), codeName: view.codeName }),
    blocks: [
      ...(pages[shown - 1] ?? []),
      ...(view.file?.isMasked === true ? [{ kind: "small" as const, text: say("appeal.masked") }] : []),
    ],
    rows: inRows([
      ...turn(shown - 1, say("page.previous")),
      ...turn(shown + 1, say("page.next")),
      ...fileControls({ files }, view.case, speech),
      button("secondary", say("act.appeal.show"), "appeal.show", view.case, view.challenge),
      ...partControls(view, part, speech),
      ...bundleControls(view, speech),
    ]),
  };
}

/** The files of one page of a part. */
function filesOf(file: ChallengeView["file"], part: ChallengePart, page: number) {
  if (part === "new") return file?.items[page - 1]?.files ?? [];
  return part === "hearing" ? (file?.records[page - 1]?.files ?? []) : [];
}

const heading = (text: string): Block => ({ kind: "heading", text });

const quoted = (title: string, text: string): readonly Block[] =>
  text === "" ? [] : [heading(title), { kind: "quote", text }];

const one = (blocks: readonly Block[]) => (blocks.length === 0 ? [] : [blocks]);

/** A part, page by page. Whoever only wants to know whether there is something needs no language. */
export function challengePages(
  view: ChallengeView,
  part: ChallengePart,
  speech: Speech | undefined,
): readonly (readonly Block[])[] {
  const named = (id: string) => speech?.name("challenge-part", id) ?? "";
  switch (part) {
    case "evidence":
      return one(quoted(named(part), view.evidence));
    case "brief":
      return one(quoted(named(part), view.file?.brief ?? ""));
    case "reasons":
      return (view.file?.rationale ?? []).flatMap(({ stage, outcome, reasons, letter }) =>
        one([
          ...quoted(speech === undefined ? "" : endText(stage, outcome, speech), reasons),
          ...quoted(named("letter"), letter),
        ]),
      );
    case "hearing":
      return (view.file?.records ?? []).map((record) =>
        speech === undefined ? [] : [heading(named(part)), ...recordBlocks(record, speech)],
      );
    case "new":
      return (view.file?.items ?? []).map((item) =>
        // That it once went back to its party stands in the file.
        speech === undefined
          ? []
          : [heading(named(part)), ...itemBlocks({ ...item, returned: undefined, isForReport: false }, speech)],
      );
    case "said":
      return one([
        ...view.consulted.flatMap((text) => quoted(named("consulted"), text)),
        ...view.judged.flatMap(({ question, reasons }) => quoted(named(question), reasons)),
        ...quoted(named("names"), view.whyNames),
        ...quoted(named("verdict"), view.decided?.reasons ?? ""),
      ]);
  }
}

const endText = (stage: string, outcome: string, { say, name }: Speech) =>
  say("appeal.end", { stage: name("stage", stage), outcome: name("outcome", outcome) });

/** What is before somebody, and what they themselves can challenge. */
export function challengeListCard(
  before: readonly ChallengeLine[],
  mine: readonly MyCase[],
  citation: Citation,
  speech: Speech,
): Card {
  const { say, name } = speech;
  const most = limits.rowsOfControls * limits.controlsInRow - limits.controlsInRow;
  const lines = before.map(({ codeName, rule, tasks }) =>
    say("appeal.list.line", {
      codeName,
      what: name("challenge", rule),
      task: tasks[0] === undefined ? name("challenge-state", "waits") : say(`appeal.task.${tasks[0]}`),
    }),
  );
  const own = mine.flatMap(({ codeName, challenges }) => [
    ...challenges.can.map((each) =>
      say("appeal.list.can", { codeName, what: lodgeLabel(each, speech), until: untilText(each.until, speech) }),
    ),
    ...challenges.lodged.map(({ rule, view }) =>
      say("appeal.list.lodged", {
        codeName,
        what: name("challenge", rule),
        state: name("challenge-state", view.state),
      }),
    ),
  ]);
  const controls = [
    ...before.map(({ case: ref, challenge, codeName }) => button("primary", codeName, "appeal.show", ref, challenge)),
    ...mine.flatMap((each) => ownChallengeControls(each, speech)),
  ];
  const items = [...lines, ...own];
  return {
    tone: "neutral",
    title: say("appeal.list.title"),
    blocks:
      items.length === 0
        ? [{ kind: "paragraph", text: say("appeal.list.none") }]
        : [{ kind: "list", items: items.slice(0, most) }],
    rows: [...inRows(controls.slice(0, most)), rulesRow([], citation, speech)],
  };
}

const untilText = (until: string | undefined, { say, day }: Speech) =>
  until === undefined ? "" : say("appeal.list.until", { day: day(until) });

/** What a party can challenge in a case of their own, and what they have challenged. */
export function ownChallengeControls(mine: MyCase, speech: Speech): readonly Control[] {
  const { name } = speech;
  return [
    ...mine.challenges.can.map((each) =>
      button("primary", lodgeLabel(each, speech), "appeal.lodge", mine.case, each.rule),
    ),
    ...mine.challenges.lodged.map(({ rule, challenge, view }) =>
      button(
        "secondary",
        `${name("challenge", rule)}: ${name("challenge-state", view.state)}`.slice(0, limits.buttonLabel),
        "appeal.show",
        mine.case,
        challenge,
      ),
    ),
  ];
}
