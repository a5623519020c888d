// @ts-check
/** @import { Entry } from "./listbox.js" */
/** @import { Say } from "./texts.js" */
import { el, icon } from "./element.js";
import { createListbox } from "./listbox.js";

/**
 * A searchable list of which several entries are picked, such as people. The picked ones stand as chips before the search.
 * @param {{ id: string, label: string, entries: readonly Entry[], chosen: readonly string[], maximum: number, placeholder: string,
 *   say: Say, describedBy?: string | undefined, disabled?: boolean }} options
 */
export function createPicker({ id, label, entries, chosen, maximum, placeholder, say, describedBy, disabled = false }) {
  /** @type {readonly string[]} */
  let values = chosen;
  const chips = el("span", { class: "chips" });
  const status = el("span", { class: "visually-hidden", role: "status" });
  const listbox = createListbox({
    label,
    onPick: (entry) => pick(entry),
    onActive: (active) =>
      active === undefined
        ? input.removeAttribute("aria-activedescendant")
        : input.setAttribute("aria-activedescendant", active),
  });
  const input = el("input", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": listbox.element.id,
    "aria-describedby": describedBy,
    disabled,
    oninput: () => offer(),
    onclick: () => offer(),
    onblur: () => close(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => onKey(event),
  });
  const root = el("div", { class: "picker" }, chips, input, listbox.element, status);

  const offer = () => {
    const typed = input.value.trim().toLowerCase();
    const left = entries.filter(
      ({ value, label: name }) => !values.includes(value) && name.toLowerCase().includes(typed),
    );
    const shown = values.length >= maximum && maximum > 1 ? [] : left;
    listbox.show(shown, typed === "" ? -1 : 0);
    listbox.element.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-expanded", String(shown.length > 0));
    if (values.length >= maximum && maximum > 1) status.textContent = say("picker.full", { maximum });
    else if (shown.length === 0) status.textContent = say("picker.none", { typed: input.value });
  };
  const close = () => {
    listbox.hide();
    input.setAttribute("aria-expanded", "false");
  };
  /** @param {readonly string[]} wanted */
  const choose = (wanted) => {
    values = wanted;
    input.placeholder = values.length === 0 ? placeholder : "";
    chips.replaceChildren(...values.map(chip));
    root.dispatchEvent(new Event("change", { bubbles: true }));
  };
  /** @param {Entry} entry */
  const pick = (entry) => {
    choose(maximum === 1 ? [entry.value] : [...values, entry.value]);
    status.textContent = say("picker.chosen", { name: entry.label });
    input.value = "";
    input.focus();
    close();
  };
  /** @param {string} value */
  const chip = (value) => {
    const name = entries.find((entry) => entry.value === value)?.label ?? value;
    const remove = el(
      "button",
      {
        type: "button",
        "aria-label": say("picker.remove", { name }),
        disabled,
        onclick: () => {
          choose(values.filter((each) => each !== value));
          status.textContent = say("picker.removed", { name });
          input.focus();
        },
      },
      icon("close"),
    );
    return el("span", { class: "chip" }, name, remove);
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const active = listbox.active();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!listbox.isOpen()) offer();
      listbox.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      if (active !== undefined) pick(active);
      else if (!listbox.isOpen()) offer();
    } else if (event.key === "Escape" && listbox.isOpen()) {
      event.stopPropagation();
      close();
    } else if (event.key === "Backspace" && input.value === "" && values.length > 0) choose(values.slice(0, -1));
    else return;
    event.preventDefault();
  };
  choose(values);
  return { element: root, values: () => values, focus: () => input.focus(), input };
}
