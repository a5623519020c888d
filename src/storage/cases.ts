import type pg from "pg";
import { Temporal } from "temporal-polyfill";

import type { CaseSummary } from "../application/casePorts.ts";
import type { Store } from "../application/ports.ts";
import type { DataKeys } from "./keys.ts";
import { query } from "./query.ts";
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

interface SummaryRow extends CaseSummary, pg.QueryResultRow {}

/** Cases in short, the newest first. */
async function summaries(pool: pg.Pool, which: string, values: readonly unknown[]): Promise<readonly CaseSummary[]> {
  const text = `SELECT id, code_name AS "codeName", is_closed AS "isClosed" FROM case_file WHERE ${which} ORDER BY opened DESC`;
  const { rows } = await query<SummaryRow>(pool, { text, values });
  return rows;
}

/** Reads case files: entries as they were appended, parties and words opened with the key of the case. */
export function caseReader(pool: pg.Pool, keys: DataKeys, indexKey: Buffer): CaseReader {
  return {
    caseById: async (id) => (isUuid(id) ? (await readCases(pool, keys, { by: "id", ids: [id] }))[0] : undefined),
    casesById: (ids) => readCases(pool, keys, { by: "id", ids: ids.filter(isUuid) }),
    caseByCodeName: async (codeName) => (await readCases(pool, keys, { by: "code-name", codeName }))[0],
    casesHandledBy: (person) => summaries(pool, "handlers @> ARRAY[$1::uuid]", [person]),
    casesOfParty: (person) =>
      summaries(pool, "EXISTS (SELECT FROM party WHERE party.case_id = case_file.id AND party.blind = $1)", [
        blindIndex(indexKey, "party", person),
      ]),
    openCases: () => summaries(pool, "NOT is_closed", []),
    async words(of, statement) {
      const { rows } = await query<{ sealed: Buffer }>(pool, {
        name: "words",
        text: "SELECT sealed FROM statement WHERE id = $1 AND case_id = $2",
        values: [statement, of],
      });
      const [row] = rows;
      if (row === undefined) return undefined;
      return unseal(await keys.read(of), `statement|${statement}`, row.sealed).toString();
    },
    caseOfDraft: async (draft) => (await summaries(pool, "draft = $1", [draft]))[0],
    async dueCases(now, limit) {
      const { rows } = await query<{ case_id: string }>(pool, {
        name: "due-cases",
        text: "SELECT case_id FROM deadline WHERE at <= $1 GROUP BY case_id ORDER BY min(at) LIMIT $2",
        values: [new Date(now.epochMilliseconds), limit],
      });
      return rows.map((row) => row.case_id);
    },
    async nextDue() {
      const { rows } = await query<{ at: Date }>(pool, {
        name: "next-due",
        text: "SELECT at FROM deadline ORDER BY at LIMIT 1",
        values: [],
      });
      return rows.map(({ at }) => Temporal.Instant.fromEpochMilliseconds(at.getTime()))[0];
    },
    ...readingStore(pool),
  };
}

/** Ids come from buttons that anybody may have pressed; one that is none finds nothing. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
