import {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Client,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from "discord.js";
import type { Interaction } from "discord.js";

const client = new Client({ intents: [] });

const user = { id: "700000000000000041", username: "mona", global_name: "Mona Wik", discriminator: "0", avatar: null };
const common = {
  id: "600000000000000001",
  application_id: "920000000000000001",
  token: "interaction-token",
  version: 1,
  channel_id: "910000000000000001",
  locale: "en-GB",
  entitlements: [],
  authorizing_integration_owners: {},
  user,
};
const message = (flags: number) => ({
  id: "500000000000000001",
  channel_id: common.channel_id,
  author: { ...user, id: common.application_id, bot: true },
  content: "",
  flags,
  components: [],
  embeds: [],
  attachments: [],
  mentions: [],
  mention_roles: [],
  timestamp: "2026-03-01T09:00:00.000Z",
});

/** An interaction as discord.js makes it of what comes over the wire. */
function made(kind: object, data: object, rest: object = {}): Interaction {
  return Reflect.construct(kind as new () => Interaction, [client, { ...common, ...rest, data }]);
}

interface Option {
  readonly name: string;
  readonly value: string;
  readonly focused?: boolean;
}

const options = (subcommand: string | undefined, given: readonly Option[]) => {
  const typed = given.map((option) => ({ type: 3, ...option }));
  return subcommand === undefined ? typed : [{ type: 1, name: subcommand, options: typed }];
};

/** A command. */
export const typed = (
  name: string,
  subcommand?: string,
  given: readonly Option[] = [],
  rest: object = {},
): Interaction =>
  made(
    ChatInputCommandInteraction,
    { id: "1", name, type: 1, options: options(subcommand, given) },
    { type: 2, ...rest },
  );

/** A command that is still being typed. */
export const completing = (name: string, subcommand: string, given: readonly Option[]): Interaction =>
  made(AutocompleteInteraction, { id: "1", name, type: 1, options: options(subcommand, given) }, { type: 4 });

const EPHEMERAL = 64;

/**
 * A pressed button.
 * @param where on a private note, or on a message that others see as well
 */
export const pressed = (customId: string, where: "private" | "room" = "private"): Interaction =>
  made(
    ButtonInteraction,
    { custom_id: customId, component_type: 2 },
    { type: 3, message: message(where === "private" ? EPHEMERAL : 0) },
  );

/** A choice from a select. */
export const chosen = (customId: string, values: readonly string[]): Interaction =>
  made(
    StringSelectMenuInteraction,
    { custom_id: customId, component_type: 3, values },
    { type: 3, message: message(EPHEMERAL) },
  );

/** A form that was sent, its fields as they come over the wire. */
export const sent = (customId: string, fields: readonly object[], resolved: object = {}): Interaction =>
  made(
    ModalSubmitInteraction,
    {
      custom_id: customId,
      components: fields.map((component, i) => ({ type: 18, id: i, component })),
      resolved,
    },
    { type: 5 },
  );
