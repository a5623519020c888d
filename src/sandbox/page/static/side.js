// @ts-check
import { el, icon } from "./element.js";
import { text } from "./texts.js";

/**
 * @typedef {object} Panel
 * @property {string} key
 * @property {Element} element
 * @property {HTMLButtonElement} button
 * @property {string} label
 * @property {(() => void) | undefined} onOpen
 */

const KEPT = "side";

/**
 * The drawer beside the panes, in which one panel at a time stands open, and the buttons that open them.
 * @param {{ drawer: HTMLElement, buttons: HTMLElement }} places
 */
export function createSide({ drawer, buttons }) {
  /** @type {Panel[]} */
  const panels = [];
  /** @type {Panel | undefined} */
  let shown;

  const title = el("h2", { id: "side-title", class: "side-title" });
  const body = el("div", { class: "side-body" });
  const closeButton = el(
    "button",
    { type: "button", class: "icon-button", "aria-label": text("side.close"), onclick: () => close() },
    icon("close"),
  );
  drawer.setAttribute("aria-labelledby", title.id);
  drawer.replaceChildren(el("div", { class: "side-head" }, title, closeButton), body);
  drawer.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  });

  /** @param {Panel | undefined} panel */
  const show = (panel) => {
    shown = panel;
    drawer.hidden = panel === undefined;
    sessionStorage.setItem(KEPT, panel?.key ?? "");
    for (const one of panels) one.button.setAttribute("aria-expanded", String(one === panel));
    if (panel === undefined) return;
    title.textContent = panel.label;
    body.replaceChildren(panel.element);
    body.scrollTop = 0;
    panel.onOpen?.();
  };
  /** The focus goes back to the button that opened the drawer. */
  const close = () => {
    const button = shown?.button;
    const isInside = drawer.contains(document.activeElement);
    show(undefined);
    if (isInside) button?.focus();
  };

  return {
    /**
     * A panel with its button. It opens at once where it stood open before a reload.
     * @param {string} key
     * @param {{ label: string, symbol: string, element: Element, onOpen?: () => void }} panel
     */
    add(key, { label, symbol, element, onOpen }) {
      /** @type {Panel} */
      const panel = {
        key,
        label,
        element,
        onOpen,
        button: el(
          "button",
          {
            type: "button",
            class: "side-button",
            "aria-expanded": "false",
            "aria-controls": drawer.id,
            onclick: () => {
              if (shown === panel) close();
              else {
                show(panel);
                closeButton.focus();
              }
            },
          },
          icon(symbol),
          el("span", {}, label),
        ),
      };
      panels.push(panel);
      buttons.append(panel.button);
      // Not before whoever adds it holds it.
      if (sessionStorage.getItem(KEPT) === key) queueMicrotask(() => show(panel));
      return {
        /** Opens it without moving the focus. */
        open: () => show(panel),
        isOpen: () => shown === panel,
        close: () => shown === panel && close(),
        /**
         * A mark on the button that something waits in the panel.
         * @param {boolean} wanted
         */
        mark: (wanted) => panel.button.classList.toggle("has-news", wanted),
      };
    },
  };
}
