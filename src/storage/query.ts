import { DatabaseError } from "pg";
import type pg from "pg";

export interface Statement {
  /** Under which it is prepared once on each connection. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Runs one statement. Unlike the pool's own `query` it keeps the connection when the statement is refused: a violated index is an
 * everyday answer here, not a broken connection.
 */
export async function query<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  statement: Statement,
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

/**
 * Runs `work` in one transaction, on a connection of its own. What it throws is thrown on, and nothing of it is stored.
 */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    const isHeld = await client.query("ROLLBACK").then(
      () => true,
      () => false,
    );
    client.release(!isHeld);
    throw error;
  }
}
