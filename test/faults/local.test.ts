import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { movableClock } from "../../src/sandbox/clock.ts";
import { localTokens, openChapterDiscord } from "../../src/sandbox/localChapter.ts";
import type { Overview } from "../../src/sandbox/page/wire.ts";
import { nodeEnvironment } from "../../src/setup/runtime.mjs";
import { everybody, owner } from "../journeys/people.ts";

/** Redress as somebody starts it, in a process of its own. */
interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Resolves with the first match of what it says, or when it ends. */
  readonly says: (words: RegExp) => Promise<RegExpExecArray | undefined>;
  readonly ended: Promise<number | null>;
}

const folder = mkdtempSync(path.join(tmpdir(), "redress-"));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Whatever the .env file of whoever runs the tests says, no real platform is connected to. */
const nothing = { DATABASE_URL: "", DISCORD_TOKEN: "", SLACK_BOT_TOKEN: "", REDRESS_RULEBOOK: "", REDRESS_ROSTER: "" };

function start(environment: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, ["src/main.mjs"], {
    env: {
      ...nodeEnvironment(process.cwd()),
      PATH: process.env["PATH"],
      REDRESS_DATA: folder,
      REDRESS_LOG: "warn",
      ...nothing,
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  let said = "";
  let heard: (() => void) | undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      said += data.toString();
      heard?.();
    });
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      resolve(code);
      heard?.();
    });
  });
  const says = (words: RegExp) =>
    new Promise<RegExpExecArray | undefined>((resolve) => {
      heard = () => {
        const found = words.exec(said);
        if (found !== null) resolve(found);
        else if (child.exitCode !== null) resolve(undefined);
      };
      heard?.();
    });
  return { child, said: () => said, says, ended };
}

function takePort(): Promise<{ readonly server: Server; readonly port: number }> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => resolve({ server, port: (server.address() as AddressInfo).port }));
  });
}

describe("without tokens", { timeout: 60_000 }, () => {
  let started: Started;
  let url = "";
  beforeAll(async () => {
    // Nothing listens there: a database of the settings is not for trying things out.
    started = start({ REDRESS_PORT: "0", DATABASE_URL: "postgresql://nobody@127.0.0.1:1/redress" });
    [, url = ""] = (await started.says(/Open (http:\S+)/)) ?? [];
  }, 60_000);

  test("the page is served on the loopback, with the offices beside the names and the zone of the rulebook", async () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const overview = (await (await fetch(new URL("/api/page", url))).json()) as Overview;
    expect(overview.zone).toBe("Europe/Stockholm");
    expect(overview.platforms.map(({ kind }) => kind)).toEqual(["discord", "slack"]);
    for (const { people } of overview.platforms) {
      expect(people.find(({ name }) => name === "Sara Lind")?.about).toEqual({
        en: "safety officer",
        sv: "trygghetsombud",
      });
      expect(people.find(({ name }) => name === "Mona Wik")?.about).toBeUndefined();
    }
    expect(overview.platforms[1]?.shortcuts).toEqual([
      { id: "report", label: "File a report" },
      { id: "report-message", label: "Report this message" },
    ]);
  });

  test("Ctrl-C, which the terminal and npm both pass on, ends it without a word, and nothing is left behind", async () => {
    started.child.kill("SIGINT");
    started.child.kill("SIGINT");
    expect(await started.ended).toBe(0);
    expect(started.said().split("\n").slice(1)).toEqual([""]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("a port that is taken is told in one sentence", { timeout: 60_000 }, async () => {
  const { server, port } = await takePort();
  const { ended, said } = start({ REDRESS_PORT: String(port) });
  expect(await ended).toBe(1);
  expect(said()).toBe(
    `Port ${port} is taken by another program; set REDRESS_PORT to another one, or to 0 for any free one.\n`,
  );
  server.close();
});

test("with a token there is no page: nobody can act as somebody else", { timeout: 60_000 }, async () => {
  const discord = await openChapterDiscord({ clock: movableClock(), people: everybody, owner });
  const { server, port } = await takePort();
  server.close();
  const started = start({
    REDRESS_PORT: String(port),
    REDRESS_RULEBOOK: "src/rulebooks/kth.yaml",
    REDRESS_ROSTER: "src/rulebooks/kth.roster.yaml",
    DISCORD_TOKEN: localTokens.discord,
    DISCORD_API_URL: discord.apiUrl,
  });
  expect(await started.says(/Redress is ready\.\n/)).toBeDefined();
  expect(started.said()).not.toContain("Open http");
  expect(started.said()).toContain("not live: members are served once an administrator has answered");
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow("fetch failed");
  started.child.kill("SIGTERM");
  expect(await started.ended).toBe(0);
  await discord.close();
});
