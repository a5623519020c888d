import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";

type Owner = Exclude<Stage, { kind: "closed" }>["owner"];

/**
 * The offices outside the organisation to whom a case can be handed, by the labels the rulebook gives them: those to whom it escalates or
 * refers; every one it names where it says of none.
 */
export function outsideOf(rulebook: Rulebook): readonly string[] {
  const handed = Object.values(rulebook.procedures).flatMap(({ escalate, stages }): readonly Selector[] => [
    ...(escalate === undefined ? [] : selectorsOf(escalate.to)),
    ...Object.values(stages).flatMap((stage) => (stage.kind === "external" ? selectorsOf(stage.owner) : [])),
  ]);
  const ids = handed.flatMap((selector) => (selector.kind === "external" ? [selector.id] : []));
  const named = ids.length > 0 ? ids : Object.keys(rulebook.externals);
  return [...new Set(named)].flatMap((id) => rulebook.externals[id]?.label ?? []);
}

function selectorsOf(owner: Owner): readonly Selector[] {
  if ("kind" in owner) return [owner];
  return "first_of" in owner ? owner.first_of : owner.from;
}
