import { belongingOf } from "../application/actOnCase.ts";
import { agreementHere } from "../domain/case/agreements.ts";
import { findVoteOf } from "../domain/case/chosenBody.ts";
import { possibleOutcomes } from "../domain/case/conclude.ts";
import { isExit } from "../domain/case/exits.ts";
import { tasksByTelling } from "../domain/case/handle.ts";
import type { PartyEntry } from "../domain/case/party.ts";
import { findingHere, findsFirst } from "../domain/case/priors.ts";
import { isScopeOpen, scopeOf } from "../domain/case/scope.ts";
import { readProcedure, readStage } from "../domain/case/stages.ts";
import { openNeeds } from "../domain/case/supportNeeds.ts";
import { localDay } from "../domain/deadlines/calendar.ts";
import { deadlinesOf } from "../domain/deadlines/deadline.ts";
import type { PersonId } from "../domain/identity.ts";
import { choiceOf, choosersOf } from "../domain/parties/stageOwners.ts";
import { handlersOf, leadOf } from "../domain/parties/viewer.ts";
import { openGroups } from "../domain/records/whoseOutside.ts";
import type { Refusal } from "../domain/refusal.ts";
import { holdersOf } from "../domain/roster.ts";
import { consequenceOf } from "./consequence.ts";
import { meetNeeds } from "./needs.ts";
import type { Scene } from "./openScene.ts";
import { playHearing } from "./playHearing.ts";
import { partiesOf } from "./playVote.ts";
import { readSanctionable } from "./report.ts";
import type { OpenStage } from "./stageKind.ts";
import type { Way } from "./way.ts";

/** How an officer does a task with which somebody is told something; every other is ticked, with a note. */
type Task = (scene: Scene, officer: PersonId) => Promise<Refusal | undefined>;

const tasks: Readonly<Record<string, Task>> = {
  support_needs: async (scene, officer) =>
    openNeeds(scene.rulebook, await scene.read()).length > 0
      ? lookAtNeeds(scene, officer)
      : scene.act(officer, (request) => scene.acts.doTask(request, "support_needs", "Done, in a fictitious case.")),
  propose: askBoth,
  consent_complainant: (scene, officer) => agree(scene, officer, "complainant"),
  consent_respondent: (scene, officer) => agree(scene, officer, "respondent"),
  acknowledge: (scene, officer) =>
    scene.act(officer, (request) => scene.acts.acknowledge(request, "A fictitious acknowledgement.")),
};

/**
 * Officers bring a stage to an end: its tasks, what the outcome needs, that they have no conflict where they decide themselves, and the
 * outcome with rules, sanction and reasons where it asks for them.
 */
export async function playHandled(scene: Scene, stage: OpenStage, way: Way): Promise<Refusal | undefined> {
  const officer = await takeAtTime(scene);
  if (officer === undefined) return undefined;
  const decider = await findDecider(scene, officer);
  const needs = stage.outcomes[way.outcome]?.needs ?? [];
  const concluded = (await scene.read()).concluded.length;
  const refused =
    (await sayScope(scene, stage, way, officer)) ??
    (await doTasks(scene, stage, way, officer)) ??
    (await meetNeeds(scene, stage, needs, officer)) ??
    (isExit(readProcedure(scene.rulebook, await scene.read()), way.outcome)
      ? undefined
      : await playHearing(scene, officer));
  if (refused !== undefined) return refused;
  await scene.waitForLastMoment(`target:${way.stage}`);
  const current = await scene.read();
  // What both sides agree to ends the stage by itself.
  if (current.concluded.length > concluded) return undefined;
  const found = possibleOutcomes(scene.rulebook, current, scene.now()).find(({ outcome }) => outcome === way.outcome);
  const isAsked = found?.asksConflict === true && !current.cleared.includes(decider);
  const notCleared = isAsked ? await scene.act(decider, (request) => scene.acts.clear(request)) : undefined;
  if (notCleared !== undefined) return notCleared;
  const isFirst = findsFirst(scene.rulebook, current) && findingHere(current) === undefined;
  const notFound =
    isFirst && (found?.sanctions ?? []).length > 0
      ? await scene.act(decider, (request) =>
          scene.acts.find(request, readSanctionable(scene.rulebook), "Fictitious reasons."),
        )
      : undefined;
  if (notFound !== undefined) return notFound;
  const isDecision = found?.isDecision === true;
  const consequence = consequenceOf(scene, found?.sanctions ?? []);
  const isFound = needs.includes("rule_cited") || consequence.sanction !== undefined;
  const conclusion = {
    outcome: way.outcome,
    rules: isFound ? readSanctionable(scene.rulebook) : [],
    because: found?.listed.slice(0, 1),
    reasons: isDecision || needs.includes("reasons") ? "Fictitious reasons." : "",
    ...consequence,
  };
  return scene.act(decider, (request) => scene.acts.conclude(request, conclusion));
}

/** Whoever assesses says which situation applies, where the procedure is for some only: the first, or none where the way out of it is played. */
async function sayScope(scene: Scene, stage: OpenStage, way: Way, officer: PersonId): Promise<Refusal | undefined> {
  const current = await scene.read();
  if (!isScopeOpen(scene.rulebook, current)) return undefined;
  const rule = stage.outcomes[way.outcome]?.suggested_when;
  const [first] = scopeOf(scene.rulebook, current)?.any_of ?? [];
  const situation = rule !== undefined && "scope" in rule ? undefined : first;
  return scene.act(officer, (request) => scene.acts.judgeScope(request, situation, ""));
}

/** Whoever decides the stage: where it is chosen, the first of those who can be alone, chosen by an officer who chooses. */
async function findDecider(scene: Scene, officer: PersonId): Promise<PersonId> {
  const { rulebook, house } = scene;
  const [current, parties] = [await scene.read(), await partiesOf(scene)];
  const choice = choiceOf(readStage(rulebook, current));
  if (choice === undefined) return officer;
  const out = [...parties, ...current.keptOut, ...current.recused];
  const people = choice.from.flatMap((selector) =>
    selector.kind === "body" && findVoteOf(rulebook, selector.id) !== undefined
      ? []
      : holdersOf(rulebook, house.roster, selector),
  );
  const chosen = people.find((person) => !out.includes(person));
  const [chooser = officer] = choosersOf(rulebook, house.roster, current);
  if (chosen === undefined) return officer;
  await scene.act(chooser, (request) => scene.acts.chooseDecider(request, `person:${chosen}`, ""));
  return chosen;
}

/** Both sides are asked about a text, once. */
async function askBoth(scene: Scene, officer: PersonId): Promise<Refusal | undefined> {
  if (agreementHere(await scene.read()) !== undefined) return undefined;
  return scene.act(officer, (request) => scene.acts.askAgreement(request, "A fictitious way."));
}

/** Everybody of a side agrees; for whoever has no account an officer notes it. */
async function agree(scene: Scene, officer: PersonId, role: PartyEntry["role"]): Promise<Refusal | undefined> {
  const refused = await askBoth(scene, officer);
  if (refused !== undefined) return refused;
  const { identities } = await scene.readFile();
  for (const { person } of identities.filter((each) => each.role === role)) {
    const stop =
      person === undefined
        ? // oxlint-disable-next-line no-await-in-loop -- one after the other
          await scene.act(officer, (request) =>
            scene.acts.doTask(request, `consent_${role}`, "Done, in a fictitious case."),
          )
        : // oxlint-disable-next-line no-await-in-loop
          await scene.act(person, (request) => scene.acts.answerAgreement(request, undefined, true));
    if (stop !== undefined) return stop;
  }
  return undefined;
}

/** Looks at what support each party needs, where that is asked. */
async function lookAtNeeds(scene: Scene, officer: PersonId): Promise<Refusal | undefined> {
  const found = openNeeds(scene.rulebook, await scene.read()).map(({ party }) => ({ party, how: "none" }) as const);
  return scene.act(officer, (request) => scene.acts.considerNeeds(request, found, "Fictitious needs."));
}

/** Records that those outside were told who are to be told by a task: of each respondent theirs. */
const tellOutside =
  (task: string): Task =>
  async (scene, officer) => {
    const file = await scene.readFile();
    const belonging = belongingOf(scene.house, scene.rulebook, file);
    const on = localDay(scene.rulebook, scene.now()).toString();
    const rest = { ground: undefined, on, waitsUntil: undefined, text: "Fictitious: told in a letter." };
    for (const [to = ""] of openGroups(scene.rulebook, await scene.read(), task, belonging)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const refused = await scene.act(officer, (request) => scene.acts.handOutside(request, { to, ...rest }));
      if (refused !== undefined) return refused;
    }
    return undefined;
  };

/** Does what has to be done before the outcome, and tells whoever is to be told something in any case; what is due first comes first. */
async function doTasks(scene: Scene, stage: OpenStage, way: Way, officer: PersonId): Promise<Refusal | undefined> {
  const isNeeded = stage.outcomes[way.outcome]?.needs.includes("tasks_done") === true;
  for (const id of await openTasks(scene, stage)) {
    if (!isNeeded && id !== "acknowledge") continue;
    // oxlint-disable no-await-in-loop -- one after the other
    await scene.waitForLastMoment(`task:${way.stage}:${id}`);
    const tick = () => scene.act(officer, (request) => scene.acts.doTask(request, id, "Done, in a fictitious case."));
    const isTold = tasksByTelling(scene.rulebook, await scene.read()).includes(id);
    const does = isTold ? tellOutside(id) : tasks[id];
    const refused = await (does === undefined ? tick() : does(scene, officer));
    if (refused !== undefined) return refused;
    // oxlint-enable no-await-in-loop
  }
  return undefined;
}

/** The tasks that are not done yet: first those with a deadline, the earliest first. */
async function openTasks(scene: Scene, stage: OpenStage): Promise<readonly string[]> {
  const current = await scene.read();
  const timed = deadlinesOf(scene.rulebook, current).flatMap(({ kind, about }) => (kind === "task" ? [about] : []));
  const open = stage.tasks.map(({ id }) => id).filter((id) => !current.stage.tasksDone.includes(id));
  return [...timed, ...open.filter((id) => !timed.includes(id))];
}

/** Who leads the case; where nobody does yet, an officer takes it when there is something to do. */
async function takeAtTime(scene: Scene): Promise<PersonId | undefined> {
  const { rulebook, house } = scene;
  const current = await scene.read();
  const lead = leadOf(rulebook, house.roster, current);
  if (lead !== undefined) return lead;
  const [first] = deadlinesOf(rulebook, current);
  if (first !== undefined) await scene.waitForLastMoment(first.key);
  const [officer] = handlersOf(rulebook, house.roster, current);
  if (officer !== undefined) await scene.act(officer, (request) => scene.acts.take(request));
  return officer;
}
