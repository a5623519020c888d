import type { Case, Decision } from "../../domain/case/case.ts";
import type { PartyId, SanctionId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { termView } from "./termView.ts";
import type { TermView } from "./termView.ts";

/** A sanction of an earlier stage that a later one decided anew. */
export interface ReplacedView {
  readonly sanction: SanctionId;
  /** The day from which it was no longer to hold, as 2027-03-01; undefined without a last day, and where it never began. */
  readonly until: string | undefined;
  /** "removed": nothing takes its place. "reduced", "increased": the same holds for a shorter or a longer time. "other": something else does. */
  readonly change: "removed" | "reduced" | "increased" | "other";
}

/** What takes the place of what was decided before, with its days as far as it has some. */
interface InPlace {
  readonly sanction: SanctionId | undefined;
  readonly term: TermView | undefined;
}

/**
 * What became of the sanctions that were decided before.
 * @param isReplaced of which decisions they are
 * @param party whose sanctions; of the first respondent when left out
 */
export function replacedView(
  rulebook: Rulebook,
  current: Case,
  isReplaced: (decision: Decision) => boolean,
  now: InPlace,
  party: PartyId | undefined,
): readonly ReplacedView[] {
  return current.decisions.filter(isReplaced).flatMap((decision): readonly ReplacedView[] => {
    const { sanction } = decision;
    if (sanction === undefined) return [];
    const was = termView(rulebook, current, decision, undefined, party);
    return [{ sanction, until: was?.until, change: changeOf(sanction, was, now) }];
  });
}

function changeOf(sanction: SanctionId, was: TermView | undefined, now: InPlace): ReplacedView["change"] {
  if (now.sanction === undefined) return "removed";
  if (now.sanction !== sanction || was === undefined || now.term === undefined) return "other";
  // Without a last day it holds longer than any day says.
  const [before, then] = [was.until ?? ENDLESS, now.term.until ?? ENDLESS];
  if (before === then) return "other";
  return then < before ? "reduced" : "increased";
}

/** Later than any day. */
const ENDLESS = "~";
