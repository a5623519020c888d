// @ts-check
/** @import { PlugLine } from "../plug.ts" */
import { el, freshId } from "./element.js";
import { platformNames } from "./platforms.js";
import { language, text } from "./texts.js";
import { timeOf } from "./times.js";

/** What was done and what was seen to follow, oldest first, with the times of the local clock. */
export function createPlugLog() {
  const titleId = freshId();
  const waiting = el("span", { class: "plug-waiting" });
  const list = el("ol");
  const scroll = el("div", { class: "plug-lines", role: "log", "aria-labelledby": titleId, tabindex: "0" }, list);
  const root = el(
    "section",
    { class: "plug-log" },
    el("div", { class: "plug-log-head" }, el("h3", { id: titleId }, text("plug.log")), waiting),
    scroll,
  );
  let last = 0;

  return {
    element: root,
    /**
     * @param {readonly PlugLine[]} lines
     * @param {number} count how many effects wait
     * @returns {boolean} whether something new was seen
     */
    show(lines, count) {
      waiting.textContent = text(count === 0 ? "plug.waiting.none" : "plug.waiting", { count });
      scroll.hidden = lines.length === 0;
      // A house that was opened anew counts from the beginning.
      if ((lines.at(-1)?.id ?? 0) < last) {
        list.replaceChildren();
        last = 0;
      }
      const fresh = lines.filter(({ id }) => id > last);
      if (fresh.length === 0) return false;
      last = fresh.at(-1)?.id ?? last;
      list.append(...fresh.map(drawLine));
      scroll.scrollTop = scroll.scrollHeight;
      return true;
    },
    scrollToEnd: () => (scroll.scrollTop = scroll.scrollHeight),
  };
}

/** @param {PlugLine} line */
function drawLine({ at, platform, kind, text: words }) {
  const said = words[language];
  const where = platform === undefined || said.includes(platformNames[platform]) ? undefined : platformNames[platform];
  return el(
    "li",
    { class: kind },
    el("time", { datetime: new Date(at).toISOString() }, timeOf(at)),
    el("p", {}, where === undefined ? undefined : el("span", { class: "plug-where" }, where), said),
  );
}
