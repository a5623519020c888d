import type { Case } from "../../domain/case/case.ts";
import type { Entry } from "../../domain/case/entry.ts";
import { readProcedure } from "../../domain/case/stages.ts";
import type { RuleId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";

/**
 * The clauses that an entry rests on besides that of its own rule: bodies, the promise of confidentiality, what was found to be broken,
 * the sanction.
 */
export function citesOf(rulebook: Rulebook, before: Case, entry: Entry): readonly string[] {
  const sanction = "sanction" in entry && entry.kind !== "motion-put" ? entry.sanction : undefined;
  return [
    ...brokenBy(entry).map((rule) => rulebook.rules[rule]?.clause),
    sanction === undefined ? undefined : rulebook.sanctions[sanction]?.clause,
    entry.kind === "received" ? bodyClause(rulebook, rulebook.intake.report.to) : undefined,
    entry.kind === "cleared" ? readProcedure(rulebook, before).confidentiality_gate?.clause : undefined,
    ...voteClauses(rulebook, before, entry),
  ].flatMap((clause) => clause ?? []);
}

function brokenBy(entry: Entry): readonly RuleId[] {
  if ("findings" in entry) return entry.findings ?? [];
  return entry.kind === "stage-concluded" ? entry.rules : [];
}

/** Who votes, when a motion is put; who has to be among those present, when the vote is closed. */
function voteClauses(rulebook: Rulebook, before: Case, entry: Entry): readonly (string | undefined)[] {
  if (entry.kind === "motion-put") {
    const rule = rulebook.votes[entry.rule];
    return rule === undefined ? [] : [bodyClause(rulebook, rule.electorate)];
  }
  if (entry.kind !== "vote-closed") return [];
  const vote = before.votes.find((each) => each.vote === entry.vote);
  const rule = vote === undefined ? undefined : rulebook.votes[vote.rule];
  const including = rule?.method === "motion" ? (rule.quorum?.including ?? []) : [];
  return including.map(({ from }) => bodyClause(rulebook, from));
}

function bodyClause(rulebook: Rulebook, who: Selector): string | undefined {
  return who.kind === "body" ? rulebook.bodies[who.id]?.clause : undefined;
}
