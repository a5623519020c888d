import { changeChannel, deleteChannel } from "./acts/changeChannel.ts";
import { joinGuild, leaveGuild, setRoles } from "./acts/changeMember.ts";
import { deleteMessage } from "./acts/changeMessage.ts";
import { changeRole, deleteRole } from "./acts/changeRole.ts";
import { changeThread, deleteThread, type ThreadChanges } from "./acts/changeThread.ts";
import { openDirect } from "./acts/openDirect.ts";
import { addToThread, removeFromThread } from "./acts/threadMembers.ts";
import { intent } from "./numbers.ts";
import { overwriteOf } from "./openWorld.ts";
import type { MemberSeed, OverwriteSeed } from "./options.ts";
import type { Role } from "./world/guild.ts";
import type { Channel, Thread } from "./world/place.ts";
import type { World } from "./world/world.ts";

/** What people do in the client that is none of the bot's doing; each act is done by the guild's owner where it matters who did it. */
export interface ByHand {
  memberJoins(seed: MemberSeed): void;
  memberLeaves(id: string): void;
  setRoles(id: string, roles: readonly string[]): void;
  renameRole(id: string, name: string): void;
  /** Moves a role; the bot's own stands above those there were when the guild opened. */
  moveRole(id: string, position: number): void;
  deleteRole(id: string): void;
  /** Changes what the bot's own role may do. */
  setBotPermissions(permissions: bigint): void;
  /** Changes what everybody may do, the bot included. */
  setEveryonePermissions(permissions: bigint): void;
  /** Takes the bot out of the guild. */
  removeBot(): void;
  closeDirectMessages(id: string): void;
  openDirectMessages(id: string): void;
  rename(placeId: string, name: string): void;
  /** Deletes a channel or a thread with everything in it. */
  deletePlace(placeId: string): void;
  setOverwrites(channelId: string, overwrites: readonly OverwriteSeed[]): void;
  archive(threadId: string): void;
  unarchive(threadId: string): void;
  lock(threadId: string): void;
  unlock(threadId: string): void;
  addToThread(threadId: string, personId: string): void;
  removeFromThread(threadId: string, personId: string): void;
  deleteMessage(messageId: string): void;
  /** Nothing that was attached can be fetched any more. */
  forgetFiles(): void;
}

export function byHand(world: World): ByHand {
  const owner = () => world.guild.ownerId;
  const change = (threadId: string, changes: ThreadChanges) =>
    void changeThread(world, threadOf(world, threadId), changes, owner());
  const takeDirect = (id: string, takesDirectMessages: boolean) => {
    const account = world.accounts.get(id);
    if (account === undefined) throw new Error(`There is nobody with the id ${id}.`);
    world.accounts.set(id, { ...account, takesDirectMessages });
    world.changed();
  };
  const setPermissions = (which: (role: Role) => boolean, permissions: bigint) => {
    const role = [...world.roles.values()].find(which);
    if (role === undefined) throw new Error("There is no such role.");
    changeRole(world, role.id, { permissions });
  };

  return {
    memberJoins({ id, name, locale = "en-US", roles = [] }) {
      joinGuild(world, { id, name, isBot: false, locale, takesDirectMessages: true }, roles);
      openDirect(world, id);
    },
    memberLeaves: (id) => leaveGuild(world, id),
    setRoles: (id, roles) => setRoles(world, id, roles),
    renameRole: (id, name) => changeRole(world, id, { name }),
    moveRole: (id, position) => changeRole(world, id, { position }),
    deleteRole: (id) => deleteRole(world, id),
    setBotPermissions: (permissions) => setPermissions(({ managed }) => managed, permissions),
    setEveryonePermissions: (permissions) => setPermissions(({ id }) => id === world.guild.id, permissions),
    removeBot() {
      const gone = { id: world.guild.id };
      world.announce({ name: "GUILD_DELETE", intent: intent.guilds, data: () => gone });
      leaveGuild(world, world.application.id);
    },
    closeDirectMessages: (id) => takeDirect(id, false),
    openDirectMessages: (id) => takeDirect(id, true),
    rename(placeId, name) {
      const place = world.places.get(placeId);
      if (place?.kind === "thread") change(placeId, { name });
      else changeChannel(world, channelOf(world, placeId), { name });
    },
    deletePlace(placeId) {
      const place = world.places.get(placeId);
      if (place?.kind === "thread") deleteThread(world, place);
      else deleteChannel(world, channelOf(world, placeId));
    },
    setOverwrites: (id, overwrites) =>
      void changeChannel(world, channelOf(world, id), { overwrites: overwrites.map(overwriteOf) }),
    archive: (id) => change(id, { archived: true }),
    unarchive: (id) => change(id, { archived: false }),
    lock: (id) => change(id, { locked: true }),
    unlock: (id) => change(id, { locked: false }),
    addToThread: (threadId, personId) => addToThread(world, threadOf(world, threadId).id, personId, owner()),
    removeFromThread: (threadId, personId) => removeFromThread(world, threadOf(world, threadId).id, personId, owner()),
    deleteMessage(messageId) {
      const message = world.messages.get(messageId);
      if (message === undefined) throw new Error(`There is no message ${messageId}.`);
      deleteMessage(world, message);
    },
    forgetFiles: () => world.uploads.clear(),
  };
}

function threadOf(world: World, id: string): Thread {
  const place = world.places.get(id);
  if (place?.kind !== "thread") throw new Error(`There is no thread ${id}.`);
  return place;
}

function channelOf(world: World, id: string): Channel {
  const place = world.places.get(id);
  if (place?.kind !== "channel") throw new Error(`There is no channel ${id}.`);
  return place;
}
