import type { Notice } from "../../domain/case/case.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import { isClosed } from "../../domain/case/stages.ts";
import { doersOf, tasksOf } from "../../domain/challenges/whoHears.ts";
import { deadlinesOf } from "../../domain/deadlines/deadline.ts";
import type { PersonId } from "../../domain/identity.ts";
import { mayLearnOfLateness } from "../../domain/parties/escalation.ts";
import { keepersOf } from "../../domain/records/anonymising.ts";
import { holdersOf } from "../../domain/roster.ts";
import { disclosureRule } from "../../domain/sanctions/disclose.ts";
import { approversOf } from "../../domain/sanctions/wider.ts";
import { factsOf, peopleBehind } from "../actOnCase.ts";
import type { Facts } from "../actOnCase.ts";
import type { StoredCase } from "../casePorts.ts";
import type { House } from "../house.ts";

/** Whether somebody to whom an office gave a part in the case still has it: who has stepped aside meanwhile is told nothing more. */
export function isConcerned(house: House, stored: StoredCase, subject: Notice["subject"], person: PersonId): boolean {
  // Whoever is to learn of it was named by those who handle the case, and approved.
  if (subject.kind === "wider-disclosure") return !peopleBehind(stored).includes(person);
  if (subject.kind === "anonymising") return isKeeper(house, stored, person);
  if (subject.kind === "escalation-asked") return isAskedOutside(house, stored, subject, person);
  if (subject.kind === "disclosure-asked") return isToApprove(house, stored, subject, person);
  if (subject.kind === "disclosure") return isToKeep(house, stored, subject, person);
  if (subject.kind === "escalation") return isToClimb(house, stored, subject, person);
  if (subject.kind === "gaps") return isToLookAfter(house, stored, person);
  // Once somebody has taken it, nobody is called any more.
  if (subject.kind === "urgent" && foldCase(stored).lead !== undefined) return false;
  const facts = factsOf(house, stored, person);
  if (subject.kind === "challenge-task") return facts !== undefined && isToDo(facts, subject);
  const kind = facts?.viewer.kind;
  return kind === "handler" || kind === "voter";
}

/** Those who keep the records, as long as they may know of the case. */
function isKeeper(house: House, stored: StoredCase, person: PersonId): boolean {
  const rulebook = house.rulebookOf(stored.rulebook);
  return keepersOf(rulebook, house.roster, foldCase(stored), peopleBehind(stored)).includes(person);
}

/** Whoever has become a party since, or has answered, is not asked. */
function isAskedOutside(
  house: House,
  stored: StoredCase,
  { escalation }: Extract<Notice["subject"], { kind: "escalation-asked" }>,
  person: PersonId,
): boolean {
  const current = foldCase(stored);
  const asked = current.records.escalations.find((each) => each.escalation === escalation);
  const rulebook = house.rulebookOf(stored.rulebook);
  return (
    asked?.isTaken === undefined && mayLearnOfLateness(rulebook, house.roster, current, person, peopleBehind(stored))
  );
}

/** Whoever approves it need not know the case; once it was answered nobody else is asked. */
function isToApprove(
  house: House,
  stored: StoredCase,
  { disclosure }: Extract<Notice["subject"], { kind: "disclosure-asked" }>,
  person: PersonId,
): boolean {
  const current = foldCase(stored);
  const asked = current.consents.disclosures.find((each) => each.disclosure === disclosure);
  if (asked === undefined || asked.isApproved !== undefined) return false;
  const rulebook = house.rulebookOf(stored.rulebook);
  return approversOf(rulebook, house.roster, current, asked.by, peopleBehind(stored)).includes(person);
}

/** What somebody else has done meanwhile nobody is told to do. */
function isToDo(
  facts: Facts,
  { challenge: id, task }: Extract<Notice["subject"], { kind: "challenge-task" }>,
): boolean {
  const challenge = facts.current.challenges.find((each) => each.id === id);
  if (challenge === undefined || !tasksOf(facts, challenge).includes(task)) return false;
  return doersOf(facts, challenge, task).includes(facts.caller);
}

/** An officer who does not handle the case is told where nobody else in office does. */
function isToLookAfter(house: House, stored: StoredCase, person: PersonId): boolean {
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  if (isClosed(rulebook, current)) return false;
  return mayLearnOfLateness(rulebook, house.roster, current, person, peopleBehind(stored)) && house.people.has(person);
}

/** Whoever is on the ladder need not know the case; of what is not late any more nobody is told. */
function isToClimb(
  house: House,
  stored: StoredCase,
  { deadline, day }: Extract<Notice["subject"], { kind: "escalation" }>,
  person: PersonId,
): boolean {
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  const isLate = deadlinesOf(rulebook, current).some((each) => each.key === deadline && each.day.toString() === day);
  const mayKnow = mayLearnOfLateness(rulebook, house.roster, current, person, peopleBehind(stored));
  return isLate && mayKnow && house.people.has(person);
}

/** Whoever sees to it that sanctions are kept knows of no case; that one has ended is told to whoever was told of it. */
function isToKeep(
  house: House,
  stored: StoredCase,
  { sanction, what }: Extract<Notice["subject"], { kind: "disclosure" }>,
  person: PersonId,
): boolean {
  if (what === "ends") return true;
  const rulebook = house.rulebookOf(stored.rulebook);
  const rule = disclosureRule(rulebook, sanction);
  return rule !== undefined && holdersOf(rulebook, house.roster, rule.to).includes(person);
}
