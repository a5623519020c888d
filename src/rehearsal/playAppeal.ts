import type { Account } from "../application/person.ts";
import type { Case } from "../domain/case/case.ts";
import type { PartyEntry } from "../domain/case/party.ts";
import { openChallenges } from "../domain/challenges/challenge.ts";
import type { Challenge } from "../domain/challenges/challenge.ts";
import type { ChallengeTask } from "../domain/challenges/entry.ts";
import { verdictsOf } from "../domain/challenges/hear.ts";
import { openingsFor } from "../domain/challenges/openings.ts";
import type { Opening } from "../domain/challenges/openings.ts";
import { addresseesOf, benchOf, doersOf, tasksOf } from "../domain/challenges/whoHears.ts";
import type { Setting } from "../domain/challenges/whoHears.ts";
import type { PersonId } from "../domain/identity.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Scene } from "./openScene.ts";

/** More steps than hearing an appeal takes. */
const MOST_STEPS = 10;

/**
 * A party appeals against how the case ended, and it is heard by those whom the rulebook names: the decision stands. Where it is heard at a
 * stage of the case, it waits there. Undefined where nothing can be appealed against.
 * @returns whether it was lodged, or why it could not be
 */
export async function playAppeal(scene: Scene): Promise<"lodged" | Refusal | undefined> {
  const refused = await lodge(scene);
  if (refused !== "lodged") return refused;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    // oxlint-disable no-await-in-loop -- one after the other
    const setting = await settingOf(scene);
    const [challenge] = openChallenges(scene.rulebook, setting.current);
    const [task] = challenge === undefined ? [] : tasksOf(setting, challenge);
    if (challenge === undefined || task === undefined) return "lodged";
    const [doer] = doersOf(setting, challenge, task);
    const stop = doer === undefined ? undefined : await doTask(scene, setting, challenge, task, doer);
    if (doer === undefined || stop !== undefined) return stop ?? "lodged";
    // oxlint-enable no-await-in-loop
  }
  return "lodged";
}

async function lodge(scene: Scene): Promise<"lodged" | Refusal | undefined> {
  const { rulebook, acts } = scene;
  const setting = await settingOf(scene);
  const found = findOpening(scene, setting.current);
  const rule = found === undefined ? undefined : rulebook.challenges[found.opening.rule];
  const caller = found === undefined ? undefined : await accountOf(scene, found.party);
  if (found === undefined || rule === undefined || caller === undefined) return undefined;
  const [ground] = rule.grounds === undefined || rule.grounds === "any" ? [undefined] : rule.grounds;
  const [to = 0] = addresseesOf(setting, rule);
  const text = {
    rule: found.opening.rule,
    to,
    ground,
    words: "A fictitious appeal.",
    evidence: "Fictitious evidence.",
  };
  const refused = await scene.actAs(caller, (request) => acts.lodge(request, text));
  return refused ?? "lodged";
}

/** Whoever the case is about appeals before whoever reported. */
function findOpening(
  { rulebook }: Scene,
  current: Case,
): { readonly party: PartyEntry; readonly opening: Opening } | undefined {
  const parties = current.parties.toSorted((a, b) => Number(b.role === "respondent") - Number(a.role === "respondent"));
  return parties
    .flatMap((party) => openingsFor(rulebook, current, party).map((opening) => ({ party, opening })))
    .find(({ opening }) => rulebook.challenges[opening.rule]?.kind === "appeal" && opening.lodged === undefined);
}

/** The account of a party; undefined for somebody who has none. */
export async function accountOf(scene: Scene, { party }: PartyEntry): Promise<Account | undefined> {
  const { house } = scene;
  const identity = (await scene.readFile()).identities.find((each) => each.party === party);
  const person = identity?.person === undefined ? undefined : await house.store.person(identity.person);
  return person?.accounts[0];
}

async function settingOf(scene: Scene): Promise<Setting> {
  const { rulebook, house } = scene;
  const parties = (await scene.readFile()).identities.flatMap(({ person }) => person ?? []);
  return { rulebook, roster: house.roster, current: await scene.read(), parties };
}

function doTask(
  scene: Scene,
  setting: Setting,
  challenge: Challenge,
  task: ChallengeTask,
  doer: PersonId,
): Promise<Refusal | undefined> {
  const { acts } = scene;
  const reasons = "Fictitious reasons.";
  if (task === "consult") return scene.act(doer, (request) => acts.consult(request, challenge.id, reasons));
  if (task === "lateness" || task === "admission")
    return scene.act(doer, (request) => acts.judgeChallenge(request, challenge.id, true, reasons));
  const verdicts = verdictsOf(setting, challenge);
  const how = verdicts.find((each) => each === "confirm") ?? verdicts[0] ?? "confirm";
  const members = benchOf(setting, challenge)?.seats ?? [];
  const verdict = { how, sanction: undefined, lasts: undefined, findings: [], members, reasons };
  return scene.act(doer, (request) => acts.decideChallenge(request, challenge.id, verdict));
}
