import { ComponentType, SelectMenuDefaultValueType, TextInputStyle } from "discord.js";
import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackComponent,
  APIModalInteractionResponseCallbackData,
} from "discord.js";

import { controlId, fitted, limits } from "../../surface/card.ts";
import type { Field, Form } from "../../surface/form.ts";
import { menuId, menusOf, roomOf } from "../../surface/longLists.ts";
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
      ...fittedFields(form.fields).map((field): APIModalInteractionResponseCallbackComponent => ({
        type: ComponentType.Label,
        label: field.label,
        ...(field.hint === undefined ? {} : { description: field.hint }),
        component: componentOf(field),
      })),
    ],
  };
}

/** So many fields stand in a modal. */
const FIELDS = 5;
/** What is typed where a list has no room. */
const TYPED = 1000;

/** A list that is too long for a menu is several menus, as far as there is room; where there is none its options are typed. */
function fittedFields(fields: readonly Field[]): readonly Field[] {
  let free = FIELDS - fields.length;
  return fields.flatMap((field) => {
    const more = roomOf(field) - 1;
    if (more === 0) return [field];
    if (more > free) return [typedField(field)];
    free -= more;
    return menuFields(field);
  });
}

function menuFields(field: Field): readonly Field[] {
  const menus = menusOf(field.options);
  return menus.map((options, i) => {
    const of = ` ${i + 1}/${menus.length}`;
    // Nothing need be chosen in each of them: whether something must be at all is looked at when it is sent.
    const label = `${fitted(field.label, limits.fieldLabel - of.length)}${of}`;
    const { placeholder: _, ...rest } = field;
    return { ...rest, id: menuId(field.id, i), label, options, required: false };
  });
}

function typedField(field: Field): Field {
  const chosen = typeof field.value === "string" ? [field.value] : (field.value ?? []);
  const value = chosen.map((each) => field.options.find((option) => option.value === each)?.label ?? each).join("; ");
  return { ...field, kind: "long-text", maximum: TYPED, options: [], value: value.slice(0, TYPED) };
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
    case "time":
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
        ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
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
