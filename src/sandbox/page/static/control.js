// @ts-check
/** @import { DrawnControl } from "../draw/piece.ts" */
/** @import { Act } from "../acts.ts" */
/** @import { ShownPerson } from "../wire.ts" */
/** @import { Say } from "./texts.js" */
import { el, freshId, icon } from "./element.js";
import { createMenuButton } from "./menuButton.js";
import { createPicker } from "./picker.js";
import { isWeb } from "./pieces.js";

/**
 * A button or select of a message or form.
 * @param {DrawnControl} control
 * @param {{ on: string, people: readonly ShownPerson[], say: Say, act: (act: Act, trigger?: Element) => unknown }} options `on` is the
 *   message or form it stands in
 * @returns {HTMLElement}
 */
export function drawControl(control, { on, people, say, act }) {
  if (control.kind === "button") return drawButton(control, on, act);
  const entries =
    control.source === "people" ? people.map(({ id, name }) => ({ value: id, label: name })) : control.options;
  /** @param {readonly string[]} values */
  const choose = (values) => act({ kind: "choose", message: on, control: control.id, values: [...values] });
  const label = control.placeholder === "" ? say("form.select") : control.placeholder;
  const { disabled } = control;
  if (control.source === "options" && control.maximum === 1) {
    const menu = createMenuButton({ label, entries, disabled, look: "select", onPick: (value) => choose([value]) });
    menu.dataset["key"] = control.id;
    return menu;
  }
  const id = freshId();
  const { maximum } = control;
  const picker = createPicker({ id, label, entries, chosen: [], maximum, placeholder: label, disabled, say });
  const send = el("button", {
    type: "button",
    class: "control secondary",
    disabled,
    onclick: () => choose(picker.values()),
  });
  send.textContent = say("form.choose");
  return el(
    "div",
    { class: "select-many", "data-key": control.id },
    el("label", { for: id, class: "visually-hidden" }, label),
    picker.element,
    send,
  );
}

/**
 * @param {Extract<DrawnControl, { kind: "button" }>} control
 * @param {string} on
 * @param {(act: Act, trigger?: Element) => unknown} act
 */
function drawButton({ id, label, style, disabled, url }, on, act) {
  if (url !== undefined && isWeb(url))
    return el(
      "a",
      { class: "control link", href: url, target: "_blank", rel: "noopener noreferrer" },
      label,
      icon("away"),
    );
  const button = el("button", { type: "button", class: `control ${style}`, disabled, "data-key": id }, label);
  button.addEventListener("click", () => act({ kind: "press", message: on, control: id }, button));
  return button;
}
