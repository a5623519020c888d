import type { Rulebook } from "../../rulebook/rulebook.ts";
import { openVote } from "../case/case.ts";
import type { Case, Notice } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { isHandEntry } from "../case/handEntries.ts";
import type { HandEntry } from "../case/handEntries.ts";
import { isHearingEntry } from "../case/hearingEntries.ts";
import type { Addressee, NoticeSubject } from "../case/noticeSubject.ts";
import { isChallengeEntry } from "../challenges/afterChallenge.ts";
import type { ChallengeEntry } from "../challenges/entry.ts";
import { localDay } from "../deadlines/calendar.ts";
import { isRecordEntry } from "../records/entry.ts";
import { imposedIn } from "../sanctions/record.ts";
import { challengeToOfficers, isHiddenFromOfficers } from "./challengeLines.ts";
import { consentHappening } from "./consentHappening.ts";
import { decidedHappening } from "./decidedHappening.ts";
import { evidenceHappening } from "./evidenceHappening.ts";
import { handHappening } from "./handHappening.ts";
import type { Addressed, Happening } from "./happening.ts";
import { deadlineKind, gistOf, receivedHappening } from "./happening.ts";
import { recordHappening } from "./recordHappening.ts";
import type { Step, Told } from "./step.ts";

/**
 * What those who handle the case see of an entry: that it happened, and who of the organisation did it. Of the vote they see that there
 * was one, and what was decided by it; not who made ready to vote while it was open, as that person votes in the next minute [V-04].
 */
export function toOfficers({ rulebook, recorded, before, current }: Step): Told | undefined {
  const { by, entry } = recorded;
  if (entry.kind === "cleared" && openVote(before) !== undefined) return undefined;
  const person = by.kind === "person" ? by.person : undefined;
  if (isChallengeEntry(entry)) {
    const happening = challengeToOfficers(rulebook, current, entry);
    return happening === undefined ? undefined : { happening, by: person };
  }
  const subject = subjectOf(entry, before.notices);
  if (subject !== undefined && isHiddenFromOfficers(rulebook, current, subject)) return undefined;
  if (isHandEntry(entry)) return { happening: handHappening(entry, current), by: person };
  return { happening: happeningOf(rulebook, entry, before.notices, current), by: person };
}

function subjectOf(entry: Entry, notices: readonly Notice[]): NoticeSubject | undefined {
  if (entry.kind === "notice-sent") return entry.subject;
  return "notice" in entry ? notices.find(({ id }) => id === entry.notice)?.subject : undefined;
}

type OtherEntry = Exclude<Entry, ChallengeEntry | HandEntry>;

function happeningOf(rulebook: Rulebook, entry: OtherEntry, notices: readonly Notice[], current: Case): Happening {
  if (isRecordEntry(entry)) return recordHappening(rulebook, entry);
  if (isHearingEntry(entry)) return "on" in entry ? { kind: entry.kind, on: entry.on } : { kind: entry.kind };
  switch (entry.kind) {
    case "received":
      return receivedHappening(rulebook, entry);
    case "room-refused":
      return { kind: "room-refused", purpose: entry.purpose };
    case "task-done":
      return { kind: "task-done", task: entry.task };
    case "summoned":
      return { kind: "summoned", attempt: entry.attempt, on: entry.on };
    case "stage-concluded":
      return {
        kind: "stage-concluded",
        stage: entry.stage,
        outcome: entry.outcome,
        next: entry.next,
        because: entry.because,
      };
    case "deadline-extended":
      return extendedHappening(entry);
    case "step-planned":
      return { kind: "step-planned", on: entry.on };
    case "more-asked":
      return { kind: "more-asked", until: entry.until };
    case "joining-answered":
      return { kind: "joining-answered", isJoining: entry.isJoining };
    case "lateness-judged":
      return { kind: "lateness-judged", isTaken: entry.isTaken };
    case "step-done":
    case "answered":
    case "announced":
    case "taken":
    case "support-named":
    case "decisions-replaced":
    case "noted":
    case "brief-drafted":
    case "brief-approved":
    case "cleared":
    case "recused":
      return { kind: entry.kind };
    case "consensus-called":
      return { kind: "consensus-called", isLonger: entry.away !== undefined };
    case "motion-put":
      return { kind: "motion-put", motion: undefined };
    case "tie-decided":
    case "vote-closed":
      return { kind: entry.kind, motion: undefined, result: undefined };
    case "decided":
    case "decided-by-officers":
      return decidedHappening(rulebook, current);
    case "referred":
      return { kind: "referred", next: entry.next };
    case "notice-sent":
      return { kind: "notice-sent", to: addressedOf(entry.to), ...gistOf(entry.subject) };
    case "notice-delivered":
      return {
        kind: "notice-delivered",
        ...aboutNotice(notices, entry.notice),
        on: entry.how === "by-hand" || entry.how === "deemed" ? localDay(rulebook, entry.when).toString() : undefined,
      };
    case "notice-failed":
    case "notice-seen":
      return { kind: entry.kind, ...aboutNotice(notices, entry.notice) };
    case "sanction-condition":
      return { kind: entry.kind, condition: entry.condition, isMet: entry.isMet };
    case "sanction-lapsed":
    case "sanction-lifted":
    case "interim-asked":
    case "interim-imposed":
    case "interim-ended":
    case "sanction-reviewed":
    case "sanction-task-done":
    case "sanction-breached":
    case "sanction-prolonged":
      return { kind: entry.kind, sanction: entry.sanction };
    case "reheard":
      return { kind: "reheard", stage: entry.stage };
    case "kept-apart":
    case "apart-ended":
    case "contact-noted":
    case "relay-asked":
    case "wording-shown":
    case "relay-passed":
    case "relay-held":
    case "relay-closed":
      return { kind: entry.kind };
    case "relay-answered":
      return { kind: entry.statement === undefined ? "relay-declined" : "relay-answered" };
    case "wording-answered":
      return { kind: entry.isAgreed ? "wording-agreed" : "wording-refused" };
    case "agreement-asked":
    case "agreement-left":
      return { kind: entry.kind };
    case "agreement-answered":
      return { kind: entry.isAgreed ? "agreement-given" : "agreement-withheld" };
    case "scope-judged":
      return { kind: entry.kind, situation: entry.situation };
    case "choice-made":
      return { kind: entry.kind, outcome: entry.outcome };
    case "body-asked":
    case "question-put":
    case "question-answered":
    case "answer-returned":
    case "question-dropped":
    case "finding-made":
      return { kind: entry.kind };
    case "witness-asked":
    case "witness-answered":
    case "witness-released":
    case "evidence-given":
    case "evidence-set-aside":
    case "evidence-opened":
      return evidenceHappening(entry);
    case "own-voice":
    case "submission-returned":
      return { kind: entry.kind };
    case "sanction-confirmed":
    case "confirmation-put":
    case "confirmation-voted":
    case "disclosure-asked":
    case "disclosure-answered":
    case "group-named":
    case "class-named":
      return consentHappening(entry, current);
    case "sanction-changed":
      return changedHappening(rulebook, entry, current);
  }
}

function extendedHappening({ deadline, until }: Extract<Entry, { kind: "deadline-extended" }>): Happening {
  const [, about = "", task] = deadline.split(":");
  const due = deadlineKind(deadline);
  return { kind: "deadline-extended", due, about: due === "appeal" ? about : (task ?? about), until };
}

/** What a sanction is now, by which kind of decision; where nothing changes it any more, what it was at first. */
function changedHappening(
  rulebook: Rulebook,
  { decision, changes }: Extract<Entry, { kind: "sanction-changed" }>,
  current: Case,
): Happening {
  const last = changes.at(-1);
  const imposed = imposedIn(rulebook, current).find((each) => each.decision.id === decision);
  const until = last === undefined ? imposed?.untilAtFirst : last.until;
  return {
    kind: "sanction-changed",
    sanction: last?.sanction ?? imposed?.imposed ?? "",
    by: last?.by,
    isLonger: last?.kind === "prolonged",
    until: until === undefined ? undefined : localDay(rulebook, until).toString(),
  };
}

/** @throws when no such notice was sent before */
function aboutNotice(notices: readonly Notice[], id: string) {
  const notice = notices.find((each) => each.id === id);
  if (notice === undefined) throw new Error(`The notice ${id} arrived or failed without having been sent.`);
  return { to: addressedOf(notice.to), ...gistOf(notice.subject) };
}

function addressedOf(to: Addressee): Addressed {
  switch (to.kind) {
    case "party":
      return to.role;
    case "room":
      return to.purpose;
    case "person":
      return "person";
  }
}
