import type { Fault } from "./checkShape.ts";

/** A text of at least one and at most `most` characters, or none at all. */
export function lengthFaults(text: string | undefined, most: number, at: string, least = 1): readonly Fault[] {
  if (text === undefined) return [];
  if (text.length > most) return [`must be less than ${most + 1} characters [json-pointer:${at}]`];
  return text.length < least ? [`must be more than ${least - 1} characters [json-pointer:${at}]`] : [];
}

/** The same for a text object, whose text is what is counted. */
export function textFaults(text: { readonly text: string } | undefined, most: number, at: string): readonly Fault[] {
  return lengthFaults(text?.text, most, `${at}/text`);
}

/** A list of at least `least` and at most `most` items, or none at all. */
export function countFaults(
  items: readonly unknown[] | undefined,
  most: number,
  at: string,
  least = 1,
): readonly Fault[] {
  if (items === undefined) return [];
  if (items.length > most) return [`no more than ${most} items allowed [json-pointer:${at}]`];
  return items.length < least ? [`no less than ${least} items allowed [json-pointer:${at}]`] : [];
}

/** A number between two bounds, or none at all. */
export function rangeFaults(value: number | undefined, least: number, most: number, at: string): readonly Fault[] {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return [];
  return [`must be between ${least} and ${most} [json-pointer:${at}]`];
}
