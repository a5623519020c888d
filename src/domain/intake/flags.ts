import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Flag } from "../../rulebook/schema/rules.ts";
import type { Case } from "../case/case.ts";
import type { RuleId } from "../identity.ts";

/** What of a report says how it is handled otherwise than the rest. */
interface Reported {
  readonly rules: readonly RuleId[];
  /** What was answered, by field; of a choice the option. */
  readonly answers: Readonly<Record<string, string>>;
}

/** How a report is handled otherwise: because of the rules that it names, and of what was answered. Each once, in no order that says why. */
export function flagsOfReport(rulebook: Rulebook, { rules, answers }: Reported): readonly Flag[] {
  const answered = rulebook.intake.report.fields.flatMap(({ id, flags }) => flags?.[answers[id] ?? ""] ?? []);
  return [...new Set([...flagsOfRules(rulebook, rules), ...answered])].toSorted();
}

/** How a case is handled otherwise: as it was reported, and because of the rules that were found to be concerned since. */
export function flagsOf(rulebook: Rulebook, current: Pick<Case, "flags" | "findings">): readonly Flag[] {
  return [...new Set([...current.flags, ...flagsOfRules(rulebook, current.findings)])].toSorted();
}

function flagsOfRules({ rules }: Rulebook, ids: readonly RuleId[]): readonly Flag[] {
  return ids.flatMap((id) => rules[id]?.flags ?? []);
}
