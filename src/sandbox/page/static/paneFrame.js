// @ts-check
/** @import { ShownPlace } from "../wire.ts" */
/** @import { Client } from "./client.js" */
import { el, icon } from "./element.js";
import { placeName } from "./placeList.js";
import { platformNames } from "./platforms.js";
import { text } from "./texts.js";

/**
 * Where the parts of a pane stand.
 * @param {number} number
 * @param {Readonly<Record<"whoBar" | "places" | "log" | "notices" | "composer", HTMLElement>>} parts
 */
export function createPaneFrame(number, { whoBar, places, log, notices, composer }) {
  const dot = el("span", { class: "dot", hidden: true });
  const toggle = el("button", { type: "button", class: "icon-button places-toggle" }, icon("menu"), dot);
  const heading = el("h2", { class: "visually-hidden" });
  const title = el("h3", { class: "place-title" });
  const topic = el("p", { class: "topic" });
  const noticeSlot = el("div", { class: "notice-slot" }, notices);
  const bar = el("header", { class: "place-bar" }, toggle, title, topic);
  const content = el(
    "div",
    { class: "pane-content" },
    places,
    el("div", { class: "talk" }, bar, log, noticeSlot, composer),
  );
  const body = el("div", { class: "pane-body" }, content);
  const root = el(
    "section",
    { class: "pane", id: `pane-${number}`, tabindex: "-1" },
    heading,
    el("div", { class: "pane-head" }, whoBar),
    body,
  );
  /** @param {boolean} wanted */
  const openPlaces = (wanted) => {
    root.classList.toggle("shows-places", wanted);
    toggle.setAttribute("aria-expanded", String(wanted));
  };
  toggle.addEventListener("click", () => openPlaces(!root.classList.contains("shows-places")));
  openPlaces(false);

  return {
    element: root,
    content,
    body,
    noticeSlot,
    closePlaces: () => openPlaces(false),
    /**
     * @param {Client} client
     * @param {string} name
     */
    showWho({ platform, language, say }, name) {
      const values = { name, platform: platformNames[platform] };
      body.lang = language;
      root.dataset["platform"] = platform;
      heading.textContent = text("pane.name", values);
      root.setAttribute("aria-label", heading.textContent);
      places.setAttribute("aria-label", say("places.of", { who: say("pane.name", values) }));
    },
    /**
     * @param {ShownPlace} place
     * @param {Client} client
     * @param {boolean} isUnreadElsewhere
     */
    showPlace(place, client, isUnreadElsewhere) {
      title.replaceChildren(icon(place.kind), placeName(place, client));
      topic.textContent = place.topic ?? "";
      dot.hidden = !isUnreadElsewhere;
      toggle.setAttribute("aria-label", client.say(isUnreadElsewhere ? "places.unread" : "places.name"));
    },
  };
}
