import { readMotionRule } from "../domain/case/decide.ts";
import { findExit, nextStage } from "../domain/case/stages.ts";
import type { StageId } from "../domain/identity.ts";
import { offeredSanctions } from "../domain/sanctions/fitting.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { beginningOf, bodyOfRespondent, reportsOf } from "./report.ts";
import type { FictitiousReport } from "./report.ts";
import type { OpenStage } from "./stageKind.ts";
import { stageKinds } from "./stageKinds.ts";
import { NO_QUORUM } from "./way.ts";
import type { Way } from "./way.ts";

/** The procedures that a report can start, the usual one first. */
export function reportedProcedures(rulebook: Rulebook): readonly string[] {
  return [...new Set(reportsOf(rulebook).map((report) => beginningOf(rulebook, report).procedure))];
}

/** The stages with which a case of a procedure is over. */
export function endsOf(rulebook: Rulebook, procedure: string): readonly StageId[] {
  const stages = Object.entries(rulebook.procedures[procedure]?.stages ?? {});
  return stages.flatMap(([stage, { kind }]) => (kind === "closed" ? [stage] : []));
}

/** Every outcome of every stage of the procedures that a report can start, in the order of the file; last the way out of a vote. */
export function outcomesOf(rulebook: Rulebook): readonly Omit<Way, "next">[] {
  return reportedProcedures(rulebook).flatMap((procedure) =>
    Object.entries(rulebook.procedures[procedure]?.stages ?? {}).flatMap(([stage, rule]) =>
      rule.kind === "closed"
        ? []
        : [
            ...Object.entries(rule.outcomes).map(([outcome, found]) => ({
              procedure,
              stage,
              outcome,
              sanctions: offeredSanctions(rulebook, found),
            })),
            ...wayOut(rulebook, { procedure, partyInBody: undefined }, stage, rule),
          ],
    ),
  );
}

/** Every step that the case of a report can go in a procedure, in the order of the file. */
export function waysOf(rulebook: Rulebook, procedure: string, report: FictitiousReport): readonly Way[] {
  const partyInBody = bodyOfRespondent(rulebook, report);
  return Object.entries(rulebook.procedures[procedure]?.stages ?? {}).flatMap(([stage, rule]) => {
    if (rule.kind === "closed") return [];
    const outcomes = stageKinds[rule.kind].outcomes(rule, report).flatMap((outcome): readonly Way[] => {
      const found = rule.outcomes[outcome];
      if (found === undefined) return [];
      const next = rule.kind === "vote" ? found.then : nextStage(rulebook, { partyInBody, procedure }, found);
      return [{ procedure, stage, outcome, next, sanctions: offeredSanctions(rulebook, found) }];
    });
    return [...outcomes, ...wayOut(rulebook, { procedure, partyInBody }, stage, rule)];
  });
}

/** Where a case goes whose vote cannot be quorate, where the rulebook names that. */
function wayOut(
  rulebook: Rulebook,
  current: { readonly procedure: string; readonly partyInBody: string | undefined },
  stage: StageId,
  rule: OpenStage,
): readonly Way[] {
  if (rule.kind !== "vote") return [];
  const [next] = Object.values(rule.motions).flatMap((motion) => {
    const vote = readMotionRule(rulebook, motion.vote);
    return vote.quorum === undefined ? [] : (findExit(rulebook, current, vote) ?? []);
  });
  return next === undefined ? [] : [{ procedure: current.procedure, stage, outcome: NO_QUORUM, next, sanctions: [] }];
}
