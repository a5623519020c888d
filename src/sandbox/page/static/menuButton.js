// @ts-check
/** @import { Entry } from "./listbox.js" */
import { el, icon } from "./element.js";
import { createListbox } from "./listbox.js";

/** @type {Readonly<Record<string, 1 | -1>>} */
const steps = { ArrowDown: 1, ArrowUp: -1 };

/**
 * A button that opens a list of which one entry is picked.
 * @param {{ label: string, entries: readonly Entry[], onPick: (value: string) => void, disabled?: boolean, look?: string,
 *   symbol?: string, hidesLabel?: boolean }} options
 */
export function createMenuButton({ label, entries, onPick, disabled = false, look = "", symbol, hidesLabel = false }) {
  const listbox = createListbox({
    label,
    onPick: (entry) => {
      close();
      onPick(entry.value);
    },
    onActive: (id) =>
      id === undefined
        ? button.removeAttribute("aria-activedescendant")
        : button.setAttribute("aria-activedescendant", id),
  });
  const close = () => {
    listbox.hide();
    button.setAttribute("aria-expanded", "false");
  };
  const open = () => {
    listbox.show(entries, 0);
    listbox.element.scrollIntoView({ block: "nearest" });
    button.setAttribute("aria-expanded", "true");
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const step = steps[event.key];
    const active = listbox.active();
    if (step !== undefined && listbox.isOpen()) listbox.move(step);
    else if (step !== undefined) open();
    else if (event.key === "Escape" && listbox.isOpen()) {
      event.stopPropagation();
      close();
    } else if ((event.key === "Enter" || event.key === " ") && active !== undefined) {
      close();
      onPick(active.value);
    } else return;
    event.preventDefault();
  };
  const button = el(
    "button",
    {
      type: "button",
      class: `menu-button ${look}`,
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": listbox.element.id,
      "aria-label": label,
      disabled,
      onclick: () => (listbox.isOpen() ? close() : open()),
      onkeydown: onKey,
      onblur: close,
    },
    symbol === undefined ? undefined : icon(symbol),
    hidesLabel ? undefined : el("span", { class: "menu-label" }, label),
    symbol === undefined ? icon("down") : undefined,
  );
  return el("div", { class: "menu" }, button, listbox.element);
}
