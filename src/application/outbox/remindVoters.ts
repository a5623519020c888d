import type { PersonId } from "../../domain/identity.ts";
import { lastDayOf } from "../../domain/motions/due.ts";
import { foldMotion, voteNow } from "../../domain/motions/motion.ts";
import { bodyOf, ruleOf } from "../../domain/motions/rules.ts";
import { mayVoteNow } from "../../domain/motions/viewer.ts";
import type { House } from "../house.ts";
import { OPENED } from "../motions/motionEffects.ts";
import type { MotionReminder } from "../motions/motionReminder.ts";
import type { Claim, Effect } from "../ports.ts";
import type { Outcome } from "./syncRoom.ts";
import { tellPerson } from "./tellPerson.ts";

type Reminded = Extract<Effect, { kind: "motion-reminder" }>;

/**
 * Tells those who may vote and have not that the vote is open. Who they are stands in no row: it is found now. A second attempt finds on the
 * platform whom the first one reached.
 */
export async function remindVoters(house: House, effect: Reminded, claim: Claim): Promise<Outcome> {
  const stored = await house.store.motionById(effect.motion);
  if (stored === undefined) return { kind: "done" };
  const rulebook = house.rulebookOf(stored.rulebook);
  const motion = foldMotion(stored);
  const open = voteNow(motion);
  if (open?.vote !== effect.vote) return { kind: "done" };
  const rule = ruleOf(rulebook, motion);
  const view: MotionReminder = {
    motion: motion.id,
    codeName: motion.codeName,
    body: bodyOf(rule),
    isSecret: open.isSecret,
    isNew: effect.occasion === OPENED,
    lastDay: open.closes === undefined ? undefined : lastDayOf(rulebook, open.closes).toString(),
    clause: rule.clause,
  };
  const voters = (await house.store.motionVote(open.vote))?.voters ?? [];
  const mayVote = new Set(mayVoteNow(rulebook, house.roster, motion));
  let unreached = 0;
  for (const { person, hasVoted } of voters) {
    if (hasVoted || !mayVote.has(person)) continue;
    // oxlint-disable-next-line no-await-in-loop -- the platforms ration messages to people
    const sent = await tell(house, person, view, effect, claim);
    if (sent === "unreached") unreached += 1;
    else if (sent !== "reached") return sent;
  }
  if (unreached > 0) house.log.warn("some who may vote were not reached", { motion: motion.codeName, unreached });
  return { kind: "done" };
}

async function tell(
  house: House,
  person: PersonId,
  view: MotionReminder,
  { vote, occasion }: Reminded,
  claim: Claim,
): Promise<"reached" | "unreached" | Outcome> {
  const known = house.people.get(person);
  if (known === undefined) return "unreached";
  const key = `motion:${vote}:${occasion}:${person}`;
  const told = await tellPerson(house, known, key, { kind: "motion-reminder", view }, claim);
  if (told === "told") return "reached";
  return told === "unreachable" ? "unreached" : told;
}
