import type { Told } from "./told.ts";

/** What is to be played: an outcome that the case comes past, a sanction, and how soon everybody acts; "" leaves the choice to the rehearsal. */
export interface AskedRehearsal {
  readonly outcome: string;
  readonly sanction: string;
  readonly pace: "prompt" | "slow";
}

/** Something to choose. */
export interface RehearsalChoice {
  readonly id: string;
  readonly name: Told;
}

/** A fictitious case in the words of one language. */
export interface ToldRehearsal {
  readonly intro: readonly string[];
  readonly days: readonly { readonly day: string; readonly lines: readonly RehearsalLine[] }[];
  readonly took: readonly string[];
  /** The clauses that were used. */
  readonly used: string;
  readonly untouched: readonly { readonly clause: string; readonly about: string }[];
}

export interface RehearsalLine {
  /** "10:00". */
  readonly time: string;
  /** stop: the case could not go on as was meant. */
  readonly kind: "act" | "clock" | "stop";
  readonly who: string;
  readonly what: string;
  /** "Memo 5.2". */
  readonly cited?: string;
  readonly details: readonly { readonly kind: string; readonly text: string }[];
}

export interface ShownRehearsal {
  readonly outcomes: readonly RehearsalChoice[];
  readonly sanctions: readonly RehearsalChoice[];
  readonly told: { readonly en: ToldRehearsal; readonly sv: ToldRehearsal };
}

/** Plays a fictitious case by the bot's own rules; says why where none can be played. */
export type Rehearse = (asked: AskedRehearsal) => Promise<ShownRehearsal | { readonly refused: Told }>;
