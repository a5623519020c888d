import type { Control } from "../card.ts";
import type { Speech } from "../say.ts";

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

/**
 * What turns the pages of something, by the number of the page: no row where there is one page.
 * @param page which one is shown, from 1
 */
export function turningRows(
  act: string,
  ref: string,
  page: number,
  pages: number,
  { say }: Speech,
): readonly (readonly Control[])[] {
  const turns = [
    ...(page > 1 ? [button("secondary", say("page.previous"), act, ref, String(page - 1))] : []),
    ...(page < pages ? [button("secondary", say("page.next"), act, ref, String(page + 1))] : []),
  ];
  return turns.length === 0 ? [] : [turns];
}
