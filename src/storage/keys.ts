import type pg from "pg";

import { query } from "./query.ts";
import type { Keyring, WrappedKey } from "./vault.ts";

/** How many data keys are kept opened; the oldest goes first. */
const KEPT = 5000;

/** The data keys of the database: one for each case, and one for each of a few kinds of things. */
export class DataKeys {
  readonly #pool: pg.Pool;
  readonly #keyring: Keyring;
  readonly #opened = new Map<string, Buffer>();
  /** What the opened ones were wrapped as: one that was replaced meanwhile is another. */
  readonly #wrapped = new Map<string, Buffer>();

  constructor(pool: pg.Pool, keyring: Keyring) {
    this.#pool = pool;
    this.#keyring = keyring;
  }

  /** A new key for a scope that has none; stored by the caller together with what it seals. */
  make(scope: string): { readonly key: Buffer } & WrappedKey {
    return this.#keyring.newKey(scope);
  }

  /** The key of a scope. Throws when there is none, or when it cannot be opened with the keys configured. */
  async read(scope: string): Promise<Buffer> {
    const known = this.#opened.get(scope);
    if (known !== undefined) return known;
    const { rows } = await query<{ kek: string; wrapped: Buffer }>(this.#pool, {
      name: "data-key",
      text: "SELECT kek, wrapped FROM data_key WHERE scope = $1",
      values: [scope],
    });
    return this.open(scope, rows[0]);
  }

  /** The key of a scope that was read along with what it seals. Throws as `read` does. */
  open(scope: string, row: WrappedKey | undefined): Buffer {
    const known = this.#opened.get(scope);
    // Another instance may have put a new key in its place.
    if (known !== undefined && (row === undefined || this.#wrapped.get(scope)?.equals(row.wrapped) === true))
      return known;
    if (row === undefined) throw new Error(`There is no key for ${scope}: what it sealed cannot be read any more.`);
    const key = this.#keyring.unwrap(scope, row);
    this.keep(scope, key);
    this.#wrapped.set(scope, Buffer.from(row.wrapped));
    return key;
  }

  /** The key of a scope that is made at its first use. */
  async readOrMake(scope: string): Promise<Buffer> {
    const made = this.make(scope);
    await this.#pool.query("INSERT INTO data_key (scope, kek, wrapped) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
      scope,
      made.kek,
      made.wrapped,
    ]);
    return this.read(scope);
  }

  /** The key of a scope; undefined where it was destroyed. */
  async readIfThere(scope: string): Promise<Buffer | undefined> {
    const known = this.#opened.get(scope);
    if (known !== undefined) return known;
    const { rows } = await query<{ kek: string; wrapped: Buffer }>(this.#pool, {
      name: "data-key",
      text: "SELECT kek, wrapped FROM data_key WHERE scope = $1",
      values: [scope],
    });
    return rows[0] === undefined ? undefined : this.open(scope, rows[0]);
  }

  /** Takes a key out of the memory of this process. */
  forget(scope: string): void {
    this.#opened.get(scope)?.fill(0);
    this.#opened.delete(scope);
    this.#wrapped.delete(scope);
  }

  /** Takes out of the memory of this process every key that was destroyed meanwhile, by whichever instance. */
  async forgetDestroyed(): Promise<void> {
    const scopes = [...this.#opened.keys()];
    if (scopes.length === 0) return;
    const { rows } = await query<{ scope: string }>(this.#pool, {
      name: "data-keys-there",
      text: "SELECT scope FROM data_key WHERE scope = ANY ($1)",
      values: [scopes],
    });
    const there = new Set(rows.map(({ scope }) => scope));
    for (const scope of scopes) if (!there.has(scope)) this.forget(scope);
  }

  keep(scope: string, key: Buffer): void {
    const [oldest] = this.#opened.keys();
    if (this.#opened.size >= KEPT && oldest !== undefined) {
      this.#opened.delete(oldest);
      this.#wrapped.delete(oldest);
    }
    this.#opened.set(scope, key);
  }
}
