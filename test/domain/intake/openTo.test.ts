import { expect, test } from "vitest";

import { findNotOpen, isOpenToAll } from "../../../src/domain/intake/openTo.ts";
import { classKey } from "../../../src/domain/roster.ts";
import { kth, kthWith, roster } from "../../fakes/kth.ts";

const known = { ...roster, [classKey("member")]: ["m1", "m2"] };
const toMembers = kthWith("open_to: [anyone]", 'open_to: ["class:member", "body:board"]');

test.each([
  ["[K05] anyone, where it is open to anyone", kth, "m9", undefined],
  ["[K05] somebody whom nobody knows, where it is open to anyone", kth, undefined, undefined],
  ["a member", toMembers, "m1", undefined],
  ["a member of the board", toMembers, "b4", undefined],
  ["somebody who is neither", toMembers, "m9", "not-open"],
  ["an officer of another body", toMembers, "s1", "not-open"],
  ["somebody whom nobody knows", toMembers, undefined, "not-open"],
] as const)("who may report: %s", (_, rulebook, person, refused) => {
  expect(findNotOpen(rulebook, known, person)?.refused).toBe(refused);
});

test("where it is open to anyone besides others, it is open to all", () => {
  expect(isOpenToAll(kthWith("open_to: [anyone]", 'open_to: ["class:member", anyone]'))).toBe(true);
  expect(isOpenToAll(toMembers)).toBe(false);
});
