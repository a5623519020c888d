import { settleVote } from "../domain/acts/settleVote.ts";
import { openVote } from "../domain/case/case.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import type { CaseId } from "../domain/identity.ts";
import { changeOf, TRIES } from "./actOnCase.ts";
import type { House } from "./house.ts";

/**
 * Ends what is before the body of a case, where it ends by itself: with enough objections, or with the time to object. It is counted while
 * the vote is held still, and recorded as done by the clock. Calling it twice changes nothing the second time.
 * @returns whether it ended now
 */
export async function settleOpenVote(house: House, id: CaseId): Promise<boolean> {
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable no-await-in-loop -- read anew with each try
    const stored = await house.store.caseById(id);
    const current = stored === undefined ? undefined : foldCase(stored);
    const open = current === undefined ? undefined : openVote(current);
    if (stored === undefined || current === undefined || open === undefined) return false;
    const { roster } = house;
    const [rulebook, at] = [house.rulebookOf(stored.rulebook), house.clock.now()];
    const committed = await house.store.closeVote(open.vote, ({ voters }) => {
      const entries = settleVote({ rulebook, roster, current, at }, voters, () => house.chance.id());
      if (entries.length === 0) return undefined;
      return changeOf(house, rulebook, stored, current, { entries }, { kind: "clock" }, at, undefined).change;
    });
    // oxlint-enable no-await-in-loop
    if (committed === "stale") continue;
    if (committed === "committed") house.wakeOutbox();
    return committed === "committed";
  }
  throw new Error(`The case ${id} changed ${TRIES} times while its vote was being ended.`);
}
