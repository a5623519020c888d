import { loadRulebook } from "../rulebook/loadRulebook.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Store } from "./ports.ts";

/**
 * The rulebook with the offices of every earlier one beside its own: a roster goes on naming who holds them, because cases that were filed
 * under an earlier version go on by it.
 */
export function withEarlierOffices(rulebook: Rulebook, earlier: readonly Rulebook[]): Rulebook {
  const offices = earlier.flatMap((each) => Object.entries(each.offices));
  return { ...rulebook, offices: { ...Object.fromEntries(offices), ...rulebook.offices } };
}

/** Every rulebook that was ever adopted or that a case was filed under, and that can still be read. */
export async function earlierRulebooks(store: Pick<Store, "rulebookTexts">): Promise<readonly Rulebook[]> {
  const loaded = (await store.rulebookTexts()).map(({ text }) => loadRulebook(text));
  return loaded.flatMap((each) => (each.kind === "loaded" ? [each.rulebook] : []));
}
