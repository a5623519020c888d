import type { OptionId } from "../paper.ts";
import { breakTie } from "./breakTie.ts";
import { chooseExcluded, isDeferred, surpluses } from "./chooseExcluded.ts";
import {
  canReopenAgain,
  continuing,
  findQuota,
  noteVotes,
  openCounting,
  placesLeft,
  standingAt,
  surplusOf,
  votesNow,
  WHOLE,
} from "./counting.ts";
import type { Counting, Parcel, Reopens } from "./counting.ts";
import { deemElected, elect } from "./deemElected.ts";
import type { FoldedPapers } from "./foldPapers.ts";
import { isRon } from "./ron.ts";
import { creditPapers, sortPapers } from "./sortPapers.ts";
import type { Batch, Hundredths, RankedCount, RankedStage } from "./stage.ts";

/**
 * Counts ranked papers under the ERS97 rules (Newland and Britton, "How to conduct an election by the single transferable vote", 3rd
 * edition, Electoral Reform Society 1997; the paragraphs of its section 5 are named where they are followed). With one seat it is the
 * alternative vote. Without a single valid paper nobody is elected: the rules have no word on it.
 * @param candidates everybody who stands, with `RON` among them unless nominations are not re-opened
 * @param lot who is excluded, and whose surplus is transferred, first where nothing else tells candidates apart
 */
export function countRanked(
  rule: { readonly seats: number; readonly reopens: Reopens },
  candidates: readonly OptionId[],
  lot: readonly OptionId[],
  folded: FoldedPapers,
): RankedCount {
  const counting = openCounting(rule, candidates, lot, folded);
  const stages: RankedStage[] = [countFirst(counting)];
  if (folded.valid > 0)
    for (let next = countNext(counting); next !== undefined; next = countNext(counting)) stages.push(next);

  const taken = counting.elected.map((place) => standingAt(counting, place)).filter(({ name }) => !isRon(name));
  const { valid, blank, spoilt } = folded;
  return {
    seats: rule.seats,
    candidates: counting.standing.map(({ name }) => name),
    valid,
    blank,
    spoilt,
    elected: taken.map(({ name }) => name),
    withoutVotes: taken.flatMap(({ name, votes }) => (votes === 0 ? [name] : [])),
    vacant: rule.seats - taken.length,
    stages,
  };
}

function countFirst(counting: Counting): RankedStage {
  const sorted = sortPapers(
    counting,
    Array.from({ length: counting.folded.size }, (_, paper) => paper),
  );
  creditPapers(counting, sorted, WHOLE);
  noteVotes(counting);
  counting.quota = findQuota(counting);
  return { kind: "first", ...after(counting, deemElected(counting)) };
}

/** What every stage ends with; the ties that were noted are those of this stage. */
function after(counting: Counting, elected: readonly number[]) {
  const { quota, nonTransferable, ties } = counting;
  counting.ties = [];
  return { quota, votes: votesNow(counting), nonTransferable, elected: namesOf(counting, elected), ties };
}

function namesOf(counting: Counting, places: readonly number[]): readonly OptionId[] {
  return places.map((place) => standingAt(counting, place).name);
}

/** The next stage; undefined once every place is filled or nobody is left (5.5.2, 4.3). */
function countNext(counting: Counting): RankedStage | undefined {
  const left = continuing(counting);
  const places = placesLeft(counting);
  if (places === 0 || left.length === 0) return undefined;
  const hasSurpluses = surpluses(counting) > 0;
  // Re-open nominations that can stand again are more candidates than places: theirs, too, is what a surplus brings.
  if (left.length <= places && !(hasSurpluses && canReopenAgain(counting))) return fill(counting, []);
  if (hasSurpluses && (left.length <= places || !isDeferred(counting))) return transferSurplus(counting);
  const excluded = chooseExcluded(counting);
  return left.length - excluded.length <= places ? fill(counting, excluded) : exclude(counting, excluded);
}

/** Elects all who are left once the proposed are excluded; no papers are transferred (5.5.1). */
function fill(counting: Counting, excluded: readonly number[]): RankedStage {
  for (const place of excluded) standingAt(counting, place).status = "excluded";
  const votesOf = (place: number) => standingAt(counting, place).votes;
  const elected = continuing(counting).toSorted((a, b) => votesOf(b) - votesOf(a) || a - b);
  for (const place of elected) elect(counting, place);
  return { kind: "filled", of: namesOf(counting, excluded), ...after(counting, elected) };
}

/** Transfers the largest surplus (5.3), out of the batch that the candidate received last. */
function transferSurplus(counting: Counting): RankedStage {
  const largest = Math.max(...counting.elected.map((place) => surplusOf(counting, place)));
  const place = breakTie(
    counting,
    "surplus",
    counting.elected.filter((each) => surplusOf(counting, each) === largest),
  );
  const candidate = standingAt(counting, place);
  const last = candidate.parcels.pop();
  if (last === undefined) throw new Error(`${candidate.name} has a surplus, but has never received a paper.`);
  const sorted = sortPapers(counting, last.papers);
  const { transferable } = sorted;
  // Beyond the surplus nothing may be transferred, and no paper is ever worth more than before (5.3.7).
  const value = transferable * last.value > largest ? Math.floor(largest / transferable) : last.value;
  candidate.votes = counting.quota;
  creditPapers(counting, sorted, value);
  counting.nonTransferable += largest - value * transferable;
  noteVotes(counting);
  const { name: of } = candidate;
  const numbers = { of, surplus: largest, papers: last.count, transferable, value };
  return { kind: "surplus", ...numbers, ...after(counting, deemElected(counting)) };
}

/** Excludes candidates and transfers their papers, those of the highest value first, each value a batch of its own (5.4). */
function exclude(counting: Counting, excluded: readonly number[]): RankedStage {
  for (const place of excluded) standingAt(counting, place).status = "excluded";
  const elected: number[] = [];
  const batches: Batch[] = [];
  for (const value of valuesOf(counting, excluded)) {
    const { sorted, papers } = takeBatch(counting, excluded, value);
    creditPapers(counting, sorted, value);
    counting.nonTransferable += sorted.nonTransferable * value;
    noteVotes(counting);
    if (counting.elected.length === 0 && sorted.nonTransferable > 0) counting.quota = findQuota(counting);
    const now = deemElected(counting);
    elected.push(...now);
    batches.push({
      value,
      papers,
      nonTransferable: sorted.nonTransferable,
      votes: votesNow(counting),
      quota: counting.quota,
      elected: namesOf(counting, now),
    });
    if (placesLeft(counting) === 0) break;
  }
  return { kind: "exclusion", of: namesOf(counting, excluded), batches, ...after(counting, elected) };
}

function valuesOf(counting: Counting, places: readonly number[]): readonly Hundredths[] {
  const values = places.flatMap((place) => standingAt(counting, place).parcels.map(({ value }) => value));
  return [...new Set(values)].toSorted((a, b) => b - a);
}

/** Takes all papers of a value from the excluded and sorts them. */
function takeBatch(counting: Counting, places: readonly number[], value: Hundredths) {
  const taken: Parcel[] = [];
  for (const place of places) {
    const candidate = standingAt(counting, place);
    const batch = candidate.parcels.filter((parcel) => parcel.value === value);
    candidate.parcels = candidate.parcels.filter((parcel) => parcel.value !== value);
    for (const { count } of batch) candidate.votes -= count * value;
    taken.push(...batch);
  }
  const sorted = sortPapers(
    counting,
    taken.flatMap(({ papers }) => papers),
  );
  return { sorted, papers: taken.reduce((sum, { count }) => sum + count, 0) };
}
