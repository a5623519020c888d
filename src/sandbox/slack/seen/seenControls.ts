import type { KnownBlock, Option } from "@slack/types";

import type { SeenControl, SeenOption } from "../../person.ts";
import { type Interactive, optionsOf, type Placed, placedElements } from "../blockKit/elements.ts";
import { readableTextObject } from "./readableText.ts";

/** What can be pressed or chosen in these blocks outside of the fields of a form. */
export function seenControls(blocks: readonly KnownBlock[], disabled: boolean): readonly SeenControl[] {
  const placed = placedElements(blocks);
  return placed.map((one): SeenControl => {
    const { element } = one;
    const id = controlId(one, placed);
    if (element.type === "button" || element.type === "workflow_button")
      return { kind: "button", id, label: element.text.text, style: styleOf(element), disabled };
    const options = optionsOf(element).map(seenOption);
    return {
      kind: "select",
      id,
      placeholder: "placeholder" in element ? (element.placeholder?.text ?? "") : "",
      source: element.type === "users_select" || element.type === "multi_users_select" ? "people" : "options",
      options,
      minimum: isMultiple(element) ? 0 : 1,
      maximum: isMultiple(element) ? mostOf(element, options.length) : 1,
      disabled,
    };
  });
}

/** The id a control goes by: its action id, with the block's before it where two blocks have the same. */
export function controlId(one: Placed, all: readonly Placed[]): string {
  const isAlone = all.filter(({ actionId }) => actionId === one.actionId).length === 1;
  return isAlone ? one.actionId : `${one.blockId}/${one.actionId}`;
}

/** An option as a person sees it. */
export function seenOption(option: Option): SeenOption {
  return {
    value: option.value ?? "",
    label: readableTextObject(option.text),
    ...(option.description === undefined ? {} : { description: option.description.text }),
  };
}

/** Whether several things can be chosen in it at once. */
export function isMultiple(element: Interactive): boolean {
  return element.type === "checkboxes" || element.type === "file_input" || element.type.startsWith("multi_");
}

/** How many things may be chosen at once. */
export function mostOf(element: Interactive, options: number): number {
  if (element.type === "file_input") return element.max_files ?? 10;
  const told = "max_selected_items" in element ? element.max_selected_items : undefined;
  return told ?? (options === 0 ? 100 : options);
}

function styleOf(
  element: Extract<Interactive, { type: "button" | "workflow_button" }>,
): "primary" | "danger" | "secondary" | "link" {
  if (element.type === "button" && element.url !== undefined) return "link";
  return element.style ?? "secondary";
}
