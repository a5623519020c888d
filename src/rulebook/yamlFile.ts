import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";

/** What is wrong with a file, and where. Lines and columns count from 1. */
export interface Complaint {
  readonly line: number;
  readonly column: number;
  /** The key, such as votes.sanction.quorum.present. */
  readonly path: string;
  readonly message: string;
}

/** Something wrong at a place of a file. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A YAML file as it was read. */
export type YamlFile =
  | { readonly kind: "broken"; readonly complaints: readonly Complaint[] }
  | {
      readonly kind: "read";
      readonly value: unknown;
      readonly place: (faults: readonly Fault[]) => readonly Complaint[];
    };

/** Reads YAML so that every fault found in it later can be told with its line and column. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, path: readonly PropertyKey[], message: string): Complaint => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, path: path.map(String).join("."), message };
  };
  if (document.errors.length > 0)
    return { kind: "broken", complaints: document.errors.map((error) => at(error.pos[0], [], error.message)) };
  const unresolved: Complaint[] = [];
  visit(document, {
    Alias(_key, node) {
      if (node.resolve(document) === undefined)
        unresolved.push(at(startOf(node), [], `nothing is marked &${node.source} before this`));
    },
  });
  if (unresolved.length > 0) return { kind: "broken", complaints: unresolved };
  return {
    kind: "read",
    value: document.toJS(),
    place: (faults) => faults.map(({ path, message }) => at(offsetOf(document.contents, path), path, message)),
  };
}

/** Where the value of a path stands; a key that stands on a line before its value; for a path that is missing the last part there is. */
function offsetOf(contents: unknown, path: readonly PropertyKey[]): number {
  let node = contents;
  let found = startOf(node);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return found;
      node = pair.value;
      found = isMap(node) || isSeq(node) ? startOf(pair.key) : startOf(node);
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      found = isNode(node) ? startOf(node) : found;
    } else return found;
  }
  return found;
}

const startOf = (node: unknown) => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

/** Each thing a schema found wrong: one for each unknown key, and of a union what the branch that fits best finds. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): readonly Fault[] {
  return issues.flatMap((issue): readonly Fault[] => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        message: `"${key}" is not a key that is known here`,
      }));
    if (issue.code === "invalid_union") {
      const branches = issue.errors.map(faultsOf).filter((faults) => faults.every((fault) => fault.path.length > 0));
      const [best] = branches.toSorted((a, b) => a.length - b.length);
      if (best !== undefined) return best.map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
    }
    if (issue.code === "invalid_key") return issue.issues.map(({ message }) => ({ path: issue.path, message }));
    return [{ path: issue.path, message: messageOf(issue) }];
  });
}

const missable: ReadonlySet<string | undefined> = new Set(["invalid_type", "invalid_value", "invalid_union"]);

function messageOf(issue: z.core.$ZodIssue): string {
  const message = issue.message.replace(/^Invalid input: /, "");
  if (issue.input !== undefined || !missable.has(issue.code)) return message;
  return `this is missing: ${message.replace(/, received undefined$/, "")}`;
}
