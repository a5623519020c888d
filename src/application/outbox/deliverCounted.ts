import { readsCounted } from "../../domain/intake/counted.ts";
import type { Claim, Effect } from "../effect.ts";
import { reachableAccounts } from "../house.ts";
import type { House } from "../house.ts";
import { platformFor } from "./platformFor.ts";
import type { Outcome } from "./syncRoom.ts";

const done: Outcome = { kind: "done" };

/** Tells somebody that an anonymous report waits to be counted; whoever reads it no longer, or finds it counted, is told nothing. */
export async function deliverCounted(
  house: House,
  { report: id, person: to }: Extract<Effect, { kind: "counted" }>,
  claim: Claim,
): Promise<Outcome> {
  const person = house.people.get(to);
  const report = (await house.store.countedReports()).find((each) => each.id === id);
  if (person === undefined || report?.state.kind !== "waiting") return done;
  if (!readsCounted(house.rulebook, house.roster, report, to)) return done;
  for (const account of reachableAccounts(house, person, "")) {
    const platform = platformFor(house, account.platform, claim);
    // oxlint-disable-next-line no-await-in-loop -- the next account is tried only when this one cannot be reached
    const sent = await platform?.direct({
      account,
      key: `counted:${id}:${to}`,
      message: { kind: "counted", report: id },
      again: claim.attempt > 1,
    });
    if (sent?.kind === "done") return done;
    if (sent?.kind === "later") return sent;
  }
  house.log.warn("nobody could be told of an anonymous report", { report: report.codeName });
  return done;
}
