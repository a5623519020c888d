// @ts-check

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
 * @param {Intl.DateTimeFormatOptions} options
 */
const format = (at, options) =>
  new Intl.DateTimeFormat("en-GB", { ...options, ...(zone === undefined ? {} : { timeZone: zone }) }).format(at);

/** @param {number} at */
export const timeOf = (at) => format(at, { hour: "2-digit", minute: "2-digit" });

/** @param {number} at */
export const dayOf = (at) => format(at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** @param {number} at */
export const shortDayOf = (at) => format(at, { weekday: "short", day: "numeric", month: "short" });
