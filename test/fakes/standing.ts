import type { Temporal } from "temporal-polyfill";

import type { Standing } from "../../src/domain/acts/act.ts";
import type { Case } from "../../src/domain/case/case.ts";
import { viewerOf } from "../../src/domain/parties/viewer.ts";
import type { Roster } from "../../src/domain/roster.ts";
import type { Voter } from "../../src/domain/voting/result.ts";
import { filed } from "./caseFile.ts";
import { rewritten, roster, rulebookOf } from "./kth.ts";

/** The chapter's rules, but that whoever decides says how long a suspension lasts, and that the complainant is heard first. */
const rules = rulebookOf(
  rewritten("    lasts: 90d\n", "    lasts: chosen\n    at_most: 90d\n").replace(
    "          - { id: acknowledge, within: 2d }\n",
    "          - { id: acknowledge, within: 2d }\n          - { id: hear_complainant }\n",
  ),
);

/** Somebody before a case, in words: everything that is not the chapter's own is said. */
export interface Situation {
  readonly current: Case;
  readonly person: string;
  readonly roster?: Roster;
  readonly at?: Temporal.Instant;
  /** Those who may vote in the open vote, as it stands. */
  readonly voters?: readonly Voter[];
}

/** The two parties of a case. */
export const partyPeople: Readonly<Record<string, string>> = { mona: "party-a", nils: "party-b" };
export const partyNames = ["Mona Wik", "Nils Orrby"];

/** How somebody stands to a case, found as it is in life. */
export function standingOf(situation: Situation): Standing {
  const { current, person, roster: holders = roster, at = filed } = situation;
  const isParty = (id: string) => current.parties.some(({ party }) => party === partyPeople[id]);
  return {
    rulebook: rules,
    roster: holders,
    current,
    viewer: viewerOf(rules, holders, current, person, partyPeople[person]),
    caller: person,
    parties: Object.keys(partyPeople).filter(isParty),
    names: partyNames,
    at,
  };
}
