import type { KnownBlock } from "@slack/types";

import { type Interactive, placedElements } from "../blockKit/elements.ts";
import { type FieldValue, stateKey, type SurfaceState } from "./storedView.ts";

/**
 * What stands in the elements of a surface when it is first shown. What a person had entered in an element that was there before,
 * under the same block id and action id, stays.
 */
export function initialState(blocks: readonly KnownBlock[], before?: SurfaceState): SurfaceState {
  const state: SurfaceState = new Map();
  for (const { blockId, actionId, element } of placedElements(blocks)) {
    const key = stateKey(blockId, actionId);
    state.set(key, before?.has(key) === true ? before.get(key) : initialValue(element));
  }
  return state;
}

function initialValue(element: Interactive): FieldValue {
  switch (element.type) {
    case "static_select":
    case "external_select":
    case "radio_buttons":
      return element.initial_option?.value;
    case "multi_static_select":
    case "multi_external_select":
    case "checkboxes":
      return element.initial_options?.flatMap((option) => option.value ?? []);
    case "users_select":
      return element.initial_user;
    case "multi_users_select":
      return element.initial_users;
    case "channels_select":
      return element.initial_channel;
    case "multi_channels_select":
      return element.initial_channels;
    case "conversations_select":
      return element.initial_conversation;
    case "multi_conversations_select":
      return element.initial_conversations;
    case "datepicker":
      return element.initial_date;
    case "timepicker":
      return element.initial_time;
    case "datetimepicker":
      return element.initial_date_time === undefined ? undefined : String(element.initial_date_time);
    case "email_text_input":
    case "number_input":
    case "plain_text_input":
    case "url_text_input":
      return element.initial_value;
    case "button":
    case "file_input":
    case "overflow":
    case "rich_text_input":
    case "workflow_button":
      return undefined;
  }
}
