import type { Rulebook } from "../../rulebook/rulebook.ts";
import { acrossFrom, apartClause, apartRule, apartSince, sidesOf, toldOfApart } from "../case/apart.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { PartyEntry } from "../case/party.ts";
import { flagsOf } from "../intake/flags.ts";
import type { Refusal } from "../refusal.ts";
import { holdersOf } from "../roster.ts";
import { conditionRule } from "../sanctions/conditions.ts";
import { isOver } from "../sanctions/interim.ts";
import { endedAt, imposedIn } from "../sanctions/record.ts";
import { isTold } from "../timeline/partyLines.ts";
import type { Act, Standing } from "./act.ts";

export type ApartAct = Extract<Act, { kind: "keep-apart" | "end-apart" | "note-contact" }>;
type Decided = readonly Entry[] | Refusal;

/** Both sides are kept apart, and no longer; that somebody wrote to the other side all the same is noted. */
export function decideApartAct(standing: Standing, act: ApartAct, newId: () => string): Decided {
  const { rulebook, current } = standing;
  const clause = apartClause(rulebook, current);
  const isApart = apartSince(current) !== undefined;
  switch (act.kind) {
    case "keep-apart":
      return keepApart(standing, act.reasons);
    case "end-apart":
      if (!isApart) return { refused: "nothing-due", clause };
      return findNotDecider(standing) ?? endApart(current, act.reasons, newId);
    case "note-contact":
      if (!isApart) return { refused: "nothing-due", clause };
      return sidesOf(current).some(({ party }) => party === act.party)
        ? [{ kind: "contact-noted", party: act.party, statement: act.statement }]
        : { refused: "nothing-here" };
  }
}

/** The parties are told by what follows: each once they know of the case. */
function keepApart(standing: Standing, reasons: string): Decided {
  const { rulebook, current } = standing;
  const { stage } = current.stage;
  const clause = apartClause(rulebook, current);
  const notDecider = findNotDecider(standing);
  if (notDecider !== undefined) return notDecider;
  if (isOver(rulebook, current)) return { refused: "not-at-this-stage", stage, clause };
  if (apartSince(current) !== undefined) return { refused: "already-done" };
  const [side] = sidesOf(current);
  if (side === undefined || acrossFrom(current, side.party).length === 0) return { refused: "nobody-across", clause };
  return [{ kind: "kept-apart", reasons }];
}

/** Of those who handle the case whoever the rulebook names for it. */
function findNotDecider({ rulebook, roster, current, caller }: Standing): Refusal | undefined {
  const rule = apartRule(rulebook, current);
  if (rule === undefined) return { refused: "no-keeping-apart", clause: apartClause(rulebook, current) };
  const isNamed = holdersOf(rulebook, roster, rule.decided_by).includes(caller);
  return isNamed ? undefined : { refused: "not-your-task", clause: rule.clause };
}

/** Everybody who was told that they are kept apart is told that they no longer are. */
function endApart(current: Case, reasons: string | undefined, newId: () => string): readonly Entry[] {
  const told = sidesOf(current).filter((party) => toldOfApart(current, party) !== undefined);
  return [
    { kind: "apart-ended", reasons },
    ...told.map((party) => toParty(party, { kind: "apart-ended", isOver: reasons === undefined }, newId)),
  ];
}

const toParty = (
  { party, role }: PartyEntry,
  subject: Extract<Entry, { kind: "notice-sent" }>["subject"],
  newId: () => string,
): Entry => ({ kind: "notice-sent", notice: newId(), to: { kind: "party", party, role }, subject });

/**
 * What follows by itself: each side is told as soon as it may know of the case, and with the case it ends. Nothing once that is recorded.
 * @param newId gives an id for each notice
 */
export function apartFollows(rulebook: Rulebook, current: Case, newId: () => string): readonly Entry[] {
  if (apartSince(current) === undefined) return [];
  if (isOver(rulebook, current)) return endApart(current, undefined, newId);
  return sidesOf(current)
    .filter((party) => isTold(current, party) && toldOfApart(current, party) === undefined)
    .map((party) => toParty(party, { kind: "kept-apart" }, newId));
}

/** What of a sanction keeps both sides apart, under the name that rulebooks have for it. */
const NO_CONTACT = "no_contact";

/** Whether keeping both sides apart suggests itself: because of what was reported, or of a sanction that holds. */
export function offersApart(rulebook: Rulebook, current: Case): boolean {
  const isImposed = imposedIn(rulebook, current).some(
    (imposed) =>
      endedAt(imposed) === undefined &&
      (imposed.interim === undefined
        ? imposed.decision.conditions?.some(({ condition }) => condition === NO_CONTACT) === true
        : conditionRule(rulebook, imposed.sanction)?.throughout.includes(NO_CONTACT) === true),
  );
  return isImposed || flagsOf(rulebook, current).includes("offer_no_contact");
}
