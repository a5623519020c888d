import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";

import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const findChromium = () =>
  [process.env["CHROMIUM_PATH"] ?? "", ...places].find((place) => place !== "" && existsSync(place));

const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts Chromium without a window. Where none is installed and this is Debian's root, it is installed first.
 * @throws Error that says what to install, and why it could not be
 */
export async function launchChromium(): Promise<Browser> {
  const tried = findChromium() === undefined ? await installChromium() : "";
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error(
      `The browser tests need Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.${tried}`,
    );
  return chromium.launch({ executablePath, args });
}

const install = [
  "test -e /usr/bin/chromium",
  "{ apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-liberation; }",
].join(" || ");

/** Returns what went wrong. Several workers come here at once: the first installs, the others wait. */
async function installChromium(): Promise<string> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "";
  const lock = path.join(tmpdir(), "redress-chromium.lock");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const child = spawn("/usr/bin/flock", [lock, "/bin/sh", "-c", install], { env, stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (data: Buffer) => (complaint += data.toString()));
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(` ${error.message}`));
    child.once("close", (code) => resolve(code === 0 ? "" : ` apt-get said: ${complaint.trim().slice(-500)}`));
  });
}
