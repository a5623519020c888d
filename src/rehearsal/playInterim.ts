import { findVoteStage } from "../domain/case/briefs.ts";
import { partiesOf } from "../domain/case/case.ts";
import { readProcedure } from "../domain/case/stages.ts";
import { handlersOf } from "../domain/parties/viewer.ts";
import type { Refusal } from "../domain/refusal.ts";
import { holdersOf } from "../domain/roster.ts";
import { openAsk } from "../domain/sanctions/asks.ts";
import { imposedIn } from "../domain/sanctions/record.ts";
import type { Scene } from "./openScene.ts";
import { castBallots, clearMembers, findChair } from "./playVote.ts";

const REASONS = "Fictitious reasons.";

/**
 * Something is imposed while the case is handled, where the rulebook lets anybody: by whoever may of those who handle it, or by the vote of a
 * body that they ask. Nothing where it holds already, where nobody is known on whom, or where nobody who handles the case may.
 */
export async function playInterim(scene: Scene): Promise<Refusal | undefined> {
  const { rulebook, house, acts } = scene;
  const current = await scene.read();
  const [respondent] = partiesOf(current, "respondent");
  const isImposed = imposedIn(rulebook, current).some(({ interim }) => interim !== undefined);
  if (respondent === undefined || isImposed) return undefined;
  const handlers = handlersOf(rulebook, house.roster, current);
  for (const { sanction, grounds, by, vote } of readProcedure(rulebook, current).interim) {
    const [ground = ""] = grounds;
    const text = { party: respondent.party, sanction, ground, reasons: REASONS };
    const mayImpose = holdersOf(rulebook, house.roster, by);
    const imposer = vote === undefined ? handlers.find((person) => mayImpose.includes(person)) : handlers[0];
    if (imposer === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- the next only where this one could not be
    const refused = await scene.act(imposer, (request) =>
      vote === undefined ? acts.imposeInterim(request, text) : acts.askInterim(request, text),
    );
    if (refused !== undefined) continue;
    return vote === undefined ? undefined : voteOn(scene);
  }
  return undefined;
}

/** The body that was asked votes, and everybody is in favour. */
async function voteOn(scene: Scene): Promise<Refusal | undefined> {
  const { rulebook, acts } = scene;
  const current = await scene.read();
  const stage = findVoteStage(rulebook, current);
  const chair = stage === undefined ? undefined : await findChair(scene, stage);
  if (stage === undefined || chair === undefined || openAsk(rulebook, current) === undefined) return undefined;
  return (
    (await clearMembers(scene)) ??
    (await scene.act(chair, (request) => acts.putInterim(request))) ??
    (await castBallots(scene, chair, stage)) ??
    (await scene.act(chair, (request) => acts.closeVote(request)))
  );
}
