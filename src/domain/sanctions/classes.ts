import type { Rulebook, StageOutcome } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { PartyId, SanctionId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { offeredSanctions } from "./fitting.ts";

/** Of which classes each respondent is, as far as anybody knows; of whom nobody knows it there are none. */
export type Classes = Readonly<Record<PartyId, readonly string[]>>;

/**
 * Of which classes the respondents are: as those who handle the case entered it, and where they entered nothing, as the roster says.
 * @param listed the classes of each in the roster
 */
export function classesIn(current: Case, listed: Classes): Classes {
  const entered = current.consents.classes.map(({ party, class: name }) => [party, [name]]);
  return { ...listed, ...Object.fromEntries(entered) };
}

/** The sanctions, of these, that are meant for everybody whom a case is about: of whom nobody knows the class, all are. */
export function meantFor(
  rulebook: Rulebook,
  sanctions: readonly SanctionId[],
  classes: readonly (readonly string[])[],
): readonly SanctionId[] {
  return sanctions.filter((sanction) => {
    const meant = rulebook.sanctions[sanction]?.classes;
    return meant === undefined || classes.every((own) => own.length === 0 || own.some((each) => meant.includes(each)));
  });
}

/** Why a sanction cannot be imposed in a case: it is meant for others than those whom the case is about. */
export function findNotMeant(
  rulebook: Rulebook,
  outcome: StageOutcome | undefined,
  sanction: SanctionId | undefined,
  classes: Classes,
  clause: string,
): Refusal | undefined {
  const offered = outcome === undefined ? [] : offeredSanctions(rulebook, outcome);
  const meant = meantFor(rulebook, offered, Object.values(classes));
  if (sanction === undefined || !offered.includes(sanction) || meant.includes(sanction)) return undefined;
  return { refused: "sanction-not-offered", sanctions: meant, clause: rulebook.sanctions[sanction]?.clause ?? clause };
}

/** Whether it makes a difference in a procedure of which class a respondent is. */
export function asksForClass(rulebook: Rulebook, current: Pick<Case, "procedure">): boolean {
  const stages = Object.values(rulebook.procedures[current.procedure]?.stages ?? {});
  return stages.some(
    (stage) =>
      stage.kind !== "closed" &&
      Object.values(stage.outcomes).some((outcome) =>
        outcome.sanctions?.some((id) => rulebook.sanctions[id]?.classes !== undefined),
      ),
  );
}
