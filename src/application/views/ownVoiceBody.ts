import type { Case } from "../../domain/case/case.ts";
import type { OwnVoiceSubject, Submitted } from "../../domain/case/ownVoice.ts";
import type { PartyRole } from "../../domain/case/party.ts";
import { readStage } from "../../domain/case/stages.ts";
import type { ItemId, StatementId } from "../../domain/identity.ts";
import { ownVoiceRule } from "../../domain/parties/companions.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";

/** What is told of who speaks for a party. */
export type OwnVoiceBody =
  | {
      readonly kind: "submission-returned";
      readonly what: Submitted;
      /** Undefined for the report. */
      readonly item: ItemId | undefined;
      readonly reasons: string;
      /** From among whom somebody may go with the party. */
      readonly companions: Selector | undefined;
      readonly clause: string;
    }
  | { readonly kind: "companion-named"; readonly role: PartyRole; readonly isNamed: boolean; readonly clause: string };

export async function ownVoiceBody(
  rulebook: Rulebook,
  current: Case,
  subject: OwnVoiceSubject,
  read: (statement: StatementId) => Promise<string>,
): Promise<OwnVoiceBody> {
  const rule = ownVoiceRule(rulebook);
  const clause = rule?.clause ?? readStage(rulebook, current).clause;
  if (subject.kind === "companion-named") return { ...subject, clause };
  const { what, item, reasons } = subject;
  return { kind: "submission-returned", what, item, reasons: await read(reasons), companions: rule?.from, clause };
}
