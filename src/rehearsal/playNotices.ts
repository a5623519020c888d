import { readProcedure } from "../domain/case/stages.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Scene } from "./openScene.ts";
import { findChair } from "./playVote.ts";
import type { OpenStage } from "./stageKinds.ts";
import type { Way } from "./way.ts";

/** The chair sends the notices of the decision; the stage ends once they have been delivered. */
export async function playNotices(scene: Scene, stage: OpenStage, way: Way): Promise<Refusal | undefined> {
  const current = await scene.read();
  const decided = Object.values(readProcedure(scene.rulebook, current).stages).find(({ kind }) => kind === "vote");
  if (decided?.kind !== "vote") return { refused: "not-at-this-stage", stage: way.stage, clause: stage.clause };
  await scene.waitForLastMoment(`target:${way.stage}`);
  const chair = await findChair(scene, decided);
  return chair === undefined ? undefined : scene.act(chair, (request) => scene.acts.sendNotices(request));
}
