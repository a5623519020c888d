import type { EvidenceEntry } from "../case/evidenceEntries.ts";
import type { Happening } from "./happening.ts";

/** What those who handle the case see of witnesses and of what was handed in. */
export function evidenceHappening(entry: EvidenceEntry): Happening {
  if (entry.kind !== "witness-answered") return { kind: entry.kind };
  return { kind: entry.isWilling ? "witness-promised" : "witness-declined" };
}
