import type { PersonId } from "../../domain/identity.ts";
import { lastDayOf } from "../../domain/motions/due.ts";
import { foldMotion } from "../../domain/motions/motion.ts";
import { bodyOf, ruleOf } from "../../domain/motions/rules.ts";
import { electorsNow } from "../../domain/motions/viewer.ts";
import type { Claim, Effect } from "../effect.ts";
import type { House } from "../house.ts";
import { GONE, LONGER, OPENED, OVER, RESTS, shareOf } from "../motions/motionEffects.ts";
import type { MotionReminder } from "../motions/motionReminder.ts";
import type { Later, Outcome } from "./syncRoom.ts";
import { tellPerson } from "./tellPerson.ts";

type Reminded = Extract<Effect, { kind: "motion-reminder" }>;

/**
 * Tells those who may vote and have not that the vote is open; that it is over, everybody who may vote. Who they are stands in no row: it is
 * found now. A second attempt finds on the platform whom the first one reached.
 */
export async function remindVoters(house: House, effect: Reminded, claim: Claim): Promise<Outcome> {
  const stored = await house.store.motionById(effect.motion);
  if (stored === undefined) return { kind: "done" };
  const rulebook = house.rulebookOf(stored.rulebook);
  const motion = foldMotion(stored);
  const put = motion.votes.find((each) => each.vote === effect.vote);
  const state = stateAt(effect.occasion);
  const isOver = state === "over" || state === "rests";
  const isForAll = isOver || state === "longer" || state === "gone";
  if (put === undefined || (put.result !== undefined) !== isOver) return { kind: "done" };
  const rule = ruleOf(rulebook, motion);
  const view: MotionReminder = {
    motion: motion.id,
    codeName: motion.codeName,
    body: bodyOf(rule),
    isSecret: put.isSecret,
    state,
    lastDay: put.closes === undefined ? undefined : lastDayOf(rulebook, put.closes).toString(),
    clause: rule.clause,
  };
  const voters = (await house.store.motionVote(put.vote))?.voters ?? [];
  const mayVote = new Set(electorsNow(rulebook, house.roster, motion, put));
  const { share = { number: 1, of: 1 } } = effect;
  let [reached, unreached] = [0, 0];
  for (const { person, hasVoted } of voters) {
    if (shareOf(person, share.of) !== share.number) continue;
    // Whether somebody voted does not show by who is told that it stays open for longer, or is over.
    if ((hasVoted && !isForAll) || !mayVote.has(person)) continue;
    // oxlint-disable-next-line no-await-in-loop -- the platforms ration messages to people
    const sent = await tell(house, person, view, effect, claim);
    if (sent === "unreached") unreached += 1;
    else if (sent === "reached") reached += 1;
    else return reached === 0 ? sent : halfDone(sent);
  }
  // How many of those who have not voted were not reached would show of somebody who never is that they have not voted.
  if (unreached > 0 && isForAll)
    house.log.warn("some who may vote were not reached", { motion: motion.codeName, unreached });
  return { kind: "done" };
}

/** Somebody was told already: in the next attempt it is looked up who. */
const halfDone = (later: Later): Later =>
  later.ration === undefined ? later : { ...later, ration: { ...later.ration, isUntouched: false } };

function stateAt(occasion: string): MotionReminder["state"] {
  if (occasion === OVER) return "over";
  if (occasion === RESTS) return "rests";
  if (occasion.startsWith(LONGER)) return "longer";
  if (occasion.startsWith(GONE)) return "gone";
  return occasion === OPENED ? "opened" : "open";
}

async function tell(
  house: House,
  person: PersonId,
  view: MotionReminder,
  { vote, occasion }: Reminded,
  claim: Claim,
): Promise<"reached" | "unreached" | Later> {
  const known = house.people.get(person);
  if (known === undefined) return "unreached";
  const key = `motion:${vote}:${occasion}:${person}`;
  const told = await tellPerson(house, known, key, { kind: "motion-reminder", view }, claim);
  if (told === "told") return "reached";
  return told === "unreachable" ? "unreached" : told;
}
