import type { Span } from "../rulebook/schema/vocabulary.ts";
import { sayLength } from "./counting.ts";
import type { Speech } from "./say.ts";

/** A sanction, with how long it holds where that was chosen: "suspension (6 months)". */
export function sanctionText(
  { sanction, lasts }: { readonly sanction: string; readonly lasts?: Span | undefined },
  speech: Speech,
): string {
  const { say, name } = speech;
  if (lasts === undefined) return name("sanction", sanction);
  return say("sanction.with-length", { sanction: name("sanction", sanction), length: sayLength(speech, lasts) });
}
