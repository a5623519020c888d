import { asToldBack } from "../blockKit/completeBlocks.ts";
import type { Placed } from "../blockKit/elements.ts";
import type { Payload } from "../delivery/delivery.ts";
import { type Channel, toldName } from "../world/channel.ts";
import { initialState } from "../world/initialState.ts";
import type { StoredMessage } from "../world/storedMessage.ts";
import { type FieldValue, stateKey, type StoredView } from "../world/storedView.ts";
import { wireMessage } from "../world/wireMessage.ts";
import { chosenFields, wireState } from "../world/wireState.ts";
import { wireView } from "../world/wireView.ts";
import type { World } from "../world/world.ts";
import type { Client } from "./client.ts";

/** @see https://docs.slack.dev/interactivity/implementing-slash-commands */
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
    user_name: nameOf(world, person),
    command,
    text,
    api_app_id: world.app.id,
    is_enterprise_install: "false",
    response_url: responseUrls.issue("commands", channel.id, person),
    trigger_id: world.triggers.issue(person, false),
  };
}

/** An act on an element of a message. @see https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function messageActionsPayload(
  { world, responseUrls }: Client,
  person: string,
  channel: Channel,
  message: StoredMessage,
  placed: Placed,
  value: FieldValue,
): Payload {
  const isEphemeral = message.onlyFor !== undefined;
  const session = world.session(person);
  const state = session.touched.get(message.ts) ?? initialState(message.content.blocks);
  return {
    type: "block_actions",
    ...common(world, person),
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: world.triggers.issue(person, false),
    channel: { id: channel.id, name: toldName(channel) },
    // Of an ephemeral message Slack does not tell the content.
    ...(isEphemeral ? {} : { message: wireMessage(message, world) }),
    state: { values: wireState(message.content.blocks, state, session.offered) },
    response_url: responseUrls.issue("actions", channel.id, person, message.ts),
    actions: [actionOf(world, person, placed, value)],
  };
}

/** An act on an element of a modal or of the App Home. */
export function viewActionsPayload(
  { world }: Client,
  person: string,
  view: StoredView,
  placed: Placed,
  value: FieldValue,
): Payload {
  return {
    type: "block_actions",
    ...common(world, person),
    container: { type: "view", view_id: view.id },
    trigger_id: world.triggers.issue(person, view.view.type === "modal"),
    view: wireView(view, world),
    actions: [actionOf(world, person, placed, value)],
  };
}

/** @see https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewSubmissionPayload({ world, responseUrls }: Client, view: StoredView): Payload {
  return {
    type: "view_submission",
    ...common(world, view.owner),
    trigger_id: world.triggers.issue(view.owner, true),
    view: wireView(view, world),
    response_urls: view.view.blocks.flatMap((block) => {
      if (block.type !== "input" || !("response_url_enabled" in block.element)) return [];
      const chosen = view.state.get(stateKey(block.block_id ?? "", block.element.action_id ?? ""));
      if (!block.element.response_url_enabled || typeof chosen !== "string") return [];
      return [
        {
          block_id: block.block_id,
          action_id: block.element.action_id,
          channel_id: chosen,
          response_url: responseUrls.issue("actions", chosen, view.owner),
        },
      ];
    }),
  };
}

export function viewClosedPayload({ world }: Client, view: StoredView, isCleared: boolean): Payload {
  return { type: "view_closed", ...common(world, view.owner), view: wireView(view, world), is_cleared: isCleared };
}

/** @see https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export function shortcutPayload({ world }: Client, person: string, callbackId: string): Payload {
  return {
    type: "shortcut",
    ...common(world, person),
    action_ts: world.mint.ts(),
    callback_id: callbackId,
    trigger_id: world.triggers.issue(person, false),
  };
}

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

/** @see https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload */
export function suggestionPayload(
  { world }: Client,
  person: string,
  where: StoredView | { readonly channel: Channel; readonly message: StoredMessage },
  placed: Placed,
  typed: string,
): Payload {
  const surface =
    "view" in where
      ? { container: { type: "view", view_id: where.id }, view: wireView(where, world) }
      : {
          container: { type: "message", message_ts: where.message.ts, channel_id: where.channel.id },
          channel: { id: where.channel.id, name: toldName(where.channel) },
          message: wireMessage(where.message, world),
        };
  return {
    type: "block_suggestion",
    ...common(world, person),
    ...surface,
    action_id: placed.actionId,
    block_id: placed.blockId,
    value: typed,
  };
}

function common(world: World, person: string): Payload {
  const name = nameOf(world, person);
  return {
    user: { id: person, username: name, name, team_id: world.team.id },
    api_app_id: world.app.id,
    token: "local-verification-token",
    team: { id: world.team.id, domain: world.team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

function actionOf(world: World, person: string, placed: Placed, value: FieldValue): Payload {
  const { element, blockId, actionId } = placed;
  const offered = world.session(person).offered.get(stateKey(blockId, actionId)) ?? [];
  return {
    type: element.type,
    action_id: actionId,
    block_id: blockId,
    ...("placeholder" in element && element.placeholder !== undefined
      ? { placeholder: asToldBack(element.placeholder) }
      : {}),
    ...("confirm" in element && element.confirm !== undefined ? { confirm: asToldBack(element.confirm) } : {}),
    ...(element.type === "button" ? buttonFields(element) : chosenFields(element, value, offered)),
    action_ts: world.mint.ts(),
  };
}

function buttonFields(element: Extract<Placed["element"], { type: "button" }>): Payload {
  return {
    text: asToldBack(element.text),
    ...(element.value === undefined ? {} : { value: element.value }),
    ...(element.style === undefined ? {} : { style: element.style }),
    ...(element.url === undefined ? {} : { url: element.url }),
  };
}

function nameOf(world: World, person: string): string {
  return world.members.get(person)?.name ?? person;
}
