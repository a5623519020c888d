import type { Piece } from "./piece.ts";

/** What there is to a message besides who wrote it and when. */
export interface DrawnMessage {
  readonly pieces: readonly Piece[];
  /** Said by the platform, not by its author. */
  readonly isNotice: boolean;
  /** The command it answers. */
  readonly answers?: string;
}
