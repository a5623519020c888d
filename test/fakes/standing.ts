import type { Temporal } from "temporal-polyfill";

import type { Standing } from "../../src/domain/acts/act.ts";
import type { Case } from "../../src/domain/case/case.ts";
import { isBefore } from "../../src/domain/challenges/whoHears.ts";
import { viewerOf } from "../../src/domain/parties/viewer.ts";
import type { Roster } from "../../src/domain/roster.ts";
import type { Voter } from "../../src/domain/voting/result.ts";
import { filed } from "./caseFile.ts";
import { rewritten, roster, rulebookOf } from "./kth.ts";

/**
 * The chapter's rules, but that an appeal needs a reason, and is heard where the president says so who has asked the vice-president, that whoever decides says how long a suspension lasts, that the complainant is heard first and can be asked for
 * more, and that a case has ten days, which end in a vacation: the officers may give more time, and the parties are told.
 */
const rules = rulebookOf(
  rewritten("    lasts: 90d\n", "    lasts: chosen\n    at_most: 90d\n")
    .replace(
      "          - { id: acknowledge, within: 2d }\n",
      "          - { id: acknowledge, within: 2d }\n          - { id: hear_complainant }\n",
    )
    .replace(
      "    starts: contact\n",
      `    starts: contact
    limit: { within: 10d, from: report.received, soft: true, clause: "5.2" }
    extendable: { by: "body:council", reason: required, tells: [complainant, respondent], clause: "5.2" }
    overdue: { tells: [complainant, respondent], clause: "5.2" }
`,
    )
    .replace(
      "          in_contact: { then: assess,",
      "          more: { then: contact, pauses: 3d, notify: [complainant] }\n          in_contact: { then: assess,",
    )
    .replace(
      "    grounds: any\n    admitted_by: automatic\n",
      `    grounds: [wrong, new_evidence]
    evidence_for: [new_evidence]
    consults: "office:vice_president"
    admitted_by: "office:president"
`,
    )
    .replace(
      "  reminders:\n",
      "  vacations:\n    - { name: Break, from: 2026-03-10, to: 2026-03-20, deadlines: offer_extension }\n  reminders:\n",
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
  const parties = Object.keys(partyPeople).filter(isParty);
  const viewer = viewerOf(rules, holders, current, person, partyPeople[person]);
  const setting = { rulebook: rules, roster: holders, current, parties };
  const isAddressee = current.challenges.some((challenge) => isBefore(setting, challenge, person));
  return {
    rulebook: rules,
    roster: holders,
    current,
    viewer: viewer.kind === "nobody" && isAddressee ? { kind: "addressee", person } : viewer,
    caller: person,
    parties,
    names: partyNames,
    at,
  };
}
