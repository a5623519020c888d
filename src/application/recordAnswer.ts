import type { Case } from "../domain/case/case.ts";
import type { Entry } from "../domain/case/entry.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import type { CaseId, PersonId } from "../domain/identity.ts";
import { nothingHere } from "../domain/why/unblock.ts";
import type { Blocked } from "../domain/why/unblock.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { changeOf, peopleBehind, readCase, TRIES, unlessSeen } from "./actOnCase.ts";
import type { Request, Seen } from "./actOnCase.ts";
import { findPerson } from "./house.ts";
import type { House } from "./house.ts";

/** A case, for somebody who answers something in it and is perhaps nobody else to it. */
export interface Answering {
  readonly rulebook: Rulebook;
  readonly current: Case;
  readonly caller: PersonId;
  /** The people who are parties. */
  readonly parties: readonly PersonId[];
}

/**
 * Records what somebody answers who need not know the case.
 * @param decide the entries; undefined for everybody who is not asked, which is answered as if there were nothing
 */
export async function recordAnswer(
  house: House,
  request: Request,
  decide: (facts: Answering) => readonly Entry[] | undefined,
): Promise<{ readonly kind: "recorded"; readonly case: CaseId } | Seen | Blocked> {
  const caller = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- read again when somebody else was faster
    const stored = await readCase(house, request.case);
    if (stored === undefined || caller === undefined) return unlessSeen(house, request, nothingHere);
    const rulebook = house.rulebookOf(stored.rulebook);
    const current = foldCase(stored);
    const entries = decide({ rulebook, current, caller, parties: peopleBehind(stored) });
    if (entries === undefined) return unlessSeen(house, request, nothingHere);
    const by = { kind: "person", person: caller } as const;
    const made = changeOf(house, rulebook, stored, current, { entries }, by, house.clock.now(), request.delivery);
    // oxlint-disable-next-line no-await-in-loop
    const committed = await house.store.commit(made.change);
    if (committed === "seen") return { kind: "seen" };
    if (committed === "stale") continue;
    house.wakeOutbox();
    return { kind: "recorded", case: stored.id };
  }
  throw new Error(`A case changed ${TRIES} times while somebody answered something in it.`);
}
