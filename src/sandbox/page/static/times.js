// @ts-check
/** @import { Language } from "../wire.ts" */
import { language } from "./texts.js";

/** @type {Readonly<Record<Language, string>>} */
const locales = { en: "en-GB", sv: "sv-SE" };

/** @type {string | undefined} */
let zone;

/**
 * Shows every time from now on in this zone.
 * @param {string | undefined} wanted
 */
export function useZone(wanted) {
  zone = wanted;
}

/**
 * @param {number} at
 * @param {Language} wanted
 * @param {Intl.DateTimeFormatOptions} options
 */
const format = (at, wanted, options) =>
  new Intl.DateTimeFormat(locales[wanted], { ...options, ...(zone === undefined ? {} : { timeZone: zone }) }).format(
    at,
  );

/**
 * @param {number} at
 * @param {Language} [wanted] the page's when left out
 */
export const timeOf = (at, wanted = language) => format(at, wanted, { hour: "2-digit", minute: "2-digit" });

/**
 * @param {number} at
 * @param {Language} [wanted] the page's when left out
 */
export const dayOf = (at, wanted = language) =>
  format(at, wanted, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** @param {number} at */
export const shortDayOf = (at) => format(at, language, { weekday: "short", day: "numeric", month: "short" });
