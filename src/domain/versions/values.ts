import type { Rulebook } from "../../rulebook/rulebook.ts";
import { recorded } from "../../rulebook/schema/explained.ts";
import { allOf, spanWords, wordsOf } from "../lint/words.ts";
import { dayOfYear, holidayWords, momentWords } from "./moments.ts";
import { sentenceOf } from "./placed.ts";
import type { Place } from "./placed.ts";
import { isList, isPlain } from "./same.ts";
import type { Plain } from "./same.ts";
import type { NameOf } from "./subject.ts";

/** Who names things of a rulebook: what they are called, and the rulebook in which they stand. */
export interface Namer {
  readonly nameOf: NameOf;
  readonly rulebook: Rulebook;
  /** Whether the words of a choice stand without their sentences. */
  readonly isBrief?: boolean;
}

const units = [
  "hours",
  "days",
  "working-days",
  "clear-days",
  "clear-working-days",
  "weeks",
  "months",
  "years",
] as const;
const shares: Readonly<Record<string, string>> = {
  "1/2": "half",
  "1/3": "a third",
  "2/3": "two thirds",
  "1/4": "a quarter",
  "1/5": "a fifth",
  "3/4": "three quarters",
  "4/5": "four fifths",
};

/** A value as a board reads it: "365 days", "two thirds of the votes cast", "“warning” and “admonition”". */
export function valueWords(value: unknown, place: Place, namer: Namer): string {
  if (value === undefined || value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return textWords(value, place, namer);
  if (isList(value)) return value.length === 0 ? "none" : allOf(value.map((each) => valueWords(each, place, namer)));
  return isPlain(value) ? groupWords(value, place, namer) : "something else";
}

/** Whether a group of keys is one value to a reader: a length of time, a share, people, a majority. */
export function isOneValue(value: unknown): boolean {
  return isPlain(value) && wholeWords(value) !== undefined;
}

/** A word of a choice with its sentence; a name in quotation marks; a text as it is. */
function textWords(text: string, place: Place, { nameOf, isBrief = false }: Namer): string {
  const known = momentWords(text) ?? dayOfYear(text) ?? wordsAt(place, text);
  if (known !== undefined) return known;
  const sentence = isBrief ? undefined : sentenceOf(place, text)?.replace(recorded, "").trim();
  if (sentence !== undefined) return `“${wordsOf(text)}” (${sentence.replace(/\.$/, "")})`;
  if (!/^[a-z][a-z0-9_]*$/.test(text)) return isDayOrTime(text) ? text : `“${inOneLine(text)}”`;
  return `“${nameOf(kindOf(place), text)}”`;
}

/** A word that says something of its own under some keys. */
function wordsAt({ steps }: Place, text: string): string | undefined {
  const key = steps.at(-1)?.key ?? "";
  if (key === "holidays") return holidayWords(text);
  if (key === "lasts" && text === "chosen") return "as long as whoever decides says";
  return text === "none" && ["window", "limitation"].includes(key) ? "no limit" : undefined;
}

const isDayOrTime = (text: string) => /^\d{4}-\d\d-\d\d$|^\d\d:\d\d$/.test(text);

/** So much of a text is told; the whole stands in the file. */
const TOLD = 300;

function inOneLine(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length <= TOLD ? line : `${line.slice(0, TOLD).replace(/\s\S*$/, "")} …`;
}

/** The kinds of what is named under these keys. */
const kindsNamed = new Map([
  ["sanctions", "sanction"],
  ["offices", "office"],
  ["chair", "office"],
  ["bodies", "body"],
  ["part_of", "body"],
  ["then", "stage"],
  ["starts", "stage"],
  ["permits", "permit"],
  ["outcome", "outcome"],
  ["against", "outcome"],
  ["severity", "severity"],
  ["sanction", "sanction"],
  ["rule", "rule"],
  ["unreachable_quorum", "stage"],
  ["exit", "stage"],
  ["blocks", "stage"],
  ["heard_at", "stage"],
  ["silence", "outcome"],
  ["challenge", "challenge"],
  ["deputy", "office"],
  ["highest", "sanction"],
  ["vote", "vote"],
  ["votes", "vote"],
]);

/** Of which kind the names at a place are, as far as its key says that. */
function kindOf({ steps }: Place): string {
  const keys = steps.map(({ key }) => key);
  const last = keys.at(-1) ?? "";
  if (last === "to" && keys.includes("on_new")) return "sanction";
  if (last === "of" && keys.at(-2) === "precedents") return "stage";
  return kindsNamed.get(last) ?? "";
}

function groupWords(group: Plain, place: Place, namer: Namer): string {
  const whole = wholeWords(group);
  if (whole !== undefined) return whole(namer);
  const said = Object.entries(group)
    .filter(([, value]) => value !== undefined && !(isList(value) && value.length === 0))
    .map(([key, value]) => `${wordsOf(key)} ${valueWords(value, place, namer)}`);
  return said.join(", ");
}

/** How a group of keys is said as one value; undefined for one that is read key by key. */
function wholeWords(group: Plain): ((namer: Namer) => string) | undefined {
  const { amount, unit, numerator, denominator, kind, id } = group;
  const keys = Object.keys(group).length;
  const known = units.find((each) => each === unit);
  if (typeof amount === "number" && known !== undefined) return () => spanWords({ amount, unit: known });
  if (typeof numerator === "number") return () => shareWords(numerator, Number(denominator));
  if (keys === 1 && kind === "anyone") return () => "anyone";
  if (keys === 2 && typeof kind === "string" && typeof id === "string") return (namer) => peopleWords(kind, id, namer);
  if (keys === 1 && isList(group["all_of"])) return together(group["all_of"], " together");
  if (keys === 1 && isList(group["latest_of"])) return latest(group["latest_of"]);
  if (isPlain(group["fraction"]) && typeof group["of"] === "string") return () => majorityWords(group);
  if (isPlain(group["within"]) && group["from"] !== undefined && keys === (group["per"] === undefined ? 2 : 3))
    return windowWords(group);
  if (isPlain(group["from"]) && typeof group["at_least"] === "number" && keys === 2)
    return (namer) => `${String(group["at_least"])} of ${groupWords(plain(group["from"]), nowhere, namer)}`;
  return undefined;
}

const nowhere: Place = { steps: [], nodes: [] };
const plain = (value: unknown): Plain => (isPlain(value) ? value : {});

function shareWords(numerator: number, denominator: number): string {
  const share = `${numerator}/${denominator}`;
  return numerator === denominator ? "all" : (shares[share] ?? share);
}

const bases: Readonly<Record<string, string>> = {
  votes_cast: "the votes cast",
  present: "the members present",
  all_members: "all members",
};

function majorityWords({ fraction, of, strict }: Plain): string {
  const { numerator, denominator } = plain(fraction);
  const share = shareWords(Number(numerator), Number(denominator));
  return `${strict === true ? "more than " : ""}${share} of ${bases[String(of)] ?? wordsOf(String(of))}`;
}

function peopleWords(kind: string, id: string, { nameOf, rulebook }: Namer): string {
  switch (kind) {
    case "party":
      return id === "affected" ? "whoever it happened to" : `the ${wordsOf(id)}`;
    case "panel":
      if (id === "members" || id === "chair") return `the ${id} of the panel`;
      return `the panel “${nameOf(kind, id)}”`;
    case "class":
      return `everybody of the class “${nameOf("class of people", id)}”`;
    case "external":
      return `“${rulebook.externals[id]?.label ?? wordsOf(id)}”`;
    default:
      return `the ${wordsOf(kind)} “${nameOf(kind, id)}”`;
  }
}

function together(people: readonly unknown[], after: string): (namer: Namer) => string {
  return (namer) => `${allOf(people.map((each) => valueWords(each, nowhere, namer)))}${after}`;
}

function latest(of: readonly unknown[]): () => string {
  return () => `the latest of ${allOf(of.map((each) => momentWords(String(each)) ?? String(each)))}`;
}

function windowWords({ within, from }: Plain): (namer: Namer) => string {
  return (namer) => {
    const start = valueWords(from, nowhere, namer);
    return `${valueWords(within, nowhere, namer)} from ${start}`;
  };
}
