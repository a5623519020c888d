import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { isSo, keptFrom, keyOf, stepsOf } from "../../../src/domain/sanctions/access.ts";
import type { Kept, Measure, Standing } from "../../../src/domain/sanctions/access.ts";
import { ledgerOf } from "../../../src/domain/sanctions/ledger.ts";
import type { Ruling } from "../../../src/domain/sanctions/ledger.ts";
import { kthText, rulebookOf } from "../../fakes/kth.ts";

const noon = (day: string) => Temporal.Instant.from(`${day}T12:00+01:00`);
const at = Temporal.Instant.from("2026-03-04T10:00Z");
const later = Temporal.Instant.from("2026-06-02T00:00Z");
const take = (id: string): Measure => ({ id, name: id, how: "take" });
const give = (id: string): Measure => ({ id, name: id, how: "give" });
const kept = (measure: Measure, state: Kept["state"], stay = "first"): Kept => ({ ...measure, at, state, stay });
const there = (stay: string, ...has: readonly string[]): Standing => ({ isThere: true, stay, has });
const away: Standing = { isThere: false };

/** What is to be done, in short: "enforce take:members". */
function told(wanted: readonly Measure[], records: readonly Kept[], now: Standing): readonly string[] {
  return Object.entries(stepsOf(wanted, records, now, later)).flatMap(([kind, each]: [string, readonly Kept[]]) =>
    each.map((record) => `${kind} ${keyOf(record)} ${record.state} ${record.stay}`.trim()),
  );
}

describe("what is taken and what is given back", () => {
  test.each<{
    rule: string;
    wanted: readonly Measure[];
    records: readonly Kept[];
    now: Standing;
    steps: readonly string[];
  }>([
    {
      rule: "what the person has is taken, once what is taken has been kept",
      wanted: [take("members"), take("events")],
      records: [],
      now: there("first", "members", "choir"),
      steps: ["enforce take:members begun first"],
    },
    {
      rule: "a role that is given meanwhile is given, unless the person has it anyway",
      wanted: [give("resting"), give("guest")],
      records: [],
      now: there("first", "guest"),
      steps: ["enforce give:resting begun first"],
    },
    {
      rule: "what nobody knows to have been done, and is not so, is done again",
      wanted: [take("members")],
      records: [kept(take("members"), "begun")],
      now: there("first", "members"),
      steps: ["enforce take:members begun first"],
    },
    {
      rule: "what nobody knows to have been done, and is so, was done",
      wanted: [take("members")],
      records: [kept(take("members"), "begun")],
      now: there("first"),
      steps: ["note take:members done first"],
    },
    {
      rule: "while all is as it should be there is nothing to do",
      wanted: [take("members"), give("resting")],
      records: [kept(take("members"), "done"), kept(give("resting"), "done")],
      now: there("first", "resting"),
      steps: [],
    },
    {
      rule: "[E-22] whoever comes back with what was taken loses it again",
      wanted: [take("members")],
      records: [kept(take("members"), "done")],
      now: there("second", "members"),
      steps: ["enforce take:members begun second"],
    },
    {
      rule: "[E-22] whoever comes back without it is as before, in another stay",
      wanted: [take("members")],
      records: [kept(take("members"), "done")],
      now: there("second"),
      steps: ["note take:members done second"],
    },
    {
      rule: "[E-22] whoever comes back without the role that is given meanwhile is given it again",
      wanted: [give("resting")],
      records: [kept(give("resting"), "done")],
      now: there("second"),
      steps: ["enforce give:resting begun second"],
    },
    {
      rule: "of whoever is away is kept that they were",
      wanted: [take("members")],
      records: [kept(take("members"), "done")],
      now: away,
      steps: ["note take:members done"],
    },
    {
      rule: "there is nothing to do about somebody who stays away",
      wanted: [take("members")],
      records: [kept(take("members"), "done", "")],
      now: away,
      steps: [],
    },
    {
      rule: "what somebody gave back by hand is told, and left so",
      wanted: [take("members")],
      records: [kept(take("members"), "done")],
      now: there("first", "members"),
      steps: ["undone take:members undone first"],
    },
    {
      rule: "what is left so is told once",
      wanted: [take("members")],
      records: [kept(take("members"), "undone")],
      now: there("first", "members"),
      steps: [],
    },
    {
      rule: "what was given back by hand is taken from whoever comes back",
      wanted: [take("members")],
      records: [kept(take("members"), "undone")],
      now: there("second", "members"),
      steps: ["enforce take:members begun second"],
    },
    {
      rule: "[E-22] at the end exactly that is given back which was taken",
      wanted: [],
      records: [kept(take("members"), "done"), kept(give("resting"), "done")],
      now: there("first", "resting"),
      steps: ["restore take:members begun first", "restore give:resting begun first"],
    },
    {
      rule: "[E-22] at the end it is given back to whoever has left and come back",
      wanted: [],
      records: [kept(take("members"), "done")],
      now: there("second"),
      steps: ["restore take:members begun first"],
    },
    {
      rule: "at the end there is nothing to do about what somebody has given back",
      wanted: [],
      records: [kept(take("members"), "undone"), kept(take("events"), "begun")],
      now: there("first", "members", "events"),
      steps: ["forget take:members undone first", "forget take:events begun first"],
    },
    {
      rule: "what is wanted anew while it is being given back is taken again, and nobody is said to have undone it",
      wanted: [take("members")],
      records: [kept(take("members"), "begun")],
      now: there("first", "members"),
      steps: ["enforce take:members begun first"],
    },
    {
      rule: "what one sanction ends and another wants stays taken",
      wanted: [take("members")],
      records: [kept(take("members"), "done"), kept(take("events"), "done")],
      now: there("first"),
      steps: ["restore take:events begun first"],
    },
  ])("$rule", ({ wanted, records, now, steps }) => {
    expect(told(wanted, records, now)).toEqual(steps);
  });
});

const roles = ["members", "events", "choir"];
const someRoles = fc.subarray(roles);
const measures = fc.subarray([...roles.map(take), give("resting")]);

/** What can happen to an account, one after the other. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant("sanctions" as const), wanted: measures }),
  fc.record({ kind: fc.constant("sync" as const), breaksOff: fc.constantFrom("never", "before", "after") }),
  fc.record({ kind: fc.constant("leave" as const) }),
  fc.record({ kind: fc.constant("join" as const), has: someRoles }),
  fc.record({ kind: fc.constant("by hand" as const), role: fc.constantFrom(...roles, "resting") }),
);

/** An account, the sanctions of its owner, and what is kept about it. */
class Account {
  wanted: readonly Measure[] = [];
  kept = new Map<string, Kept>();
  has: Set<string>;
  isThere = true;
  stays = 1;
  told = 0;

  constructor(has: readonly string[]) {
    this.has = new Set(has);
  }

  standing(): Standing {
    return this.isThere ? { isThere: true, stay: `stay ${this.stays}`, has: [...this.has] } : { isThere: false };
  }

  /** Does what there is to do; what breaks off does so before the platform has done it, or before it is kept that it has. */
  sync(breaksOff = "never"): void {
    const { enforce, restore, forget, note, undone } = stepsOf(
      this.wanted,
      [...this.kept.values()],
      this.standing(),
      at,
    );
    for (const each of [...note, ...undone, ...enforce, ...restore]) this.kept.set(keyOf(each), each);
    for (const each of forget) this.kept.delete(keyOf(each));
    this.told += undone.length;
    if (breaksOff === "before") return;
    for (const { id, how } of enforce) this.#set(id, how === "give");
    for (const { id, how } of restore) this.#set(id, how === "take");
    if (breaksOff === "after") return;
    for (const each of enforce) this.kept.set(keyOf(each), { ...each, state: "done" });
    for (const each of restore) this.kept.delete(keyOf(each));
  }

  play(event: typeof happening extends fc.Arbitrary<infer Event> ? Event : never): void {
    if (event.kind === "sanctions") this.wanted = event.wanted;
    if (event.kind === "sync") this.sync(event.breaksOff);
    if (event.kind === "leave" && this.isThere) {
      this.isThere = false;
      this.has.clear();
    }
    if (event.kind === "join" && !this.isThere) {
      this.isThere = true;
      this.stays += 1;
      this.has = new Set(event.has);
    }
    if (event.kind === "by hand" && this.isThere) this.#set(event.role, !this.has.has(event.role));
  }

  #set(id: string, isHad: boolean): void {
    if (isHad) this.has.add(id);
    else this.has.delete(id);
  }
}

describe("whatever happens", () => {
  test("[E-22] where nobody does anything by hand and nobody leaves, everybody ends with what they had, wherever it broke off", () => {
    const quiet = fc.array(happening.filter(({ kind }) => kind === "sanctions" || kind === "sync"));
    fc.assert(
      fc.property(someRoles, quiet, (had, events) => {
        const account = new Account(had);
        for (const event of events) account.play(event);
        account.wanted = [];
        account.sync();
        expect([...account.has].toSorted()).toEqual(had.toSorted());
        expect(account.kept.size).toBe(0);
        expect(account.told).toBe(0);
      }),
    );
  });

  test("once everything has been done there is nothing to do", () => {
    fc.assert(
      fc.property(someRoles, fc.array(happening), (had, events) => {
        const account = new Account(had);
        for (const event of events) account.play(event);
        account.sync();
        const steps = stepsOf(account.wanted, [...account.kept.values()], account.standing(), at);
        expect(Object.values(steps).flat()).toEqual([]);
      }),
    );
  });

  test("while sanctions hold, whoever is there has nothing that they keep from them, but what somebody gave back by hand", () => {
    fc.assert(
      fc.property(someRoles, fc.array(happening), (had, events) => {
        const account = new Account(had);
        for (const event of events) account.play(event);
        account.sync();
        const open = account.wanted.filter((each) => account.isThere && !isSo(each, [...account.has]));
        expect(open.every((each) => account.kept.get(keyOf(each))?.state === "undone")).toBe(true);
      }),
    );
  });

  test("after the end nothing is kept about whoever is there, and nothing is taken any more", () => {
    fc.assert(
      fc.property(someRoles, fc.array(happening), (had, events) => {
        const account = new Account(had);
        for (const event of events) account.play(event);
        account.wanted = [];
        const before = new Set([...account.has].filter((id) => id !== "resting"));
        account.sync();
        expect([...before].every((id) => account.has.has(id))).toBe(true);
        expect(account.isThere ? account.kept.size : 0).toBe(0);
      }),
    );
  });
});

describe("what sanctions keep somebody from at a moment", () => {
  const rules = rulebookOf(
    kthText
      .replace("    lasts: 90d\n", '    lasts: 90d\n    enforce: { access: [rooms], clause: "6.3" }\n')
      .replace(
        '    clause: "6.4"\n    kind: dated\n    lasts: 365d\n',
        '    clause: "6.4"\n    kind: dated\n    lasts: 365d\n    enforce: { access: [rooms, choir], clause: "6.4" }\n',
      ),
  );
  const ruling = (id: string, sanction: string, on: string, more: Partial<Ruling> = {}): Ruling => ({
    id,
    sanction,
    rulebook: rules,
    made: noon(on),
    notified: noon(on),
    isQuashed: false,
    lifted: undefined,
    ...more,
  });
  const namesOn = (day: string, ...rulings: readonly Ruling[]) =>
    keptFrom(ledgerOf(rulings), noon(day)).map(({ access }) => access);
  const suspension = ruling("s", "first_degree", "2026-03-04");

  test.each<{ rule: string; day: string; rulings: readonly Ruling[]; access: readonly string[] }>([
    { rule: "before it begins nothing", day: "2026-03-03", rulings: [suspension], access: [] },
    { rule: "while it holds what the rulebook names", day: "2026-03-05", rulings: [suspension], access: ["rooms"] },
    { rule: "once it has lapsed nothing", day: "2026-06-03", rulings: [suspension], access: [] },
    {
      rule: "decided and not yet told nothing",
      day: "2026-03-05",
      rulings: [{ ...suspension, notified: undefined }],
      access: [],
    },
    {
      rule: "[K68] from when another decision has made it a heavier one, what that one names",
      day: "2026-04-02",
      rulings: [suspension, ruling("w", "warning", "2026-04-01")],
      access: ["rooms", "choir"],
    },
    {
      rule: "once it is lifted nothing",
      day: "2026-03-11",
      rulings: [{ ...suspension, lifted: noon("2026-03-10") }],
      access: [],
    },
    {
      rule: "of what was annulled nothing, and what it had changed is as it was",
      day: "2026-04-02",
      rulings: [suspension, ruling("w", "warning", "2026-04-01", { isQuashed: true })],
      access: ["rooms"],
    },
    {
      rule: "of an annulled one nothing",
      day: "2026-03-05",
      rulings: [{ ...suspension, isQuashed: true }],
      access: [],
    },
  ])("$rule", ({ day, rulings, access }) => {
    expect(namesOn(day, ...rulings)).toEqual(access);
  });
});
