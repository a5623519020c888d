import type { AskView, AskWay, QuestionLine, QuestionView } from "../../application/acts/questions.ts";
import type { Message } from "../../application/message.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { sayLength } from "../counting.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** So many questions have a button. */
const LISTED = 12;
/** So many people are named. */
const NAMED = 8;

/** The names of people, and of how many more there are no names. */
function namesOf(names: readonly string[], most: number, { say, list }: Speech): string {
  const more = names.length > most ? [say("ask.more", { count: names.length - most })] : [];
  return list([...names.slice(0, most), ...more]);
}

/** Who reads a question that is asked so, and by when they answer. */
function wayText(way: AskWay, citation: Citation, speech: Speech): string {
  const { say, name } = speech;
  const people = namesOf(
    way.people.map((person) => person.name),
    NAMED,
    speech,
  );
  const values = { what: name("register", way.register), people, clause: cited(citation, way.clause) };
  const text = say(way.isChosen ? "ask.way.one" : "ask.way.all", values);
  return way.within === undefined ? text : `${text} ${say("ask.within", { time: sayLength(speech, way.within) })}`;
}

/** Whom one can ask, and the questions there are. */
export function askCard({ ways, questions }: AskView, citation: Citation, speech: Speech): Card {
  const { say, name } = speech;
  const shown = questions.slice(0, LISTED);
  return {
    tone: questions.some(({ stands, isWaiting }) => stands === "asked" && isWaiting) ? "attention" : "neutral",
    title: say("ask.title"),
    blocks: [
      paragraph(say(ways.length === 0 ? "ask.nobody" : "ask.intro")),
      ...(ways.length === 0
        ? []
        : [{ kind: "list" as const, items: ways.map((way) => wayText(way, citation, speech)) }]),
      ...(shown.length === 0
        ? []
        : [
            { kind: "heading" as const, text: say("ask.questions") },
            { kind: "list" as const, items: shown.map((line) => lineText(line, speech)) },
          ]),
      ...(questions.length > shown.length ? [small(say("list.more", { count: questions.length - shown.length }))] : []),
    ],
    rows: inRows([
      ...ways.map((way) =>
        button(
          "primary",
          fitted(say("act.ask", { what: name("register", way.register) }), limits.buttonLabel),
          "ask.new",
          "home",
          way.register,
        ),
      ),
      ...shown.map(({ id, codeName }) => button("secondary", codeName, "ask.open", id)),
      button("secondary", say("act.report"), "report.start", "home"),
      rulesLink(citation, speech),
    ]).slice(0, limits.rowsOfControls),
  };
}

function lineText(line: QuestionLine, { say, day, name }: Speech): string {
  const values = { codeName: line.codeName, day: day(line.asked), what: name("register", line.register) };
  const text = say(line.stands === "asker" ? "ask.line.own" : "ask.line.asked", values);
  if (!line.isWaiting) return `${text} ${say("ask.answered")}`;
  return line.answerBy === undefined
    ? `${text} ${say("ask.waiting")}`
    : `${text} ${say("ask.waiting.by", { day: day(line.answerBy) })}`;
}

/** So many of those who read it are named beside its words. */
const READERS = 3;
/** So much of what was written stands on a card; what was written last comes whole. */
const SHOWN = 3000;
/** So much of each thing that was written before the last. */
const EARLIER = 300;

/** A question with what was written, the latest last. */
export function registerQuestionCard(view: QuestionView, citation: Citation, speech: Speech): Card {
  const { say, day, name } = speech;
  const isAsker = view.stands === "asker";
  const last = view.written.at(-1);
  const earlier = view.written.slice(0, -1).map((each) => ({ ...each, text: fitted(each.text, EARLIER) }));
  const room = Math.max(0, Math.floor((SHOWN - (last?.text.length ?? 0)) / (EARLIER + 100)));
  const kept = earlier.slice(Math.max(0, earlier.length - room));
  const moment = (at: string) => {
    const [on = "", time = ""] = at.split("T");
    return say("receipt.moment", { day: day(on), time });
  };
  const blocks = [...kept, ...(last === undefined ? [] : [last])].flatMap((each): readonly Block[] => [
    paragraph(say("ask.wrote", { name: each.name, moment: moment(each.at) })),
    { kind: "quote", text: each.text },
  ]);
  return {
    tone: "neutral",
    title: say("ask.question.title", { codeName: view.codeName, what: name("register", view.register) }),
    blocks: [
      ...(kept.length < earlier.length ? [small(say("list.more", { count: earlier.length - kept.length }))] : []),
      ...blocks,
      ...(isAsker && view.proposal === "open" ? [paragraph(say("ask.proposed"))] : []),
      small(
        say(isAsker ? "ask.small.asker" : "ask.small.asked", {
          people: namesOf(view.to, READERS, speech),
          clause: cited(citation, view.clause),
        }),
      ),
    ],
    rows: inRows([...controlsOf(view, speech), rulesLink(citation, speech)]),
  };
}

function controlsOf({ id, stands, proposal }: QuestionView, { say }: Speech): readonly Control[] {
  if (stands === "asked")
    return [
      button("primary", say("act.ask.answer"), "ask.write", id),
      ...(proposal === "none" ? [button("secondary", say("act.ask.propose"), "ask.propose", id)] : []),
    ];
  return [
    ...(proposal === "open"
      ? [
          button("success", say("act.ask.accept"), "ask.accept", id),
          button("secondary", say("act.ask.decline"), "ask.decline", id),
        ]
      : [button("secondary", say("act.ask.report"), "ask.report", id)]),
    button("primary", say("act.ask.on"), "ask.write", id),
    button("danger", say("act.ask.delete"), "ask.delete", id),
  ];
}

/** That there is something new in a question: nothing of what it is about, and no name. */
export function questionNewsCard({ question, what }: Extract<Message, { kind: "question" }>, { say }: Speech): Card {
  return {
    tone: "attention",
    title: say(`ask.news.${what}.title`),
    blocks: [paragraph(say(`ask.news.${what}`))],
    rows: [[button("primary", say("act.ask.read"), "ask.open", question)]],
  };
}
