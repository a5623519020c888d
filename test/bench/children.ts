import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/** A program under load in a process of its own. */
export interface Child {
  /** Milliseconds from the start until it said that it is ready. */
  readonly readyMs: number;
  /** What it has said until it was ready. */
  readonly said: string;
  /** What stands in memory now, in MiB (resident set). */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts a program and waits until it says so. */
export async function startChild(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: string,
): Promise<Child> {
  const started = performance.now();
  const [program = process.execPath, ...rest] = args;
  const child = spawn(program, rest, {
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer) => {
      output += data.toString();
      if (output.includes(ready)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => reject(new Error(`It ended with ${code}:\n${output}`)));
  });
  return { readyMs: performance.now() - started, said: output, memory: () => memoryOf(child), stop: () => stop(child) };
}

function memoryOf(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

async function stop(child: ChildProcess): Promise<void> {
  child.removeAllListeners("exit");
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  // The whole group: npm does not hand the signal on to what it started.
  if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
  await gone;
}
