/**
 * Makes the archive that new embedded databases begin with: an empty database with every migration applied.
 * Usage: node src/storage/makeTemplate.ts FILE
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";

import pg from "pg";

import { openInMemory } from "./embedded.ts";
import { migrate } from "./migrate.ts";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("Name the file to write.");
const database = await openInMemory();
const pool = new pg.Pool(database.pool);
await migrate(pool, path.resolve(import.meta.dirname, "../../prisma/migrations"));
await pool.query("VACUUM FULL");
await pool.query("CHECKPOINT");
await writeFile(file, await database.backup());
await pool.end();
await database.close();
