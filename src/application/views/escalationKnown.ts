import type { Case, Notice } from "../../domain/case/case.ts";
import { deadlinesOf } from "../../domain/deadlines/deadline.ts";
import { toldBefore, whoseIs } from "../../domain/deadlines/whose.ts";
import type { Whose } from "../../domain/deadlines/whose.ts";
import { handlersOf } from "../../domain/parties/viewer.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { nameOf } from "../house.ts";
import type { House } from "../house.ts";

/** What somebody on the ladder is told beside that a case is late. */
export interface EscalationKnown {
  /** Whose it is that is late: the names of people, all officers, or a body. */
  readonly whose:
    | { readonly kind: "people"; readonly names: readonly string[] }
    | Extract<Whose, { kind: "officers" | "body" }>;
  /** What those are called who were told before, the first first. */
  readonly before: readonly string[];
  /** Whether it is told to somebody who handles the case, and may know what it is that is late. */
  readonly isOfficers: boolean;
}

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
  return {
    whose: whose.kind === "people" ? { kind: "people", names: named(whose.people) } : whose,
    before: named(toldBefore(current, notice, deadline)),
    isOfficers: handlersOf(rulebook, house.roster, current).includes(to.person),
  };
}
