import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { RecordEntry } from "../records/entry.ts";
import type { Happening } from "./happening.ts";

/** What those who handle a case see of what becomes of its records, and of what of it went to others outside. */
export function recordHappening({ externals }: Rulebook, entry: RecordEntry): Happening {
  switch (entry.kind) {
    case "anonymising-told":
      return { kind: entry.kind, on: entry.on };
    case "escalated":
      return { kind: entry.kind, to: externals[entry.to]?.label ?? entry.to };
    case "escalation-answered":
      return { kind: entry.isTaken ? "escalation-taken" : "escalation-declined" };
    case "handed-outside":
      return { kind: entry.kind, to: externals[entry.to]?.label ?? entry.to, on: entry.on };
    case "outside-answered":
      return { kind: entry.kind, on: entry.on };
    case "publication-decided":
      return { kind: entry.isAgreed ? "publication-agreed" : "publication-declined", on: entry.on };
    case "publication-posted":
      return { kind: entry.failed === undefined ? "publication-posted" : "publication-not-posted" };
    case "publication-written":
    case "publication-approved":
    case "published":
    case "anonymising-held":
    case "anonymising-released":
    case "words-erased":
    case "precedent-written":
    case "precedent-approved":
    case "bundle-written":
    case "bundle-approved":
      return { kind: entry.kind };
  }
}
