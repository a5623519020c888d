// @ts-check
/** @import { ShownClock } from "../wire.ts" */
/** @import { Span } from "../moveClock.ts" */
import { moveClock, readClock } from "./askServer.js";
import { el, icon } from "./element.js";
import { dayOf, shortDayOf, timeOf } from "./times.js";

/** @type {readonly (readonly [Span, string, string])[]} */
const spans = [
  ["hour", "+1 hour", "Move the clock forward by one hour"],
  ["day", "+1 day", "Move the clock forward by one day"],
  ["week", "+1 week", "Move the clock forward by one week"],
  ["month", "+30 days", "Move the clock forward by thirty days"],
];

/**
 * The local clock and the buttons that move it forward.
 * @param {Element} root
 */
export function showClock(root) {
  const time = el("strong", { class: "clock-time" });
  const day = el("span", { class: "clock-day" });
  const toggleTime = el("strong", { class: "clock-time" });
  const status = el("span", { class: "visually-hidden", role: "status" });
  const next = el("button", { type: "button", class: "move move-next", hidden: true, onclick: () => move("next-due") });
  const buttons = spans.map(([by, label, title]) =>
    el("button", { type: "button", class: "move", title, "aria-label": title, onclick: () => move(by) }, label),
  );
  const moves = el("div", { class: "moves", role: "group", "aria-label": "Move the clock forward" }, ...buttons, next);
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
  root.append(toggle, el("div", { class: "clock-now" }, icon("clock"), time, day), moves, status);

  /** @param {ShownClock} clock */
  const show = ({ now, nextDue }) => {
    time.textContent = timeOf(now);
    toggleTime.textContent = timeOf(now);
    toggle.setAttribute("aria-label", `It is ${timeOf(now)}, ${dayOf(now)}. Move the clock`);
    day.textContent = dayOf(now);
    next.hidden = nextDue === undefined;
    if (nextDue === undefined) return;
    next.textContent = `To what is due next: ${shortDayOf(nextDue)}, ${timeOf(nextDue)}`;
  };

  /** @param {Span} by */
  const move = async (by) => {
    if (root.getAttribute("aria-busy") === "true") return;
    root.setAttribute("aria-busy", "true");
    try {
      const clock = await moveClock(by);
      show(clock);
      status.textContent = `It is now ${dayOf(clock.now)}, ${timeOf(clock.now)}.`;
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
  return { refresh };
}
