import type { Names, Run } from "./piece.ts";

type Draw = (match: RegExpExecArray, names: Names) => readonly Run[];

const plain = (text: string): readonly Run[] => [{ text }];
const mention = (text: string): readonly Run[] => [{ text, look: "mention" }];
const styled =
  (look: "bold" | "italic" | "struck"): Draw =>
  (match, names) =>
    discordRuns(match[1] ?? "", names).map((run) => ({ look, ...run }));

const inside = String.raw`((?:\\[^]|[^\\])+?)`;

/**
 * What Discord reads inside a line, tried in this order. A backslash takes the meaning from a sign, not from letters and digits.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
const rules: readonly (readonly [RegExp, Draw])[] = [
  [/\\([^0-9A-Za-z\s])/y, (match) => plain(match[1] ?? "")],
  [/`([^`]+)`/y, (match) => [{ text: match[1] ?? "", look: "code" }]],
  [new RegExp(String.raw`\*\*${inside}\*\*(?!\*)`, "y"), styled("bold")],
  [new RegExp(String.raw`__${inside}__(?!_)`, "y"), (match, names) => discordRuns(match[1] ?? "", names)],
  [new RegExp(String.raw`~~${inside}~~`, "y"), styled("struck")],
  [new RegExp(String.raw`\*(?!\s)${inside}\*`, "y"), styled("italic")],
  [new RegExp(String.raw`\b_${inside}_\b`, "y"), styled("italic")],
  [/<@!?(\d+)>/y, (match, names) => mention(`@${names.person(match[1] ?? "") ?? "unknown-user"}`)],
  [/<@&(\d+)>/y, () => mention("@role")],
  [/<#(\d+)>/y, (match, names) => mention(`#${names.place(match[1] ?? "") ?? "unknown"}`)],
  [/<\/([^:>]+):\d+>/y, (match) => mention(`/${match[1] ?? ""}`)],
  [/<t:(-?\d+)(?::[tTdDfFsSR])?>/y, (match) => plain(moment(Number(match[1])))],
  [/\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/y, (match) => [{ text: match[1] ?? "", link: match[2] ?? "" }]],
  [/<?(https?:\/\/[^\s<>]+)>?/y, (match) => [{ text: match[1] ?? "", link: match[1] ?? "" }]],
];

/** Where something could begin that is not a letter for itself. */
const SIGN = /[\\`*_~<[]|https?:/g;

/** A text in Discord's markup as words with a look. */
export function discordRuns(text: string, names: Names): readonly Run[] {
  const runs: Run[] = [];
  let words = "";
  let at = 0;
  while (at < text.length) {
    SIGN.lastIndex = at;
    const sign = SIGN.exec(text)?.index ?? text.length;
    words += text.slice(at, sign);
    const found = ruleAt(text, sign);
    // A sign without its meaning goes on in the same run.
    const drawn = found?.draw(found.match, names) ?? [{ text: text.slice(sign, sign + 1) }];
    if (drawn.every(isPlain)) words += drawn.map((run) => run.text).join("");
    else {
      if (words !== "") runs.push({ text: words });
      runs.push(...drawn);
      words = "";
    }
    at = sign + (found?.match[0].length ?? 1);
  }
  return words === "" ? runs : [...runs, { text: words }];
}

const isPlain = (run: Run) => run.look === undefined && run.link === undefined;

function ruleAt(text: string, at: number): { readonly match: RegExpExecArray; readonly draw: Draw } | undefined {
  for (const [pattern, draw] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) return { match, draw };
  }
  return undefined;
}

const moment = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
