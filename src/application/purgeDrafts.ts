import { localDay } from "../domain/deadlines/calendar.ts";
import { isTrusted, keptSince, seenOn } from "../domain/intake/drafts.ts";
import { RECORD } from "./acts/drafts.ts";
import type { House } from "./house.ts";
import { onceADay } from "./onceADay.ts";

const SEEN = "drafts.clock";

/**
 * Deletes what was typed and not sent for so long that it is kept no longer; once a day, and not before the clock has gone on by itself for a
 * week. What somebody wrote down for themselves stays.
 */
export function purgeDrafts(house: House): Promise<void> {
  return onceADay(house, "drafts.purged", async () => {
    const { store, rulebook } = house;
    const today = localDay(rulebook, house.clock.now()).toString();
    const [last, since] = (await store.remembered(SEEN))?.split(" ") ?? [];
    const seen = seenOn(last === undefined || since === undefined ? undefined : { last, since }, today);
    await store.remember(SEEN, `${seen.last} ${seen.since}`);
    if (!isTrusted(seen)) return;
    const purged = await store.purgeDrafts(keptSince(rulebook, today), [RECORD]);
    if (purged > 0) house.log.info("drafts purged", { drafts: purged });
  });
}
