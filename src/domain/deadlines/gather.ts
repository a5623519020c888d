import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { NoticeId, PersonId } from "../identity.ts";
import { handlersOf, leadOf } from "../parties/viewer.ts";
import type { Roster } from "../roster.ts";

/** Who is reminded by these entries: those by name, and of a reminder in the officers' room whoever leads the case, or each officer. */
export function remindedBy(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  entries: readonly Entry[],
): readonly PersonId[] {
  const people = entries.flatMap((entry): readonly PersonId[] => {
    if (entry.kind !== "notice-sent") return [];
    if (isForOfficers(entry)) return officersByName(rulebook, roster, current);
    const isReminder = entry.subject.kind === "reminder" || entry.subject.kind === "escalation";
    return isReminder && entry.to.kind === "person" ? [entry.to.person] : [];
  });
  return [...new Set(people)];
}

/**
 * The same entries with each reminder in the officers' room sent to those whose it is by name, where one of them is reminded in several
 * cases at once: these become one message.
 * @param busy who is reminded in several cases
 * @param newId gives an id for each notice
 */
export function byName(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  entries: readonly Entry[],
  busy: ReadonlySet<PersonId>,
  newId: () => NoticeId,
): readonly Entry[] {
  const officers = officersByName(rulebook, roster, current);
  if (!officers.some((person) => busy.has(person))) return entries;
  return entries.flatMap((entry): readonly Entry[] => {
    if (entry.kind !== "notice-sent" || !isForOfficers(entry)) return [entry];
    return officers.map((person) => ({ ...entry, notice: newId(), to: { kind: "person", person } }));
  });
}

const isForOfficers = ({ to, subject }: Extract<Entry, { kind: "notice-sent" }>) =>
  subject.kind === "reminder" && to.kind === "room" && to.purpose === "officers";

function officersByName(rulebook: Rulebook, roster: Roster, current: Case): readonly PersonId[] {
  const lead = leadOf(rulebook, roster, current);
  return lead === undefined ? handlersOf(rulebook, roster, current) : [lead];
}
