import type { Effect } from "../../application/effect.ts";
import type { Store } from "../../application/ports.ts";
import type { CountedReport } from "../../domain/intake/counted.ts";
import type { CountedStore } from "../counted.ts";

/**
 * Anonymous reports that are only counted, as long as the process lives.
 * @param request puts into the outbox what follows from one
 * @param forgetDraft lets go of the draft that became one
 */
export function memoryCounted(
  request: (effects: readonly Effect[]) => void,
  forgetDraft: (id: string) => void,
): Pick<Store, CountedStore> {
  const reports = new Map<string, CountedReport>();
  const drafts = new Set<string>();
  return {
    async fileCounted(report, draft, effects) {
      if (drafts.has(draft)) return "seen";
      if ([...reports.values()].some(({ codeName }) => codeName === report.codeName)) return "stale";
      drafts.add(draft);
      reports.set(report.id, report);
      forgetDraft(draft);
      request(effects);
      return "filed";
    },
    countedReports: async () =>
      [...reports.values()].toSorted((one, other) => (`${one.day}${one.id}` < `${other.day}${other.id}` ? -1 : 1)),
    async codeCounted(id, code) {
      const report = reports.get(id);
      if (report?.state.kind !== "waiting") return false;
      reports.set(id, { ...report, state: { kind: "coded", ...code } });
      return true;
    },
  };
}
