import { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import { agreementHere, answerOf, askedParties } from "../case/agreements.ts";
import type { Case, Notice } from "../case/case.ts";
import { choiceOpens, choosesAlone, choosing, chosenBy } from "../case/choice.ts";
import type { Entry } from "../case/entry.ts";
import { awaitedWitnesses, takesEvidence } from "../case/evidence.ts";
import type { NoticeSubject } from "../case/noticeSubject.ts";
import type { PartyEntry } from "../case/party.ts";
import { isClosed } from "../case/stages.ts";
import type { AwaitedKind } from "../case/timeEntries.ts";
import type { NoticeId } from "../identity.ts";
import { unanswered } from "../intake/together.ts";
import { addSpan, localDay, subtractSpan, timeOnDay } from "./calendar.ts";
import { deadlinesOf } from "./deadline.ts";

/** Somebody who was asked something by themselves, and has not answered. */
interface Awaited {
  readonly what: AwaitedKind | "choice";
  /** Names the question within its case. */
  readonly about: string;
  readonly party: PartyEntry;
  readonly asked: Temporal.Instant;
  /** The last day for the answer, where silence counts after it. */
  readonly lastDay: Temporal.PlainDate | undefined;
  /** What they are told once more. */
  readonly subject: NoticeSubject;
}

/** Something still to be told of it. */
export interface AwaitedStep extends Awaited {
  readonly step: "again" | "officers";
  readonly at: Temporal.Instant;
}

/** Everybody whose answer is waited for in a case, and whom Redress can ask. */
function awaitedIn(rulebook: Rulebook, current: Case): readonly Awaited[] {
  if (isClosed(rulebook, current)) return [];
  const all = [
    ...choosers(rulebook, current),
    ...witnesses(rulebook, current),
    ...agreeing(rulebook, current),
    ...joining(current),
  ];
  return all.filter(({ party }) => party.hasAccount);
}

function choosers(rulebook: Rulebook, current: Case): readonly Awaited[] {
  const asked = choiceOpens(rulebook, current);
  const { stage } = current.stage;
  const lastDay = deadlinesOf(rulebook, current).find(({ key }) => key === `target:${stage}`)?.day;
  if (asked === undefined || lastDay === undefined) return [];
  const open = choosing(rulebook, current).filter(
    (party) => choosesAlone(current, party) && chosenBy(current, party.party) === undefined,
  );
  const until = lastDay.toString();
  const subject = { kind: "choice-open", stage, until } as const;
  return open.map((party) => ({ what: "choice", about: `${stage}:${party.party}`, party, asked, lastDay, subject }));
}

function witnesses(rulebook: Rulebook, current: Case): readonly Awaited[] {
  if (!takesEvidence(rulebook, current)) return [];
  return awaitedWitnesses(current).flatMap(({ party: id, asked }): readonly Awaited[] => {
    const party = current.parties.find((each) => each.party === id);
    if (party === undefined) return [];
    return [{ what: "witness", about: id, party, asked, lastDay: undefined, subject: { kind: "witness-asked" } }];
  });
}

function agreeing(rulebook: Rulebook, current: Case): readonly Awaited[] {
  const here = agreementHere(current);
  if (here === undefined) return [];
  const { agreement, statement, asked } = here;
  const subject = { kind: "agreement-asked", agreement, statement } as const;
  return askedParties(rulebook, current)
    .filter(({ party }) => answerOf(here, party) === undefined)
    .map((party) => ({
      what: "agreement",
      about: `${agreement}:${party.party}`,
      party,
      asked,
      lastDay: undefined,
      subject,
    }));
}

function joining(current: Case): readonly Awaited[] {
  return unanswered(current).flatMap((party): readonly Awaited[] => {
    const asked = toldOf(current, party, { kind: "join-asked" })[0]?.sent;
    if (asked === undefined) return [];
    return [{ what: "joining", about: party.party, party, asked, lastDay: undefined, subject: { kind: "join-asked" } }];
  });
}

/**
 * What is still to be told of those who have not answered: they are asked once more, and after that those who handle the case learn of it. Where
 * silence counts they read so on the last day on which anybody is reminded of anything before it is over, and it ends by itself. Otherwise
 * both come as long after each other as the rulebook reminds of what is late.
 */
export function awaitedSteps(rulebook: Rulebook, current: Case): readonly AwaitedStep[] {
  return awaitedIn(rulebook, current).flatMap((each): readonly AwaitedStep[] => {
    const { at, overdue_every: every } = rulebook.calendar.reminders;
    const on = againOn(rulebook, each);
    const again = { ...each, step: "again", at: timeOnDay(rulebook, on, at) } as const;
    const officers = { ...each, step: "officers", at: timeOnDay(rulebook, addSpan(rulebook, on, every), at) } as const;
    return [
      ...(isAskedAgain(current, each) ? [] : [again]),
      ...(each.what === "choice" || areOfficersTold(current, each) ? [] : [officers]),
    ];
  });
}

function againOn(rulebook: Rulebook, { asked, lastDay }: Awaited): Temporal.PlainDate {
  const { before, overdue_every: every } = rulebook.calendar.reminders;
  const first = localDay(rulebook, asked);
  if (lastDay === undefined) return addSpan(rulebook, first, every);
  const days = before.map((span) => subtractSpan(rulebook, lastDay, span)).filter((day) => isAfter(day, first));
  return days.toSorted((a, b) => Temporal.PlainDate.compare(a, b)).at(-1) ?? lastDay;
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) > 0;

/** The same as was told a party before, about the same. */
const toldOf = (current: Case, { party }: PartyEntry, subject: NoticeSubject): readonly Notice[] =>
  current.notices.filter(
    (notice) => notice.to.kind === "party" && notice.to.party === party && isSame(notice.subject, subject),
  );

function isSame(one: NoticeSubject, other: NoticeSubject): boolean {
  if (one.kind === "choice-open" && other.kind === "choice-open")
    return one.stage === other.stage && one.until === other.until;
  if (one.kind === "agreement-asked" && other.kind === "agreement-asked") return one.agreement === other.agreement;
  return one.kind === other.kind;
}

const isAskedAgain = (current: Case, { party, subject, asked }: Awaited) =>
  toldOf(current, party, subject).some(({ sent }) => Temporal.Instant.compare(sent, asked) > 0);

const areOfficersTold = ({ notices }: Case, { about }: Awaited) =>
  notices.some(({ subject }) => subject.kind === "not-answered" && subject.about === about);

/**
 * What of that is due now, each once.
 * @param newId gives an id for each notice
 */
export function awaitedDue(
  rulebook: Rulebook,
  current: Case,
  isDue: (moment: Temporal.Instant) => boolean,
  newId: () => NoticeId,
): readonly Entry[] {
  const due = awaitedSteps(rulebook, current).filter(({ at }) => isDue(at));
  return due.flatMap(({ step, what, about, party: { party, role }, subject }): readonly Entry[] => {
    if (step === "again")
      return [{ kind: "notice-sent", notice: newId(), to: { kind: "party", party, role }, subject }];
    if (what === "choice") return [];
    const to = { kind: "room", purpose: "officers" } as const;
    return [{ kind: "notice-sent", notice: newId(), to, subject: { kind: "not-answered", what, about } }];
  });
}
