import type { Rulebook } from "../../rulebook/rulebook.ts";
import { findApprovedBrief } from "../case/briefs.ts";
import type { Case } from "../case/case.ts";
import type { Addressee } from "../case/entry.ts";
import { readStage } from "../case/stages.ts";
import type { PersonId } from "../identity.ts";
import { leadOf } from "../parties/viewer.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import type { Deadline } from "./deadline.ts";

/** Who is reminded of a deadline: those whom its rule names, otherwise the room of the body that owns the stage, or each officer. */
export function ownersOf(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  deadline: { readonly kind: Deadline["kind"] | "inactivity" },
): readonly Addressee[] {
  if (deadline.kind === "lapse") return each(current.handlers);
  const stage = readStage(rulebook, current);
  if (stage.kind === "closed") return [];
  if (deadline.kind === "limit" || deadline.kind === "inactivity") return [{ kind: "room", purpose: "officers" }];
  // Those who decided without a vote tell of it themselves: whoever would otherwise be reminded does not know of the case.
  const isOfficers = stage.kind === "notify" && current.decision !== undefined && current.decision.vote === undefined;
  if (deadline.kind === "target" && stage.target?.remind !== undefined && !isOfficers) {
    const holders = holdersOf(rulebook, roster, stage.target.remind);
    const reminded = holders.filter((person) => !current.recused.includes(person));
    if (reminded.length > 0) return each(reminded);
  }
  if (stage.kind === "vote" && findApprovedBrief(rulebook, current) !== undefined)
    return [{ kind: "room", purpose: "board" }];
  return [{ kind: "room", purpose: "officers" }];
}

/** The people by name who owe a deadline: the lead, where the officers owe it; nobody where all of them do, or a body. */
export function ownersByName(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  deadline: Pick<Deadline, "kind">,
): readonly PersonId[] {
  const lead = leadOf(rulebook, roster, current);
  return ownersOf(rulebook, roster, current, deadline).flatMap((to): readonly PersonId[] => {
    if (to.kind === "person") return [to.person];
    return to.kind === "room" && to.purpose === "officers" && lead !== undefined ? [lead] : [];
  });
}

const each = (people: readonly PersonId[]): readonly Addressee[] =>
  people.map((person) => ({ kind: "person", person }));
