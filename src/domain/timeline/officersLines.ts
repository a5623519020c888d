import type { Rulebook } from "../../rulebook/rulebook.ts";
import { openVote } from "../case/case.ts";
import type { Case, Notice } from "../case/case.ts";
import type { Addressee, Entry } from "../case/entry.ts";
import { localDay } from "../deadlines/calendar.ts";
import { imposedIn } from "../sanctions/record.ts";
import { decidedHappening } from "./decidedHappening.ts";
import type { Addressed, Happening } from "./happening.ts";
import { gistOf } from "./happening.ts";
import type { Step, Told } from "./step.ts";

/**
 * What those who handle the case see of an entry: that it happened, and who of the organisation did it. Of the vote they see that there
 * was one, and what was decided by it; not who made ready to vote while it was open, as that person votes in the next minute [V-04].
 */
export function toOfficers({ rulebook, recorded, before, current }: Step): Told | undefined {
  const { by, entry } = recorded;
  if (entry.kind === "cleared" && openVote(before) !== undefined) return undefined;
  return {
    happening: happeningOf(rulebook, entry, before.notices, current),
    by: by.kind === "person" ? by.person : undefined,
  };
}

function happeningOf(rulebook: Rulebook, entry: Entry, notices: readonly Notice[], current: Case): Happening {
  switch (entry.kind) {
    case "room-refused":
      return { kind: "room-refused", purpose: entry.purpose };
    case "task-done":
      return { kind: "task-done", task: entry.task };
    case "summoned":
      return { kind: "summoned", attempt: entry.attempt, on: entry.on };
    case "stage-concluded":
      return { kind: "stage-concluded", stage: entry.stage, outcome: entry.outcome, next: entry.next };
    case "received":
    case "announced":
    case "taken":
    case "support-named":
    case "noted":
    case "brief-drafted":
    case "brief-approved":
    case "cleared":
    case "recused":
      return { kind: entry.kind };
    case "motion-put":
      return { kind: "motion-put", motion: undefined };
    case "vote-closed":
      return { kind: "vote-closed", motion: undefined, result: undefined };
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
        on: entry.how === "by-hand" ? localDay(rulebook, entry.when).toString() : undefined,
      };
    case "notice-failed":
    case "notice-seen":
      return { kind: entry.kind, ...aboutNotice(notices, entry.notice) };
    case "sanction-lapsed":
    case "sanction-lifted":
      return { kind: entry.kind, sanction: entry.sanction };
    case "sanction-changed":
      return changedHappening(rulebook, entry, current);
  }
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
