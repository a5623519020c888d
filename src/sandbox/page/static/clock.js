// @ts-check
/** @import { ShownClock } from "../wire.ts" */
/** @import { Span } from "../span.ts" */
import { moveClock, readClock } from "./askServer.js";
import { el, icon } from "./element.js";
import { text } from "./texts.js";
import { dayOf, shortDayOf, timeOf } from "./times.js";

/** @type {readonly Exclude<Span, "next-due">[]} */
const spans = ["hour", "day", "week", "month"];

/**
 * The local clock and the buttons that move it forward.
 * @param {Element} root
 * @param {() => void} onHappened called when somebody wants to know what happened because of a move
 */
export function showClock(root, onHappened) {
  const time = el("strong", { class: "clock-time" });
  const day = el("span", { class: "clock-day" });
  const toggleTime = el("strong", { class: "clock-time" });
  const status = el("span", { class: "visually-hidden", role: "status" });
  const next = el("button", { type: "button", class: "move move-next", hidden: true, onclick: () => move("next-due") });
  const buttons = spans.map((by) => {
    const title = text(`clock.${by}.about`);
    const attributes = { type: "button", class: "move", title, "aria-label": title, onclick: () => move(by) };
    return el("button", attributes, text(`clock.${by}`));
  });
  const moves = el("div", { class: "moves", role: "group", "aria-label": text("clock.move") }, ...buttons, next);
  const toggle = el(
    "button",
    { type: "button", class: "clock-toggle", "aria-expanded": "false", onclick: () => open(!isOpen()) },
    icon("clock"),
    toggleTime,
    icon("down"),
  );
  const isOpen = () => root.classList.contains("is-open");
  /** @param {boolean} wanted */
  const open = (wanted) => {
    root.classList.toggle("is-open", wanted);
    toggle.setAttribute("aria-expanded", String(wanted));
  };
  const happening = el("button", { type: "button", class: "clock-happened", hidden: true, onclick: onHappened });
  root.append(toggle, el("div", { class: "clock-now" }, icon("clock"), time, day, happening), moves, status);

  /** @param {ShownClock} clock */
  const show = ({ now, nextDue }) => {
    time.textContent = timeOf(now);
    toggleTime.textContent = timeOf(now);
    toggle.setAttribute("aria-label", text("clock.now", { time: timeOf(now), day: dayOf(now) }));
    day.textContent = dayOf(now);
    next.hidden = nextDue === undefined;
    if (nextDue === undefined) return;
    next.textContent = text("clock.next", { day: shortDayOf(nextDue), time: timeOf(nextDue) });
  };

  /**
   * Moves the clock, and says what happened because of it.
   * @param {Span} by
   */
  const moveBy = async (by) => {
    const clock = await moveClock(by);
    show(clock);
    const moved = text("clock.moved", { day: dayOf(clock.now), time: timeOf(clock.now) });
    const happened = happenedText(clock.happened);
    happening.hidden = happened === undefined;
    happening.textContent = happened ?? "";
    happening.classList.toggle("is-nothing", clock.happened === 0);
    status.textContent = happened === undefined ? moved : `${moved} ${happened}.`;
  };

  /** @param {Span} by */
  const move = async (by) => {
    if (root.getAttribute("aria-busy") === "true") return;
    root.setAttribute("aria-busy", "true");
    try {
      await moveBy(by);
    } catch (error) {
      status.textContent = error instanceof Error ? error.message : String(error);
    } finally {
      root.removeAttribute("aria-busy");
    }
  };

  const refresh = async () => {
    try {
      show(await readClock());
    } catch {
      // The next change or the next minute asks again.
    }
  };
  setInterval(() => {
    if (!document.hidden) void refresh();
  }, 20_000);
  return { refresh, moveBy };
}

/** @param {number | undefined} count */
function happenedText(count) {
  if (count === undefined) return undefined;
  if (count === 0) return text("clock.happened.none");
  return count === 1 ? text("clock.happened.one") : text("clock.happened.many", { count });
}
