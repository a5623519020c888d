// @ts-check
/** @import { Overview } from "../wire.ts" */
/** @import { Choice } from "./address.js" */

/**
 * Who stands in a pane at first: whoever was chosen before, while there is such a person; otherwise a member in the first pane, somebody
 * with an office in the second, on the platform chosen before.
 * @param {number} pane
 * @param {Pick<Overview, "platforms">} overview
 * @param {Choice | undefined} kept
 * @returns {Choice}
 */
export function firstChoice(pane, { platforms }, kept) {
  const platform = platforms.find(({ kind }) => kind === kept?.platform) ?? platforms[0];
  if (platform === undefined) throw new Error("No platform is here.");
  const { kind, people } = platform;
  if (kept !== undefined && kind === kept.platform && people.some(({ id }) => id === kept.person)) return kept;
  const wanted = people.find(({ about }) => (about === undefined) === (pane === 0)) ?? people[pane];
  return { platform: kind, person: (wanted ?? people[0])?.id ?? "", place: "" };
}

/**
 * What is left of a choice once another house stands: the platform, and the person where the account is still theirs; no place.
 * @param {Choice} choice
 * @param {Pick<Overview, "platforms">} before
 * @param {Pick<Overview, "platforms">} after
 * @returns {Choice}
 */
export function carryOver({ platform, person }, before, after) {
  const name = nameOf(before, platform, person);
  const isSame = name !== undefined && name === nameOf(after, platform, person);
  return { platform, person: isSame ? person : "", place: "" };
}

/**
 * @param {Pick<Overview, "platforms">} overview
 * @param {Choice["platform"]} platform
 * @param {string} person
 */
const nameOf = ({ platforms }, platform, person) =>
  platforms.find(({ kind }) => kind === platform)?.people.find(({ id }) => id === person)?.name;
