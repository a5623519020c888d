import { isoMinutes, readableMrkdwn } from "../../slack/seen/readableMrkdwn.ts";
import type { Names, Run } from "./piece.ts";

const looks = { "*": "bold", _: "italic", "~": "struck", "`": "code" } as const;
const isMark = (sign: string): sign is keyof typeof looks => sign in looks;

/** In Slack's own markup a mark counts between spaces and punctuation only. */
const TOKEN = /<([^<>]+)>|(?<![\p{L}\p{N}])([*_~`])(?=\S)(.+?)(?<=\S)\2(?![\p{L}\p{N}])/gu;

/**
 * A text in Slack's markup as words with a look.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function slackRuns(text: string, names: Names): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, tag, mark = "", inner = ""] = match;
    if (match.index > at) runs.push({ text: decoded(text.slice(at, match.index)) });
    if (tag !== undefined) runs.push(tagRun(tag, names));
    else if (isMark(mark)) runs.push(...slackRuns(inner, names).map((run) => ({ look: looks[mark], ...run })));
    at = match.index + whole.length;
  }
  return at < text.length ? [...runs, { text: decoded(text.slice(at)) }] : runs;
}

function tagRun(tag: string, names: Names): Run {
  const [target = "", label] = tag.split("|", 2);
  if (/^https?:/.test(target)) return { text: decoded(label ?? target), link: decoded(target) };
  if (target.startsWith("!date^")) return { text: isoMinutes(Number(target.split("^")[1])) ?? label ?? "" };
  const words = readableMrkdwn(`<${tag}>`, { person: (id) => names.person(id), channel: (id) => names.place(id) });
  return { text: words, look: "mention" };
}

const decoded = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Lines that begin with ">" are a quote. */
export const QUOTED = /^(?:>|&gt;) ?/;
