import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { BodyId, PersonId } from "../identity.ts";
import { handlersOf } from "../parties/viewer.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Case } from "./case.ts";
import { readProcedure, readStage } from "./stages.ts";

/**
 * The body of which somebody who knows the names looks who has a conflict of interest: the one that decides at the present stage, or that
 * can be asked at it to impose something meanwhile. Undefined where the rulebook has nobody look, and of a body that is everybody of a class.
 */
export function bodyToCheck(rulebook: Rulebook, current: Case): BodyId | undefined {
  const stage = readStage(rulebook, current);
  if (rulebook.conflicts.precheck_by === undefined || stage.kind === "closed") return undefined;
  const asked = readProcedure(rulebook, current).interim.find(({ vote }) => vote !== undefined)?.by;
  const body = stage.kind === "vote" ? stage.owner : asked;
  const rule = body?.kind === "body" ? rulebook.bodies[body.id] : undefined;
  return body?.kind === "body" && rule !== undefined && "offices" in rule ? body.id : undefined;
}

/** Those who can be kept from it: its members, but for those who handle the case, who decide nothing in it anyway. */
export function membersToCheck(rulebook: Rulebook, roster: Roster, current: Case): readonly PersonId[] {
  const body = bodyToCheck(rulebook, current);
  if (body === undefined) return [];
  return holdersOf(rulebook, roster, { kind: "body", id: body }).filter((person) => !current.handlers.includes(person));
}

/** Whether nobody has looked yet who of the body has a conflict, to whom the case is about to go. */
export function isCheckOpen(rulebook: Rulebook, current: Case): boolean {
  const body = bodyToCheck(rulebook, current);
  if (body === undefined) return false;
  const isHere = readStage(rulebook, current).kind === "vote";
  const { checked = [] } = current.hands;
  return !checked.some((each) => each.body === body && (!isHere || each.visit === current.concluded.length));
}

/** Why the case does not go to the body yet. */
export function findUnchecked(rulebook: Rulebook, current: Case): Refusal | undefined {
  const body = bodyToCheck(rulebook, current);
  if (body === undefined || !isCheckOpen(rulebook, current)) return undefined;
  return { refused: "precheck-first", body, clause: rulebook.conflicts.clause };
}

/** Of those who handle the case whom the rulebook names to look; all of them, where it names none of them. */
export function checkersOf(rulebook: Rulebook, roster: Roster, current: Case): readonly PersonId[] {
  const { precheck_by: by } = rulebook.conflicts;
  const handlers = handlersOf(rulebook, roster, current);
  const named = by === undefined ? [] : holdersOf(rulebook, roster, by);
  const found = handlers.filter((person) => named.includes(person));
  return found.length > 0 ? found : handlers;
}
