import type { Temporal } from "temporal-polyfill";
import { expect } from "vitest";

import type { StoredCase } from "../../../src/application/casePorts.ts";
import type { Store } from "../../../src/application/ports.ts";
import { foldCase } from "../../../src/domain/case/foldCase.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import type { LocalPlatform } from "../../../src/sandbox/person.ts";
import { everybody } from "../../journeys/people.ts";
import { expectedNow, nameOf } from "../simulation/expected.ts";

/** What is told beside the card of a case: a reminder, that something is late, what a case lacks. */
const TOLD = ["reminder", "escalation", "gaps"];

/**
 * Everything was done that had to be, nothing before its time, and each notice stands once before each whom it is for, and before nobody
 * else. Returns how many notices there were.
 */
export async function checkTold(
  store: Store,
  rulebook: Rulebook,
  platforms: readonly LocalPlatform[],
  now: Temporal.Instant,
): Promise<number> {
  expect((await store.waiting()).rows).toBe(0);
  expect(await store.dueCases(now, 1)).toEqual([]);
  const open = await store.openCases();
  const cases = await store.casesById(open.map(({ id }) => id));
  let count = 0;
  for (const stored of cases) {
    checkTimes(rulebook, stored, now);
    const { notices } = foldCase(stored);
    expect(notices.filter(({ delivered, failed }) => delivered === undefined && failed === undefined)).toEqual([]);
    count += notices.length;
    for (const { name, discord, slack } of everybody) {
      const accounts = { discord, slack };
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const person = await personOf(store, accounts);
      const due = notices.filter(
        ({ to, subject, delivered }) =>
          to.kind === "person" && to.person === person && TOLD.includes(subject.kind) && delivered?.how === "direct",
      );
      const lines = platforms.flatMap((platform) => linesTo(platform, accounts[platform.kind], stored.codeName));
      expect([name, stored.codeName, lines.length, new Set(lines).size, lines]).toEqual([
        name,
        stored.codeName,
        due.length,
        due.length,
        lines,
      ]);
    }
    const inRoom = notices.filter(({ to, subject }) => to.kind === "room" && TOLD.includes(subject.kind));
    const posted = platforms.flatMap((platform) => linesInRoom(platform, stored.codeName));
    expect([stored.codeName, posted.length, posted]).toEqual([
      stored.codeName,
      inRoom.filter(({ delivered }) => delivered !== undefined).length,
      [...new Set(posted)],
    ]);
  }
  return count;
}

async function personOf(store: Store, accounts: { readonly discord: string; readonly slack: string }) {
  return (
    (await store.personOf({ platform: "discord", id: accounts.discord })) ??
    store.personOf({ platform: "slack", id: accounts.slack })
  );
}

/** Each thing was recorded when the wall calendar says that it was due, and nothing is missing. */
function checkTimes(rulebook: Rulebook, stored: StoredCase, now: Temporal.Instant): void {
  for (const [i, recorded] of stored.entries.entries()) {
    const name = nameOf(recorded);
    if (name === undefined) continue;
    // What was recorded in the same change was decided with it.
    const before = stored.entries.slice(0, i).filter(({ at }) => at.epochMilliseconds < recorded.at.epochMilliseconds);
    const expected = expectedNow(
      rulebook,
      foldCase({ ...stored, entries: before }),
      before,
      recorded.at.epochMilliseconds,
    );
    expect([stored.codeName, recorded.at.toString(), expected]).toEqual([
      stored.codeName,
      recorded.at.toString(),
      expect.arrayContaining([name]),
    ]);
  }
  expect(expectedNow(rulebook, foldCase(stored), stored.entries, now.epochMilliseconds)).toEqual([]);
}

/** The lines about a case that stand in somebody's private messages. */
function linesTo(platform: LocalPlatform, account: string, codeName: string): readonly string[] {
  const person = platform.person(account);
  return person
    .places()
    .filter(({ kind }) => kind === "direct")
    .flatMap(({ id }) => person.messages(id))
    .filter(({ author, ephemeral }) => author.isBot && !ephemeral)
    .flatMap(({ text }) => text.split("\n"))
    .filter((line) => line.includes(codeName) && /due|late|ska vara|försenad|sedan/i.test(line));
}

/** The reminders that stand in the officers' room of a case. */
function linesInRoom(platform: LocalPlatform, codeName: string): readonly string[] {
  const person = platform.person(everybody[0]?.[platform.kind] ?? "");
  return person
    .places()
    .filter(({ name }) => name === `case-${codeName}`)
    .flatMap(({ id }) => person.messages(id))
    .filter(({ text }) => /^Reminder/m.test(text))
    .map(({ text }) => text);
}
