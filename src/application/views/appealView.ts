import type { Temporal } from "temporal-polyfill";

import type { Addressee } from "../../domain/case/noticeSubject.ts";
import { findAppeal } from "../../domain/challenges/findAppeal.ts";
import { challengeWindow } from "../../domain/challenges/window.ts";
import type { OutcomeId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";

/**
 * What the addressee of a notice reads of the appeal against an outcome; undefined for those who may not appeal.
 * @param notified from when the time to appeal is counted
 */
export function appealView(
  rulebook: Rulebook,
  to: Addressee,
  outcome: OutcomeId,
  notified: Temporal.Instant,
): AppealView | undefined {
  const appeal = to.kind === "party" ? findAppeal(rulebook, outcome, to.role) : undefined;
  if (appeal === undefined) return undefined;
  const { clause, addressed_to: addressedTo, grounds } = appeal.rule;
  return {
    until: challengeWindow(rulebook, appeal.challenge, notified)?.lastDay.toString(),
    to: addressedTo.map((each) => ("all_of" in each ? each.all_of : [each]).flatMap((one) => appealTo(rulebook, one))),
    grounds: grounds === undefined || grounds === "any" ? [] : grounds,
    clause,
    challenge: appeal.challenge,
  };
}

/** Somebody to whom one writes; nothing for whoever is no office. */
export function appealTo({ externals }: Rulebook, selector: Selector): readonly AppealTo[] {
  switch (selector.kind) {
    case "office":
    case "body":
      return [{ kind: selector.kind, id: selector.id }];
    case "external":
      return [{ kind: "external", label: externals[selector.id]?.label ?? selector.id }];
    case "anyone":
    case "class":
    case "party":
    case "panel":
      return [];
  }
}

/** Somebody to whom an appeal is addressed. */
export type AppealTo =
  | { readonly kind: "office" | "body"; readonly id: string }
  | { readonly kind: "external"; readonly label: string };

/** How somebody may appeal. */
export interface AppealView {
  /** The last day, counted from the day the notice reached the party, or from today; undefined where the rulebook gives none. */
  readonly until: string | undefined;
  /** To whom: several are a choice, each of them one or several together. */
  readonly to: readonly (readonly AppealTo[])[];
  /** Why, by their names in the rulebook; none where any reason will do. */
  readonly grounds: readonly string[];
  readonly clause: string;
  /** Its name in the rulebook. */
  readonly challenge: string;
}
