// @ts-check
/** @import { PlatformKind } from "../wire.ts" */

/**
 * Who is shown in a pane, and what they look at.
 * @typedef {object} Choice
 * @property {PlatformKind} platform
 * @property {string} person
 * @property {string} place
 */

/**
 * What the address of the page says about a pane.
 * @param {number} pane
 * @returns {Choice | undefined}
 */
export function readChoice(pane) {
  const [platform, person = "", ...place] = (parts().get(`pane${pane}`) ?? "").split(":");
  if (platform !== "discord" && platform !== "slack") return undefined;
  return { platform, person, place: place.join(":") };
}

/**
 * Keeps the choice in the address, so that a reload or a bookmark brings it back.
 * @param {number} pane
 * @param {Choice} choice
 */
export function writeChoice(pane, { platform, person, place }) {
  const all = parts();
  all.set(`pane${pane}`, [platform, person, place].join(":"));
  const text = all.toString().replaceAll("%3A", ":").replaceAll("%2F", "/");
  history.replaceState(null, "", `#${text}`);
}

const parts = () => new URLSearchParams(location.hash.slice(1));
