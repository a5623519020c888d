import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { Addressee, ChangedTo, SanctionChange } from "../case/noticeSubject.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { DecisionId, NoticeId, PartyId } from "../identity.ts";
import type { Cause, Ledger } from "./ledger.ts";
import { imposedIn } from "./record.ts";
import type { Imposed } from "./record.ts";

/** What other decisions did to the sanction that one decision imposed, the first of them first. */
function changesTo(ledger: Ledger, decision: DecisionId): readonly SanctionChange[] {
  const chains = ledger.held.map(({ because }) => because).filter(([first]) => first?.ruling === decision);
  const longest = chains.reduce<readonly Cause[]>((most, each) => (each.length > most.length ? each : most), []);
  return longest.flatMap((cause) => changeOf(cause) ?? []);
}

function changeOf({ kind, sanction, at, became, until }: Cause): SanctionChange | undefined {
  return kind === "imposed" ? undefined : { kind, by: sanction, at, sanction: became, until };
}

/** What a decision does to sanctions that the person has from others. */
export function changesBy(ledger: Ledger, decision: DecisionId): readonly (SanctionChange & Pick<ChangedTo, "was">)[] {
  // What was extended after a conversion names the conversion too: each is counted once, by the decision that imposed it.
  const found = new Map<string, SanctionChange & Pick<ChangedTo, "was">>();
  for (const { because } of ledger.held)
    for (const [i, cause] of because.entries()) {
      const change = changeOf(cause);
      const was = because[i - 1]?.became;
      if (change !== undefined && was !== undefined && cause.ruling === decision)
        found.set(because[0]?.ruling ?? "", { ...change, was });
    }
  return [...found.values()];
}

/**
 * What the file of a case does not say yet of what other decisions did to its sanctions on one person: the entries that are missing, with
 * the notices to the person and the officers where the rulebook has them told when it ends. None once they are recorded.
 * @param newId gives an id for each notice
 */
export function missingChanges(
  rulebook: Rulebook,
  current: Case,
  party: PartyId,
  ledger: Ledger,
  newId: () => NoticeId,
): readonly Entry[] {
  return imposedIn(rulebook, current)
    .filter((imposed) => imposed.party.party === party && imposed.decision.quashed === undefined)
    .flatMap((imposed): readonly Entry[] => {
      const decision = imposed.decision.id;
      const changes = changesTo(ledger, decision);
      if (isSame(changes, imposed.changes)) return [];
      const subject = { kind: "sanction-changed", ...changedTo(rulebook, imposed, changes) } as const;
      const isLonger = subject.change === "prolonged";
      const told = isLonger ? everybodyOf(current, imposed) : toldOfEnd(rulebook, current, subject.sanction, imposed);
      return [
        { kind: "sanction-changed", decision, party, changes },
        ...told.map((to): Entry => ({ kind: "notice-sent", notice: newId(), to, subject })),
      ];
    });
}

function changedTo(rulebook: Rulebook, imposed: Imposed, changes: readonly SanctionChange[]): ChangedTo {
  const last = changes.at(-1);
  const isMore = changes.length > imposed.changes.length;
  const until = last === undefined ? imposed.untilAtFirst : last.until;
  return {
    change: last === undefined || !isMore ? "restored" : last.kind,
    was: imposed.sanction,
    sanction: last?.sanction ?? imposed.imposed,
    until: until === undefined ? undefined : localDay(rulebook, until).toString(),
  };
}

/** Whom it always concerns: the person, the officers of the case. */
function everybodyOf(current: Case, { party: { party, role } }: Imposed): readonly Addressee[] {
  const officers = current.handlers.map((person): Addressee => ({ kind: "person", person }));
  return [{ kind: "party", party, role }, ...officers];
}

/** Whom the rulebook has told when a sanction ends, or its end moves: the person, the officers of the case. */
export function toldOfEnd(
  rulebook: Rulebook,
  current: Case,
  sanction: string,
  { party: { party, role } }: Pick<Imposed, "party">,
): readonly Addressee[] {
  const rule = rulebook.sanctions[sanction];
  const tell = rule?.kind === "dated" ? rule.on_lapse : [];
  const person: Addressee = { kind: "party", party, role };
  const officers = current.handlers.map((officer): Addressee => ({ kind: "person", person: officer }));
  return [...(tell.includes("inform_person") ? [person] : []), ...(tell.includes("inform_council") ? officers : [])];
}

function isSame(some: readonly SanctionChange[], others: readonly SanctionChange[]): boolean {
  return some.length === others.length && some.every((each, i) => isSameChange(each, others[i]));
}

function isSameChange(one: SanctionChange, other: SanctionChange | undefined): boolean {
  if (other === undefined || one.kind !== other.kind || one.by !== other.by || one.sanction !== other.sanction)
    return false;
  return one.at.equals(other.at) && isSameMoment(one.until, other.until);
}

const isSameMoment = (one: Temporal.Instant | undefined, other: Temporal.Instant | undefined) =>
  one === undefined || other === undefined ? one === other : one.equals(other);
