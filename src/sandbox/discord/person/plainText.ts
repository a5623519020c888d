import { componentType, messageFlag, messageType } from "../numbers.ts";
import type { AnyComponent } from "../wire/component.ts";
import type { Embed } from "../wire/message.ts";
import type { Message } from "../world/message.ts";
import type { World } from "../world/world.ts";

/** Everything that can be read in a message, one line per element, mentions and moments written out. */
export function plainText(world: World, message: Message): string {
  return writtenOut(
    world,
    linesOf(world, message)
      .filter((line) => line !== "")
      .join("\n"),
  );
}

function linesOf(world: World, message: Message): readonly string[] {
  const author = world.accounts.get(message.authorId)?.name ?? "Somebody";
  const about = message.mentions.map((id) => `<@${id}>`).join(", ");
  if (message.type === messageType.recipientAdded) return [`${author} added ${about} to the thread.`];
  if (message.type === messageType.recipientRemoved) return [`${author} removed ${about} from the thread.`];
  if (message.type === messageType.nameChanged) return [`${author} changed the channel name: ${message.content}`];
  if ((message.flags & messageFlag.loading) !== 0) return [`${author} is thinking…`];
  return [
    message.content,
    ...message.embeds.flatMap(embedLines),
    ...componentTexts(message.components),
    ...message.attachments.map(({ filename, description }) => [filename, description].filter(Boolean).join(": ")),
  ];
}

function embedLines(embed: Embed): readonly string[] {
  const fields = (embed.fields ?? []).map(({ name, value }) => `${name}: ${value}`);
  const footer = [embed.footer?.text, embed.timestamp ? minute(Date.parse(embed.timestamp)) : undefined].filter(
    Boolean,
  );
  return [embed.author?.name ?? "", embed.title ?? "", embed.description ?? "", ...fields, footer.join(" • ")];
}

/** What can be read in components, controls left out; a separator is a line of its own. */
export function componentTexts(components: readonly AnyComponent[]): readonly string[] {
  return components.flatMap((component): readonly string[] => {
    if (component.type === componentType.textDisplay) return [component.content];
    if (component.type === componentType.separator) return (component.divider ?? true) ? ["———"] : [];
    if (component.type === componentType.thumbnail) return [component.description ?? ""];
    if (component.type === componentType.mediaGallery)
      return component.items.map(({ description }) => description ?? "");
    if (component.type === componentType.file) return [component.file.url.replace(/^attachment:\/\//, "")];
    if (component.type === componentType.container) return componentTexts(component.components);
    return component.type === componentType.section
      ? componentTexts([...component.components, component.accessory])
      : [];
  });
}

/** The text with mentions as names and moments to the minute, in UTC (reference, "Message Formatting"). */
export function writtenOut(world: World, text: string): string {
  if (!text.includes("<")) return text;
  return text
    .replaceAll(/<@!?(\d+)>/g, (_, id: string) => `@${world.accounts.get(id)?.name ?? "unknown-user"}`)
    .replaceAll(/<@&(\d+)>/g, (_, id: string) => `@${world.roles.get(id)?.name ?? "unknown-role"}`)
    .replaceAll(/<#(\d+)>/g, (_, id: string) => `#${placeName(world, id)}`)
    .replaceAll(/<\/([^:>]+):\d+>/g, (_, name: string) => `/${name}`)
    .replaceAll(/<a?:(\w+):\d+>/g, (_, name: string) => `:${name}:`)
    .replaceAll(/<t:(-?\d+)(?::[tTdDfFsSR])?>/g, (_, seconds: string) => minute(Number(seconds) * 1000));
}

function placeName(world: World, id: string): string {
  const place = world.places.get(id);
  return place === undefined || place.kind === "direct" ? "unknown" : place.name;
}

const minute = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`;
