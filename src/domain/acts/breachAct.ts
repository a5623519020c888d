import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import { chairsAt } from "../case/decide.ts";
import type { Entry } from "../case/entry.ts";
import { readProcedure } from "../case/stages.ts";
import type { DecisionId, PartyId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { canBeBroken, consequencesOf, findExtendable } from "../sanctions/breaches.ts";
import { holdsAt, imposedIn, reachedAt } from "../sanctions/record.ts";
import type { Imposed } from "../sanctions/record.ts";
import type { Act, Standing } from "./act.ts";
import { findMayNotLift } from "./liftAct.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type Decided = readonly Entry[] | Refusal;

/** The sanction of one person that an act names. */
export function findImposed(
  rulebook: Rulebook,
  current: Case,
  { decision, party }: { readonly decision: DecisionId; readonly party: PartyId },
): Imposed | undefined {
  return imposedIn(rulebook, current).find((each) => each.decision.id === decision && each.party.party === party);
}

/**
 * Keeps that a sanction was not kept, and which of the consequences follows that the rulebook names; none where it names none. Hearing the
 * case again begins at once. That it holds longer is said by whoever imposed it, and a new report is filed by somebody: neither comes by
 * itself.
 * @param newId gives an id for the breach and for each notice
 */
export function decideBreach(standing: Standing, act: Of<"record-breach">, newId: () => string): Decided {
  const { rulebook, current, at } = standing;
  const imposed = findImposed(rulebook, current, act);
  if (imposed === undefined) return { refused: "nothing-here" };
  const { decision, party, consequence, statement } = act;
  const { sanction } = imposed;
  const clause = rulebook.non_compliance?.clause ?? rulebook.sanctions[sanction]?.clause ?? "";
  if (!canBeBroken(imposed, reachedAt(current, party, imposed.decision), at))
    return { refused: "not-begun", sanction, clause };
  const consequences = consequencesOf(rulebook, current, imposed, at);
  if (consequence === undefined ? consequences.length > 0 : !consequences.includes(consequence))
    return { refused: "not-this-consequence", consequences, clause };
  const breach = newId();
  const recorded: Entry = { kind: "sanction-breached", breach, decision, party, sanction, consequence, statement };
  if (consequence === "rehear") return [recorded, { kind: "reheard", breach, stage: imposed.decision.stage }];
  if (consequence !== "extend") return [recorded];
  return [
    recorded,
    ...imposersOf(standing, imposed).map((person): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "person", person },
      subject: { kind: "sanction-breached", decision, sanction },
    })),
  ];
}

/** The chairs of the body that imposed a sanction; nobody where those who handle the case did: they know. */
export function imposersOf({ rulebook, roster, current, parties }: Standing, { decision }: Imposed) {
  const stage = readProcedure(rulebook, current).stages[decision.stage];
  if (decision.vote === undefined || stage?.kind !== "vote") return [];
  return chairsAt(rulebook, roster, current, stage, parties);
}

/** Makes a sanction longer that was not kept: whoever imposed it does, once for each breach that asks for it. */
export function decideProlong(standing: Standing, act: Of<"prolong">): Decided {
  const { rulebook, current, at } = standing;
  const imposed = findImposed(rulebook, current, act);
  if (imposed === undefined) return { refused: "nothing-here" };
  const notTheirs = findMayNotLift(standing, imposed.decision);
  if (notTheirs !== undefined) return notTheirs;
  const breach = findExtendable(current, imposed);
  const { decision, party, by, reasons } = act;
  const { sanction } = imposed;
  const clause = rulebook.non_compliance?.clause ?? "";
  if (breach === undefined || !holdsAt(imposed, at)) return { refused: "no-breach", sanction, clause };
  if (by.amount === 0) return { refused: "no-length", sanction, clause };
  return [{ kind: "sanction-prolonged", breach: breach.breach, decision, party, sanction, by, reasons }];
}
