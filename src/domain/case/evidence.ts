import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { ItemId, PartyId, PersonId } from "../identity.ts";
import type { Viewer } from "../parties/viewer.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Case } from "./case.ts";
import { isConcludedByHand } from "./conclude.ts";
import { lastForms } from "./evidenceEntries.ts";
import type { Item, Witness } from "./evidenceEntries.ts";
import { findReturned } from "./ownVoice.ts";
import type { PartyEntry } from "./party.ts";
import { readProcedure, readStage } from "./stages.ts";

/** By which clause witnesses promise to keep the case confidential. */
export function witnessClause(rulebook: Rulebook, current: Case): string {
  return readProcedure(rulebook, current).confidentiality_gate?.clause ?? rulebook.conflicts.clause;
}

/**
 * Whether witnesses can be asked now. Where the procedure has a stage of theirs, from that stage on; otherwise at every stage that those
 * conclude who handle the case.
 */
export function asksWitnesses(rulebook: Rulebook, current: Case): boolean {
  const stage = readStage(rulebook, current);
  if (!isConcludedByHand(stage) || current.times.lateness === "open") return false;
  const own = Object.entries(readProcedure(rulebook, current).stages).flatMap(([id, each]) =>
    each.kind !== "closed" && each.with.includes("witness") ? [id] : [],
  );
  const been = [current.stage.stage, ...current.concluded.map((each) => each.stage)];
  return own.length === 0 || own.some((id) => been.includes(id));
}

/** Whether the present stage is one of the witnesses. */
export function isOfWitnesses(rulebook: Rulebook, current: Case): boolean {
  const stage = readStage(rulebook, current);
  return stage.kind !== "closed" && stage.with.includes("witness");
}

export const findWitness = ({ evidence }: Case, party: PartyId): Witness | undefined =>
  evidence.witnesses.find((witness) => witness.party === party);

/** The witnesses who were asked and have neither said anything yet nor declined. */
export function awaitedWitnesses({ evidence }: Case): readonly Witness[] {
  return evidence.witnesses.filter(
    ({ party, state }) =>
      (state === "asked" || state === "promised") && !evidence.items.some((item) => item.party === party),
  );
}

/** The clause by which something is handed in. */
export const evidenceClause = (rulebook: Rulebook, current: Case): string =>
  rulebook.hearings?.evidence?.clause ?? readStage(rulebook, current).clause;

/** Whether whoever hands in evidence has to say what it has to do with the matter. */
export const asksRelevance = ({ hearings }: Rulebook): boolean => hearings?.evidence?.relevance === "shown";

/** Whether something can still be handed in: until the decision is being told, or the case is over. */
export function takesEvidence(rulebook: Rulebook, current: Case): boolean {
  const { kind } = readStage(rulebook, current);
  return kind !== "closed" && kind !== "notify";
}

/** The last form of something that this party handed in. */
export const findOwn = (current: Case, { party }: Pick<PartyEntry, "party">, id: ItemId): Item | undefined =>
  lastForms(current.evidence).find((item) => item.item === id && isOwnItem(current, item, party));

/** Whether something is a party's own words: what they wrote here, and what went back to them to be sent again in their own name. */
const isOwnItem = (current: Case, { item, party, came }: Item, whose: PartyId) =>
  party === whose && (came === "form" || findReturned(current, item) !== undefined);

/** What a party does not have yet of what they may read: their own is theirs anyhow, and what is closed to them stays so. */
export function openableTo(current: Case, { party, role }: PartyEntry): readonly Item[] {
  return lastForms(current.evidence).filter(
    (item) =>
      item.aside === undefined &&
      findReturned(current, item.item) === undefined &&
      item.party !== party &&
      !item.closedTo.includes(role) &&
      !item.opened.some((each) => each.party === party),
  );
}

/** What a party or a witness may read: their own in its last form, and what was opened to them. */
export function readableBy({ evidence }: Case, party: PartyEntry): readonly Item[] {
  return lastForms(evidence).filter(
    (item) => item.party === party.party || item.opened.some((each) => each.party === party.party),
  );
}

/** What the rulebook asks of a witness, by name. */
export function criteriaOf({ hearings }: Rulebook): readonly string[] {
  const rule = hearings?.witnesses;
  if (rule === undefined) return [];
  return [...new Set([...(rule.first_hand ? ["first_hand"] : []), ...(rule.criteria ?? [])])];
}

/** How far a witness is; "said": something of theirs is there. */
export type WitnessState = Witness["state"] | "said";

export function witnessState({ evidence }: Case, party: PartyId): WitnessState | undefined {
  if (evidence.items.some((item) => item.party === party) && findIn(evidence, party) !== undefined) return "said";
  return findIn(evidence, party)?.state;
}

const findIn = ({ witnesses }: Case["evidence"], party: PartyId) => witnesses.find((each) => each.party === party);

/** Whether somebody may know whose something anonymous is: whoever allowed it; once they hold that role no more, whoever does. */
export function knowsSource(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  { anonymous }: Item,
  person: PersonId,
): boolean {
  const selector = readProcedure(rulebook, current).anonymous_evidence?.by[anonymous?.role ?? -1];
  if (anonymous === undefined || selector === undefined) return false;
  const holders = holdersOf(rulebook, roster, selector);
  return holders.includes(anonymous.by) ? person === anonymous.by : holders.includes(person);
}

/** Whether somebody may read something that was handed in: the one place that says so. */
export function mayReadItem(current: Case, viewer: Viewer, item: Item): boolean {
  switch (viewer.kind) {
    case "handler":
      return true;
    case "party":
    case "witness": {
      return isOwnItem(current, item, viewer.party.party) || readableBy(current, viewer.party).includes(item);
    }
    case "voter":
    case "reader":
    case "addressee":
    case "nobody":
      return false;
  }
}
