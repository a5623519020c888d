import type { Effect } from "../../application/effect.ts";
import type { ObligationDone, Store } from "../../application/ports.ts";
import type { ObligationStore } from "../obligations.ts";

/**
 * What has to be done again and again, as long as the process lives.
 * @param request puts into the outbox what follows from an announcement
 */
export function memoryObligations(request: (effects: readonly Effect[]) => void): Pick<Store, ObligationStore> {
  const done = new Map<string, ObligationDone>();
  const told = new Set<string>();
  return {
    async recordObligationDone(each) {
      if (done.has(each.id)) return false;
      done.set(each.id, each);
      return true;
    },
    obligationsDone: async () => [...done.values()],
    async announceObligation(key, _, effects) {
      if (told.has(key)) return false;
      told.add(key);
      request(effects);
      return true;
    },
  };
}
