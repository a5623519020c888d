import type { ConfirmationDialog } from "@slack/types";

import type { Fault } from "./checkShape.ts";
import { type Interactive, optionsOf } from "./elements.ts";
import { lengthFaults, rangeFaults, textFaults } from "./limits.ts";
import { choiceFaults, initialFaults, optionFaults } from "./optionFaults.ts";

/**
 * What Slack would refuse in an element although its shape is right.
 * @see https://docs.slack.dev/reference/block-kit/block-elements
 */
export function elementFaults(element: Interactive, at: string): readonly Fault[] {
  return [
    ...lengthFaults(element.action_id, 255, `${at}/action_id`),
    ...("placeholder" in element ? textFaults(element.placeholder, 150, `${at}/placeholder`) : []),
    ...("confirm" in element ? confirmFaults(element.confirm, `${at}/confirm`) : []),
    ...("max_selected_items" in element
      ? rangeFaults(element.max_selected_items, 1, 100, `${at}/max_selected_items`)
      : []),
    ...ownFaults(element, at),
  ];
}

function ownFaults(element: Interactive, at: string): readonly Fault[] {
  switch (element.type) {
    case "button":
      return [
        ...textFaults(element.text, 75, `${at}/text`),
        ...lengthFaults(element.value, 2000, `${at}/value`, 0),
        ...lengthFaults(element.url, 3000, `${at}/url`),
        ...lengthFaults(element.accessibility_label, 75, `${at}/accessibility_label`),
      ];
    case "static_select":
      return [
        ...choiceFaults(element.options, element.option_groups, at),
        ...initialFaults([element.initial_option], optionsOf(element), `${at}/initial_option`),
      ];
    case "multi_static_select":
      return [
        ...choiceFaults(element.options, element.option_groups, at),
        ...initialFaults(element.initial_options ?? [], optionsOf(element), `${at}/initial_options`),
      ];
    case "checkboxes":
      return [
        ...optionFaults(element.options, 10, `${at}/options`),
        ...initialFaults(element.initial_options ?? [], element.options, `${at}/initial_options`),
      ];
    case "radio_buttons":
      return [
        ...optionFaults(element.options, 10, `${at}/options`),
        ...initialFaults([element.initial_option], element.options, `${at}/initial_option`),
      ];
    case "overflow":
      return optionFaults(element.options, 5, `${at}/options`);
    case "plain_text_input":
      return [
        ...rangeFaults(element.min_length, 0, 3000, `${at}/min_length`),
        ...rangeFaults(element.max_length, 1, 3000, `${at}/max_length`),
        ...lengthFaults(element.initial_value, element.max_length ?? 3000, `${at}/initial_value`, 0),
      ];
    case "datepicker":
      return patternFaults(element.initial_date, /^\d{4}-\d\d-\d\d$/, "YYYY-MM-DD", `${at}/initial_date`);
    case "timepicker":
      return patternFaults(element.initial_time, /^([01]\d|2[0-3]):[0-5]\d$/, "HH:mm", `${at}/initial_time`);
    case "file_input":
      return rangeFaults(element.max_files, 1, 10, `${at}/max_files`);
    case "channels_select":
    case "conversations_select":
    case "datetimepicker":
    case "email_text_input":
    case "external_select":
    case "multi_channels_select":
    case "multi_conversations_select":
    case "multi_external_select":
    case "multi_users_select":
    case "number_input":
    case "rich_text_input":
    case "url_text_input":
    case "users_select":
    case "workflow_button":
      return [];
  }
}

function confirmFaults(confirm: ConfirmationDialog | undefined, at: string): readonly Fault[] {
  if (confirm === undefined) return [];
  return [
    ...textFaults(confirm.title, 100, `${at}/title`),
    ...textFaults(confirm.text, 300, `${at}/text`),
    ...textFaults(confirm.confirm, 30, `${at}/confirm`),
    ...textFaults(confirm.deny, 30, `${at}/deny`),
  ];
}

function patternFaults(value: string | undefined, pattern: RegExp, form: string, at: string): readonly Fault[] {
  return value === undefined || pattern.test(value) ? [] : [`must be in the form ${form} [json-pointer:${at}]`];
}
