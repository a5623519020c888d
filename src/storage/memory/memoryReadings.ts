import type { Store } from "../../application/ports.ts";
import type { Reading } from "../../domain/records/readings.ts";

/** Who read what, as long as the process lives. */
export function memoryReadings(): Pick<Store, "recordReading" | "readings"> {
  const kept = new Map<string, readonly Reading[]>();
  return {
    async recordReading(of, reading) {
      kept.set(keyOf(of), [...(kept.get(keyOf(of)) ?? []), reading]);
    },
    readings: async (of) => kept.get(keyOf(of)) ?? [],
  };
}

const keyOf = (of: Parameters<Store["readings"]>[0]) => (typeof of === "string" ? of : `counted|${of.counted}`);
