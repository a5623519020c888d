import { wordsOf } from "../lint/words.ts";
import { entryOf, sentenceOf, under } from "../versions/placed.ts";
import type { Place } from "../versions/placed.ts";
import { isList, isPlain } from "../versions/same.ts";
import type { Plain } from "../versions/same.ts";
import { kindAt } from "../versions/subject.ts";
import { isOneValue, valueWords } from "../versions/values.ts";
import type { Namer } from "../versions/values.ts";

export const isEmpty = (value: unknown) => isList(value) && value.length === 0;

/** A value in lines: one for a single value, one for each thing of a group or of a list of groups. */
export function linesOf(value: unknown, place: Place, namer: Namer): readonly string[] {
  if (isList(value) && value.some((each) => isPlain(each) && (!isOneValue(each) || isList(each["all_of"]))))
    return value.flatMap((each, i) => linesOf(each, entryOf(place, String(i)), namer));
  if (!isPlain(value) || isOneValue(value)) return [valueWords(value, place, namer).replaceAll("`", "")];
  const lines = groupLines(value, place, namer);
  return lines.length === 0 ? ["its name, and nothing else of it"] : lines;
}

function groupLines(group: Plain, place: Place, namer: Namer): readonly string[] {
  const { id, name, ...named } = group;
  if (typeof id === "string")
    return namedLines(sentenceOf(under(place, "id"), id) ?? `“${wordsOf(id)}”`, named, place, namer);
  if (typeof name === "string") return namedLines(`“${name}”`, named, place, namer);
  const { count, within, from, per, after, to, ...others } = group;
  if (typeof count === "number" && isPlain(from)) return [seatWords(count, from, others, place, namer)];
  if (isPlain(after) && to !== undefined)
    return [`after ${valueWords(after, place, namer)}: ${linesOf(to, under(place, "to"), namer).join()}`];
  const window = { within, from, ...(per === undefined ? {} : { per }) };
  if (isOneValue(window)) return [valueWords(window, place, namer), ...keyLines(others, place, namer)];
  return keyLines(group, place, namer);
}

/** Of a list whose entries say what they are, such as tasks: that, and then what is said of it. */
function namedLines(what: string, group: Plain, place: Place, namer: Namer): readonly string[] {
  const lines = keyLines(group, place, namer);
  const start = what.replace(/\.$/, "");
  return lines.length === 0 ? [start] : lines.map((line) => `${start}: ${line}`);
}

/** "2 of the body “staff”, at least 1 of them of the body “sabbatical officers”; adviser (votes as any other)". */
function seatWords(count: number, from: Plain, others: Plain, place: Place, namer: Namer): string {
  const people = `${count} of ${valueWords(from, place, namer)}`;
  return [people, ...keyLines(others, place, namer)].join("; ");
}

function keyLines(group: Plain, place: Place, namer: Namer): readonly string[] {
  return Object.entries(group)
    .filter(([key, each]) => key !== "clause" && each !== undefined && !isEmpty(each))
    .flatMap(([key, each]) => {
      const inside = under(place, key);
      const label = labelOf(each, inside, namer);
      return linesOf(each, inside, namer).map((line) =>
        label === undefined ? line : `${label}${key === "within" ? "" : ":"} ${line}`,
      );
    });
}

/** Keys that do not say by themselves what stands there. */
const labels: Readonly<Record<string, string>> = {
  block: "objections that prevent it",
  ladder: "when it stays late",
  of_the_chair: "decided, when it is the chair, by",
  recused_count: "those who step aside count",
};

/** What a line begins with: nothing for a key under which only names stand, each of which begins its own lines. */
function labelOf(value: unknown, place: Place, { nameOf }: Namer): string | undefined {
  const index = place.steps.length - 1;
  const { key, isName } = place.steps[index] ?? { key: "", isName: false };
  if (isName) return nameOf(kindAt(place.steps, index), key);
  const [first] = isPlain(value) && !isOneValue(value) ? Object.keys(value) : [];
  const holdsNames = first !== undefined && under(place, first).steps.at(-1)?.isName === true;
  return holdsNames ? undefined : (labels[key] ?? wordsOf(key));
}
