// @ts-check
/** @import { Overview, PlatformKind, Readership, Refused, Screen, ShownClock, Suggestions } from "../wire.ts" */
/** @import { Act } from "../acts.ts" */
/** @import { ShownPlug } from "../plug.ts" */
/** @import { CaseFileShown, ShownCases } from "../caseFiles.ts" */
/** @import { ShownClockLog } from "../clockLog.ts" */
/** @import { AskedRehearsal, ShownRehearsal } from "../rehearsal.ts" */
/** @import { Span } from "../span.ts" */
/** @import { ShownTour } from "../tour.ts" */
import { inOneLanguage, text } from "./texts.js";

/** Something the server did not do; the message is its sentence. */
export class Refusal extends Error {}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<any>}
 */
async function ask(path, init) {
  const response = await fetch(path, init);
  if (response.ok) return response.json();
  /** @type {unknown} */
  const body = await response.json();
  throw new Refusal(isRefused(body) ? inOneLanguage(body.refused) : text("page.silent", { status: response.status }));
}

/**
 * @param {unknown} body
 * @returns {body is Refused}
 */
const isRefused = (body) => typeof body === "object" && body !== null && "refused" in body;

/**
 * @param {string} path
 * @param {unknown} body
 */
function send(path, body) {
  return ask(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** @returns {Promise<Overview>} */
export const readOverview = () => ask("/api/page");

/**
 * Opens an organisation with nothing in it; what stood before is forgotten.
 * @param {string} id
 * @returns {Promise<void>}
 */
export const chooseOrganisation = (id) => send("/api/organisation", { id });

/**
 * @param {PlatformKind} platform
 * @param {string} person
 * @param {string} place
 * @returns {Promise<Screen>}
 */
export const readScreen = (platform, person, place) =>
  ask(`/api/screen?${new URLSearchParams({ platform, person, place })}`);

/**
 * @param {PlatformKind} platform
 * @param {string} person on whose screen the message stands
 * @param {string} place
 * @param {string} message
 * @returns {Promise<Readership>}
 */
export const readReaders = (platform, person, place, message) =>
  ask(`/api/readers?${new URLSearchParams({ platform, person, place, message })}`);

/**
 * @param {PlatformKind} platform
 * @param {string} person
 * @param {Act} act
 * @returns {Promise<void>}
 */
export const perform = (platform, person, act) => send("/api/act", { platform, person, act });

/**
 * @param {PlatformKind} platform
 * @param {string} person
 * @param {string} place
 * @param {string} line
 * @returns {Promise<Suggestions>}
 */
export const readSuggestions = (platform, person, place, line) =>
  send("/api/suggestions", { platform, person, place, line });

/** @returns {Promise<ShownClock>} */
export const readClock = () => ask("/api/clock");

/**
 * @param {Span} by
 * @returns {Promise<ShownClock>}
 */
export const moveClock = (by) => send("/api/clock", { by });

/**
 * @param {PlatformKind} platform
 * @returns {Promise<ShownTour>}
 */
export const readTour = (platform) => ask(`/api/tour?${new URLSearchParams({ platform })}`);

/**
 * @param {PlatformKind} platform
 * @param {string} step
 * @returns {Promise<ShownTour>}
 */
export const helpTour = (platform, step) => send("/api/tour/help", { platform, step });

/**
 * @param {PlatformKind} platform
 * @returns {Promise<ShownTour>}
 */
export const beginTour = (platform) => send("/api/tour/begin", { platform });

/** @returns {Promise<ShownPlug>} */
export const readPlug = () => ask("/api/plug");

/**
 * @param {string} id
 * @param {string} [target]
 * @returns {Promise<ShownPlug>}
 */
export const pullPlug = (id, target) => send("/api/plug", target === undefined ? { id } : { id, target });

/** @returns {Promise<ShownCases>} */
export const readCases = () => ask("/api/cases");

/**
 * @param {string} id
 * @returns {Promise<CaseFileShown>}
 */
export const readCaseFile = (id) => ask(`/api/case?${new URLSearchParams({ id })}`);

/** @returns {Promise<ShownClockLog>} */
export const readClockLog = () => ask("/api/clock/log");

/**
 * @param {AskedRehearsal} asked
 * @returns {Promise<ShownRehearsal>}
 */
export const readRehearsal = (asked) => ask(`/api/rehearsal?${new URLSearchParams({ ...asked })}`);
