import { localTime } from "../../domain/deadlines/calendar.ts";
import { readLog } from "../../domain/records/readings.ts";
import type { ReadLine } from "../../domain/records/readings.ts";
import type { Facts } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { personName } from "../personName.ts";

/** A line of the read log as it is shown: of a party the role alone. */
export interface ReadLineView extends Pick<ReadLine, "what" | "as" | "stage"> {
  /** The day where the organisation is, as 2026-03-15, and the time of day there, as 09:00. */
  readonly day: string;
  readonly time: string;
  readonly reader:
    | { readonly kind: "person"; readonly name: string }
    | Extract<ReadLine["reader"], { readonly kind: "party" }>;
}

/** Who read what of a case, for those who handle it; the last first. */
export async function readLogView(house: House, { rulebook, stored }: Facts): Promise<readonly ReadLineView[]> {
  const lines = readLog(rulebook, stored, await house.store.readings(stored.id));
  return Promise.all(
    lines.map(async ({ at, reader, what, as, stage }) => {
      const local = localTime(rulebook, at);
      return {
        day: local.toPlainDate().toString(),
        time: local.toPlainTime().toString({ smallestUnit: "minute" }),
        reader:
          reader.kind === "party"
            ? reader
            : ({ kind: "person", name: await personName(house, reader.person) } as const),
        what,
        as,
        stage,
      };
    }),
  );
}
