import type pg from "pg";
import { DatabaseError } from "pg";

import type { Account, AccountRef, Person } from "../application/person.ts";
import type { Store } from "../application/ports.ts";
import type { PrismaClient } from "./client/client.ts";
import type { DataKeys } from "./keys.ts";
import { query } from "./query.ts";
import { accountText, personText, platformRow } from "./rows.ts";
import { blindIndex, seal, unseal } from "./vault.ts";

type PeopleStore = Pick<Store, "personOf" | "ensurePerson" | "person" | "savePerson">;

/** People and their accounts: names and account ids are sealed, an account is found by a keyed hash. */
export async function peopleStore(
  pool: pg.Pool,
  prisma: PrismaClient,
  keys: DataKeys,
  indexKey: Buffer,
): Promise<PeopleStore> {
  const key = await keys.readOrMake("people");
  const blindOf = (account: AccountRef) => new Uint8Array(blindIndex(indexKey, account.platform, account.id));
  const sealName = (id: string, name: string) =>
    new Uint8Array(seal(key, `person|${id}`, Buffer.from(JSON.stringify({ name }))));
  const accountRow = (account: Account) => {
    const blind = blindOf(account);
    const text = JSON.stringify({ id: account.id, name: account.name, locale: account.locale });
    const sealed = new Uint8Array(seal(key, `account|${Buffer.from(blind).toString("hex")}`, Buffer.from(text)));
    return { blind, platform: account.platform, sealed };
  };

  async function personOf(account: AccountRef): Promise<string | undefined> {
    const { rows } = await query<{ person_id: string }>(pool, {
      name: "person-of",
      text: "SELECT person_id FROM account WHERE blind = $1",
      values: [Buffer.from(blindOf(account))],
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
          values: [
            fresh,
            Buffer.from(sealName(fresh, account.name)),
            Buffer.from(row.blind),
            row.platform,
            Buffer.from(row.sealed),
          ],
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
      const found = await prisma.person.findUnique({ where: { id }, include: { accounts: true } });
      if (found === null) return undefined;
      const { name } = personText.parse(JSON.parse(unseal(key, `person|${id}`, found.sealed).toString()));
      const accounts = found.accounts.map((row): Account => {
        const context = `account|${Buffer.from(row.blind).toString("hex")}`;
        const text = accountText.parse(JSON.parse(unseal(key, context, row.sealed).toString()));
        return { platform: platformRow.parse(row.platform), ...text };
      });
      return { id, name, accounts };
    },
    async savePerson(person: Person) {
      const accounts = person.accounts.map(accountRow);
      await prisma.$transaction(async (tx) => {
        const sealed = sealName(person.id, person.name);
        await tx.person.upsert({ where: { id: person.id }, create: { id: person.id, sealed }, update: { sealed } });
        await tx.account.deleteMany({
          where: { personId: person.id, blind: { notIn: accounts.map((row) => row.blind) } },
        });
        for (const { blind, ...row } of accounts) {
          const data = { ...row, personId: person.id };
          // oxlint-disable-next-line no-await-in-loop -- one connection
          await tx.account.upsert({ where: { blind }, create: { blind, ...data }, update: data });
        }
      });
    },
  };
}
