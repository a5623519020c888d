// @ts-check
/** @import { ShownMessage } from "../wire.ts" */
/** @import { Client } from "./client.js" */
/** @import { Drawing } from "./pieces.js" */
import { el, icon } from "./element.js";
import { createMenuButton } from "./menuButton.js";
import { drawMessage } from "./message.js";
import { createReadersButton } from "./readersWindow.js";
import { dayOf } from "./times.js";

const NEAR = 80;
const SAME_BREATH = 5 * 60_000;

/**
 * The messages of a place. What has not changed stays as it is, with its focus; who reads at the end stays at the end.
 * @param {{ drawingOf: (message: ShownMessage) => Drawing, onPutAway: (message: string) => unknown,
 *   onAskReaders: (message: ShownMessage) => unknown, onMenu: (message: string, entry: string) => unknown }} options
 */
export function createMessageLog({ drawingOf, onPutAway, onAskReaders, onMenu }) {
  const list = el("div", { class: "messages", role: "log", "aria-live": "polite", tabindex: "0" });
  const jumpLabel = el("span");
  const jump = el(
    "button",
    { type: "button", class: "jump", hidden: true, onclick: () => toEnd() },
    icon("down"),
    jumpLabel,
  );
  const root = el("div", { class: "log" }, list, jump);
  /** @type {Map<string, { told: string, node: HTMLElement }>} */
  let drawn = new Map();
  let shownPlace = "";

  const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  const toEnd = () => {
    list.scrollTop = list.scrollHeight;
    jump.hidden = true;
  };
  /** Whether the reader was at the end when it was last scrolled: a note or a turned phone leaves them there. */
  let wasAtEnd = true;
  list.addEventListener(
    "scroll",
    () => {
      wasAtEnd = isAtEnd();
      jump.hidden = wasAtEnd;
    },
    { passive: true },
  );
  new ResizeObserver(() => {
    if (wasAtEnd) toEnd();
  }).observe(list);

  /**
   * @param {ShownMessage} message
   * @param {{ client: Client, goesOn: boolean, isHome: boolean, reader: string }} options
   */
  const reuseOrDraw = (message, options) => {
    const told = JSON.stringify([message, options.goesOn]);
    const known = drawn.get(message.id);
    if (known?.told === told) return known;
    const putAway = () => onPutAway(message.id);
    const node = drawMessage(message, drawingOf(message), { ...options, putAway });
    const readers = createReadersButton(() => onAskReaders(message));
    node.append(el("div", { class: "tools" }, ...drawMenu(message, options.client, onMenu), readers));
    if (known !== undefined) keepFocus(known.node, node);
    return { told, node };
  };

  return {
    element: root,
    /**
     * @param {readonly ShownMessage[]} messages
     * @param {{ client: Client, key: string, name: string, isHome: boolean, reader: string, follows: boolean, hint: string }} place
     *   `follows` when the reader just did something and waits for the answer; `hint` says what can be done where nothing stands yet
     */
    show(messages, { client, key, name, isHome, reader, follows, hint }) {
      const { language, say } = client;
      const isOther = key !== shownPlace;
      const staysAtEnd = isOther || isAtEnd();
      if (isOther) {
        // A place that is opened is not read out message by message.
        list.setAttribute("aria-live", "off");
        list.setAttribute("aria-label", say("log.name", { name }));
        jumpLabel.textContent = say("log.newest");
        drawn = new Map();
        shownPlace = key;
      }
      /** @type {typeof drawn} */
      const next = new Map();
      /** @type {Node[]} */
      const nodes = [];
      let day = "";
      messages.forEach((message, at) => {
        const before = messages[at - 1];
        const today = dayOf(message.at, language);
        if (today !== day && !isHome) nodes.push(el("p", { class: "day" }, el("span", {}, today)));
        const goesOn = today === day && before !== undefined && isSameBreath(before, message);
        day = today;
        const entry = reuseOrDraw(message, { client, goesOn, isHome, reader });
        next.set(message.id, entry);
        nodes.push(entry.node);
      });
      if (messages.length === 0)
        nodes.push(
          el("p", { class: "nothing" }, isHome ? say("log.nothing") : `${say("log.beginning", { name })} ${hint}`),
        );
      const isNew = messages.some(({ id }) => !drawn.has(id));
      drawn = next;
      const hadFocus = list.contains(document.activeElement);
      putInOrder(list, nodes);
      if (hadFocus && document.activeElement === document.body) list.focus({ preventScroll: true });
      if (staysAtEnd && !isHome) toEnd();
      else if (isOther) list.scrollTop = 0;
      else if (follows && isNew && !isHome) toEnd();
      else jump.hidden = isAtEnd();
      wasAtEnd = !isHome && isAtEnd();
      if (isOther) setTimeout(() => list.setAttribute("aria-live", "polite"));
    },
  };
}

/**
 * What the bot offers about a message, as it stands in the menu of that message.
 * @param {ShownMessage} message
 * @param {Client} client
 * @param {(message: string, entry: string) => unknown} onMenu
 */
function drawMenu({ id, menu }, { say }, onMenu) {
  if (menu.length === 0) return [];
  const entries = menu.map((entry) => ({ value: entry.id, label: entry.label }));
  const onPick = (/** @type {string} */ entry) => onMenu(id, entry);
  return [createMenuButton({ label: say("message.menu"), symbol: "more", hidesLabel: true, entries, onPick })];
}

/**
 * @param {ShownMessage} before
 * @param {ShownMessage} message
 */
function isSameBreath(before, message) {
  return (
    before.author.id === message.author.id &&
    !before.isNotice &&
    !before.isPrivate &&
    !message.isPrivate &&
    !message.author.isBot &&
    message.at - before.at < SAME_BREATH
  );
}

/**
 * Puts these nodes into a parent without touching those that stand right already.
 * @param {Element} parent
 * @param {readonly Node[]} nodes
 */
function putInOrder(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of Array.from(parent.childNodes)) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, at) => {
    if (parent.childNodes[at] !== node) parent.insertBefore(node, parent.childNodes[at] ?? null);
  });
}

/**
 * Once the new node stands in place of the old one, the control that had the focus has it again.
 * @param {Element} old
 * @param {Element} fresh
 */
function keepFocus(old, fresh) {
  const focused = document.activeElement;
  if (focused === null || !old.contains(focused)) return;
  const key = focused.closest("[data-key]")?.getAttribute("data-key");
  queueMicrotask(() => {
    const same = [...fresh.querySelectorAll("[data-key]")].find((one) => one.getAttribute("data-key") === key);
    const target = same?.matches("button") ? same : same?.querySelector("button, input");
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  });
}
