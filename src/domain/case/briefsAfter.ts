import type { Case, Brief } from "./case.ts";
import type { Entry } from "./entry.ts";

export const approvedBriefs = ({ briefs }: Case) => briefs.filter((brief) => brief.approvedBy !== undefined);

export const draftedBrief = (
  current: Case,
  { statement, officer }: Extract<Entry, { kind: "brief-drafted" }>,
): Brief => ({
  stage: current.stage.stage,
  visit: current.concluded.length,
  statement,
  draftedBy: officer,
  approvedBy: undefined,
});
