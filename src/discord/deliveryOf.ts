import { ComponentType } from "discord.js";
import type {
  Attachment,
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from "discord.js";

import type { Account } from "../application/person.ts";
import { parseControlId } from "../surface/card.ts";
import type { Delivery, RemoteFile, ReportedMessage } from "../surface/delivery.ts";
import { fetchFile } from "../surface/fetchFile.ts";
import { valuesOf } from "../surface/form.ts";
import type { FieldValue } from "../surface/form.ts";
import { wholeOf } from "../surface/longLists.ts";
import { FORM_ACT } from "./render/renderForm.ts";

/**
 * What somebody did on Discord, in neutral words; undefined for what is none of ours.
 * @param origins where Discord keeps files
 */
export function deliveryOf(interaction: Interaction, origins: readonly string[] = []): Delivery | undefined {
  const common = { key: `discord:${interaction.id}`, platform: "discord", caller: callerOf(interaction) } as const;
  if (interaction.isChatInputCommand()) return { ...common, ...commandOf(interaction) };
  if (interaction.isMessageContextMenuCommand())
    return { ...common, kind: "message", message: messageOf(interaction, origins) };
  if (interaction.isAutocomplete()) return { ...common, ...completionOf(interaction) };
  if (interaction.isMessageComponent()) return pressOf(interaction, common);
  if (interaction.isModalSubmit()) return submitOf(interaction, common, origins);
  return undefined;
}

/** Of a field into which nothing was put discord.js leaves out the collection that its types promise. */
function attachedTo({ attachments }: { readonly attachments?: Pick<ReadonlyMap<string, Attachment>, "values"> }) {
  return [...(attachments?.values() ?? [])];
}

const remoteFile = (
  { name, size, url }: Pick<Attachment, "name" | "size" | "url">,
  origins: readonly string[],
): RemoteFile => ({ name, size, read: (limit) => fetchFile({ url, origins }, limit) });

type Common = Pick<Delivery, "key" | "platform" | "caller">;

function callerOf(interaction: Interaction): Account {
  const { user, member, locale } = interaction;
  const name = nickOf(member) ?? user.globalName ?? user.username;
  return { platform: "discord", id: user.id, name, locale };
}

type Member = { readonly nickname: string | null } | { readonly nick?: string | null };

function nickOf(member: Member | null | undefined): string | undefined {
  if (member == null) return undefined;
  return ("nickname" in member ? member.nickname : member.nick) ?? undefined;
}

function commandOf(
  interaction: ChatInputCommandInteraction,
): Pick<Extract<Delivery, { kind: "command" }>, "kind" | "words" | "options"> {
  const subcommand = interaction.options.getSubcommand(false);
  const given = subcommand === null ? interaction.options.data : (interaction.options.data[0]?.options ?? []);
  return {
    kind: "command",
    words: subcommand === null ? [interaction.commandName] : [interaction.commandName, subcommand],
    options: Object.fromEntries(given.map((option) => [option.name, String(option.value ?? "")])),
  };
}

/** The message from whose menu it was done; what a bot or Discord itself wrote has no author who could be proposed. */
function messageOf(
  { targetMessage, guildId }: MessageContextMenuCommandInteraction,
  origins: readonly string[],
): ReportedMessage {
  const { id, channelId, author, member, content, mentions, attachments, system, createdTimestamp } = targetMessage;
  const name = nickOf(member) ?? author.globalName ?? author.username;
  const named = mentions.users.reduce(
    (text, user) => text.replaceAll(new RegExp(`<@!?${user.id}>`, "g"), `@${user.globalName ?? user.username}`),
    content,
  );
  const files = attachments.map((attachment) => `[${attachment.name}]`);
  return {
    text: [named, ...files].filter((line) => line !== "").join("\n"),
    link: `https://discord.com/channels/${guildId ?? "@me"}/${channelId}/${id}`,
    by: name,
    atMs: createdTimestamp,
    files: [...attachments.values()].map((attachment) => remoteFile(attachment, origins)),
    author: author.bot || system ? undefined : { platform: "discord", id: author.id, name, locale: "en" },
  };
}

function completionOf(
  interaction: AutocompleteInteraction,
): Pick<Extract<Delivery, { kind: "complete" }>, "kind" | "words" | "option" | "typed"> {
  const subcommand = interaction.options.getSubcommand(false);
  const { name, value } = interaction.options.getFocused(true);
  return {
    kind: "complete",
    words: subcommand === null ? [interaction.commandName] : [interaction.commandName, subcommand],
    option: name,
    typed: value,
  };
}

function pressOf(interaction: MessageComponentInteraction, common: Common): Delivery | undefined {
  const control = parseControlId(wholeOf(interaction.customId));
  if (control === undefined) return undefined;
  const values = interaction.isStringSelectMenu() ? interaction.values : [];
  return { ...common, kind: "press", ...control, values };
}

function submitOf(
  interaction: ModalSubmitInteraction,
  common: Common,
  origins: readonly string[],
): Delivery | undefined {
  const control = parseControlId(interaction.customId);
  if (control?.act !== FORM_ACT) return undefined;
  const values: Record<string, FieldValue> = {};
  const people: Record<string, Account> = {};
  const files: Record<string, RemoteFile> = {};
  for (const [id, field] of interaction.fields.fields) {
    if (field.type === ComponentType.TextInput) values[id] = field.value;
    if (field.type === ComponentType.StringSelect) {
      const chosen = [...valuesOf(values, wholeOf(id)), ...field.values];
      values[wholeOf(id)] = chosen.length === 1 ? (chosen[0] ?? "") : chosen;
    }
    if (field.type === ComponentType.FileUpload) {
      const attached = attachedTo(field);
      values[id] = attached.map((file) => file.id);
      for (const file of attached) files[file.id] = remoteFile(file, origins);
    }
    if (field.type !== ComponentType.UserSelect) continue;
    values[id] = field.values.map((user) => `discord:${user}`);
    for (const user of field.users?.values() ?? []) {
      // The name by which they are known on this server, as for whoever acts.
      const name = nickOf(field.members?.get(user.id)) ?? user.globalName ?? user.username;
      people[`discord:${user.id}`] = { platform: "discord", id: user.id, name, locale: "en" };
    }
  }
  return {
    ...common,
    kind: "submit",
    form: control.choice,
    ref: control.ref,
    values,
    people,
    ...(Object.keys(files).length === 0 ? {} : { files }),
  };
}
