import { isAuthor } from "../case/case.ts";
import type { Case, Notice } from "../case/case.ts";
import { isHandEntry } from "../case/handEntries.ts";
import { isHearingEntry } from "../case/hearingEntries.ts";
import type { Addressee } from "../case/noticeSubject.ts";
import type { PartyEntry } from "../case/party.ts";
import { isChallengeEntry } from "../challenges/afterChallenge.ts";
import { localDay } from "../deadlines/calendar.ts";
import { isRecordEntry } from "../records/entry.ts";
import { challengeToParty } from "./challengeLines.ts";
import { stageClause } from "./clauseOf.ts";
import { gistOf, receivedHappening } from "./happening.ts";
import type { Step, Told } from "./step.ts";

/** Whether a party may know of the case: whoever filed it does; anybody else once something was sent to that party [V-02]. */
export function isTold(current: Case, party: PartyEntry): boolean {
  return isAuthor(current, party) || ownNotices(current, party).length > 0;
}

/** Everything that was sent to a party. */
export function ownNotices(current: Case, party: PartyEntry): readonly Notice[] {
  return current.notices.filter((notice) => isOwn(notice.to, party));
}

const isOwn = (to: Addressee, party: PartyEntry) => to.kind === "party" && to.party === party.party;

/**
 * What a party who may know of the case sees of an entry: what was sent to that party, who leads the case, and which step it has come to.
 * Nothing of what was sent to others, of the brief, of who votes, or of what was put and decided before the party is told [V-01].
 */
export function toParty({ rulebook, recorded, before, current }: Step, party: PartyEntry): Told | undefined {
  const { by, entry } = recorded;
  if (isChallengeEntry(entry)) {
    const happening = challengeToParty(current, entry, party);
    return happening === undefined ? undefined : { happening };
  }
  if (isRecordEntry(entry)) return undefined;
  if (isHandEntry(entry)) return undefined;
  if (isHearingEntry(entry)) return undefined;
  switch (entry.kind) {
    case "received":
      return isAuthor(current, party)
        ? { happening: receivedHappening(rulebook, entry) }
        : { happening: { kind: "received" } };
    case "taken":
      return { happening: { kind: "taken" }, by: by.kind === "person" ? by.person : undefined };
    case "stage-concluded":
    case "decided":
    case "decided-by-officers":
    case "referred": {
      const clause = stageClause(rulebook, current, entry.next);
      return { happening: { kind: "moved", stage: entry.next }, clause };
    }
    case "reheard": {
      const clause = stageClause(rulebook, current, entry.stage);
      return { happening: { kind: "moved", stage: entry.stage }, clause };
    }
    case "notice-sent":
      return isOwn(entry.to, party) ? { happening: { kind: "told", ...gistOf(entry.subject) } } : undefined;
    case "notice-delivered": {
      const notice = ownNotices(before, party).find((each) => each.id === entry.notice);
      if (notice === undefined) return undefined;
      const on =
        entry.how === "by-hand" || entry.how === "deemed" ? localDay(rulebook, entry.when).toString() : undefined;
      return { happening: { kind: "reached", on, ...gistOf(notice.subject) } };
    }
    case "support-named":
    case "joining-answered":
    case "announced":
    case "room-refused":
    case "task-done":
    case "noted":
    case "summoned":
    case "deadline-extended":
    case "step-planned":
    case "step-done":
    case "more-asked":
    case "lateness-judged":
    case "answered":
    case "brief-drafted":
    case "brief-approved":
    case "cleared":
    case "recused":
    case "motion-put":
    case "consensus-called":
    case "tie-decided":
    case "vote-closed":
    case "notice-failed":
    case "notice-seen":
    case "sanction-confirmed":
    case "confirmation-put":
    case "confirmation-voted":
    case "disclosure-asked":
    case "disclosure-answered":
    case "witness-asked":
    case "witness-answered":
    case "witness-released":
    case "kept-apart":
    case "apart-ended":
    case "contact-noted":
    case "relay-asked":
    case "relay-answered":
    case "wording-shown":
    case "wording-answered":
    case "relay-passed":
    case "relay-held":
    case "relay-closed":
    case "agreement-asked":
    case "agreement-answered":
    case "agreement-left":
    case "choice-made":
    case "body-asked":
    case "question-put":
    case "question-answered":
    case "answer-returned":
    case "question-dropped":
    case "scope-judged":
    case "finding-made":
    case "evidence-given":
    case "evidence-set-aside":
    case "evidence-opened":
    case "own-voice":
    case "submission-returned":
    case "group-named":
    case "class-named":
    case "decisions-replaced":
    case "sanction-lapsed":
    case "sanction-changed":
    case "sanction-lifted":
    case "interim-asked":
    case "interim-imposed":
    case "interim-ended":
    case "sanction-reviewed":
    case "sanction-task-done":
    case "sanction-condition":
    case "sanction-breached":
    case "sanction-prolonged":
      return undefined;
  }
}
