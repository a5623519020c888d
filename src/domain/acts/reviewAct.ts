import type { Entry } from "../case/entry.ts";
import type { Refusal } from "../refusal.ts";
import { holdsAt, imposedIn } from "../sanctions/record.ts";
import { reviewersOf, reviewEvery } from "../sanctions/reviews.ts";
import type { Act, Standing } from "./act.ts";
import { findMayNotLift } from "./liftAct.ts";

type Review = Extract<Act, { kind: "review" }>;

/** A sanction without a last day was looked at again, and goes on: the next time is counted from now. Ending it is an act of its own. */
export function decideReview(standing: Standing, act: Review): readonly Entry[] | Refusal {
  const { rulebook, roster, current, caller, at } = standing;
  const { decision, party, reasons } = act;
  const imposed = imposedIn(rulebook, current).find(
    (each) => each.decision.id === decision && each.party.party === party,
  );
  if (imposed === undefined) return { refused: "nothing-here" };
  const { sanction } = imposed;
  const clause = rulebook.sanctions[sanction]?.clause ?? "";
  if (reviewEvery(rulebook, current, imposed) === undefined) return { refused: "not-reviewed", sanction, clause };
  const notTheirs =
    imposed.interim === undefined
      ? findMayNotLift(standing, imposed.decision)
      : unlessReviewer(reviewersOf(rulebook, roster, current, imposed).includes(caller), clause);
  if (notTheirs !== undefined) return notTheirs;
  if (!holdsAt(imposed, at)) return { refused: "already-done" };
  return [{ kind: "sanction-reviewed", decision, party, sanction, reasons }];
}

const unlessReviewer = (isReviewer: boolean, clause: string): Refusal | undefined =>
  isReviewer ? undefined : { refused: "not-your-task", clause };
