import type { PersonId } from "../../domain/identity.ts";
import { cannotAccompany, ownVoiceRule } from "../../domain/parties/companions.ts";
import type { NotOwnVoice } from "../../domain/parties/companions.ts";
import { isRefusal } from "../../domain/refusal.ts";
import { calledIn } from "../acts/ownVoice.ts";
import type { Companion } from "../acts/ownVoice.ts";
import type { Author } from "../acts/reportAuthor.ts";
import { ensurePerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account } from "../person.ts";
import type { ReportAnswers } from "./reportAnswers.ts";

/** That whoever reports speaks for themselves, and who goes with them. */
export interface ReportVoice {
  readonly companion: Companion | undefined;
}

/**
 * Who speaks in a report, as its author answered; undefined where that is not asked, and of what an officer enters.
 * @returns a refusal where somebody from outside would speak, and for a companion who is none of those among whom one is
 */
export async function readVoice(
  house: House,
  author: Author,
  { ownVoice, entered }: ReportAnswers,
): Promise<ReportVoice | NotOwnVoice | undefined> {
  const rule = ownVoiceRule(house.rulebook);
  if (rule === undefined || ownVoice === undefined || entered !== undefined) return undefined;
  if (ownVoice.isFromOutside) return { refused: "from-outside", clause: rule.clause };
  const { companion } = ownVoice;
  if (companion === undefined) return { companion: undefined };
  const read = await readCompanion(house, rule, author.person, companion);
  return isRefusal(read) ? read : { companion: read };
}

/** Why somebody cannot go with whoever reports; undefined where they can. Asked while the form is filled in. */
export async function cannotGoWith(
  house: House,
  caller: Account,
  companion: Account,
): Promise<NotOwnVoice | undefined> {
  const rule = ownVoiceRule(house.rulebook);
  if (rule === undefined) return undefined;
  const read = await readCompanion(house, rule, await ensurePerson(house, caller), companion);
  return isRefusal(read) ? read : undefined;
}

/** Who goes with a party, unless it is the party, or none of those among whom a companion is. */
async function readCompanion(
  house: House,
  { from, clause }: NonNullable<ReturnType<typeof ownVoiceRule>>,
  party: PersonId | undefined,
  companion: Account,
): Promise<Companion | NotOwnVoice> {
  const person = await ensurePerson(house, companion);
  if (person === party) return { refused: "no-companion", from, clause };
  const refused = cannotAccompany(house.rulebook, house.roster, person);
  return refused ?? { person, name: calledIn(house, person, companion.name) };
}
