import type { Payload } from "../delivery/delivery.ts";
import { type Channel, toldName } from "../world/channel.ts";
import type { StoredMessage } from "../world/storedMessage.ts";
import { wireMessage } from "../world/wireMessage.ts";
import type { Client } from "./client.ts";
import { whoActed } from "./whoActed.ts";

/**
 * A slash command that was typed.
 * @see https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export function commandPayload(
  { world, responseUrls }: Client,
  person: string,
  channel: Channel,
  command: string,
  text: string,
): Payload {
  return {
    token: "local-verification-token",
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel.id,
    channel_name: toldName(channel),
    user_id: person,
    user_name: world.members.get(person)?.name ?? person,
    command,
    text,
    api_app_id: world.app.id,
    is_enterprise_install: "false",
    response_url: responseUrls.issue("commands", channel.id, person),
    trigger_id: world.triggers.issue(person, false),
  };
}

/**
 * A global shortcut that was chosen.
 * @see https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
 */
export function shortcutPayload({ world }: Client, person: string, callbackId: string): Payload {
  return {
    type: "shortcut",
    ...whoActed(world, person),
    action_ts: world.mint.ts(),
    callback_id: callbackId,
    trigger_id: world.triggers.issue(person, false),
  };
}

/** A shortcut that was chosen in the menu of a message. */
export function messageShortcutPayload(
  client: Client,
  person: string,
  channel: Channel,
  message: StoredMessage,
  callbackId: string,
): Payload {
  const { world, responseUrls } = client;
  return {
    ...shortcutPayload(client, person, callbackId),
    type: "message_action",
    channel: { id: channel.id, name: toldName(channel) },
    message_ts: message.ts,
    message: wireMessage(message, world),
    response_url: responseUrls.issue("actions", channel.id, person, message.ts),
  };
}
