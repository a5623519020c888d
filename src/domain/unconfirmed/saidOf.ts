import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Question } from "../../rulebook/unconfirmed/questions.ts";
import { allOf, wordsOf } from "../lint/words.ts";
import { entryOf, under, wholeRulebook } from "../versions/placed.ts";
import type { Place } from "../versions/placed.ts";
import { isList, isPlain } from "../versions/same.ts";
import { kindAt } from "../versions/subject.ts";
import type { NameOf } from "../versions/subject.ts";
import type { Namer } from "../versions/values.ts";
import { isEmpty, linesOf } from "./linesOf.ts";

const LEFT_OUT = "nothing (left out)";
/** So many places that are left out are named one by one. */
const NAMED = 4;

/** A place of a question: the names that tell it from the others, and what stands there; no lines where it is left out. */
interface Said {
  readonly own: string;
  readonly lines: readonly string[];
}

/**
 * What a rulebook says about a question, as a board reads it: a line for a value, and for a group of keys a line for each. Where a key
 * names several places, each line begins with the names that tell them apart; neighbours at which the same stands share
 * their lines.
 * @param nameOf what the things of the rulebook are called
 */
export function saidOf({ places }: Question, rulebook: Rulebook, nameOf: NameOf): readonly string[] {
  const namer: Namer = { nameOf, rulebook };
  const shared = sharedSteps(places.map(({ path }) => path));
  const said = places.map(({ path, isLeftOut }): Said => {
    const { value, place } = walk(rulebook, path);
    const own = path.flatMap((_, i) => (shared.has(i) ? [] : [stepWords(place, i, nameOf)])).join(": ");
    if (isLeftOut && (value === undefined || isEmpty(value))) return { own, lines: [] };
    return { own, lines: linesOf(value, place, namer) };
  });
  const { true: left = [], false: given = [] } = Object.groupBy(said, ({ lines }) => String(lines.length === 0));
  if (given.length === 0) return [LEFT_OUT];
  const all = neighbours(given).flatMap(linesFor);
  if (left.length === 0) return all;
  return [...all, `${left.length > NAMED ? "all others" : namesOf(left)}: ${LEFT_OUT}`];
}

/** Places after each other at which the same stands, together: the order of stages stays as it is. */
function neighbours(places: readonly Said[]): readonly (readonly Said[])[] {
  return places.reduce<readonly (readonly Said[])[]>((groups, place) => {
    const last = groups.at(-1);
    if (last?.[0]?.lines.join("\n") !== place.lines.join("\n")) return [...groups, [place]];
    return [...groups.slice(0, -1), [...last, place]];
  }, []);
}

function linesFor(alike: readonly Said[]): readonly string[] {
  const [{ own, lines } = { own: "", lines: [] }] = alike;
  return own === "" ? lines : lines.map((line) => `${namesOf(alike)}: ${line}`);
}

const namesOf = (places: readonly Said[]) => allOf(places.map(({ own }) => own));

/** The positions at which all paths are the same. */
function sharedSteps([first = [], ...others]: readonly Question["places"][number]["path"][]): ReadonlySet<number> {
  return new Set([...first.keys()].filter((i) => others.every((path) => path[i] === first[i])));
}

function stepWords({ steps }: Place, index: number, nameOf: NameOf): string {
  const { key, isName } = steps[index] ?? { key: "", isName: false };
  return isName ? nameOf(kindAt(steps, index), key) : wordsOf(key);
}

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
