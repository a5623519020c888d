import { load } from "./load.ts";
import { row } from "./print.ts";
import { openVote, voteOnDiscord, voteOnSlack } from "./scene.ts";
import type { Scene } from "./scene.ts";

const INTERACTIONS = 20_000;
const AT_ONCE = 20;

/** What stands in memory before and after presses of a button, half of them on each platform. */
export async function benchMemory(ours: Scene, database: string, wanted: string): Promise<void> {
  const memory = () => `${(ours.bots[0]?.memory() ?? 0).toFixed(0)} MiB`;
  const discord = await openVote(ours.discord);
  const slack = await openVote(ours.slack);
  row(`memory before, ${database}`, memory());
  const first = await load(INTERACTIONS / 2, AT_ONCE, (i) => voteOnDiscord(ours, discord, i));
  const second = await load(INTERACTIONS / 2, AT_ONCE, (i) => voteOnSlack(ours, slack, i));
  row(`  after ${INTERACTIONS} interactions (${first.failed + second.failed} unanswered)`, memory(), wanted);
}
