import { describe, expect, test } from "vitest";

import { lintRulebook } from "../../src/domain/lint/lintRulebook.ts";
import { loadRoster } from "../../src/rulebook/loadRoster.ts";
import { kth, kthWith } from "../fakes/kth.ts";

const enforcing = kthWith(
  "    lasts: 90d\n",
  '    lasts: 90d\n    enforce: { access: [rooms, choir], clause: "6.3" }\n',
);
const rosterWith = (access: string) => `people: []\naccess:\n${access}`;

/** "3:3 access.room there is no ..." for each complaint. */
function complaints(access: string, rulebook = enforcing, earlier: readonly (typeof kth)[] = []): readonly string[] {
  const loaded = loadRoster(rosterWith(access), rulebook, earlier);
  if (loaded.kind === "loaded") return [];
  return loaded.complaints.map(({ line, column, path, message }) => `${line}:${column} ${path} ${message}`);
}

const roles = '  rooms: { discord_take: [{ name: Members, id: "110000000000000001" }] }\n';

describe("what sanctions keep somebody from on the platforms", () => {
  test("stands in the roster, by the names of the rulebook", () => {
    const loaded = loadRoster(
      rosterWith(`${roles}  choir: { slack_take: [{ name: choir, id: C0123ABCD }] }\n`),
      enforcing,
    );
    expect(loaded).toMatchObject({
      kind: "loaded",
      access: {
        rooms: { discord_take: [{ name: "Members", id: "110000000000000001" }], discord_give: [], slack_take: [] },
        choir: { slack_take: [{ name: "choir", id: "C0123ABCD" }] },
      },
    });
  });

  test("is nothing where the roster says nothing of it", () => {
    expect(loadRoster("people: []\n", kth)).toMatchObject({ kind: "loaded", access: {} });
  });

  test.each([
    [
      "something no sanction speaks of",
      '  room: { discord_take: [{ name: Members, id: "110000000000000001" }] }\n',
      [
        '3:3 access.room there is no access that a sanction enforces "room"; there are: rooms, choir; probably rooms was meant',
      ],
    ],
    [
      "a role that is taken and given at once",
      '  rooms:\n    discord_take: [{ name: Members, id: "110000000000000001" }]\n    discord_give: [{ name: Members, id: "110000000000000001" }]\n',
      [
        '5:20 access.rooms.discord_give.0 the role "Members" is taken away as well: a role is either taken or given meanwhile',
      ],
    ],
    [
      "the number of a role that is none",
      "  rooms: { discord_take: [{ name: Members, id: 110000000000000001 }] }\n",
      [
        '3:48 access.rooms.discord_take.0.id found a number; the number of a role stands in quotation marks: "110000000000000001"',
      ],
    ],
    [
      "a user group of Slack, which gives nobody access to anything",
      "  rooms: { slack_take: [{ name: members, id: S0123ABCD }] }\n",
      ['3:46 access.rooms.slack_take.0.id found "S0123ABCD"; the id of a channel of Slack, such as C0123ABCD'],
    ],
  ])("%s is refused with its place", (_, access, expected) => {
    expect(complaints(access)).toEqual(expected);
  });

  test("may go on standing there for sanctions that were imposed under an earlier rulebook", () => {
    expect(complaints(roles, kth)).toHaveLength(1);
    expect(complaints(roles, kth, [enforcing])).toEqual([]);
  });

  test("for which nothing stands there can never be taken: that is a dead end, told with its clause", () => {
    const loaded = loadRoster(rosterWith(roles), enforcing);
    const access = loaded.kind === "loaded" ? loaded.access : {};
    const found = lintRulebook(enforcing, undefined, access).filter(({ kind }) => kind === "nothing-to-take");
    expect(found).toMatchObject([
      { level: "cannot-work", clause: "6.3", path: ["sanctions", "first_degree", "enforce", "access", 1] },
    ]);
    expect(found[0]?.message).toContain("choir");
    expect(lintRulebook(enforcing).some(({ kind }) => kind === "nothing-to-take")).toBe(false);
  });

  test("is to be looked at again where it is taken before the person has been told", () => {
    const early = kthWith(
      "    lasts: 365d\n    from: decision.made\n",
      '    lasts: 365d\n    enforce: { access: [rooms], clause: "6.2" }\n    from: decision.made\n',
    );
    const found = [early, enforcing].map((rulebook) =>
      lintRulebook(rulebook).filter(({ kind }) => kind === "taken-before-told"),
    );
    expect(found).toMatchObject([[{ level: "look-again", path: ["sanctions", "warning", "from"] }], []]);
  });
});
