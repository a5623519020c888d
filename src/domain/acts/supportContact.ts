import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { isClosed, readProcedure } from "../case/stages.ts";
import type { PersonId } from "../identity.ts";
import { isSpokenFor } from "../intake/together.ts";
import { handlersOf } from "../parties/viewer.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Standing } from "./act.ts";
import { isNamed } from "./endAct.ts";

type Decided = readonly Entry[] | Refusal;

/** To whom the complainant can turn; nobody once that officer has left office or stepped aside. */
export function supportOf(rulebook: Rulebook, roster: Roster, current: Case): PersonId | undefined {
  const { supportContact: contact } = current;
  return contact !== undefined && handlersOf(rulebook, roster, current).includes(contact) ? contact : undefined;
}

/** Who can be the support contact: of those whom the rulebook names, who handle the case, and so have no conflict. */
export function supportPool({ rulebook, roster, current }: Standing): readonly PersonId[] {
  const rule = readProcedure(rulebook, current).support_contact;
  const named = rule === undefined ? [] : holdersOf(rulebook, roster, rule.from);
  return handlersOf(rulebook, roster, current).filter((person) => named.includes(person));
}

/** An officer says: I support. */
export function decideSupport(standing: Standing): Decided {
  const { rulebook, roster, current, caller } = standing;
  const refusal = findNoSupport(standing);
  if (refusal !== undefined) return refusal;
  if (supportOf(rulebook, roster, current) !== undefined) return { refused: "already-done" };
  const clause = readProcedure(rulebook, current).support_contact?.clause ?? "";
  return supportPool(standing).includes(caller)
    ? [{ kind: "support-named", officer: caller }]
    : { refused: "not-your-task", clause };
}

/**
 * The party chooses an officer, without a reason. The officer is told, and whoever it was before.
 * @param newId gives an id for each notice
 */
export function chooseSupport(standing: Standing, officer: PersonId, newId: () => string): Decided {
  const { rulebook, roster, current, viewer } = standing;
  const { support_contact: rule, clause } = readProcedure(rulebook, current);
  const isTheirs = viewer.kind === "party" && !isSpokenFor(current, viewer.party);
  if (!isTheirs || rule === undefined || !isNamed(rule.changeable_by, current, viewer.party))
    return { refused: "not-your-task", clause: rule?.clause ?? clause };
  const refusal = findNoSupport(standing);
  if (refusal !== undefined) return refusal;
  const before = supportOf(rulebook, roster, current);
  if (officer === before) return { refused: "already-done" };
  if (!supportPool(standing).includes(officer)) return { refused: "nothing-here" };
  const told = (person: PersonId, isChosen: boolean): Entry => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "person", person },
    subject: { kind: "support-contact", isChosen },
  });
  return [
    { kind: "support-named", officer },
    told(officer, true),
    ...(before === undefined ? [] : [told(before, false)]),
  ];
}

function findNoSupport({ rulebook, current }: Standing): Refusal | undefined {
  const { support_contact: rule, clause } = readProcedure(rulebook, current);
  if (rule !== undefined && !isClosed(rulebook, current)) return undefined;
  return { refused: "not-at-this-stage", stage: current.stage.stage, clause: rule?.clause ?? clause };
}
