import { closestMatch } from "leven";
import { z } from "zod";

/** Something wrong at a place of a file. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  /** The key itself is wrong, not what stands under it. */
  readonly isOfKey?: boolean;
}

type Parsed<Value> =
  | { readonly kind: "parsed"; readonly value: Value }
  | { readonly kind: "faulty"; readonly faults: readonly Fault[] };

/** A value as a schema reads it, or everything that is wrong with it: what was found, what is expected, what was probably meant. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): Parsed<z.output<Schema>> {
  const parsed = schema.safeParse(value, { reportInput: true, error: expectation });
  if (parsed.success) return { kind: "parsed", value: parsed.data };
  const found = parsed.error.issues.flatMap(readIssue);
  // Of a misspelt key it is said once what was meant, not also that the right one is missing.
  const meant = new Set(found.flatMap(({ path, meantKey }) => (meantKey === undefined ? [] : [keyOf(path, meantKey)])));
  const faults = found.filter((fault) => !(fault.isMissing && meant.has(fault.path.join("."))));
  return { kind: "faulty", faults };
}

/** "; probably vote was meant" for a word that is nearly one of those known; otherwise nothing. */
export function probably(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? "" : `; probably ${near} was meant`;
}

function nearest(word: string, known: readonly string[]): string | undefined {
  return closestMatch(word, known, { maxDistance: Math.ceil(word.length / 3) });
}

interface FoundFault extends Fault {
  readonly isMissing: boolean;
  /** The key beside it that a misspelt one was probably meant to be. */
  readonly meantKey?: string;
}

const keyOf = (path: readonly PropertyKey[], key: string) => [...path.slice(0, -1), key].join(".");

/** Keys cannot hold it, so that the list of those known can travel as the message of an issue. */
const BETWEEN = "\n";

function readIssue(issue: z.core.$ZodIssue): readonly FoundFault[] {
  if (issue.code === "unrecognized_keys") {
    const known = issue.message.split(BETWEEN);
    return issue.keys.map((key) => unknownKey([...issue.path, key], key, known));
  }
  if (issue.code === "invalid_union") {
    // What the branch that fits best finds says more than that none fits.
    const branches = issue.errors.map((errors) => errors.flatMap(readIssue));
    const [best] = branches
      .filter((faults) => faults.every((fault) => fault.path.length > 0))
      .toSorted((a, b) => a.length - b.length);
    if (best !== undefined) return best.map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] }));
  }
  if (issue.code === "invalid_key")
    return issue.issues.map(({ message }) => ({ path: issue.path, isMissing: false, message }));
  return [{ path: issue.path, isMissing: isMissing(issue), message: messageOf(issue) }];
}

function unknownKey(path: readonly PropertyKey[], key: string, known: readonly string[]): FoundFault {
  const meantKey = nearest(key, known);
  return meantKey === undefined
    ? { path, isMissing: false, isOfKey: true, message: `"${key}" is not a key here; the keys are ${known.join(", ")}` }
    : {
        path,
        isMissing: false,
        isOfKey: true,
        message: `"${key}" is not a key here; probably ${meantKey} was meant`,
        meantKey,
      };
}

const missable: ReadonlySet<string | undefined> = new Set(["invalid_type", "invalid_value", "invalid_union"]);

function isMissing(issue: z.core.$ZodIssue): boolean {
  if (!missable.has(issue.code)) return false;
  return isDiscriminator(issue) ? discriminated(issue) === undefined : issue.input === undefined;
}

type Discriminated = z.core.$ZodIssueInvalidUnion & { readonly discriminator: string };

const isDiscriminator = (issue: z.core.$ZodIssue): issue is Discriminated =>
  issue.code === "invalid_union" && "discriminator" in issue;

/** What stands where the kind of something should stand; the issue itself speaks of the whole. */
function discriminated({ input, discriminator }: Discriminated): unknown {
  return typeof input === "object" && input !== null
    ? Object.entries(input).find(([key]) => key === discriminator)?.[1]
    : input;
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (isMissing(issue)) return `this is missing: ${issue.message}`;
  const input = isDiscriminator(issue) ? discriminated(issue) : issue.input;
  // A rule of ours about a whole group needs no word on what was found.
  if (issue.code === "custom" && typeof input === "object") return issue.message;
  return `found ${shown(input)}; ${issue.message}${typeof input === "string" ? probably(input, choicesOf(issue)) : ""}`;
}

function choicesOf(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options)
    ? issue.options.map(String)
    : [];
}

const MOST_SHOWN = 40;

function shown(input: unknown): string {
  if (input === null || input === undefined || input === "") return "nothing";
  if (Array.isArray(input)) return input.length === 0 ? "an empty list" : "a list";
  if (typeof input === "object") return "a group of keys";
  // A long number has lost its last digits in reading: it is not what stands there.
  if (typeof input === "number" && !Number.isSafeInteger(Math.trunc(input))) return "a number";
  const text = JSON.stringify(input);
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}…`;
}

const typeWords: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of keys",
  record: "a group of names",
};

/** What a schema without a sentence of its own expects. */
function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  // oxlint-disable-next-line switch-exhaustiveness-check -- the others come with a sentence of the schema, or not at all
  switch (issue.code) {
    case "unrecognized_keys":
      return keysOf(issue.inst).join(BETWEEN);
    case "invalid_type":
      return `expected ${typeWords[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `expected ${issue.values.length === 1 ? "" : "one of "}${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? `expected one of ${issue.options.map(String).join(", ")}`
        : "expected another shape";
    case "too_small":
      return `expected ${issue.inclusive === false ? "more than" : "at least"} ${sizeOf(issue.minimum, issue.origin)}`;
    case "too_big":
      return `expected ${issue.inclusive === false ? "less than" : "at most"} ${sizeOf(issue.maximum, issue.origin)}`;
    case "invalid_format":
      return issue.format === "url" ? "expected a web address, such as https://example.org/code" : undefined;
    default:
      return undefined;
  }
}

function sizeOf(size: number | bigint, origin: string): string {
  const units: Readonly<Record<string, string>> = { string: "character", array: "entry" };
  const unit = units[origin];
  if (unit === undefined) return String(size);
  const plural = unit === "entry" ? "entries" : `${unit}s`;
  return `${size} ${Number(size) === 1 ? unit : plural}`;
}

/** The keys that the object of an issue may have. */
function keysOf(schema: unknown): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
