import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Finding } from "./finding.ts";
import { allOf } from "./words.ts";

/**
 * Challenges that somebody may lodge who is never told of what they are against: their time begins with the notice, and there is none. How a
 * party ends a case is known to that party.
 */
export function lintLodging(rulebook: Rulebook): readonly Finding[] {
  const procedures = Object.values(rulebook.procedures);
  const stages = procedures.flatMap((procedure) => Object.values(procedure.stages));
  const ended = procedures.flatMap(({ stoppable_by: rule }) => rule?.outcome ?? []);
  const isTold = (outcome: string, side: "complainant" | "respondent") =>
    stages.some((stage) => stage.kind !== "closed" && stage.outcomes[outcome]?.notify.includes(side) === true);
  return Object.entries(rulebook.challenges).flatMap(([name, { against, by, clause }]) =>
    by.flatMap((side): readonly Finding[] => {
      const untold = against.filter((outcome) => !ended.includes(outcome) && !isTold(outcome, side));
      if (untold.length === 0) return [];
      const outcomes = allOf(untold.map((outcome) => `"${outcome}"`));
      return [
        {
          level: "cannot-work",
          kind: "never-lodged",
          path: ["challenges", name, "against"],
          clause,
          message: `the ${side} may lodge "${name}" against ${outcomes}, and is never told of it`,
          example: `The ${side} is not among those under "notify": the time for "${name}", which begins with the notice, never does.`,
        },
      ];
    }),
  );
}
