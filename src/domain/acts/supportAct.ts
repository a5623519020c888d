import type { Entry } from "../case/entry.ts";
import type { PartyEntry } from "../case/party.ts";
import { readProcedure } from "../case/stages.ts";
import type { Refusal } from "../refusal.ts";
import type { Standing } from "./act.ts";

/**
 * Sends those whom a report is to help where they can get help, as the rulebook names it. That it was sent, by whom and when, stands in
 * the case file.
 * @param newId gives an id for each notice
 */
export function decideSendSupport({ rulebook, current }: Standing, newId: () => string): readonly Entry[] | Refusal {
  const { referrals, clause } = readProcedure(rulebook, current);
  if (referrals === undefined || referrals.support_card.length === 0)
    return { refused: "no-support-card", clause: referrals?.clause ?? clause };
  return current.parties.filter(isHelped).map(({ party, role }) => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "party", party, role },
    subject: { kind: "support" },
  }));
}

/** Whoever filed the report, and whoever it happened to. */
const isHelped = ({ role }: PartyEntry) => role === "complainant" || role === "affected";
