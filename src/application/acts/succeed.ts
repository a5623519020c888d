import { foldCase } from "../../domain/case/case.ts";
import type { Entry } from "../../domain/case/entry.ts";
import type { CaseId } from "../../domain/identity.ts";
import { maySucceed } from "../../domain/parties/succession.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { changeOf, peopleBehind, readCase, TRIES, unlessSeen } from "../actOnCase.ts";
import type { CaseRef, Request, Seen } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../ports.ts";

/** A case that nobody in office handles, for somebody who can take it over: nothing of it but its name. */
export interface Orphan {
  readonly kind: "orphan";
  readonly case: CaseId;
  readonly codeName: string;
  readonly conflictClause: string;
}

/** Undefined for everybody who cannot take the case over, as where there is none. */
export async function findOrphan(house: House, caller: AccountRef, ref: CaseRef): Promise<Orphan | undefined> {
  const [person, stored] = [await findPerson(house, caller), await readCase(house, ref)];
  if (stored === undefined || person === undefined) return undefined;
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  if (!maySucceed(rulebook, house.roster, current, person, peopleBehind(stored))) return undefined;
  const { codeName, id } = stored;
  return { kind: "orphan", case: id, codeName, conflictClause: rulebook.conflicts.clause };
}

/** Somebody has taken a case over, or has stepped aside from it. */
export interface Succeeded {
  readonly kind: "succeeded";
  readonly case: CaseId;
}

/**
 * Somebody who reads reports takes over a case after all who handled it have left office. They say first that nothing stands between them
 * and the case; whoever says otherwise has stepped aside, and learns nothing of it.
 */
export async function succeed(house: House, request: Request, isClear: boolean): Promise<Succeeded | Seen | Blocked> {
  const person = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- read again when somebody else was faster
    const stored = await readCase(house, request.case);
    if (stored === undefined || person === undefined) return unlessSeen(house, request, nothingHere);
    const rulebook = house.rulebookOf(stored.rulebook);
    const current = foldCase(stored);
    if (!maySucceed(rulebook, house.roster, current, person, peopleBehind(stored)))
      return unlessSeen(house, request, nothingHere);
    const entries: readonly Entry[] = [isClear ? { kind: "succeeded", person } : { kind: "recused", person }];
    const by = { kind: "person", person } as const;
    const made = changeOf(house, rulebook, stored, current, { entries }, by, house.clock.now(), request.delivery);
    // oxlint-disable-next-line no-await-in-loop
    const committed = await house.store.commit(made.change);
    if (committed === "seen") return { kind: "seen" };
    if (committed === "stale") continue;
    house.wakeOutbox();
    return { kind: "succeeded", case: stored.id };
  }
  throw new Error(`A case changed ${TRIES} times while somebody took it over.`);
}
