import type { Procedure, Rulebook } from "../../rulebook/rulebook.ts";
import { isConfirming } from "../case/stages.ts";
import type { Finding } from "./finding.ts";

/** Sanctions that another body has to confirm, and stages at which that can only be half said. */
export function lintConfirming(rulebook: Rulebook): readonly Finding[] {
  return Object.entries(rulebook.procedures).flatMap(([id, procedure]) => [
    ...halfSaid(id, procedure),
    ...toldBefore(rulebook, id, procedure),
  ]);
}

/** A stage that can confirm a sanction and not refuse it leaves a case where it is once it is refused, and the other way round. */
function halfSaid(id: string, { stages }: Procedure): readonly Finding[] {
  return Object.entries(stages).flatMap(([stage, rule]): readonly Finding[] => {
    if (!isConfirming(rule)) return [];
    const said = new Set(Object.values(rule.outcomes).flatMap(({ confirms }) => confirms ?? []));
    if (said.size === 2) return [];
    const missing = said.has(true) ? "that it is not confirmed" : "that it is confirmed";
    return [
      {
        level: "cannot-work",
        kind: "half-confirmed",
        path: ["procedures", id, "stages", stage, "outcomes"],
        clause: rule.clause,
        message: `no outcome of the stage "${stage}" says ${missing}, so that a case in which that is so never leaves it`,
      },
    ];
  });
}

/** What holds only once it was confirmed is told as a decision before, where no stage in between waits for it. */
function toldBefore(rulebook: Rulebook, id: string, { stages }: Procedure): readonly Finding[] {
  return Object.entries(stages).flatMap(([stage, rule]): readonly Finding[] => {
    if (rule.kind === "closed") return [];
    return Object.entries(rule.outcomes).flatMap(([outcome, { sanctions = [], then }]): readonly Finding[] => {
      const next = stages[then];
      const waits = sanctions.filter((sanction) => rulebook.sanctions[sanction]?.confirm?.before === "no_effect");
      const [first] = waits;
      if (first === undefined || next === undefined || isConfirming(next)) return [];
      return [
        {
          level: "look-again",
          kind: "told-before-confirmed",
          path: ["procedures", id, "stages", stage, "outcomes", outcome, "then"],
          clause: rulebook.sanctions[first]?.confirm?.clause,
          message: `the sanction "${first}" holds only once it has been confirmed, and the stage "${then}" that follows does not wait for it: everybody is told before`,
        },
      ];
    });
  });
}
