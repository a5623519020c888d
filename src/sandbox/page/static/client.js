// @ts-check
/** @import { Language, PlatformKind } from "../wire.ts" */
/** @import { Say } from "./texts.js" */
import { sayIn } from "./texts.js";

/**
 * Somebody's client of a platform: it speaks the language which that person has chosen there, whatever the page around it speaks.
 * @typedef {object} Client
 * @property {PlatformKind} platform
 * @property {Language} language
 * @property {Say} say
 */

/**
 * @param {PlatformKind} platform
 * @param {Language} language
 * @returns {Client}
 */
export const clientOf = (platform, language) => ({ platform, language, say: sayIn(language) });
