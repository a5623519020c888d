import type { Rulebook } from "../../rulebook/rulebook.ts";
import { findVoteStage } from "../case/briefs.ts";
import type { Case } from "../case/case.ts";
import { findNotChair } from "../case/decide.ts";
import type { Entry } from "../case/entry.ts";
import type { Addressee } from "../case/noticeSubject.ts";
import { readProcedure } from "../case/stages.ts";
import type { Refusal } from "../refusal.ts";
import { holdsAt, imposedIn } from "../sanctions/record.ts";
import type { Imposed, Imposing } from "../sanctions/record.ts";
import type { Act, Standing } from "./act.ts";

type Lift = Extract<Act, { kind: "lift" }>;

/**
 * Ends a sanction early: whoever imposed it does, which is the chair of the body that voted, or those who handle the case where nobody
 * did. The person and the officers are told.
 * @param newId gives an id for each notice
 */
export function decideLift(standing: Standing, act: Lift, newId: () => string): readonly Entry[] | Refusal {
  const { rulebook, current, at } = standing;
  const imposed = findImposed(rulebook, current, act);
  if (imposed === undefined) return { refused: "nothing-here" };
  const refusal = findMayNotLift(standing, imposed.decision);
  if (refusal !== undefined) return refusal;
  if (!holdsAt(imposed, at)) return { refused: "already-done" };
  const { sanction, decision } = imposed;
  const { party, role } = imposed.party;
  const { reasons } = act;
  const told: readonly Addressee[] = [
    { kind: "party", party, role },
    ...current.handlers.map((person) => ({ kind: "person", person }) as const),
  ];
  return [
    { kind: "sanction-lifted", decision: decision.id, party, sanction, reasons },
    ...told.map((to): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to,
      subject: { kind: "sanction-lifted", sanction, reasons },
    })),
  ];
}

/** Why somebody may not end a sanction of this decision; undefined for whoever imposed it. */
export function findMayNotLift(
  { rulebook, roster, current, viewer, caller, parties }: Standing,
  decision: Imposing,
): Refusal | undefined {
  const isAsked = current.kept.interims.some((each) => each.decision === decision.id && each.vote !== undefined);
  const stage = isAsked ? findVoteStage(rulebook, current) : readProcedure(rulebook, current).stages[decision.stage];
  const clause = rulebook.sanctions[decision.sanction ?? ""]?.clause ?? stage?.clause ?? "";
  if (decision.vote === undefined) return viewer.kind === "handler" ? undefined : { refused: "not-your-task", clause };
  if (viewer.kind !== "voter" || stage?.kind !== "vote") return { refused: "not-your-task", clause };
  return findNotChair(rulebook, roster, current, stage, caller, parties);
}

function findImposed(rulebook: Rulebook, current: Case, { decision, party }: Lift): Imposed | undefined {
  return imposedIn(rulebook, current).find((each) => each.decision.id === decision && each.party.party === party);
}
