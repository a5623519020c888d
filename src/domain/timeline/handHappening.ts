import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { HandEntry } from "../case/handEntries.ts";
import type { HandHappening } from "./happening.ts";

/** What those who handle a case see of in whose hands it is. */
export function handHappening(entry: HandEntry, current: Case): HandHappening {
  switch (entry.kind) {
    case "given":
      return { kind: "given", stage: entry.stage, body: entry.to.kind === "body" ? entry.to.body : undefined };
    case "choice-ended":
    case "handed-on":
      return { kind: entry.kind, stage: entry.stage };
    case "delegated":
      return { kind: "delegated", until: entry.until };
    case "succeeded":
    case "delegation-ended":
    case "counter-asked":
      return { kind: entry.kind };
    case "needs-considered": {
      const role = current.parties.find(({ party }) => party === entry.party)?.role;
      return { kind: "needs-considered", whom: role ?? "complainant", how: entry.how };
    }
    case "conflicts-checked":
      return { kind: "conflicts-checked", body: entry.body, out: entry.out.length };
    case "linked":
      return { kind: "linked", link: entry.link, isOrigin: entry.isOrigin };
  }
}

/**
 * The clause on which it rests.
 * @param before the case before the entry
 */
export function handClause(rulebook: Rulebook, before: Case, entry: HandEntry): string | undefined {
  const procedure = rulebook.procedures[before.procedure];
  const stage = "stage" in entry ? entry.stage : before.stage.stage;
  const here = procedure?.stages[stage]?.clause;
  switch (entry.kind) {
    case "given":
      return entry.mitigation === undefined ? here : (rulebook.conflicts.override?.clause ?? here);
    case "choice-ended":
    case "handed-on":
    case "succeeded":
    case "delegated":
    case "delegation-ended":
      return here;
    case "counter-asked":
      return rulebook.intake.report.false_reports?.clause ?? here;
    case "needs-considered":
      return procedure?.support_needs?.clause ?? here;
    case "conflicts-checked":
      return rulebook.conflicts.clause;
    case "linked":
      return rulebook.procedures[entry.procedure]?.clause ?? here;
  }
}
