import { drawMember } from "../draw/drawMember.ts";
import { drawMessage } from "../draw/drawMessage.ts";
import { drawPlace } from "../draw/drawPlace.ts";
import { drawUserById } from "../draw/drawUser.ts";
import { permission } from "../numbers.ts";
import type { Json } from "../wire/json.ts";
import type { Interaction } from "../world/interaction.ts";
import { permissionsAt } from "../world/permissions.ts";
import type { Place } from "../world/place.ts";
import type { World } from "../world/world.ts";

/** What every bot holds in a direct conversation (interactions/receiving-and-responding, "Interaction Structure", app_permissions). */
const directPermissions =
  permission.attachFiles | permission.embedLinks | permission.mentionEveryone | permission.useExternalEmojis;

/** Discord's limit for servers without boosts, in bytes. */
const attachmentSizeLimit = 10 * 1024 * 1024;

/** An interaction as the gateway delivers it. */
export function drawInteraction(world: World, interaction: Interaction, place: Place, data: Json): Json {
  const { cause, personId } = interaction;
  const control = cause.controlMessageId === undefined ? undefined : world.messages.get(cause.controlMessageId);
  const common = {
    id: cause.id,
    application_id: world.application.id,
    type: cause.type,
    token: cause.token,
    version: 1,
    data,
    channel_id: place.id,
    locale: world.accounts.get(personId)?.locale ?? "en-US",
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: attachmentSizeLimit,
    ...(control === undefined ? {} : { message: drawMessage(world, control) }),
  };
  if (place.kind === "direct")
    return {
      ...common,
      user: drawUserById(world, personId),
      channel: drawPlace(world, place),
      app_permissions: String(directPermissions),
      authorizing_integration_owners: { 0: "0" },
      context: 1,
    };
  const member = world.members.get(personId);
  const permissions = String(permissionsAt(world, personId, place));
  return {
    ...common,
    guild_id: world.guild.id,
    guild: { id: world.guild.id, locale: world.guild.locale, features: [] },
    guild_locale: world.guild.locale,
    channel: { ...drawPlace(world, place), permissions },
    ...(member === undefined ? {} : { member: { ...drawMember(world, member), permissions } }),
    app_permissions: String(permissionsAt(world, world.application.id, place)),
    authorizing_integration_owners: { 0: world.guild.id },
    context: 0,
  };
}
