// @ts-check
/** @import { PlatformKind } from "../wire.ts" */

/**
 * What the platforms are called, in every language.
 * @type {Readonly<Record<PlatformKind, string>>}
 */
export const platformNames = { discord: "Discord", slack: "Slack" };
