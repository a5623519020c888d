import { createHash } from "node:crypto";

import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

import { crossCheck } from "./crossCheck.ts";
import { rulebookSchema } from "./rulebook.ts";
import type { Rulebook } from "./rulebook.ts";

/** What is wrong with a rulebook file, and where. Lines and columns count from 1. */
export interface Complaint {
  readonly line: number;
  readonly column: number;
  /** The key, such as votes.sanction.quorum.present. */
  readonly path: string;
  readonly message: string;
}

export type LoadedRulebook =
  | { readonly kind: "loaded"; readonly rulebook: Rulebook; readonly hash: string }
  | { readonly kind: "refused"; readonly complaints: readonly Complaint[] };

/** Reads a rulebook file: all its faults at once, each with its place, or the rulebook and the SHA-256 of its text. */
export function loadRulebook(text: string): LoadedRulebook {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, path: readonly PropertyKey[], message: string): Complaint => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, path: path.map(String).join("."), message };
  };
  if (document.errors.length > 0)
    return { kind: "refused", complaints: document.errors.map((error) => at(error.pos[0], [], error.message)) };

  const offsetOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth).map(String), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return 0;
  };
  const parsed = rulebookSchema.safeParse(document.toJS());
  if (!parsed.success)
    return {
      kind: "refused",
      complaints: flatten(parsed.error.issues).map((issue) => at(offsetOf(issue.path), issue.path, issue.message)),
    };

  const faults = crossCheck(parsed.data);
  if (faults.length > 0)
    return { kind: "refused", complaints: faults.map((fault) => at(offsetOf(fault.path), fault.path, fault.message)) };
  return { kind: "loaded", rulebook: parsed.data, hash: createHash("sha256").update(text).digest("hex") };
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** One fault per unknown key, and of a union the branch that fits best. */
function flatten(issues: readonly z.core.$ZodIssue[]): readonly Fault[] {
  return issues.flatMap((issue): readonly Fault[] => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        message: `"${key}" is not a key of a rulebook here`,
      }));
    if (issue.code === "invalid_union" && issue.errors.length > 0) {
      const best = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
      return flatten(best).map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] }));
    }
    return [{ path: issue.path, message: issue.message }];
  });
}
