import type { InputBlock, ModalView, PlainTextOption } from "@slack/types";

import { controlId } from "../../surface/card.ts";
import type { Card } from "../../surface/card.ts";
import type { Field, FieldOption, Form } from "../../surface/form.ts";
import type { Speech } from "../../surface/say.ts";
import { renderBlocks } from "./renderCard.ts";

/** What a modal carries: which form, and what it is about. */
export const FORM_ACT = "form";
/** The action id of the one element in each input block. */
export const INPUT = "input";

const plain = (text: string) => ({ type: "plain_text", text, emoji: false }) as const;

/** Draws a form as a modal. */
export function renderForm(form: Form, { say }: Speech): ModalView {
  return {
    type: "modal",
    callback_id: controlId({ act: FORM_ACT, choice: form.id, ref: form.ref }),
    title: plain(form.title),
    submit: plain(form.submitLabel),
    close: plain(say("form.cancel")),
    blocks: [
      ...(form.intro === undefined ? [] : [{ type: "section", text: plain(form.intro) } as const]),
      ...form.fields.map(inputOf),
    ],
  };
}

/** Draws a card as a modal that is only read, or pressed. */
export function renderCardView(card: Card, { say }: Speech): ModalView {
  return {
    type: "modal",
    callback_id: "card",
    title: plain(say("app.title")),
    close: plain(say("form.close")),
    blocks: renderBlocks(card),
  };
}

function inputOf(field: Field): InputBlock {
  return {
    type: "input",
    block_id: field.id,
    label: plain(field.label),
    optional: !field.required,
    ...(field.hint === undefined ? {} : { hint: plain(field.hint) }),
    element: elementOf(field),
  };
}

/** Radio buttons and checkboxes hold ten options at most. */
const FEW = 10;
/** What was typed on another platform can be no day, and accounts there are none here. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const OURS = "slack:";

function elementOf(field: Field): InputBlock["element"] {
  const { value, maximum } = field;
  const words = typeof value === "string" ? value : "";
  const chosen = typeof value === "string" ? [value] : (value ?? []);
  const options = field.options.map(optionOf);
  const initial = options.filter((option) => chosen.includes(option.value ?? ""));
  const [first] = initial;
  const placeholder = field.placeholder === undefined ? {} : { placeholder: plain(field.placeholder) };
  switch (field.kind) {
    case "text":
    case "time":
    case "length":
    case "long-text":
      return {
        type: "plain_text_input",
        action_id: INPUT,
        multiline: field.kind === "long-text",
        max_length: maximum,
        ...(words === "" ? {} : { initial_value: words }),
        ...placeholder,
      };
    case "date":
      return { type: "datepicker", action_id: INPUT, ...(DAY.test(words) ? { initial_date: words } : {}) };
    case "choice":
      return options.length <= FEW
        ? {
            type: "radio_buttons",
            action_id: INPUT,
            options,
            ...(first === undefined ? {} : { initial_option: first }),
          }
        : {
            type: "static_select",
            action_id: INPUT,
            options,
            ...placeholder,
            ...(first === undefined ? {} : { initial_option: first }),
          };
    case "choices":
      return options.length <= FEW
        ? {
            type: "checkboxes",
            action_id: INPUT,
            options,
            ...(initial.length === 0 ? {} : { initial_options: initial }),
          }
        : {
            type: "multi_static_select",
            action_id: INPUT,
            options,
            ...placeholder,
            max_selected_items: maximum,
            ...(initial.length === 0 ? {} : { initial_options: initial }),
          };
    case "files":
      return { type: "file_input", action_id: INPUT, max_files: maximum };
    case "people": {
      const users = chosen.flatMap((account) => (account.startsWith(OURS) ? [account.slice(OURS.length)] : []));
      return {
        type: "multi_users_select",
        action_id: INPUT,
        max_selected_items: maximum,
        ...placeholder,
        ...(users.length === 0 ? {} : { initial_users: users }),
      };
    }
  }
}

function optionOf({ value, label, hint }: FieldOption): PlainTextOption {
  return { value, text: plain(label), ...(hint === undefined ? {} : { description: plain(hint) }) };
}
