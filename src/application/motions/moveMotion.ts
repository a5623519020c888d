import { moveMotion as decideMove } from "../../domain/motions/decide.ts";
import { momentsOf } from "../../domain/motions/due.ts";
import { foldMotion } from "../../domain/motions/motion.ts";
import type { Motion } from "../../domain/motions/motion.ts";
import { isMotionRefusal } from "../../domain/motions/refusal.ts";
import { bodyOf, motionRules } from "../../domain/motions/rules.ts";
import { holdersOf } from "../../domain/roster.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { TRIES } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { MotionChange } from "../motionPorts.ts";
import type { AccountRef } from "../person.ts";
import type { MotionDone, MotionSeen } from "./actOnMotion.ts";
import { effectsOfMotion } from "./motionEffects.ts";

/** A motion as somebody writes it. */
export interface MotionWords {
  readonly rule: string;
  readonly text: string;
  /** The last day of the vote, as 2026-03-20; undefined where it is closed by hand. */
  readonly lastDay: string | undefined;
  /** What is voted on besides the motion itself, such as topics or candidates; none of a motion that is voted for or against. */
  readonly options: readonly string[];
}

/**
 * The ways to vote by which somebody can move something, by their names in the rulebook.
 * @param body only those by which this body votes
 */
export async function rulesToMoveBy(house: House, caller: AccountRef, body?: string): Promise<readonly string[]> {
  const person = await findPerson(house, caller);
  if (person === undefined) return [];
  const { rulebook, roster } = house;
  return motionRules(rulebook).flatMap(([id, rule]) =>
    holdersOf(rulebook, roster, rule.electorate).includes(person) && (body === undefined || bodyOf(rule) === body)
      ? [id]
      : [],
  );
}

/**
 * Moves a motion that is no case.
 * @param within the session in which it is moved, and under which id it stands on its agenda
 */
export async function moveMotion(
  house: House,
  caller: AccountRef,
  { rule, text, lastDay, options: labels }: MotionWords,
  delivery: string,
  within?: { readonly id: string; readonly session: NonNullable<Motion["session"]> },
): Promise<MotionDone | MotionSeen | Blocked> {
  const { store, chance, rulebook, roster } = house;
  const person = await findPerson(house, caller);
  if (person === undefined || !motionRules(rulebook).some(([id]) => id === rule)) return nothingHere;
  for (let left = TRIES; left > 0; left -= 1) {
    const [id, statement, codeName, at] = [
      within?.id ?? chance.id(),
      chance.id(),
      chance.codeName(),
      house.clock.now(),
    ];
    // A command names a case or a motion by it.
    // oxlint-disable-next-line no-await-in-loop -- a name that is taken asks for another
    if ((await store.caseByCodeName(codeName)) !== undefined) continue;
    const words = chance.id();
    const options = labels.length === 0 ? undefined : { ids: labels.map((_, i) => `o${i + 1}`), words };
    const entry = decideMove(
      rulebook,
      roster,
      person,
      { rule, origin: caller.platform, text: statement, lastDay, session: within?.session, options },
      at,
    );
    if (isMotionRefusal(entry)) {
      if (entry.refused !== "day-is-over") return nothingHere;
      return { ...entry, unblock: [{ kind: "choose-day", from: undefined, until: undefined }] };
    }
    const recorded = { version: 1, at, by: { kind: "person", person }, entry } as const;
    const motion: Motion = foldMotion({ id, codeName, entries: [recorded] });
    const change: MotionChange = {
      delivery,
      motion: id,
      opens: { codeName, rulebook: house.rulebookHash },
      expected: 0,
      entries: [recorded],
      words: [{ id: statement, text }, ...(options === undefined ? [] : [{ id: words, text: JSON.stringify(labels) }])],
      isClosed: false,
      wakes: momentsOf(rulebook, motion),
      recuses: [],
      effects: effectsOfMotion(house, rulebook, [motion]),
    };
    // oxlint-disable-next-line no-await-in-loop
    const committed = await store.commitMotion(change);
    if (committed === "seen") return { kind: "seen" };
    if (committed === "stale") continue;
    house.wakeOutbox();
    return { kind: "motion-done", motion };
  }
  throw new Error(`No name was found for a motion in ${TRIES} tries.`);
}
