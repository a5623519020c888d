import type { IntakeField, Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import { officersOf } from "../parties/receivers.ts";
import type { Refusal } from "../refusal.ts";
import type { Roster } from "../roster.ts";

/** Why somebody cannot report without their name. */
export type NotAnonymous = Extract<Refusal, { refused: "not-anonymous" | "own-hands" | "not-this-way" }>;

/** Whoever does not give their name is not asked how they can be reached, either. */
const isAskedOf = ({ type }: IntakeField) => type !== "contact";

/** The rulebook as it asks those who report without their name. */
export function askingAnonymously(rulebook: Rulebook): Rulebook {
  const { report } = rulebook.intake;
  return {
    ...rulebook,
    intake: {
      ...rulebook.intake,
      // Whoever reports themselves, with others or with a companion says who they are.
      report: {
        ...report,
        groups: undefined,
        companion: undefined,
        self_disclosure: undefined,
        fields: report.fields.filter(isAskedOf),
      },
    },
  };
}

/**
 * Why somebody cannot report without their name; undefined where they can. Whoever receives reports would either handle their own, or by
 * being left out of it show everybody who wrote it.
 * @param caller undefined for somebody whom the organisation does not know
 */
export function cannotBeAnonymous({ intake }: Pick<Rulebook, "intake">, isOfficer: boolean): NotAnonymous | undefined {
  const { anonymous, clause, via } = intake.report;
  if (!via.includes("command")) return { refused: "not-this-way", clause };
  if (anonymous === "refused") return { refused: "not-anonymous", clause };
  return isOfficer ? { refused: "own-hands", clause } : undefined;
}

/** Whether somebody may receive a report. */
export const mayReceive = (rulebook: Rulebook, roster: Roster, person: PersonId | undefined): boolean =>
  person !== undefined && officersOf(rulebook, roster).includes(person);
