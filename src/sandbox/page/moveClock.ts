import { z } from "zod";

import type { MovableClock } from "../clock.ts";
import { PageRefusal } from "./http/pageRefusal.ts";
import type { PageHouse } from "./pageOptions.ts";
import type { ShownClock } from "./wire.ts";

const HOUR = 3_600_000;
const spans = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR } as const;

/** How far: an hour, a day, a week, thirty days, or to the next thing due. */
export const moveSchema = z.strictObject({ by: z.enum(["hour", "day", "week", "month", "next-due"]) });
export type Span = z.infer<typeof moveSchema>["by"];

type Timekeeping = Pick<PageHouse, "clock" | "afterMove" | "nextDue" | "clockLog">;

/** Where the clock stands, and when something is due next. */
export async function readClock({ clock, nextDue }: Timekeeping): Promise<ShownClock> {
  const due = await nextDue?.();
  return { now: clock.now(), ...(due === undefined ? {} : { nextDue: due }) };
}

/**
 * A way to move the clock by one span after the other, never two at once.
 * @throws PageRefusal when nothing is due
 */
export function clockMover(time: Timekeeping): (by: Span) => Promise<ShownClock> {
  let last: Promise<unknown> = Promise.resolve();
  return (by) => {
    const move = last.then(async () => {
      time.clock.advance(await lengthOf(by, time.clock, time.nextDue));
      const earlier = new Set((await time.clockLog?.())?.map(({ id }) => id));
      await time.afterMove();
      const lines = await time.clockLog?.();
      const happened = lines?.filter(({ id }) => !earlier.has(id)).length;
      return { ...(await readClock(time)), ...(happened === undefined ? {} : { happened }) };
    });
    last = move.catch(() => undefined);
    return move;
  };
}

async function lengthOf(by: Span, clock: MovableClock, nextDue: Timekeeping["nextDue"]): Promise<number> {
  if (by !== "next-due") return spans[by];
  const due = await nextDue?.();
  if (due === undefined) throw new PageRefusal(409, { en: "Nothing is due.", sv: "Inget väntar på att förfalla." });
  return Math.max(0, due - clock.now());
}
