// @ts-check
import { el, icon } from "./element.js";
import { language, text } from "./texts.js";

/**
 * What was refused or failed, each with a way to put it away.
 * @param {{ onPutAway: () => void }} options called when failures of the platform are put away
 */
export function createNotices({ onPutAway }) {
  const root = el("div", { class: "notices", role: "alert", lang: language });
  /** @type {string | undefined} */
  let refusal;
  /** @type {readonly string[]} */
  let failures = [];
  let told = "";

  const show = () => {
    const telling = JSON.stringify([refusal, failures]);
    if (telling === told) return;
    told = telling;
    root.replaceChildren(
      ...failures.map((failure) => drawLine(failure, onPutAway)),
      ...(refusal === undefined ? [] : [drawLine(refusal, () => api.refuse(undefined))]),
    );
  };
  const api = {
    element: root,
    /** @param {string | undefined} sentence */
    refuse(sentence) {
      refusal = sentence;
      show();
    },
    /** @param {readonly string[]} wanted */
    fail(wanted) {
      failures = wanted;
      show();
    },
  };
  return api;
}

/**
 * @param {string} sentence
 * @param {() => void} onClose
 */
function drawLine(sentence, onClose) {
  return el(
    "div",
    { class: "notice-line" },
    icon("warning"),
    el("p", {}, sentence),
    el(
      "button",
      { type: "button", class: "icon-button", "aria-label": text("notice.dismiss"), onclick: onClose },
      icon("close"),
    ),
  );
}
