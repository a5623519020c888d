// @ts-check
/** @import { CaseColumn, CaseDue, CaseLine } from "../caseFiles.ts" */
import { readCaseFile } from "./askServer.js";
import { el, freshId, icon } from "./element.js";
import { language, text } from "./texts.js";
import { dayOf, timeOf } from "./times.js";

/**
 * A window that shows a case as each of those sees it who may know of it, next to each other.
 * @param {object} options
 * @param {(id: string) => void} options.onClose
 */
export function createCaseWindow({ onClose }) {
  /** @type {string | undefined} */
  let shown;
  let drawn = "";
  const titleId = freshId();
  const title = el("h2", { id: titleId });
  const columns = el("div", { class: "case-columns", tabindex: "0", role: "group", "aria-labelledby": titleId });
  const close = el(
    "button",
    { type: "button", class: "icon-button", "aria-label": text("cases.close"), onclick: () => box.close() },
    icon("close"),
  );
  /** @type {HTMLDialogElement} */
  const box = el(
    "dialog",
    { class: "case-window", "aria-labelledby": titleId },
    el("header", {}, title, close),
    el("p", { class: "case-only" }, icon("eye"), text("cases.only")),
    columns,
  );
  box.addEventListener("close", () => {
    if (shown !== undefined) onClose(shown);
    shown = undefined;
  });
  // A press beside the window closes it, as Escape does.
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
  });

  const refresh = async () => {
    const id = shown;
    if (id === undefined) return;
    try {
      const file = await readCaseFile(id);
      const telling = JSON.stringify(file);
      if (id !== shown || telling === drawn) return;
      drawn = telling;
      title.textContent = text("cases.title", { codeName: file.codeName });
      columns.replaceChildren(...file.columns.map(drawColumn));
    } catch {
      // The next change asks again.
    }
  };

  return {
    element: box,
    /** @param {{ id: string, codeName: string }} wanted */
    async open({ id, codeName }) {
      shown = id;
      drawn = "";
      title.textContent = text("cases.title", { codeName });
      columns.replaceChildren();
      await refresh();
      if (!box.open) box.showModal();
      columns.scrollTo(0, 0);
    },
    refresh,
  };
}

/** @param {CaseColumn} column */
function drawColumn({ title, may, nothing, lines, coming }) {
  const id = freshId();
  return el(
    "section",
    { class: "case-column", "aria-labelledby": id },
    el("h3", { id }, title[language]),
    el("p", { class: "case-may" }, may[language]),
    ...(lines.length === 0 ? [el("p", { class: "case-nothing" }, nothing[language])] : drawDays(lines)),
    ...(coming.length === 0 ? [] : [drawComing(coming)]),
  );
}

/** @param {readonly CaseLine[]} lines */
function drawDays(lines) {
  /** @type {Map<string, CaseLine[]>} */
  const days = new Map();
  for (const line of lines) {
    const day = dayOf(line.at);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days].flatMap(([day, happened]) => [
    el("h4", { class: "case-day" }, day),
    el("ol", { class: "case-lines" }, ...happened.map(drawLine)),
  ]);
}

/** @param {CaseLine} line */
function drawLine({ at, text: told, by, clause }) {
  return el(
    "li",
    {},
    el("time", { datetime: new Date(at).toISOString() }, timeOf(at)),
    el(
      "div",
      {},
      el("p", {}, told[language]),
      by === undefined && clause === undefined
        ? undefined
        : el("p", { class: "case-source" }, by, clause === undefined ? undefined : el("cite", {}, clause)),
    ),
  );
}

/** @param {readonly CaseDue[]} coming */
function drawComing(coming) {
  return el(
    "div",
    { class: "case-coming" },
    el("h4", {}, text("cases.next")),
    el(
      "ul",
      {},
      ...coming.map(({ text: told, clause, isLate }) =>
        el(
          "li",
          { class: isLate ? "is-late" : undefined },
          el("p", {}, told[language]),
          clause === undefined ? undefined : el("p", { class: "case-source" }, el("cite", {}, clause)),
        ),
      ),
    ),
  );
}
