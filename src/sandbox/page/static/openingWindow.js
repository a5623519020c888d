// @ts-check
/** @import { Organisation } from "../organisations.ts" */
import { Refusal } from "./askServer.js";
import { el, freshId } from "./element.js";
import { text } from "./texts.js";

/**
 * The window that asks whether what was tried out may be forgotten, and says that an organisation is being opened.
 * @param {object} options
 * @param {(id: string) => Promise<void>} options.open resolves once it stands; the window stays until the page is drawn anew
 * @param {() => void} options.onCancel
 */
export function createOpeningWindow({ open, onCancel }) {
  const titleId = freshId();
  const title = el("h2", { id: titleId });
  const forgets = el("p", {}, text("organisation.forgets"));
  const status = el("p", { class: "opening-status", role: "status" });
  const refusal = el("p", { class: "opening-refusal", role: "alert", hidden: true });
  const confirm = el("button", { type: "button", class: "control primary", onclick: () => void go() });
  const cancel = el("button", { type: "button", class: "control secondary", onclick: () => box.close() });
  cancel.textContent = text("organisation.cancel");
  /** @type {HTMLDialogElement} */
  const box = el(
    "dialog",
    { class: "about opening", tabindex: "-1", "aria-labelledby": titleId },
    title,
    forgets,
    status,
    refusal,
    el("div", { class: "opening-buttons" }, confirm, cancel),
  );
  let wanted = { id: "", name: "" };
  let isBusy = false;
  box.addEventListener("cancel", (event) => isBusy && event.preventDefault());
  box.addEventListener("close", onCancel);

  /** @param {boolean} busy */
  const setBusy = (busy) => {
    isBusy = busy;
    box.classList.toggle("is-busy", busy);
    confirm.disabled = busy;
    cancel.disabled = busy;
    status.textContent = busy ? text("organisation.opening", { name: wanted.name }) : "";
  };
  const go = async () => {
    box.focus();
    setBusy(true);
    refusal.hidden = true;
    try {
      await open(wanted.id);
    } catch (error) {
      setBusy(false);
      refusal.textContent = error instanceof Refusal ? error.message : text("lost");
      refusal.hidden = false;
      cancel.focus();
    }
  };

  return {
    element: box,
    /**
     * @param {Organisation} organisation
     * @param {boolean} isAgain whether it is the one that stands
     */
    ask(organisation, isAgain) {
      wanted = organisation;
      refusal.hidden = true;
      title.textContent = isAgain
        ? text("organisation.again.ask", { name: organisation.name })
        : text("organisation.ask", { name: organisation.name });
      confirm.textContent = text(isAgain ? "organisation.again" : "organisation.open");
      setBusy(false);
      box.showModal();
    },
  };
}
