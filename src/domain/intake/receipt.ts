import type { Recorded } from "../case/entry.ts";

/** Who is named as a party in a report. */
interface NamedParty {
  readonly party: string;
  readonly role: string;
  readonly name: string;
}

/**
 * What a report said when it was filed, in one line that is always the same for the same report: the name of the case, the moment, how
 * whoever filed it is involved, the rules, who is named, and every answer.
 * @param words the answers as they are kept
 */
export function filedText(
  codeName: string,
  { at, entry }: Recorded,
  identities: readonly NamedParty[],
  words: string,
): string | undefined {
  if (entry.kind !== "received") return undefined;
  const first = new Set(entry.parties.map(({ party }) => party));
  const named = identities.filter(({ party }) => first.has(party)).map(({ role, name }) => `${role} ${name}`);
  return JSON.stringify([
    "redress receipt 1",
    codeName,
    at.epochMilliseconds,
    entry.relation,
    entry.rules,
    named.toSorted(),
    words,
  ]);
}

/** The number of a receipt as it is shown: in groups of eight. */
export const groupedNumber = (digits: string): string => digits.match(/.{1,8}/g)?.join(" ") ?? "";

/** A number as it was typed, with or without its spaces; undefined for what cannot be one. */
export function readNumber(typed: string): string | undefined {
  const plain = typed.toLowerCase().replaceAll(/[^0-9a-z]/g, "");
  return /^[0-9a-f]{64}$/.test(plain) ? groupedNumber(plain) : undefined;
}
