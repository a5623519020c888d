// Plain JavaScript for Node 20 and newer, without packages: it runs before anything is installed.
// Usage: node src/setup/run.mjs <program> [arguments]; programs are listed below.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { nodeEnvironment, nodeFlags } from "./runtime.mjs";

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "../..");
const at = (...names) => path.join(root, ...names);
const say = (line) => process.stderr.write(`${line}\n`);

const programs = {
  start: ["src/main.mjs"],
  test: ["test/check.ts"],
  bench: ["test/bench/bench.ts"],
  screenshots: ["test/browser/screenshots.ts"],
  "slack:manifest": ["src/slackManifest.ts"],
  rulebook: ["src/rulebookTool.ts"],
  prisma: ["node_modules/prisma/build/index.js"],
};

function refuse(sentence) {
  say(sentence);
  process.exit(1);
}

const isAt = (stamp, value) => existsSync(stamp) && readFileSync(stamp, "utf8") === value;
const hashOf = (...files) => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(at(file)));
  return hash.digest("hex");
};
const stampOf = (name) => at("node_modules", ".redress", name);
function stamp(name, value) {
  mkdirSync(at("node_modules", ".redress"), { recursive: true });
  writeFileSync(stampOf(name), value);
}

/** Runs a set-up step quietly; its output is shown only when it fails. */
function step(sentence, command, args, env) {
  say(sentence);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status === 0) return;
  say(`${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`);
  refuse(`That did not work: ${[path.basename(command), ...args].join(" ")}`);
}

/** npm's own Node, not the one in node_modules that npm is about to replace. */
function install() {
  const lock = hashOf("package-lock.json");
  if (isAt(stampOf("installed"), lock)) return;
  const bin = at("node_modules", ".bin");
  const searchPath = (process.env.PATH ?? "").split(path.delimiter).filter((entry) => path.resolve(entry) !== bin);
  const env = { ...process.env, PATH: searchPath.join(path.delimiter), NODE_ENV: "development" };
  const npm = process.env.npm_execpath;
  const sentence = "Installing the packages Redress needs, Node 24 among them (once, about a minute) ...";
  if (npm === undefined) step(sentence, "npm", ["ci", "--include=dev"], env);
  else step(sentence, process.env.npm_node_execpath ?? process.execPath, [npm, "ci", "--include=dev"], env);
  stamp("installed", lock);
}

const node24 = () => at("node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

function generateClient(env) {
  const schema = hashOf("prisma/schema.prisma", "package-lock.json");
  if (isAt(stampOf("generated"), schema) && existsSync(at("src/storage/client/client.ts"))) return;
  step(
    "Generating the database client ...",
    node24(),
    [at(...programs.prisma), "generate", "--config", ".config/prisma.ts"],
    env,
  );
  stamp("generated", schema);
}

/** The empty database that new ones begin with. */
function makeTemplate(env) {
  const migrations = readdirSync(at("prisma/migrations"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".sql"),
  );
  const hash = hashOf(
    "package-lock.json",
    ...migrations.toSorted().map((name) => path.join("prisma/migrations", name)),
  );
  const file = stampOf("template.tgz");
  if (isAt(stampOf("template"), hash) && existsSync(file)) return;
  step("Preparing the embedded database ...", node24(), [at("src/storage/makeTemplate.ts"), file], env);
  stamp("template", hash);
}

const [program = "start", ...rest] = process.argv.slice(2);
const entry = programs[program];
if (Number(process.versions.node.split(".")[0]) < 20)
  refuse(
    `Redress needs Node 20 or newer to set itself up; this is Node ${process.versions.node}. See https://nodejs.org.`,
  );
if (entry === undefined) refuse(`There is no program "${program}". There are: ${Object.keys(programs).join(", ")}.`);

install();
if (!existsSync(node24()))
  refuse("Node 24 was not installed: delete the folder node_modules and run the command again.");
const env = {
  ...nodeEnvironment(root),
  ...process.env,
  PATH: [at("node_modules", ".bin"), process.env.PATH].join(path.delimiter),
};
generateClient(env);
makeTemplate(env);

const child = spawn(node24(), [...(program === "start" ? nodeFlags : []), ...entry, ...rest], {
  cwd: root,
  env,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
