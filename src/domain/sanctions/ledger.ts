import { Temporal } from "temporal-polyfill";

import type { Rulebook, SanctionRule } from "../../rulebook/rulebook.ts";
import { endOfTerm } from "../deadlines/calendar.ts";
import { latest } from "../deadlines/latest.ts";
import type { SanctionId } from "../identity.ts";
import { termOf } from "./term.ts";
import type { Moments } from "./term.ts";

/** A decision that imposed a sanction on a person. */
export interface Ruling extends Moments {
  /** Names the decision. */
  readonly id: string;
  readonly sanction: SanctionId;
  /** The rulebook it was decided by: it goes on to hold for this sanction. */
  readonly rulebook: Rulebook;
  /** Quashed on appeal: it is as if it had never been decided, and so is whatever it did to other sanctions. */
  readonly isQuashed: boolean;
  /** When the sanction that it imposed was lifted early, whatever it had become by then. */
  readonly lifted: Temporal.Instant | undefined;
}

/** One step of why a sanction holds as long as it does. */
export interface Cause {
  readonly kind: "imposed" | "converted" | "extended";
  /** The decision that did it, and its sanction. */
  readonly ruling: string;
  readonly sanction: SanctionId;
  readonly at: Temporal.Instant;
  /** What the sanction was from then on. */
  readonly became: SanctionId;
  /** Until when the sanction then held; undefined without a last day. */
  readonly until: Temporal.Instant | undefined;
}

/** A sanction as it holds, or held: from its first moment until the first at which it no longer does. */
export interface Held {
  readonly sanction: SanctionId;
  readonly rulebook: Rulebook;
  readonly from: Temporal.Instant;
  /** Undefined where it has no last day. */
  readonly until: Temporal.Instant | undefined;
  readonly ending: "lapse" | "conversion" | "lifting" | "none";
  /** What led to it, the first decision first. */
  readonly because: readonly Cause[];
}

export interface Ledger {
  /** Everything that holds, held or will hold, by when it begins. */
  readonly held: readonly Held[];
  /** Decided, and waiting until the decision reaches the person. */
  readonly waiting: readonly Ruling[];
  /** What was done once the person was told, such as an admonition, or is a task. */
  readonly done: readonly Ruling[];
}

/**
 * What a person's sanctions come to: a pure function of the decisions, in whatever order they are given.
 * A decision acts on what others have imposed when it has been made and has reached the person, and once only: what it converted is not
 * extended by it as well. An extension counts from the latest decision and never shortens.
 */
export function ledgerOf(rulings: readonly Ruling[]): Ledger {
  const valid = rulings.filter((ruling) => !ruling.isQuashed).toSorted(inOrder);
  const terms = valid.map((ruling) => ({ ruling, term: termOf(ruling.rulebook, ruleOf(ruling), ruling) }));
  const imposed = terms.flatMap(({ ruling, term }): readonly Held[] => {
    if (term.kind === "waiting" || term.kind === "instant") return [];
    const until = term.kind === "running" ? term.until : undefined;
    return [opened(ruling, ruling.sanction, ruling.rulebook, term.from, until, [], "imposed")];
  });
  const held = valid.reduce<readonly Held[]>(
    (before, ruling) => before.flatMap((each) => actedOn(each, ruling, valid)),
    imposed,
  );
  return {
    held: held.map((each) => liftedBy(each, valid)).toSorted((a, b) => Temporal.Instant.compare(a.from, b.from)),
    waiting: terms.flatMap(({ ruling, term }) => (term.kind === "waiting" ? [ruling] : [])),
    done: terms.flatMap(({ ruling, term }) => (term.kind === "instant" ? [ruling] : [])),
  };
}

/** What holds at a moment. */
export function heldAt({ held }: Ledger, at: Temporal.Instant): readonly Held[] {
  return held.filter((each) => isHeld(each, at));
}

/** The moment at which a decision acts on others: it has been made, and has reached the person. */
function effectiveAt({ made, notified }: Ruling): Temporal.Instant | undefined {
  return notified === undefined ? undefined : latest([made, notified]);
}

function actedOn(held: Held, ruling: Ruling, rulings: readonly Ruling[]): readonly Held[] {
  const at = effectiveAt(ruling);
  if (at === undefined || held.because.some((cause) => cause.ruling === ruling.id)) return [held];
  const rule = held.rulebook.sanctions[held.sanction];
  const onNew = rule?.kind === "dated" ? rule.on_new.find((each) => each.sanction === ruling.sanction) : undefined;
  if (onNew === undefined || !isHeld(liftedBy(held, rulings), at)) return [held];
  if (onNew.then === "extend") {
    const until = latest([held.until, endOfTerm(held.rulebook, at, onNew.by)]);
    return [{ ...held, until, because: [...held.because, cause("extended", ruling, at, held.sanction, until)] }];
  }
  const to = held.rulebook.sanctions[onNew.to];
  const lasts = to?.kind === "dated" && to.lasts !== "chosen" ? to.lasts : undefined;
  const until = lasts === undefined ? undefined : endOfTerm(held.rulebook, at, lasts);
  return [
    { ...held, until: at, ending: "conversion" },
    opened(ruling, onNew.to, held.rulebook, at, until, held.because, "converted"),
  ];
}

function opened(
  ruling: Ruling,
  sanction: SanctionId,
  rulebook: Rulebook,
  from: Temporal.Instant,
  until: Temporal.Instant | undefined,
  before: readonly Cause[],
  kind: Cause["kind"],
): Held {
  const because = [...before, cause(kind, ruling, from, sanction, until)];
  return { sanction, rulebook, from, until, ending: until === undefined ? "none" : "lapse", because };
}

const cause = (
  kind: Cause["kind"],
  { id, sanction }: Ruling,
  at: Temporal.Instant,
  became: SanctionId,
  until: Temporal.Instant | undefined,
): Cause => ({ kind, ruling: id, sanction, at, became, until });

/** What was lifted while it held ends then. */
function liftedBy(held: Held, rulings: readonly Ruling[]): Held {
  const imposing = held.because[0]?.ruling;
  const lifted = rulings.find(({ id }) => id === imposing)?.lifted;
  if (lifted === undefined || !isHeld(held, lifted)) return held;
  return { ...held, until: lifted, ending: "lifting" };
}

function isHeld({ from, until }: Held, at: Temporal.Instant): boolean {
  const hasBegun = Temporal.Instant.compare(from, at) <= 0;
  return hasBegun && (until === undefined || Temporal.Instant.compare(at, until) < 0);
}

function ruleOf({ rulebook, sanction }: Ruling): SanctionRule {
  const rule = rulebook.sanctions[sanction];
  if (rule === undefined) throw new Error(`The rulebook has no sanction "${sanction}".`);
  return rule;
}

function inOrder(a: Ruling, b: Ruling): number {
  const moment = (ruling: Ruling) => effectiveAt(ruling) ?? ruling.made;
  const byEffect = Temporal.Instant.compare(moment(a), moment(b));
  if (byEffect !== 0) return byEffect;
  return Temporal.Instant.compare(a.made, b.made) || a.id.localeCompare(b.id);
}
