import type { KeptAccess, Store } from "../../application/ports.ts";
import type { AccessStore } from "../access.ts";

/** What was taken from people on the platforms, as long as the process lives. */
export function memoryAccess(): Pick<Store, AccessStore> {
  const rows = new Map<string, KeptAccess>();
  return {
    accessOf: async (person) => [...rows.values()].filter(({ whom }) => whom === person),
    accessById: async (id) => rows.get(id),
    accessIds: async () => [...rows.keys()],
    async saveAccess(row) {
      const isTaken = row.version === 0 && [...rows.values()].some(({ whom }) => whom === row.whom);
      if (isTaken || (rows.get(row.id)?.version ?? 0) !== row.version) return false;
      rows.set(row.id, { ...row, version: row.version + 1 });
      return true;
    },
    async forgetAccess({ id, version }) {
      return rows.get(id)?.version === version && rows.delete(id);
    },
  };
}
