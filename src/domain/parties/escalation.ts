import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import { findVoteStage } from "../case/briefs.ts";
import type { Case } from "../case/case.ts";
import { nextStage, readProcedure } from "../case/stages.ts";
import type { PersonId } from "../identity.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { handlersOf } from "./viewer.ts";

/** A rung of the ladder on which it is told that something stays late. */
export type Rung = NonNullable<Rulebook["calendar"]["reminders"]["ladder"]>[number];

/**
 * Whom a rung means in a case.
 * @param owners whose it is that is late: nobody is told of the own lateness in this way
 * @param parties the people who are parties
 */
export function peopleOfRung(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  rung: Rung,
  owners: readonly PersonId[],
  parties: readonly PersonId[],
): readonly PersonId[] {
  return [...new Set(meantBy(rulebook, roster, current, rung.to))].filter(
    (person) => !owners.includes(person) && mayLearnOfLateness(rulebook, roster, current, person, parties),
  );
}

/**
 * Whether somebody may be told that a case is late: no party, nobody who stepped aside or was passed by, and, where a party sits on a body,
 * nobody of that body but those who handle the case.
 */
export function mayLearnOfLateness(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  person: PersonId,
  parties: readonly PersonId[],
): boolean {
  if (parties.includes(person) || current.recused.includes(person) || current.keptOut.includes(person)) return false;
  if (current.partyInBody === undefined || handlersOf(rulebook, roster, current).includes(person)) return true;
  return !holdersOf(rulebook, roster, { kind: "body", id: current.partyInBody }).includes(person);
}

function meantBy(rulebook: Rulebook, roster: Roster, current: Case, to: Rung["to"]): readonly PersonId[] {
  if (to === "others") return handlersOf(rulebook, roster, current);
  if (to !== "chair") return holdersOf(rulebook, roster, to);
  const body = decidingBody(rulebook, current);
  const rule = body?.kind === "body" ? rulebook.bodies[body.id] : undefined;
  const chair = rule === undefined || "members" in rule ? [] : (rule.chair ?? []);
  return chair.flatMap((office) => roster[office] ?? []);
}

/** The body that votes on a case now or has voted last; before that the first that it can come to. */
function decidingBody(rulebook: Rulebook, current: Case): Selector | undefined {
  const now = findVoteStage(rulebook, current);
  if (now !== undefined) return now.owner;
  const { stages } = readProcedure(rulebook, current);
  const reached = [current.stage.stage];
  for (const id of reached) {
    const stage = stages[id];
    if (stage?.kind === "vote") return stage.owner;
    if (stage === undefined || stage.kind === "closed") continue;
    const next = Object.values(stage.outcomes).map((outcome) => nextStage(rulebook, current, outcome));
    reached.push(...next.filter((each) => !reached.includes(each)));
  }
  return undefined;
}
