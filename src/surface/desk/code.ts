import { findChapter, findEntry, entriesOf } from "../../domain/code/entries.ts";
import type { CodeEntry } from "../../domain/code/entries.ts";
import { findClauses } from "../../domain/code/findClauses.ts";
import { restsOn } from "../../domain/code/restsOn.ts";
import { fitted, limits } from "../card.ts";
import type { Card } from "../card.ts";
import {
  chapterCard,
  chaptersCard,
  clauseCard,
  clausesCard,
  entriesAt,
  notFoundCard,
  titled,
} from "../cards/codeCards.ts";
import type { Answer } from "../delivery.ts";
import type { Act, Visit } from "./visit.ts";

// What somebody reads or looks for is answered from the rulebook alone: nothing of it is stored, and nothing of it is logged.

/** A clause, a chapter, or the clauses that somebody means; the chapters when nothing is asked for. */
const find: Act = async (visit, { choice }) => ({ kind: "note", card: findCard(visit, choice.trim()) });

function findCard(visit: Visit, words: string): Card {
  const { citation, speech } = visit;
  if (words === "") return chaptersCard(citation, speech);
  const chapter = findChapter(citation.code, words, citation.cite);
  if (chapter !== undefined) return chapterCard(chapter, 1, citation, speech);
  const named = findEntry(citation.code, words, citation.cite);
  const found = named === undefined ? findClauses(citation.code, words) : [named];
  const [only, ...others] = found;
  if (only === undefined) return notFoundCard(words, citation, speech);
  if (others.length > 0) return clausesCard(speech.say("code.found"), found, citation, speech);
  return oneClause(visit, only);
}

const oneClause = ({ rulebook, citation, speech }: Visit, entry: CodeEntry) =>
  clauseCard(entry, restsOn(rulebook, entry.clause), citation, speech);

const chapters: Act = async ({ citation, speech }) => ({ kind: "instead", card: chaptersCard(citation, speech) });

/** The chapter of a button and its page ("4|2"), or the one that was chosen; the chapters where it is no longer there. */
const openChapter: Act = async ({ citation, speech }, { choice, values }) => {
  const [clause = "", wanted = "1"] = (values[0] ?? choice).split("|");
  const chapter = findChapter(citation.code, clause);
  const page = Number.parseInt(wanted, 10);
  return {
    kind: "instead",
    card: chapter === undefined ? chaptersCard(citation, speech) : chapterCard(chapter, page, citation, speech),
  };
};

const openClause: Act = async (visit, { choice, values }) => {
  const [entry] = entriesAt([values[0] ?? choice], visit.citation);
  const card = entry === undefined ? chaptersCard(visit.citation, visit.speech) : oneClause(visit, entry);
  return { kind: "instead", card };
};

/** What the clauses say that a notice or a refusal cites, beside it. */
const read: Act = async (visit, { choice }) => {
  const { citation, speech } = visit;
  const entries = entriesAt(choice.split("|"), citation);
  const [only, ...others] = entries;
  if (only === undefined) return { kind: "aside", card: chaptersCard(citation, speech) };
  const card =
    others.length === 0 ? oneClause(visit, only) : clausesCard(speech.say("code.cited"), entries, citation, speech);
  return { kind: "aside", card };
};

export const codeActs: Readonly<Record<string, Act>> = {
  "code.find": find,
  "code.chapters": chapters,
  "code.chapter": openChapter,
  "code.clause": openClause,
  "code.read": read,
};

/** The clauses that are offered while somebody types. */
export function suggestClauses({ citation, speech }: Visit, typed: string): Answer {
  const { code } = citation;
  const all = entriesOf(code);
  const begun = all.filter(({ clause }) => clause.toLowerCase().startsWith(typed.trim().toLowerCase()));
  const found = begun.length > 0 ? begun : findClauses(code, typed);
  const options = found.slice(0, limits.options).map((entry) => ({
    value: entry.clause,
    label: fitted(titled(entry, speech), limits.optionLabel),
  }));
  return { kind: "suggestions", options };
}
