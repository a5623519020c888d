import type { OutcomeId, SanctionId, StageId } from "../domain/identity.ts";

/** One step that a case can go: a stage with the outcome it ends with, and where that leads. */
export interface Way {
  readonly procedure: string;
  readonly stage: StageId;
  readonly outcome: OutcomeId;
  readonly next: StageId;
  /** The sanctions that can be imposed with it, from the mildest to the most severe. */
  readonly sanctions: readonly SanctionId[];
}

/** In place of an outcome: no vote of the body can be quorate, and the case is referred. No rulebook can have an outcome of that name. */
export const NO_QUORUM: OutcomeId = "cannot-be-quorate";

/** Whether a step is taken only because no vote can be quorate. */
export const isWayOut = ({ outcome }: Pick<Way, "outcome">): boolean => outcome === NO_QUORUM;

type Outcome = Pick<Way, "procedure" | "stage" | "outcome">;

export const sameWay = (one: Outcome, other: Outcome): boolean =>
  one.procedure === other.procedure && one.stage === other.stage && one.outcome === other.outcome;

/**
 * The shortest walk from a stage that ends with a way as wanted; of several the one whose ways come first. Undefined where there is none.
 */
export function findWalk(
  ways: readonly Way[],
  from: StageId,
  isWanted: (way: Way) => boolean,
): readonly Way[] | undefined {
  const seen = new Set([from]);
  let walks: readonly { readonly at: StageId; readonly walk: readonly Way[] }[] = [{ at: from, walk: [] }];
  while (walks.length > 0) {
    const longer = walks.flatMap(({ at, walk }) =>
      ways.filter((way) => way.stage === at).map((way) => ({ at: way.next, walk: [...walk, way] })),
    );
    const found = longer.find(({ walk }) => walk.slice(-1).some(isWanted));
    if (found !== undefined) return found.walk;
    walks = longer.filter(({ at }) => !seen.has(at) && seen.add(at));
  }
  return undefined;
}
