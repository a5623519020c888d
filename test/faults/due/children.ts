import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { localTokens } from "../../../src/sandbox/localChapter.ts";
import { nodeEnvironment } from "../../../src/setup/runtime.mjs";
import { confirmedRulebook } from "../../servers/confirmedRulebook.ts";

export interface ChildOptions {
  readonly discordUrl: string;
  readonly slackUrl: string;
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  /** The file that shows the time, in milliseconds. */
  readonly clock: string;
}

/** A process of Redress with a life of so many steps. */
export interface Child {
  /** Resolves true when it runs, or has done what it was told; false when it was killed before. */
  readonly ready: Promise<boolean>;
  tell(line: "ring" | "settle"): Promise<boolean>;
  /** Under which name it holds rows of the outbox. */
  worker(): string | undefined;
  end(): Promise<void>;
}

/** @param steps after so many it is killed; Infinity for one that is not */
export function startChild(options: ChildOptions, steps: number): Child {
  const child = spawn(process.execPath, ["test/faults/due/program.ts"], {
    env: {
      ...nodeEnvironment(process.cwd()),
      PATH: process.env["PATH"],
      REDRESS_DATA: options.folder,
      ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
      REDRESS_RULEBOOK: confirmedRulebook(),
      REDRESS_ROSTER: "src/rulebooks/kth.roster.yaml",
      REDRESS_LOG: "warn",
      DISCORD_TOKEN: localTokens.discord,
      DISCORD_API_URL: options.discordUrl,
      SLACK_BOT_TOKEN: localTokens.slackBot,
      SLACK_APP_TOKEN: localTokens.slackApp,
      SLACK_API_URL: options.slackUrl,
      CLOCK: options.clock,
      STEPS: String(steps),
    },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  let worker: string | undefined;
  let heard: ((line: string) => void) | undefined;
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.startsWith("worker ")) worker = line.slice("worker ".length);
    else heard?.(line);
  });
  child.stdin.on("error", () => {});
  const ended = once(child, "close").then(([code, signal]: readonly unknown[]) => {
    if (signal !== "SIGKILL" && code !== 0) throw new Error(`It ended with ${String(code)}:\n${said}`);
    return false;
  });
  const answer = (wanted: string) =>
    Promise.race([
      new Promise<boolean>((resolve) => {
        heard = (line) => {
          if (line === wanted) resolve(true);
        };
      }),
      ended,
    ]);
  return {
    ready: answer("Redress is ready."),
    tell(line) {
      const done = answer(`done ${line}`);
      child.stdin.write(`${line}\n`);
      return done;
    },
    worker: () => worker,
    async end() {
      child.stdin.write("end\n");
      await ended;
    },
  };
}
