import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { Store } from "../application/ports.ts";
import type { Reading } from "../domain/records/readings.ts";
import type { PrismaClient } from "./client/client.ts";

const parts = ["card", "people", "priors", "timeline", "readings", "steps"] as const satisfies readonly ReadPartOf[];
const viewers = ["handler", "voter", "party", "witness", "addressee", "reader", "nobody"] as const;

type ReadPartOf = Extract<Reading["what"], { kind: "part" }>["part"];

const part = z.enum(parts);
const readAs = z.enum(viewers).nullable();

/** Who read what: of a case, or of a report that is only counted. */
export function readingStore(prisma: PrismaClient): Pick<Store, "recordReading" | "readings"> {
  return {
    async recordReading(of, { reader, at, as, what }) {
      const data = {
        ...placeOf(of),
        personId: reader,
        at: new Date(at.epochMilliseconds),
        readAs: as ?? null,
        statementId: what.kind === "text" ? what.statement : null,
        part: what.kind === "part" ? what.part : null,
      };
      await prisma.reading.create({ data });
    },
    async readings(of) {
      const rows = await prisma.reading.findMany({ where: placeOf(of), orderBy: { id: "asc" } });
      return rows.map((row) => ({
        reader: row.personId,
        at: Temporal.Instant.fromEpochMilliseconds(row.at.getTime()),
        as: readAs.parse(row.readAs) ?? undefined,
        what: whatOf(row.statementId, row.part),
      }));
    },
  };
}

const placeOf = (of: Parameters<Store["readings"]>[0]) =>
  typeof of === "string" ? { caseId: of } : { countedId: of.counted };

function whatOf(statement: string | null, named: string | null): Reading["what"] {
  if (statement !== null) return { kind: "text", statement };
  return named === null ? { kind: "refused" } : { kind: "part", part: part.parse(named) };
}
