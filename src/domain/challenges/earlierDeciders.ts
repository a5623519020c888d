import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import type { Case } from "../case/case.ts";
import { readProcedure } from "../case/stages.ts";
import type { PersonId } from "../identity.ts";

/** The people who decided in a case before, by what the rulebook means by that: those who could vote, and who decided without a vote. */
export function earlierDeciders(rulebook: Rulebook, current: Case): readonly PersonId[] {
  const means = rulebook.conflicts.earlier_decider_means ?? ["stage_outcome"];
  const { stages } = readProcedure(rulebook, current);
  const voted = current.votes.filter(({ result }) => result?.kind === "carried");
  const people = [
    ...voted.flatMap(({ electorate }) => electorate).filter((person) => current.cleared.includes(person)),
    ...current.decisions.flatMap(({ by, stage }) => {
      const kind = stages[stage]?.kind;
      // What somebody outside or a panel decided is only entered by those who handle the case.
      const isOwn = kind === "assess" ? means.includes("assessed") : kind !== "external" && kind !== "panel";
      return by === undefined || !isOwn ? [] : [by];
    }),
    ...current.challenges
      .flatMap(({ judged }) => (means.includes("convened") ? judged : []))
      .flatMap(({ by }) => by ?? []),
  ];
  return [...new Set(people)];
}

/** Whoever outside the organisation decided in a case before, as the rulebook names them. */
export function earlierOutsiders(rulebook: Rulebook, current: Case): readonly Selector[] {
  const { stages } = readProcedure(rulebook, current);
  return current.decisions.flatMap(({ stage }) => {
    const rule = stages[stage];
    return rule?.kind === "external" && "kind" in rule.owner ? [rule.owner] : [];
  });
}
