// @ts-check
/** @import { Texts } from "./texts.js" */
import { el } from "./element.js";
import { texts } from "./texts.js";

// Runs before the page is drawn for the first time, so that nobody sees it without its words.

/**
 * @param {string | undefined} key
 * @returns {string}
 */
const wordsOf = (key = "") => {
  if (isKey(key)) return texts[key];
  throw new Error(`The page has no text "${key}".`);
};

/**
 * @param {string} key
 * @returns {key is keyof Texts}
 */
const isKey = (key) => key in texts;

/**
 * The words, with those between backticks as keys of the keyboard.
 * @param {string} words
 */
const withKeys = (words) => words.split("`").map((part, at) => (at % 2 === 0 ? part : el("kbd", {}, part)));

document.title = texts["title"];
for (const element of document.querySelectorAll("[data-text]"))
  if (element instanceof HTMLElement) element.replaceChildren(...withKeys(wordsOf(element.dataset["text"])));
for (const element of document.querySelectorAll("[data-label]"))
  if (element instanceof HTMLElement) element.setAttribute("aria-label", wordsOf(element.dataset["label"]));
