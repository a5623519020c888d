import type { Card, ControlRef } from "../card.ts";
import type { Answer } from "../delivery.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

/** Where a form cannot follow a form: what was typed is kept, and a button opens the next page. */
export function continueCard({ form }: Extract<Answer, { kind: "form" }>, { say }: Speech): Card {
  return {
    tone: "neutral",
    title: say("form.continue.title"),
    blocks: [{ kind: "paragraph", text: say("form.continue.text") }],
    rows: [[button("primary", say("form.continue"), "form.open", form.ref, form.id)]],
  };
}

/** Where errors cannot stand beside their fields: what is wrong, and a button that opens the form again with what was typed. */
export function errorsCard({ form, errors }: Extract<Answer, { kind: "errors" }>, { say }: Speech): Card {
  return {
    tone: "attention",
    title: say("form.errors.title"),
    blocks: [{ kind: "list", items: Object.values(errors) }],
    rows: [[button("primary", say("form.again"), "form.open", form.ref, form.id)]],
  };
}

/**
 * Something went wrong on our side.
 * @param pressed what was pressed, to be pressed again: this card may take the place of what it stood on
 */
export function troubleCard({ say }: Speech, pressed?: ControlRef): Card {
  return {
    tone: "bad",
    title: say("trouble.title"),
    blocks: [{ kind: "paragraph", text: say("trouble.again") }],
    rows:
      pressed === undefined
        ? []
        : [[button("primary", say("trouble.press"), pressed.act, pressed.ref, pressed.choice)]],
  };
}

/** It takes longer than the platform waits for an answer. */
export function waitCard({ say }: Speech): Card {
  return {
    tone: "neutral",
    title: say("wait.title"),
    blocks: [{ kind: "paragraph", text: say("wait.text") }],
    rows: [],
  };
}
