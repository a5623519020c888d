// @ts-check
/** @import { SeenField } from "../../person.ts" */
/** @import { PlatformKind, ShownPerson } from "../wire.ts" */
/** @import { Say } from "./texts.js" */
import { el, freshId } from "./element.js";
import { createPicker } from "./picker.js";

/**
 * A field of an open form.
 * @typedef {object} Field
 * @property {HTMLElement} element
 * @property {() => string | readonly string[]} value
 * @property {() => void} focus
 * @property {(error: string | undefined) => void} setError
 * @property {() => string | undefined} mistake what the client would say before anything is sent
 */

/**
 * The part of a field in which something is entered.
 * @typedef {object} Entry
 * @property {HTMLElement} element
 * @property {HTMLElement} target what the label, hint and error belong to
 * @property {() => string | readonly string[]} value
 * @property {() => void} focus
 */

/** Radio buttons and checkboxes are named by a legend, everything else by a label. */
const MANY = 10;

/**
 * @param {SeenField} field
 * @param {PlatformKind} platform
 * @param {readonly ShownPerson[]} people
 * @param {Say} say
 * @returns {Field}
 */
export function createField(field, platform, people, say) {
  const id = freshId();
  const hint = field.hint === undefined ? undefined : el("p", { class: "hint", id: freshId() }, field.hint);
  const error = el("p", { class: "field-error", id: freshId(), hidden: true });
  const counter = hasCounter(field) ? el("p", { class: "counter", id: freshId(), "aria-hidden": "true" }) : undefined;
  const describedBy = [hint?.id, error.id].filter((each) => each !== undefined).join(" ");
  const entry = createEntry(field, { id, describedBy, platform, people, say });
  const isGroup = entry.target.tagName === "FIELDSET";
  const title = [
    field.label,
    field.required ? el("span", { class: "required", "aria-hidden": "true" }, " *") : undefined,
    !field.required && platform === "slack" ? el("span", { class: "optional" }, ` ${say("form.optional")}`) : undefined,
  ];
  if (isGroup) entry.target.prepend(el("legend", {}, ...title), hint ?? "");
  const element = el(
    "div",
    { class: "field", "data-field": field.id },
    isGroup ? undefined : el("label", { for: id }, ...title),
    isGroup ? undefined : hint,
    entry.element,
    counter,
    error,
  );
  const setError = (/** @type {string | undefined} */ text) => {
    error.textContent = text ?? "";
    error.hidden = text === undefined;
    element.classList.toggle("is-wrong", text !== undefined);
    if (text === undefined) entry.target.removeAttribute("aria-invalid");
    else entry.target.setAttribute("aria-invalid", "true");
  };
  const count = () => {
    const length = String(entry.value()).length;
    if (counter === undefined || field.maximum === undefined) return;
    counter.textContent = `${length} / ${field.maximum}`;
    counter.classList.toggle("is-over", length > field.maximum);
  };
  const onChange = () => {
    count();
    if (!error.hidden) setError(undefined);
  };
  element.addEventListener("input", onChange);
  element.addEventListener("change", onChange);
  count();
  return {
    element,
    value: entry.value,
    focus: entry.focus,
    setError,
    mistake: () => mistakeOf(field, entry.value(), platform, say),
  };
}

/** @param {SeenField} field */
const isText = ({ kind }) => kind === "text" || kind === "long-text";

/** @param {SeenField} field */
const hasCounter = (field) => isText(field) && field.maximum !== undefined;

/**
 * @param {SeenField} field
 * @param {string | readonly string[]} value
 * @param {PlatformKind} platform
 * @param {Say} say
 */
function mistakeOf(field, value, platform, say) {
  // Slack's client takes blanks for an answer; Discord's does not.
  const given = typeof value === "string" && platform === "discord" ? value.trim() : value;
  const isEmpty = given.length === 0;
  if (isEmpty) return field.required ? say("form.required") : undefined;
  if (!isText(field)) return undefined;
  const { minimum = 0, maximum = Infinity } = field;
  if (value.length > maximum) return say("form.tooLong", { over: value.length - maximum, maximum });
  return value.length < minimum ? say("form.tooShort", { minimum }) : undefined;
}

/**
 * @param {SeenField} field
 * @param {{ id: string, describedBy: string, platform: PlatformKind, people: readonly ShownPerson[], say: Say }} context
 * @returns {Entry}
 */
function createEntry(field, { id, describedBy, platform, people, say }) {
  const first = typeof field.value === "string" ? field.value : (field.value[0] ?? "");
  const chosen = typeof field.value === "string" ? [field.value].filter((each) => each !== "") : field.value;
  const common = { id, "aria-describedby": describedBy, "aria-required": field.required ? "true" : undefined };
  switch (field.kind) {
    case "text":
      return ofInput(
        el("input", { ...common, type: "text", placeholder: field.placeholder, autocomplete: "off" }),
        first,
      );
    case "date":
      return ofInput(el("input", { ...common, type: "date" }), first);
    case "long-text":
      return ofInput(el("textarea", { ...common, rows: "5", placeholder: field.placeholder }), first);
    case "people": {
      const picker = createPicker({
        id,
        label: field.label,
        entries: people.map(({ id: value, name }) => ({ value, label: name })),
        chosen,
        maximum: field.maximum ?? 1,
        placeholder: field.placeholder ?? say("form.search"),
        say,
        describedBy,
      });
      return { element: picker.element, target: picker.input, value: picker.values, focus: picker.focus };
    }
    case "choice":
      if (platform === "discord" || field.options.length > MANY) return ofSelect(field, common, first, say);
      return ofBoxes(field, "radio", chosen, describedBy);
    case "choices":
      return ofBoxes(field, "checkbox", chosen, describedBy);
    case "files":
      return ofFiles(el("input", { ...common, type: "file", multiple: (field.maximum ?? 1) > 1 }), chosen);
    case "other": {
      const note = el("p", { class: "hint" }, say("form.impossible"));
      return { element: note, target: note, value: () => field.value, focus: () => undefined };
    }
  }
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {string} value
 * @returns {Entry}
 */
function ofInput(input, value) {
  input.value = value;
  return { element: input, target: input, value: () => input.value, focus: () => input.focus() };
}

/**
 * Files are read at once, and sent as "data:" addresses with their names.
 * @param {HTMLInputElement} input
 * @param {readonly string[]} before
 * @returns {Entry}
 */
function ofFiles(input, before) {
  let values = before;
  const take = async () => {
    values = [];
    const read = await Promise.all([...(input.files ?? [])].map(readFile));
    values = read;
  };
  input.addEventListener("change", () => {
    void take();
  });
  return { element: input, target: input, value: () => values, focus: () => input.focus() };
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 */
async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let content = "";
  for (const byte of bytes) content += String.fromCodePoint(byte);
  const type = file.type || "application/octet-stream";
  return `data:${type};name=${encodeURIComponent(file.name)};base64,${btoa(content)}`;
}

/**
 * @param {SeenField} field
 * @param {Record<string, string | undefined>} common
 * @param {string} value
 * @param {Say} say
 * @returns {Entry}
 */
function ofSelect(field, common, value, say) {
  const select = el(
    "select",
    common,
    el("option", { value: "" }, field.placeholder ?? say("form.select")),
    ...field.options.map((option) =>
      el(
        "option",
        { value: option.value },
        option.description === undefined ? option.label : `${option.label} – ${option.description}`,
      ),
    ),
  );
  select.value = value;
  return { element: select, target: select, value: () => select.value, focus: () => select.focus() };
}

/**
 * @param {SeenField} field
 * @param {"radio" | "checkbox"} type
 * @param {readonly string[]} chosen
 * @param {string} describedBy
 * @returns {Entry}
 */
function ofBoxes(field, type, chosen, describedBy) {
  const name = freshId();
  const boxes = field.options.map((option) =>
    el("input", { type, name, value: option.value, checked: chosen.includes(option.value) }),
  );
  const group = el(
    "fieldset",
    { role: type === "radio" ? "radiogroup" : "group", "aria-describedby": describedBy },
    ...field.options.map((option, at) =>
      el(
        "label",
        { class: "choice" },
        boxes[at],
        el(
          "span",
          {},
          option.label,
          option.description === undefined ? undefined : el("span", { class: "hint" }, option.description),
        ),
      ),
    ),
  );
  const checked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  return {
    element: group,
    target: group,
    value: () => (type === "radio" ? (checked()[0] ?? "") : checked()),
    focus: () => (boxes.find((box) => box.checked) ?? boxes[0])?.focus(),
  };
}
