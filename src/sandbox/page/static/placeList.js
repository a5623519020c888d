// @ts-check
/** @import { PlatformKind, ShownPlace } from "../wire.ts" */
import { el, icon } from "./element.js";

/**
 * What a place is called in the list.
 * @param {ShownPlace} place
 * @param {PlatformKind} platform
 */
export function placeName({ kind, name }, platform) {
  if (kind === "home") return "Home";
  if (kind === "direct" && platform === "slack") return "Messages";
  return name;
}

/** @param {ShownPlace} place */
const isChannel = ({ kind }) => kind === "channel" || kind === "private-channel" || kind === "thread";

/** @type {Readonly<Record<PlatformKind, readonly [string, string]>>} */
const sections = { discord: ["Text channels", "Direct messages"], slack: ["Channels", "Redress"] };

/**
 * The list of places with unread marks.
 * @param {(place: string) => void} onPick
 */
export function createPlaceList(onPick) {
  const root = el("nav", { class: "places", "aria-label": "Places" });
  let told = "";

  /**
   * @param {ShownPlace} place
   * @param {PlatformKind} platform
   * @param {string} current
   */
  const drawPlace = (place, platform, current) => {
    const unread = place.id === current ? 0 : place.unread;
    const button = el(
      "button",
      {
        type: "button",
        class: ["place", place.kind, unread > 0 ? "unread" : "", place.archived ? "archived" : ""].join(" "),
        "data-key": place.id,
        "aria-current": place.id === current ? "page" : undefined,
        onclick: () => onPick(place.id),
      },
      icon(place.kind),
      el("span", { class: "place-name" }, placeName(place, platform)),
      place.archived ? el("span", { class: "place-note" }, "archived") : undefined,
      unread > 0
        ? el("span", { class: "badge" }, String(unread), el("span", { class: "visually-hidden" }, " unread"))
        : undefined,
    );
    return el("li", {}, button);
  };

  return {
    element: root,
    /**
     * @param {readonly ShownPlace[]} places
     * @param {PlatformKind} platform
     * @param {string} current
     */
    show(places, platform, current) {
      const telling = JSON.stringify([places, platform, current]);
      if (telling === told) return;
      told = telling;
      const focused = root.contains(document.activeElement)
        ? document.activeElement?.getAttribute("data-key")
        : undefined;
      const [channels, others] = sections[platform];
      const lists = [
        [channels, places.filter(isChannel)],
        [others, places.filter((place) => !isChannel(place)).toSorted((a, b) => b.kind.localeCompare(a.kind))],
      ];
      root.replaceChildren(
        ...lists.flatMap(([title, inside]) =>
          typeof title !== "string" || typeof inside === "string" || inside === undefined || inside.length === 0
            ? []
            : [
                el("h3", { class: "places-title" }, title),
                el("ul", {}, ...inside.map((place) => drawPlace(place, platform, current))),
              ],
        ),
      );
      const same = [...root.querySelectorAll("button")].find((one) => one.dataset["key"] === focused);
      if (focused !== undefined) same?.focus();
    },
  };
}
