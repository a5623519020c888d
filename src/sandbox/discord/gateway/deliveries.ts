import type { Announcement } from "../world/announcement.ts";

/** What a test or the page can do to the delivery of gateway events. Events are named as on the wire, "INTERACTION_CREATE". */
export interface Deliveries {
  /** From now on events of these names wait; all events when none is named. */
  hold(...names: readonly string[]): void;
  /** The names of the events that wait, oldest first. */
  held(): readonly string[];
  /** Delivers what waits, in order or in the order given by positions in `held()`, and holds nothing back any more. */
  release(order?: readonly number[]): void;
  /** Delivers the next event of this name so many times more than once, each time as a dispatch of its own. */
  duplicate(name: string, times?: number): void;
}

/** Stands between what happens and the sessions that are told of it. */
export interface DeliveryLine extends Deliveries {
  deliver(announcement: Announcement): void;
}

export function openDeliveries(send: (announcement: Announcement) => void): DeliveryLine {
  let holding: { readonly names: readonly string[] } | undefined;
  let waiting: readonly Announcement[] = [];
  const extra = new Map<string, number>();

  const sendOften = (announcement: Announcement) => {
    const times = 1 + (extra.get(announcement.name) ?? 0);
    extra.delete(announcement.name);
    for (let time = 0; time < times; time += 1) send(announcement);
  };

  return {
    hold(...names) {
      holding = { names };
    },
    held: () => waiting.map(({ name }) => name),
    release(order) {
      const all = waiting;
      holding = undefined;
      waiting = [];
      const positions = order ?? all.map((_, position) => position);
      const left = all.flatMap((one, position) => (positions.includes(position) ? [] : [one]));
      for (const position of positions) {
        const next = all[position];
        if (next === undefined)
          throw new RangeError(`Nothing waits at position ${position}; ${all.length} events wait.`);
        sendOften(next);
      }
      for (const one of left) sendOften(one);
    },
    duplicate(name, times = 1) {
      extra.set(name, (extra.get(name) ?? 0) + times);
    },
    deliver(announcement) {
      const waits = holding !== undefined && (holding.names.length === 0 || holding.names.includes(announcement.name));
      if (!waits) return sendOften(announcement);
      waiting = [...waiting, announcement];
    },
  };
}
