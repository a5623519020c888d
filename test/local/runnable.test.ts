import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { localPeople } from "../../src/local/localPeople.ts";
import { findRunnable } from "../../src/local/runnable.ts";
import { members, officials, owner } from "../journeys/people.ts";

const rulebook = readFileSync("src/rulebooks/kth.yaml", "utf8");
const roster = readFileSync("src/rulebooks/kth.roster.yaml", "utf8");
const named = (name: string) => rulebook.replace("name: KTH student chapter", `name: ${name}`);

let folder: string;
let warnings: string[];
const log = { warn: (event: string, facts = {}) => void warnings.push(`${event} ${JSON.stringify(facts)}`) };
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "rulebooks-"));
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string) => path.join(folder, name);
function write(name: string, text = rulebook, people = roster): void {
  writeFileSync(file(`${name}.yaml`), text);
  writeFileSync(file(`${name}.roster.yaml`), people);
}
const found = (own?: Parameters<typeof findRunnable>[1]) =>
  findRunnable(folder, own, log).map(({ id, name }) => `${id}: ${name}`);

test("every rulebook that has a roster beside it is offered, by name", () => {
  write("second", named("The chess club"));
  write("first", named("The choir"));
  writeFileSync(file("alone.yaml"), rulebook);
  writeFileSync(file("nobody.roster.yaml"), roster);
  expect(found()).toEqual(["second: The chess club", "first: The choir"]);
  expect(warnings).toEqual([]);
});

test("the one that the settings name stands first, once, even where it lies in the same folder", () => {
  write("chess", named("The chess club"));
  write("choir", named("The choir"));
  const own = { rulebook: file("choir.yaml"), roster: file("choir.roster.yaml") };
  expect(found(own)).toEqual(["own: The choir", "chess: The chess club"]);
});

test("those of one name are told apart by their files", () => {
  write("chess", named("The chess club"));
  write("chess-2027", named("The chess club"));
  expect(found()).toEqual(["chess-2027: The chess club (chess-2027.yaml)", "chess: The chess club (chess.yaml)"]);
});

test.each([
  [
    "a rulebook",
    () => write("broken", rulebook.replace("redress: 1", "redress: 7")),
    /"reason":"\S+broken\.yaml:4:\d+ redress: found 7; expected 1"/,
  ],
  [
    "a roster",
    () => write("broken", rulebook, roster.replace("auditor", "admiral")),
    /there is no office \\"admiral\\"/,
  ],
])("%s that does not load is not offered, and the log says why in one sentence", (_, spoil, why) => {
  spoil();
  write("chess", named("The chess club"));
  expect(found()).toEqual(["chess: The chess club"]);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(why);
  expect(warnings[0]).not.toContain("\\n");
});

test("one of the settings that does not load ends the start with the line", () => {
  write("own", rulebook.replace("redress: 1", "redress: 7"));
  expect(() => found({ rulebook: file("own.yaml"), roster: file("own.roster.yaml") })).toThrow(/own\.yaml:4/);
});

test("the same members stand beside every roster", () => {
  expect(localPeople(officials)).toEqual({ members, owner });
});

test("a member whose account somebody in the roster has gets another, the others keep theirs", () => {
  const [first] = officials;
  if (first === undefined) throw new Error("The roster is empty.");
  const mona = members[0]?.discord ?? "";
  const people = localPeople([{ ...first, discord: mona, slack: owner.slack }]);
  const accounts = [...people.members, people.owner].flatMap(({ discord, slack }) => [discord, slack]);
  expect(new Set([...accounts, mona, owner.slack]).size).toBe(accounts.length + 2);
  expect(people.members.map(({ name }) => name)).toEqual(members.map(({ name }) => name));
  expect(people.members.slice(1)).toEqual(members.slice(1));
  expect(people.owner).toMatchObject({ name: owner.name, discord: owner.discord });
});
