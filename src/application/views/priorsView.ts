import { arePriorsSealed } from "../../domain/case/priors.ts";
import { readProcedure } from "../../domain/case/stages.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { RuleId, SanctionId } from "../../domain/identity.ts";
import { holdsAt, imposedIn } from "../../domain/sanctions/record.ts";
import type { Facts } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { respondentsOf } from "../organisationParty.ts";
import { casesOfRespondent } from "../sanctions/personsCases.ts";

/** What was found earlier about whomever a case is about. While it is closed it is not even read, and nothing says whether there is any. */
export interface PriorsView {
  readonly isSealed: boolean;
  readonly clause: string;
  /** The latest first; of which case they are is not said. */
  readonly priors: readonly {
    /** The day on which it was decided, as 2026-03-15. */
    readonly day: string;
    readonly findings: readonly RuleId[];
    readonly sanction: SanctionId;
    readonly holds: boolean;
  }[];
}

/** Whether the document has those who decide learn of earlier findings, once they have made theirs. */
export const hasPriors = ({ rulebook, current }: Facts): boolean =>
  readProcedure(rulebook, current).priors_sealed !== undefined;

export async function priorsView(house: House, { rulebook, current, stored, at }: Facts): Promise<PriorsView> {
  const clause = readProcedure(rulebook, current).priors_sealed?.clause ?? "";
  if (arePriorsSealed(rulebook, current)) return { isSealed: true, clause, priors: [] };
  const respondents = respondentsOf(stored);
  const all = await Promise.all(respondents.map((respondent) => casesOfRespondent(house, stored.id, respondent)));
  const others = all.flat().filter((each) => each.stored.id !== stored.id);
  const priors = others.flatMap((other) =>
    imposedIn(other.rulebook, other.current)
      .filter(({ party, decision }) => party.party === other.party && decision.quashed === undefined)
      .map((imposed) => ({
        day: localDay(other.rulebook, imposed.decision.made).toString(),
        findings: other.current.decisions.find(({ id }) => id === imposed.decision.id)?.findings ?? [],
        sanction: imposed.sanction,
        holds: holdsAt(imposed, at),
      })),
  );
  return { isSealed: false, clause, priors: priors.toSorted((a, b) => b.day.localeCompare(a.day)) };
}
