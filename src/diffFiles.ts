import { differenceLine, differencesOf } from "./domain/versions/differences.ts";
import { loadRulebook } from "./rulebook/loadRulebook.ts";
import { complaintLine } from "./rulebook/yamlFile.ts";

interface NamedFile {
  readonly name: string;
  readonly text: string;
}

export interface Diff {
  /** What to show, a line each: the differences in words, or what is wrong with a file. */
  readonly lines: readonly string[];
  /** Whether both rulebooks could be read. */
  readonly isRight: boolean;
}

/** What a changed rulebook says otherwise than an older one, in words and by chapter, then how much. */
export function diffFiles(old: NamedFile, changed: NamedFile): Diff {
  const [before, after] = [loadRulebook(old.text), loadRulebook(changed.text)];
  if (before.kind === "refused" || after.kind === "refused") {
    const complaints = [
      ...(before.kind === "refused" ? before.complaints.map((each) => complaintLine(old.name, each)) : []),
      ...(after.kind === "refused" ? after.complaints.map((each) => complaintLine(changed.name, each)) : []),
    ];
    return { lines: complaints, isRight: false };
  }
  const { cite } = after.rulebook.document;
  const differences = differencesOf(before.rulebook, after.rulebook, { isProposed: true });
  const lines = differences.map((difference) => differenceLine(difference, cite));
  return { lines: [...lines, countLine(lines.length)], isRight: true };
}

function countLine(count: number): string {
  if (count === 0) return "No difference: apart from comments and the order of keys, both say the same.";
  return count === 1 ? "1 difference." : `${count} differences.`;
}
