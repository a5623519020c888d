import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import { earlierDeciders, goneOf, selectorsOf } from "./deciders.ts";
import type { Finding } from "./finding.ts";
import { isUnnumbered, peopleMeant, whoTheyAre } from "./seats.ts";
import type { Seats } from "./seats.ts";
import { allOf } from "./words.ts";

type Challenge = Rulebook["challenges"][string];

/** Challenges that those hear, or admit, who decided what they are against; a request for information contests nothing. */
export function lintOwnAppeals(seats: Seats): readonly Finding[] {
  return Object.entries(seats.rulebook.challenges).flatMap(([id, challenge]) =>
    challenge.kind === "information"
      ? []
      : judgesOf(seats.rulebook, id, challenge).flatMap((judges) => onOwnAppeal(seats, id, challenge, judges)),
  );
}

/** Some of those on whom a challenge depends. */
interface Judges {
  readonly selectors: readonly Selector[];
  /** Where it is said who they are, or who is none of them. */
  readonly path: Finding["path"];
  /** Whether those who decided before are none of them. */
  readonly isExcluding: boolean;
  /** "is decided by", "is admitted by". */
  readonly does: "decided" | "admitted";
  /** Where others could be kept out. */
  readonly key: string;
}

function judgesOf(rulebook: Rulebook, id: string, challenge: Challenge): readonly Judges[] {
  const { admitted_by: admitting } = challenge;
  const isAutomatic = rulebook.conflicts.automatic.includes("earlier_decider");
  const key = "conflicts.automatic";
  return [
    hearing(rulebook, id, challenge, isAutomatic),
    ...(admitting === undefined || admitting === "automatic"
      ? []
      : [
          {
            selectors: selectorsOf(admitting),
            path: ["challenges", id, "admitted_by"],
            isExcluding: isAutomatic,
            does: "admitted",
            key,
          } as const,
        ]),
  ];
}

function hearing(rulebook: Rulebook, id: string, challenge: Challenge, isAutomatic: boolean): Judges {
  const { panel, addressed_to: addressees, heard_at: heardAt } = challenge;
  const common = { does: "decided", isExcluding: isAutomatic, key: "conflicts.automatic" } as const;
  if (panel !== undefined)
    return {
      ...common,
      selectors: [{ kind: "panel", id }],
      path: ["challenges", id, "panel", "exclude"],
      isExcluding: isAutomatic || panel.exclude.includes("earlier_deciders"),
      key: "panel.exclude",
    };
  const stages = Object.values(rulebook.procedures).flatMap((procedure) => Object.entries(procedure.stages));
  const stage = stages.find(([each]) => each === heardAt)?.[1];
  if (stage?.kind === "panel")
    return {
      ...common,
      selectors: [{ kind: "panel", id: stage.panel }],
      path: ["panels", stage.panel, "exclude"],
      isExcluding: isAutomatic || rulebook.panels[stage.panel]?.exclude.includes("earlier_decider") === true,
      key: "exclude",
    };
  if (stage !== undefined && stage.kind !== "closed")
    return { ...common, selectors: selectorsOf(stage.owner), path: ["challenges", id, "heard_at"] };
  const selectors = addressees.flatMap((to) => ("all_of" in to ? to.all_of : [to]));
  return { ...common, selectors, path: ["challenges", id, "addressed_to"], key: "panel.exclude" };
}

function onOwnAppeal(
  seats: Seats,
  id: string,
  challenge: Challenge,
  { selectors, path, isExcluding, does, key }: Judges,
): readonly Finding[] {
  const judging = [...new Set(selectors.flatMap((selector) => peopleMeant(seats, selector) ?? []))];
  const own = earlierDeciders(seats, challenge)
    .map(({ outcome, people, ways }) => ({
      outcome,
      both: [...new Set(people.filter((person) => judging.includes(person)))],
      gone: goneOf([{ at: outcome, ways }], judging),
    }))
    .filter(({ both }) => both.length > 0);
  // Of a panel it is told elsewhere whether it can be filled.
  const isOfPanel = selectors.some(({ kind }) => kind === "panel");
  const isNobodyLeft = ({ gone }: (typeof own)[number]) => !isUnnumbered(seats, judging) && gone === judging.length;
  const told = isExcluding ? own.filter((each) => !isOfPanel && isNobodyLeft(each)) : own;
  const [first] = told;
  if (first === undefined) return [];
  const outcomes = [...new Set(told.map(({ outcome }) => `"${outcome}"`))];
  const who = whoTheyAre(seats, first.both);
  return [
    {
      level: "cannot-work",
      kind: "decides-on-own-appeal",
      path,
      clause: challenge.clause,
      message: isExcluding
        ? `"${id}" against ${allOf(outcomes)} can be ${does} by nobody but those who decided it before`
        : `"${id}" against ${allOf(outcomes)} is ${does} by some who decided it before`,
      example: isExcluding
        ? `After a decision of "${first.outcome}" by ${who} nobody is left: they may not decide on their own decision.`
        : `After a decision of "${first.outcome}", ${who} would decide on their own decision: nothing excludes them (${key}).`,
    },
  ];
}
