import type { Store, StoredStatement, StoredVersion } from "../../application/ports.ts";
import type { RulebookStore } from "../rulebooks.ts";

/** Rulebooks in memory: texts, versions and statements, none of which ever changes. */
export function memoryRulebooks(): Pick<Store, RulebookStore> {
  const texts = new Map<string, string>();
  const versions: StoredVersion[] = [];
  const statements: StoredStatement[] = [];
  return {
    rulebookTexts: async () => [...texts].map(([hash, text]) => ({ hash, text })),
    rulebookVersions: async () => [...versions],
    async adoptVersion(version, text) {
      if (version.number !== versions.length + 1) return "stale";
      texts.set(version.hash, text);
      versions.push(version);
      return "adopted";
    },
    amendmentStatements: async (hash) => statements.filter((statement) => statement.hash === hash),
    async stateAmendment(statement) {
      statements.push(statement);
    },
  };
}
