// @ts-check
/** @import { PlatformKind } from "../wire.ts" */
import { el, freshId } from "./element.js";

/**
 * What the platforms are called, in every language.
 * @type {Readonly<Record<PlatformKind, string>>}
 */
export const platformNames = { discord: "Discord", slack: "Slack" };

/**
 * Chooses a platform in the drawer; hidden where there is only one.
 * @param {{ label: string, platforms: readonly PlatformKind[], current: PlatformKind, onPick: (platform: PlatformKind) => void }} options
 */
export function createPlatformSwitch({ label, platforms, current, onPick }) {
  const name = freshId();
  return el(
    "fieldset",
    { class: "platform-switch", hidden: platforms.length < 2 },
    el("legend", { class: "visually-hidden" }, label),
    ...platforms.map((kind) =>
      el(
        "label",
        {},
        el("input", { type: "radio", name, value: kind, checked: kind === current, onchange: () => onPick(kind) }),
        el("span", {}, platformNames[kind]),
      ),
    ),
  );
}
