import { foldCase } from "../../domain/case/foldCase.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { deadlinesOf } from "../../domain/deadlines/deadline.ts";
import { nextRung } from "../../domain/deadlines/ladder.ts";
import type { NoticeId } from "../../domain/identity.ts";
import { mayLearnOfLateness } from "../../domain/parties/escalation.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { changeOf, peopleBehind, readCase, TRIES, unlessSeen } from "../actOnCase.ts";
import type { Request, Seen } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";

/** Somebody has said that they have seen that something is late. */
export interface SeenLate {
  readonly kind: "done";
  readonly codeName: string;
  /** The day on which somebody else, or they again, are told of it, as 2026-03-15; undefined once it is not late any more. */
  readonly nextDay: string | undefined;
}

/**
 * Keeps that somebody on the ladder has seen that something is late: the next rung is told so much later. Whoever was not told of it, or may
 * not learn of the case any more, is answered as if there were none; a second time nothing is kept.
 * @param notice what they were told; what they were told of this case last when it is empty
 */
export async function seeNotice(house: House, request: Request, notice: NoticeId): Promise<SeenLate | Seen | Blocked> {
  const caller = await findPerson(house, request.caller);
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- read again when somebody else was faster
    const stored = await readCase(house, request.case);
    if (stored === undefined || caller === undefined) return unlessSeen(house, request, nothingHere);
    const rulebook = house.rulebookOf(stored.rulebook);
    const current = foldCase(stored);
    const found = current.notices.findLast(
      ({ id, to, subject }) =>
        (notice === "" ? subject.kind === "escalation" : id === notice) && to.kind === "person" && to.person === caller,
    );
    const mayKnow = mayLearnOfLateness(rulebook, house.roster, current, caller, peopleBehind(stored));
    if (found?.subject.kind !== "escalation" || !mayKnow) return unlessSeen(house, request, nothingHere);
    const { deadline: key, day } = found.subject;
    const answer = (now: typeof current): SeenLate => {
      const deadline = deadlinesOf(rulebook, now).find((each) => each.key === key && each.day.toString() === day);
      const next = deadline === undefined ? undefined : nextRung(rulebook, now, deadline);
      const nextDay = next === undefined ? undefined : localDay(rulebook, next.at).toString();
      return { kind: "done", codeName: now.codeName, nextDay };
    };
    if (current.seen.some((each) => each.notice === found.id)) return answer(current);
    const entries = [{ kind: "notice-seen", notice: found.id, person: caller }] as const;
    const by = { kind: "person", person: caller } as const;
    const at = house.clock.now();
    const made = changeOf(house, rulebook, stored, current, { entries }, by, at, request.delivery);
    // oxlint-disable-next-line no-await-in-loop
    const committed = await house.store.commit(made.change);
    if (committed === "seen") return { kind: "seen" };
    if (committed === "stale") continue;
    house.wakeOutbox();
    return answer(made.current);
  }
  throw new Error(`A case changed ${TRIES} times while somebody said that they had seen that it is late.`);
}
