import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Speech } from "./say.ts";

/** What an organisation calls the things of its rulebook. */
export type Names = Rulebook["names"];

/** A language in which things have the names that the organisation gives them; where it gives none, those that come with Redress. */
export function withNames(names: Names, speech: Speech): Speech {
  const own: Readonly<Record<string, Names[keyof Names]>> = names;
  return {
    ...speech,
    name(kind, id) {
      const called = own[kind]?.[id];
      return called?.[speech.locale] ?? called?.["en"] ?? speech.name(kind, id);
    },
  };
}
