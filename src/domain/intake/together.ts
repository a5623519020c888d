import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { PartyEntry } from "../case/party.ts";
import type { PartyId } from "../identity.ts";

/** Those who were named and have not answered: none of them is a party. */
export function unanswered({ together, parties }: Pick<Case, "together" | "parties">): readonly PartyEntry[] {
  const answered = [...(together?.declined ?? []), ...parties.map(({ party }) => party)];
  return (together?.members ?? []).filter(({ party }) => !answered.includes(party));
}

/** Who speaks for those who report together: the author, while whoever was named for it is no party. */
export function spokespersonOf({ together, parties }: Pick<Case, "together" | "parties">): PartyId | undefined {
  if (together?.spokesperson === undefined) return undefined;
  const author = parties.find(({ role }) => role === "complainant")?.party;
  return parties.some(({ party }) => party === together.spokesperson) ? together.spokesperson : author;
}

/** Whether somebody else speaks for this party to the officers. */
export function isSpokenFor(current: Pick<Case, "together" | "parties">, { party, role }: PartyEntry): boolean {
  const speaks = spokespersonOf(current);
  return role === "complainant" && speaks !== undefined && speaks !== party;
}

/** The case after one of those who were named has answered: whoever joins is a party from then on. */
export function afterJoining(
  current: Case,
  { party, isJoining }: Extract<Entry, { kind: "joining-answered" }>,
): Pick<Case, "together" | "parties"> {
  const { together } = current;
  const member = together?.members.find((each) => each.party === party);
  if (together === undefined || member === undefined) return { together, parties: current.parties };
  const declined = together.declined.filter((each) => each !== party);
  const parties = current.parties.filter((each) => each.party !== party);
  return isJoining
    ? { together: { ...together, declined }, parties: [...parties, member] }
    : { together: { ...together, declined: [...declined, party] }, parties };
}
