import { removeMessage } from "./world/changeMessage.ts";
import { type Channel, type ChannelSeed, newChannel } from "./world/channel.ts";
import {
  archiveChannel,
  deleteChannel,
  joinChannel,
  leaveChannel,
  renameChannel,
  setChannelTopic,
  unarchiveChannel,
} from "./world/channelActs.ts";
import { isFullMember, type Member, memberFrom, type SlackPersonSeed } from "./world/member.ts";
import { closeModals } from "./world/modals.ts";
import { wireUser } from "./world/wireUser.ts";
import type { World } from "./world/world.ts";

/** What people and administrators do in the workspace with their own hands, not through the app. Refused with an `Error`. */
export class WorkspaceActs {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** A new account. */
  addPerson(seed: SlackPersonSeed, ownerIds: readonly string[] = []): void {
    const member = memberFrom(seed, ownerIds);
    this.#world.members.set(member.id, member);
    this.#world.session(member.id);
    this.#world.emit({
      type: "team_join",
      user: wireUser(member, this.#world, false),
      event_ts: this.#world.mint.ts(),
    });
    this.#world.changed([]);
  }

  addChannel(seed: ChannelSeed): void {
    const channel = newChannel({
      id: seed.id,
      kind: seed.isPrivate === true ? "private" : "public",
      name: seed.name,
      creator: seed.members?.[0] ?? "USLACKBOT",
      created: this.#world.mint.seconds(),
      members: seed.members ?? [],
    });
    channel.topic = seed.topic ?? "";
    this.#world.channels.set(channel.id, channel);
    this.#world.changed(channel.members);
  }

  /** A person joins a public channel. */
  join(channelId: string, person: string): void {
    const channel = this.#open(channelId);
    if (channel.kind !== "public" || !isFullMember(this.#member(person)))
      throw new Error(`${this.#member(person).name} cannot join #${channel.name} without being invited.`);
    joinChannel(this.#world, channel, person);
  }

  leave(channelId: string, person: string): void {
    leaveChannel(this.#world, this.#open(channelId), person);
  }

  /** A full member who is in a channel brings someone else in, the app included. */
  invite(channelId: string, by: string, person: string): void {
    const channel = this.#open(channelId);
    const inviter = this.#member(by);
    if (!channel.members.has(by) || !isFullMember(inviter))
      throw new Error(`${inviter.name} cannot invite anyone to #${channel.name}.`);
    if (this.#member(person).deleted) throw new Error(`${this.#member(person).name}'s account is deactivated.`);
    joinChannel(this.#world, channel, person, by);
  }

  /** A member removes another from a channel, the app included. */
  remove(channelId: string, by: string, person: string): void {
    const channel = this.#open(channelId);
    if (!channel.members.has(by)) throw new Error(`${this.#member(by).name} is not in #${channel.name}.`);
    leaveChannel(this.#world, channel, person, by);
  }

  archive(channelId: string, by: string): void {
    archiveChannel(this.#world, this.#open(channelId), by);
  }

  unarchive(channelId: string, by: string): void {
    const channel = this.#channel(channelId);
    if (!channel.archived) throw new Error(`#${channel.name} is not archived.`);
    unarchiveChannel(this.#world, channel, by);
  }

  rename(channelId: string, name: string, by: string): void {
    renameChannel(this.#world, this.#open(channelId), name, by);
  }

  setTopic(channelId: string, topic: string, by: string): void {
    setChannelTopic(this.#world, this.#open(channelId), topic, by);
  }

  /** An administrator deletes a channel with everything in it. */
  delete(channelId: string, by: string): void {
    deleteChannel(this.#world, this.#channel(channelId), by);
  }

  /** An owner takes a message away, the app's too. */
  deleteMessage(channelId: string, ts: string): void {
    const channel = this.#open(channelId);
    const message = channel.messages.get(ts);
    if (message === undefined) throw new Error(`There is no message ${ts} in #${channel.name}.`);
    removeMessage(this.#world, channel, message);
  }

  /** What files hold can be fetched no more. */
  forgetFiles(): void {
    for (const file of this.#world.files.values()) file.bytes = undefined;
  }

  /** An administrator deactivates an account: it is out of every channel and can do nothing. */
  deactivate(person: string): void {
    const member = this.#member(person);
    member.deleted = true;
    closeModals(this.#world, person);
    for (const channel of this.#world.channels.values()) if (channel.kind !== "im") channel.members.delete(person);
    this.#tellUserChange(member);
  }

  reactivate(person: string): void {
    const member = this.#member(person);
    member.deleted = false;
    this.#tellUserChange(member);
  }

  /** From now on the app can make no channel, with this error: "name_taken", "restricted_action" and the like; nothing ends it. */
  refuseChannels(error: string | undefined): void {
    this.#world.refusesChannels = error;
  }

  /** From now on the app can send this person no direct message, with this error: "cannot_dm_bot", "user_disabled"; nothing ends it. */
  refuseDirectMessages(person: string, error: string | undefined): void {
    this.#member(person).refusesDirectMessages = error;
  }

  #tellUserChange(member: Member): void {
    const world = this.#world;
    world.emit({ type: "user_change", user: wireUser(member, world, true), event_ts: world.mint.ts() });
    world.changed([member.id]);
  }

  #member(id: string): Member {
    const member = this.#world.members.get(id);
    if (member === undefined) throw new Error(`There is nobody with the id ${id}.`);
    return member;
  }

  #channel(id: string): Channel {
    const channel = this.#world.channels.get(id);
    if (channel === undefined) throw new Error(`There is no channel ${id}.`);
    return channel;
  }

  #open(id: string): Channel {
    const channel = this.#channel(id);
    if (channel.archived) throw new Error(`#${channel.name} is archived.`);
    return channel;
  }
}
