import type { OptionId } from "../paper.ts";
import type { FoldedPapers } from "./foldPapers.ts";
import { RON, ronAgain } from "./ron.ts";
import type { Hundredths, RankedTie } from "./stage.ts";

/** The value of a paper that has not been transferred. */
export const WHOLE: Hundredths = 100;

/** How re-open nominations stands: not at all, once, again after each time it is elected, or again and never excluded. */
export type Reopens = "no" | "once" | "again" | "again-and-kept";

/** Papers of one value that came to a candidate together; by their numbers among the folded papers. */
export interface Parcel {
  readonly value: Hundredths;
  readonly papers: readonly number[];
  /** How many voters handed them in. */
  readonly count: number;
}

type Status = "continuing" | "elected" | "excluded";

/** A candidate while votes are counted, by its place in the list. */
export interface Standing {
  readonly name: OptionId;
  status: Status;
  votes: Hundredths;
  parcels: Parcel[];
  /** The votes at the first stage and after each batch of papers. */
  readonly history: Hundredths[];
}

/** A count that is going on. Candidates are known by their places. */
export interface Counting {
  readonly seats: number;
  readonly reopens: Reopens;
  readonly folded: FoldedPapers;
  readonly standing: Standing[];
  /** Of each paper up to where its preferences have been used. */
  readonly at: Uint16Array;
  /** Where re-open nominations stands now; -1 where it does not. */
  ron: number;
  readonly firstRon: number;
  readonly lot: ReadonlyMap<OptionId, number>;
  /** Who was elected, in that order. */
  readonly elected: number[];
  quota: Hundredths;
  nonTransferable: Hundredths;
  /** Ties of the stage that is being counted. */
  ties: RankedTie[];
}

export function openCounting(
  { seats, reopens }: { readonly seats: number; readonly reopens: Reopens },
  candidates: readonly OptionId[],
  lot: readonly OptionId[],
  folded: FoldedPapers,
): Counting {
  const ron = reopens === "no" ? -1 : candidates.indexOf(RON);
  return {
    seats,
    reopens,
    folded,
    standing: candidates.map((name) => ({ name, status: "continuing", votes: 0, parcels: [], history: [] })),
    at: new Uint16Array(folded.size),
    ron,
    firstRon: ron,
    lot: new Map(lot.map((name, place) => [name, place])),
    elected: [],
    quota: 0,
    nonTransferable: 0,
    ties: [],
  };
}

/** A candidate of the count. */
export function standingAt({ standing }: Counting, place: number): Standing {
  const found = standing[place];
  if (found === undefined) throw new Error(`A count has ${standing.length} candidates, but was asked for ${place}.`);
  return found;
}

export const placesLeft = ({ seats, elected }: Counting): number => seats - elected.length;

/** Who has neither been elected nor excluded. */
export function continuing({ standing }: Counting): readonly number[] {
  return standing.flatMap(({ status }, place) => (status === "continuing" ? [place] : []));
}

/** What an elected candidate has beyond the quota and was not transferred yet. */
export function surplusOf(counting: Counting, place: number): Hundredths {
  return Math.max(0, standingAt(counting, place).votes - counting.quota);
}

/**
 * The votes of all who continue and whatever waits to be transferred (ERS97 6.20), reckoned as 5.6.1 does: all votes without what is
 * non-transferable and without the quotas of the elected, or what they have where that is less.
 */
export function activeVote(counting: Counting): Hundredths {
  const { folded, nonTransferable, elected, quota } = counting;
  const kept = elected.map((place) => Math.min(quota, standingAt(counting, place).votes));
  return kept.reduce((left, votes) => left - votes, folded.valid * WHOLE - nonTransferable);
}

/** The votes divided by one more than the seats, to the next hundredth above (5.1.6). */
export function findQuota({ folded, nonTransferable, seats }: Counting): Hundredths {
  return Math.ceil((folded.valid * WHOLE - nonTransferable) / (seats + 1));
}

/** Notes everybody's votes: a point of the count at which ties are looked up. */
export function noteVotes({ standing }: Counting): void {
  for (const each of standing) each.history.push(each.votes);
}

/** Everybody's votes by name, as they are now. */
export function votesNow({ standing }: Counting): Readonly<Record<OptionId, Hundredths>> {
  return Object.fromEntries(standing.map(({ name, votes }) => [name, votes]));
}

/** Whether re-open nominations stands, and stands once more each time it is elected. */
export function canReopenAgain(counting: Counting): boolean {
  const { reopens, ron } = counting;
  if (ron < 0 || (reopens !== "again" && reopens !== "again-and-kept")) return false;
  return standingAt(counting, ron).status !== "excluded";
}

/** Lets re-open nominations stand once more where it has been elected and places are left. */
export function reopenAgain(counting: Counting): void {
  const { ron, standing } = counting;
  if (!canReopenAgain(counting)) return;
  const { status, history } = standingAt(counting, ron);
  if (status !== "elected" || placesLeft(counting) === 0) return;
  const name = ronAgain(standing.filter((each) => each.name.startsWith(RON)).length);
  standing.push({ name, status: "continuing", votes: 0, parcels: [], history: history.map(() => 0) });
  counting.ron = standing.length - 1;
}
