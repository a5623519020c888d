// @ts-check
/** @import { Texts } from "./texts.js" */

/**
 * What the page itself says, in Swedish.
 * @type {Texts}
 */
export const swedish = {
  "language.other": "English",
  "side.close": "Stäng",
};
