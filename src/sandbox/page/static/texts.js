// @ts-check
/** @import { Told } from "../told.ts" */
/** @import { Language } from "../wire.ts" */
import { english } from "./textsEn.js";
import { swedish } from "./textsSv.js";

/** @typedef {Readonly<Record<keyof typeof english, string>>} Texts */
/** @typedef {(key: keyof Texts, values?: Readonly<Record<string, string | number>>) => string} Say says a text in one language */

const KEPT = "language";
/** @type {Readonly<Record<Language, Texts>>} */
const known = { en: english, sv: swedish };

/** @returns {Language} the one chosen before, or the browser's where it is one of ours */
function findLanguage() {
  const wanted = localStorage.getItem(KEPT) ?? navigator.language;
  return wanted.startsWith("sv") ? "sv" : "en";
}

/** The language in which the page itself speaks. What the platforms show is in the language of whoever looks at it. */
export const language = findLanguage();
document.documentElement.lang = language;

/** What the page itself says. */
export const texts = known[language];

/**
 * What says texts in a language, such as that of the person whose client is shown.
 * @param {Language} wanted
 * @returns {Say}
 */
export const sayIn =
  (wanted) =>
  (key, values = {}) =>
    known[wanted][key].replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/** A text of the page, in its own language. */
export const text = sayIn(language);

/**
 * What the server says in every language of the page, in its own; what is said in one only stays as it is.
 * @param {string | Told} words
 */
export const inOneLanguage = (words) => (typeof words === "string" ? words : words[language]);

/** Changes to the other language; the page is drawn anew, with the same people in its panes. */
export function changeLanguage() {
  localStorage.setItem(KEPT, language === "sv" ? "en" : "sv");
  location.reload();
}
