import type { MotionFile } from "../../domain/motions/motion.ts";
import type { House } from "../house.ts";
import type { Store } from "../ports.ts";

const caches = new WeakMap<Store, Map<string, MotionFile>>();

/** Motions as they were read last, so that a ballot needs no reading of its motion: whether it counts is judged where it is stored. */
export function motionCache({ store }: House): Map<string, MotionFile> {
  const kept = caches.get(store) ?? new Map<string, MotionFile>();
  caches.set(store, kept);
  return kept;
}

/** What was kept of a motion is not what it is any more. */
export function forgetMotion(house: House, id: string): void {
  motionCache(house).delete(id);
}
