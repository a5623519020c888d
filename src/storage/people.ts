import type pg from "pg";
import { DatabaseError } from "pg";

import type { Account, AccountRef, Person } from "../application/person.ts";
import type { Store } from "../application/ports.ts";
import type { DataKeys } from "./keys.ts";
import { query } from "./query.ts";
import { accountText, personText, platformRow } from "./rows.ts";
import { blindIndex, seal, unseal } from "./vault.ts";

type PeopleStore = Pick<Store, "personOf" | "ensurePerson" | "person" | "savePerson">;

const PERSON = `SELECT person.sealed, account.blind, account.platform, account.sealed AS account
  FROM person LEFT JOIN account ON account.person_id = person.id WHERE person.id = $1 ORDER BY account.blind`;

// What the person is called, and whose the accounts are: all of it or nothing.
const SAVE = `WITH saved AS (
    INSERT INTO person (id, sealed) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed),
  gone AS (DELETE FROM account WHERE person_id = $1 AND blind <> ALL ($3::bytea[]))
  INSERT INTO account (blind, person_id, platform, sealed)
  SELECT DISTINCT ON (blind) blind, $1::uuid, platform, sealed
  FROM unnest($3::bytea[], $4::text[], $5::bytea[]) AS x(blind, platform, sealed)
  ON CONFLICT (blind) DO UPDATE
  SET person_id = excluded.person_id, platform = excluded.platform, sealed = excluded.sealed`;

interface PersonRow extends pg.QueryResultRow {
  readonly sealed: Buffer;
  readonly blind: Buffer | null;
  readonly platform: string | null;
  readonly account: Buffer | null;
}

const contextOf = (blind: Buffer) => `account|${blind.toString("hex")}`;

/** People and their accounts: names and account ids are sealed, an account is found by a keyed hash. */
export async function peopleStore(pool: pg.Pool, keys: DataKeys, indexKey: Buffer): Promise<PeopleStore> {
  const key = await keys.readOrMake("people");
  const blindOf = (account: AccountRef) => blindIndex(indexKey, account.platform, account.id);
  const sealName = (id: string, name: string) => seal(key, `person|${id}`, Buffer.from(JSON.stringify({ name })));
  const accountRow = (account: Account) => {
    const blind = blindOf(account);
    const text = JSON.stringify({ id: account.id, name: account.name, locale: account.locale });
    return { blind, platform: account.platform, sealed: seal(key, contextOf(blind), Buffer.from(text)) };
  };

  async function personOf(account: AccountRef): Promise<string | undefined> {
    const { rows } = await query<{ person_id: string }>(pool, {
      name: "person-of",
      text: "SELECT person_id FROM account WHERE blind = $1",
      values: [blindOf(account)],
    });
    return rows[0]?.person_id;
  }

  return {
    personOf,
    async ensurePerson(account, fresh) {
      const known = await personOf(account);
      if (known !== undefined) return known;
      const row = accountRow(account);
      try {
        await query(pool, {
          name: "ensure-person",
          text: `WITH made AS (INSERT INTO person (id, sealed) VALUES ($1, $2))
            INSERT INTO account (blind, person_id, platform, sealed) VALUES ($3, $1, $4, $5)`,
          values: [fresh, sealName(fresh, account.name), row.blind, row.platform, row.sealed],
        });
        return fresh;
      } catch (error) {
        const other =
          error instanceof DatabaseError && error.constraint === "account_pkey" ? await personOf(account) : undefined;
        if (other === undefined) throw error;
        return other;
      }
    },
    async person(id) {
      const { rows } = await query<PersonRow>(pool, { name: "person", text: PERSON, values: [id] });
      const [found] = rows;
      if (found === undefined) return undefined;
      const { name } = personText.parse(JSON.parse(unseal(key, `person|${id}`, found.sealed).toString()));
      const accounts = rows.flatMap(({ blind, platform, account }): readonly Account[] => {
        if (blind === null || account === null) return [];
        const text = accountText.parse(JSON.parse(unseal(key, contextOf(blind), account).toString()));
        return [{ platform: platformRow.parse(platform), ...text }];
      });
      return { id, name, accounts };
    },
    async savePerson(person: Person) {
      const accounts = person.accounts.map(accountRow);
      await query(pool, {
        text: SAVE,
        values: [
          person.id,
          sealName(person.id, person.name),
          accounts.map((row) => row.blind),
          accounts.map((row) => row.platform),
          accounts.map((row) => row.sealed),
        ],
      });
    },
  };
}
