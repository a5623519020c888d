// @ts-check
/** @import { Overview, PlatformKind } from "../wire.ts" */
/** @import { ShownPlug, Standing } from "../plug.ts" */
/** @import { createSide } from "./side.js" */
import { askInTurn } from "./askInTurn.js";
import { pullPlug, readPlug, Refusal } from "./askServer.js";
import { el } from "./element.js";
import { createPlatformSwitch } from "./platforms.js";
import { createPlugItem } from "./plugItem.js";
import { createPlugLog } from "./plugLog.js";
import { createPlugStanding } from "./plugStanding.js";
import { text } from "./texts.js";

const KEPT = "plug.platform";

/**
 * Puts into the drawer what makes things go wrong, where there is such a thing, and above the panes what stays disturbed.
 * @param {{ overview: Overview, side: ReturnType<typeof createSide>, banner: Element }} options
 * @returns {{ refresh: () => void }}
 */
export function addPlug({ overview, side, banner }) {
  if (overview.plug === undefined) return { refresh() {} };
  const plug = createPlug({
    platforms: overview.platforms.map(({ kind }) => kind),
    banner,
    onNews: () => panel.mark(!panel.isOpen()),
  });
  const panel = side.add("plug", {
    label: text("plug"),
    symbol: "plug",
    element: plug.element,
    onOpen() {
      panel?.mark(false);
      plug.scrollToEnd();
      void plug.refresh();
    },
  });
  void plug.refresh();
  return { refresh: () => void plug.refresh() };
}

/** @param {{ platforms: readonly PlatformKind[], banner: Element, onNews: () => void }} options */
function createPlug({ platforms, banner, onNews }) {
  const kept = sessionStorage.getItem(KEPT);
  let platform = platforms.find((one) => one === kept) ?? platforms[0] ?? "discord";
  let hasShown = false;
  /** @type {ShownPlug | undefined} */
  let shown;
  /** @type {Map<string, ReturnType<typeof createPlugItem>>} */
  const items = new Map();

  const both = el("ul", { class: "plug-items" });
  const own = el("ul", { class: "plug-items" });
  const missing = el("p", { class: "plug-about" }, text("plug.slack.direct"));
  const refusal = el("p", { class: "plug-refusal", role: "alert", hidden: true });
  const log = createPlugLog();
  /**
   * @param {Standing} standing
   * @param {Element} trigger
   */
  const goBack = ({ back }, trigger) => void pull(back.id, back.target, trigger);
  const inBanner = createPlugStanding(goBack);
  const inPanel = createPlugStanding(goBack);
  banner.append(inBanner.element);

  /** @param {PlatformKind} wanted */
  const pick = (wanted) => {
    platform = wanted;
    sessionStorage.setItem(KEPT, wanted);
    if (shown !== undefined) show(shown);
  };
  const root = el(
    "div",
    { class: "plug" },
    el("p", { class: "plug-intro" }, text("plug.intro")),
    inPanel.element,
    both,
    createPlatformSwitch({ label: text("plug.platform"), platforms, current: platform, onPick: pick }),
    own,
    missing,
    refusal,
    log.element,
  );

  /**
   * @param {string} id
   * @param {string | undefined} target
   * @param {Element} trigger
   */
  const pull = async (id, target, trigger) => {
    if (trigger.getAttribute("aria-busy") === "true") return;
    trigger.setAttribute("aria-busy", "true");
    refusal.hidden = true;
    try {
      show(await pullPlug(id, target));
    } catch (error) {
      if (!(error instanceof Refusal)) return;
      refusal.textContent = error.message;
      refusal.hidden = false;
      void refresh();
    } finally {
      trigger.removeAttribute("aria-busy");
    }
  };

  /** @param {ShownPlug} plug */
  const show = (plug) => {
    shown = plug;
    const { disturbances, standing, lines, waiting } = plug;
    inBanner.show(standing);
    inPanel.show(standing);
    for (const disturbance of disturbances) {
      const { id } = disturbance;
      const item = items.get(id) ?? createPlugItem((target, trigger) => void pull(id, target, trigger));
      if (!items.has(id)) (disturbance.platform === undefined ? both : own).append(item.element);
      items.set(id, item);
      item.element.hidden = disturbance.platform !== undefined && disturbance.platform !== platform;
      item.show(disturbance);
    }
    missing.hidden = platform !== "slack";
    if (log.show(lines, waiting) && hasShown) onNews();
    hasShown = true;
  };

  const refresh = askInTurn(async () => show(await readPlug()));
  return { element: root, refresh, scrollToEnd: () => log.scrollToEnd() };
}
