/** An object as it goes over the wire. */
export type Json = Readonly<Record<string, unknown>>;

/** The member of that name, if the value is an object that has it. */
export function property(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** The text that stands under that name, if it is text. */
export function textProperty(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  return typeof found === "string" ? found : undefined;
}

/** The number that stands under that name, if it is a number. */
export function numberProperty(value: unknown, name: string): number | undefined {
  const found = property(value, name);
  return typeof found === "number" ? found : undefined;
}
