import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { expect, inject, test } from "vitest";

import { commands } from "../../commands/index.ts";
import type { Store } from "../../src/application/ports.ts";
import { foldCase } from "../../src/domain/case/foldCase.ts";
import { Actor } from "../../src/sandbox/actor.ts";
import { movableClock } from "../../src/sandbox/clock.ts";
import { openChapterDiscord, openChapterSlack } from "../../src/sandbox/localChapter.ts";
import type { ChapterPerson } from "../../src/sandbox/localChapter.ts";
import type { LocalPlatform } from "../../src/sandbox/person.ts";
import { botScopes, slackManifest } from "../../src/slack/manifest.ts";
import { openDatabase } from "../../src/storage/openDatabase.ts";
import { openStore } from "../../src/storage/openStore.ts";
import { openKeyring } from "../../src/storage/vault.ts";
import { everybody, owner } from "../journeys/people.ts";
import { codeNameIn, playToVote } from "../journeys/plays.ts";
import { launch, startProcess } from "./process.ts";

/** How often the program is killed while it runs; every fourth time once more while it starts. */
const KILLS = { embedded: 20, server: 10 } as const;
const board = ["Petra", "Viktor", "Dina", "Hanna", "Ivan", "Julia", "Karim"] as const;

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

/** Members who do nothing but report: three on each platform at a time. */
const reporters: readonly ChapterPerson[] = Array.from({ length: 6 }, (_, i) => ({
  name: `Reporter ${i}`,
  discord: `20000000000000000${i}`,
  slack: `U0000020${i}`,
  locale: "en",
}));

/** Waits until the bot has not called the platforms for a while. */
async function quiet(platforms: readonly LocalPlatform[]): Promise<void> {
  let last = -1;
  for (let still = 0; still < 6;) {
    const calls = platforms.reduce((sum, platform) => sum + platform.calls().length, 0);
    still = calls === last ? still + 1 : 0;
    last = calls;
    // oxlint-disable-next-line no-await-in-loop
    await pause(100);
  }
}

type Choice = "In favour" | "Against" | "Abstain";
const choiceOf: Readonly<Record<Choice, string>> = { "In favour": "in-favour", Against: "against", Abstain: "abstain" };

/** The program, killed at random moments while reports and votes are running. */
export function killContract(database: keyof typeof KILLS): void {
  test(`the program killed at any moment loses nothing that was acknowledged and doubles nothing: ${database} database`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "redress-kill-"));
    const clock = movableClock();
    const people = [...everybody, ...reporters];
    const chapter = { clock, people, owner };
    const discord = await openChapterDiscord(chapter);
    const slack = await openChapterSlack({
      ...chapter,
      manifest: slackManifest({ commands, url: undefined }),
      scopes: botScopes,
      patience: 400,
    });
    const platforms = [discord, slack] as const;
    const databaseUrl = database === "server" ? await newDatabase() : undefined;
    const processOptions = {
      discordUrl: discord.apiUrl,
      slackUrl: slack.apiUrl,
      folder,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    };
    let running = await startProcess(processOptions);

    // A case is before the board, on Discord.
    const actors = new Map<string, Actor>();
    const person = (name: string) => {
      const known = actors.get(name);
      if (known !== undefined) return known;
      const found = people.find((each) => each.name.startsWith(name));
      const made = new Actor(discord, found?.discord ?? "", found?.name ?? "");
      actors.set(name, made);
      return made;
    };
    const stage = {
      kind: "discord" as const,
      person,
      settle: () => quiet(platforms),
      now: () => Temporal.Instant.fromEpochMilliseconds(clock.now()),
    };
    await playToVote(stage);

    const filed: string[] = [];
    const acknowledged = new Map<string, Choice>();
    const attempted = new Map<string, Choice[]>();
    const over = new AbortController();

    async function report(reporter: ChapterPerson, platform: (typeof platforms)[number]): Promise<void> {
      const actor = new Actor(platform, reporter[platform.kind], reporter.name);
      while (!over.signal.aborted) {
        try {
          // oxlint-disable-next-line no-await-in-loop -- one report after the other
          filed.push(await fileOne(actor, platform.kind));
        } catch {
          // oxlint-disable-next-line no-await-in-loop -- the bot is away: a person tries again
          await pause(150);
        }
      }
    }

    async function ballots(name: string): Promise<void> {
      const voter = person(name);
      const button = {
        "In favour": voter.handle("In favour"),
        Against: voter.handle("Against"),
        Abstain: voter.handle("Abstain"),
      };
      const choices: readonly Choice[] = ["In favour", "Against", "Abstain"];
      while (!over.signal.aborted) {
        const choice = choices[Math.floor(Math.random() * choices.length)] ?? "Abstain";
        attempted.set(name, [...(attempted.get(name) ?? []), choice]);
        const before = voter.messages().length;
        // oxlint-disable-next-line no-await-in-loop
        await Promise.race([voter.pressHandle(button[choice]).catch(() => {}), pause(3500)]);
        const isAnswered =
          voter.messages().length > before && /Your vote is counted|this one counts now/.test(voter.note());
        if (isAnswered) {
          acknowledged.set(name, choice);
          attempted.set(name, []);
        }
        // oxlint-disable-next-line no-await-in-loop
        await pause(Math.random() * 120);
      }
    }

    const load = [
      ...reporters.slice(0, 3).map((reporter) => report(reporter, discord)),
      ...reporters.slice(3).map((reporter) => report(reporter, slack)),
      ...board.map(ballots),
    ];
    for (let kill = 0; kill < KILLS[database]; kill += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await pause(200 + Math.random() * 1300);
      // oxlint-disable-next-line no-await-in-loop
      await running.kill();
      // oxlint-disable-next-line no-await-in-loop
      if (kill % 4 === 3) await killWhileStarting(processOptions);
      // oxlint-disable-next-line no-await-in-loop
      running = await startProcess(processOptions);
    }
    await pause(500);
    over.abort();
    await Promise.all(load);
    await quiet(platforms);
    // What was in hand when the program died is held for a minute at most; the last of it is waited for.
    await drained(databaseUrl, discord, slack);
    await running.stop();

    const store = await reopen(folder, databaseUrl);
    try {
      await check(store, platforms, filed);
      await checkBallots(store, person, acknowledged, attempted);
    } finally {
      await store.close();
    }
    // What a killed program leaves half-said is no fault of form.
    expect([...discord.problems(), ...slack.problems()]).toEqual([]);
    process.stdout.write(
      `  killed ${KILLS[database]} times on the ${database} database: ${filed.length} reports and ${acknowledged.size} voters acknowledged, none lost, none doubled\n`,
    );
    await discord.close();
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

async function killWhileStarting(options: Parameters<typeof startProcess>[0]): Promise<void> {
  const starting = launch(options);
  await pause(100 + Math.random() * 1500);
  await starting.kill();
}

/** The code names of the receipts on somebody's screen. */
function receipts(actor: Actor): readonly string[] {
  const texts = [actor.note(), ...actor.messages().map((message) => message.text)];
  return texts.filter((text) => text.includes("Its name is")).map(codeNameIn);
}

/**
 * Files one report and returns its code name once the receipt stands on the screen: not always in the last place, for a report that was
 * begun before the program died can be the one that goes on.
 */
async function fileOne(actor: Actor, platform: "discord" | "slack"): Promise<string> {
  const before = receipts(actor);
  await actor.command("report");
  await actor.fillIn({ "What happened?": `Something by ${actor.name}`, "How are you involved?": "It happened to me" });
  if (platform === "discord") await actor.press("Continue");
  await actor.fillIn({});
  await actor.press("Send the report");
  const receipt = receipts(actor).find((codeName) => !before.includes(codeName));
  if (receipt === undefined) throw new Error("No receipt.");
  return receipt;
}

async function newDatabase(): Promise<string> {
  const url = inject("postgresUrl");
  const name = `kill_${Math.random().toString(36).slice(2)}`;
  const admin = new pg.Client({ connectionString: `${url}/postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  return `${url}/${name}`;
}

async function reopen(folder: string, url: string | undefined): Promise<Store> {
  const keyring = openKeyring(readFileSync(path.join(folder, "keys"), "utf8").trim());
  const place =
    url === undefined
      ? ({ kind: "embedded", folder: path.join(folder, "database") } as const)
      : ({ kind: "server", url } as const);
  return openStore(await openDatabase(place), keyring);
}

/** The officers' rooms on a platform, by name, with how many cards stand in each. */
function officersRooms(platform: LocalPlatform): ReadonlyMap<string, readonly number[]> {
  const sara = platform.person(everybody[0]?.[platform.kind] ?? "");
  const rooms = new Map<string, number[]>();
  for (const place of sara.places()) {
    if (!place.name.startsWith("case-")) continue;
    const cards = sara.messages(place.id).filter((message) => /To be done|closed/.test(message.text)).length;
    rooms.set(place.name, [...(rooms.get(place.name) ?? []), cards]);
  }
  return rooms;
}

/** Waits until every room that has been made has its card: what a dead program had in hand is taken up when its hold ends. */
async function drained(databaseUrl: string | undefined, ...platforms: readonly LocalPlatform[]): Promise<void> {
  for (let left = 150; left > 0; left -= 1) {
    const cards = platforms.flatMap((platform) => [...officersRooms(platform).values()].flat());
    // oxlint-disable-next-line no-await-in-loop
    if (cards.every((count) => count > 0) && (await rowsLeft(databaseUrl)) === 0) break;
    // oxlint-disable-next-line no-await-in-loop
    await pause(500);
  }
  await quiet(platforms);
}

/** What is left in the outbox of a server's database; the embedded one cannot be looked into from outside. */
async function rowsLeft(url: string | undefined): Promise<number> {
  if (url === undefined) return 0;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>("SELECT count(*)::int AS count FROM outbox");
  await client.end();
  return rows[0]?.count ?? 0;
}

async function check(store: Store, platforms: readonly LocalPlatform[], filed: readonly string[]): Promise<void> {
  expect(new Set(filed).size).toBe(filed.length);
  const cases = await store.openCases();
  const names = cases.map(({ codeName }) => codeName);
  for (const codeName of filed) expect(names).toContain(codeName);
  const rooms = new Map(platforms.map((platform) => [platform.kind as string, officersRooms(platform)]));
  for (const { id, codeName } of cases) {
    // oxlint-disable-next-line no-await-in-loop
    const stored = await store.caseById(id);
    const origin = stored === undefined ? "" : foldCase(stored).origin;
    for (const [platform, found] of rooms)
      expect([codeName, platform, found.get(`case-${codeName}`)]).toEqual([
        codeName,
        platform,
        platform === origin ? [1] : undefined,
      ]);
  }
  const known = new Set(names.map((name) => `case-${name}`));
  for (const found of rooms.values()) for (const name of found.keys()) expect(known).toContain(name);
  expect((await store.waiting()).rows).toBe(0);
}

/** Of each voter the ballot that counts is the last that was acknowledged, or one pressed after it whose answer was lost. */
async function checkBallots(
  store: Store,
  person: (name: string) => Actor,
  acknowledged: ReadonlyMap<string, Choice>,
  attempted: ReadonlyMap<string, readonly Choice[]>,
): Promise<void> {
  const cases = await store.openCases();
  const files = await Promise.all(cases.map(({ id }) => store.caseById(id)));
  const id = files.flatMap((file) => (file === undefined ? [] : foldCase(file).votes))[0]?.vote ?? "";
  const vote = await store.vote(id);
  for (const name of board) {
    // oxlint-disable-next-line no-await-in-loop
    const voter = await store.personOf({ platform: "discord", id: person(name).id });
    const counted = vote?.voters.find((each) => each.person === voter)?.choice;
    const possible = [acknowledged.get(name), ...(attempted.get(name) ?? [])].map((choice) =>
      choice === undefined ? undefined : choiceOf[choice],
    );
    expect(possible).toContain(counted);
  }
}
