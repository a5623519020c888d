// @ts-check
/** @import { Standing } from "../plug.ts" */
import { el, icon } from "./element.js";
import { language } from "./texts.js";

/**
 * What stays disturbed, each with the way back.
 * @param {(standing: Standing, trigger: Element) => void} onBack
 */
export function createPlugStanding(onBack) {
  const root = el("ul", { class: "standing", hidden: true });
  let told = "";
  return {
    element: root,
    /** @param {readonly Standing[]} standing */
    show(standing) {
      const telling = JSON.stringify(standing);
      if (telling === told) return;
      told = telling;
      const focused = root.contains(document.activeElement)
        ? document.activeElement?.getAttribute("data-key")
        : undefined;
      root.hidden = standing.length === 0;
      root.replaceChildren(...standing.map((one) => drawStanding(one, onBack)));
      if (focused === undefined) return;
      const same = [...root.querySelectorAll("button")].find((button) => button.dataset["key"] === focused);
      same?.focus();
    },
  };
}

/**
 * @param {Standing} standing
 * @param {(standing: Standing, trigger: Element) => void} onBack
 */
function drawStanding(standing, onBack) {
  const { text, back } = standing;
  const button = el(
    "button",
    { type: "button", class: "standing-back", "data-key": `${back.id} ${back.target ?? ""}` },
    back.label[language],
  );
  button.addEventListener("click", () => onBack(standing, button));
  return el("li", {}, icon("warning"), el("span", {}, text[language]), button);
}
