import { Temporal } from "temporal-polyfill";

import { afterOutage, dueInMotion } from "../../domain/motions/due.ts";
import type { MotionEntry } from "../../domain/motions/entry.ts";
import type { House } from "../house.ts";
import { keepOutage } from "../outages.ts";
import { recordInMotion } from "./actOnMotion.ts";
import { closeInTime } from "./closeMotionVote.ts";
import { remindersOf } from "./motionEffects.ts";

/** Motions looked at in one round. */
const BATCH = 100;

/** Does everything that is due in motions now: reminds those who have not voted, and closes votes whose time is over. */
export async function runDueMotions(house: House): Promise<void> {
  const due = await house.store.dueMotions(house.clock.now(), BATCH);
  for (const id of due) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- those due longest first
      await doDue(house, id);
    } catch (error) {
      house.log.warn("what is due in a motion could not be done", {
        reason: error instanceof Error ? error.name : "unknown",
      });
    }
  }
}

async function doDue(house: House, id: string): Promise<void> {
  let closing: string | undefined;
  await recordInMotion(house, id, ({ rulebook, motion, at }) => {
    const found = dueInMotion(rulebook, motion, at);
    closing = found?.isClosing === true ? found.vote.vote : undefined;
    if (found === undefined || closing !== undefined) return { entries: [] };
    const { vote } = found.vote;
    const entries = found.occasions.map((occasion): MotionEntry => ({ kind: "reminded", vote, occasion }));
    const latest = found.occasions.at(-1) ?? "";
    return { entries, effects: remindersOf(motion, vote, latest) };
  });
  if (closing !== undefined) await closeInTime(house, id, closing);
}

/** Under this name is kept when Redress was last known to be awake. */
const AWAKE = "awake";

/** Keeps that Redress is awake. */
export async function noteAwake(house: House): Promise<void> {
  await house.store.remember(AWAKE, house.clock.now().toString());
}

/**
 * After a start, and after the machine slept: a vote that was open while Redress was away for long is extended or void, as its rule says,
 * and its room is told; one whose time was over meanwhile too. Where another instance was awake nothing was missed. Of several that come
 * back at once, one does it.
 */
export async function settleOutage(house: House): Promise<void> {
  const noted = await house.store.remembered(AWAKE);
  if (noted === undefined) return;
  const now = house.clock.now();
  const last = Temporal.Instant.from(noted);
  await keepOutage(house.store, last, now);
  for (const id of await house.store.openMotions())
    // oxlint-disable-next-line no-await-in-loop -- a few, at the start
    await recordInMotion(house, id, ({ rulebook, motion }) => ({ entries: afterOutage(rulebook, motion, last, now) }));
}
