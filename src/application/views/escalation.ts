import type { Whose } from "../../domain/deadlines/whose.ts";

/** What somebody on the ladder is told beside that a case is late. */
export interface EscalationKnown {
  /** Whose it is that is late: the names of people, all officers, or a body. */
  readonly whose:
    | { readonly kind: "people"; readonly names: readonly string[] }
    | Extract<Whose, { kind: "officers" | "body" }>;
  /**
   * What those are called who were told before, the first first. Nobody to whoever does not handle the case: who of the officers or chairs
   * is missing there has stepped aside, or was passed by.
   */
  readonly before: readonly string[];
  /** Whether it is told to somebody who handles the case, and may know what it is that is late. */
  readonly isOfficers: boolean;
}
