// @ts-check
/** @import { OfferedCommand, Suggestions } from "../wire.ts" */
/** @import { Shortcut } from "../pagePlatform.ts" */
/** @import { Entry } from "./listbox.js" */
/** @import { Say } from "./texts.js" */
import { Refusal } from "./askServer.js";
import { complete, lineAfterValue } from "./completion.js";
import { el, freshId, icon } from "./element.js";
import { createListbox } from "./listbox.js";
import { createMenuButton } from "./menuButton.js";
import { text } from "./texts.js";

/**
 * Where one types: messages, and slash commands with what completes them.
 * @param {{ onSend: (line: string) => Promise<boolean>, onShortcut: (id: string) => void,
 *   suggest: (line: string) => Promise<Suggestions> }} options `onSend` resolves with whether the line was taken
 */
export function createComposer({ onSend, onShortcut, suggest }) {
  const id = freshId();
  const hint = el("p", { class: "composer-hint", id: freshId() });
  const listbox = createListbox({
    onPick: (entry) => accept(entry),
    onActive: (active) =>
      active === undefined
        ? input.removeAttribute("aria-activedescendant")
        : input.setAttribute("aria-activedescendant", active),
  });
  const label = el("label", { for: id, class: "visually-hidden" });
  const input = el("input", {
    id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "4000",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": listbox.element.id,
    "aria-describedby": hint.id,
    oninput: () => void offer(),
    onblur: () => close(),
    onfocus: () => void offer(),
    onkeydown: (/** @type {KeyboardEvent} */ event) => onKey(event),
  });
  const send = el("button", { class: "icon-button send" }, icon("send"));
  const menu = el("div", { class: "shortcuts" });
  const form = el(
    "form",
    { class: "composer-line", onsubmit: (/** @type {Event} */ event) => onSubmit(event) },
    menu,
    label,
    input,
    send,
  );
  const root = el("div", { class: "composer" }, el("div", { class: "completion" }, hint, listbox.element), form);

  /** @type {readonly OfferedCommand[]} */
  let commands = [];
  /** @type {Say} */
  let say = text;
  let asked = 0;
  let told = "";
  /** The line that what is shown was offered for: while newer offers are on their way it is of no use. */
  let offeredFor = "";

  const close = () => {
    asked += 1;
    listbox.hide();
    hint.textContent = "";
    input.setAttribute("aria-expanded", "false");
  };
  /** @param {string} line */
  const write = (line) => {
    input.value = line;
    input.focus();
    input.setSelectionRange(line.length, line.length);
    void offer();
  };
  /** @param {Entry} entry */
  const accept = (entry) => write(entry.value);

  const offer = async () => {
    asked += 1;
    const mine = asked;
    const line = input.value;
    if (!line.startsWith("/")) return close();
    const { entries, isExact, command, asks } = complete(line, commands, say);
    hint.textContent = command === undefined ? "" : hintOf(command);
    const values = asks === undefined ? [] : await suggestionsFor(line);
    if (mine !== asked) return;
    const isGiven = asks !== undefined && (values.length === 0 || values.some(({ value }) => value === asks.typed));
    const offered =
      asks === undefined || isGiven || command === undefined
        ? entries
        : values.map(({ value, label: name, description }) => ({
            value: lineAfterValue(asks.before, value, command),
            label: name,
            description: description ?? "",
          }));
    const left = offered.filter(({ value }) => value !== line);
    offeredFor = line;
    listbox.show(left, left.length > 0 && !(isExact && (asks === undefined || isGiven)) ? 0 : -1);
    input.setAttribute("aria-expanded", String(left.length > 0));
  };

  /** @param {string} line */
  const suggestionsFor = async (line) => {
    try {
      return (await suggest(line)).options;
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const isStale = offeredFor !== input.value;
    const active = isStale ? undefined : listbox.active();
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && listbox.isOpen())
      listbox.move(event.key === "ArrowDown" ? 1 : -1);
    else if ((event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) && active !== undefined)
      accept(active);
    else if (event.key === "Tab" && isStale && listbox.isOpen()) {
      // The focus stays where one is typing.
    } else if (event.key === "Escape" && listbox.isOpen()) {
      event.stopPropagation();
      close();
    } else return;
    event.preventDefault();
  };
  /** @param {Event} event */
  const onSubmit = async (event) => {
    event.preventDefault();
    const line = input.value.trim();
    if (line === "" || form.getAttribute("aria-busy") === "true") return;
    close();
    form.setAttribute("aria-busy", "true");
    // What was refused stays, to be mended.
    if ((await onSend(line)) && input.value.trim() === line) input.value = "";
    form.removeAttribute("aria-busy");
  };

  return {
    element: root,
    focus: () => input.focus(),
    /** Empties it, for another place. */
    clear() {
      input.value = "";
      close();
    },
    /**
     * @param {{ name: string, commands: readonly OfferedCommand[], shortcuts: readonly Shortcut[], isArchived: boolean }} place
     * @param {Say} wanted
     */
    show(place, wanted) {
      const telling = JSON.stringify([place, wanted("composer.send")]);
      if (telling === told) return;
      told = telling;
      commands = place.commands;
      say = wanted;
      input.disabled = place.isArchived;
      send.disabled = input.disabled;
      listbox.label(say("composer.offers"));
      send.setAttribute("aria-label", say("composer.send"));
      label.textContent = say("composer.message", { name: place.name });
      input.placeholder = say(place.isArchived ? "composer.archived" : "composer.messageOr", { name: place.name });
      menu.replaceChildren(...(place.shortcuts.length === 0 ? [] : [drawShortcuts(place.shortcuts, onShortcut, say)]));
    },
  };
}

/**
 * @param {readonly Shortcut[]} shortcuts
 * @param {(id: string) => void} onShortcut
 * @param {Say} say
 */
function drawShortcuts(shortcuts, onShortcut, say) {
  return createMenuButton({
    label: say("composer.shortcuts"),
    symbol: "plus",
    hidesLabel: true,
    entries: shortcuts.map(({ id, label }) => ({ value: id, label })),
    onPick: onShortcut,
  });
}

/** @param {OfferedCommand} command */
function hintOf({ line, description, options }) {
  if (options.length === 0) return `${line}: ${description}`;
  return `${line} ${options.map(({ name, required }) => (required ? name : `[${name}]`)).join(" ")}: ${description}`;
}
