import { drawMember } from "../draw/drawMember.ts";
import { intent } from "../numbers.ts";
import { numberProperty, property, textProperty } from "../wire/json.ts";
import type { Json } from "../wire/json.ts";
import type { Member } from "../world/guild.ts";
import type { World } from "../world/world.ts";

/**
 * The answer to a request for members (events/gateway-events, "Request Guild Members"): by ids, or by the beginning of a name.
 * @returns undefined where Discord stays silent: the whole list is for bots with the GUILD_MEMBERS intent
 */
export function drawMembersChunk(world: World, intents: number, asked: unknown): Json | undefined {
  const ids = property(asked, "user_ids");
  const wanted = Array.isArray(ids) ? ids.map(String) : [ids].flatMap((id) => (typeof id === "string" ? [id] : []));
  const found = wanted.length > 0 ? byId(world, wanted) : byName(world, intents, asked);
  if (found === undefined) return undefined;
  const nonce = textProperty(asked, "nonce");
  return {
    guild_id: world.guild.id,
    members: found.map((member) => drawMember(world, member)),
    chunk_index: 0,
    chunk_count: 1,
    not_found: wanted.filter((id) => !world.members.has(id)),
    ...(nonce === undefined ? {} : { nonce }),
  };
}

const byId = (world: World, ids: readonly string[]): readonly Member[] =>
  ids.flatMap((id) => world.members.get(id) ?? []);

function byName(world: World, intents: number, asked: unknown): readonly Member[] | undefined {
  const query = textProperty(asked, "query") ?? "";
  const limit = numberProperty(asked, "limit") ?? 0;
  if (query === "" && (intents & intent.guildMembers) === 0) return undefined;
  const named = [...world.members.values()].filter(({ id }) =>
    world.accounts.get(id)?.name.toLowerCase().startsWith(query.toLowerCase()),
  );
  return limit === 0 ? named : named.slice(0, limit);
}
