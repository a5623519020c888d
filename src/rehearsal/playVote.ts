import { openVote } from "../domain/case/case.ts";
import { callersOf } from "../domain/case/consensus.ts";
import { chairsAt, readMotionRule } from "../domain/case/decide.ts";
import { reasonsToChoose } from "../domain/case/listedReasons.ts";
import { checkersOf, findUnchecked } from "../domain/case/precheck.ts";
import type { PersonId } from "../domain/identity.ts";
import { decidersOf, handlersOf } from "../domain/parties/viewer.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { VoteStage } from "../rulebook/rulebook.ts";
import { consequenceOf } from "./consequence.ts";
import type { Scene } from "./openScene.ts";
import { playQuestion } from "./playQuestion.ts";
import { readSanctionable } from "./report.ts";
import type { OpenStage } from "./stageKind.ts";
import type { Way } from "./way.ts";

/** The body decides: a brief with its approval, no conflict of anybody, a motion, everybody in favour, and the vote is closed. */
export async function playVote(scene: Scene, stage: OpenStage, way: Way): Promise<Refusal | undefined> {
  if (stage.kind !== "vote") return undefined;
  const { acts } = scene;
  await scene.waitForLastMoment(`target:${way.stage}`);
  const unready = (await writeBrief(scene)) ?? (await clearMembers(scene));
  const chair = await findChair(scene, stage);
  if (unready !== undefined || chair === undefined) return unready;
  return (
    (await scene.act(chair, (request) => acts.put(request, motionFor(scene, stage, way)))) ??
    (await playQuestion(scene, stage)) ??
    (await castBallots(scene, chair, stage)) ??
    (await scene.act(chair, (request) => acts.closeVote(request)))
  );
}

/** Writes the brief and has it approved, unless there is one already. */
export async function writeBrief(scene: Scene): Promise<Refusal | undefined> {
  const { acts, rulebook, house } = scene;
  const current = await scene.read();
  const [writer, second = writer] = handlersOf(rulebook, house.roster, current);
  if (writer === undefined || second === undefined) return undefined;
  const refused = await scene.act(writer, (request) => acts.writeBrief(request, "..."));
  // There is an approved one already: the case has been here before.
  if (refused?.refused === "already-done") return undefined;
  return refused ?? (await checkConflicts(scene)) ?? (await scene.act(second, (request) => acts.approve(request)));
}

/** Whoever looks for conflicts in the body finds none, where the rulebook has somebody look. */
async function checkConflicts(scene: Scene): Promise<Refusal | undefined> {
  const { acts, rulebook, house } = scene;
  const current = await scene.read();
  const [checker] = checkersOf(rulebook, house.roster, current);
  if (checker === undefined || findUnchecked(rulebook, house.roster, current) === undefined) return undefined;
  return scene.act(checker, (request) => acts.checkConflicts(request, []));
}

/** Every member says that nothing stands in the way. */
export async function clearMembers(scene: Scene): Promise<Refusal | undefined> {
  const { cleared } = await scene.read();
  for (const member of await membersOf(scene)) {
    if (cleared.includes(member)) continue;
    // oxlint-disable-next-line no-await-in-loop -- each for themselves
    const refused = await scene.act(member, (request) => scene.acts.clear(request));
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** Everybody is in favour; where a consensus is looked for it is called first, and everybody agrees. */
export async function castBallots(scene: Scene, chair: PersonId, stage: VoteStage): Promise<Refusal | undefined> {
  const { rulebook, house } = scene;
  const current = await scene.read();
  const vote = openVote(current);
  const rule = vote === undefined ? undefined : readMotionRule(rulebook, vote.rule);
  if (rule?.method === "consensus" && rule.called_by !== undefined) {
    const [caller = chair] = callersOf(rulebook, house.roster, current, rule, stage, await partiesOf(scene));
    const refused =
      (await sayPresent(scene)) ?? (await scene.act(caller, (request) => scene.acts.callConsensus(request)));
    if (refused !== undefined) return refused;
  }
  const choice = rule?.method === "consensus" ? "agree" : "in-favour";
  for (const member of vote?.electorate ?? []) {
    // oxlint-disable-next-line no-await-in-loop -- each for themselves
    const refused = await scene.act(member, ({ caller, delivery }) =>
      scene.acts.cast(caller, vote?.vote ?? "", choice, delivery),
    );
    if (refused !== undefined && isRefusal(refused)) return refused;
  }
  return undefined;
}

/** Everybody who may vote has come. */
async function sayPresent(scene: Scene): Promise<Refusal | undefined> {
  const vote = openVote(await scene.read());
  for (const member of vote?.electorate ?? []) {
    // oxlint-disable-next-line no-await-in-loop -- each for themselves
    const refused = await scene.act(member, ({ caller }) => scene.acts.present(caller, vote?.vote ?? ""));
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** The members of the deciding body who take part: no party, nobody who stepped aside. */
export async function membersOf(scene: Scene): Promise<readonly PersonId[]> {
  const [current, parties] = [await scene.read(), await partiesOf(scene)];
  const out = [...current.recused, ...parties];
  return decidersOf(scene.rulebook, scene.house.roster, current).filter((member) => !out.includes(member));
}

/** The people who are parties, as far as they are known. */
export async function partiesOf(scene: Scene): Promise<readonly PersonId[]> {
  return (await scene.readFile()).identities.flatMap(({ person }) => person ?? []);
}

/** The first of those who put motions and close votes; undefined where nobody is left. */
export async function findChair(scene: Scene, stage: VoteStage): Promise<PersonId | undefined> {
  const { rulebook, house } = scene;
  return chairsAt(rulebook, house.roster, await scene.read(), stage, await partiesOf(scene))[0];
}

/** A motion that leads to the outcome of a way, with what it requires. */
export function motionFor(scene: Scene, stage: VoteStage, { outcome, sanctions }: Way) {
  const [motion = "", rule] = Object.entries(stage.motions).find(([, each]) => each.outcome === outcome) ?? [];
  const requires = rule?.requires ?? [];
  const consequence = consequenceOf(scene, requires.includes("one_sanction") ? sanctions : []);
  const isFound = requires.includes("finding") || consequence.sanction !== undefined;
  const findings = isFound ? readSanctionable(scene.rulebook) : [];
  const because = reasonsToChoose(scene.rulebook, stage.outcomes[outcome]).slice(0, 1);
  return { motion, findings, ...consequence, because, reasons: "Fictitious reasons." };
}
