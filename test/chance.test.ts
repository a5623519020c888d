import { expect, test } from "vitest";

import { chance } from "../src/chance.ts";
import { CODE } from "./surface/scenes/scene.ts";

test("[V-14] a code name is two words and a number, and says nothing of when or by whom", () => {
  const names = Array.from({ length: 5000 }, () => chance.codeName());
  expect(names.filter((name) => !/^[a-z]+-[a-z]+-[1-9]\d$/.test(name))).toEqual([]);
  // Of more than eight hundred thousand names hardly any comes twice, and none follows from the one before.
  expect(new Set(names).size).toBeGreaterThan(4950);
  for (const part of [0, 1, 2]) {
    const parts = names.map((name) => name.split("-")[part]);
    expect(new Set(parts).size).toBeGreaterThan(80);
  }
});

test("a code name fits wherever the longest one is drawn, and into the name of a room on Slack", () => {
  const longest = Math.max(...Array.from({ length: 5000 }, () => chance.codeName().length));
  expect(longest).toBeLessThanOrEqual(CODE.length);
  expect("board--99".length + longest + "-d".length).toBeLessThanOrEqual(80);
});

test("ids are random, each another", () => {
  const ids = Array.from({ length: 1000 }, () => chance.id());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual(
    [],
  );
});
