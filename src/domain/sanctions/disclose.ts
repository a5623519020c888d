import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { Disclosed } from "../case/noticeSubject.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { NoticeId, PartyId, PersonId, SanctionId } from "../identity.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { endedAt, holdsAt, imposedIn } from "./record.ts";
import type { Imposed } from "./record.ts";

/** To whom a sanction is disclosed so that it is kept, and what they are told; undefined where nobody is told. */
export function disclosureRule(rulebook: Rulebook, sanction: SanctionId) {
  const rule = rulebook.sanctions[sanction];
  return rule?.kind === "dated" ? rule.disclose : undefined;
}

/**
 * The notices to those who see to it that a sanction is kept, as far as they are missing: when it begins, when what they were told is no
 * longer so, and when it has ended. Nobody who is a party in the case is among them.
 * @param parties the people who are parties in the case
 * @param newId gives an id for each notice
 */
export function missingDisclosures(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  party: PartyId,
  parties: readonly PersonId[],
  at: Temporal.Instant,
  newId: () => NoticeId,
): readonly Entry[] {
  const own = imposedIn(rulebook, current).filter((imposed) => imposed.party.party === party);
  return own.flatMap((imposed): readonly Entry[] => {
    const told = toldOf(current, imposed);
    const wider = missingWider(rulebook, current, imposed, at, newId);
    const isKept = disclosureRule(rulebook, imposed.sanction) !== undefined;
    const subject = missing(rulebook, imposed, told.at(-1)?.subject, at, isKept);
    const rule = disclosureRule(rulebook, imposed.sanction);
    const holders = rule === undefined ? [] : holdersOf(rulebook, roster, rule.to);
    const people = subject?.what === "ends" ? told.map(({ person }) => person) : holders;
    if (subject === undefined) return wider;
    const kept = [...new Set(people)]
      .filter((person) => !parties.includes(person))
      .map((person): Entry => ({
        kind: "notice-sent",
        notice: newId(),
        to: { kind: "person", person },
        subject: { kind: "disclosure", ...subject },
      }));
    return [...kept, ...wider];
  });
}

/** Whoever learned of it because somebody approved that is told when it is no longer so, and when it has ended. */
function missingWider(
  rulebook: Rulebook,
  current: Case,
  imposed: Imposed,
  at: Temporal.Instant,
  newId: () => NoticeId,
): readonly Entry[] {
  const { decision, party } = imposed;
  const approved = current.consents.disclosures.filter(
    (each) => each.isApproved === true && each.decision === decision.id && each.party === party.party,
  );
  return approved.flatMap(({ disclosure, to: person }): readonly Entry[] => {
    const last = current.notices.findLast(
      ({ subject }) => subject.kind === "wider-disclosure" && subject.disclosure === disclosure,
    )?.subject;
    if (last?.kind !== "wider-disclosure") return [];
    const isKept = (rulebook.sanctions[imposed.sanction]?.bars.length ?? 0) > 0;
    const subject = missing(rulebook, imposed, last, at, isKept);
    // What has ended once is not told anew: that was approved for what held then.
    if (subject === undefined || subject.what === "begins") return [];
    const { kind: _, ...told } = { ...last, ...subject };
    return [
      {
        kind: "notice-sent",
        notice: newId(),
        to: { kind: "person", person },
        subject: { kind: "wider-disclosure", ...told },
      },
    ];
  });
}

interface Told {
  readonly person: PersonId;
  readonly subject: Disclosed;
}

function toldOf(current: Case, { decision, party }: Imposed): readonly Told[] {
  return current.notices.flatMap(({ to, subject }) =>
    to.kind === "person" &&
    subject.kind === "disclosure" &&
    subject.decision === decision.id &&
    subject.party === party.party
      ? [{ person: to.person, subject }]
      : [],
  );
}

/** What has to be told now, after what was told last. */
function missing(
  rulebook: Rulebook,
  imposed: Imposed,
  last: Disclosed | undefined,
  at: Temporal.Instant,
  isKeptStill: boolean,
): Disclosed | undefined {
  const isKnown = last !== undefined && last.what !== "ends";
  // An appeal may have put something in its place that nobody has to keep.
  const isKept = imposed.from !== undefined && isKeptStill;
  if (isKnown && !isKept) return { ...last, what: "ends" };
  if (imposed.from === undefined) return undefined;
  const ends = endedAt(imposed) ?? imposed.until;
  const now: Omit<Disclosed, "what"> = {
    party: imposed.party.party,
    decision: imposed.decision.id,
    sanction: imposed.sanction,
    from: localDay(rulebook, imposed.from).toString(),
    until: ends === undefined ? undefined : localDay(rulebook, ends).toString(),
  };
  if (!holdsAt(imposed, at)) return isKnown ? { ...now, what: "ends" } : undefined;
  if (!isKnown) return { ...now, what: "begins" };
  const isSame = last.sanction === now.sanction && last.from === now.from && last.until === now.until;
  return isSame ? undefined : { ...now, what: "changes" };
}
