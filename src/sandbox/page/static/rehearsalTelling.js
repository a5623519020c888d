// @ts-check
/** @import { RehearsalLine, ToldRehearsal } from "../rehearsal.ts" */
import { el } from "./element.js";
import { text } from "./texts.js";

/**
 * A fictitious case: how long it took, what happened day by day, and which clauses it used.
 * @param {ToldRehearsal} told
 */
export function drawRehearsal({ intro, days, took, used, untouched }) {
  return [
    el("div", { class: "rehearsal-what" }, ...intro.map((sentence) => el("p", {}, sentence))),
    el("section", {}, el("h3", {}, text("rehearsal.took")), ...took.map((sentence) => el("p", {}, sentence))),
    ...days.map(({ day, lines }) =>
      el("section", {}, el("h3", {}, day), el("ol", { class: "rehearsal-lines" }, ...lines.map(drawLine))),
    ),
    el("section", {}, el("h3", {}, text("rehearsal.used")), el("p", {}, used)),
    ...(untouched.length === 0 ? [] : [drawUntouched(untouched)]),
  ];
}

/** @param {RehearsalLine} line */
function drawLine({ time, kind, who, what, cited, details }) {
  return el(
    "li",
    { class: `is-${kind}` },
    el("span", { class: "rehearsal-time" }, time),
    el(
      "div",
      {},
      el("p", {}, el("strong", {}, who), ` ${what}`),
      cited === undefined ? undefined : el("cite", {}, cited),
      details.length === 0
        ? undefined
        : el("ul", {}, ...details.map((detail) => el("li", { class: `is-${detail.kind}` }, detail.text))),
    ),
  );
}

/** @param {ToldRehearsal["untouched"]} untouched */
function drawUntouched(untouched) {
  return el(
    "section",
    {},
    el("h3", {}, text("rehearsal.untouched")),
    el(
      "ul",
      { class: "rehearsal-untouched" },
      ...untouched.map(({ clause, about }) => el("li", {}, `${clause}: ${about}`)),
    ),
  );
}
