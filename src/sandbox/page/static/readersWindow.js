// @ts-check
/** @import { PlatformKind, Readership, ShownMessage, ShownReader } from "../wire.ts" */
/** @import { Texts } from "./texts.js" */
import { readReaders } from "./askServer.js";
import { el, freshId, icon } from "./element.js";
import { inOneLanguage, text } from "./texts.js";
import { timeOf } from "./times.js";

/**
 * A message that somebody asks about: on whose screen it stands, and where.
 * @typedef {object} AskedMessage
 * @property {PlatformKind} platform
 * @property {{ id: string, name: string }} person
 * @property {{ id: string, name: string }} place
 * @property {ShownMessage} message
 */

/** @type {Readonly<Record<ShownReader["why"], keyof Texts>>} */
const reasons = {
  "only you": "readers.why.onlyYou",
  recipient: "readers.why.recipient",
  "thread member": "readers.why.threadMember",
  owner: "readers.why.owner",
  administrator: "readers.why.administrator",
  "Manage Threads": "readers.why.manageThreads",
  "channel permissions": "readers.why.channelPermissions",
  member: "readers.why.member",
  "full member of the workspace": "readers.why.fullMember",
  "owner, by export": "readers.why.ownerByExport",
};

/** @type {Readonly<Record<Readership["where"], keyof Texts>>} */
const insides = {
  ephemeral: "readers.inside.alone",
  home: "readers.inside.alone",
  direct: "readers.inside.direct",
  private: "readers.inside.private",
  open: "readers.inside.open",
};

/** @type {Readonly<Record<PlatformKind, Readonly<Record<Readership["where"], keyof Texts>>>>} */
const meanings = {
  discord: {
    ephemeral: "readers.means.discord.ephemeral",
    home: "readers.means.discord.ephemeral",
    direct: "readers.means.discord.direct",
    private: "readers.means.discord.private",
    open: "readers.means.discord.open",
  },
  slack: {
    ephemeral: "readers.means.slack.ephemeral",
    home: "readers.means.slack.home",
    direct: "readers.means.slack.direct",
    private: "readers.means.slack.private",
    open: "readers.means.slack.open",
  },
};

/**
 * What stands on a message to ask who can read it.
 * @param {() => unknown} onAsk
 */
export function createReadersButton(onAsk) {
  return el(
    "button",
    { type: "button", class: "who-sees", "data-key": "who-sees", "aria-haspopup": "dialog", onclick: onAsk },
    icon("eye"),
    el("span", { class: "who-sees-words" }, text("readers.ask")),
  );
}

/** A window that tells who can read a message, and by what right; those who are not in the room stand first. */
export function createReadersWindow() {
  const body = el("div", { class: "readers-body", tabindex: "0" });
  const subtitle = el("p", { class: "readers-of" });
  const titleId = freshId();
  /** @type {HTMLDialogElement} */
  const box = el(
    "dialog",
    { class: "readers", "aria-labelledby": titleId },
    el(
      "header",
      {},
      el("h2", { id: titleId }, text("readers.title")),
      el(
        "button",
        { type: "button", class: "icon-button", "aria-label": text("readers.close"), onclick: () => box.close() },
        icon("close"),
      ),
    ),
    subtitle,
    body,
  );
  // A press beside the window closes it, as Escape does.
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
  });

  return {
    element: box,
    /** @param {AskedMessage} asked */
    async open({ platform, person, place, message }) {
      const { author, at } = message;
      subtitle.textContent = text("readers.of", { author: author.name, time: timeOf(at), place: place.name });
      body.replaceChildren();
      try {
        body.append(
          ...drawReaders(await readReaders(platform, person.id, place.id, message.id), platform, person.name),
        );
      } catch {
        body.append(el("p", {}, text("readers.gone")));
      }
      if (!box.open) box.showModal();
      body.scrollTop = 0;
    },
  };
}

/**
 * @param {Readership} readership
 * @param {PlatformKind} platform
 * @param {string} person
 */
function drawReaders({ where, readers, app }, platform, person) {
  const outside = readers.filter(({ isIn }) => !isIn);
  const inside = readers.filter(({ isIn }) => isIn);
  const isExported = readers.some(({ why }) => why === "owner, by export");
  const bot = app ?? "";
  return [
    outside.length === 0 ? undefined : drawGroup("readers.outside", outside, "readers-outside"),
    inside.length === 0 ? undefined : drawGroup(insides[where], inside, "readers-inside"),
    el(
      "div",
      { class: "readers-means" },
      el("p", {}, text(meanings[platform][where], { name: person, app: bot })),
      isExported ? el("p", {}, text("readers.means.slack.export")) : undefined,
      el("p", {}, text(platform === "discord" ? "readers.company.discord" : "readers.company.slack")),
      app === undefined ? undefined : el("p", {}, text("readers.app", { app })),
    ),
  ].filter((part) => part !== undefined);
}

/**
 * @param {keyof Texts} title
 * @param {readonly ShownReader[]} readers
 * @param {string} look
 */
function drawGroup(title, readers, look) {
  return el(
    "section",
    { class: look },
    el(
      "h3",
      {},
      look === "readers-outside" ? icon("warning") : undefined,
      text(title),
      el("span", { class: "readers-count" }, String(readers.length)),
    ),
    el(
      "ul",
      {},
      ...readers.map(({ name, about, why }) =>
        el(
          "li",
          {},
          el(
            "span",
            { class: "reader-name" },
            name,
            about === undefined ? undefined : el("small", {}, inOneLanguage(about)),
          ),
          el("span", { class: "reader-why" }, text(reasons[why])),
        ),
      ),
    ),
  );
}
