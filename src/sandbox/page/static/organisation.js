// @ts-check
/** @import { Overview } from "../wire.ts" */
/** @import { Organisation } from "../organisations.ts" */
import { chooseOrganisation } from "./askServer.js";
import { el, icon } from "./element.js";
import { createOpeningWindow } from "./openingWindow.js";
import { text } from "./texts.js";

/** Set in the tab where something was opened, until the page has been drawn anew. */
const KEPT = "organisation.opened";

/**
 * The organisation that stands behind the page; where there are several the choice of another, and the way to begin again.
 * @param {Element} root
 * @param {Overview} overview
 * @param {() => void} onOpened called when another house stands behind the page
 */
export function showOrganisation(root, overview, onOpened) {
  const { organisation: name, organisations } = overview;
  if (organisations === undefined) {
    root.replaceChildren(el("span", { class: "organisation-name" }, name));
    return;
  }
  const { list, chosen } = organisations;
  const opening = createOpeningWindow({
    async open(id) {
      // Before it is asked for: the stream of changes may tell of it, and the page be drawn anew, sooner than the answer is here.
      sessionStorage.setItem(KEPT, "yes");
      try {
        await chooseOrganisation(id);
      } catch (error) {
        sessionStorage.removeItem(KEPT);
        throw error;
      }
      onOpened();
    },
    onCancel: () => select !== undefined && (select.value = chosen),
  });
  const select = list.length < 2 ? undefined : createSelect(list, chosen, (other) => opening.ask(other, false));
  const again = el(
    "button",
    {
      type: "button",
      class: "organisation-again",
      "aria-haspopup": "dialog",
      title: text("organisation.again.about"),
      onclick: () => opening.ask({ id: chosen, name }, true),
    },
    icon("again"),
    el("span", {}, text("organisation.again")),
  );
  const status = el("span", { class: "visually-hidden", role: "status" });
  root.replaceChildren(select ?? el("span", { class: "organisation-name" }, name), again, status);
  document.body.append(opening.element);
  if (sessionStorage.getItem(KEPT) === null) return;
  sessionStorage.removeItem(KEPT);
  (select ?? again).focus();
  // A text that stands there from the beginning is not read out.
  setTimeout(() => (status.textContent = text("organisation.opened", { name })), 300);
}

/**
 * @param {readonly Organisation[]} list
 * @param {string} chosen
 * @param {(other: Organisation) => void} onPick
 */
function createSelect(list, chosen, onPick) {
  const select = el("select", { class: "organisation-select", "aria-label": text("organisation") });
  select.append(...list.map(({ id, name }) => el("option", { value: id, selected: id === chosen }, name)));
  select.addEventListener("change", () => {
    const other = list.find(({ id }) => id === select.value);
    if (other !== undefined) onPick(other);
  });
  return select;
}
