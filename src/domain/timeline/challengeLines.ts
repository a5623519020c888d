import type { Rulebook } from "../../rulebook/rulebook.ts";
import { isSameSelector } from "../case/briefs.ts";
import type { Case } from "../case/case.ts";
import type { NoticeSubject } from "../case/noticeSubject.ts";
import type { PartyEntry } from "../case/party.ts";
import { readChallengeRule } from "../challenges/challenge.ts";
import type { Challenge } from "../challenges/challenge.ts";
import type { ChallengeEntry, ChallengeId } from "../challenges/entry.ts";
import { isOutside } from "../challenges/whoHears.ts";
import type { ChallengeHappening } from "./happening.ts";

/**
 * Whether those who handle a case are told of a challenge: it was written to them, or to an office outside whose post they hand on; it is
 * heard at a stage of the case; or it has been decided. Of any other nobody learns but those it was written to.
 */
export function isKnownToOfficers(rulebook: Rulebook, challenge: Challenge): boolean {
  if (challenge.judged.some(({ next }) => next !== undefined)) return true;
  if (challenge.decided !== undefined && challenge.decided.how !== "opinion") return true;
  const rule = readChallengeRule(rulebook, challenge);
  const to = rule.addressed_to[challenge.to];
  if (to === undefined || isOutside(rule, challenge.to)) return true;
  return !("all_of" in to) && isSameSelector(to, rulebook.intake.report.to);
}

/** What those who handle the case see of what happens to challenges. */
export function challengeToOfficers(
  rulebook: Rulebook,
  current: Case,
  entry: ChallengeEntry,
): ChallengeHappening | undefined {
  const challenge = findChallenge(current, entry.challenge);
  return challenge !== undefined && isKnownToOfficers(rulebook, challenge) ? happeningOf(challenge, entry) : undefined;
}

/** What a party sees of what happens to its own challenges. */
export function challengeToParty(
  current: Case,
  entry: ChallengeEntry,
  party: PartyEntry,
): ChallengeHappening | undefined {
  const challenge = findChallenge(current, entry.challenge);
  if (challenge === undefined || challenge.party !== party.party) return undefined;
  const isOwn =
    entry.kind === "challenge-lodged" || entry.kind === "challenge-judged" || entry.kind === "challenge-decided";
  return isOwn ? happeningOf(challenge, entry) : undefined;
}

/** Of a notice about a challenge of which those who handle the case may not know, they are not told that it was sent. */
export function isHiddenFromOfficers(rulebook: Rulebook, current: Case, subject: NoticeSubject): boolean {
  if (!("challenge" in subject)) return false;
  const challenge = findChallenge(current, subject.challenge);
  return challenge === undefined || !isKnownToOfficers(rulebook, challenge);
}

/** For whom a case is drawn: those who handle it, or one of its parties. */
export type CourseViewer =
  | { readonly kind: "handler" }
  | { readonly kind: "party"; readonly party: PartyEntry; readonly isAuthor: boolean };

/** The challenges of which a viewer may know: a party of its own, those who handle the case of those that they are told of. */
export function challengesKnownTo(rulebook: Rulebook, current: Case, viewer: CourseViewer): readonly Challenge[] {
  return current.challenges.filter((challenge) =>
    viewer.kind === "party" ? challenge.party === viewer.party.party : isKnownToOfficers(rulebook, challenge),
  );
}

const findChallenge = (current: Case, id: ChallengeId) => current.challenges.find((each) => each.id === id);

function happeningOf({ rule }: Challenge, entry: ChallengeEntry): ChallengeHappening {
  switch (entry.kind) {
    case "challenge-lodged":
    case "challenge-consulted":
    case "challenge-told-first":
      return { kind: entry.kind, rule };
    case "challenge-judged":
      return { kind: entry.kind, rule, isHeard: entry.isHeard };
    case "challenge-names":
      return { kind: entry.kind, rule, step: entry.step };
    case "challenge-decided":
      return { kind: entry.kind, rule, how: entry.how, sanction: entry.sanction };
  }
}
