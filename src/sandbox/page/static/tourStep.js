// @ts-check
/** @import { Span } from "../span.ts" */
/** @import { ShownTourStep, TourStand } from "../tour.ts" */
import { el, freshId, icon } from "./element.js";
import { language, text } from "./texts.js";

/** @typedef {Exclude<ShownTourStep["state"], "later">} SaidState */

/**
 * A step of the tour, folded to its title or unfolded to what is to be done.
 * @param {number} number
 * @param {object} options
 * @param {() => void} options.onUnfold
 * @param {(stands: readonly [TourStand, TourStand]) => void} options.onGo
 * @param {(trigger: Element) => void} options.onHelp
 * @param {(trigger: Element, by: Span) => void} options.onMove
 */
export function createTourStep(number, { onUnfold, onGo, onHelp, onMove }) {
  /** @type {ShownTourStep | undefined} */
  let shown;
  const id = freshId();
  const mark = el("span", { class: "tour-mark", "aria-hidden": "true" });
  const title = el("span", { class: "tour-title" });
  const state = el("span", { class: "visually-hidden" });
  const fold = el(
    "button",
    { type: "button", class: "tour-fold", "aria-controls": id, onclick: onUnfold },
    mark,
    title,
    state,
    icon("down"),
  );
  const press = el("p", { class: "tour-press" });
  const why = el("p", { class: "tour-why" });
  const citation = el("cite", { class: "tour-cite" });
  const go = el("button", { type: "button", class: "tour-go" }, icon("panes"), text("tour.go"));
  go.addEventListener("click", () => shown !== undefined && onGo(shown.stands));
  const move = el("button", { type: "button", class: "tour-move" });
  move.addEventListener("click", () => shown?.move !== undefined && onMove(move, shown.move));
  const helpId = freshId();
  const helped = el("p", { id: helpId, class: "tour-helped" });
  const help = el("button", { type: "button", class: "tour-help", "aria-describedby": helpId }, text("tour.help"));
  help.addEventListener("click", () => onHelp(help));
  const helping = el("div", { class: "tour-helping" }, help, helped);
  const body = el(
    "div",
    { id, class: "tour-body" },
    press,
    el("div", { class: "tour-acts" }, go, move),
    helping,
    el("div", { class: "tour-reason" }, why, citation),
  );
  const root = el("li", { class: "tour-step" }, el("h3", {}, fold), body);

  return {
    element: root,
    focus: () => fold.focus(),
    /**
     * @param {ShownTourStep} step
     * @param {boolean} isUnfolded
     */
    show(step, isUnfolded) {
      shown = step;
      root.dataset["state"] = step.state;
      root.dataset["step"] = step.id;
      if (step.state === "now") root.setAttribute("aria-current", "step");
      else root.removeAttribute("aria-current");
      mark.replaceChildren(drawMark(step, number));
      title.textContent = step.title[language];
      state.textContent = step.state === "later" ? "" : `, ${text(`tour.state.${step.state}`)}`;
      fold.setAttribute("aria-expanded", String(isUnfolded));
      body.hidden = !isUnfolded;
      press.replaceChildren(...withLabels(step.press[language]));
      why.textContent = step.why[language];
      citation.textContent = step.citation;
      helping.hidden = step.help === undefined;
      helped.textContent = step.help?.[language] ?? "";
      move.hidden = step.move === undefined;
      if (step.move !== undefined) move.replaceChildren(icon("clock"), text(`tour.move.${step.move}`));
      go.classList.toggle("is-second", step.move !== undefined);
    },
  };
}

/**
 * @param {ShownTourStep} step
 * @param {number} number
 */
function drawMark({ state }, number) {
  if (state === "done") return icon("done");
  return state === "missed" ? "–" : String(number);
}

/**
 * The words, with what stands on a button set apart: between two asterisks on either side.
 * @param {string} words
 */
const withLabels = (words) =>
  words.split("**").map((part, at) => (at % 2 === 0 ? part : el("b", { class: "tour-label" }, part)));
