import type { Control } from "../card.ts";

type Button = Extract<Control, { kind: "button" }>;

/** A button. */
export function button(style: Button["style"], label: string, act: string, ref: string, choice = ""): Button {
  return { kind: "button", style, label, act, choice, ref };
}

/** Controls in rows of at most five. */
export function inRows(controls: readonly Control[], perRow = 5): readonly (readonly Control[])[] {
  const rows: Control[][] = [];
  for (const control of controls) {
    const last = rows.at(-1);
    if (last === undefined || last.length >= perRow) rows.push([control]);
    else last.push(control);
  }
  return rows;
}
