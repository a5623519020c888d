// @ts-check
/** @import { PlatformKind } from "../wire.ts" */
/** @import { Span } from "../span.ts" */
/** @import { ShownTour, TourStand } from "../tour.ts" */
import { askInTurn } from "./askInTurn.js";
import { beginTour, helpTour, readTour, Refusal } from "./askServer.js";
import { el } from "./element.js";
import { createPlatformSwitch } from "./platforms.js";
import { language, text } from "./texts.js";
import { createTourStep } from "./tourStep.js";

const KEPT = "tour.platform";

/**
 * The guided tour: its steps in order, the one to do now unfolded.
 * @param {object} options
 * @param {readonly PlatformKind[]} options.platforms
 * @param {(platform: PlatformKind, stands: readonly [TourStand, TourStand]) => void} options.onGo puts two people into the panes
 * @param {() => void} options.onStep called when a step has been done
 * @param {(by: Span) => Promise<void>} options.onMove moves the clock
 */
export function createTour({ platforms, onGo, onStep, onMove }) {
  const kept = sessionStorage.getItem(KEPT);
  let platform = platforms.find((one) => one === kept) ?? platforms[0] ?? "discord";
  /** @type {readonly ReturnType<typeof createTourStep>[]} */
  let drawn = [];
  /** @type {ShownTour | undefined} */
  let shown;
  let unfolded = "";
  let asked = 0;

  const intro = el("p", { class: "tour-intro" }, text("tour.intro"));
  const progress = el("progress", { class: "tour-progress", "aria-label": text("tour.progress") });
  const count = el("span", { class: "tour-count" });
  const list = el("ol", { class: "tour-steps" });
  const refusal = el("p", { class: "tour-refusal", role: "alert", hidden: true });
  const status = el("p", { class: "visually-hidden", role: "status" });
  const end = el("p", { class: "tour-end", hidden: true });
  const again = el("button", { type: "button", class: "tour-again" }, text("tour.again"));
  again.addEventListener("click", () => void change(again, () => beginTour(platform)));
  const root = el(
    "div",
    { class: "tour" },
    intro,
    createPlatformSwitch({
      label: text("tour.platform"),
      platforms,
      current: platform,
      onPick: (wanted) => pick(wanted),
    }),
    el("div", { class: "tour-state" }, progress, count),
    list,
    end,
    refusal,
    again,
    status,
  );

  /** @param {PlatformKind} wanted */
  const pick = (wanted) => {
    platform = wanted;
    sessionStorage.setItem(KEPT, wanted);
    void refresh();
  };

  /**
   * Does something that changes where the tour stands, and shows that.
   * @param {Element} trigger
   * @param {() => Promise<ShownTour>} work
   */
  const change = async (trigger, work) => {
    if (trigger.getAttribute("aria-busy") === "true") return;
    trigger.setAttribute("aria-busy", "true");
    refusal.hidden = true;
    asked += 1;
    const mine = asked;
    try {
      const tour = await work();
      if (mine === asked) show(tour);
    } catch (error) {
      if (!(error instanceof Refusal)) return;
      refusal.textContent = error.message;
      refusal.hidden = false;
    } finally {
      trigger.removeAttribute("aria-busy");
    }
  };

  const refresh = askInTurn(async () => {
    asked += 1;
    const mine = asked;
    const tour = await readTour(platform);
    if (mine === asked && tour.platform === platform) show(tour);
  });

  /** @param {ShownTour} tour */
  const show = (tour) => {
    const isOther = shown?.platform !== tour.platform;
    const before = isOther ? undefined : shown;
    if (isOther) draw(tour);
    shown = tour;
    const current = tour.steps.find(({ state }) => state === "now");
    const wasCurrent = before?.steps.find(({ state }) => state === "now");
    const hasMoved = isOther || wasCurrent?.id !== current?.id;
    const isFocusInside = list.contains(document.activeElement);
    if (hasMoved) unfolded = current?.id ?? "";
    tour.steps.forEach((step, at) => drawn[at]?.show(step, step.id === unfolded));
    const done = tour.steps.filter(({ state }) => state === "done").length;
    progress.max = tour.steps.length;
    progress.value = done;
    count.textContent = text("tour.count", { done, total: tour.steps.length });
    intro.hidden = done > 0;
    end.hidden = current !== undefined;
    end.textContent = text(done === tour.steps.length ? "tour.end" : "tour.end.missed");
    again.hidden = tour.steps[0]?.state === "now";
    if (before !== undefined && hasMoved) tell(before, tour, isFocusInside);
    if (hasMoved) showCurrent();
  };

  /**
   * Says what has been done; the focus goes along where it stood in the list.
   * @param {ShownTour} before
   * @param {ShownTour} tour
   * @param {boolean} isFocusInside
   */
  const tell = (before, tour, isFocusInside) => {
    const current = tour.steps.findIndex(({ state }) => state === "now");
    const fresh = tour.steps.filter((step, at) => step.state === "done" && before.steps[at]?.state !== "done");
    const next = tour.steps[current];
    const said = fresh.map(({ title }) => text("tour.done", { title: title[language] }));
    status.textContent = [
      ...said,
      next === undefined ? end.textContent : text("tour.next", { title: next.title[language] }),
    ].join(" ");
    if (isFocusInside && document.activeElement?.checkVisibility() !== true) drawn[current]?.focus();
    if (fresh.length > 0) onStep();
  };

  /** @param {ShownTour} tour */
  const draw = (tour) => {
    drawn = tour.steps.map((step, at) =>
      createTourStep(at + 1, {
        onUnfold() {
          unfolded = unfolded === step.id ? "" : step.id;
          if (shown !== undefined) show(shown);
        },
        onGo: (stands) => onGo(platform, stands),
        onHelp: (trigger) => void change(trigger, () => helpTour(platform, step.id)),
        onMove: (trigger, by) =>
          void change(trigger, async () => {
            await onMove(by);
            return readTour(platform);
          }),
      }),
    );
    list.replaceChildren(...drawn.map(({ element }) => element));
  };

  /** Scrolls to the step to do now, where it is seen at all. */
  const showCurrent = () => {
    const current = shown?.steps.findIndex(({ state }) => state === "now") ?? -1;
    drawn[current]?.element.scrollIntoView({ block: "nearest" });
  };

  return { element: root, refresh };
}
