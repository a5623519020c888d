import type { PersonId } from "../../domain/identity.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { explainFiling } from "../../domain/why/why.ts";
import { breachReported } from "../acts/keepSanctions.ts";
import type { Author } from "../acts/reportAuthor.ts";
import { authorOf } from "../acts/reportAuthor.ts";
import { readTogether } from "../acts/together.ts";
import type { House } from "../house.ts";
import type { Account, Identity } from "../person.ts";
import type { ReportAnswers } from "./reportAnswers.ts";
import { readAffected, respondentsIn } from "./reportPeople.ts";
import { readVoice } from "./reportVoice.ts";
import type { ReportWay } from "./reportWay.ts";
import { wayOf } from "./reportWay.ts";

/** The people of a report with a name, and the way that it takes. */
interface ReadReport {
  readonly author: Author;
  readonly about: readonly PersonId[];
  readonly affected: Identity | undefined;
  readonly way: ReportWay;
}

/**
 * Reads a report as it would be filed now: what is shown before it is sent is what happens when it is.
 * @param chosen which alternative the member chose, where the report is about a receiver
 */
export async function readReport(
  house: House,
  caller: Account,
  answers: ReportAnswers,
  chosen: string | undefined,
): Promise<ReadReport | Blocked> {
  const found = await authorOf(house, caller, answers);
  if (isRefusal(found)) return explainFiling(house.rulebook, found);
  const voice = await readVoice(house, found, answers);
  if (voice !== undefined && isRefusal(voice)) return explainFiling(house.rulebook, voice);
  const author = { ...found, companion: voice?.companion?.person };
  const about = await respondentsIn(house, author, answers);
  const follows = await breachReported(house, caller, answers.follows);
  const together = await readTogether(house, answers.together, author.person);
  const affected = await readAffected(house, answers, [author.person, ...about]);
  const way = wayOf(house, author, about, answers, chosen, follows, together, affected);
  if (isRefusal(way)) return explainFiling(house.rulebook, way);
  return { author, about, affected, way: { ...way, together, voice } };
}
