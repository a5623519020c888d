import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { NoticeSubject } from "../case/noticeSubject.ts";
import type { RecordEntry, RecordSubject } from "./entry.ts";

const kinds: readonly string[] = [
  "anonymising",
  "to-approve",
  "not-posted",
  "escalation-asked",
] satisfies readonly RecordSubject["kind"][];

/** Whether a notice is about the records of a case, or about handing it to others outside. */
export const isRecordSubject = (subject: NoticeSubject): subject is RecordSubject => kinds.includes(subject.kind);

/** The clause on which it rests; that of the records as a whole where nothing says more. */
export function recordClause(rulebook: Rulebook, current: Case, entry: RecordEntry): string | undefined {
  const procedure = rulebook.procedures[current.procedure];
  switch (entry.kind) {
    case "precedent-written":
    case "precedent-approved":
      return rulebook.records.precedents?.clause;
    case "publication-written":
    case "publication-approved":
    case "publication-decided":
    case "published":
    case "publication-posted":
      return rulebook.hearings?.summary?.clause;
    case "escalated":
    case "escalation-answered":
      return procedure?.escalate?.clause;
    case "bundle-written":
    case "bundle-approved":
    case "outside-answered":
      return procedure?.referrals?.clause;
    case "handed-outside":
      return rulebook.externals[entry.to]?.clause ?? procedure?.referrals?.clause;
    case "anonymising-told":
    case "anonymising-held":
    case "anonymising-released":
    case "words-erased":
      return retentionClause(rulebook);
  }
}

/** The clause of a notice about it. */
export function recordSubjectClause(rulebook: Rulebook, current: Case, subject: RecordSubject): string | undefined {
  const procedure = rulebook.procedures[current.procedure];
  switch (subject.kind) {
    case "anonymising":
      return retentionClause(rulebook);
    case "to-approve":
      if (subject.what === "publication") return rulebook.hearings?.summary?.clause;
      return subject.what === "precedent" ? rulebook.records.precedents?.clause : procedure?.referrals?.clause;
    case "not-posted":
      return rulebook.hearings?.summary?.clause;
    case "escalation-asked":
      return procedure?.escalate?.clause;
  }
}

/** The clause by which a case goes to others outside. */
export const recordsClause = (rulebook: Rulebook, { procedure }: Pick<Case, "procedure">): string =>
  rulebook.procedures[procedure]?.referrals?.clause ?? rulebook.records.clause;

const retentionClause = ({ records }: Rulebook) => records.retention["case"]?.clause ?? records.clause;
