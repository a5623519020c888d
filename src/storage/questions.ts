import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { Store } from "../application/ports.ts";
import { isWaiting } from "../domain/questions/question.ts";
import type { Question } from "../domain/questions/question.ts";
import type { DataKeys } from "./keys.ts";
import { inTransaction, query } from "./query.ts";
import { requestClauses, requestColumns, requestsOf } from "./request.ts";
import { blindIndex, seal, unseal } from "./vault.ts";

export type QuestionStore = "saveQuestion" | "questionById" | "questionsOf" | "waitingQuestions" | "deleteQuestion";

const scopeOf = (id: string) => `question|${id}`;

const questionText = z.object({
  codeName: z.string(),
  register: z.string(),
  asker: z.string(),
  askerName: z.string(),
  to: z.array(z.string()),
  written: z.array(
    z.object({ by: z.string(), at: z.string().transform((at) => Temporal.Instant.from(at)), text: z.string() }),
  ),
  deliveries: z.array(z.string()).optional(),
  reminded: z.string().optional(),
  proposal: z.enum(["none", "open", "declined", "accepted"]),
});

interface Row extends pg.QueryResultRow {
  readonly id: string;
  readonly version: number;
  readonly sealed: Buffer;
  readonly kek: string | null;
  readonly wrapped: Buffer | null;
}

const READ = `SELECT question.id, version, sealed, kek, wrapped FROM question
  LEFT JOIN data_key ON scope = 'question|' || question.id`;

/** Questions that somebody asked in confidence. */
export function questionStore(pool: pg.Pool, keys: DataKeys, indexKey: Buffer): Pick<Store, QuestionStore> {
  const blindOf = (person: string) => blindIndex(indexKey, "question", person);

  function opened({ id, version, sealed, kek, wrapped }: Row): Question {
    const key = keys.open(scopeOf(id), kek === null || wrapped === null ? undefined : { kek, wrapped });
    return { id, version, ...questionText.parse(JSON.parse(unseal(key, `question|${id}`, sealed).toString())) };
  }

  async function found(where: string, values: readonly unknown[]): Promise<readonly Question[]> {
    const { rows } = await query<Row>(pool, { text: `${READ} WHERE ${where} ORDER BY question.id`, values });
    return rows.map(opened);
  }

  return {
    async saveQuestion(question, effects) {
      const { id, version, ...kept } = question;
      const isNew = version === 1;
      const made = isNew ? keys.make(scopeOf(id)) : undefined;
      const key = made?.key ?? (await keys.readIfThere(scopeOf(id)));
      if (key === undefined) return "stale";
      const sealed = seal(key, `question|${id}`, Buffer.from(JSON.stringify(kept)));
      const clauses = requestClauses(`FROM saved, jsonb_to_recordset($6::jsonb) AS x(${requestColumns})`);
      const asked = Object.entries(clauses).map(([name, sql]) => `${name} AS (${sql})`);
      const saved = isNew
        ? `INSERT INTO question (id, version, is_waiting, blinds, sealed) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT DO NOTHING RETURNING id`
        : `UPDATE question SET version = $2, is_waiting = $3, blinds = $4, sealed = $5
            WHERE id = $1 AND version = $2 - 1 RETURNING id`;
      const sealedBy =
        made === undefined
          ? []
          : ["sealed_by AS (INSERT INTO data_key (scope, kek, wrapped) SELECT $7::text, $8, $9 FROM saved)"];
      const { rows } = await query(pool, {
        text: `WITH saved AS (${saved}), ${[...sealedBy, ...asked].join(", ")} SELECT id FROM saved`,
        values: [
          id,
          version,
          isWaiting(question),
          [question.asker, ...question.to].map(blindOf),
          sealed,
          JSON.stringify(requestsOf([{ effects }])),
          ...(made === undefined ? [] : [scopeOf(id), made.kek, Buffer.from(made.wrapped)]),
        ],
      });
      return rows.length === 1 ? "saved" : "stale";
    },
    questionById: async (id) => (await found("question.id::text = $1", [id]))[0],
    questionsOf: (person) => found("blinds @> $1", [[blindOf(person)]]),
    waitingQuestions: () => found("is_waiting", []),
    async deleteQuestion(id) {
      await inTransaction(pool, async (client) => {
        await client.query("DELETE FROM question WHERE id = $1", [id]);
        await client.query("DELETE FROM data_key WHERE scope = $1", [scopeOf(id)]);
      });
      keys.forget(scopeOf(id));
    },
  };
}
