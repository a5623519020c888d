import type { Rulebook } from "../../rulebook/rulebook.ts";
import { allOf, wordsOf } from "../lint/words.ts";
import { descriptionOf, entryOf, patternOf, under, wholeRulebook } from "./placed.ts";
import type { Place } from "./placed.ts";
import { isList, isPlain, isSame, keyOf } from "./same.ts";
import type { Plain } from "./same.ts";
import { hasPhrase, kindAt, subjectOf } from "./subject.ts";
import type { NameOf } from "./subject.ts";
import { isOneValue, valueWords } from "./values.ts";

/** One thing that two versions of a rulebook say differently. */
export interface Difference {
  /** The keys that lead to it: votes, sanction, quorum, present. */
  readonly path: readonly string[];
  /** The place in the source document: of the new version, or of the old one for what is left out. */
  readonly clause: string | undefined;
  /** What differs, in words: "the quorum of the vote “sanction” was 5; it would be 6". */
  readonly words: string;
}

export interface Wording {
  /** What the things of the rulebook are called; their names in the file, in words, when left out. */
  readonly nameOf?: NameOf;
  /** Whether the new version is one that is proposed; otherwise one that has been adopted. */
  readonly isProposed: boolean;
}

interface Walk {
  readonly old: Rulebook;
  readonly new: Rulebook;
  readonly nameOf: NameOf;
  /** How the new value begins: "it would be". */
  readonly becomes: string;
}

interface Pair {
  readonly was: unknown;
  readonly is: unknown;
  readonly place: Place;
  readonly clause: string | undefined;
}

/** Lists and names whose order is a rule; of all others it says nothing. */
const ordered = new Set(["severity", "organisation.locales", "intake.report.routes", "sanctions"]);

/**
 * Everything that two versions say differently, in words and by chapter of the source document; what has no clause stands at the end.
 * Comments, the order of keys, and a value that is written out or left to its default are no difference.
 */
export function differencesOf(old: Rulebook, changed: Rulebook, wording: Wording): readonly Difference[] {
  const walk: Walk = {
    old,
    new: changed,
    nameOf: wording.nameOf ?? ((_, name) => wordsOf(name)),
    becomes: wording.isProposed ? "it would be" : "it became",
  };
  const found = compare(walk, { was: old, is: changed, place: wholeRulebook(), clause: undefined });
  return found.toSorted((a, b) => byChapter(a.clause, b.clause));
}

/** A difference as a sentence with its clause: "Memo 4.1: the quorum ... was 5; it would be 6." */
export function differenceLine({ clause, words }: Difference, cite: string): string {
  const sentence = `${words}${words.endsWith(".") || words.endsWith(".)") ? "" : "."}`;
  return clause === undefined
    ? `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
    : `${cite} ${clause}: ${sentence}`;
}

function byChapter(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.localeCompare(b, "en", { numeric: true });
}

function compare(walk: Walk, { was, is, place, clause: over }: Pair): readonly Difference[] {
  if (isSame(was, is)) return isOrdered(walk, place) ? reordered(walk, was, is, place, over) : [];
  const clause = clauseOf(is) ?? clauseOf(was) ?? over;
  if (isList(was) && isList(is)) return compareLists(walk, was, is, place, clause);
  const isRead = isPlain(was) && isPlain(is) && !isOneValue(was) && !isOneValue(is);
  if (!isRead) return [changedValue(walk, was, is, place, clause)];
  const keys = [...new Set([...Object.keys(is), ...Object.keys(was)])];
  const inside = keys.flatMap((key) => compareKey(walk, was, is, under(place, key), key, clause));
  return isOrdered(walk, place) ? [...inside, ...reordered(walk, was, is, place, over)] : inside;
}

function compareKey(
  walk: Walk,
  was: Plain,
  is: Plain,
  place: Place,
  key: string,
  clause: string | undefined,
): readonly Difference[] {
  const pair: Pair = { was: was[key], is: is[key], place, clause };
  const isNamed = place.steps.at(-1)?.isName === true;
  if (!isNamed || (pair.was !== undefined && pair.is !== undefined)) return compare(walk, pair);
  return [pair.is === undefined ? leftOut(walk, pair) : added(walk, pair)];
}

function clauseOf(value: unknown): string | undefined {
  return isPlain(value) && typeof value["clause"] === "string" ? value["clause"] : undefined;
}

function difference(place: Place, clause: string | undefined, words: string): Difference {
  return { path: place.steps.map(({ key }) => key), clause, words };
}

/** "the quorum of the vote “sanction” was 5; it would be 6"; what begins with how, who or whether takes a colon. */
function changedValue(walk: Walk, was: unknown, is: unknown, place: Place, clause: string | undefined): Difference {
  const subject = subjectOf(place.steps, walk.nameOf);
  const before = valueWords(was, place, { nameOf: walk.nameOf, rulebook: walk.old });
  const after = valueWords(is, place, { nameOf: walk.nameOf, rulebook: walk.new });
  const link = /^(how|who|what|whether|when|whose|which|for|by|to) /.test(subject) ? ": so far" : " was";
  return difference(place, clause, `${subject}${link} ${before}; ${walk.becomes} ${after}${explained(place)}`);
}

/** What the schema says of a place for which there are no words of ours. */
function explained(place: Place): string {
  if (hasPhrase(place.steps) || place.steps.at(-1)?.key === "clause") return "";
  const [sentence = ""] = (descriptionOf(place) ?? "").split(/(?<=\.)\s/);
  return sentence === "" || sentence.startsWith("Recorded") ? "" : `. (${sentence})`;
}

function added(walk: Walk, { is, place, clause }: Pair): Difference {
  const question = questionOf(is);
  if (question !== undefined) return difference(place, clauseOf(is) ?? clause, `new among what is open: ${question}`);
  const contents = contentsOf(is, place, { nameOf: walk.nameOf, rulebook: walk.new, isBrief: true });
  return difference(place, clauseOf(is) ?? clause, `new: ${subjectOf(place.steps, walk.nameOf)}${contents}`);
}

function leftOut(walk: Walk, { was, place, clause }: Pair): Difference {
  const question = questionOf(was);
  if (question !== undefined) return difference(place, clauseOf(was) ?? clause, `no longer open: ${question}`);
  return difference(place, clauseOf(was) ?? clause, `left out: ${subjectOf(place.steps, walk.nameOf)}`);
}

/** What is asked about a value that the document leaves open. */
function questionOf(value: unknown): string | undefined {
  return isPlain(value) && typeof value["key"] === "string" && typeof value["question"] === "string"
    ? `“${value["question"]}”`
    : undefined;
}

/** What a new thing says, each key that has a value of its own; of more under it only the names. */
function contentsOf(value: unknown, place: Place, namer: Parameters<typeof valueWords>[2]): string {
  if (!isPlain(value)) return value === undefined ? "" : ` (${valueWords(value, place, namer)})`;
  const said = Object.entries(value)
    .filter(([key, each]) => key !== "clause" && each !== undefined && !(isList(each) && each.length === 0))
    .map(([key, each]) => {
      const inside = under(place, key);
      const isNames =
        isPlain(each) &&
        !isOneValue(each) &&
        Object.keys(each).some((name) => under(inside, name).steps.at(-1)?.isName);
      const words = isNames
        ? allOf(Object.keys(each).map((name) => `“${wordsOf(name)}”`))
        : valueWords(each, inside, namer);
      return `${wordsOf(key)}: ${words}`;
    });
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
}

/** Entries with a name of their own are compared one by one; of all others, those that came and those that went are told. */
function compareLists(
  walk: Walk,
  was: readonly unknown[],
  is: readonly unknown[],
  place: Place,
  clause: string | undefined,
): readonly Difference[] {
  const [before, after] = [byName(was), byName(is)];
  if (before !== undefined && after !== undefined) {
    const names = [...new Set([...after.keys(), ...before.keys()])];
    return names.flatMap((name) => {
      const pair = { was: before.get(name), is: after.get(name), place: entryOf(place, name), clause };
      if (pair.was === undefined) return [added(walk, pair)];
      return pair.is === undefined ? [leftOut(walk, pair)] : compare(walk, pair);
    });
  }
  const came = is.filter((each) => was.every((other) => !isSame(each, other)));
  const went = was.filter((each) => is.every((other) => !isSame(each, other)));
  if (came.length === 0 && went.length === 0)
    return isOrdered(walk, place) ? reordered(walk, was, is, place, clause) : [];
  const tell = (label: string, some: readonly unknown[], rulebook: Rulebook) =>
    some.length === 0 ? [] : [`${label} ${valueWords(some, place, { nameOf: walk.nameOf, rulebook })}`];
  const said = [...tell("added", came, walk.new), ...tell("left out", went, walk.old)].join("; ");
  return [difference(place, clause, `${subjectOf(place.steps, walk.nameOf)}: ${said}${explained(place)}`)];
}

/** The entries of a list by the name each has; undefined where they have none, or not each its own. */
function byName(list: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const named = list.map((entry): readonly [string, unknown] => [nameIn(entry), entry]);
  const names = new Set(named.map(([name]) => name));
  return names.has("") || names.size < list.length ? undefined : new Map(named);
}

function nameIn(entry: unknown): string {
  if (!isPlain(entry) || isOneValue(entry)) return "";
  const { id, key, name, sanction, clause } = entry;
  return [id, key, name, sanction, clause].find((each): each is string => typeof each === "string") ?? "";
}

/** The order of the sanctions says something only where there is a highest one. */
function isOrdered({ old, new: changedBook }: Walk, { steps }: Place): boolean {
  const pattern = patternOf(steps);
  if (pattern === "sanctions") return old.sanctions_limit !== undefined || changedBook.sanctions_limit !== undefined;
  return ordered.has(pattern);
}

function reordered(
  walk: Walk,
  was: unknown,
  is: unknown,
  place: Place,
  clause: string | undefined,
): readonly Difference[] {
  const [before, after] = [orderOf(was), orderOf(is)];
  const isMoved =
    keyOf(before.filter((each) => after.includes(each))) !== keyOf(after.filter((each) => before.includes(each)));
  if (!isMoved) return [];
  const order = (keys: readonly string[]) =>
    keys
      .map((key) => `“${walk.nameOf(kindAt([...place.steps, { key, isName: true }], place.steps.length), key)}”`)
      .join(", ");
  const subject = `the order of ${subjectOf(place.steps, walk.nameOf)}`;
  return [difference(place, clause, `${subject} was ${order(before)}; ${walk.becomes} ${order(after)}`)];
}

/** What stands in an order: the names of a group, or the entries of a list. */
function orderOf(value: unknown): readonly string[] {
  if (isPlain(value)) return Object.keys(value);
  return isList(value) ? value.map((entry) => (typeof entry === "string" ? entry : nameIn(entry))) : [];
}
