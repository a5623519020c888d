import type { Case } from "../domain/case/case.ts";
import { localDay } from "../domain/deadlines/calendar.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { House } from "./house.ts";

/** Keeps the precedent that a second person has approved, once, apart from its case: it is there when the case is not any more. */
export async function keepPrecedent(house: House, rulebook: Rulebook, current: Case): Promise<void> {
  const approved = current.records.precedents.find(({ isApproved }) => isApproved);
  const meant = rulebook.records.precedents?.of ?? [];
  const decision = current.decisions.findLast(({ stage, quashed }) => quashed === undefined && meant.includes(stage));
  const text = approved === undefined ? undefined : await house.store.words(current.id, approved.statement);
  if (approved === undefined || decision === undefined || text === undefined) return;
  const year = String(localDay(rulebook, decision.made).year);
  await house.store.keepRecord({
    id: approved.id,
    at: house.clock.now().toZonedDateTimeISO("UTC").with({ day: 1 }).startOfDay().toInstant(),
    kind: "precedent",
    value: {
      text,
      rules: decision.findings.length > 0 ? decision.findings : current.rules,
      stage: decision.stage,
      outcome: decision.outcome,
      sanction: decision.sanction,
      year,
    },
  });
}
