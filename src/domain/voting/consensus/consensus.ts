import type { Temporal } from "temporal-polyfill";

import type { PersonId, StatementId } from "../../identity.ts";

/** What happens while a body looks for a consensus, in order. Texts are references; who said what is told to nobody outside. */
export type ConsensusEntry =
  /** The text that is looked at now. Each one begins anew: views and objections are about the text before. */
  | { readonly kind: "text-put"; readonly text: StatementId }
  /** A member has said what they think, or has passed. */
  | { readonly kind: "view-given"; readonly person: PersonId; readonly how: "stated" | "passed" }
  /** The chair says that there is agreement. Whoever disagrees has until then to say so; undefined where everybody has to agree. */
  | { readonly kind: "called"; readonly until: Temporal.Instant | undefined }
  | { readonly kind: "position-taken"; readonly person: PersonId; readonly position: Position }
  /** A member takes no part any more; whatever they said counts no longer. */
  | { readonly kind: "stepped-aside"; readonly person: PersonId }
  | ({ readonly kind: "adopted" } & ConsensusNumbers)
  /** Too many objected: the text goes back to the discussion. */
  | ({ readonly kind: "objected-to" } & ConsensusNumbers)
  /** Ended without a decision: only then can the same be put to the vote. */
  | { readonly kind: "ended-without" };

export type Position = "agree" | "stand-aside" | "object";

interface ConsensusNumbers {
  readonly objections: number;
  readonly standingAside: number;
}

/** How far a body has come, folded from what happened. */
export interface Consensus {
  readonly stage: "views" | "called" | "adopted" | "ended-without";
  readonly electorate: readonly PersonId[];
  /** Undefined before the first text. */
  readonly text: StatementId | undefined;
  /** The first text is 1. */
  readonly version: number;
  readonly views: ReadonlyMap<PersonId, "stated" | "passed">;
  readonly until: Temporal.Instant | undefined;
  readonly positions: ReadonlyMap<PersonId, Position>;
  readonly recused: readonly PersonId[];
  /** Of the text that was adopted, or of the last that was objected to. */
  readonly numbers: ConsensusNumbers | undefined;
}

/** The consensus before anything has happened. */
export function openConsensus(electorate: readonly PersonId[]): Consensus {
  return {
    stage: "views",
    electorate,
    text: undefined,
    version: 0,
    views: new Map(),
    until: undefined,
    positions: new Map(),
    recused: [],
    numbers: undefined,
  };
}

/** The consensus after something has happened. */
export function evolveConsensus(current: Consensus, entry: ConsensusEntry): Consensus {
  switch (entry.kind) {
    case "text-put": {
      const { electorate, recused } = current;
      return { ...openConsensus(electorate), recused, text: entry.text, version: current.version + 1 };
    }
    case "view-given":
      return { ...current, views: new Map(current.views).set(entry.person, entry.how) };
    case "called":
      return { ...current, stage: "called", until: entry.until, positions: new Map() };
    case "position-taken":
      return { ...current, positions: new Map(current.positions).set(entry.person, entry.position) };
    case "stepped-aside":
      return {
        ...current,
        views: without(current.views, entry.person),
        positions: without(current.positions, entry.person),
        recused: [...current.recused, entry.person],
      };
    case "adopted":
    case "objected-to": {
      const { objections, standingAside } = entry;
      const stage = entry.kind === "adopted" ? "adopted" : "views";
      return { ...current, stage, until: undefined, numbers: { objections, standingAside } };
    }
    case "ended-without":
      return { ...current, stage: "ended-without", until: undefined };
  }
}

function without<Value>(all: ReadonlyMap<PersonId, Value>, person: PersonId): ReadonlyMap<PersonId, Value> {
  return new Map([...all].filter(([each]) => each !== person));
}
