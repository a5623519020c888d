import { type Channel } from "../world/channel.ts";
import { isFullMember } from "../world/member.ts";
import type { StoredMessage } from "../world/storedMessage.ts";
import type { World } from "../world/world.ts";
import type { Names } from "./readableMrkdwn.ts";

/** Whether a person can read a conversation in their client: members can, and every full member the public ones. */
export function canRead(world: World, person: string, channel: Channel): boolean {
  const member = world.members.get(person);
  if (member === undefined || member.deleted) return false;
  return channel.members.has(person) || (channel.kind === "public" && isFullMember(member));
}

/** Whether this message is shown to a person who can read the conversation it stands in. */
export function isShownTo(person: string, message: StoredMessage): boolean {
  return message.onlyFor === undefined || message.onlyFor === person;
}

/** How mentions read for this person: a channel they may not know of has no name. */
export function namesFor(world: World, person: string): Names {
  return {
    person: (id) => world.members.get(id)?.name,
    channel: (id) => {
      const channel = world.channels.get(id);
      return channel !== undefined && canRead(world, person, channel) ? channel.name : undefined;
    },
  };
}
