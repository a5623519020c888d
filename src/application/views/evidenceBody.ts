import type { Case } from "../../domain/case/case.ts";
import { evidenceClause, witnessClause } from "../../domain/case/evidence.ts";
import type { EvidenceSubject, ItemKind } from "../../domain/case/evidenceEntries.ts";
import type { PartyRole } from "../../domain/case/party.ts";
import type { QuestionSubject } from "../../domain/case/questionEntries.ts";
import { readStage } from "../../domain/case/stages.ts";
import type { StatementId } from "../../domain/identity.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";

/** What somebody is told of witnesses and of what was handed in: that there is something, and nothing that stands in it. */
export type EvidenceBody =
  | { readonly kind: "witness-asked"; readonly clause: string }
  | { readonly kind: "witness-answered"; readonly isWilling: boolean; readonly clause: string }
  | { readonly kind: "evidence-given"; readonly of: ItemKind; readonly role: PartyRole; readonly clause: string }
  | { readonly kind: "evidence-opened"; readonly count: number; readonly clause: string }
  | { readonly kind: "body-asked"; readonly clause: string }
  | { readonly kind: "question-answered"; readonly clause: string }
  | { readonly kind: "vote-rests"; readonly isVoid: boolean; readonly clause: string }
  | { readonly kind: "answer-returned"; readonly isPutAgain: boolean; readonly clause: string }
  | { readonly kind: "question-dropped"; readonly isPutAgain: boolean; readonly clause: string }
  /** What a party is asked. */
  | { readonly kind: "question-put"; readonly text: string; readonly clause: string };

export async function evidenceBody(
  rulebook: Rulebook,
  current: Case,
  subject: EvidenceSubject | QuestionSubject,
  read: (statement: StatementId) => Promise<string>,
): Promise<EvidenceBody> {
  switch (subject.kind) {
    case "witness-asked":
    case "witness-answered":
      return { ...subject, clause: witnessClause(rulebook, current) };
    case "evidence-given":
    case "evidence-opened":
      return { ...subject, clause: evidenceClause(rulebook, current) };
    case "body-asked":
    case "question-answered":
      return { kind: subject.kind, clause: readStage(rulebook, current).clause };
    case "vote-rests":
      return { ...subject, clause: readStage(rulebook, current).clause };
    case "answer-returned":
    case "question-dropped": {
      const { kind, isPutAgain = false } = subject;
      return { kind, isPutAgain, clause: readStage(rulebook, current).clause };
    }
    case "question-put":
      return { kind: "question-put", text: await read(subject.statement), clause: readStage(rulebook, current).clause };
  }
}
