// @ts-check
/** @import { Disturbance } from "../plug.ts" */
import { el, freshId } from "./element.js";
import { language, text } from "./texts.js";

/**
 * One thing that can be made to go wrong: a button, whom it strikes, and what it is like in life.
 * @param {(target: string | undefined, trigger: Element) => void} onPull
 */
export function createPlugItem(onPull) {
  const aboutId = freshId();
  const selectId = freshId();
  const button = el("button", { type: "button", class: "plug-pull", "aria-describedby": aboutId });
  const select = el("select", { id: selectId });
  const label = el("label", { for: selectId });
  const choice = el("div", { class: "plug-choice", hidden: true }, label, select);
  const about = el("p", { id: aboutId, class: "plug-about" });
  const root = el("li", { class: "plug-item" }, choice, button, about);
  let isBlocked = false;
  let toldTargets = "";
  button.addEventListener("click", () => {
    if (!isBlocked) onPull(choice.hidden ? undefined : select.value, button);
  });

  return {
    element: root,
    /** @param {Disturbance} disturbance */
    show(disturbance) {
      const { targets, blocked } = disturbance;
      button.textContent = disturbance.label[language];
      isBlocked = blocked !== undefined;
      // It keeps the focus it may have, and says why it does nothing now.
      button.setAttribute("aria-disabled", String(isBlocked));
      about.textContent = blocked === undefined ? disturbance.about[language] : blocked[language];
      choice.hidden = targets === undefined || isBlocked;
      const telling = JSON.stringify(targets);
      if (targets === undefined || telling === toldTargets) return;
      toldTargets = telling;
      label.textContent = text("plug.target", { what: targets.label[language] });
      const chosen = select.value;
      select.replaceChildren(...targets.options.map(({ id, label: name }) => el("option", { value: id }, name)));
      if (targets.options.some(({ id }) => id === chosen)) select.value = chosen;
    },
  };
}
