import type { KnownBlock, Option } from "@slack/types";

import { asToldBack } from "../blockKit/completeBlocks.ts";
import { type Interactive, optionsOf, placedElements } from "../blockKit/elements.ts";
import { type FieldValue, stateKey, type SurfaceState } from "./storedView.ts";

type Json = Readonly<Record<string, unknown>>;

/** What stands in the elements of a surface, as `state.values` of an interaction: by block id, by action id. */
export function wireState(
  blocks: readonly KnownBlock[],
  state: SurfaceState,
  offered: ReadonlyMap<string, readonly Option[]>,
): Readonly<Record<string, Json>> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const { blockId, actionId, element } of placedElements(blocks)) {
    if (stateless.has(element.type)) continue;
    const key = stateKey(blockId, actionId);
    (values[blockId] ??= {})[actionId] = {
      type: element.type,
      ...chosenFields(element, state.get(key), offered.get(key) ?? []),
    };
  }
  return values;
}

const stateless: ReadonlySet<string> = new Set(["button", "overflow", "workflow_button"]);

/** The fields that say what was chosen, as they stand in `state.values` and in an action. */
export function chosenFields(element: Interactive, value: FieldValue, offered: readonly Option[]): Json {
  const one = typeof value === "string" ? value : null;
  const many = typeof value === "string" ? [value] : (value ?? []);
  const option = (chosen: string) =>
    asToldBack([...optionsOf(element), ...offered].find((listed) => listed.value === chosen)) ?? null;
  switch (element.type) {
    case "static_select":
    case "external_select":
    case "radio_buttons":
    case "overflow":
      return { selected_option: one === null ? null : option(one) };
    case "multi_static_select":
    case "multi_external_select":
    case "checkboxes":
      return { selected_options: many.map(option) };
    case "users_select":
      return { selected_user: one };
    case "multi_users_select":
      return { selected_users: many };
    case "channels_select":
      return { selected_channel: one };
    case "multi_channels_select":
      return { selected_channels: many };
    case "conversations_select":
      return { selected_conversation: one };
    case "multi_conversations_select":
      return { selected_conversations: many };
    case "datepicker":
      return { selected_date: one };
    case "timepicker":
      return { selected_time: one };
    case "datetimepicker":
      return { selected_date_time: one === null ? null : Number(one) };
    case "rich_text_input":
      return one === null ? {} : { rich_text_value: richText(one) };
    case "file_input":
      return { files: many.map((id) => ({ id })) };
    case "email_text_input":
    case "number_input":
    case "plain_text_input":
    case "url_text_input":
      return { value: one };
    case "button":
    case "workflow_button":
      return {};
  }
}

function richText(text: string): Json {
  return {
    type: "rich_text",
    elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
  };
}
