import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case, Notice } from "../case/case.ts";
import { readStage } from "../case/stages.ts";
import type { BodyId, PersonId } from "../identity.ts";
import type { Roster } from "../roster.ts";
import type { Deadline } from "./deadline.ts";
import { toldOf } from "./ladder.ts";
import { ownersByName, ownersOf } from "./owners.ts";
import type { Owned } from "./owners.ts";

/** Whose something is: of people by name, of all officers of the case, or of a body. */
export type Whose =
  | { readonly kind: "people"; readonly people: readonly PersonId[] }
  | { readonly kind: "officers" }
  | { readonly kind: "body"; readonly body: BodyId };

/** Whose a deadline is. */
export function whoseIs(rulebook: Rulebook, roster: Roster, current: Case, deadline: Owned): Whose {
  const people = ownersByName(rulebook, roster, current, deadline);
  if (people.length > 0) return { kind: "people", people };
  const stage = readStage(rulebook, current);
  const isBoards = ownersOf(rulebook, roster, current, deadline).some(
    (to) => to.kind === "room" && to.purpose === "board",
  );
  return isBoards && stage.kind === "vote" && stage.owner.kind === "body"
    ? { kind: "body", body: stage.owner.id }
    : { kind: "officers" };
}

/** Who was told before somebody on the ladder that the same is late, in the order in which they were told. */
export function toldBefore(
  current: Case,
  notice: Notice,
  deadline: Pick<Deadline, "key" | "day">,
): readonly PersonId[] {
  const earlier = toldOf(current, deadline).filter(({ notice: other }) => !other.sent.equals(notice.sent));
  const people = earlier.flatMap(({ notice: { to } }) => (to.kind === "person" ? [to.person] : []));
  return [...new Set(people)];
}
