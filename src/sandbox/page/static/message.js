// @ts-check
/** @import { ShownMessage } from "../wire.ts" */
/** @import { Drawing } from "./pieces.js" */
/** @import { Client } from "./client.js" */
import { el, icon } from "./element.js";
import { drawPieces } from "./pieces.js";
import { dayOf, timeOf } from "./times.js";

/**
 * A message with its author and time.
 * @param {ShownMessage} message
 * @param {Drawing} drawing
 * @param {{ client: Client, goesOn: boolean, isHome: boolean, reader: string, putAway: () => unknown }} options `goesOn` when the
 *   same author wrote the one before
 */
export function drawMessage(message, drawing, { client, goesOn, isHome, reader, putAway }) {
  const { author, at, edited, isPrivate, isNotice, answers } = message;
  const { platform, language, say } = client;
  const time = timeOf(at, language);
  const pieces = drawPieces(message.pieces, drawing);
  if (isHome)
    return el(
      "article",
      { class: "message home", "aria-label": say("place.home") },
      el("div", { class: "said" }, ...pieces),
    );
  if (isNotice) return el("article", { class: "message notice" }, ...pieces, el("time", {}, time));
  const head = el(
    "header",
    { class: "byline" },
    el("span", { class: "author" }, author.name),
    author.isBot ? el("span", { class: "app-badge" }, say("message.app")) : undefined,
    el("time", { datetime: new Date(at).toISOString(), title: `${dayOf(at, language)}, ${time}` }, time),
  );
  return el(
    "article",
    {
      class: ["message", isPrivate ? "private" : "", goesOn ? "goes-on" : ""].join(" "),
      "aria-label": `${author.name}, ${time}`,
    },
    answers === undefined
      ? undefined
      : el("p", { class: "answers" }, say("message.used", { name: reader, command: answers })),
    drawFace(author.name, author.isBot),
    goesOn ? undefined : head,
    el("div", { class: "said" }, ...pieces),
    edited ? el("p", { class: "aside" }, say("message.edited")) : undefined,
    isPrivate
      ? el(
          "p",
          { class: "aside only-you" },
          icon("eye"),
          say(`message.private.${platform}`),
          el("button", { type: "button", class: "put-away", onclick: putAway }, say(`message.dismiss.${platform}`)),
        )
      : undefined,
  );
}

/**
 * @param {string} name
 * @param {boolean} isBot
 */
function drawFace(name, isBot) {
  if (isBot) return el("img", { class: "face", src: "/static/mark.svg", alt: "" });
  const initials = name
    .split(" ")
    .map((word) => word.slice(0, 1))
    .join("")
    .slice(0, 2);
  const hue = Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 8;
  return el("span", { class: `face hue-${hue}`, "aria-hidden": "true" }, initials);
}
