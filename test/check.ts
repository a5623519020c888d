/**
 * The whole check: types, lint, format, unused code, migrations in step with the schema, then every test.
 * Usage: npm test [-- vitest arguments]. With arguments only the tests run.
 */
import { spawn } from "node:child_process";
import path from "node:path";

const bin = (name: string) => path.join("node_modules", ".bin", name);

const checks: readonly (readonly [string, readonly string[]])[] = [
  ["types", [bin("tsc"), "--project", "."]],
  ["lint", [bin("oxlint"), "--type-aware", "--max-warnings=0"]],
  ["format", [bin("oxfmt"), "--check"]],
  ["unused code", [bin("knip")]],
  [
    "migrations",
    [
      bin("prisma"),
      "migrate",
      "diff",
      "--exit-code",
      "--config",
      ".config/prisma.ts",
      "--from-migrations",
      "prisma/migrations",
      "--to-schema",
      "prisma/schema.prisma",
    ],
  ],
];

interface Outcome {
  readonly code: number;
  readonly output: string;
}

async function run(command: readonly string[], show: boolean): Promise<Outcome> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { stdio: show ? "inherit" : ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout?.on("data", (data: Buffer) => (output += data.toString()));
  child.stderr?.on("data", (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number>((resolve) => {
    child.on("close", (exit) => resolve(exit ?? 1));
    child.on("error", (error) => {
      output += error.message;
      resolve(1);
    });
  });
  return { code, output };
}

const say = (line: string) => process.stdout.write(`${line}\n`);

const chosen = process.argv.slice(2);
const results =
  chosen.length > 0
    ? []
    : await Promise.all(
        checks.map(async ([name, command]) => {
          const { code, output } = await run(command, false);
          say(code === 0 ? `  ok      ${name}` : `  FAILED  ${name}\n${output}`);
          return code;
        }),
      );

const tests = await run([bin("vitest"), "run", "--config", "test/vitest.config.ts", "--root", ".", ...chosen], true);
process.exit(results.every((code) => code === 0) ? tests.code : 1);
