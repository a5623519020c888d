import { partiesOf } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { readProcedure } from "../case/stages.ts";
import type { PartyId, SanctionId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import { classesIn, meantFor } from "../sanctions/classes.ts";
import { isOver } from "../sanctions/interim.ts";
import type { InterimRule } from "../sanctions/interim.ts";
import { imposedIn } from "../sanctions/record.ts";
import type { Act, Standing } from "./act.ts";

type Impose = Extract<Act, { kind: "impose-interim" }>;

/**
 * Imposes a sanction while the case is handled: by whoever the rulebook names for that, of those who handle the case, on a ground of its
 * list. The person is told at once, and with that learns of the case.
 * @param newId gives an id for what is imposed and for the notice
 */
export function decideImpose(standing: Standing, act: Impose, newId: () => string): readonly Entry[] | Refusal {
  const { rulebook, current } = standing;
  const refusal = findMayNotImpose(standing, act.sanction);
  if (refusal !== undefined) return refusal;
  const rules = imposableBy(standing).filter(({ sanction }) => sanction === act.sanction);
  const [rule] = rules;
  const respondent = partiesOf(current, "respondent").find(({ party }) => party === act.party);
  if (rule === undefined || respondent === undefined) return { refused: "nothing-here" };
  const grounds = rules.flatMap((each) => each.grounds);
  if (!grounds.includes(act.ground)) return { refused: "not-this-ground", grounds, clause: rule.clause };
  const { sanction, ground, party, reasons } = act;
  const notMeant = findNotMeantFor(standing, act, rule.clause);
  if (notMeant !== undefined) return notMeant;
  const isImposed = imposedIn(rulebook, current).some(
    ({ interim, lifted, party: whose }) =>
      interim?.sanction === sanction && whose.party === party && interim.ended === undefined && lifted === undefined,
  );
  if (isImposed) return { refused: "already-done" };
  const decision = newId();
  return [
    { kind: "interim-imposed", decision, party, sanction, ground, reasons, vote: undefined },
    {
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "party", party, role: respondent.role },
      subject: { kind: "interim", decision, sanction, ground, reasons },
    },
  ];
}

/** The rules by which somebody alone may impose a sanction while the case is handled. */
export function imposableBy({ rulebook, roster, current, caller }: Standing): readonly InterimRule[] {
  return ofOffices(readProcedure(rulebook, current).interim).filter(({ by }) =>
    holdersOf(rulebook, roster, by).includes(caller),
  );
}

/** Why something cannot be imposed on somebody: it is meant for people of other classes, as far as anybody knows. */
export function findNotMeantFor(
  { rulebook, current, classes = {} }: Standing,
  { sanction, party }: { readonly sanction: SanctionId; readonly party: PartyId },
  clause: string,
): Refusal | undefined {
  const own = classesIn(current, classes)[party] ?? [];
  const isMeant = meantFor(rulebook, [sanction], [own]).length > 0;
  return isMeant ? undefined : { refused: "sanction-not-offered", sanctions: [], clause };
}

/** Those by which no body votes. */
const ofOffices = (rules: readonly InterimRule[]) => rules.filter(({ vote }) => vote === undefined);

function findMayNotImpose(standing: Standing, sanction: SanctionId): Refusal | undefined {
  const { rulebook, current } = standing;
  const procedure = readProcedure(rulebook, current);
  const [named] = ofOffices(procedure.interim).filter((rule) => rule.sanction === sanction || sanction === "");
  if (named === undefined) return { refused: "no-interim", clause: procedure.clause };
  if (!imposableBy(standing).some((rule) => rule.sanction === sanction))
    return { refused: "not-your-task", clause: named.clause };
  if (isOver(rulebook, current))
    return { refused: "not-at-this-stage", stage: current.stage.stage, clause: named.clause };
  const [respondent] = partiesOf(current, "respondent");
  return respondent === undefined ? { refused: "nobody-to-impose-on", clause: named.clause } : undefined;
}
