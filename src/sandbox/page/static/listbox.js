// @ts-check
import { el, freshId } from "./element.js";

/**
 * @typedef {object} Entry
 * @property {string} value
 * @property {string} label
 * @property {string} [description]
 */

/**
 * A list of which one entry is picked, driven by whatever has the focus: the ARIA pattern "listbox" with an active descendant.
 * @param {{ label?: string, onPick: (entry: Entry) => void, onActive: (id: string | undefined) => void }} options
 */
export function createListbox({ label, onPick, onActive }) {
  const list = el("ul", { class: "listbox", role: "listbox", "aria-label": label, id: freshId(), hidden: true });
  /** @type {readonly Entry[]} */
  let entries = [];
  let active = -1;

  /** @param {number} index */
  const activate = (index) => {
    active = index;
    [...list.children].forEach((child, at) => child.setAttribute("aria-selected", String(at === index)));
    const chosen = list.children[index];
    onActive(chosen?.id);
    chosen?.scrollIntoView({ block: "nearest" });
  };

  /** @param {Entry} entry */
  const draw = (entry) =>
    el(
      "li",
      {
        role: "option",
        id: freshId(),
        // The focus stays where it is.
        onmousedown: (/** @type {Event} */ event) => event.preventDefault(),
        onclick: () => onPick(entry),
      },
      el("span", { class: "entry-label" }, entry.label),
      entry.description === undefined ? undefined : el("span", { class: "entry-about" }, entry.description),
    );

  return {
    element: list,
    /** @param {string} wanted */
    label: (wanted) => list.setAttribute("aria-label", wanted),
    isOpen: () => !list.hidden,
    /**
     * @param {readonly Entry[]} wanted
     * @param {number} [first] which is active at first; none when left out
     */
    show(wanted, first = -1) {
      entries = wanted;
      list.replaceChildren(...wanted.map(draw));
      list.hidden = wanted.length === 0;
      activate(wanted.length === 0 ? -1 : first);
    },
    hide() {
      entries = [];
      list.replaceChildren();
      list.hidden = true;
      activate(-1);
    },
    /** @param {1 | -1} step */
    move(step) {
      if (entries.length === 0) return;
      const start = active === -1 && step === -1 ? 0 : active;
      activate((start + step + entries.length) % entries.length);
    },
    /** The active entry, if there is one. */
    active: () => entries[active],
  };
}
