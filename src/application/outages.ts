import { Temporal } from "temporal-polyfill";

import type { Away } from "../domain/case/missedCall.ts";
import { OUTAGE } from "../domain/motions/due.ts";
import type { Store } from "./ports.ts";

/** Under this name it is kept when Redress was away. */
const OUTAGES = "outages";
/** So many are kept, the latest. */
const KEPT = 50;

type Kept = Pick<Store, "remember" | "remembered">;

/** When Redress was away for long, the earliest first. */
export async function readOutages(store: Kept): Promise<readonly Away[]> {
  const parsed: unknown = JSON.parse((await store.remembered(OUTAGES)) ?? "[]");
  return (Array.isArray(parsed) ? parsed : []).map((each: unknown) => {
    const [from, until] = String(each)
      .split("/")
      .map((text) => Temporal.Instant.from(text));
    if (from === undefined || until === undefined) throw new Error("It is not readable when Redress was away.");
    return { from, until };
  });
}

/** Keeps that Redress was away, if that was long. Several instances that come back at once keep it once. */
export async function keepOutage(store: Kept, from: Temporal.Instant, until: Temporal.Instant): Promise<void> {
  if (Temporal.Instant.compare(from.add(OUTAGE), until) > 0) return;
  const known = await readOutages(store);
  if (known.some((each) => each.from.equals(from))) return;
  const all = [...known, { from, until }].slice(-KEPT);
  await store.remember(OUTAGES, JSON.stringify(all.map((each) => `${each.from.toString()}/${each.until.toString()}`)));
}
