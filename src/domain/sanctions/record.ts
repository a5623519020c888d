import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { partiesOf } from "../case/case.ts";
import type { Case, Decision } from "../case/case.ts";
import type { PartyEntry, SanctionChange } from "../case/entry.ts";
import { notifiedAt } from "../case/inform.ts";
import type { SanctionId, StatementId } from "../identity.ts";
import type { Ruling } from "./ledger.ts";
import { termOf } from "./term.ts";

/** A sanction that was imposed on one person, as the file of its case says that it stands. */
export interface Imposed {
  readonly decision: Decision;
  readonly party: PartyEntry;
  /** What was decided. */
  readonly imposed: SanctionId;
  /** What it is now, after everything other decisions did to it. */
  readonly sanction: SanctionId;
  readonly changes: readonly SanctionChange[];
  readonly lifted: { readonly at: Temporal.Instant; readonly reasons: StatementId } | undefined;
  /** The moment from which it holds; undefined while the decision has not reached the person, and for what is done at once. */
  readonly from: Temporal.Instant | undefined;
  /** The first moment at which it no longer holds; undefined without a last day. */
  readonly until: Temporal.Instant | undefined;
  /** Until when it was to hold when it was imposed. */
  readonly untilAtFirst: Temporal.Instant | undefined;
  readonly hasLapsed: boolean;
}

/** The sanctions that a case imposed, one for each person; of one that was imposed twice the last counts. */
export function imposedIn(rulebook: Rulebook, current: Case): readonly Imposed[] {
  return partiesOf(current, "respondent").flatMap((party) =>
    current.decisions.flatMap((decision) => imposedOn(rulebook, current, party, decision) ?? []),
  );
}

function imposedOn(rulebook: Rulebook, current: Case, party: PartyEntry, decision: Decision): Imposed | undefined {
  const imposed = decision.sanction;
  const isLast = current.decisions.findLast(({ sanction }) => sanction === imposed) === decision;
  const rule = imposed === undefined ? undefined : rulebook.sanctions[imposed];
  if (imposed === undefined || rule === undefined || !isLast) return undefined;
  const isOfThis = (each: { readonly decision: string; readonly party: string }) =>
    each.decision === decision.id && each.party === party.party;
  const notified = notifiedAt(current, party.party, decision);
  const term = termOf(rulebook, rule, { made: decision.made, notified, lasts: decision.lasts });
  const changes = current.changed.find(isOfThis)?.changes ?? [];
  const last = changes.at(-1);
  const untilAtFirst = term.kind === "running" ? term.until : undefined;
  const [sanction, until] = last === undefined ? [imposed, untilAtFirst] : [last.sanction, last.until];
  const lift = current.lifted.find(isOfThis);
  return {
    decision,
    party,
    imposed,
    sanction,
    changes,
    lifted: lift === undefined ? undefined : { at: lift.at, reasons: lift.reasons },
    from: term.kind === "running" || term.kind === "standing" ? term.from : undefined,
    until,
    untilAtFirst,
    hasLapsed: current.lapsed.some(
      (lapse) =>
        lapse.sanction === sanction &&
        (lapse.party === undefined || lapse.party === party.party) &&
        until !== undefined &&
        lapse.effective.equals(until),
    ),
  };
}

/** Whether a sanction holds at a moment, by what the file says. */
export function holdsAt({ from, until, lifted }: Imposed, at: Temporal.Instant): boolean {
  if (from === undefined || Temporal.Instant.compare(from, at) > 0) return false;
  const ends = lifted === undefined ? until : lifted.at;
  return ends === undefined || Temporal.Instant.compare(at, ends) < 0;
}

/** What a case decided about one person, for the ledger of that person. */
export function rulingsOf(rulebook: Rulebook, current: Case, party: string): readonly Ruling[] {
  return imposedIn(rulebook, current)
    .filter((each) => each.party.party === party)
    .map(({ decision, imposed, lifted }) => ({
      id: decision.id,
      sanction: imposed,
      rulebook,
      made: decision.made,
      notified: notifiedAt(current, party, decision),
      lasts: decision.lasts,
      isQuashed: false,
      lifted: lifted?.at,
    }));
}
