import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import { isAuthor } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { takesEvidence } from "../case/evidence.ts";
import { lastForms } from "../case/evidenceEntries.ts";
import { findReturned } from "../case/ownVoice.ts";
import type { OwnVoiceSubject, Submitted } from "../case/ownVoice.ts";
import type { PartyEntry } from "../case/party.ts";
import { isClosed, readStage } from "../case/stages.ts";
import type { ItemId } from "../identity.ts";
import { cannotAccompany, ownVoiceRule } from "../parties/companions.ts";
import type { Refusal } from "../refusal.ts";
import { isTold } from "../timeline/partyLines.ts";
import type { Act, Standing } from "./act.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
export type OwnVoiceAct = Of<"return-submission" | "name-companion">;
type Decided = readonly Entry[] | Refusal;

/** That parties speak for themselves, and who goes with them. */
export function decideOwnVoiceAct(standing: Standing, act: OwnVoiceAct, newId: () => string): Decided {
  return act.kind === "name-companion" ? nameCompanion(standing, act, newId) : returnSubmission(standing, act, newId);
}

/** Something that a party sent, and can be given back to them. */
export interface Returnable {
  /** Undefined for the report. */
  readonly item: ItemId | undefined;
  readonly what: Submitted;
  readonly party: PartyEntry;
}

/** What parties and witnesses sent, each in its last form, and has not gone back to them; the report first. */
export function returnable(current: Case): readonly Returnable[] {
  const author = current.parties.find((party) => isAuthor(current, party));
  const items = lastForms(current.evidence).flatMap(({ item, of: what, party: id }): readonly Returnable[] => {
    const party = current.parties.find((each) => each.party === id);
    return party === undefined ? [] : [{ item, what, party }];
  });
  const report =
    author === undefined || current.isAnonymous === true
      ? []
      : [{ item: undefined, what: "report" as const, party: author }];
  return [...report, ...items].filter(({ item }) => findReturned(current, item) === undefined);
}

/**
 * Something that somebody from outside wrote for a party goes back to them. It stays in the file, with why.
 * @returns a refusal where the rules let anybody speak for a party, once nothing is taken any more, for what is not there or went back
 * already, and for a party who knows of no case
 */
function returnSubmission({ rulebook, current }: Standing, act: Of<"return-submission">, newId: () => string): Decided {
  const rule = ownVoiceRule(rulebook);
  if (rule === undefined) return anybodyMay(rulebook, current);
  const { clause } = rule;
  if (!takesEvidence(rulebook, current)) return { refused: "already-decided", clause };
  const { item, reasons } = act;
  if (findReturned(current, item) !== undefined) return { refused: "already-done" };
  const found = returnable(current).find((each) => each.item === item);
  if (found === undefined) return { refused: "nothing-due", clause };
  const { party, what } = found;
  if (!isTold(current, party)) return { refused: "not-told-yet", clause };
  const subject: OwnVoiceSubject = { kind: "submission-returned", what, item, reasons };
  const to = { kind: "party", party: party.party, role: party.role } as const;
  return [
    { kind: "submission-returned", item, party: party.party, reasons },
    { kind: "notice-sent", notice: newId(), to, subject },
  ];
}

/** A party says who goes with them, or that nobody does any more. The one whom they name is told nothing by that. */
function nameCompanion(standing: Standing, act: Of<"name-companion">, newId: () => string): Decided {
  const { rulebook, roster, current, viewer, caller } = standing;
  if (viewer.kind !== "party") return { refused: "nothing-here" };
  const rule = ownVoiceRule(rulebook);
  if (rule === undefined) return anybodyMay(rulebook, current);
  const { clause } = rule;
  if (isClosed(rulebook, current)) return { refused: "already-decided", clause };
  const { person, companion } = act;
  if (person === caller) return { refused: "no-companion", from: rule.from, clause };
  const refused = person === undefined ? undefined : cannotAccompany(rulebook, roster, person);
  if (refused !== undefined) return refused;
  const { party, role } = viewer.party;
  const isNamed = person !== undefined;
  return [
    { kind: "own-voice", party, companion: isNamed ? companion : undefined },
    {
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "room", purpose: "officers" },
      subject: { kind: "companion-named", role, isNamed },
    },
  ];
}

const anybodyMay = (rulebook: Rulebook, current: Case): Refusal => ({
  refused: "anybody-may-speak",
  clause: readStage(rulebook, current).clause,
});
