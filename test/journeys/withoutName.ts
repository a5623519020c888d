import { expect } from "vitest";

import type { Stage } from "./stage.ts";

type Page = Readonly<Record<string, string | readonly string[]>>;

/** Fills in the pages of a form, one after the other. */
export async function fill(stage: Stage, name: string, pages: readonly Page[]): Promise<void> {
  for (const [index, page] of pages.entries()) {
    // oxlint-disable no-await-in-loop -- one page after the other, as people do
    if (index > 0 && stage.kind === "discord") await stage.person(name).press("Continue");
    await stage.person(name).fillIn(page);
    // oxlint-enable no-await-in-loop
  }
}

/** The code that stands in a text. */
export function codeIn(text: string): string {
  const [code] = /(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]/.exec(text) ?? [];
  if (code === undefined) throw new Error(`No code stands in: ${text}`);
  return code;
}

/** Somebody reports without a name. Returns the code that opens it again. */
export async function reportWithoutName(stage: Stage, name: string, pages: readonly Page[]): Promise<string> {
  const person = stage.person(name);
  await person.command("anonymous report");
  await fill(stage, name, pages);
  await person.press("I have kept the code: send it");
  await stage.settle();
  return codeIn(person.note());
}

/** Somebody opens what a code opens. */
export async function openWith(stage: Stage, name: string, code: string): Promise<void> {
  await stage.person(name).command("anonymous open");
  await stage.person(name).fillIn({ "Your code": code });
}

/** Everything that was put into the store, in clear: the calls but those that look something up. */
export const written = (stage: Stage): string =>
  stage.asked.filter((call) => !/^(personOf|hasSeen) /.test(call)).join("\n");

/** Every cell of every table, as it stands there: the outbox, what is due and what was delivered among them. */
export async function dump({ database }: Stage): Promise<string> {
  if (database === undefined) return "";
  const { rows: tables } = await database.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const all = await Promise.all(
    tables.map(
      async ({ name }) => (await database.pool.query<Record<string, unknown>>(`SELECT * FROM "${name}"`)).rows,
    ),
  );
  const cells = all.flat().flatMap((row) => Object.values(row));
  return cells.map((cell) => (Buffer.isBuffer(cell) ? cell.toString("latin1") : JSON.stringify(cell))).join("\n");
}

/** That nothing anywhere says that this person has been here. */
export async function expectNoTrace(stage: Stage, name: string, others: readonly string[]): Promise<void> {
  const person = stage.person(name);
  const { id } = person;
  expect(await stage.store.personOf({ platform: stage.kind, id })).toBeUndefined();
  const fullName = person.name;
  const places = { store: written(stage), log: stage.logged.join("\n"), database: await dump(stage) };
  const traces = Object.entries(places).filter(([, text]) => text.includes(id) || text.includes(fullName));
  expect(traces.map(([place]) => place)).toEqual([]);
  for (const other of others) {
    expect(stage.person(other).reads()).not.toContain(id);
    expect(stage.person(other).reads()).not.toContain(fullName);
  }
}
