import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "./case.ts";
import type { LinkKind } from "./handEntries.ts";
import { readProcedure } from "./stages.ts";

/** A case that is to be opened because of another, by a procedure of its own; `key` names it for all time. */
export interface WantedLink {
  readonly key: string;
  readonly link: LinkKind;
  readonly procedure: string;
}

/**
 * The cases by which the matter of a case goes on: by an outcome that opens one, by a sanction that takes effect only by another procedure,
 * and one that was asked for about a report that was knowingly false.
 */
export function wantedLinks(rulebook: Rulebook, current: Case): readonly WantedLink[] {
  const { stages } = readProcedure(rulebook, current);
  const opened = current.concluded.flatMap(({ stage, outcome }, i): readonly WantedLink[] => {
    const rule = stages[stage];
    const opens = rule === undefined || rule.kind === "closed" ? undefined : rule.outcomes[outcome ?? ""]?.opens;
    return opens === undefined ? [] : [{ key: `goes-on.${i}`, link: "goes-on", procedure: opens }];
  });
  const enacted = current.decisions.flatMap(({ id, sanction, quashed }): readonly WantedLink[] => {
    const by = rulebook.sanctions[sanction ?? ""]?.enacted_by;
    return by === undefined || quashed !== undefined
      ? []
      : [{ key: `enacts.${id}`, link: "enacts", procedure: by.procedure }];
  });
  const counter: readonly WantedLink[] =
    current.hands.counter === undefined
      ? []
      : [{ key: "counter", link: "counter", procedure: rulebook.intake.report.procedure }];
  return [...opened, ...enacted, ...counter];
}

/** Whether more such cases are wanted than belong to it yet. */
export function isToBeLinked(rulebook: Rulebook, current: Case): boolean {
  return wantedLinks(rulebook, current).length > current.hands.links.filter(({ isOrigin }) => !isOrigin).length;
}
