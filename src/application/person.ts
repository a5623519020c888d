import type { PartyRole } from "../domain/case/party.ts";
import type { PersonId, PartyId } from "../domain/identity.ts";

export type PlatformName = "discord" | "slack";

export interface AccountRef {
  readonly platform: PlatformName;
  readonly id: string;
  /** Whoever acts by the code of a report without a name: then nothing else of the account is known. */
  readonly holder?: PersonId | undefined;
}

export interface Account extends AccountRef {
  readonly name: string;
  /** The language of this account, such as "sv". */
  readonly locale: string;
}

/** Somebody the organisation knows: one person, with accounts on one platform, on both, or on none. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly accounts: readonly Account[];
}

/** Who a party is: a row of the identity table, sealed with the key of its case. */
export interface Identity {
  readonly party: PartyId;
  readonly role: PartyRole;
  readonly person: PersonId | undefined;
  readonly name: string;
}
