import { loadRulebook } from "../rulebook/loadRulebook.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Store } from "./ports.ts";

/**
 * The rulebook with the offices of every earlier one beside its own: a roster goes on naming who holds them, because cases that were filed
 * under an earlier version go on by it.
 */
export async function withEarlierOffices(rulebook: Rulebook, store: Pick<Store, "rulebookTexts">): Promise<Rulebook> {
  const loaded = (await store.rulebookTexts()).map(({ text }) => loadRulebook(text));
  const earlier = loaded.flatMap((each) => (each.kind === "loaded" ? Object.entries(each.rulebook.offices) : []));
  return { ...rulebook, offices: { ...Object.fromEntries(earlier), ...rulebook.offices } };
}
