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
import { whoActed } from "./whoActed.ts";

/**
 * An act on an element of a message.
 * @see https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */
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
    ...whoActed(world, person),
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
    ...whoActed(world, person),
    container: { type: "view", view_id: view.id },
    trigger_id: world.triggers.issue(person, view.view.type === "modal"),
    view: wireView(view, world),
    actions: [actionOf(world, person, placed, value)],
  };
}

/**
 * A question for the options of a select, after something was typed in it.
 * @see https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
 */
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
    ...whoActed(world, person),
    ...surface,
    action_id: placed.actionId,
    block_id: placed.blockId,
    value: typed,
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
