import type { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";

import { stateVote } from "../../src/application/acts/amendRules.ts";
import type { StatedVote } from "../../src/application/acts/amendRules.ts";
import { earlierRulebooks, withEarlierOffices } from "../../src/application/earlierOffices.ts";
import type { Store } from "../../src/application/ports.ts";
import { differenceView, rulesView, shortHash } from "../../src/application/views/rulesView.ts";
import { chance } from "../../src/chance.ts";
import { openRedress } from "../../src/redress.ts";
import type { Redress } from "../../src/redress.ts";
import { loadRoster } from "../../src/rulebook/loadRoster.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { at } from "../fakes/caseFile.ts";
import { kthText, rewritten, rulebookOf } from "../fakes/kth.ts";

const changed = rewritten("minimum_cell: 5", "minimum_cell: 10");
const two = (text: string) =>
  text.replace("amendment: { votes: [memo_revision] }", "amendment: { votes: [memo_revision, dismissal] }");

let store: Store;
let now: Temporal.Instant;
let logged: string[];
beforeEach(() => {
  store = memoryStore();
  now = at("2026-03-01T10:00");
  logged = [];
});

const start = (rulebookText: string): Promise<Redress> =>
  openRedress({
    store,
    clock: { now: () => now },
    chance,
    log: {
      info: () => {},
      warn: (event, facts) => logged.push(JSON.stringify({ event, ...facts })),
    },
    rulebookText,
    roster: [{ name: "Sara Lind", offices: ["safety_officer"], slack: "U1", locale: "en" }],
    connect: () => Promise.resolve([]),
  });

const administrator = chance.id();

/** What is stated of the text that waits. */
function stating({ house }: Redress, stated: Partial<StatedVote> = {}): StatedVote {
  return {
    text: shortHash(house.versions.waiting()?.hash ?? ""),
    vote: "memo_revision",
    decidedBy: "Chapter meeting",
    decidedOn: "2026-02-20",
    minutes: "Minutes of 20 February, item 7",
    inForce: "2026-04-01",
    ...stated,
  };
}

describe("at the start", () => {
  test("the first rulebook of a database is version 1, from the day its document gives", async () => {
    const { house } = await start(kthText);
    const { number, inForce, adoption } = house.versions.inForce();
    expect([number, inForce.toString(), adoption.kind]).toEqual([1, "2023-12-05", "first"]);
    expect(house.versions.waiting()).toBeUndefined();
  });

  test("a document that applies later is version 1 from today: nobody is without rules", async () => {
    const { house } = await start(rewritten("  in_force: 2023-12-05", "  in_force: 2031-01-01"));
    expect(house.versions.inForce().inForce.toString()).toBe("2026-03-01");
  });

  test("[M16] a changed file waits, and the log tells with how many differences; Redress goes on by the version in force", async () => {
    await start(kthText);
    const { house } = await start(changed);
    expect(house.rulebook.records.statistics?.minimum_cell).toBe(5);
    expect(house.versions.waiting()?.rulebook.records.statistics?.minimum_cell).toBe(10);
    expect(logged.filter((line) => line.includes("/setup rules"))).toEqual([
      JSON.stringify({
        event: "a new version of the rulebook waits: see /setup rules",
        differences: 1,
        inForce: "version 1, from 2023-12-05",
      }),
    ]);
  });

  test("a file that is only written otherwise does not wait", async () => {
    await start(kthText);
    const { house } = await start(`# Looked through in March.\n${kthText}`);
    expect(house.versions.waiting()).toBeUndefined();
    expect(logged.filter((line) => line.includes("/setup rules"))).toEqual([]);
  });

  test("a version that this Redress cannot read any more refuses the start in one sentence", async () => {
    const text = kthText.replace("redress: 1", "redress: 0");
    await store.adoptVersion({ number: 1, hash: "old", inForce: "2023-12-05", statements: [], at: now }, text);
    await expect(start(kthText)).rejects.toThrow(
      /^Version 1 of the rulebook, in force from 2023-12-05, cannot be read by this Redress any more/,
    );
  });
});

test("a roster may name the offices of an earlier version: its cases still need their holders", async () => {
  await start(kthText);
  const renamed = kthText
    .replace("  auditor: { seats: 2 }", "  reviser: { seats: 2 }")
    .replace("offices: [auditor]", "offices: [reviser]");
  const people =
    "people:\n  - { name: Ulf, offices: [auditor], slack: U2 }\n  - { name: Åsa, offices: [reviser], slack: U3 }\n";
  expect(loadRoster(people, rulebookOf(renamed)).kind).toBe("refused");
  expect(loadRoster(people, withEarlierOffices(rulebookOf(renamed), await earlierRulebooks(store))).kind).toBe(
    "loaded",
  );
});

describe("[A48] a new version", () => {
  test("comes into force on the day that was stated, and is kept with who stated what", async () => {
    await start(kthText);
    const redress = await start(changed);
    expect(await stateVote(redress.house, administrator, stating(redress))).toEqual({
      kind: "adopted",
      number: 2,
      inForce: "2026-04-01",
      isInForce: false,
    });
    expect(redress.house.rulebook.records.statistics?.minimum_cell).toBe(5);
    now = at("2026-04-01T00:00");
    expect(redress.house.rulebook.records.statistics?.minimum_cell).toBe(10);
    const { house } = await start(changed);
    expect(house.versions.waiting()).toBeUndefined();
    const { versions } = await rulesView(house);
    expect(versions.map(({ number, state, inForce }) => [number, state, inForce])).toEqual([
      [2, "in-force", "2026-04-01"],
      [1, "replaced", "2023-12-05"],
    ]);
    expect(versions[0]?.statements).toMatchObject([
      { vote: "memo_revision", decidedBy: "Chapter meeting", decidedOn: "2026-02-20", statedOn: "2026-03-01" },
    ]);
  });

  test.each<readonly [what: string, stated: Partial<StatedVote>, answer: object]>([
    ["on a day to come", { decidedOn: "2026-03-02" }, { kind: "wrong-day", field: "decidedOn", why: "future" }],
    [
      "that applies before it was passed",
      { inForce: "2026-02-19" },
      { kind: "wrong-day", field: "inForce", why: "before-decision" },
    ],
    ["without the day from which it applies", { inForce: undefined }, { kind: "day-missing" }],
    ["by a vote that the amendment clause does not name", { vote: "sanction" }, { kind: "no-such-vote" }],
    ["on another text than the one that waits", { text: "0123456789abcdef" }, { kind: "nothing-waits" }],
  ])("a vote %s is not stated", async (_, stated, answer) => {
    await start(kthText);
    const redress = await start(changed);
    expect(await stateVote(redress.house, administrator, stating(redress, stated))).toEqual(answer);
    expect(await store.rulebookVersions()).toHaveLength(1);
    expect(redress.house.versions.waiting()).toBeDefined();
  });

  test("[F005] two bodies: the version waits until both votes on the same text were stated", async () => {
    await start(two(kthText));
    const redress = await start(two(changed));
    const first = await stateVote(redress.house, administrator, stating(redress, { inForce: undefined }));
    expect(first).toEqual({ kind: "stated", missing: ["dismissal"] });
    expect((await rulesView(redress.house)).waiting?.votes).toMatchObject([
      { vote: "memo_revision", stated: { minutes: "Minutes of 20 February, item 7" } },
      { vote: "dismissal", stated: undefined },
    ]);
    const second = await stateVote(redress.house, administrator, stating(redress, { vote: "dismissal" }));
    expect(second).toMatchObject({ kind: "adopted", number: 2 });
  });

  test("[F005] a vote on one text does not count for another", async () => {
    await start(two(kthText));
    const earlier = await start(two(changed));
    await stateVote(earlier.house, administrator, stating(earlier, { inForce: undefined }));
    const later = await start(two(changed).replace("minimum_cell: 10", "minimum_cell: 12"));
    const answer = await stateVote(later.house, administrator, stating(later, { vote: "dismissal" }));
    expect(answer).toEqual({ kind: "stated", missing: ["memo_revision"] });
  });

  test("the clause of the version in force says how it is amended, not that of the new text", async () => {
    await start(two(kthText));
    const redress = await start(changed);
    const answer = await stateVote(redress.house, administrator, stating(redress));
    expect(answer).toEqual({ kind: "stated", missing: ["dismissal"] });
  });

  test("of several statements on a vote the last is kept with the version", async () => {
    await start(two(kthText));
    const redress = await start(two(changed));
    await stateVote(redress.house, administrator, stating(redress, { minutes: "item 6" }));
    await stateVote(redress.house, administrator, stating(redress, { minutes: "item 7" }));
    await stateVote(redress.house, administrator, stating(redress, { vote: "dismissal" }));
    const [version] = (await rulesView(redress.house)).versions;
    expect(version?.statements.map(({ vote, minutes }) => [vote, minutes])).toEqual([
      ["memo_revision", "item 7"],
      ["dismissal", "Minutes of 20 February, item 7"],
    ]);
  });

  test("two instances of Redress adopt it once, and both go on by it", async () => {
    await start(kthText);
    const [one, other] = [await start(changed), await start(changed)];
    const today = { inForce: "2026-03-01" };
    const answers = await Promise.all(
      [one, other].map(({ house }, i) => stateVote(house, administrator, stating([one, other][i] ?? one, today))),
    );
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["adopted", "nothing-waits"]);
    expect(await store.rulebookVersions()).toHaveLength(2);
    expect([one, other].map(({ house }) => house.rulebook.records.statistics?.minimum_cell)).toEqual([10, 10]);
  });

  test("an instance that did not adopt it learns of it", async () => {
    await start(kthText);
    const [one, other] = [await start(changed), await start(kthText)];
    await stateVote(one.house, administrator, stating(one, { inForce: "2026-03-01" }));
    await other.ring();
    expect(other.house.rulebook.records.statistics?.minimum_cell).toBe(10);
  });

  test("going back to an older text is a new version with that text", async () => {
    await start(kthText);
    const forth = await start(changed);
    await stateVote(forth.house, administrator, stating(forth, { inForce: "2026-03-01" }));
    const back = await start(kthText);
    await stateVote(back.house, administrator, stating(back, { inForce: "2026-03-01" }));
    expect(back.house.versions.inForce()).toMatchObject({ number: 3, hash: back.house.versions.all()[0].hash });
  });

  test("what each version changed stays readable", async () => {
    await start(kthText);
    const redress = await start(changed);
    await stateVote(redress.house, administrator, stating(redress));
    const view = differenceView(redress.house, 2);
    expect(view?.differences.map(({ words }) => words)).toEqual([
      "the smallest number in published statistics was 5; it became 10",
    ]);
    expect(differenceView(redress.house, 1)).toBeUndefined();
    expect(differenceView(redress.house, undefined)).toBeUndefined();
  });
});
