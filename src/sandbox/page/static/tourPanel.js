// @ts-check
/** @import { Span } from "../span.ts" */
/** @import { Overview } from "../wire.ts" */
/** @import { createPane } from "./pane.js" */
/** @import { createSide } from "./side.js" */
import { el } from "./element.js";
import { text } from "./texts.js";
import { createTour } from "./tour.js";

const MET = "tour.met";

/** Where the drawer lies over the panes. */
const covers = matchMedia("(width <= 1280px)");

/**
 * Puts the tour into the drawer, or that there is none. Who comes for the first time, and not by a link to somebody's place, finds it open.
 * @param {object} options
 * @param {Overview} options.overview
 * @param {ReturnType<typeof createSide>} options.side
 * @param {readonly ReturnType<typeof createPane>[]} options.panes
 * @param {(number: number) => void} options.showPane
 * @param {boolean} options.isByLink
 * @param {(by: Span) => Promise<void>} options.onMove moves the clock
 * @returns {{ refresh: () => void }}
 */
export function addTour({ overview, side, panes, showPane, isByLink, onMove }) {
  if (overview.tour === undefined) {
    const none = el("p", { class: "tour-none" }, text("tour.none", { name: overview.organisation }));
    side.add("tour", { label: text("tour"), symbol: "tour", element: none });
    return { refresh() {} };
  }
  const tour = createTour({
    platforms: overview.tour,
    onGo(platform, stands) {
      stands.forEach((stand, at) => panes[at]?.goTo({ platform, ...stand }));
      showPane(0);
      if (covers.matches) panel.close();
      panes[0]?.focus();
    },
    onMove,
    onStep: () => panel.mark(!panel.isOpen()),
  });
  const panel = side.add("tour", {
    label: text("tour"),
    symbol: "tour",
    element: tour.element,
    onOpen() {
      localStorage.setItem(MET, "yes");
      panel?.mark(false);
      void tour.refresh();
    },
  });
  const isNew = localStorage.getItem(MET) === null && !isByLink;
  if (isNew && covers.matches) panel.mark(true);
  else if (isNew) panel.open();
  void tour.refresh();
  return { refresh: () => void tour.refresh() };
}
