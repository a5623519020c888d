import type { InputBlock } from "@slack/types";

import type { SeenField, SeenForm } from "../../person.ts";
import type { SentModal } from "../blockKit/checkShape.ts";
import { type Interactive, optionsOf } from "../blockKit/elements.ts";
import { type FieldValue, stateKey, type StoredView } from "../world/storedView.ts";
import { wireView } from "../world/wireView.ts";
import type { World } from "../world/world.ts";
import { readableText } from "./readableText.ts";
import { isMultiple, mostOf, seenControls, seenOption } from "./seenControls.ts";
import { namesFor } from "./visibility.ts";

/** The modal in front of a person as a form: its input blocks are the fields, by block id. */
export function seenForm(world: World, stored: StoredView, modal: SentModal): SeenForm {
  const inputs = modal.blocks.filter((block) => block.type === "input");
  return {
    id: stored.id,
    title: modal.title.text,
    submitLabel: modal.submit?.text ?? "",
    text: readableText(modal.blocks, namesFor(world, stored.owner)),
    fields: inputs.map((input) => seenField(input, stored)),
    controls: seenControls(
      modal.blocks.filter((block) => block.type !== "input" || block.dispatch_action === true),
      false,
    ),
    errors: stored.errors,
    raw: wireView(stored, world),
  };
}

function seenField(input: InputBlock, stored: StoredView): SeenField {
  const { element } = input;
  const blockId = input.block_id ?? "";
  const options = optionsOf(element).map(seenOption);
  return {
    id: blockId,
    kind: kindOf(element),
    label: input.label.text,
    ...(input.hint === undefined ? {} : { hint: input.hint.text }),
    ...("placeholder" in element && element.placeholder !== undefined ? { placeholder: element.placeholder.text } : {}),
    required: input.optional !== true,
    options,
    ...boundsOf(element, options.length),
    value: asSeen(stored.state.get(stateKey(blockId, element.action_id ?? "")), isMultiple(element)),
  };
}

function kindOf(element: Interactive): SeenField["kind"] {
  switch (element.type) {
    case "plain_text_input":
      return element.multiline === true ? "long-text" : "text";
    case "email_text_input":
    case "number_input":
    case "url_text_input":
      return "text";
    case "static_select":
    case "external_select":
    case "radio_buttons":
    case "overflow":
      return "choice";
    case "multi_static_select":
    case "multi_external_select":
    case "checkboxes":
      return "choices";
    case "users_select":
    case "multi_users_select":
      return "people";
    case "file_input":
      return "files";
    case "datepicker":
      return "date";
    case "rich_text_input":
      return "long-text";
    case "button":
    case "channels_select":
    case "conversations_select":
    case "datetimepicker":
    case "multi_channels_select":
    case "multi_conversations_select":
    case "timepicker":
    case "workflow_button":
      return "other";
  }
}

function boundsOf(element: Interactive, options: number): { readonly minimum?: number; readonly maximum?: number } {
  if (element.type === "plain_text_input")
    return {
      ...(element.min_length === undefined ? {} : { minimum: element.min_length }),
      maximum: element.max_length ?? 3000,
    };
  return isMultiple(element) ? { minimum: 0, maximum: mostOf(element, options) } : {};
}

function asSeen(value: FieldValue, multiple: boolean): string | readonly string[] {
  return value ?? (multiple ? [] : "");
}
