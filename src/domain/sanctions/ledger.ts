import { Temporal } from "temporal-polyfill";

import type { Rulebook, SanctionRule } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import { endOfTerm } from "../deadlines/calendar.ts";
import { latest } from "../deadlines/latest.ts";
import type { SanctionId } from "../identity.ts";
import { effectiveMoments } from "./confirmation.ts";
import type { Confirmation } from "./confirmation.ts";
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
  /** Whether the sanction that it imposed rests now, because an appeal against it is not decided yet. */
  readonly rests?: boolean;
  /** When the sanction that it imposed was lifted early or, an interim one, ended by itself, whatever it had become by then. */
  readonly lifted: Temporal.Instant | undefined;
  /** By how much the sanction that it imposed was made longer because it was not kept, and when. */
  readonly prolonged?: readonly Prolonging[];
  /** What somebody else has said of it who has to agree; undefined where nobody has to. */
  readonly confirmation?: Confirmation | undefined;
  /** What of everything that it can be about it is; all of it when left out. */
  readonly scope?: readonly string[] | undefined;
}

/** A sanction was made longer because it was not kept. */
export interface Prolonging {
  /** Names the breach. */
  readonly breach: string;
  readonly at: Temporal.Instant;
  readonly by: Span;
}

/** One step of why a sanction holds as long as it does. */
export interface Cause {
  readonly kind: "imposed" | "converted" | "extended" | "prolonged";
  /** The decision that did it, and its sanction; of a breach its name, and the sanction that was not kept. */
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
  readonly ending: "lapse" | "conversion" | "lifting" | "refusal" | "none";
  /** Whether it rests now: nobody is kept from anything by it. */
  readonly rests?: boolean;
  /** What it is about, where that was chosen out of more. */
  readonly scope: readonly string[] | undefined;
  /** What led to it, the first decision first. */
  readonly because: readonly Cause[];
}

export interface Ledger {
  /** Everything that holds, held or will hold, by when it begins. */
  readonly held: readonly Held[];
  /** Decided, and waiting until the decision reaches the person. */
  readonly waiting: readonly Ruling[];
  /** Decided, and waiting until somebody else has agreed who has to; those that hold meanwhile are not among them. */
  readonly pending: readonly Ruling[];
  /** What was done once the person was told, such as an admonition, or is a task. */
  readonly done: readonly Ruling[];
}

/**
 * What a person's sanctions come to: a pure function of the decisions, in whatever order they are given.
 * A decision acts on what others have imposed when it has been made and has reached the person, and once only: what it converted is not
 * extended by it as well. An extension counts from the latest decision and never shortens. What was not kept while it held is made longer
 * from its end. What rests because of an appeal acts on nothing meanwhile: what it had changed is as it was, and changes again when the
 * appeal has failed. What somebody else has to agree to acts on nothing before they have, and what they refuse never does: what held until then
 * ends.
 */
export function ledgerOf(rulings: readonly Ruling[]): Ledger {
  const decided = rulings.filter((ruling) => !ruling.isQuashed);
  const valid = decided.flatMap((ruling) => effectiveMoments(ruling, ruling.confirmation) ?? []).toSorted(inOrder);
  const terms = valid.map((ruling) => ({ ruling, term: termOf(ruling.rulebook, ruleOf(ruling), ruling) }));
  const imposed = terms.flatMap(({ ruling, term }): readonly Held[] => {
    if (term.kind === "waiting" || term.kind === "instant") return [];
    // What was ended before it had reached the person never held.
    if (ruling.lifted !== undefined && Temporal.Instant.compare(ruling.lifted, term.from) <= 0) return [];
    const until = term.kind === "running" ? term.until : undefined;
    return [opened(ruling, ruling.sanction, ruling.rulebook, term.from, until, [], "imposed")];
  });
  const acting = valid.filter(({ confirmation, rests }) => confirmation?.kind !== "refused" && rests !== true);
  const held = actionsOf(acting).reduce<readonly Held[]>(
    (before, { ruling, prolonging }) =>
      before.flatMap((each) =>
        prolonging === undefined ? actedOn(each, ruling, valid) : [prolonged(each, ruling, prolonging, valid)],
      ),
    imposed,
  );
  return {
    held: held
      .flatMap((each) => refusedBy(liftedBy(each, valid), valid))
      .map((each) => restingBy(each, valid))
      .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from)),
    waiting: terms.flatMap(({ ruling, term }) => (term.kind === "waiting" ? [ruling] : [])),
    pending: decided.filter(
      ({ confirmation }) => confirmation?.kind === "pending" && confirmation.before === "no_effect",
    ),
    done: terms.flatMap(({ ruling, term }) => (term.kind === "instant" ? [ruling] : [])),
  };
}

/** What acts on what was imposed: a decision, or that the sanction of one was made longer. */
interface Action {
  readonly at: Temporal.Instant;
  readonly ruling: Ruling;
  readonly prolonging: Prolonging | undefined;
}

/** @param rulings in their order */
function actionsOf(rulings: readonly Ruling[]): readonly Action[] {
  const decided = rulings.map((ruling) => ({ at: effectiveAt(ruling) ?? ruling.made, ruling, prolonging: undefined }));
  const longer = rulings.flatMap((ruling) =>
    (ruling.prolonged ?? []).map((prolonging) => ({ at: prolonging.at, ruling, prolonging })),
  );
  const inTurn = longer.toSorted((a, b) => a.prolonging.breach.localeCompare(b.prolonging.breach));
  return [...decided, ...inTurn].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

function prolonged(held: Held, { id }: Ruling, { breach, at, by }: Prolonging, rulings: readonly Ruling[]): Held {
  const { until, because, sanction } = held;
  if (until === undefined || because[0]?.ruling !== id || !isHeldStill(held, rulings, at)) return held;
  const then = endOfTerm(held.rulebook, until, by);
  const step: Cause = { kind: "prolonged", ruling: breach, sanction, at, became: sanction, until: then };
  return { ...held, until: then, because: [...because, step] };
}

/** What holds at a moment. */
export function heldAt({ held }: Ledger, at: Temporal.Instant): readonly Held[] {
  return held.filter((each) => each.rests !== true && isHeld(each, at));
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
  if (onNew === undefined || !isHeldStill(held, rulings, at)) return [held];
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
  const scope = kind === "imposed" ? ruling.scope : undefined;
  return { sanction, rulebook, from, until, ending: until === undefined ? "none" : "lapse", scope, because };
}

const cause = (
  kind: Cause["kind"],
  { id, sanction }: Ruling,
  at: Temporal.Instant,
  became: SanctionId,
  until: Temporal.Instant | undefined,
): Cause => ({ kind, ruling: id, sanction, at, became, until });

function restingBy(held: Held, rulings: readonly Ruling[]): Held {
  const imposing = held.because[0]?.ruling;
  return rulings.some(({ id, rests }) => id === imposing && rests === true) ? { ...held, rests: true } : held;
}

/** What was lifted while it held ends then. */
function liftedBy(held: Held, rulings: readonly Ruling[]): Held {
  const imposing = held.because[0]?.ruling;
  const lifted = rulings.find(({ id }) => id === imposing)?.lifted;
  if (lifted === undefined || !isHeld(held, lifted)) return held;
  return { ...held, until: lifted, ending: "lifting" };
}

/** What held while somebody else had not agreed to it ends when they refuse, whatever it had become by then. */
function refusedBy(held: Held, rulings: readonly Ruling[]): readonly Held[] {
  const imposing = held.because[0]?.ruling;
  const said = rulings.find(({ id }) => id === imposing)?.confirmation;
  if (said?.kind !== "refused") return [held];
  if (Temporal.Instant.compare(said.at, held.from) <= 0) return [];
  return isHeld(held, said.at) ? [{ ...held, until: said.at, ending: "refusal" }] : [held];
}

/** Whether it holds at a moment, after everything that ends it. */
function isHeldStill(held: Held, rulings: readonly Ruling[], at: Temporal.Instant): boolean {
  return refusedBy(liftedBy(held, rulings), rulings).some((each) => isHeld(each, at));
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
