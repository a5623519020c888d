import type { SanctionId } from "../domain/identity.ts";
import { isLengthChosen, isLetter, longestOf } from "../domain/sanctions/fitting.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Span } from "../rulebook/schema/vocabulary.ts";
import type { Scene } from "./openScene.ts";

/** What follows from a breach in a fictitious case. */
interface Consequence {
  readonly severity: string | undefined;
  readonly sanction: SanctionId | undefined;
  readonly lasts: Span | undefined;
  /** The text of the letter, where the sanction is one. */
  readonly letter?: string | undefined;
}

/** The length of a sanction whose length is chosen, where the rulebook gives no longest. */
const SOME: Span = { amount: 90, unit: "days" };

/**
 * The sanction that was asked for, otherwise the most severe of those that can be imposed, which stand in a rulebook last; for as long as
 * the rulebook allows where its length is chosen.
 */
export function consequenceOf({ rulebook, sanction }: Scene, offered: readonly SanctionId[]): Consequence {
  const chosen = offered.find((each) => each === sanction) ?? offered.at(-1);
  if (chosen === undefined) return { severity: undefined, sanction: undefined, lasts: undefined };
  return {
    severity: severityFor(rulebook, chosen),
    sanction: chosen,
    lasts: isLengthChosen(rulebook, chosen) ? (longestOf(rulebook, chosen) ?? SOME) : undefined,
    letter: isLetter(rulebook, chosen) ? "A fictitious letter." : undefined,
  };
}

/** The severity for which a sanction is meant, where the rulebook says one. */
function severityFor(rulebook: Rulebook, sanction: SanctionId): string | undefined {
  const meant = rulebook.sanctions[sanction]?.for;
  if (meant === undefined) return undefined;
  const conditions = "any" in meant ? meant.any : [meant];
  return conditions
    .flatMap((each) => ("severity" in each ? each.severity : []))
    .find((each) => rulebook.severity.includes(each));
}
