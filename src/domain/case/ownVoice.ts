import type { Temporal } from "temporal-polyfill";

import type { ItemId, PartyId, StatementId } from "../identity.ts";
import type { Actor, PartyRole } from "./party.ts";

/** That parties speak for themselves, where the rules let nobody from outside do it. */
export type OwnVoiceEntry =
  /** A party says that they speak for themselves; `companion` says who goes with them. The last of a party holds. */
  | { readonly kind: "own-voice"; readonly party: PartyId; readonly companion: StatementId | undefined }
  /**
   * Somebody from outside wrote it for a party: it goes back to them, to be sent again in their own name. `item` is something that was handed
   * in; undefined for the report. `reasons` say how one can tell.
   */
  | {
      readonly kind: "submission-returned";
      readonly item: ItemId | undefined;
      readonly party: PartyId;
      readonly reasons: StatementId;
    };

/** What can go back to a party. */
export type Submitted = "report" | "statement" | "evidence";

/** What is told of it. */
export type OwnVoiceSubject =
  /** To whoever sent it. */
  | {
      readonly kind: "submission-returned";
      readonly what: Submitted;
      readonly item: ItemId | undefined;
      readonly reasons: StatementId;
    }
  /** To the officers: whether somebody goes with a party from now on. */
  | { readonly kind: "companion-named"; readonly role: PartyRole; readonly isNamed: boolean };

/** A party who has said that they speak for themselves, and who goes with them. */
interface Voice {
  readonly party: PartyId;
  readonly companion: StatementId | undefined;
  readonly since: Temporal.Instant;
}

/** Something that went back to a party; undefined `item` for the report. */
interface Returned {
  readonly item: ItemId | undefined;
  readonly party: PartyId;
  readonly reasons: StatementId;
  readonly at: Temporal.Instant;
  readonly by: Actor;
}

/** What stands in a file of who speaks for whom. */
export interface OwnVoice {
  readonly voices: readonly Voice[];
  /** The first first. */
  readonly returned: readonly Returned[];
}

export const noVoices: OwnVoice = { voices: [], returned: [] };

/** The same after one more entry. */
export function ownVoiceAfter(
  { voices, returned }: OwnVoice,
  entry: OwnVoiceEntry,
  by: Actor,
  at: Temporal.Instant,
): OwnVoice {
  const { party } = entry;
  if (entry.kind === "submission-returned") {
    const { item, reasons } = entry;
    return { voices, returned: [...returned, { item, party, reasons, at, by }] };
  }
  const voice = { party, companion: entry.companion, since: at };
  return { voices: [...voices.filter((each) => each.party !== party), voice], returned };
}

/** Whether an entry is one of these. */
export const isOwnVoiceEntry = (entry: { readonly kind: string }): entry is OwnVoiceEntry =>
  entry.kind === "own-voice" || entry.kind === "submission-returned";

/** That something went back to its party; undefined where it did not, and for the report where no item is named. */
export const findReturned = ({ ownVoice }: { readonly ownVoice: OwnVoice }, item: ItemId | undefined) =>
  ownVoice.returned.find((each) => each.item === item);
