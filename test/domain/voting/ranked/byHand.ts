/**
 * A count under the ERS97 rules as a returning officer does it with paper: every voting paper is a thing that lies with a candidate,
 * each with the value at which it was last transferred and a slip that says with which batch it came. Written from the paragraphs of
 * section 5 alone, to count against the program; it shares nothing with it and is as slow as paper.
 */

interface VotingPaper {
  readonly preferences: readonly string[];
  /** In hundredths. */
  value: bigint;
  /** A candidate, or one of the two places where papers lie that belong to nobody. */
  holder: string;
  slip: number;
}

const NON_TRANSFERABLE = "non-transferable";
const SET_ASIDE = "set aside";

interface OfficersStage {
  readonly votes: Readonly<Record<string, number>>;
  readonly nonTransferable: number;
  readonly quota: number;
  readonly elected: readonly string[];
}

export interface OfficersCount {
  readonly stages: readonly OfficersStage[];
  readonly elected: readonly string[];
}

/** Division to two decimal places: exact, or without the remainder and 0.01 more. */
const ceiling = (value: bigint, by: bigint) => (value % by === 0n ? value / by : value / by + 1n);

/** Counts without re-open nominations. Ties that nothing tells apart go by the lot, of which the first is excluded or transferred first. */
export function countByHand(
  seats: number,
  candidates: readonly string[],
  lot: readonly string[],
  ballots: readonly (readonly string[])[],
): OfficersCount {
  const papers: VotingPaper[] = ballots
    .filter((ballot) => ballot.length > 0)
    .map((preferences) => ({ preferences, value: 100n, holder: "", slip: 0 }));
  const totalValidVote = BigInt(papers.length) * 100n;
  const deemed: string[] = [];
  const excluded = new Set<string>();
  const sheet: Map<string, bigint>[] = []; // the votes after each batch
  const surplusKept = new Map<string, bigint>(); // what an elected candidate keeps once the surplus has gone
  let lostInSurpluses = 0n;
  let quota = 0n;
  let slip = 0;
  const stages: OfficersStage[] = [];

  const votesOf = (candidate: string): bigint =>
    surplusKept.get(candidate) ??
    papers.filter((paper) => paper.holder === candidate).reduce((sum, paper) => sum + paper.value, 0n);
  const nonTransferable = () =>
    papers.filter((paper) => paper.holder === NON_TRANSFERABLE).reduce((sum, paper) => sum + paper.value, 0n) +
    lostInSurpluses;
  const isContinuing = (candidate: string) => !deemed.includes(candidate) && !excluded.has(candidate);
  const continuing = () => candidates.filter(isContinuing);
  const nextAvailable = (paper: VotingPaper) => paper.preferences.find(isContinuing);
  const calculateQuota = () => ceiling(totalValidVote - nonTransferable(), BigInt(seats) + 1n); // 5.1.6, 5.4.8
  const surplusOf = (candidate: string) => {
    const over = votesOf(candidate) - quota;
    return over > 0n ? over : 0n;
  };
  const copyToSheet = () => sheet.push(new Map(candidates.map((candidate) => [candidate, votesOf(candidate)])));

  /** Compares two with as many votes by the first entry on the sheet at which they differ; 0 where there is none. */
  const earlier = (a: string, b: string): number => {
    for (const row of sheet) {
      const difference = (row.get(a) ?? 0n) - (row.get(b) ?? 0n);
      if (difference !== 0n) return difference < 0n ? -1 : 1;
    }
    return 0;
  };
  const drawn = (candidate: string) => lot.indexOf(candidate);
  const compare = (a: string, b: string) => {
    if (votesOf(a) === votesOf(b)) return earlier(a, b);
    return votesOf(a) < votesOf(b) ? -1 : 1;
  };

  const inFallingOrder = () =>
    continuing().toSorted((a, b) => Number(votesOf(b) - votesOf(a)) || candidates.indexOf(a) - candidates.indexOf(b));

  /** 5.1.7, 5.3.13, 5.4.9 with 5.6.2. */
  const deemElected = () => {
    const now: string[] = [];
    for (;;) {
      const places = BigInt(seats - deemed.length);
      if (places === 0n) break;
      const active =
        totalValidVote -
        nonTransferable() -
        deemed.reduce((sum, one) => sum + (votesOf(one) < quota ? votesOf(one) : quota), 0n);
      const inTurn = continuing()
        .filter((one) => votesOf(one) > 0n && (votesOf(one) >= quota || votesOf(one) * (places + 1n) >= active))
        .toSorted((a, b) => -compare(a, b) || candidates.indexOf(a) - candidates.indexOf(b));
      const [first] = inTurn;
      if (first === undefined) break;
      const equals = inTurn.filter((one) => votesOf(one) === votesOf(first));
      const indistinguishable = equals.filter((one) => compare(one, first) === 0);
      if (BigInt(equals.length) > places && BigInt(indistinguishable.length) > places) break;
      // The one listed first of equals: which comes first matters to nobody while all of them are elected.
      const chosen = BigInt(equals.length) > places ? first : (candidates.find((one) => equals.includes(one)) ?? first);
      deemed.push(chosen);
      now.push(chosen);
    }
    return now;
  };

  const fillIn = (elected: readonly string[]) =>
    stages.push({
      votes: Object.fromEntries(candidates.map((candidate) => [candidate, Number(votesOf(candidate))])),
      nonTransferable: Number(nonTransferable()),
      quota: Number(quota),
      elected,
    });

  // 5.1
  for (const paper of papers) paper.holder = paper.preferences[0] ?? "";
  copyToSheet();
  quota = calculateQuota();
  fillIn(papers.length === 0 ? [] : deemElected());
  if (papers.length === 0) return { stages, elected: [] };

  while (deemed.length < seats && continuing().length > 0) {
    const places = seats - deemed.length;
    const ascending = continuing().toSorted((a, b) => compare(a, b) || drawn(a) - drawn(b));
    if (ascending.length <= places) {
      const rest = inFallingOrder();
      deemed.push(...rest);
      fillIn(rest);
      break;
    }
    const withSurplus = deemed.filter((one) => surplusOf(one) > 0n);
    const surpluses = withSurplus.reduce((sum, one) => sum + surplusOf(one), 0n);
    // 5.2.5: as many as possible together.
    const sizes = Array.from({ length: ascending.length - places }, (_, i) => i + 1).filter((size) => {
      const next = ascending[size];
      const total = ascending.slice(0, size).reduce((sum, one) => sum + votesOf(one), 0n);
      return next !== undefined && total + surpluses <= votesOf(next);
    });
    // 5.2.2: (a) is the same question about one candidate, (b) about two or more.
    if (surpluses > 0n && sizes.length === 0) {
      const [from] = withSurplus.toSorted((a, b) => {
        if (surplusOf(a) !== surplusOf(b)) return surplusOf(a) > surplusOf(b) ? -1 : 1;
        return -earlier(a, b) || drawn(a) - drawn(b);
      });
      if (from === undefined) throw new Error("A surplus was to be transferred, but there is none.");
      const elected = transferSurplus(from);
      fillIn(elected);
      continue;
    }
    const out = ascending.slice(0, Math.max(1, ...sizes));
    for (const one of out) excluded.add(one);
    if (continuing().length <= places) {
      const rest = inFallingOrder();
      deemed.push(...rest);
      fillIn(rest);
      break;
    }
    fillIn(transferExcluded(out));
  }
  return { stages, elected: deemed };

  /** 5.3. */
  function transferSurplus(from: string): readonly string[] {
    const held = papers.filter((paper) => paper.holder === from);
    const lastSlip = Math.max(...held.map((paper) => paper.slip));
    const batch = held.filter((paper) => paper.slip === lastSlip);
    const transferable = batch.filter((paper) => nextAvailable(paper) !== undefined);
    const surplus = surplusOf(from);
    const total = transferable.reduce((sum, paper) => sum + paper.value, 0n);
    slip += 1;
    const going = transferable.map((paper) => ({ paper, to: nextAvailable(paper) ?? "" }));
    let transferred = 0n;
    for (const { paper, to } of going) {
      paper.value = total > surplus ? surplus / BigInt(transferable.length) : paper.value;
      paper.holder = to;
      paper.slip = slip;
      transferred += paper.value;
    }
    for (const paper of batch) if (paper.holder === from) paper.holder = SET_ASIDE;
    lostInSurpluses += surplus - transferred;
    surplusKept.set(from, quota);
    copyToSheet();
    return deemElected();
  }

  /** 5.4. */
  function transferExcluded(out: readonly string[]): readonly string[] {
    const elected: string[] = [];
    for (;;) {
      const held = papers.filter((paper) => out.includes(paper.holder));
      const highest = held.reduce((most, paper) => (paper.value > most ? paper.value : most), -1n);
      const batch = held.filter((paper) => paper.value === highest);
      if (batch.length === 0) return elected;
      slip += 1;
      let stuck = 0;
      for (const { paper, to } of batch.map((each) => ({ paper: each, to: nextAvailable(each) }))) {
        paper.holder = to ?? NON_TRANSFERABLE;
        paper.slip = slip;
        if (to === undefined) stuck += 1;
      }
      copyToSheet();
      if (deemed.length === 0 && stuck > 0) quota = calculateQuota();
      elected.push(...deemElected());
      if (deemed.length === seats) return elected;
    }
  }
}
