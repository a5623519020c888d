import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Question } from "../../rulebook/unconfirmed/questions.ts";
import { wordsOf } from "../lint/words.ts";
import { entryOf, under, wholeRulebook } from "../versions/placed.ts";
import type { Place } from "../versions/placed.ts";
import { isList, isPlain } from "../versions/same.ts";
import type { NameOf } from "../versions/subject.ts";
import { isOneValue, valueWords } from "../versions/values.ts";
import type { Namer } from "../versions/values.ts";

const LEFT_OUT = "nothing (left out)";

/**
 * What a rulebook says about a question, as a board reads it: a line for a value, and for a group of keys a line for each. Where a key
 * names several places, each line begins with the names that tell them apart.
 * @param nameOf what the things of the rulebook are called
 */
export function saidOf({ places }: Question, rulebook: Rulebook, nameOf: NameOf): readonly string[] {
  const namer: Namer = { nameOf, rulebook };
  const shared = sharedSteps(places.map(({ path }) => path));
  return places.flatMap(({ path, isLeftOut }) => {
    const own = path.filter((_, i) => !shared.has(i)).map((step) => wordsOf(String(step)));
    const { value, place } = walk(rulebook, path);
    const lines = value === undefined || (isLeftOut && isEmpty(value)) ? [LEFT_OUT] : linesOf(value, place, namer);
    return lines.map((line) => [...own, line].join(": "));
  });
}

/** The positions at which all paths are the same. */
function sharedSteps([first = [], ...others]: readonly Question["places"][number]["path"][]): ReadonlySet<number> {
  return new Set([...first.keys()].filter((i) => others.every((path) => path[i] === first[i])));
}

const isEmpty = (value: unknown) => isList(value) && value.length === 0;

function walk(
  rulebook: Rulebook,
  path: readonly (string | number)[],
): { readonly value: unknown; readonly place: Place } {
  let value: unknown = rulebook;
  let place = wholeRulebook();
  for (const step of path) {
    value = inside(value, step);
    place = typeof step === "number" ? entryOf(place, String(step)) : under(place, step);
  }
  return { value, place };
}

function inside(value: unknown, step: string | number): unknown {
  if (isList(value)) return value[Number(step)];
  return isPlain(value) ? value[step] : undefined;
}

function linesOf(value: unknown, place: Place, namer: Namer): readonly string[] {
  if (isList(value) && value.some((each) => isPlain(each) && !isOneValue(each)))
    return value.flatMap((each, i) => linesOf(each, entryOf(place, String(i)), namer));
  if (!isPlain(value) || isOneValue(value)) return [valueWords(value, place, namer).replaceAll("`", "")];
  return Object.entries(value)
    .filter(([key, each]) => key !== "clause" && each !== undefined && !isEmpty(each))
    .flatMap(([key, each]) => linesOf(each, under(place, key), namer).map((line) => `${wordsOf(key)}: ${line}`));
}
