// @ts-check
/** @import { ShownMessage } from "../wire.ts" */
/** @import { Drawing } from "./pieces.js" */
import { el, icon } from "./element.js";
import { drawPieces } from "./pieces.js";
import { dayOf, timeOf } from "./times.js";

/**
 * A message with its author and time.
 * @param {ShownMessage} message
 * @param {Drawing} drawing
 * @param {{ goesOn: boolean, isHome: boolean, reader: string, putAway: () => unknown }} options `goesOn` when the same author wrote the
 *   one before
 */
export function drawMessage(message, drawing, { goesOn, isHome, reader, putAway }) {
  const { author, at, edited, isPrivate, isNotice, answers } = message;
  const pieces = drawPieces(message.pieces, drawing);
  if (isHome)
    return el("article", { class: "message home", "aria-label": "Home" }, el("div", { class: "said" }, ...pieces));
  if (isNotice) return el("article", { class: "message notice" }, ...pieces, el("time", {}, timeOf(at)));
  const head = el(
    "header",
    { class: "byline" },
    el("span", { class: "author" }, author.name),
    author.isBot ? el("span", { class: "app-badge" }, "App") : undefined,
    el("time", { datetime: new Date(at).toISOString(), title: `${dayOf(at)}, ${timeOf(at)}` }, timeOf(at)),
  );
  return el(
    "article",
    {
      class: ["message", isPrivate ? "private" : "", goesOn ? "goes-on" : ""].join(" "),
      "aria-label": `${author.name}, ${timeOf(at)}`,
    },
    answers === undefined ? undefined : el("p", { class: "answers" }, `${reader} used /${answers}`),
    drawFace(author.name, author.isBot),
    goesOn ? undefined : head,
    el("div", { class: "said" }, ...pieces),
    edited ? el("p", { class: "aside" }, "edited") : undefined,
    isPrivate
      ? el(
          "p",
          { class: "aside only-you" },
          icon("eye"),
          "Only you can see this",
          el("button", { type: "button", class: "put-away", onclick: putAway }, "Dismiss"),
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
