import { DatabaseError } from "pg";
import type pg from "pg";

/**
 * Runs one statement. Unlike the pool's own `query` it keeps the connection when the statement is refused: a violated index is an
 * everyday answer here, not a broken connection.
 */
export async function query<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  statement: { readonly name?: string; readonly text: string; readonly values: readonly unknown[] },
): Promise<pg.QueryResult<Row>> {
  const client = await pool.connect();
  try {
    const result = await client.query<Row>({ ...statement, values: [...statement.values] });
    client.release();
    return result;
  } catch (error) {
    client.release(error instanceof DatabaseError ? undefined : true);
    throw error;
  }
}
