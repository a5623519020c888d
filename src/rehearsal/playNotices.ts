import { findVoteStage } from "../domain/case/briefs.ts";
import type { PersonId } from "../domain/identity.ts";
import { handlersOf, leadOf } from "../domain/parties/viewer.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Scene } from "./openScene.ts";
import { findChair } from "./playVote.ts";
import type { OpenStage } from "./stageKind.ts";
import type { Way } from "./way.ts";

/** The notices of the decision are sent; the stage ends once they have been delivered. */
export async function playNotices(scene: Scene, _stage: OpenStage, way: Way): Promise<Refusal | undefined> {
  await scene.waitForLastMoment(`target:${way.stage}`);
  const sender = await findSender(scene);
  return sender === undefined ? undefined : scene.act(sender, (request) => scene.acts.sendNotices(request));
}

/** Who chairs the body that voted; where nobody voted, whoever leads the case. */
async function findSender(scene: Scene): Promise<PersonId | undefined> {
  const { rulebook, house } = scene;
  const current = await scene.read();
  const voted = current.decision?.vote === undefined ? undefined : findVoteStage(rulebook, current);
  if (voted !== undefined) return findChair(scene, voted);
  return leadOf(rulebook, house.roster, current) ?? handlersOf(rulebook, house.roster, current)[0];
}
