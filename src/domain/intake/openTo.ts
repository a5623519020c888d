import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { deputiesOf, holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";

/**
 * Why somebody cannot report at all; undefined where they can.
 * @param person undefined for somebody whom the organisation does not know
 */
export function findNotOpen(
  rulebook: Rulebook,
  roster: Roster,
  person: PersonId | undefined,
): Extract<Refusal, { refused: "not-open" }> | undefined {
  const { open_to: to, clause } = rulebook.intake.report;
  if (isOpenToAll(rulebook)) return undefined;
  const people = to.flatMap((selector) => [
    ...holdersOf(rulebook, roster, selector),
    ...deputiesOf(rulebook, roster, selector),
  ]);
  return person !== undefined && people.includes(person) ? undefined : { refused: "not-open", to, clause };
}

/** Whether everybody can report who is on a platform of the organisation. */
export const isOpenToAll = ({ intake }: Pick<Rulebook, "intake">): boolean =>
  intake.report.open_to.some(({ kind }) => kind === "anyone");
