import { Temporal } from "temporal-polyfill";

import type { CaseSummary, Identity, Store, StoredCase } from "../application/ports.ts";
import type { PrismaClient } from "./client/client.ts";
import type { DataKeys } from "./keys.ts";
import { actorRow, entryRow, partyText, roleRow } from "./rows.ts";
import { blindIndex, unseal } from "./vault.ts";

type CaseReader = Pick<
  Store,
  | "caseById"
  | "caseByCodeName"
  | "casesHandledBy"
  | "casesOfParty"
  | "openCases"
  | "words"
  | "caseOfDraft"
  | "dueCases"
  | "nextDue"
  | "recordReading"
>;

const whole = {
  entries: { orderBy: { version: "asc" } },
  parties: { orderBy: { ordinal: "asc" } },
} as const;
const summary = { select: { id: true, codeName: true, isClosed: true }, orderBy: { opened: "desc" } } as const;

/** Reads case files: entries as they were appended, parties and words opened with the key of the case. */
export function caseReader(prisma: PrismaClient, keys: DataKeys, indexKey: Buffer): CaseReader {
  async function readCase(where: { id: string } | { codeName: string }): Promise<StoredCase | undefined> {
    const row = await prisma.caseFile.findUnique({ where, include: whole });
    if (row === null) return undefined;
    const key = await keys.read(row.id);
    return {
      id: row.id,
      codeName: row.codeName,
      rulebook: row.rulebook,
      entries: row.entries.map(({ version, at, by, body }) => ({
        version,
        at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
        by: actorRow.parse(by),
        entry: entryRow.parse(body),
      })),
      identities: row.parties.map(({ id, role, sealed }): Identity => {
        const text = partyText.parse(JSON.parse(unseal(key, `party|${id}`, sealed).toString()));
        return { party: id, role: roleRow.parse(role), person: text.person, name: text.name };
      }),
    };
  }

  return {
    caseById: (id) => (isUuid(id) ? readCase({ id }) : Promise.resolve(undefined)),
    caseByCodeName: (codeName) => readCase({ codeName }),
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
    async recordReading(of, statement, reader, at) {
      const data = { caseId: of, statementId: statement, personId: reader, at: new Date(at.epochMilliseconds) };
      await prisma.reading.create({ data });
    },
  };
}

/** Ids come from buttons that anybody may have pressed; one that is none finds nothing. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
