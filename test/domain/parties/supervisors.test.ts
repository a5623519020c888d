import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { supervisorsAbove, supervisorsIn, toSupervisor } from "../../../src/domain/parties/supervisors.ts";
import { relationKey } from "../../../src/domain/roster.ts";
import type { Roster } from "../../../src/domain/roster.ts";
import { kth, rulebookOf } from "../../fakes/kth.ts";

const civil = rulebookOf(readFileSync("src/rulebooks/civil_connections.yaml", "utf8"));
const above = (whose: Readonly<Record<string, string>>): Roster =>
  Object.fromEntries(Object.entries(whose).map(([person, other]) => [relationKey("supervisor", person), [other]]));
const line = above({ u1: "v1", v1: "l1", l1: "d1" });

describe("[C33] a doubt about an unsafe instruction goes to the author's supervisor, and past one whom it is about to the next above", () => {
  test.each([
    ["about somebody else", "u1", ["n1"], "v1", []],
    ["about the supervisor", "u1", ["v1"], "l1", ["v1"]],
    ["about the supervisor and the one above", "u1", ["v1", "l1"], "d1", ["v1", "l1"]],
    ["about the one above only", "u1", ["l1"], "v1", []],
    ["of a supervisor", "v1", ["n1"], "l1", []],
  ] as const)("%s", (_, author, about, receiver, keptOut) => {
    expect(toSupervisor(civil, line, author, [author, ...about])).toEqual({
      receivers: [receiver],
      keptOut,
      alternatives: [],
      clause: "3.5",
    });
  });

  test.each([
    ["of whom nobody knows a supervisor", "n1", []],
    ["whose supervisors are all concerned", "u1", ["v1", "l1", "d1"]],
    ["of somebody nobody knows", undefined, []],
  ] as const)("a report %s goes where any report does", (_, author, about) => {
    expect(toSupervisor(civil, line, author, about)).toBeUndefined();
  });

  test("a circle ends where it began", () => {
    const circle = above({ u1: "v1", v1: "l1", l1: "u1" });
    expect(supervisorsAbove(circle, "u1")).toEqual(["v1", "l1"]);
    expect(supervisorsAbove(above({ u1: "v1", v1: "l1", l1: "v1" }), "u1")).toEqual(["v1", "l1"]);
    expect(supervisorsAbove(above({ u1: "u1" }), "u1")).toEqual([]);
  });

  test("supervisors handle cases only where some reports go to one", () => {
    expect(supervisorsIn(civil, line)).toEqual(["v1", "l1", "d1"]);
    expect(supervisorsIn(kth, line)).toEqual([]);
  });
});
