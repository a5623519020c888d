/** What came of a load: how many a second, how long each took, how many had no answer. */
export interface Load {
  readonly rate: number;
  readonly latencies: readonly number[];
  readonly failed: number;
}

/** Keeps `atOnce` acts under way until `total` are done. `act` says whether it was answered. */
export async function load(total: number, atOnce: number, act: (i: number) => Promise<boolean>): Promise<Load> {
  const latencies: number[] = [];
  let next = 0;
  let failed = 0;
  const started = performance.now();
  const worker = async () => {
    while (next < total) {
      const i = next;
      next += 1;
      const began = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- one act of this worker after the other
      if (await act(i)) latencies.push(performance.now() - began);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { rate: latencies.length / ((performance.now() - started) / 1000), latencies, failed };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
