import { Temporal } from "temporal-polyfill";

import { decisionNotices, notifiedAt } from "../../domain/case/inform.ts";
import { challengeWindow } from "../../domain/challenges/window.ts";
import type { Cast } from "./cast.ts";
import type { TourFacts } from "./tourFacts.ts";

// What has happened in a case, as far as a tour asks.

export const isFiled = ({ current }: TourFacts): boolean => current !== undefined;

/** Somebody leads it, and the complainant has been written to. */
export const isAcknowledged = ({ current }: TourFacts): boolean =>
  current?.notices.some(({ subject }) => subject.kind === "acknowledgement") === true;

export const isPast =
  (stage: string) =>
  ({ current }: TourFacts): boolean =>
    current?.concluded.some((one) => one.stage === stage) === true;

export const isBriefApproved = ({ current }: TourFacts): boolean =>
  current?.briefs.some((brief) => brief.approvedBy !== undefined) === true;

export const isBriefDrafted = ({ current }: TourFacts): boolean => (current?.briefs.length ?? 0) > 0;

export const hasSteppedAside = ({ current }: TourFacts): boolean => (current?.recused.length ?? 0) > 0;

export const isDecided = ({ current }: TourFacts): boolean => current?.decision !== undefined;

/** Somebody tried to close the vote while it was inquorate. */
export const wasInquorate = ({ vote }: TourFacts): boolean => vote?.wasRefused === true;

/** Enough members have come to the vote, in time. */
export const isQuorate = ({ vote }: TourFacts): boolean => vote !== undefined && vote.result.kind !== "inquorate";

/** The decision carries a sanction that lapses by itself. */
export function hasTerm({ rulebook, current }: TourFacts): boolean {
  const sanction = current?.decision?.sanction;
  return sanction !== undefined && rulebook.sanctions[sanction]?.kind === "dated";
}

const partyNotices = ({ current }: TourFacts) =>
  (current === undefined ? [] : decisionNotices(current)).flatMap(({ to, delivered }) =>
    to.kind === "party" ? [{ party: to.party, delivered }] : [],
  );

/** Every party has the decision in writing. */
export function isToldToParties(facts: TourFacts): boolean {
  const notices = partyNotices(facts);
  return notices.length > 0 && notices.every(({ delivered }) => delivered !== undefined);
}

/** The first moment after which no party can challenge the decision so any more; undefined while a window has not begun. */
export function findWindowsEnd(facts: TourFacts, challenge: string): Temporal.Instant | undefined {
  const { rulebook, current } = facts;
  if (current === undefined || !isToldToParties(facts)) return undefined;
  const ends = partyNotices(facts).flatMap(({ party }) => {
    const notified = notifiedAt(current, party);
    return notified === undefined ? [] : (challengeWindow(rulebook, challenge, notified)?.closes ?? []);
  });
  return ends.toSorted((a, b) => Temporal.Instant.compare(a, b)).at(-1);
}

/** Those who vote before the chair have voted in the vote that is open. */
export const haveVoted = ({ vote }: TourFacts, { voters }: Cast): boolean =>
  vote?.isOpen === true && voters.every(({ account }) => vote.voted.includes(account));

/** The case follows this procedure. */
export const goesBy =
  (procedure: string) =>
  ({ current }: TourFacts): boolean =>
    current?.procedure === procedure;

export const hasLapsed = ({ current }: TourFacts): boolean => (current?.lapsed.length ?? 0) > 0;
