export type Plain = Readonly<Record<string, unknown>>;

export function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A text that is the same exactly for equal values: the order of keys says nothing, and a key without a value is as good as none. */
export function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isPlain(part) ? inOrder(part) : part)) ?? "";
}

function inOrder(part: Plain): Plain {
  return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two values are the same rule. */
export function isSame(was: unknown, is: unknown): boolean {
  return keyOf(was) === keyOf(is);
}
