import type { Speech } from "../../locale/speech.ts";
import type { Telling, ToldDay, ToldDetail } from "./telling.ts";

const WIDTH = 100;

/** A telling as plain text of at most 100 columns, to be read in a terminal or put into minutes. */
export function printTelling(telling: Telling, { say }: Speech): string {
  const { title, intro, days, took, used, untouched } = telling;
  const paragraphs = [
    title,
    "=".repeat(Math.min(title.length, WIDTH)),
    ...intro.flatMap((text) => wrapped(text, "")),
    ...printDays(days),
    "",
    ...heading(say("rehearsal.took")),
    ...took.flatMap((text) => wrapped(text, "")),
    "",
    ...heading(say("rehearsal.used")),
    ...wrapped(used, ""),
    ...(untouched.length === 0 ? [] : ["", ...heading(say("rehearsal.untouched"))]),
    ...untouched.flatMap(({ clause, about }) => wrapped(`${clause}: ${about}`, "", "    ")),
  ];
  return `${paragraphs.join("\n")}\n`;
}

/** The days of a case, each with what happened on it. */
export function printDays(days: readonly ToldDay[]): readonly string[] {
  return days.flatMap(({ day, lines }) => [
    "",
    ...heading(day),
    ...lines.flatMap(({ time, kind, who, what, cited, details }) => [
      ...wrapped(
        `${kind === "stop" ? "! " : ""}${who}: ${what}${cited === undefined ? "" : ` (${cited})`}`,
        `${time}  `,
        "       ",
      ),
      ...details.flatMap(detailLines),
    ]),
  ]);
}

const indents: Readonly<Record<ToldDetail["kind"], string>> = {
  rule: "         ",
  told: "         ",
  due: "         ",
  counted: "           ",
  reminders: "           ",
};

const detailLines = ({ kind, text }: ToldDetail) => wrapped(text, `${indents[kind]}- `, `${indents[kind]}  `);

export const heading = (text: string): readonly string[] => [text, "-".repeat(Math.min(text.length, WIDTH))];

/** A text in lines that are not too long, the first begun with something else than the others. */
export function wrapped(text: string, first: string, other = first): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isBegun = false;
  for (const word of text.split(" ")) {
    const longer = isBegun ? `${line} ${word}` : `${line}${word}`;
    if (longer.length <= WIDTH || !isBegun) line = longer;
    else {
      lines.push(line);
      line = `${other}${word}`;
    }
    isBegun = true;
  }
  return [...lines, line];
}
