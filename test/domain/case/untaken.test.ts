import { expect, test } from "vitest";

import { FILE_BYTES, untakenOf } from "../../../src/domain/case/files.ts";

const of = (files: readonly (readonly [string, number])[]) =>
  Object.fromEntries(untakenOf(files.map(([name, size]) => ({ name, size }))));

test.each([
  { files: [["photo.png", 10]], untaken: {} },
  { files: [["run.exe", 10]], untaken: { 0: "kind" } },
  { files: [["", 10]], untaken: { 0: "gone" } },
  { files: [["film.mp4", FILE_BYTES + 1]], untaken: { 0: "too-large" } },
  {
    files: [
      ["1.png", FILE_BYTES],
      ["2.exe", FILE_BYTES],
      ["3.png", FILE_BYTES],
      ["4.png", FILE_BYTES],
      ["5.png", 1],
      ["6.png", 0],
    ],
    untaken: { 1: "kind", 4: "too-much" },
  },
] as const)("[F149] of the files of a message those are left out that could not be handed in: $untaken", (each) => {
  expect(of(each.files)).toEqual(each.untaken);
});
