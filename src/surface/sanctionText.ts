import type { Span } from "../rulebook/schema/vocabulary.ts";
import { sayLength } from "./counting.ts";
import type { Speech } from "./say.ts";

/** A sanction, with what it is about and how long it holds where that was chosen: "ban: licensed premises (6 months)". */
export function sanctionText(
  {
    sanction,
    lasts,
    scope = [],
  }: { readonly sanction: string; readonly lasts?: Span | undefined; readonly scope?: readonly string[] | undefined },
  speech: Speech,
): string {
  const { say, name, list } = speech;
  const about = list(scope.map((thing) => name("permit", thing)));
  const called =
    about === ""
      ? name("sanction", sanction)
      : say("sanction.with-scope", { sanction: name("sanction", sanction), about });
  if (lasts === undefined) return called;
  return say("sanction.with-length", { sanction: called, length: sayLength(speech, lasts) });
}
