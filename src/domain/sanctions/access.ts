import type { Temporal } from "temporal-polyfill";

import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { SanctionId } from "../identity.ts";
import { heldAt } from "./ledger.ts";
import type { Ledger } from "./ledger.ts";

/** What is done on a platform so that somebody cannot reach something: a role or a channel is taken away, or a role is given. */
export interface Measure {
  /** The platform's id of the role or channel. */
  readonly id: string;
  /** What it is called in the roster. */
  readonly name: string;
  readonly how: "take" | "give";
}

/** A measure that was carried out on one account, or is about to be: kept until it has been undone, and why it was is not kept. */
export interface Kept extends Measure {
  /** When it was begun. */
  readonly at: Temporal.Instant;
  /**
   * "begun": nobody knows yet whether the platform did it, or undid it. "done": it did. "undone": somebody has undone it by hand since, and it is left
   * so.
   */
  readonly state: "begun" | "done" | "undone";
  /** Which stay on the platform it was done in: another one begins when somebody leaves and comes back. Empty while they are away. */
  readonly stay: string;
}

/** What an account has on a platform at this moment. */
export type Standing =
  | { readonly isThere: false }
  | {
      readonly isThere: true;
      readonly stay: string;
      /** Of the roles and channels that were asked about, those it has. */
      readonly has: readonly string[];
    };

/** What there is to do for one account. Each measure is named once, if at all. */
export interface Steps {
  /** To be carried out: what is kept about each before it is. */
  readonly enforce: readonly Kept[];
  /** To be undone: what is kept about each before it is. */
  readonly restore: readonly Kept[];
  /** Nothing is left of them: to be kept no longer. */
  readonly forget: readonly Kept[];
  /** Kept otherwise from now on, with nothing to do. */
  readonly note: readonly Kept[];
  /** Somebody has undone them by hand just now, as they are kept from now on: told, and left so. */
  readonly undone: readonly Kept[];
}

/** What the sanctions that hold at a moment keep somebody from, by the names of the rulebook, each with the sanction that does. */
export function keptFrom(
  ledger: Ledger,
  at: Temporal.Instant,
): readonly { readonly access: string; readonly sanction: SanctionId; readonly ruling: string }[] {
  return heldAt(ledger, at).flatMap(({ rulebook, sanction, because }) => {
    const names = enforceRule(rulebook, sanction)?.access ?? [];
    const ruling = because.at(0)?.ruling ?? "";
    return names.map((access) => ({ access, sanction, ruling }));
  });
}

/** How a sanction is enforced on the platforms; undefined where it holds by the rules alone. */
export function enforceRule(rulebook: Rulebook, sanction: SanctionId | undefined) {
  const rule = sanction === undefined ? undefined : rulebook.sanctions[sanction];
  return rule !== undefined && "enforce" in rule ? rule.enforce : undefined;
}

/** Whether anything is kept from somebody now or will be. */
export function keepsFrom(ledger: Ledger, at: Temporal.Instant): boolean {
  const moments = [
    at,
    ...ledger.held.map(({ from }) => from).filter((from) => from.epochMilliseconds > at.epochMilliseconds),
  ];
  return moments.some((moment) => keptFrom(ledger, moment).length > 0);
}

/**
 * What there is to do for one account: a pure function of what the sanctions that hold want, of what was done before, and of what the
 * account has now. Only what this account had is taken, and only what was taken is given back, however many sanctions wanted it.
 * Somebody who leaves and comes back begins anew; what was undone by hand within one stay is told once and left alone.
 */
export function stepsOf(wanted: readonly Measure[], kept: readonly Kept[], now: Standing, at: Temporal.Instant): Steps {
  const all = new Map([...kept, ...wanted].map((each) => [keyOf(each), each]));
  const none: Steps = { enforce: [], restore: [], forget: [], note: [], undone: [] };
  return [...all.keys()].reduce((steps, key) => {
    const measure = wanted.find((each) => keyOf(each) === key);
    const record = kept.find((each) => keyOf(each) === key);
    const step = stepOf(measure, record, now, at);
    return step === undefined ? steps : { ...steps, [step.kind]: [...steps[step.kind], step.kept] };
  }, none);
}

export const keyOf = ({ id, how }: Pick<Measure, "id" | "how">) => `${how}:${id}`;

interface Step {
  readonly kind: keyof Steps;
  readonly kept: Kept;
}

function stepOf(
  wanted: Measure | undefined,
  kept: Kept | undefined,
  now: Standing,
  at: Temporal.Instant,
): Step | undefined {
  if (!now.isThere)
    return kept === undefined || kept.stay === "" ? undefined : { kind: "note", kept: { ...kept, stay: "" } };
  const { stay } = now;
  if (wanted === undefined) {
    if (kept === undefined) return undefined;
    // From now on nobody knows whether it is done: what is wanted anew in between is not taken for undone by hand.
    return isSo(kept, now.has) ? { kind: "restore", kept: { ...kept, state: "begun" } } : { kind: "forget", kept };
  }
  const begun: Kept = { id: wanted.id, name: wanted.name, how: wanted.how, at, state: "begun", stay };
  if (isSo(wanted, now.has)) {
    const isNoted = kept === undefined || (kept.state === "done" && kept.stay === stay);
    return isNoted ? undefined : { kind: "note", kept: { ...kept, state: "done", stay } };
  }
  // Whoever comes back has what newcomers have: that is nobody's decision about this person.
  if (kept === undefined || kept.state === "begun" || kept.stay !== stay) return { kind: "enforce", kept: begun };
  return kept.state === "undone" ? undefined : { kind: "undone", kept: { ...kept, state: "undone" } };
}

/** Whether things are as the measure wants them. */
export function isSo({ id, how }: Pick<Measure, "id" | "how">, has: readonly string[]): boolean {
  return has.includes(id) === (how === "give");
}
