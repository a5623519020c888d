import { drawPartialMember } from "../draw/drawMember.ts";
import { drawPlace } from "../draw/drawPlace.ts";
import { drawRole } from "../draw/drawRole.ts";
import { drawUserById } from "../draw/drawUser.ts";
import { uploadUrl } from "../rest/serveUpload.ts";
import type { Json } from "../wire/json.ts";
import { guildPermissions, permissionsAt } from "../world/permissions.ts";
import type { World } from "../world/world.ts";

/** What was chosen by id, and so has to be told in full. */
export interface Chosen {
  readonly users: string[];
  readonly roles: string[];
  readonly channels: string[];
  readonly attachments: string[];
}

export const nothingChosen = (): Chosen => ({ users: [], roles: [], channels: [], attachments: [] });

/** The `resolved` of an interaction (interactions/receiving-and-responding, "Resolved Data Structure"); undefined if nothing was chosen by id. */
export function drawResolved(world: World, personId: string, chosen: Chosen): Json | undefined {
  const { users, roles, channels, attachments } = chosen;
  if (users.length + roles.length + channels.length + attachments.length === 0) return undefined;
  const members = users.flatMap((id) => world.members.get(id) ?? []);
  return {
    ...(users.length === 0 ? {} : { users: byId(users, (id) => drawUserById(world, id)) }),
    ...(members.length === 0
      ? {}
      : {
          members: Object.fromEntries(
            members.map((member) => [
              member.id,
              { ...drawPartialMember(member), permissions: String(guildPermissions(world, member.id)) },
            ]),
          ),
        }),
    ...(roles.length === 0 ? {} : { roles: byId(roles, (id) => drawnRole(world, id)) }),
    ...(attachments.length === 0 ? {} : { attachments: byId(attachments, (id) => drawnUpload(world, id)) }),
    ...(channels.length === 0 ? {} : { channels: byId(channels, (id) => drawnChannel(world, personId, id)) }),
  };
}

const byId = (ids: readonly string[], draw: (id: string) => Json | undefined): Json =>
  Object.fromEntries(ids.map((id) => [id, draw(id)]));

function drawnRole(world: World, id: string): Json | undefined {
  const role = world.roles.get(id);
  return role === undefined ? undefined : drawRole(role, world.application.id);
}

function drawnUpload(world: World, id: string): Json | undefined {
  const upload = world.uploads.get(id);
  if (upload === undefined) return undefined;
  const url = uploadUrl(world, upload);
  const { name: filename, contentType, bytes } = upload;
  return { id, filename, size: bytes.length, content_type: contentType, url, proxy_url: url, ephemeral: true };
}

function drawnChannel(world: World, personId: string, id: string): Json | undefined {
  const place = world.places.get(id);
  if (place === undefined || place.kind === "direct") return undefined;
  return { ...drawPlace(world, place), permissions: String(permissionsAt(world, personId, place)) };
}
