import type { Message } from "../world/message.ts";
import type { Place } from "../world/place.ts";
import { byAge } from "../world/snowflake.ts";
import type { World } from "../world/world.ts";

/** The messages of a place that everybody there sees, newest first, as the query cuts them (resources/message, "Get Channel Messages"). */
export function listMessages(world: World, place: Place, query: URLSearchParams): readonly Message[] {
  const all = [...world.messages.in(place.id)].filter(({ visibleTo }) => visibleTo === undefined).toReversed();
  const limit = Math.min(100, Math.max(1, Number(query.get("limit") ?? 50)));
  const before = query.get("before");
  const after = query.get("after");
  const around = query.get("around");
  if (before !== null) return all.filter(({ id }) => byAge(id, before) < 0).slice(0, limit);
  if (after !== null) return all.filter(({ id }) => byAge(id, after) > 0).slice(-limit);
  if (around === null) return all.slice(0, limit);
  const at = all.findIndex(({ id }) => byAge(id, around) <= 0);
  const start = Math.max(0, (at === -1 ? all.length : at) - Math.floor(limit / 2));
  return all.slice(start, start + limit);
}
