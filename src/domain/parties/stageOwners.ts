import type { Rulebook, Stage } from "../../rulebook/rulebook.ts";
import type { Owner, Selector } from "../../rulebook/schema/vocabulary.ts";
import type { Case } from "../case/case.ts";
import { readStage } from "../case/stages.ts";
import type { PersonId } from "../identity.ts";
import { oncePer } from "../oncePer.ts";
import type { Refusal } from "../refusal.ts";
import { deputiesOf, holdersOf } from "../roster.ts";
import type { Roster } from "../roster.ts";

/** Those of whom a stage is: where somebody is chosen for it, those who choose. */
export function ownersNamed(owner: Owner): readonly Selector[] {
  if ("kind" in owner) return [owner];
  return "first_of" in owner ? owner.first_of : [owner.chosen_by];
}

/** Among whom somebody is chosen for a stage, and who chooses; undefined for any other stage. */
export function choiceOf(stage: Stage): { readonly by: Selector; readonly from: readonly Selector[] } | undefined {
  if (!isOwned(stage)) return undefined;
  return "chosen_by" in stage.owner ? { by: stage.owner.chosen_by, from: stage.owner.from } : undefined;
}

/** Everybody who may come to handle a case by the stage at which it is: by a rulebook, whoever owns one or can be chosen for one. */
export function stageOfficers(rulebook: Rulebook, roster: Roster): readonly PersonId[] {
  const named = namedForStages(rulebook);
  const people = named.flatMap((selector) => [
    ...holdersOf(rulebook, roster, selector),
    ...deputiesOf(rulebook, roster, selector),
  ]);
  return [...new Set(people)];
}

const namedForStages = oncePer(({ procedures: all }: Rulebook): readonly Selector[] => {
  const procedures = Object.values(all);
  const stages = procedures.flatMap((procedure) => Object.values(procedure.stages));
  const named = stages.flatMap((stage) =>
    isOwned(stage) ? [...ownersNamed(stage.owner), ...(choiceOf(stage)?.from ?? [])] : [],
  );
  const opening = procedures.flatMap(({ opened_without_report: opened }) => opened?.by ?? []);
  return [...named, ...opening];
});

/** A stage of which it matters whose it is: what a vote, a notice, a panel or somebody outside brings is only entered. */
function isOwned(stage: Stage): stage is Exclude<Stage, { kind: "closed" | "vote" }> {
  return ["contact", "assess", "investigate", "agree", "decide"].includes(stage.kind);
}

/**
 * To whom a case goes that has come to its present stage: nobody where one of those who handle it is of those whose stage it is, or none of
 * these is left who has no part in it.
 * @param parties the people who are parties in the case
 */
export function findNextHandlers(
  rulebook: Rulebook,
  roster: Roster,
  current: Case,
  parties: readonly PersonId[],
): readonly PersonId[] | undefined {
  const stage = readStage(rulebook, current);
  if (!isOwned(stage)) return undefined;
  const out = [...parties, ...current.keptOut, ...current.recused];
  const named = ownersNamed(stage.owner);
  const people = named.flatMap((selector) => holdersOf(rulebook, roster, selector));
  if (people.some((person) => current.handlers.includes(person))) return undefined;
  // Whoever stands in for the holder of an office comes right after them.
  const groups = named.flatMap((selector) => [
    holdersOf(rulebook, roster, selector),
    deputiesOf(rulebook, roster, selector),
  ]);
  const next = groups.map((group) => group.filter((person) => !out.includes(person))).find((group) => group.length > 0);
  return next?.some((person) => current.handlers.includes(person)) === true ? undefined : next;
}

/** Who chooses who decides the present stage: of those who handle the case whom the rulebook names, or all of them. */
export function choosersOf(rulebook: Rulebook, roster: Roster, current: Case): readonly PersonId[] {
  const choice = choiceOf(readStage(rulebook, current));
  if (choice === undefined) return [];
  const named = holdersOf(rulebook, roster, choice.by);
  const acting = current.hands.delegations.flatMap(({ from, to }) => (named.includes(from) ? [to] : []));
  const choosers = current.handlers.filter((person) => named.includes(person) || acting.includes(person));
  return choosers.length > 0 ? choosers : current.handlers;
}

/** Whether somebody is yet to be chosen who decides the present stage. */
export function isToBeChosen(rulebook: Rulebook, current: Case): boolean {
  const stage = rulebook.procedures[current.procedure]?.stages[current.stage.stage];
  if (stage === undefined || choiceOf(stage) === undefined) return false;
  return current.hands.chosen.every((each) => each.stage !== current.stage.stage);
}

/** Who alone decides the present stage: whoever was chosen, and those who act for them; undefined where nobody was chosen by name. */
function decidersChosen(current: Case): readonly PersonId[] | undefined {
  const to = current.hands.chosen.find(({ stage }) => stage === current.stage.stage)?.to;
  if (to?.kind !== "person") return undefined;
  const acting = current.hands.delegations.filter(({ from }) => from === to.person);
  return [to.person, ...acting.map((each) => each.to)];
}

/** Why somebody does not decide the present stage: nobody has been chosen for it yet, or somebody else was. */
export function findNotChosen(rulebook: Rulebook, current: Case, person: PersonId): Refusal | undefined {
  const clause = rulebook.procedures[current.procedure]?.stages[current.stage.stage]?.clause ?? "";
  if (isToBeChosen(rulebook, current)) return { refused: "choose-first", clause };
  const deciders = decidersChosen(current);
  const [by = ""] = deciders ?? [];
  if (deciders === undefined || deciders.includes(person)) return undefined;
  return { refused: "chosen-decides", by, clause };
}
