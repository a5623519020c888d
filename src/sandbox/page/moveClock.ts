import type { MovableClock } from "../clock.ts";
import { PageRefusal } from "./http/pageRefusal.ts";
import type { PageHouse } from "./pageOptions.ts";
import type { Span } from "./span.ts";
import { spans } from "./span.ts";
import type { ShownClock } from "./wire.ts";

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
