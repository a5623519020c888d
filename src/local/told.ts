import { speechOf } from "../locale/speech.ts";
import type { Speech } from "../locale/speech.ts";
import type { Told } from "../sandbox/page/told.ts";

/** A text of the page, made in each of its languages. */
export function told(make: (speech: Speech) => string): Told {
  return { en: make(speechOf("en")), sv: make(speechOf("sv")) };
}
