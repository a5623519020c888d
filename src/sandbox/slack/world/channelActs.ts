import { type Channel, type ChannelKind, newChannel } from "./channel.ts";
import { storeNote } from "./storeMessage.ts";
import type { World } from "./world.ts";

/** A new channel with its creator in it. The name must have been found free. */
export function createChannel(world: World, name: string, kind: ChannelKind, creator: string): Channel {
  const channel = newChannel({
    id: world.mint.id("C"),
    kind,
    name,
    creator,
    created: world.mint.seconds(),
    members: [creator],
  });
  world.channels.set(channel.id, channel);
  if (kind === "public") world.emit({ type: "channel_created", channel: brief(channel), event_ts: world.mint.ts() });
  world.changed([creator]);
  return channel;
}

/** Someone comes into a channel, by themselves or brought in by another. */
export function joinChannel(world: World, channel: Channel, person: string, inviter?: string): void {
  if (channel.members.has(person)) return;
  channel.members.add(person);
  storeNote(world, channel, person, notes(channel).join, `<@${person}> has joined the channel`);
  world.emit(
    {
      type: "member_joined_channel",
      user: person,
      channel: channel.id,
      channel_type: typeLetter(channel),
      team: world.team.id,
      ...(inviter === undefined ? {} : { inviter }),
      event_ts: world.mint.ts(),
    },
    channel,
  );
}

/** Someone goes out of a channel, by themselves or removed by another. The app is told when it is the app that had to go. */
export function leaveChannel(world: World, channel: Channel, person: string, by: string = person): void {
  if (!channel.members.has(person)) return;
  storeNote(world, channel, person, notes(channel).leave, `<@${person}> has left the channel`);
  channel.members.delete(person);
  world.changed([person]);
  if (person === world.app.botUserId) {
    const type = channel.kind === "public" ? "channel_left" : "group_left";
    world.emit({ type, channel: channel.id, actor_id: by, event_ts: world.mint.ts() });
    return;
  }
  world.emit(
    {
      type: "member_left_channel",
      user: person,
      channel: channel.id,
      channel_type: typeLetter(channel),
      team: world.team.id,
      event_ts: world.mint.ts(),
    },
    channel,
  );
}

/** Closes a channel: from now on it can only be read. Its name stays taken. */
export function archiveChannel(world: World, channel: Channel, by: string): void {
  storeNote(world, channel, by, notes(channel).archive, `<@${by}> archived the channel`);
  channel.archived = true;
  world.changed(channel.members);
  world.emit(
    {
      type: `${eventFamily(channel)}_archive`,
      channel: channel.id,
      user: by,
      is_moved: 0,
      event_ts: world.mint.ts(),
    },
    channel,
  );
}

/** Opens an archived channel again; whoever does so is in it. */
export function unarchiveChannel(world: World, channel: Channel, by: string): void {
  channel.archived = false;
  channel.members.add(by);
  storeNote(world, channel, by, notes(channel).unarchive, `<@${by}> un-archived the channel`);
  world.emit(
    { type: `${eventFamily(channel)}_unarchive`, channel: channel.id, user: by, event_ts: world.mint.ts() },
    channel,
  );
}

/** Gives a channel another name, which must have been found free. */
export function renameChannel(world: World, channel: Channel, name: string, by: string): void {
  const before = channel.name;
  channel.name = name;
  storeNote(
    world,
    channel,
    by,
    notes(channel).name,
    `<@${by}> has renamed the channel from ${JSON.stringify(before)} to ${JSON.stringify(name)}`,
  );
  world.emit({ type: `${eventFamily(channel)}_rename`, channel: brief(channel), event_ts: world.mint.ts() }, channel);
}

/** Sets the line shown above a channel. */
export function setChannelTopic(world: World, channel: Channel, topic: string, by: string): void {
  channel.topic = topic;
  storeNote(world, channel, by, notes(channel).topic, `<@${by}> set the channel topic: ${topic}`);
}

/** Sets the description of a channel. */
export function setChannelPurpose(world: World, channel: Channel, purpose: string, by: string): void {
  channel.purpose = purpose;
  storeNote(world, channel, by, notes(channel).purpose, `<@${by}> set the channel description: ${purpose}`);
}

/** Removes a channel and everything in it for good; its name is free again. Only people can do this, apps cannot. */
export function deleteChannel(world: World, channel: Channel, by: string): void {
  const family = eventFamily(channel);
  world.emit({ type: `${family}_deleted`, channel: channel.id, actor_id: by, event_ts: world.mint.ts() }, channel);
  world.channels.delete(channel.id);
  world.changed(channel.members);
}

/** The direct message of the app and one person; made when it is not there yet. */
export function directMessage(world: World, person: string): Channel {
  const id = directMessageId(person);
  const known = world.channels.get(id);
  if (known !== undefined) return known;
  const channel = newChannel({
    id,
    kind: "im",
    name: world.app.name,
    creator: world.app.botUserId,
    created: world.mint.seconds(),
    members: [person, world.app.botUserId],
  });
  world.channels.set(id, channel);
  return channel;
}

/** The id of the direct message of the app and one person, whether it has been opened or not. */
export function directMessageId(person: string): string {
  return `D${person}`;
}

function brief(channel: Channel): Readonly<Record<string, unknown>> {
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    created: channel.created,
    creator: channel.creator,
    is_channel: true,
    is_mpim: false,
  };
}

function eventFamily(channel: Channel): "channel" | "group" {
  return channel.kind === "public" ? "channel" : "group";
}

function typeLetter(channel: Channel): "C" | "G" {
  return channel.kind === "public" ? "C" : "G";
}

/** The subtypes of Slack's own notes: "channel_join" in public channels, "group_join" in private ones. */
function notes(channel: Channel) {
  const family = eventFamily(channel);
  return {
    join: `${family}_join`,
    leave: `${family}_leave`,
    archive: `${family}_archive`,
    unarchive: `${family}_unarchive`,
    name: `${family}_name`,
    topic: `${family}_topic`,
    purpose: `${family}_purpose`,
  } as const;
}
