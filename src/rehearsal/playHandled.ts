import type { PersonId } from "../domain/identity.ts";
import { handlersOf, leadOf } from "../domain/parties/viewer.ts";
import type { Refusal } from "../domain/refusal.ts";
import { meetNeeds } from "./needs.ts";
import type { Scene } from "./openScene.ts";
import { readSanctionable } from "./report.ts";
import type { OpenStage } from "./stageKinds.ts";
import type { Way } from "./way.ts";

type Task = OpenStage["tasks"][number]["id"];

/** How an officer does each task that can be done in Redress: a new one is one line here. */
const tasks: Readonly<Partial<Record<Task, (scene: Scene, officer: PersonId) => Promise<Refusal | undefined>>>> = {
  acknowledge: (scene, officer) =>
    scene.act(officer, (request) => scene.acts.acknowledge(request, "A fictitious acknowledgement.")),
};

/** Officers bring a stage to an end: its tasks, what the outcome needs, the outcome with rules and reasons where it asks for them. */
export async function playHandled(scene: Scene, stage: OpenStage, way: Way): Promise<Refusal | undefined> {
  const { acts, rulebook } = scene;
  const needs = stage.outcomes[way.outcome]?.needs ?? [];
  const refused = (await doTasks(scene, stage, way)) ?? (await meetNeeds(scene, stage, needs, await takeCase(scene)));
  if (refused !== undefined) return refused;
  await scene.waitForLastMoment(`target:${way.stage}`);
  const rules = needs.includes("rule_cited") ? readSanctionable(rulebook) : [];
  const reasons = needs.includes("reasons") ? "Fictitious reasons." : "";
  return scene.act(await takeCase(scene), (request) =>
    acts.conclude(request, { outcome: way.outcome, rules, reasons }),
  );
}

async function doTasks(scene: Scene, stage: OpenStage, way: Way): Promise<Refusal | undefined> {
  for (const { id } of stage.tasks) {
    // oxlint-disable no-await-in-loop -- one after the other
    if ((await scene.read()).stage.tasksDone.includes(id)) continue;
    await scene.waitForLastMoment(`task:${way.stage}:${id}`);
    const refused = await tasks[id]?.(scene, await takeCase(scene));
    if (refused !== undefined) return refused;
    // oxlint-enable no-await-in-loop
  }
  return undefined;
}

/** Who leads the case; where nobody does yet, an officer takes it. */
async function takeCase(scene: Scene): Promise<PersonId> {
  const current = await scene.read();
  const lead = leadOf(scene.rulebook, scene.house.roster, current);
  if (lead !== undefined) return lead;
  const [officer] = handlersOf(scene.rulebook, scene.house.roster, current);
  if (officer === undefined) throw new Error("Nobody handles the case; the report was to find somebody.");
  await scene.act(officer, (request) => scene.acts.take(request));
  return officer;
}
