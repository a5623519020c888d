import { z } from "zod";

import type { PageHouse } from "./pageOptions.ts";

/** An organisation by whose rules things can be tried out. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
}

/** What the page is told of the organisations there are. */
export interface ShownOrganisations {
  /** In the order in which they are offered. */
  readonly list: readonly Organisation[];
  /** The one that stands behind the page now; before it is opened, the one it is opened with. */
  readonly chosen: string;
}

/** The organisations of which one stands behind the page; what they are the page does not know. */
export interface Organisations extends ShownOrganisations {
  /**
   * Opens one of the list with nothing in it, beside the one that stands.
   * @throws Error that says why it cannot be opened
   */
  open(id: string): Promise<PageHouse>;
}

export const chooseSchema = z.strictObject({ id: z.string() });
