import type pg from "pg";
import { Temporal } from "temporal-polyfill";

import type { CaseSummary } from "../application/casePorts.ts";
import type { Store } from "../application/ports.ts";
import type { PrismaClient } from "./client/client.ts";
import type { DataKeys } from "./keys.ts";
import { readCases } from "./readCases.ts";
import { readingStore } from "./readings.ts";
import { blindIndex, unseal } from "./vault.ts";

type CaseReader = Pick<
  Store,
  | "caseById"
  | "casesById"
  | "caseByCodeName"
  | "casesHandledBy"
  | "casesOfParty"
  | "openCases"
  | "words"
  | "caseOfDraft"
  | "dueCases"
  | "nextDue"
  | "recordReading"
  | "readings"
>;

const summary = { select: { id: true, codeName: true, isClosed: true }, orderBy: { opened: "desc" } } as const;

/** Reads case files: entries as they were appended, parties and words opened with the key of the case. */
export function caseReader(pool: pg.Pool, prisma: PrismaClient, keys: DataKeys, indexKey: Buffer): CaseReader {
  return {
    caseById: async (id) => (isUuid(id) ? (await readCases(pool, keys, { by: "id", ids: [id] }))[0] : undefined),
    casesById: (ids) => readCases(pool, keys, { by: "id", ids: ids.filter(isUuid) }),
    caseByCodeName: async (codeName) => (await readCases(pool, keys, { by: "code-name", codeName }))[0],
    casesHandledBy: (person) => prisma.caseFile.findMany({ where: { handlers: { has: person } }, ...summary }),
    async casesOfParty(person) {
      const blind = new Uint8Array(blindIndex(indexKey, "party", person));
      return prisma.caseFile.findMany({ where: { parties: { some: { blind } } }, ...summary });
    },
    openCases: () => prisma.caseFile.findMany({ where: { isClosed: false }, ...summary }),
    async words(of, statement) {
      const row = await prisma.statement.findUnique({ where: { id: statement } });
      if (row === null || row.caseId !== of) return undefined;
      return unseal(await keys.read(of), `statement|${statement}`, row.sealed).toString();
    },
    async caseOfDraft(draft): Promise<CaseSummary | undefined> {
      return (await prisma.caseFile.findUnique({ where: { draft }, select: summary.select })) ?? undefined;
    },
    async dueCases(now, limit) {
      const rows = await prisma.deadline.groupBy({
        by: ["caseId"],
        where: { at: { lte: new Date(now.epochMilliseconds) } },
        orderBy: { _min: { at: "asc" } },
        take: limit,
      });
      return rows.map((row) => row.caseId);
    },
    async nextDue() {
      const row = await prisma.deadline.findFirst({ orderBy: { at: "asc" }, select: { at: true } });
      return row === null ? undefined : Temporal.Instant.fromEpochMilliseconds(row.at.getTime());
    },
    ...readingStore(prisma),
  };
}

/** Ids come from buttons that anybody may have pressed; one that is none finds nothing. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
