import type { Case } from "../../domain/case/case.ts";
import type { Imposed } from "../../domain/sanctions/record.ts";

/** "A" for the first party of a case, "B" for the second: the same in every brief of the case. */
export function pseudonymOf(current: Case, party: string): string {
  const index = current.parties.findIndex((each) => each.party === party);
  return String.fromCodePoint(65 + Math.max(0, index));
}

/** Names a sanction of one person in buttons. */
export const sanctionKey = (current: Case, { party, decision }: Pick<Imposed, "party" | "decision">): string =>
  `${pseudonymOf(current, party.party).toLowerCase()}.${decision.id}`;
