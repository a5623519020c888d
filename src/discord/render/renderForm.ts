import { ComponentType, SelectMenuDefaultValueType, TextInputStyle } from "discord.js";
import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackComponent,
  APIModalInteractionResponseCallbackData,
} from "discord.js";

import { controlId } from "../../surface/card.ts";
import type { Field, Form } from "../../surface/form.ts";
import { escapeText } from "./escape.ts";

/** What a submitted modal carries: which form, and what it is about. */
export const FORM_ACT = "form";

/** Draws a form as a modal: each field in a label with its hint. */
export function renderForm(form: Form): APIModalInteractionResponseCallbackData {
  const intro: APIModalInteractionResponseCallbackComponent[] =
    form.intro === undefined || form.fields.length >= 5
      ? []
      : [{ type: ComponentType.TextDisplay, content: escapeText(form.intro) }];
  return {
    custom_id: controlId({ act: FORM_ACT, choice: form.id, ref: form.ref }),
    title: form.title,
    components: [
      ...intro,
      ...form.fields.map((field): APIModalInteractionResponseCallbackComponent => ({
        type: ComponentType.Label,
        label: field.label,
        ...(field.hint === undefined ? {} : { description: field.hint }),
        component: componentOf(field),
      })),
    ],
  };
}

/** Accounts that were chosen on another platform are none here. */
const OURS = "discord:";

function componentOf(field: Field): APIComponentInLabel {
  const { id, required, value, maximum } = field;
  const text = typeof value === "string" ? value : "";
  const chosen = typeof value === "string" ? [value] : (value ?? []);
  switch (field.kind) {
    case "text":
    case "long-text":
    case "date":
    case "length":
      return {
        type: ComponentType.TextInput,
        custom_id: id,
        style: field.kind === "long-text" ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required,
        max_length: maximum,
        ...(text === "" ? {} : { value: text }),
        ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
      };
    case "choice":
    case "choices":
      return {
        type: ComponentType.StringSelect,
        custom_id: id,
        required,
        min_values: required ? 1 : 0,
        max_values: field.kind === "choice" ? 1 : Math.min(maximum, field.options.length),
        options: field.options.map((option) => ({
          value: option.value,
          label: option.label,
          ...(option.hint === undefined ? {} : { description: option.hint }),
          ...(chosen.includes(option.value) ? { default: true } : {}),
        })),
      };
    case "files":
      return {
        type: ComponentType.FileUpload,
        custom_id: id,
        required,
        min_values: required ? 1 : 0,
        max_values: maximum,
      };
    case "people": {
      const users = chosen.flatMap((account) => (account.startsWith(OURS) ? [account.slice(OURS.length)] : []));
      return {
        type: ComponentType.UserSelect,
        custom_id: id,
        required,
        min_values: required ? 1 : 0,
        max_values: maximum,
        ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
        ...(users.length === 0
          ? {}
          : { default_values: users.map((user) => ({ id: user, type: SelectMenuDefaultValueType.User })) }),
      };
    }
  }
}
