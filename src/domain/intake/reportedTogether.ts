import type { PartyEntry } from "../case/party.ts";
import type { PartyId } from "../identity.ts";

/** Several people who report something together, as the report named them. */
export interface ReportedTogether {
  /** Who speaks for all of them; undefined where nobody does. */
  readonly spokesperson: PartyId | undefined;
  /** Those whom the author named. */
  readonly members: readonly PartyEntry[];
}

/** And what they have answered. */
export interface Together extends ReportedTogether {
  readonly declined: readonly PartyId[];
}
