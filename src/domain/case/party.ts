import type { PersonId, PartyId } from "../identity.ts";

export type PartyRole = "complainant" | "respondent" | "affected" | "witness";

/** How whoever filed the report is involved. */
export type Relation = "affected" | "witness" | "on_behalf" | "self";

/** How a report came that an officer entered. */
export type CameBy = "letter" | "email" | "spoken" | "telephone";

/** Who did it: somebody of the organisation, a party (known by name to the identity table only), or the clock. */
export type Actor =
  | { readonly kind: "person"; readonly person: PersonId }
  | { readonly kind: "party"; readonly party: PartyId }
  | { readonly kind: "clock" }
  | { readonly kind: "platform" };

export interface PartyEntry {
  readonly party: PartyId;
  readonly role: PartyRole;
  /** Whether this party can be reached through the bot. */
  readonly hasAccount: boolean;
  /** Whether it is the organisation itself, for which somebody speaks who has no other part in the case. */
  readonly isOrganisation?: boolean | undefined;
}
