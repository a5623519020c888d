import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { partiesOf } from "../case/case.ts";
import type { Case, Decision } from "../case/case.ts";
import { notifiedAt } from "../case/inform.ts";
import type { SanctionChange } from "../case/noticeSubject.ts";
import type { PartyEntry } from "../case/party.ts";
import type { Interim } from "../case/sanctionEntries.ts";
import type { PartyId, SanctionId, StatementId } from "../identity.ts";
import { confirmationOf, effectiveMoments } from "./confirmation.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Ruling } from "./ledger.ts";
import { restsNow } from "./rests.ts";
import { termOf } from "./term.ts";
import type { Term } from "./term.ts";

/** What imposed a sanction: a decision on the complaint, or an interim sanction by itself. */
export type Imposing = Pick<
  Decision,
  "id" | "made" | "stage" | "vote" | "sanction" | "lasts" | "scope" | "conditions" | "quashed"
>;

/** A sanction that was imposed on one person, as the file of its case says that it stands. */
export interface Imposed {
  readonly decision: Imposing;
  /** What was imposed while the case is handled; undefined where the complaint was decided with it. */
  readonly interim: Interim | undefined;
  readonly party: PartyEntry;
  /** What was decided. */
  readonly imposed: SanctionId;
  /** What it is now, after everything other decisions did to it. */
  readonly sanction: SanctionId;
  readonly changes: readonly SanctionChange[];
  /** What somebody else has said of it who has to agree; undefined where nobody has to. */
  readonly confirmation: Confirmation | undefined;
  readonly lifted: { readonly at: Temporal.Instant; readonly reasons: StatementId } | undefined;
  /**
   * The moment from which it holds; undefined while the decision has not reached the person, while somebody else has to agree who has not,
   * and for what is done at once.
   */
  readonly from: Temporal.Instant | undefined;
  /** The first moment at which it no longer holds; undefined without a last day. */
  readonly until: Temporal.Instant | undefined;
  /** Until when it was to hold when it was imposed. */
  readonly untilAtFirst: Temporal.Instant | undefined;
  readonly hasLapsed: boolean;
  /** Whether it rests, because an appeal against it is not decided yet. */
  readonly rests: boolean;
  /** When it was looked at again and went on, the first first. */
  readonly reviewed: readonly Temporal.Instant[];
  /** When what had to be done was done. */
  readonly done: Temporal.Instant | undefined;
}

/**
 * The sanctions that a case imposed, one for each person; of one that was decided twice the last counts, as soon as it is in force where the
 * first still is.
 */
export function imposedIn(rulebook: Rulebook, current: Case): readonly Imposed[] {
  return partiesOf(current, "respondent").flatMap((party) => [
    ...current.kept.interims
      .filter((interim) => interim.party === party.party)
      .flatMap((interim) => imposedOn(rulebook, current, party, imposingOf(interim), interim) ?? []),
    ...withoutReplaced(
      current.decisions.flatMap((decision) => {
        const known = isAwaitingPlace(rulebook, current, party, decision)
          ? { ...decision, quashed: undefined }
          : decision;
        return imposedOn(rulebook, current, party, known, undefined) ?? [];
      }),
    ),
  ]);
}

/**
 * Whether something is void only because something else that lasts was decided in its place, which does not hold for the person yet: until
 * it does, the first goes on, as nobody learns by what they may do again what was decided about them.
 */
function isAwaitingPlace(rulebook: Rulebook, current: Case, party: PartyEntry, { replacedBy }: Decision): boolean {
  const next = current.decisions.find(({ id }) => id === replacedBy);
  const imposed = next === undefined ? undefined : imposedOn(rulebook, current, party, next, undefined);
  if (imposed === undefined || imposed.decision.quashed !== undefined || imposed.confirmation?.kind === "refused")
    return false;
  const rule = rulebook.sanctions[imposed.imposed];
  return rule !== undefined && "from" in rule && imposed.from === undefined;
}

/** Of what was decided on one person those that count: nobody is free of what holds because it was decided again and has not reached them. */
function withoutReplaced(imposed: readonly Imposed[]): readonly Imposed[] {
  return imposed.filter((each, i) => {
    const isSame = ({ decision: { sanction, quashed } }: Imposed) =>
      sanction === each.imposed && (quashed === undefined) === (each.decision.quashed === undefined);
    const again = imposed.slice(i + 1).filter(isSame);
    return again.length === 0 || (isInForce(each) && !again.some(isInForce));
  });
}

const isInForce = (imposed: Imposed) => imposed.from !== undefined && stands(imposed);

const imposingOf = ({ decision: id, at: made, stage, vote, sanction }: Interim): Imposing => ({
  id,
  made,
  stage,
  vote,
  sanction,
  lasts: undefined,
});

/** When what imposed a sanction reached a party; undefined while it has not. */
export function reachedAt(current: Case, party: PartyId, imposing: Imposing): Temporal.Instant | undefined {
  const decision = current.decisions.find(({ id }) => id === imposing.id);
  if (decision !== undefined) return notifiedAt(current, party, decision);
  return current.notices.find(
    ({ subject, to }) =>
      subject.kind === "interim" && subject.decision === imposing.id && to.kind === "party" && to.party === party,
  )?.delivered?.when;
}

function imposedOn(
  rulebook: Rulebook,
  current: Case,
  party: PartyEntry,
  decision: Imposing,
  interim: Interim | undefined,
): Imposed | undefined {
  const imposed = decision.sanction;
  const rule = imposed === undefined ? undefined : rulebook.sanctions[imposed];
  if (imposed === undefined || rule === undefined) return undefined;
  const isOfThis = (each: { readonly decision: string; readonly party: string }) =>
    each.decision === decision.id && each.party === party.party;
  const notified = reachedAt(current, party.party, decision);
  const confirmation = interim === undefined ? confirmationOf(rulebook, current, decision) : undefined;
  const moments = effectiveMoments({ made: decision.made, notified, lasts: decision.lasts }, confirmation);
  const term: Term = moments === undefined ? { kind: "waiting" } : termOf(rulebook, rule, moments);
  const changes = current.changed.find(isOfThis)?.changes ?? [];
  const last = changes.at(-1);
  const untilAtFirst = term.kind === "running" ? term.until : undefined;
  const [sanction, end] = last === undefined ? [imposed, untilAtFirst] : [last.sanction, last.until];
  const refused = confirmation?.kind === "refused" ? confirmation.at : undefined;
  const until = refused === undefined ? end : earliest(refused, end);
  const lift = current.lifted.find(isOfThis);
  return {
    decision,
    interim,
    party,
    imposed,
    sanction,
    changes,
    confirmation,
    lifted: lift === undefined ? undefined : { at: lift.at, reasons: lift.reasons },
    from: term.kind === "running" || term.kind === "standing" ? term.from : undefined,
    until,
    untilAtFirst,
    rests: restsNow(rulebook, current, decision.id),
    hasLapsed: current.lapsed.some(
      (lapse) =>
        lapse.sanction === sanction &&
        (lapse.party === undefined || lapse.party === party.party) &&
        until !== undefined &&
        lapse.effective.equals(until),
    ),
    reviewed: current.kept.reviews.filter(isOfThis).map((review) => review.at),
    done: current.kept.done.find((task) => isOfThis(task) && task.sanction === sanction)?.at,
  };
}

const earliest = (one: Temporal.Instant, other: Temporal.Instant | undefined) =>
  other === undefined || Temporal.Instant.compare(one, other) <= 0 ? one : other;

/** When it was ended before its last day, or the decision became void; undefined while it was not. */
export const endedAt = ({
  lifted,
  interim,
  decision,
}: Pick<Imposed, "lifted" | "interim" | "decision">): Temporal.Instant | undefined =>
  decision.quashed ?? lifted?.at ?? interim?.ended?.at;

/** Whether what was decided stands: it is not void, and nobody has refused or has still to give what it does not hold without. */
export function stands({ decision, confirmation }: Pick<Imposed, "decision" | "confirmation">): boolean {
  if (decision.quashed !== undefined || confirmation?.kind === "refused") return false;
  return confirmation?.kind !== "pending" || confirmation.before === "in_force";
}

/** Whether a sanction holds at a moment, by what the file says. */
export function holdsAt(imposed: Imposed, at: Temporal.Instant): boolean {
  const { from } = imposed;
  if (imposed.rests || from === undefined || Temporal.Instant.compare(from, at) > 0) return false;
  const ends = endedAt(imposed) ?? imposed.until;
  return ends === undefined || Temporal.Instant.compare(at, ends) < 0;
}

/** What a case decided about one person, for the ledger of that person. */
export function rulingsOf(rulebook: Rulebook, current: Case, party: string): readonly Ruling[] {
  return imposedIn(rulebook, current)
    .filter((each) => each.party.party === party)
    .map((each) => ({
      id: each.decision.id,
      sanction: each.imposed,
      rulebook,
      made: each.decision.made,
      notified: reachedAt(current, party, each.decision),
      lasts: each.decision.lasts,
      isQuashed: each.decision.quashed !== undefined,
      rests: each.rests,
      lifted: endedAt(each),
      confirmation: each.confirmation,
      scope: each.decision.scope,
      prolonged: current.kept.prolonged.filter(
        (longer) => longer.decision === each.decision.id && longer.party === party,
      ),
    }));
}
