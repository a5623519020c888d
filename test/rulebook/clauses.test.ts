import { globSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { rulebookOf } from "../fakes/kth.ts";

/** Parts of a rulebook each of whose entries says where it comes from. */
const tables = ["bodies", "externals", "rules", "procedures", "votes", "sanctions", "challenges", "notices"] as const;

function clausesIn(value: unknown, path: readonly string[] = []): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    key === "clause" ? [[path.join("."), inside] as const] : clausesIn(inside, [...path, key]),
  );
}

describe.each(globSync("src/rulebooks/*.yaml").filter((file) => !file.endsWith(".roster.yaml")))("%s", (file) => {
  const rulebook = rulebookOf(readFileSync(file, "utf8"));

  test("whatever can be decided, refused or imposed names the clause it comes from", () => {
    const without = tables.flatMap((table) =>
      Object.entries(rulebook[table]).flatMap(([id, rule]) => (rule.clause.trim() === "" ? [`${table}.${id}`] : [])),
    );
    expect(without).toEqual([]);
    const stages = Object.values(rulebook.procedures).flatMap((procedure) => Object.entries(procedure.stages));
    expect(stages.filter(([, stage]) => stage.clause.trim() === "")).toEqual([]);
    for (const part of [
      rulebook.intake.report,
      rulebook.intake.report.about_a_receiver,
      rulebook.conflicts,
      rulebook.records,
    ])
      expect(part.clause).toMatch(/\S/);
  });

  test("a clause is a place in a document, such as 4.1, not a sentence", () => {
    const odd = clausesIn(rulebook).filter(
      ([, clause]) => typeof clause !== "string" || !/^[\w.() -]{1,30}$/.test(clause),
    );
    expect(odd).toEqual([]);
    expect(clausesIn(rulebook).length).toBeGreaterThan(30);
  });
});
