import type { SentHome, SentModal } from "../blockKit/checkShape.ts";

/** What stands in one element: text or one chosen value, several chosen values, or nothing. */
export type FieldValue = string | readonly string[] | undefined;

/** What stands in the elements of a surface, by `stateKey`. */
export type SurfaceState = Map<string, FieldValue>;

/** The key of an element in a surface's state. */
export function stateKey(blockId: string, actionId: string): string {
  return `${blockId}\n${actionId}`;
}

/** A modal or an App Home as the local Slack keeps it. */
export interface StoredView {
  readonly id: string;
  readonly owner: string;
  readonly rootId: string;
  readonly previousId: string | undefined;
  view: SentModal | SentHome;
  hash: string;
  state: SurfaceState;
  /** What the app said beside fields, by block id. */
  errors: Readonly<Record<string, string>>;
}
