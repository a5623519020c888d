import type { Speech } from "../../locale/speech.ts";
import type { EveryCase, PlayedEdge } from "../everyCase.ts";
import type { Played } from "../playCase.ts";
import { heading, printDays, wrapped } from "./print.ts";
import { daysOf, filedText, wayText } from "./tell.ts";
import { tellLines } from "./tellLines.ts";
import { sentenceCase } from "./words.ts";

/** Every case in short, one after the other, then in which of them each outcome came; plain text of at most 100 columns. */
export function printEvery({ cases, edges }: EveryCase, speech: Speech): string {
  const [first] = cases;
  if (first === undefined) return "";
  const { document, organisation } = first.rulebook;
  const ofMany = new Set(edges.map(({ procedure }) => procedure)).size > 1;
  const title = speech.say("rehearsal.title", { title: document.title, organisation: organisation.name });
  const lines = [
    title,
    "=".repeat(title.length),
    ...wrapped(speech.say("rehearsal.made-up"), ""),
    ...cases.flatMap((played, i) => ["", ...caseLines(played, i + 1, speech)]),
    "",
    ...heading(speech.say("rehearsal.every.outcomes")),
    ...edges.flatMap((edge) => wrapped(edgeText(edge, ofMany, speech), "- ", "  ")),
  ];
  return `${lines.join("\n")}\n`;
}

function caseLines(played: Played, number: number, speech: Speech): readonly string[] {
  const title = speech.say("rehearsal.every.case", { number });
  const days = daysOf(played, tellLines(played, speech), speech).map(({ day, lines }) => ({
    day,
    lines: lines.map((line) => ({ ...line, details: [] })),
  }));
  return [
    title,
    "=".repeat(title.length),
    ...wrapped(filedText(played, speech), ""),
    ...wrapped(speech.say("rehearsal.way", { steps: wayText(played, speech) }), ""),
    ...printDays(days),
  ];
}

function edgeText(edge: PlayedEdge, ofMany: boolean, { say, name }: Speech): string {
  const { procedure, stage, outcome, sanction, in: number } = edge;
  const sanctioned = sanction === undefined ? "" : `, ${name("sanction", sanction)}`;
  const prefix = ofMany ? `${sentenceCase(name("procedure", procedure))} > ` : "";
  const text = `${prefix}${sentenceCase(name("stage", stage))}: ${name("outcome", outcome)}${sanctioned}`;
  if (number === undefined) return say("rehearsal.every.not-reached", { edge: text });
  return say("rehearsal.every.in", { edge: text, number });
}
