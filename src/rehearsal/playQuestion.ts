import { openVote } from "../domain/case/case.ts";
import { readMotionRule } from "../domain/case/decide.ts";
import { handlersOf } from "../domain/parties/viewer.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { VoteStage } from "../rulebook/rulebook.ts";
import type { Scene } from "./openScene.ts";

/**
 * Where the deciding body may ask the parties: one member has voted, another asks, those who handle the case answer, and the motion is put
 * to everybody anew.
 */
export async function playQuestion(scene: Scene, stage: VoteStage): Promise<Refusal | undefined> {
  const { acts, rulebook, house } = scene;
  const current = await scene.read();
  const [handler] = handlersOf(rulebook, house.roster, current);
  const vote = openVote(current);
  const [first, asker = first] = vote?.electorate ?? [];
  if (stage.questions_via === undefined || vote === undefined || first === undefined || asker === undefined)
    return undefined;
  if (handler === undefined) return undefined;
  const mayVote = readMotionRule(rulebook, vote.rule).method === "motion";
  return (
    (mayVote
      ? await scene.act(first, ({ caller, delivery }) => acts.cast(caller, vote.vote, "against", delivery))
      : undefined) ??
    (await scene.act(asker, (request) => acts.askParties(request, "A fictitious question."))) ??
    (await scene.act(handler, (request) => acts.returnAnswer(request, "A fictitious answer.")))
  );
}
