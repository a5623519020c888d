import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { masked } from "../../../src/domain/parties/masked.ts";
import { protectedIn } from "../../../src/domain/parties/protectedNames.ts";
import { kth, rulebookOf } from "../../fakes/kth.ts";

const civil = rulebookOf(readFileSync("src/rulebooks/civil_connections.yaml", "utf8"));
const party = (id: string, role: "complainant" | "respondent" | "affected", ...classes: readonly string[]) => ({
  party: id,
  role,
  name: `Name of ${id}`,
  classes,
});
const names = (...parties: readonly ReturnType<typeof party>[]) =>
  protectedIn(civil, parties).map(({ party: id, pseudonym }) => `${id}: ${pseudonym}`);

describe("[C35] people of a kind that the rulebook protects have another name", () => {
  test("of several each their own, in the order of the file", () => {
    expect(
      names(
        party("a", "complainant", "person_of_concern"),
        party("b", "respondent", "staff"),
        party("c", "affected", "person_of_concern"),
      ),
    ).toEqual(["a: Person 1", "c: Person 2"]);
  });

  test("whoever is affected and of whom nothing is known is taken to be of that kind; whoever is known to be another is not", () => {
    expect(names(party("a", "complainant"), party("b", "respondent"), party("c", "affected"))).toEqual(["c: Person 1"]);
    expect(names(party("c", "affected", "volunteer"))).toEqual([]);
  });

  test("nobody has where the rulebook protects nobody", () => {
    expect(protectedIn(kth, [party("c", "affected")])).toEqual([]);
  });

  test("a text is read with the other name, whatever the case and the accents", () => {
    const masks = [{ name: "Amal Haddad", pseudonym: "Person 1" }];
    expect(masked("AMAL told us; HADDÁD was there. Amal's tent.", masks)).not.toMatch(/amal|haddad/i);
    expect(masked("Amal Haddad was there.", masks)).toBe("Person 1 was there.");
  });
});
