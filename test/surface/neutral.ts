import { limits } from "../../src/surface/card.ts";
import type { Card } from "../../src/surface/card.ts";
import type { Form } from "../../src/surface/form.ts";

type Limit = keyof typeof limits;

const tooLong = (what: string, length: number, limit: Limit): readonly string[] =>
  length <= limits[limit] ? [] : [`${what} has ${length}; ${limit} is ${limits[limit]}`];

/** Where a form goes beyond what fits on both platforms. */
export function formExcess(form: Form): readonly string[] {
  return [
    ...tooLong("the title", form.title.length, "formTitle"),
    ...tooLong("the button", form.submitLabel.length, "submitLabel"),
    ...form.fields.flatMap(({ id, label, hint, options, maximum, kind }) => [
      ...tooLong(`the label of ${id}`, label.length, "fieldLabel"),
      ...tooLong(`the hint of ${id}`, hint?.length ?? 0, "fieldHint"),
      ...tooLong(`the text of ${id}`, kind === "long-text" ? maximum : 0, "input"),
      ...tooLong(`the choice of ${id}`, options.length, "options"),
      ...options.flatMap((option) => [
        ...tooLong(`the option ${option.value}`, option.label.length, "optionLabel"),
        ...tooLong(`the hint of ${option.value}`, option.hint?.length ?? 0, "optionHint"),
      ]),
    ]),
  ];
}

/** Where a card does. */
export function cardExcess({ rows }: Card): readonly string[] {
  return [
    ...tooLong("the card", rows.length, "rowsOfControls"),
    ...rows.flatMap((row) => tooLong("a row", row.length, "controlsInRow")),
    ...rows.flat().flatMap((control) => {
      if (control.kind !== "select") return tooLong(control.label, control.label.length, "buttonLabel");
      return [
        ...tooLong(control.placeholder, control.options.length, "options"),
        ...control.options.flatMap(({ label }) => tooLong(label, label.length, "optionLabel")),
      ];
    }),
  ];
}
