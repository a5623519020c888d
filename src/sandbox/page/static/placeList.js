// @ts-check
/** @import { ShownPlace } from "../wire.ts" */
/** @import { Client } from "./client.js" */
import { el, icon } from "./element.js";

/**
 * What a place is called in the list.
 * @param {ShownPlace} place
 * @param {Client} client
 */
export function placeName({ kind, name }, { platform, say }) {
  if (kind === "home") return say("place.home");
  if (kind === "direct" && platform === "slack") return say("place.messages");
  return name;
}

/** @param {ShownPlace} place */
const isChannel = ({ kind }) => kind === "channel" || kind === "private-channel" || kind === "thread";

/**
 * The list of places with unread marks.
 * @param {(place: string) => void} onPick
 */
export function createPlaceList(onPick) {
  const root = el("nav", { class: "places" });
  let told = "";

  /**
   * @param {ShownPlace} place
   * @param {Client} client
   * @param {string} current
   */
  const drawPlace = (place, client, current) => {
    const { say } = client;
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
      el("span", { class: "place-name" }, placeName(place, client)),
      place.archived ? el("span", { class: "place-note" }, say("place.archived")) : undefined,
      unread > 0
        ? el(
            "span",
            { class: "badge" },
            String(unread),
            el("span", { class: "visually-hidden" }, ` ${say("place.unread")}`),
          )
        : undefined,
    );
    return el("li", {}, button);
  };

  return {
    element: root,
    /**
     * @param {readonly ShownPlace[]} places
     * @param {Client} client
     * @param {string} current
     */
    show(places, client, current) {
      const { platform, language, say } = client;
      const telling = JSON.stringify([places, platform, language, current]);
      if (telling === told) return;
      told = telling;
      const focused = root.contains(document.activeElement)
        ? document.activeElement?.getAttribute("data-key")
        : undefined;
      const lists = [
        [say(`places.channels.${platform}`), places.filter(isChannel)],
        [
          say(`places.others.${platform}`),
          places.filter((place) => !isChannel(place)).toSorted((a, b) => b.kind.localeCompare(a.kind)),
        ],
      ];
      root.replaceChildren(
        ...lists.flatMap(([title, inside]) =>
          typeof title !== "string" || typeof inside === "string" || inside === undefined || inside.length === 0
            ? []
            : [
                el("h3", { class: "places-title" }, title),
                el("ul", {}, ...inside.map((place) => drawPlace(place, client, current))),
              ],
        ),
      );
      const same = [...root.querySelectorAll("button")].find((one) => one.dataset["key"] === focused);
      if (focused !== undefined) same?.focus();
    },
  };
}
