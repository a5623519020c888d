import { speechOf } from "../locale/speech.ts";
import type { Speech } from "../locale/speech.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Told } from "../sandbox/page/told.ts";
import { withNames } from "../surface/ownNames.ts";

/** A text of the page, made in each of its languages, with the names that the organisation gives its things. */
export function told({ names }: Pick<Rulebook, "names">, make: (speech: Speech) => string): Told {
  return { en: make(withNames(names, speechOf("en"))), sv: make(withNames(names, speechOf("sv"))) };
}
