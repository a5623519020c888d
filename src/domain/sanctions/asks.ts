import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { SanctionsKept } from "../case/sanctionEntries.ts";
import { readProcedure } from "../case/stages.ts";
import { isOver } from "./interim.ts";
import type { InterimRule } from "./interim.ts";

/** Whether something is imposed while a case is handled: asked of a body by those who handle it. */
export type Ask = SanctionsKept["asks"][number];

/** What a body is asked and has not voted on; undefined where nothing is asked, and once the case is over. */
export function openAsk(rulebook: Rulebook, current: Case): Ask | undefined {
  const last = current.kept.asks.at(-1);
  if (last === undefined || isOver(rulebook, current)) return undefined;
  const isAnswered = current.votes.some(({ interim, result }) => interim === last.ask && result !== undefined);
  return isAnswered ? undefined : last;
}

/** The rule by which a body is asked. */
export function ruleOfAsk(rulebook: Rulebook, current: Case, { sanction, ground }: Ask): InterimRule | undefined {
  const rules = readProcedure(rulebook, current).interim.filter((rule) => rule.sanction === sanction);
  const voted = rules.filter(({ vote }) => vote !== undefined);
  return voted.find(({ grounds }) => grounds.includes(ground)) ?? voted[0];
}
