import type { MotionFile } from "../../domain/motions/motion.ts";
import type { CaseRef } from "../actOnCase.ts";
import type { House } from "../house.ts";
import type { Store } from "../ports.ts";
import { readMotion } from "./actOnMotion.ts";

/** How many motions are kept; the oldest goes first. */
const KEPT = 100;

/** Motions as they were read last, so that a ballot needs no reading of its motion: whether it counts is judged where it is stored. */
const known = new WeakMap<Store, Map<string, MotionFile>>();

/** A motion as it was read last, or now. */
export async function readKnownMotion(house: House, ref: CaseRef): Promise<MotionFile | undefined> {
  const kept = known.get(house.store) ?? new Map<string, MotionFile>();
  known.set(house.store, kept);
  const found = "id" in ref ? kept.get(ref.id) : undefined;
  if (found !== undefined) return found;
  const read = await readMotion(house, ref);
  if (read === undefined) return undefined;
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(read.id, read);
  return read;
}

/** What was kept of a motion is not what it is any more. */
export function forgetMotion({ store }: House, id: string): void {
  known.get(store)?.delete(id);
}
