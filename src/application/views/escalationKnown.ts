import type { Case, Notice } from "../../domain/case/case.ts";
import { deadlinesOf } from "../../domain/deadlines/deadline.ts";
import { toldBefore, whoseIs } from "../../domain/deadlines/whose.ts";
import { handlersOf } from "../../domain/parties/viewer.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";
import type { EscalationKnown } from "./escalation.ts";

/** What a notice to somebody on the ladder says; undefined for any other, and once what it is about is not late any more. */
export function escalationKnown(
  house: House,
  rulebook: Rulebook,
  current: Case,
  notice: Notice,
): EscalationKnown | undefined {
  const { subject, to } = notice;
  if (subject.kind !== "escalation" || to.kind !== "person") return undefined;
  const deadline = deadlinesOf(rulebook, current).find(
    ({ key, day }) => key === subject.deadline && day.toString() === subject.day,
  );
  if (deadline === undefined) return undefined;
  const named = (people: readonly string[]) => people.map((person) => nameOf(house, person));
  const whose = whoseIs(rulebook, house.roster, current, deadline);
  const isOfficers = handlersOf(rulebook, house.roster, current).includes(to.person);
  return {
    whose: whose.kind === "people" ? { kind: "people", names: named(whose.people) } : whose,
    before: isOfficers ? named(toldBefore(current, notice, deadline)) : [],
    isOfficers,
  };
}
