import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Act, Standing } from "../acts/act.ts";
import { decideAct } from "../acts/decideAct.ts";
import { readMotionRule } from "../case/decide.ts";
import { isRefusal } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import { clauseOf } from "../timeline/clauseOf.ts";
import { outsideOf } from "./outside.ts";
import { nothingHere } from "./unblock.ts";
import type { Blocked } from "./unblock.ts";
import { unblockOf } from "./unblockOf.ts";

/** Whether an act is possible now: by which clause, or what is in the way, with the numbers now, and what would unblock it. */
export type Why =
  | { readonly kind: "possible"; readonly clause: string | undefined }
  | { readonly kind: "blocked"; readonly by: Blocked };

/** Whether an act is possible now. Decided by what carries the act out, so that the two never differ. */
export function why(standing: Standing, act: Act): Why {
  const { rulebook, current } = standing;
  const decided = decideAct(standing, act, () => "");
  if (isRefusal(decided)) return { kind: "blocked", by: explain(standing, act, decided) };
  const [first] = decided;
  return {
    kind: "possible",
    clause: first === undefined ? voteClause(standing, act) : clauseOf(rulebook, current, first),
  };
}

/** A refusal of an act, with what would unblock it. */
export function explain(standing: Standing, act: Act, refusal: Refusal): Blocked {
  if (refusal.refused === "nothing-here") return nothingHere;
  return { ...refusal, unblock: unblockOf(standing, act, refusal) };
}

export type FilingRefusal = Extract<
  Refusal,
  {
    refused:
      | "nobody-to-receive"
      | "already-filed"
      | "too-late"
      | "event-over"
      | "not-this-way"
      | "not-open"
      | "not-anonymous"
      | "own-hands"
      | "own-report"
      | "about-oneself"
      | "officers-only"
      | "date-in-future"
      | "no-companion"
      | "from-outside";
  }
>;

/** Why a report cannot be filed: there is no case yet to stand before. */
export function explainFiling(rulebook: Rulebook, refusal: FilingRefusal): Blocked {
  if (refusal.refused === "already-filed") return { ...refusal, unblock: [{ kind: "own-cases" }] };
  if (refusal.refused === "date-in-future")
    return { ...refusal, unblock: [{ kind: "choose-day", from: undefined, until: refusal.today }] };
  if (refusal.refused === "no-companion")
    return { ...refusal, unblock: [{ kind: "enter", what: "another-companion" }] };
  if (refusal.refused === "from-outside") return { ...refusal, unblock: [{ kind: "enter", what: "own-words" }] };
  const isFiledOtherwise = ["not-this-way", "own-report", "officers-only"].includes(refusal.refused);
  if (isFiledOtherwise && rulebook.intake.report.via.includes("command"))
    return { ...refusal, unblock: [{ kind: "file-it" }] };
  const outside = { kind: "outside", labels: outsideOf(rulebook) } as const;
  // With their name somebody can, who cannot without it.
  const isOfName = refusal.refused === "not-anonymous" || refusal.refused === "own-hands";
  const asks = Object.values(rulebook.registers).some(({ kind }) => kind === "question");
  const asking = asks ? [{ kind: "ask-first" } as const] : [];
  return { ...refusal, unblock: isOfName ? [{ kind: "file-it" }, ...asking, outside] : [outside] };
}

/** A ballot and being present stand in no entry of the case file. */
function voteClause({ rulebook, current }: Standing, act: Act): string | undefined {
  const id = act.kind === "cast" || act.kind === "be-present" ? act.vote : undefined;
  const vote = current.votes.find((each) => each.vote === id);
  return vote === undefined ? undefined : readMotionRule(rulebook, vote.rule).clause;
}
