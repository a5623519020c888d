import { readMotionRule } from "../domain/case/decide.ts";
import { findNoQuorum } from "../domain/case/wayOut.ts";
import type { PersonId } from "../domain/identity.ts";
import { handlersOf } from "../domain/parties/viewer.ts";
import type { Refusal } from "../domain/refusal.ts";
import { holdersOf } from "../domain/roster.ts";
import { offeredSanctions } from "../domain/sanctions/fitting.ts";
import type { VoteStage } from "../rulebook/rulebook.ts";
import type { Scene } from "./openScene.ts";
import { clearMembers, findChair, membersOf, motionFor, partiesOf, writeBrief } from "./playVote.ts";
import type { OpenStage } from "./stageKind.ts";
import type { Way } from "./way.ts";

/** So many members step aside during the vote that it can no longer be quorate, and the case is referred by whoever is left. */
export async function playWayOut(scene: Scene, stage: OpenStage, way: Way): Promise<Refusal | undefined> {
  if (stage.kind !== "vote") return undefined;
  const { acts } = scene;
  await scene.waitForLastMoment(`target:${way.stage}`);
  const unready = (await writeBrief(scene)) ?? (await clearMembers(scene));
  if (unready !== undefined) return unready;
  const chair = await findChair(scene, stage);
  // Refused where too few are left from the beginning: then there is no vote to become void.
  if (chair !== undefined) await scene.act(chair, (request) => acts.put(request, someMotion(scene, stage, way)));
  const refused = await stepAside(scene, stage);
  const left = (await findChair(scene, stage)) ?? (await findOfficer(scene));
  return refused ?? (left === undefined ? undefined : scene.act(left, (request) => acts.refer(request)));
}

/** The first motion whose vote has a way out. */
function someMotion(scene: Scene, stage: VoteStage, way: Way) {
  const { rulebook } = scene;
  const found = Object.values(stage.motions).find(({ vote }) => {
    const rule = readMotionRule(rulebook, vote);
    return rule.method === "motion" && rule.quorum !== undefined && rule.unreachable_quorum !== undefined;
  });
  const outcome = found?.outcome ?? "";
  const rule = stage.outcomes[outcome];
  const sanctions = rule === undefined ? [] : offeredSanctions(rulebook, rule);
  return motionFor(scene, stage, { ...way, outcome, sanctions });
}

/** One after the other, those first who must be there, until no quorum is possible. */
async function stepAside(scene: Scene, stage: VoteStage): Promise<Refusal | undefined> {
  const { rulebook, house, acts } = scene;
  const needed = Object.values(stage.motions).flatMap(
    ({ vote }) => readMotionRule(rulebook, vote).quorum?.including ?? [],
  );
  const mustBeThere = needed.flatMap(({ from }) => holdersOf(rulebook, house.roster, from));
  const members = await membersOf(scene);
  const order = members.toSorted((a, b) => Number(mustBeThere.includes(b)) - Number(mustBeThere.includes(a)));
  for (const member of order) {
    // oxlint-disable no-await-in-loop -- one after the other
    if (findNoQuorum(rulebook, house.roster, await scene.read(), await partiesOf(scene), []) !== undefined) break;
    const refused = await scene.act(member, (request) => acts.recuse(request));
    if (refused !== undefined) return refused;
    // oxlint-enable no-await-in-loop
  }
  return undefined;
}

async function findOfficer(scene: Scene): Promise<PersonId | undefined> {
  return handlersOf(scene.rulebook, scene.house.roster, await scene.read())[0];
}
