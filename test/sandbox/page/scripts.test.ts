import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

const folder = "src/sandbox/page/static";
const scripts = globSync(`${folder}/*.js`);

test("the page's scripts hold to the types of the interface", { timeout: 60_000 }, () => {
  const { stdout, status } = spawnSync("node_modules/.bin/tsc", ["--project", folder], { encoding: "utf8" });
  expect(stdout).toBe("");
  expect(status).toBe(0);
});

test.each(scripts)("%s is checked, and makes no markup of words", (file) => {
  const text = readFileSync(file, "utf8");
  expect(text.startsWith("// @ts-check\n")).toBe(true);
  expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|DOMParser/);
});

test("every script is asked for at once, before the first of them runs", () => {
  const page = readFileSync(`${folder}/index.html`, "utf8");
  const missing = scripts
    .map((file) => file.slice(folder.length + 1))
    .filter((name) => !page.includes(`/static/${name}"`));
  expect(missing).toEqual([]);
});
