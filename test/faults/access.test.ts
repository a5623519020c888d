import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { stringify } from "yaml";

import { rolesIn } from "../../src/local/localHouse.ts";
import { Actor } from "../../src/sandbox/actor.ts";
import { movableClock } from "../../src/sandbox/clock.ts";
import type { LocalDiscord } from "../../src/sandbox/discord/localDiscord.ts";
import { openChapterDiscord } from "../../src/sandbox/localChapter.ts";
import { enforced, enforcing, role } from "../journeys/enforcing.ts";
import { everybody, officials, owner } from "../journeys/people.ts";
import { carry, clear, playToBoard, putMotion } from "../journeys/plays.ts";
import { until } from "../journeys/until.ts";
import { confirmedRulebook } from "../servers/confirmedRulebook.ts";
import { startProcess } from "./process.ts";

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

/** Waits until the bot has not called the platform for a while. */
async function quiet(discord: LocalDiscord): Promise<void> {
  let last = -1;
  for (let still = 0; still < 4;) {
    const calls = discord.calls().length;
    still = calls === last ? still + 1 : 0;
    last = calls;
    // oxlint-disable-next-line no-await-in-loop
    await pause(100);
  }
}

const TAKE = "DELETE /guilds/:id/members/:id/roles/:id";
const GIVE = "PUT /guilds/:id/members/:id/roles/:id";

test("[E-22] the program killed once Discord had taken a role, and again before Discord gave one back, gives back exactly what the person had", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "redress-access-"));
  const rulebook = path.join(folder, "kth.yaml");
  const roster = path.join(folder, "kth.roster.yaml");
  writeFileSync(rulebook, enforced(readFileSync(confirmedRulebook(), "utf8")));
  writeFileSync(roster, stringify({ people: officials, access: enforcing.access }));
  const clock = movableClock();
  const discord = await openChapterDiscord({ clock, people: everybody, owner, roles: rolesIn(enforcing.access) });
  const settings = {
    REDRESS_RULEBOOK: rulebook,
    REDRESS_ROSTER: roster,
    SLACK_BOT_TOKEN: "",
    SLACK_APP_TOKEN: "",
    SLACK_API_URL: "",
  };
  const start = () => startProcess({ discordUrl: discord.apiUrl, slackUrl: "", folder, settings });
  const actors = new Map<string, Actor>();
  const person = (name: string) => {
    const found = everybody.find((each) => each.name.startsWith(name));
    const actor = actors.get(name) ?? new Actor(discord, found?.discord ?? "", found?.name ?? "");
    actors.set(name, actor);
    return actor;
  };
  const stage = {
    kind: "discord" as const,
    person,
    settle: () => quiet(discord),
    now: () => Temporal.Instant.fromEpochMilliseconds(clock.now()),
  };
  const held = () => discord.rolesOf(person("Nils").id).toSorted();
  const calls = (name: string) => discord.calls().filter(({ call }) => call === name).length;

  let running = await start();
  const codeName = await playToBoard(stage);
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (const name of ["Petra", "Dina", "Hanna", "Ivan", "Julia"]) await clear(stage, name);
  await putMotion(stage, "first-degree suspension", "serious");
  await carry(stage);
  const before = held();

  // Discord takes the first role and never answers.
  discord.faults.arm({ call: TAKE, mishap: { kind: "delay", ms: 120_000 }, times: 1000 });
  await person("Petra").press("Send the notices");
  await until(() => held().length < before.length);
  await running.kill();
  discord.faults.clear();
  running = await start();
  await until(() => held().join() === role.resting);

  // Discord does not even give the first role back.
  await quiet(discord);
  discord.faults.arm({ call: GIVE, mishap: { kind: "drop", effect: "none" }, times: 1000 });
  const given = calls(GIVE);
  await person("Petra").command("sanction lift", { code: codeName });
  await person("Petra").fillIn({ "Why?": "he has made amends" });
  await person("Petra").press("End it now");
  await until(() => calls(GIVE) > given);
  await running.kill();
  discord.faults.clear();
  running = await start();
  await until(() => held().join() === before.join());
  await quiet(discord);
  expect(held()).toEqual(before);
  for (const officer of ["Sara", "Omar", "Elin"]) expect(person(officer).reads()).not.toContain("by hand");
  await running.stop();
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
});
