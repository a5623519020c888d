import { choosing } from "../domain/case/choice.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Scene } from "./openScene.ts";
import { accountOf } from "./playAppeal.ts";
import { playHandled } from "./playHandled.ts";
import type { OpenStage } from "./stageKind.ts";
import type { Way } from "./way.ts";

/** Whoever the case is about chooses how it goes on; an officer enters it for those without an account. */
export async function playChoice(scene: Scene, stage: OpenStage, way: Way): Promise<Refusal | undefined> {
  await scene.waitForLastMoment(`target:${way.stage}`);
  for (const each of choosing(scene.rulebook, await scene.read())) {
    // oxlint-disable no-await-in-loop -- one after the other
    const account = await accountOf(scene, each);
    const refused =
      account === undefined
        ? undefined
        : await scene.actAs(account, (request) => scene.acts.choose(request, way.outcome));
    if (refused !== undefined) return refused;
    // oxlint-enable no-await-in-loop
  }
  const isOver = choosing(scene.rulebook, await scene.read()).length === 0;
  return isOver ? undefined : playHandled(scene, stage, way);
}
