/** A file in the workspace. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** Who brought it. */
  readonly owner: string;
  /** Undefined while it is announced only. */
  bytes: Buffer | undefined;
  /** How many bytes were announced, where the app brings it. */
  readonly length: number;
  /** Into which conversations it was sent. */
  readonly sentTo: Set<string>;
}
