import type { Brief, Case } from "./case.ts";
import type { Entry } from "./entry.ts";

/** The briefs after one more entry, the first first: a draft takes the place of one that nobody has approved. */
export function briefsAfter(
  { briefs, stage, concluded }: Pick<Case, "briefs" | "stage" | "concluded">,
  entry: Extract<Entry, { kind: "brief-drafted" | "brief-approved" }>,
): readonly Brief[] {
  if (entry.kind === "brief-approved")
    return briefs.map((brief) => ({ ...brief, approvedBy: brief.approvedBy ?? entry.officer }));
  const { statement, officer: draftedBy } = entry;
  const drafted = { stage: stage.stage, visit: concluded.length, statement, draftedBy, approvedBy: undefined };
  return [...briefs.filter((brief) => brief.approvedBy !== undefined), drafted];
}
