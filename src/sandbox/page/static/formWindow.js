// @ts-check
/** @import { PlatformKind, ShownForm, ShownPerson } from "../wire.ts" */
/** @import { Act } from "../acts.ts" */
/** @import { Say } from "./texts.js" */
import { drawControl } from "./control.js";
import { el, freshId, icon } from "./element.js";
import { createField } from "./formField.js";
import { drawPieces } from "./pieces.js";

/**
 * What makes a form another one than the one that stands open: everything but the answers and the errors.
 * @param {ShownForm} form
 */
export const shapeOf = ({ id, title, pieces, fields }) =>
  JSON.stringify([id, title, pieces, fields.map((field) => ({ ...field, value: undefined }))]);

/**
 * The window of an open form, or of a text with buttons. The focus stays in it until it is closed.
 * @param {ShownForm} form
 * @param {{ platform: PlatformKind, people: readonly ShownPerson[], say: Say, notices: Node,
 *   act: (act: Act, trigger?: Element) => Promise<boolean> }} options `act` resolves with whether it was done
 */
export function createFormWindow(form, { platform, people, say, notices, act }) {
  const fields = new Map(form.fields.map((field) => [field.id, createField(field, platform, people, say)]));
  const titleId = freshId();
  const isRead = form.submitLabel === "";
  // Discord's own client has its words for both; on Slack the app may name them.
  const labels =
    platform === "discord"
      ? { close: say("form.cancel"), submit: say("form.submit") }
      : { close: form.closeLabel ?? say("form.close"), submit: form.submitLabel };
  /** @type {string | undefined} */
  let toldErrors = JSON.stringify({});
  const dismiss = () => act({ kind: "dismiss", form: form.id });
  const body = el(
    "div",
    { class: "form-body", tabindex: "-1" },
    ...drawPieces(form.pieces, {
      control: (control) => drawControl(control, { on: form.id, people, say, act }),
      field: (id) => fields.get(id)?.element,
    }),
  );
  const submit = el("button", { class: "control primary" }, labels.submit);
  const frame = el(
    "form",
    {
      class: "form-window",
      novalidate: true,
      onsubmit: (/** @type {Event} */ event) => onSubmit(event),
      onkeydown: (/** @type {KeyboardEvent} */ event) => onKey(event),
    },
    el(
      "header",
      {},
      el("h3", { id: titleId }, form.title),
      el(
        "button",
        { type: "button", class: "icon-button", "aria-label": say("form.close"), onclick: dismiss },
        icon("close"),
      ),
    ),
    body,
    notices,
    el(
      "footer",
      {},
      el("button", { type: "button", class: "control secondary", onclick: dismiss }, labels.close),
      isRead ? undefined : submit,
    ),
  );

  /** @param {Event} event */
  const onSubmit = async (event) => {
    event.preventDefault();
    if (isRead || submit.getAttribute("aria-busy") === "true") return;
    for (const field of fields.values()) field.setError(field.mistake());
    if (focusWrong()) return;
    const values = Object.fromEntries(
      [...fields].map(([id, field]) => {
        const value = field.value();
        return [id, typeof value === "string" ? value : [...value]];
      }),
    );
    toldErrors = undefined;
    await act({ kind: "submit", form: form.id, values }, submit);
    if (frame.isConnected) focusWrong();
  };
  const focusWrong = () => {
    const wrong = [...fields.values()].find(({ element }) => element.classList.contains("is-wrong"));
    wrong?.focus();
    return wrong !== undefined;
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      void dismiss();
    }
    if (event.key === "Tab") stayInside(event, frame);
  };

  return {
    element: el("div", { class: "form-veil", role: "dialog", "aria-modal": "true", "aria-labelledby": titleId }, frame),
    shape: shapeOf(form),
    /** @param {ShownForm} now the same form with what the platform says about it now */
    update(now) {
      const told = JSON.stringify(now.errors);
      if (told === toldErrors) return;
      toldErrors = told;
      for (const [id, field] of fields) field.setError(now.errors[id]);
    },
    focus() {
      const [first] = fields.values();
      if (first === undefined) body.focus();
      else first.focus();
    },
  };
}

/**
 * @param {KeyboardEvent} event
 * @param {Element} root
 */
function stayInside(event, root) {
  const stops = [...root.querySelectorAll("a[href], button, input, select, textarea")].filter(
    (one) => one instanceof HTMLElement && !one.matches(":disabled") && one.offsetParent !== null,
  );
  const from = event.shiftKey ? stops[0] : stops.at(-1);
  const to = event.shiftKey ? stops.at(-1) : stops[0];
  const isOutside = document.activeElement === from || !stops.includes(document.activeElement ?? root);
  if (!isOutside || !(to instanceof HTMLElement)) return;
  event.preventDefault();
  to.focus();
}
