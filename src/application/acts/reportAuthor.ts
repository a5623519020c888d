import { Temporal } from "temporal-polyfill";

import type { CameBy } from "../../domain/case/party.ts";
import { localDay, timeOnDay } from "../../domain/deadlines/calendar.ts";
import type { PersonId } from "../../domain/identity.ts";
import { findNotOpen, isOpenToAll } from "../../domain/intake/openTo.ts";
import { officersOf } from "../../domain/parties/receivers.ts";
import type { Routing } from "../../domain/parties/receivers.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { ensurePerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account } from "../person.ts";

/** What an officer says of a report that came otherwise than through Redress. */
export interface EnteredAnswers {
  /** The day on which it came, as 2026-03-15. */
  readonly on: string;
  readonly how: CameBy;
  /** The account of whoever it came from, where they have one. */
  readonly from: Account | undefined;
  /** What they are called, where they have none. */
  readonly name: string;
  /** Whether nobody knows from whom it is. */
  readonly isUnsigned?: boolean;
}

/** Whose report it is, and as of when it was received. */
export interface Author {
  readonly person: PersonId | undefined;
  readonly name: string;
  readonly received: Temporal.Instant;
  /** Whether nobody knows who it is: `person` is then whoever holds the code of the report. */
  readonly isAnonymous?: true;
  /** Who goes with them: somebody on their side, who does not read the report as an officer. */
  readonly companion?: PersonId | undefined;
  /** The officer who entered it, where one did. */
  readonly entered?: { readonly by: PersonId; readonly how: CameBy };
}

/** What is said to the officer who enters a report. */
export interface EnteredView {
  readonly name: string;
  readonly hasAccount: boolean;
  /** As 2026-03-15. */
  readonly on: string;
  readonly how: CameBy;
  /** Whether it goes past the officer: then nothing more of it is said. */
  readonly isShut: boolean;
  /** What becomes of one that names nobody. */
  readonly unsigned?: "statistics_only" | "investigable" | undefined;
}

type NotLikeThis = Extract<
  Refusal,
  {
    refused:
      | "not-this-way"
      | "not-open"
      | "not-anonymous"
      | "own-report"
      | "officers-only"
      | "date-in-future"
      | "nobody-to-receive";
  }
>;

/** As much of a report as says whose it is. */
interface Begun {
  readonly entered?: EnteredAnswers | undefined;
  readonly isOfMessage?: boolean;
}

/** Why a report cannot begin in this way; undefined where it can. */
export async function cannotBegin(
  house: House,
  caller: Account,
  way: Rulebook["intake"]["report"]["via"][number],
): Promise<NotLikeThis | undefined> {
  const { rulebook, roster } = house;
  const { clause, via } = rulebook.intake.report;
  if (!via.includes(way)) return { refused: "not-this-way", clause };
  if (way !== "officer_entry" && isOpenToAll(rulebook)) return undefined;
  const person = await ensurePerson(house, caller);
  if (way !== "officer_entry") return findNotOpen(rulebook, roster, person);
  return officersOf(rulebook, roster).includes(person) ? undefined : { refused: "officers-only", clause };
}

/**
 * Whose report it is: of whoever sends it, or of whoever it came from where an officer enters it.
 * @returns a refusal where reports do not come in this way, for somebody who is no officer, for an officer's own report, and for a day to come
 */
export async function authorOf(
  house: House,
  caller: Account,
  { entered, isOfMessage = false }: Begun,
): Promise<Author | NotLikeThis> {
  const { rulebook } = house;
  const { clause } = rulebook.intake.report;
  const other = isOfMessage ? "message_action" : "command";
  const refused = await cannotBegin(house, caller, entered === undefined ? other : "officer_entry");
  if (refused !== undefined) return refused;
  const by = await ensurePerson(house, caller);
  const now = house.clock.now();
  if (entered === undefined) return { person: by, name: caller.name, received: now };
  const { from, how, isUnsigned = false } = entered;
  if (isUnsigned && rulebook.intake.report.anonymous === "refused") return { refused: "not-anonymous", clause };
  const person = from === undefined ? undefined : await ensurePerson(house, from);
  if (person === by) return { refused: "own-report", clause };
  const [day, today] = [Temporal.PlainDate.from(entered.on), localDay(rulebook, now)];
  if (Temporal.PlainDate.compare(day, today) > 0) return { refused: "date-in-future", today: today.toString(), clause };
  const noon = timeOnDay(rulebook, day, "12:00");
  const received = Temporal.Instant.compare(noon, now) > 0 ? now : noon;
  const came = { received, entered: { by, how } };
  if (isUnsigned) return { person: undefined, name: "", ...came, isAnonymous: true };
  return { person, name: from?.name ?? entered.name.trim(), ...came };
}

/** What an officer is told who enters it; undefined for whoever reports something themselves. */
export function enteredView(rulebook: Rulebook, author: Author, { receivers }: Routing): EnteredView | undefined {
  const { person, name, received, entered } = author;
  if (entered === undefined) return undefined;
  const on = localDay(rulebook, received).toString();
  const { anonymous } = rulebook.intake.report;
  const unsigned = author.isAnonymous === true && anonymous !== "refused" ? { unsigned: anonymous } : {};
  const isShut = !receivers.includes(entered.by);
  return { name, hasAccount: person !== undefined, on, how: entered.how, isShut, ...unsigned };
}
