import { drawThread, drawThreadMember } from "../draw/drawPlace.ts";
import type { Json } from "../wire/json.ts";
import { maySee } from "../world/maySee.ts";
import type { Thread } from "../world/place.ts";
import { byAge } from "../world/snowflake.ts";
import type { World } from "../world/world.ts";

/** The threads that fit and that the bot can see, newest first, with the bot's own memberships. */
export function drawThreadList(world: World, fits: (thread: Thread) => boolean, limit = Infinity): Json {
  const botId = world.application.id;
  const threads = [...world.places.values()]
    .filter((place) => place.kind === "thread")
    .filter((thread) => fits(thread) && maySee(world, botId, thread))
    .toSorted((a, b) => byAge(b.id, a.id));
  const given = threads.slice(0, limit);
  return {
    threads: given.map((thread) => drawThread(world, thread)),
    members: given.flatMap((thread) => drawThreadMember(thread, botId) ?? []),
    has_more: given.length < threads.length,
  };
}
