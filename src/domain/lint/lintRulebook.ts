import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { AccessRules } from "../../rulebook/schema/access.ts";
import type { Roster } from "../roster.ts";
import { lintAccess } from "./access.ts";
import { lintBenches } from "./benches.ts";
import { lintChains } from "./chains.ts";
import { lintChairs } from "./chairs.ts";
import { lintCode } from "./code.ts";
import { lintConfirming } from "./confirming.ts";
import { lintConsensus } from "./consensus.ts";
import type { Finding } from "./finding.ts";
import { lintInterim } from "./interim.ts";
import { lintLimits } from "./limits.ts";
import { lintLodging } from "./lodging.ts";
import { lintMajorities } from "./majorities.ts";
import { lintOwnAppeals } from "./ownAppeals.ts";
import { lintPanels } from "./panels.ts";
import { lintParts } from "./parts.ts";
import { lintQuorums } from "./quorums.ts";
import { lintReceiving } from "./receiving.ts";
import { seatsOf } from "./seats.ts";
import { lintSides } from "./sides.ts";
import { lintSpans } from "./spans.ts";
import { lintStages } from "./stages.ts";
import { lintUnused } from "./unused.ts";

export type { Finding } from "./finding.ts";

/**
 * Everything of a rulebook that is well written and yet cannot work, what cannot work first. It asks the functions that decide cases, so
 * that it cannot be of another opinion than they are.
 * @param roster who holds which office; without it every seat is taken by somebody else, and an office without a number of seats is
 *   taken to have enough holders
 * @param access which roles and channels sanctions keep somebody from; without it nobody looks whether there are any
 */
export function lintRulebook(rulebook: Rulebook, roster?: Roster, access?: AccessRules): readonly Finding[] {
  const seats = seatsOf(rulebook, roster);
  const findings = [
    ...lintStages(rulebook),
    ...lintQuorums(seats),
    ...lintChairs(seats),
    ...lintBenches(seats),
    ...lintSides(seats),
    ...lintPanels(seats),
    ...lintOwnAppeals(seats),
    ...lintLodging(rulebook),
    ...lintChains(seats),
    ...lintReceiving(seats),
    ...(roster === undefined ? [] : lintParts(seats)),
    ...lintInterim(seats),
    ...lintMajorities(seats),
    ...lintConsensus(seats),
    ...lintSpans(rulebook),
    ...lintLimits(rulebook),
    ...lintConfirming(rulebook),
    ...lintUnused(rulebook),
    ...lintCode(rulebook),
    ...lintAccess(rulebook, access),
  ];
  return findings.toSorted((a, b) => Number(a.level === "look-again") - Number(b.level === "look-again"));
}
