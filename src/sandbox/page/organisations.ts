import { z } from "zod";

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

export const chooseSchema = z.strictObject({ id: z.string() });
