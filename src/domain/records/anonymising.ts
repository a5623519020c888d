import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { isTold } from "../case/told.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { NoticeId, PartyId, PersonId } from "../identity.ts";
import { mayLearnOfLateness } from "../parties/escalation.ts";
import { handlersOf } from "../parties/viewer.ts";
import { holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";
import { endedAt, imposedIn, stands } from "../sanctions/record.ts";
import { dayOfRetention, forgottenAt, retentionOf } from "./retention.ts";

/** So many days before it is done it is announced; and a second time the day before. */
const NOTICE_DAYS = 7;

/** What is to be done now about the records of a case that is over. */
export type AnonymisingStep =
  | { readonly kind: "nothing" }
  | { readonly kind: "tell"; readonly entries: readonly Entry[] }
  /** The words go; of the parties these stay. */
  | { readonly kind: "erase-words"; readonly stay: readonly string[] }
  | { readonly kind: "erase-all" };

const nothing: AnonymisingStep = { kind: "nothing" };

/**
 * The next step towards anonymising a case, looked at once a day: it is announced a week before, a second time the day before, and done
 * when both have arrived; each on a day of its own, however far the clock jumps. What is left of it because of a sanction goes when that
 * has ended, without being announced again.
 * @param parties the people who are parties
 * @param newId gives an id for each notice
 */
export function anonymisingStep(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  parties: readonly PersonId[],
  now: Temporal.Instant,
  newId: () => NoticeId,
): AnonymisingStep {
  const retention = retentionOf(rulebook, current);
  if (retention === undefined || current.records.held !== undefined || isAwaited(rulebook, current, now))
    return nothing;
  const today = localDay(rulebook, now);
  const hasCome = (moment: Temporal.Instant | undefined) =>
    moment !== undefined && Temporal.Instant.compare(moment, now) <= 0;
  if (current.records.isErased) return hasCome(retention.all) && !isTelling(current) ? { kind: "erase-all" } : nothing;
  const from = dayOfRetention(rulebook, retention.words);
  const { told } = current.records;
  const [first, last] = [told.find(({ isLast }) => !isLast), told.find(({ isLast }) => isLast)];
  const tell = (on: Temporal.PlainDate, isLast: boolean): AnonymisingStep => {
    const people = keepersOf(rulebook, roster, current, parties);
    if (people.length === 0) return nothing;
    const notices = people.map((person): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "person", person },
      subject: { kind: "anonymising", on: on.toString(), isLast },
    }));
    return { kind: "tell", entries: [{ kind: "anonymising-told", on: on.toString(), isLast }, ...notices] };
  };
  if (first === undefined) {
    const earliest = today.add({ days: NOTICE_DAYS });
    if (Temporal.PlainDate.compare(earliest, from) < 0) return nothing;
    return tell(laterOf(earliest, from), false);
  }
  const isToldOn = ({ at }: { readonly at: Temporal.Instant }) => localDay(rulebook, at).equals(today);
  if (last === undefined) {
    const tomorrow = today.add({ days: 1 });
    if (isToldOn(first) || Temporal.PlainDate.compare(tomorrow, Temporal.PlainDate.from(first.on)) < 0) return nothing;
    return tell(tomorrow, true);
  }
  const isItsDay = Temporal.PlainDate.compare(Temporal.PlainDate.from(last.on), today) <= 0;
  if (isToldOn(last) || !isItsDay || !hasCome(retention.words) || !hasArrived(current, last.on)) return nothing;
  // Whoever is still to be told something is known until it has reached them.
  if (isTelling(current)) return nothing;
  if (hasCome(retention.all)) return { kind: "erase-all" };
  return { kind: "erase-words", stay: whoIsRemembered(rulebook, current, now) };
}

const laterOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a);

/** Whether the procedure waits for somebody outside, who has not answered. */
function isAwaited(rulebook: Rulebook, current: Case, now: Temporal.Instant): boolean {
  const today = localDay(rulebook, now).toString();
  return current.records.referrals.some(
    ({ answered, waitsUntil }) => answered === undefined && waitsUntil !== undefined && waitsUntil >= today,
  );
}

/** Whether somebody has still to be told something: of whom it is about would be known no more. */
const isTelling = (current: Case) =>
  current.notices.some((notice) => !isTold(current, notice) && notice.failed === undefined);

/** Whether somebody was reached by the last announcement. */
const hasArrived = ({ notices }: Case, on: string) =>
  notices.some(
    ({ subject, delivered }) =>
      subject.kind === "anonymising" && subject.isLast && subject.on === on && delivered !== undefined,
  );

/** Whom it is announced to: those who handle the case, and those who are answerable for the records and may know of it. */
export function keepersOf(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  parties: readonly PersonId[],
): readonly PersonId[] {
  const owners = holdersOf(rulebook, roster, rulebook.records.owner);
  const handlers = handlersOf(rulebook, roster, current).filter((person) =>
    Object.values(roster).some((people) => people.includes(person)),
  );
  return [...new Set(handlers.length > 0 ? handlers : owners)].filter((person) =>
    mayLearnOfLateness(rulebook, roster, current, person, parties),
  );
}

/** Whose sanction has not ended: they are known by it until it has. */
export function whoStays(rulebook: Rulebook, current: Case): readonly PartyId[] {
  const isRunning = remembered(rulebook, current).filter(
    (each) => endedAt(each) === undefined && !each.hasLapsed && each.done === undefined,
  );
  return [...new Set(isRunning.map(({ party }) => party.party))];
}

/** Whose sanction has not ended, or is remembered for as long as the rules say after it has. */
function whoIsRemembered(rulebook: Rulebook, current: Case, now: Temporal.Instant): readonly PartyId[] {
  const kept = remembered(rulebook, current).filter((each) => {
    const forgotten = forgottenAt(rulebook, each);
    return forgotten === undefined || Temporal.Instant.compare(now, forgotten) < 0;
  });
  return [...new Set([...whoStays(rulebook, current), ...kept.map(({ party }) => party.party)])];
}

/** The sanctions of a case that hold, or held, for some time. */
const remembered = (rulebook: Rulebook, current: Case) =>
  imposedIn(rulebook, current).filter(
    (each) => stands(each) && !["instant", "referral"].includes(rulebook.sanctions[each.sanction]?.kind ?? ""),
  );
