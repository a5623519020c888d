import type { Rulebook } from "../../rulebook/rulebook.ts";
import { partiesOf } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import { readStage } from "../case/stages.ts";
import type { PartyId, PersonId } from "../identity.ts";
import { attributeKey } from "../roster.ts";
import type { Roster } from "../roster.ts";

/** To which outside each respondent belongs, such as the university where they study; nothing of whom nobody knows it. */
export type Belonging = Readonly<Record<PartyId, readonly string[]>>;

/** To which of the externals somebody belongs, as the rulebook says whose they are and the roster what the person is. */
export function externalsOf({ externals }: Rulebook, roster: Roster, person: PersonId): readonly string[] {
  return Object.entries(externals).flatMap(([id, { of }]) => {
    if (of === undefined) return [];
    const isTheirs = Object.entries(of).every(
      ([attribute, value]) => roster[attributeKey(attribute, value)]?.includes(person) === true,
    );
    return isTheirs ? [id] : [];
  });
}

/** The externals that a selector of a task or an outcome names. */
export const externalsIn = (tells: readonly { readonly kind: string }[]): readonly string[] =>
  tells.flatMap((each) => (each.kind === "external" && "id" in each ? [String(each.id)] : []));

/**
 * Who is told of those whom the rulebook names: for each respondent their own; all of those of whom one is told, as whoever tells them
 * chooses, for a respondent of whom it is not known. The same ones once.
 * @param named the externals that the rulebook names
 */
export function groupsOf(
  current: Case,
  named: readonly string[],
  belonging: Belonging,
): readonly (readonly string[])[] {
  if (named.length === 0) return [];
  const groups = partiesOf(current, "respondent").map(({ party }) => {
    const own = named.filter((id) => belonging[party]?.includes(id));
    return own.length > 0 ? own : named;
  });
  const all = groups.length > 0 ? groups : [named];
  return [...new Map(all.map((group) => [group.join(), group])).values()];
}

/** Who is still to be told by a task of the present stage: one of each group, since the stage began. */
export function openGroups(
  rulebook: Rulebook,
  current: Case,
  task: string,
  belonging: Belonging,
): readonly (readonly string[])[] {
  const stage = readStage(rulebook, current);
  const rule = stage.kind === "closed" ? undefined : stage.tasks.find(({ id }) => id === task);
  const here = current.records.referrals.filter(
    ({ at }) => at.epochNanoseconds >= current.stage.opened.epochNanoseconds,
  );
  return groupsOf(current, externalsIn(rule?.tells ?? []), belonging).filter(
    (group) => !here.some(({ to }) => group.includes(to)),
  );
}
