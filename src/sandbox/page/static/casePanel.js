// @ts-check
/** @import { Overview } from "../wire.ts" */
/** @import { ListedCase } from "../caseFiles.ts" */
/** @import { createSide } from "./side.js" */
import { askInTurn } from "./askInTurn.js";
import { readCases } from "./askServer.js";
import { createCaseWindow } from "./caseWindow.js";
import { el } from "./element.js";
import { language, text } from "./texts.js";
import { shortDayOf } from "./times.js";

/**
 * Puts the case files into the drawer, newest first, where there are any to be looked into; a press on one opens its window.
 * @param {object} options
 * @param {Overview} options.overview
 * @param {ReturnType<typeof createSide>} options.side
 * @returns {{ refresh: () => void }}
 */
export function addCaseFiles({ overview, side }) {
  if (overview.caseFiles !== true) return { refresh() {} };
  const list = el("ul", { class: "case-list" });
  const none = el("p", { class: "case-none", hidden: true }, text("cases.none"));
  const element = el("div", { class: "cases" }, el("p", { class: "cases-intro" }, text("cases.intro")), none, list);
  let drawn = "";
  /** @param {string | null | undefined} id */
  const focusCase = (id) => {
    const found = list.querySelector(`[data-case="${id}"]`);
    if (found instanceof HTMLElement) found.focus();
  };
  const caseWindow = createCaseWindow({ onClose: focusCase });
  document.body.append(caseWindow.element);

  const refresh = askInTurn(async () => {
    const { cases } = await readCases();
    const telling = JSON.stringify(cases);
    if (telling === drawn) return;
    drawn = telling;
    none.hidden = cases.length > 0;
    const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute("data-case") : null;
    list.replaceChildren(...cases.map((one) => drawCase(one, () => void caseWindow.open(one))));
    if (focused !== null) focusCase(focused);
  });
  const panel = side.add("cases", {
    label: text("cases"),
    symbol: "cases",
    element,
    onOpen: () => void refresh(),
  });
  return {
    refresh() {
      if (panel.isOpen()) void refresh();
      void caseWindow.refresh();
    },
  };
}

/**
 * @param {ListedCase} listed
 * @param {() => void} onOpen
 */
function drawCase({ id, codeName, received, stage }, onOpen) {
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "case-open", "data-case": id, "aria-haspopup": "dialog", onclick: onOpen },
      el("strong", {}, codeName),
      el("span", {}, stage[language]),
      el("small", {}, text("cases.received", { day: shortDayOf(received) })),
    ),
  );
}
