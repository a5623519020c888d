import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import { externalsIn, groupsOf } from "./whoseOutside.ts";
import type { Belonging } from "./whoseOutside.ts";

/** How long after something was handed to somebody outside whoever handed it over is reminded to ask what came of it. */
export const ASK_AGAIN = { days: 30 } as const;

/**
 * To whom outside something of a case may be handed, by the names of the rulebook: those whom a stage or an outcome of its procedure, its
 * escalation or a challenge names, and the police unless the rulebook says that this is never done.
 */
export function outsideOf(rulebook: Rulebook, { procedure }: Pick<Case, "procedure">): readonly string[] {
  const { stages = {}, escalate, referrals } = rulebook.procedures[procedure] ?? {};
  const named = Object.values(stages).flatMap((stage): readonly object[] => [
    ...(stage.kind === "external" ? [stage.owner] : []),
    ...(stage.kind === "closed" ? [] : Object.values(stage.outcomes).flatMap(({ tells = [] }) => tells)),
    ...(stage.kind === "closed" ? [] : stage.tasks.flatMap(({ tells = [] }) => tells)),
  ]);
  const challenged = Object.values(rulebook.challenges)
    .flatMap(({ addressed_to: to }) => to)
    .flatMap((each) => ("all_of" in each ? each.all_of : [each]));
  const all: readonly object[] = [...named, ...(escalate === undefined ? [] : [escalate.to]), ...challenged];
  const ids = all.flatMap((each) => (isExternal(each) && each.id !== "police" ? [each.id] : []));
  const mayPolice =
    rulebook.externals["police"] !== undefined && (referrals?.police ?? "never_by_us") !== "never_by_us";
  return [...new Set([...ids, ...(mayPolice ? ["police"] : [])])];
}

const isExternal = (each: object): each is { readonly kind: "external"; readonly id: string } =>
  "kind" in each && each.kind === "external";

/** Something that goes to one of some outside by how a stage ended, and that nobody has recorded as handed over. */
export interface OwedOutside {
  readonly outcome: string;
  readonly to: readonly string[];
}

/** What is still to be handed to others outside, as the stages that are over ended: for each respondent to their own. */
export function owedOutside(rulebook: Rulebook, current: Case, belonging: Belonging = {}): readonly OwedOutside[] {
  const { stages = {} } = rulebook.procedures[current.procedure] ?? {};
  const handed = new Set(current.records.referrals.map(({ to }) => to));
  return current.concluded.flatMap(({ stage: id, outcome }) => {
    const stage = stages[id];
    if (stage === undefined || stage.kind === "closed" || outcome === undefined) return [];
    const groups = groupsOf(current, externalsIn(stage.outcomes[outcome]?.tells ?? []), belonging);
    return groups.flatMap((to) => (to.some((each) => handed.has(each)) ? [] : [{ outcome, to }]));
  });
}
