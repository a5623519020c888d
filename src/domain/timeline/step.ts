import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Case } from "../case/case.ts";
import type { Recorded } from "../case/entry.ts";
import type { PartyEntry } from "../case/party.ts";
import type { PersonId } from "../identity.ts";
import type { Happening } from "./happening.ts";

/** For whom a timeline is: as what somebody stands to the case. */
export type TimelineViewer =
  | { readonly kind: "handler" | "reader" }
  | { readonly kind: "voter" }
  | { readonly kind: "party"; readonly party: PartyEntry }
  | { readonly kind: "witness" }
  | { readonly kind: "addressee" }
  | { readonly kind: "nobody" };

/** What a line says, before it is known when it was. */
export interface Told {
  readonly happening: Happening;
  readonly by?: PersonId | undefined;
  /** In place of what the entry itself rests on. */
  readonly clause?: string | undefined;
}

/** What a line is made from: an entry, and the case before and after it. */
export interface Step {
  readonly rulebook: Rulebook;
  readonly recorded: Recorded;
  readonly before: Case;
  readonly current: Case;
}
