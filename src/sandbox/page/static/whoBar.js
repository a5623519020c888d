// @ts-check
/** @import { PlatformKind, ShownPlatform } from "../wire.ts" */
import { el, freshId } from "./element.js";
import { platformNames } from "./platforms.js";
import { inOneLanguage, text } from "./texts.js";

/**
 * Chooses the platform and the person of a pane.
 * @param {{ platforms: readonly ShownPlatform[], onPick: (platform: PlatformKind, person: string) => void }} options
 */
export function createWhoBar({ platforms, onPick }) {
  const group = freshId();
  const id = freshId();
  const radios = platforms.map(({ kind }) =>
    el("input", { type: "radio", name: group, value: kind, onchange: () => onPick(kind, sameOn(kind)) }),
  );
  const select = el("select", { id });
  select.addEventListener("change", () => onPick(current(), select.value));
  const root = el(
    "div",
    { class: "who" },
    el(
      "fieldset",
      { class: "platforms" },
      el("legend", { class: "visually-hidden" }, text("who.platform")),
      ...platforms.map(({ kind }, at) => el("label", { class: kind }, radios[at], el("span", {}, platformNames[kind]))),
    ),
    el("label", { class: "who-label", for: id }, text("who.you")),
    select,
  );

  /** @returns {PlatformKind} */
  const current = () => platforms.find((_, at) => radios[at]?.checked)?.kind ?? "discord";
  /** @param {PlatformKind} kind */
  const peopleOf = (kind) => platforms.find((platform) => platform.kind === kind)?.people ?? [];
  /**
   * The person of the same name on another platform.
   * @param {PlatformKind} kind
   */
  const sameOn = (kind) => {
    const name = platforms.flatMap(({ people }) => people).find((person) => person.id === select.value)?.name;
    const people = peopleOf(kind);
    return (people.find((person) => person.name === name) ?? people[0])?.id ?? "";
  };

  return {
    element: root,
    /**
     * @param {PlatformKind} platform
     * @param {string} person
     */
    show(platform, person) {
      radios.forEach((radio) => (radio.checked = radio.value === platform));
      select.replaceChildren(
        ...peopleOf(platform).map(({ id: value, name, about }) =>
          el("option", { value }, about === undefined ? name : `${name}, ${inOneLanguage(about)}`),
        ),
      );
      select.value = person;
    },
  };
}
