// @ts-check
import { english } from "./textsEn.js";
import { swedish } from "./textsSv.js";

/** @typedef {Readonly<Record<keyof typeof english, string>>} Texts */
/** @typedef {"en" | "sv"} Language */

const KEPT = "language";

/** @returns {Language} the one chosen before, or the browser's where it is one of ours */
function findLanguage() {
  const wanted = localStorage.getItem(KEPT) ?? navigator.language;
  return wanted.startsWith("sv") ? "sv" : "en";
}

/** The language in which the page itself speaks. What the platforms show is in the language of whoever looks at it. */
export const language = findLanguage();
document.documentElement.lang = language;
const texts = language === "sv" ? swedish : english;

/**
 * A text of the page.
 * @param {keyof Texts} key
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function text(key, values = {}) {
  return texts[key].replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** Changes to the other language; the page is drawn anew, with the same people in its panes. */
export function changeLanguage() {
  localStorage.setItem(KEPT, language === "sv" ? "en" : "sv");
  location.reload();
}
