// @ts-check
/** @import { Overview } from "../wire.ts" */
/** @import { ClockLine } from "../clockLog.ts" */
/** @import { createSide } from "./side.js" */
import { askInTurn } from "./askInTurn.js";
import { readClockLog } from "./askServer.js";
import { el } from "./element.js";
import { language, text } from "./texts.js";
import { dayOf, timeOf } from "./times.js";

/**
 * Puts what the bot did because of the time into the drawer, newest first, where that is known.
 * @param {object} options
 * @param {Overview} options.overview
 * @param {ReturnType<typeof createSide>} options.side
 * @returns {{ refresh: () => void, open: () => void }} `open` moves the focus to the log
 */
export function addClockLog({ overview, side }) {
  if (overview.clockLog !== true) return { refresh() {}, open() {} };
  const list = el("div", { class: "clock-log-list" });
  const none = el("p", { class: "clock-log-none", hidden: true }, text("clockLog.none"));
  const element = el(
    "div",
    { class: "clock-log", tabindex: "-1" },
    el("p", { class: "clock-log-intro" }, text("clockLog.intro")),
    none,
    list,
  );
  let drawn = "";

  const refresh = askInTurn(async () => {
    const { lines } = await readClockLog();
    const telling = JSON.stringify(lines);
    if (telling === drawn) return;
    drawn = telling;
    none.hidden = lines.length > 0;
    list.replaceChildren(...drawMoments(lines));
  });
  const panel = side.add("clock-log", {
    label: text("clockLog"),
    symbol: "history",
    element,
    onOpen: () => void refresh(),
  });
  return {
    refresh() {
      if (panel.isOpen()) void refresh();
    },
    open() {
      panel.open();
      element.focus();
    },
  };
}

/** @param {readonly ClockLine[]} lines */
function drawMoments(lines) {
  /** @type {Map<number, ClockLine[]>} */
  const moments = new Map();
  for (const line of lines) moments.set(line.at, [...(moments.get(line.at) ?? []), line]);
  return [...moments].map(([at, happened]) =>
    el(
      "section",
      { class: "clock-moment" },
      el("h3", {}, el("time", { datetime: new Date(at).toISOString() }, `${dayOf(at)}, ${timeOf(at)}`)),
      el("ul", {}, ...happened.map(drawLine)),
    ),
  );
}

/** @param {ClockLine} line */
function drawLine({ codeName, text: told, clause }) {
  return el(
    "li",
    {},
    el("strong", {}, codeName),
    el("p", {}, told[language]),
    clause === undefined ? undefined : el("cite", {}, clause),
  );
}
