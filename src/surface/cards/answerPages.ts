import type { CaseFileView } from "../../application/acts/readCaseFile.ts";
import { limits } from "../card.ts";
import type { Speech } from "../say.ts";

/** Answers of a report that together are longer stand on several pages. */
export const ANSWERS = 3400;

/** A text that is longer than a page, such as a message that goes along with a report, in parts. */
const partsOf = (text: string): readonly string[] => text.match(new RegExp(`.{1,${limits.input}}`, "gsu")) ?? [];

interface Answered {
  readonly field: string;
  readonly answer: string;
}

/** The answers of a report in pages, in the order of its form. */
export function answerPages(
  { answers, kinds }: Pick<Extract<CaseFileView["body"], { part: "report" }>, "answers" | "kinds">,
  { name, day }: Speech,
): readonly (readonly Answered[])[] {
  const pages: Answered[][] = [];
  let length = 0;
  const shown = (id: string, given: string) => {
    if (kinds[id] === "choice") return name(id, given);
    return kinds[id] === "day" && /^\d{4}-\d\d-\d\d$/.test(given) ? day(given) : given;
  };
  for (const [id, given] of Object.entries(answers)) {
    if (given.trim() === "") continue;
    const answer = shown(id, given);
    const field = name("field", id);
    for (const part of partsOf(answer)) {
      const last = pages.at(-1);
      length += field.length + part.length;
      if (last !== undefined && length <= ANSWERS) last.push({ field, answer: part });
      else {
        pages.push([{ field, answer: part }]);
        length = field.length + part.length;
      }
    }
  }
  return pages;
}
