// @ts-check
/** @import { DrawnControl, Piece, Run } from "../draw/piece.ts" */
import { el } from "./element.js";

/**
 * @typedef {object} Drawing
 * @property {(control: DrawnControl) => Node} control
 * @property {(field: string) => Node | undefined} field
 */

const tags = /** @type {const} */ ({ bold: "strong", italic: "em", struck: "s", code: "code" });

/**
 * The pieces of a message or form as elements.
 * @param {readonly Piece[]} pieces
 * @param {Drawing} drawing
 * @returns {readonly Node[]}
 */
export function drawPieces(pieces, drawing) {
  return pieces.flatMap((piece) => {
    const drawn = drawPiece(piece, drawing);
    return drawn === undefined ? [] : [drawn];
  });
}

/**
 * @param {Piece} piece
 * @param {Drawing} drawing
 * @returns {Node | undefined}
 */
function drawPiece(piece, drawing) {
  switch (piece.kind) {
    case "heading":
      return el("h4", { class: "heading" }, ...drawRuns(piece.runs));
    case "paragraph":
      return el("p", {}, ...drawRuns(piece.runs));
    case "quote":
      return el("blockquote", {}, ...drawRuns(piece.runs));
    case "small":
      return el("p", { class: "small" }, ...drawRuns(piece.runs));
    case "list":
      return el(piece.isOrdered ? "ol" : "ul", {}, ...piece.items.map((item) => el("li", {}, ...drawRuns(item))));
    case "code":
      return el("pre", {}, piece.text);
    case "rule":
      return el("hr");
    case "box": {
      const box = el("div", { class: "box" }, ...drawPieces(piece.pieces, drawing));
      if (piece.colour !== undefined) box.style.setProperty("--edge", piece.colour);
      return box;
    }
    case "controls":
      return el("div", { class: "controls" }, ...piece.controls.map(drawing.control));
    case "field":
      return drawing.field(piece.id);
  }
}

/**
 * @param {readonly Run[]} runs
 * @returns {readonly Node[]}
 */
function drawRuns(runs) {
  return runs.map(({ text, look, link }) => {
    const words = look === undefined ? document.createTextNode(text) : drawLook(look, text);
    if (link === undefined || !isWeb(link)) return words;
    return el("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, words);
  });
}

/**
 * @param {NonNullable<Run["look"]>} look
 * @param {string} text
 */
function drawLook(look, text) {
  return look === "mention" ? el("span", { class: "mention" }, text) : el(tags[look], {}, text);
}

/** @param {string} address */
export const isWeb = (address) => /^https?:\/\//.test(address);
