import { Temporal } from "temporal-polyfill";

import { foldCase } from "../../../src/domain/case/foldCase.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { rollFrom } from "./dice.ts";
import type { Dice } from "./dice.ts";
import { gather, liveThrough } from "./people.ts";
import { openWorld } from "./world.ts";
import type { World, WorldOptions } from "./world.ts";

export interface Simulation extends Pick<WorldOptions, "stores" | "endHolds"> {
  readonly rulebook: Rulebook;
  readonly seed: number;
  readonly days: number;
  readonly cases: number;
  /** A program that is killed runs for so many steps at most. */
  readonly steps: number;
  /** Of so many cases one is left to itself, and the others are brought to an end; all are left when left out. */
  readonly oneLeftIn?: number;
  /** How many times as long it is from one tick to the next. */
  readonly sparse?: number;
}

/** What a simulation came to. */
export interface Simulated {
  readonly ticks: number;
  readonly kills: number;
  /** Filed, some of which were anonymised since. */
  readonly cases: number;
  /** In the files that there still are. */
  readonly notices: number;
  /** Messages, whatever has become of their case. */
  readonly posts: number;
}

/** Its first day: in Alberta the clocks still go back once and forward once after it. */
const START = "2025-09-01T08:00:00Z";

/** Lets so many days go by, from one irregular tick to the next. @throws with the seed, where something is not as it has to be */
export async function simulate(simulation: Simulation): Promise<Simulated> {
  try {
    return await letDaysGoBy(simulation);
  } catch (error) {
    throw new Error(`${simulation.rulebook.organisation.name}, seed ${simulation.seed}: ${String(error)}`, {
      cause: error,
    });
  }
}

async function letDaysGoBy({
  rulebook,
  seed,
  days,
  cases,
  steps,
  oneLeftIn = 1,
  sparse = 1,
  ...options
}: Simulation): Promise<Simulated> {
  const dice = rollFrom(seed);
  const start = Temporal.Instant.from(START);
  const end = start.add({ hours: 24 * days });
  const world = await openWorld({ ...options, rulebook, dice, start, lifetime: () => dice.between(1, steps) });
  const crowd = gather(world.now);
  for (let number = 1; number <= cases; number += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await crowd.begin((waitUntil) => liveThrough(world, dice, number, Math.floor(days * 0.8), oneLeftIn, waitUntil));
  let ticks = 0;
  while (Temporal.Instant.compare(world.now(), end) < 0) {
    // oxlint-disable no-await-in-loop -- one tick after the other
    const kills = world.kills();
    const posts = world.postbox.posts.length;
    await world.tick(world.now().add({ seconds: nextTick(dice) * sparse }));
    if (world.kills() === kills && options.stores.length === 1) checkDigests(world, posts);
    await crowd.goOn();
    ticks += 1;
    // oxlint-enable no-await-in-loop
  }
  await world.tick(world.now());
  const notices = await checkEnd(world);
  return { ticks, kills: world.kills(), cases: world.filed(), notices, posts: world.postbox.posts.length };
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds, hours, a day or so; an outage now and then; and sometimes the clock is set back by some minutes. */
function nextTick(dice: Dice): number {
  const thrown = dice.between(1, 100);
  if (thrown <= 10) return dice.between(1, 90);
  if (thrown <= 15) return -dice.between(1, 10 * MINUTE);
  if (thrown <= 40) return dice.between(10 * MINUTE, 12 * HOUR);
  if (thrown <= 85) return dice.between(12 * HOUR, 2 * DAY);
  return thrown <= 95 ? dice.between(2 * DAY, 6 * DAY) : dice.between(6 * DAY, 30 * DAY);
}

/** What fell due for somebody at once came in as few messages as it fits into. */
function checkDigests({ postbox, now }: World, from: number): void {
  const gathered = postbox.posts
    .slice(from)
    .filter(({ isDirect, views }) => isDirect && views.length > 0 && views.every(({ body }) => isGathered(body.kind)));
  for (const [to, posts] of Map.groupBy(gathered, (post) => post.to)) {
    const told = posts.flatMap(({ views }) => views).length;
    if (posts.length > Math.ceil(told / 5))
      throw new Error(`${to} had ${posts.length} messages of ${told} things on ${now().toString()}.`);
  }
}

const isGathered = (kind: string) => ["reminder", "escalation", "gaps"].includes(kind);

/** Nothing is left to be done, and every notice that was recorded has been posted once: to whom it is addressed, or not at all. */
async function checkEnd(world: World): Promise<number> {
  const { store, people } = world.house;
  if ((await store.dueCases(world.now(), 1)).length > 0) throw new Error("Something is still to be done.");
  const posted = Map.groupBy(
    world.postbox.posts.flatMap(({ to, isDirect, views }) => views.map(({ notice }) => ({ to, isDirect, notice }))),
    ({ notice }) => notice,
  );
  let count = 0;
  for (const stored of await world.cases()) {
    for (const notice of foldCase(stored).notices) {
      count += 1;
      const found = posted.get(notice.id) ?? [];
      const name = `${stored.codeName}: ${JSON.stringify(notice.subject)} to ${JSON.stringify(notice.to)}`;
      if (notice.delivered === undefined && notice.failed === undefined) throw new Error(`${name} was not delivered.`);
      if (found.length > 1) throw new Error(`${name} was posted ${found.length} times.`);
      if (notice.delivered?.how === "direct" && found.length === 0) throw new Error(`${name} was never posted.`);
      if (notice.to.kind !== "person" || found[0] === undefined) continue;
      const accounts = (people.get(notice.to.person)?.accounts ?? []).map(({ id }) => id);
      if (!accounts.includes(found[0].to)) throw new Error(`${name} was posted to ${found[0].to}.`);
    }
  }
  return count;
}
