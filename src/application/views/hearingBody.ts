import type { Case } from "../../domain/case/case.ts";
import { hearingRecordClause, hearingTimes } from "../../domain/case/hearing.ts";
import type { HearingSubject } from "../../domain/case/hearingEntries.ts";
import { readStage } from "../../domain/case/stages.ts";
import type { StatementId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/** What somebody is told of a hearing: of what was written down there that it is asked for, or there, and nothing that stands in it. */
export type HearingBody =
  | {
      readonly kind: "hearing-called";
      /** Its day, as 2026-03-20, its time, as 14:00, and the last day on which something can be handed in for it. */
      readonly on: string;
      readonly time: string;
      readonly evidence: string;
      readonly text: string;
      readonly clause: string;
    }
  | { readonly kind: "record-asked"; readonly clause: string }
  | { readonly kind: "record-ready"; readonly clause: string };

export async function hearingBody(
  rulebook: Rulebook,
  current: Case,
  subject: HearingSubject,
  read: (statement: StatementId) => Promise<string>,
): Promise<HearingBody> {
  switch (subject.kind) {
    case "hearing-called": {
      const { kind, on, time, evidence } = subject;
      const clause = hearingTimes(rulebook, current)?.clause ?? readStage(rulebook, current).clause;
      return { kind, on, time, evidence, text: await read(subject.statement), clause };
    }
    case "record-asked":
    case "record-ready":
      return { kind: subject.kind, clause: hearingRecordClause(rulebook, current) };
  }
}
