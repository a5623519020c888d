import type { Told } from "./told.ts";
import type { PlatformKind } from "./wire.ts";

/** Something that can be made to go wrong, as it now stands. */
export interface Disturbance {
  readonly id: string;
  /** Left out for one that strikes both platforms. */
  readonly platform?: PlatformKind;
  readonly label: Told;
  /** What happens in life when this does, and what to try next. */
  readonly about: Told;
  /** Whom or what it may strike, of which one is chosen; left out where there is nothing to choose. */
  readonly targets?: {
    readonly label: Told;
    readonly options: readonly { readonly id: string; readonly label: string }[];
  };
  /** Why it cannot be done now; left out when it can. */
  readonly blocked?: Told;
}

/** Something that stays disturbed until it is taken back. */
export interface Standing {
  readonly platform?: PlatformKind;
  readonly text: Told;
  /** The disturbance that takes it back. */
  readonly back: { readonly id: string; readonly target?: string; readonly label: Told };
}

/** Something that was done, or that was seen to follow from it. */
export interface PlugLine {
  readonly id: number;
  /** Milliseconds since 1970 of the local clock. */
  readonly at: number;
  readonly platform?: PlatformKind;
  readonly kind: "done" | "seen";
  readonly text: Told;
}

/** What can be disturbed, what is, and what came of it. */
export interface ShownPlug {
  readonly disturbances: readonly Disturbance[];
  readonly standing: readonly Standing[];
  /** Oldest first. */
  readonly lines: readonly PlugLine[];
  /** How many effects the bot has still to carry out. */
  readonly waiting: number;
}

/** What makes things go wrong on purpose, and watches what is kept and repaired. */
export interface Plug {
  read(): Promise<ShownPlug>;
  /**
   * Does it, or takes it back; resolves once it has happened.
   * @throws PageRefusal for a disturbance or a target that is not there, or not now
   */
  pull(id: string, target?: string): Promise<void>;
  /** Called after anything changed that `read` shows. Returns what ends it. */
  onChange(listener: () => void): () => void;
}
