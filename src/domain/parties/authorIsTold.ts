import type { Procedure, Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";

/** What an author is told before sending a report, besides who will read it. */
export interface AuthorNotes {
  /**
   * What the respondent will learn: what the report says and who filed it; the name only on request, where the rulebook lets a respondent
   * ask for it; or what it is about, where the rulebook says nothing of the name.
   */
  readonly respondent: "report-and-name" | "name-on-request" | "name-not-kept";
  /** Whether knowingly false reports have consequences. */
  readonly falseReports: boolean;
  /** Whether what is reported may go to the police; undefined where the rulebook does not say. */
  /** How soon it is acknowledged, and how soon it is looked at, where the rulebook has an author told what happens next. */
  readonly next?: { readonly acknowledged: Span | undefined; readonly assessed: Span | undefined } | undefined;
  readonly police: NonNullable<Procedure["referrals"]>["police"] | undefined;
  /** Whether whoever files it promises with that to keep the case confidential. */
  readonly promises?: boolean;
}

/** What the rulebook says about what becomes of a report by this procedure. */
export function authorNotes({ intake, challenges, procedures }: Rulebook, procedure: string): AuthorNotes {
  const told = intake.report.author_is_told.map(({ what }) => what);
  const asks = Object.values(challenges).some(({ kind, by }) => kind === "information" && by.includes("respondent"));
  const otherwise = asks ? "name-on-request" : "name-not-kept";
  return {
    respondent: told.includes("respondent_sees_report") ? "report-and-name" : otherwise,
    falseReports: told.includes("false_reports"),
    next: told.includes("what_happens_next") ? nextOf(procedures[procedure]) : undefined,
    police: procedures[procedure]?.referrals?.police ?? (told.includes("police_duty") ? "required" : undefined),
    promises: procedures[procedure]?.confidentiality_gate?.for.includes("complainant") === true,
  };
}

/** What is due at the stage with which a case begins. */
function nextOf(procedure: Procedure | undefined): AuthorNotes["next"] {
  const stage = procedure?.stages[procedure.starts];
  if (stage === undefined || stage.kind === "closed") return undefined;
  const tasks = "tasks" in stage ? stage.tasks : [];
  return {
    acknowledged: tasks.find(({ id }) => id === "acknowledge")?.within,
    assessed: "target" in stage ? stage.target?.within : undefined,
  };
}
