import type { Case } from "../case/case.ts";
import type { ConsentEntry } from "../case/consentEntries.ts";
import type { Happening } from "./happening.ts";

/** What those who handle a case see of what others said about its sanctions, and of what was said about whom it is. */
export function consentHappening(entry: ConsentEntry, current: Case): Happening {
  switch (entry.kind) {
    case "sanction-confirmed": {
      const sanction = current.decisions.find(({ id }) => id === entry.decision)?.sanction ?? "";
      return { kind: entry.isConfirmed ? "sanction-confirmed" : "sanction-not-confirmed", sanction };
    }
    case "disclosure-answered":
      return { kind: entry.isApproved ? "disclosure-approved" : "disclosure-refused" };
    case "confirmation-voted":
      return { kind: entry.isConfirmed === undefined ? "confirmation-void" : "confirmation-voted" };
    case "confirmation-put":
    case "disclosure-asked":
    case "group-named":
    case "class-named":
      return { kind: entry.kind };
  }
}
