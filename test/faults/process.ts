import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";

import { localTokens } from "../../src/sandbox/localChapter.ts";
import { nodeEnvironment } from "../../src/setup/runtime.mjs";
import { confirmedRulebook } from "../servers/confirmedRulebook.ts";

/** The real program in a process of its own, connected to local platforms. */
export interface RunningProcess {
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to end. */
  readonly stop: () => Promise<void>;
  readonly output: () => string;
  /** Resolves with its exit code when it has ended; nothing when a signal ended it. */
  readonly ended: Promise<number | null>;
}

export interface ProcessOptions {
  readonly discordUrl: string;
  readonly slackUrl: string;
  readonly folder: string;
  readonly databaseUrl?: string;
  /** Settings beyond those, or in their place. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts Redress and waits until it says that it is ready. Throws with what it said when it ends before. */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const launched = launch(options);
  await launched.ready;
  return launched;
}

/** A process of which nobody knows yet whether it starts. */
export interface Launched extends RunningProcess {
  /** Resolves when it runs. Rejects with what it said when it ends before. */
  readonly ready: Promise<void>;
}

/** Starts Redress without waiting. */
export function launch(options: ProcessOptions): Launched {
  const child = spawn(process.execPath, ["src/main.mjs"], {
    env: {
      ...nodeEnvironment(process.cwd()),
      PATH: process.env["PATH"],
      REDRESS_DATA: options.folder,
      DATABASE_URL: options.databaseUrl ?? "",
      REDRESS_RULEBOOK: confirmedRulebook(),
      REDRESS_ROSTER: "src/rulebooks/kth.roster.yaml",
      REDRESS_LOG: "warn",
      DISCORD_TOKEN: localTokens.discord,
      DISCORD_API_URL: options.discordUrl,
      SLACK_BOT_TOKEN: localTokens.slackBot,
      SLACK_APP_TOKEN: localTokens.slackApp,
      SLACK_API_URL: options.slackUrl,
      ...options.settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer) => {
      output += data.toString();
      if (/Redress (is ready|has started)/.test(output)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`It ended with ${code} before it was ready:\n${output}`)));
  });
  ready.catch(() => {}); // whoever waits for it hears of it
  return {
    ready,
    output: () => output,
    ended,
    kill: () => end(child, ended, "SIGKILL"),
    stop: () => end(child, ended, "SIGTERM"),
  };
}

async function end(child: ChildProcess, ended: Promise<unknown>, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await ended;
}
