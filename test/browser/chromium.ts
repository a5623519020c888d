import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";

import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const findChromium = () =>
  [process.env["CHROMIUM_PATH"] ?? "", ...places].find((place) => place !== "" && existsSync(place));

/**
 * Starts Chromium without a window. Where none is installed and this is Debian's root, it is installed first.
 * @throws Error that says what to install
 */
export async function launchChromium(): Promise<Browser> {
  if (findChromium() === undefined) installChromium();
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error(
      "The browser tests need Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.",
    );
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

function installChromium(): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ])
    spawnSync("/usr/bin/apt-get", args, { env, stdio: "ignore" });
}
