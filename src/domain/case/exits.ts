import type { Procedure, Stage, StageOutcome } from "../../rulebook/rulebook.ts";
import type { OutcomeId } from "../identity.ts";

/** What was made of a procedure, so that the same stage is one thing wherever it is read. */
const made = new WeakMap<Procedure, Procedure>();

/** A procedure in which every stage that is concluded by hand can also end with an exit, by which the case is over here. */
export function withExits(procedure: Procedure): Procedure {
  if (procedure.exits.length === 0) return procedure;
  const known = made.get(procedure) ?? addExits(procedure);
  made.set(procedure, known);
  return known;
}

/** Whether an outcome is one by which a case of a procedure leaves it at any stage. */
export const isExit = ({ exits }: Procedure, outcome: OutcomeId): boolean => exits.some(({ to }) => to === outcome);

function addExits(procedure: Procedure): Procedure {
  const [closed] = Object.entries(procedure.stages).find(([, { kind }]) => kind === "closed") ?? [];
  if (closed === undefined) return procedure;
  // oxlint-disable-next-line unicorn/no-thenable -- a key of the rulebook; nothing awaits an outcome
  const exit: StageOutcome = { then: closed, needs: ["reasons"], notify: ["complainant", "respondent_if_informed"] };
  const exits = Object.fromEntries(procedure.exits.map(({ to }) => [to, exit]));
  const stages = Object.entries(procedure.stages).map(([id, stage]) => [id, withOutcomes(stage, exits)] as const);
  return { ...procedure, stages: Object.fromEntries(stages) };
}

/** An outcome of the stage's own goes before. */
function withOutcomes(stage: Stage, exits: Readonly<Record<OutcomeId, StageOutcome>>): Stage {
  if (stage.kind === "closed" || stage.kind === "vote" || stage.kind === "notify") return stage;
  return { ...stage, outcomes: { ...exits, ...stage.outcomes } };
}
