import type { AskedQuestion, ReadersView, Setup } from "../../application/acts/setUp.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { paged } from "../pages.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** So many questions stand on a page of the list, if they are not longer than this together. */
const ON_LIST = { items: 10, length: 3000 };
/** So much of a value stands on a card beside its question; what is longer goes on on the next. */
const ON_QUESTION = { items: 30, length: 2000 };
/** Buttons that are about no question. */
const START = "home";

const isOpen = ({ confirmed }: AskedQuestion) => confirmed === undefined;

/** The list of what the document does not say: what is open, and who has confirmed the rest. */
export function setupCard(setup: Setup, wanted: number, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { questions } = setup;
  const pages = paged(
    questions.map((question, i) => `${i + 1}. ${itemText(question, citation, speech)}`),
    ON_LIST,
  );
  const page = Math.min(Math.max(1, wanted), Math.max(1, pages.length));
  const items = pages[page - 1] ?? [];
  const before = pages.slice(0, page - 1).flat().length;
  const turns = [
    ...(page > 1 ? [button("secondary", say("page.previous"), "setup.list", START, String(page - 1))] : []),
    ...(page < pages.length ? [button("secondary", say("page.next"), "setup.list", START, String(page + 1))] : []),
  ];
  const go = questions.some(isOpen) ? [button("primary", say("setup.next"), "setup.next", START)] : [];
  const look = questions.slice(before, before + items.length);
  return {
    tone: questions.some(isOpen) ? "attention" : "good",
    title: say("setup.title"),
    blocks: [
      { kind: "paragraph", text: standing(setup, citation, speech) },
      ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
    ],
    rows: [
      [
        ...go,
        button("secondary", say("rules.title"), "setup.rules", START, "back"),
        button("secondary", say("setup.readers"), "setup.readers", START),
        ...(setup.takesAway === true ? [button("secondary", say("setup.access"), "setup.access", START)] : []),
      ],
      ...(look.length === 0 ? [] : [[pick(look, before, speech)]]),
      [...turns, rulesLink(citation, speech)],
    ].filter((row) => row.length > 0),
  };
}

/** What an administrator has to know before the list. */
function standing({ readiness, isNeeded, questions }: Setup, { title }: Citation, { say }: Speech): string {
  const open = questions.filter(isOpen).length;
  const values = { title, open, total: questions.length };
  if (questions.length === 0) return say("setup.nothing", { title });
  if (open === 0) return say("setup.done", values);
  if (!isNeeded) return say("setup.tried", values);
  return say(readiness.kind === "live" ? "setup.live" : "setup.waiting", values);
}

function itemText({ question, clause, confirmed, objected }: AskedQuestion, citation: Citation, { say, day }: Speech) {
  const asked = clause === undefined ? question : `${question} (${cited(citation, clause)})`;
  if (confirmed !== undefined) return say("setup.item.confirmed", { asked, ...confirmed, day: day(confirmed.day) });
  if (objected !== undefined) return say("setup.item.objected", { asked, ...objected, day: day(objected.day) });
  return say("setup.item.open", { asked });
}

const pick = (questions: readonly AskedQuestion[], before: number, { say }: Speech): Control => ({
  kind: "select",
  act: "setup.pick",
  choice: "",
  ref: START,
  placeholder: say("setup.pick"),
  options: questions.map(({ ref, question }, i) => ({
    value: ref,
    label: fitted(`${before + i + 1}. ${question.replaceAll("\n", " ")}`, limits.optionLabel),
  })),
});

/**
 * One question, with what the rulebook says about it, and who has confirmed that.
 * @param part which part of a value that does not fit on one card, from 1
 * @param told what was done just now
 */
export function questionCard(
  setup: Setup,
  asked: AskedQuestion,
  part: number,
  told: string | undefined,
  citation: Citation,
  speech: Speech,
): Card {
  const { say } = speech;
  const { questions } = setup;
  const index = questions.indexOf(asked);
  const parts = paged(asked.said.flatMap(cut), ON_QUESTION);
  const shown = Math.min(Math.max(1, part), Math.max(1, parts.length));
  const isWhole = shown >= parts.length;
  const source =
    asked.clause === undefined
      ? say("setup.source.none", { title: citation.title })
      : say("setup.source", { clause: cited(citation, asked.clause), title: citation.title });
  return {
    tone: isOpen(asked) ? "attention" : "good",
    title: say("setup.question.title", { number: index + 1, total: questions.length }),
    blocks: [
      ...(told === undefined ? [] : [{ kind: "small" as const, text: told }]),
      { kind: "paragraph", text: asked.question },
      { kind: "small", text: source },
      { kind: "heading", text: say("setup.says") },
      { kind: "list", items: parts[shown - 1] ?? [] },
      ...(asked.reading === undefined ? [] : [{ kind: "paragraph" as const, text: asked.reading }]),
      ...answers(asked, speech),
      { kind: "small", text: say("setup.place", { key: asked.key, line: asked.line }) },
    ],
    rows: [
      isWhole
        ? answerButtons(asked, speech)
        : [button("primary", say("setup.more"), "setup.show", asked.ref, `${shown + 1}`)],
      [
        ...turn(questions[index - 1], say("page.previous")),
        ...turn(questions[index + 1], say("page.next")),
        button("secondary", say("setup.all"), "setup.list", START, "1"),
        rulesLink(citation, speech),
      ],
    ].filter((row) => row.length > 0),
  };
}

const turn = (other: AskedQuestion | undefined, label: string) =>
  other === undefined ? [] : [button("secondary", label, "setup.show", other.ref)];

function answers({ confirmed, objected }: AskedQuestion, { say, day }: Speech): readonly Block[] {
  if (confirmed !== undefined)
    return [{ kind: "paragraph", text: say("setup.confirmed", { by: confirmed.by, day: day(confirmed.day) }) }];
  if (objected === undefined) return [];
  return [{ kind: "paragraph", text: say("setup.objected", { by: objected.by, day: day(objected.day) }) }];
}

function answerButtons({ ref, confirmed }: AskedQuestion, { say }: Speech): readonly Control[] {
  if (confirmed !== undefined) return [button("secondary", say("setup.differs"), "setup.differs", ref)];
  return [
    button("success", say("setup.confirm"), "setup.confirm", ref),
    button("secondary", say("setup.differs"), "setup.differs", ref),
  ];
}

/** A long line in pieces, so that none is longer than a card; a character is of one part or two. */
function cut(line: string): readonly string[] {
  return line.match(new RegExp(`.{1,${ON_QUESTION.length / 2}}`, "gsu")) ?? [line];
}

/** What is to be done where the rule is another one than the rulebook says. */
export function differsCard({ ref, key, line, confirmed }: AskedQuestion, { say }: Speech): Card {
  const back = confirmed === undefined ? [button("secondary", say("setup.confirm"), "setup.confirm", ref)] : [];
  return {
    tone: "neutral",
    title: say("setup.differs.title"),
    blocks: [
      { kind: "paragraph", text: say(confirmed === undefined ? "setup.differs.open" : "setup.differs.confirmed") },
      {
        kind: "list",
        items: [say("setup.differs.change", { key, line }), say("setup.differs.check"), say("setup.differs.start")],
      },
    ],
    rows: [
      [
        button("primary", say("setup.next"), "setup.next", ref),
        ...back,
        button("secondary", say("setup.all"), "setup.list", START, "1"),
      ],
    ],
  };
}

/** Everything is confirmed. */
export function allConfirmedCard({ isNeeded, isOfWaiting, questions }: Setup, { say }: Speech): Card {
  const opens = isNeeded && !isOfWaiting;
  const tried = isOfWaiting ? "setup.finished.later" : "setup.finished.tried";
  return {
    tone: "good",
    title: say(opens ? "setup.finished.title" : "setup.finished.tried.title"),
    blocks: [
      {
        kind: "paragraph",
        text: say(opens ? "setup.finished" : tried, { total: questions.length }),
      },
    ],
    rows: [[button("secondary", say("setup.all"), "setup.list", START, "1")]],
  };
}

/**
 * Who can read the rooms of cases without having been let into them.
 * @param wanted which page of a long list, from 1
 */
export function roomReadersCard(views: readonly ReadersView[], wanted: number, { say }: Speech): Card {
  const items = views.flatMap(({ platform, readers }) =>
    readers === undefined
      ? [say(`setup.readers.unknown.${platform}`)]
      : readers.map(({ kind, name }) => say(`setup.reader.${platform === "slack" ? "slack" : kind}`, { name })),
  );
  const pages = paged(items, ON_QUESTION);
  const page = Math.min(Math.max(1, wanted), Math.max(1, pages.length));
  const toPage = (to: number, label: string) => button("secondary", label, "setup.readers", START, String(to));
  return {
    tone: "neutral",
    title: say("setup.readers"),
    blocks: [
      { kind: "paragraph", text: say("setup.readers.text") },
      { kind: "list", items: pages[page - 1] ?? [say("setup.readers.nobody")] },
      { kind: "small", text: say("setup.readers.small") },
    ],
    rows: [
      [
        ...(page > 1 ? [toPage(page - 1, say("page.previous"))] : []),
        ...(page < pages.length ? [toPage(page + 1, say("page.next"))] : []),
        button("secondary", say("setup.all"), "setup.list", START, "1"),
      ],
    ],
  };
}
