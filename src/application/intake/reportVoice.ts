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
  const person = await ensurePerson(house, companion);
  if (person === author.person) return { refused: "no-companion", from: rule.from, clause: rule.clause };
  const refused = cannotAccompany(house.rulebook, house.roster, person);
  return refused ?? { companion: { person, name: calledIn(house, person, companion.name) } };
}

/** Why somebody cannot go with whoever reports; undefined where they can. Asked while the form is filled in. */
export async function cannotGoWith(
  house: House,
  caller: Account,
  companion: Account,
): Promise<NotOwnVoice | undefined> {
  const author = { person: await ensurePerson(house, caller), name: caller.name, received: house.clock.now() };
  const texts = {
    relation: "affected",
    about: [],
    aboutReceiver: undefined,
    aboutOthers: "",
    rules: [],
    texts: {},
  } as const;
  const voice = await readVoice(house, author, { ...texts, ownVoice: { isFromOutside: false, companion } });
  return voice !== undefined && isRefusal(voice) ? voice : undefined;
}
