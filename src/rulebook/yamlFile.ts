import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Document } from "yaml";

import type { Fault } from "./faults.ts";

/** What is wrong with a file, and where. Lines and columns count from 1. */
export interface Complaint {
  readonly line: number;
  readonly column: number;
  /** The key, such as votes.sanction.quorum.present. */
  readonly path: string;
  readonly message: string;
}

/** "chapter.yaml:12:5 votes.sanction.quorum: this is missing": what is wrong with a file, as editors and terminals make a link of it. */
export function complaintLine(file: string, { line, column, path, message }: Complaint): string {
  return `${file}:${line}:${column}${path === "" ? "" : ` ${path}`}: ${message}`;
}

/** A YAML file as it was read. */
export type YamlFile =
  | { readonly kind: "broken"; readonly complaints: readonly Complaint[] }
  | {
      readonly kind: "read";
      readonly value: unknown;
      readonly place: (faults: readonly Fault[]) => readonly Complaint[];
    };

/** A star where a value may stand. */
const MAY_REPEAT = /(?:^|[\s,:[{])\*/mu;

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
  // To look through a whole file takes time, and hardly any repeats something.
  if (MAY_REPEAT.test(text))
    visit(document, {
      Alias(_key, node) {
        if (node.resolve(document) === undefined)
          unresolved.push(at(startOf(node), [], `nothing is marked &${node.source} before this`));
      },
    });
  if (unresolved.length > 0) return { kind: "broken", complaints: unresolved };
  const value = valueOf(document);
  if (value === undefined)
    return { kind: "broken", complaints: [at(0, [], "the marks (&) are repeated (*) too often")] };
  return {
    kind: "read",
    value: value.read,
    place: (faults) =>
      faults.map(({ path, message, isOfKey = false }) => at(offsetOf(document.contents, path, isOfKey), path, message)),
  };
}

/** What a document says; undefined where so much is repeated in it that it would not fit into memory. */
function valueOf(document: Document.Parsed): { readonly read: unknown } | undefined {
  try {
    return { read: document.toJS() };
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

/**
 * Where the value of a path stands, or its key when that is asked for or stands on a line before its value; for a path that is missing
 * the last part there is.
 */
function offsetOf(contents: unknown, path: readonly PropertyKey[], isOfKey: boolean): number {
  let node = contents;
  let found = startOf(node);
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return found;
      node = pair.value;
      const isKeyMeant = isOfKey && depth === path.length - 1;
      found = isKeyMeant || !isScalar(node) ? startOf(pair.key) : startOf(node);
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      found = isNode(node) ? startOf(node) : found;
    } else return found;
  }
  return found;
}

const startOf = (node: unknown) => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
