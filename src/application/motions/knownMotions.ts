import type { MotionFile } from "../../domain/motions/motion.ts";
import type { CaseRef } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { readMotion } from "./actOnMotion.ts";
import { motionCache } from "./motionCache.ts";

/** How many motions are kept; the oldest goes first. */
const KEPT = 100;

/** A motion as it was read last, or now. */
export async function readKnownMotion(house: House, ref: CaseRef): Promise<MotionFile | undefined> {
  const kept = motionCache(house);
  const found = "id" in ref ? kept.get(ref.id) : undefined;
  if (found !== undefined) return found;
  const read = await readMotion(house, ref);
  if (read === undefined) return undefined;
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(read.id, read);
  return read;
}
