import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { BodyId, PersonId } from "../identity.ts";
import { handlersOf } from "../parties/viewer.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Case } from "./case.ts";
import { readProcedure, readStage } from "./stages.ts";

/** So many can be listed where some of them are named. */
const MOST = 100;

/** Of which body it can be said who has a conflict of interest, and which members can be named. */
interface Check {
  readonly body: BodyId;
  readonly members: readonly PersonId[];
}

/**
 * The body of which somebody who knows the names looks who has a conflict of interest: the one that decides at the present stage, or that
 * can be asked at it to impose something meanwhile. Those who handle the case are not among its members here: they decide nothing in it
 * anyway. Undefined where the rulebook has nobody look, where there is nobody to be named, and of a body of which nobody knows everybody.
 */
export function checkAt(rulebook: Rulebook, roster: Roster, current: Case): Check | undefined {
  const stage = readStage(rulebook, current);
  if (rulebook.conflicts.precheck_by === undefined || stage.kind === "closed") return undefined;
  const asked = readProcedure(rulebook, current).interim.find(({ vote }) => vote !== undefined)?.by;
  const owner = stage.kind === "vote" ? stage.owner : asked;
  const rule = owner?.kind === "body" ? rulebook.bodies[owner.id] : undefined;
  if (owner?.kind !== "body" || rule === undefined || !("offices" in rule)) return undefined;
  const members = holdersOf(rulebook, roster, owner).filter((person) => !current.handlers.includes(person));
  return members.length === 0 || members.length > MOST ? undefined : { body: owner.id, members };
}

/** Why the case does not go to the body yet: nobody has looked who of it has a conflict. */
export function findUnchecked(rulebook: Rulebook, roster: Roster, current: Case): Refusal | undefined {
  const body = checkAt(rulebook, roster, current)?.body;
  if (body === undefined) return undefined;
  const isHere = readStage(rulebook, current).kind === "vote";
  const { checked = [] } = current.hands;
  const isDone = checked.some((each) => each.body === body && (!isHere || each.visit === current.concluded.length));
  return isDone ? undefined : { refused: "precheck-first", body, clause: rulebook.conflicts.clause };
}

/** Of those who handle the case whom the rulebook names to look; all of them, where it names none of them. */
export function checkersOf(rulebook: Rulebook, roster: Roster, current: Case): readonly PersonId[] {
  const { precheck_by: by } = rulebook.conflicts;
  const handlers = handlersOf(rulebook, roster, current);
  const named = by === undefined ? [] : holdersOf(rulebook, roster, by);
  const found = handlers.filter((person) => named.includes(person));
  return found.length > 0 ? found : handlers;
}
