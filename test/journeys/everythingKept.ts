import type { Stage } from "./stage.ts";

/** Everything of a case that stands in the database, and everything that its keys open. */
export async function everythingKept(stage: Stage, id: string): Promise<string> {
  const stored = await stage.store.caseById(id);
  const texts = await Promise.all(
    JSON.stringify(stored?.entries ?? [])
      .match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu)
      ?.map((each) => stage.store.words(id, each)) ?? [],
  );
  const tables = await stage.database?.pool.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const rows = await Promise.all(
    (tables?.rows ?? []).map(async ({ name }) => (await stage.database?.pool.query(`SELECT * FROM "${name}"`))?.rows),
  );
  return JSON.stringify([stored, texts, rows]);
}
