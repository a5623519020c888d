import { encodeEscapes } from "../seen/readableMrkdwn.ts";
import { canRead } from "../seen/visibility.ts";
import type { World } from "../world/world.ts";

/**
 * The text of a command as an app gets it that asked for escaping: people, channels and links in angle brackets.
 * @see https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export function escapeCommand(world: World, person: string, text: string): string {
  return withMentions(world, person, text, (id, name) => `|${name === "" ? id : name}`);
}

/** A line as it is stored when a person posts it: mentions without names. */
export function escapeMessage(world: World, person: string, text: string): string {
  return withMentions(world, person, text, () => "");
}

function withMentions(world: World, person: string, text: string, label: (id: string, name: string) => string): string {
  return encodeEscapes(text)
    .replaceAll(/https?:\/\/\S+/g, (link) => `<${link}>`)
    .replaceAll(/(?<=^|\s)@([\p{L}\p{N}._-]+)/gu, (whole, name: string) => {
      const member = [...world.members.values()].find((one) => one.name === name || one.id === name);
      return member === undefined ? whole : `<@${member.id}${label(member.id, member.name)}>`;
    })
    .replaceAll(/(?<=^|\s)#([\p{L}\p{N}_-]+)/gu, (whole, name: string) => {
      const channel = [...world.channels.values()].find((one) => one.name === name && canRead(world, person, one));
      return channel === undefined ? whole : `<#${channel.id}${label(channel.id, channel.name)}>`;
    });
}
