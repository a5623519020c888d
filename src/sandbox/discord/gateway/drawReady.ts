import { drawOwnUser } from "../draw/drawApplication.ts";
import { drawGuild } from "../draw/drawGuild.ts";
import { drawMember } from "../draw/drawMember.ts";
import { drawChannelForBot, drawThread } from "../draw/drawPlace.ts";
import { isoTime } from "../draw/isoTime.ts";
import { intent } from "../numbers.ts";
import type { Json } from "../wire/json.ts";
import { maySee } from "../world/maySee.ts";
import type { World } from "../world/world.ts";
import type { Session } from "./session.ts";

/** What a bot is told first (events/gateway-events, "Ready"). */
export function drawReady(world: World, session: Session, gatewayUrl: string): Json {
  return {
    v: 10,
    user: drawOwnUser(world),
    guilds: world.members.has(world.application.id) ? [{ id: world.guild.id, unavailable: true }] : [],
    session_id: session.id,
    resume_gateway_url: gatewayUrl,
    session_type: "normal",
    private_channels: [],
    relationships: [],
    presences: [],
    guild_join_requests: [],
    shard: session.shard,
    application: { id: world.application.id, flags: 0 },
    _trace: [],
  };
}

/** The guild as a bot is told of it after Ready: of the members only itself, unless it has the intent (events/gateway-events, "Guild Create"). */
export function drawGuildCreate(world: World, intents: number): Json {
  const botId = world.application.id;
  const places = [...world.places.values()];
  const members = [...world.members.values()].filter(({ id }) => id === botId || (intents & intent.guildMembers) !== 0);
  return {
    ...drawGuild(world),
    joined_at: isoTime(world.members.get(botId)?.joinedAt ?? 0),
    large: false,
    unavailable: false,
    member_count: world.members.size,
    members: members.map((member) => drawMember(world, member)),
    channels: places.flatMap((place) => (place.kind === "channel" ? [drawChannelForBot(world, place)] : [])),
    threads: places.flatMap((place) =>
      place.kind === "thread" && !place.archived && maySee(world, botId, place) ? [drawThread(world, place)] : [],
    ),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
