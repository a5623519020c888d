import { localTokens } from "../../src/sandbox/localChapter.ts";
import type { LocalPlatform } from "../../src/sandbox/person.ts";
import { everybody } from "../journeys/people.ts";
import { load, median } from "./load.ts";
import type { Load } from "./load.ts";
import { row } from "./print.ts";
import { deep, generalOf, openVote, voteOnDiscord, voteOnSlack } from "./scene.ts";
import type { Scene, VoteTarget } from "./scene.ts";

const AT_ONCE = 20;

/** So many presses on each platform in each round. */
export interface Presses {
  readonly rounds: number;
  readonly votes: number;
}

/** Presses of the same button under the same card: a bare bot answers, Redress counts a vote and stores it first. */
export async function benchVotes(bare: Scene, ours: Scene, { rounds, votes }: Presses): Promise<void> {
  const many = (act: (i: number) => Promise<boolean>) => load(votes, AT_ONCE, act);
  const discord = await openVote(ours.discord);
  const slack = await openVote(ours.slack);
  const before = ours.discord.rationedCalls();
  const bareDiscord = await copyToBareDiscord(bare, rawOf(ours.discord, discord), discord);
  const bareSlack = await copyToBareSlack(bare, rawOf(ours.slack, slack), slack);
  const onDiscord: (readonly [Load, Load])[] = [];
  const onSlack: (readonly [Load, Load])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Rounds alternate, so that the noise of the machine strikes both.
    // oxlint-disable no-await-in-loop
    onDiscord.push([
      await many((i) => voteOnDiscord(bare, bareDiscord, i)),
      await many((i) => voteOnDiscord(ours, discord, i)),
    ]);
    onSlack.push([await many((i) => voteOnSlack(bare, bareSlack, i)), await many((i) => voteOnSlack(ours, slack, i))]);
    // oxlint-enable no-await-in-loop
  }
  const calls = (ours.discord.rationedCalls() - before) / (rounds * votes);
  row("votes on each platform", `${rounds} × ${votes.toLocaleString("en")}`);
  print("Discord: bare replies", "Discord: votes with their durable commit", onDiscord);
  row("  globally rationed calls a vote", calls.toFixed(4), "none");
  print("Slack: bare acks", "Slack: votes acknowledged after their durable commit", onSlack);
}

const rate = (loads: readonly Load[]) => `${median(loads.map((each) => each.rate)).toFixed(0)}/s`;

function print(bareName: string, ourName: string, rounds: readonly (readonly [Load, Load])[]): void {
  const failed = rounds.reduce((sum, [, { failed: some }]) => sum + some, 0);
  row(`${bareName}, ${AT_ONCE} at once`, rate(rounds.map(([bare]) => bare)));
  row(`${ourName}, ${AT_ONCE} at once`, rate(rounds.map(([, ours]) => ours)));
  row("  ratio", median(rounds.map(([bare, ours]) => ours.rate / bare.rate)).toFixed(2), "at least 0.30");
  row("  without an answer", String(failed), "0");
}

/** The card of the vote as the platform keeps it. */
function rawOf(platform: LocalPlatform, target: VoteTarget): Record<string, unknown> {
  const person = platform.person(target.voters[0] ?? "");
  const messages = person.places().flatMap((place) => person.messages(place.id));
  return Object.fromEntries(Object.entries(messages.find(({ id }) => id === target.message)?.raw ?? {}));
}

async function copyToBareDiscord(bare: Scene, raw: Record<string, unknown>, target: VoteTarget): Promise<VoteTarget> {
  const { components, flags } = raw;
  const url = `${bare.discord.apiUrl}/v10/channels/${generalOf(bare.discord)}/messages`;
  const message = deep(await call(url, `Bot ${localTokens.discord}`, { flags, components }), "id");
  return copyOf(target, message, everybody[0]?.discord);
}

async function copyToBareSlack(bare: Scene, raw: Record<string, unknown>, target: VoteTarget): Promise<VoteTarget> {
  const user = everybody[0]?.slack;
  const ask = (method: string, body: object) =>
    call(`${bare.slack.apiUrl}${method}`, `Bearer ${localTokens.slackBot}`, body);
  const channel = deep(await ask("conversations.open", { users: user }), "id");
  const message = deep(await ask("chat.postMessage", { channel, text: "card", blocks: raw["blocks"] }), "ts");
  return copyOf(target, message, user);
}

function copyOf({ control }: VoteTarget, message: string | undefined, voter: string | undefined): VoteTarget {
  if (message === undefined || voter === undefined) throw new Error("The card could not be posted under the bare bot.");
  return { message, control, voters: [voter] };
}

async function call(url: string, authorization: string, body: object): Promise<unknown> {
  const headers = { authorization, "content-type": "application/json" };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  return answer.json();
}
