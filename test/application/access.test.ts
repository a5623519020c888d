import type { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";

import { keepAccess } from "../../src/application/access/keepAccess.ts";
import { recordInCase } from "../../src/application/actOnCase.ts";
import type { House } from "../../src/application/house.ts";
import { asOnePerson } from "../../src/application/onePerson.ts";
import type { Store } from "../../src/application/ports.ts";
import { settleSanctions } from "../../src/application/sanctions/settleSanctions.ts";
import { foldCase } from "../../src/domain/case/foldCase.ts";
import { fixedSeats, playHouse } from "../../src/rehearsal/playHouse.ts";
import type { AccessRules } from "../../src/rulebook/schema/access.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { account, accessPlatform } from "../fakes/accessPlatform.ts";
import type { AccessPlatform } from "../fakes/accessPlatform.ts";
import { impose, nils, noon } from "../fakes/imposing.ts";
import { kthText, roster, rulebookOf } from "../fakes/kth.ts";

/** A first-degree suspension keeps somebody from the members' rooms, a second-degree one from the choir as well. */
const rules = rulebookOf(
  kthText
    .replace("    lasts: 90d\n", '    lasts: 90d\n    enforce: { access: [rooms], clause: "6.3" }\n')
    .replace(
      '    clause: "6.4"\n    kind: dated\n    lasts: 365d\n',
      '    clause: "6.4"\n    kind: dated\n    lasts: 365d\n    enforce: { access: [rooms, choir], clause: "6.4" }\n',
    ),
);
const thing = (name: string) => ({ name, id: name });
const access: AccessRules = {
  rooms: { discord_take: [thing("members")], discord_give: [thing("resting")], slack_take: [thing("lounge")] },
  choir: { discord_take: [thing("choir")], discord_give: [], slack_take: [] },
};

let store: Store;
let now: Temporal.Instant;
let discord: AccessPlatform;
let slack: AccessPlatform;
beforeEach(async () => {
  store = memoryStore();
  now = noon("2026-03-04");
  discord = accessPlatform("discord");
  slack = accessPlatform("slack");
  discord.has.set("D1", new Set(["members", "choir", "other"]));
  slack.has.set("S1", new Set(["lounge"]));
  await store.savePerson({ id: "nils", name: "Nils", accounts: [account("discord", "D1"), account("slack", "S1")] });
});

/** As much of a house as taking and giving back need. */
function houseOn(on: Store, of: AccessRules = access): House {
  let ids = 0;
  return playHouse({
    rulebook: rules,
    hash: "kth",
    start: now,
    now: () => now,
    store: on,
    chance: { id: () => `id-${(ids += 1)}-${Math.random()}`, codeName: () => "" },
    seats: fixedSeats(roster),
    access: of,
    platforms: () => [discord.platform, slack.platform],
  });
}

/** Looks at everything that is kept from somebody, as the outbox does: what breaks off or changed meanwhile is done again. */
async function settle(house: House): Promise<void> {
  for (const id of [...(await house.store.accessIds()), ...(await house.store.accessIds())]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await keepAccess(house, id).catch(() => {});
  }
}

/** Goes to noon of a day and has another look at everything. */
async function look(house: House, day: string): Promise<void> {
  now = noon(day);
  await settle(house);
}

const has = () => [...(discord.has.get("D1") ?? [])].toSorted();

/** Suspends Nils, and tells him on the same day. */
async function suspend(name: string, sanction: string, on: string, house = houseOn(store)): Promise<House> {
  now = noon(on);
  await impose(store, rules, name, sanction, on, nils(`party-${name}`, on));
  await settleSanctions(house, name);
  await settle(house);
  return house;
}

/** What the officers were told in a case: "not-taken members no-permission", each once for each officer. */
async function told(name: string): Promise<readonly string[]> {
  const stored = await store.caseById(name);
  const notices = stored === undefined ? [] : foldCase(stored).notices;
  return notices.flatMap(({ subject, to }) =>
    subject.kind === "access" && to.kind === "person"
      ? [[to.person, subject.what, subject.platform, ...subject.things, subject.problem].join(" ")]
      : [],
  );
}

describe("what is kept from somebody", () => {
  test("[E-22] on every account, until the last of several sanctions that want it has ended", async () => {
    const house = await suspend("first", "first_degree", "2026-03-04");
    expect(has()).toEqual(["choir", "other", "resting"]);
    expect(slack.has.get("S1")).toEqual(new Set());
    await suspend("second", "second_degree", "2026-04-01", house);
    expect(has()).toEqual(["other", "resting"]);
    await look(house, "2026-06-03");
    expect(has()).toEqual(["other", "resting"]);
    await look(house, "2027-04-02");
    expect(has()).toEqual(["choir", "members", "other"]);
    expect(slack.has.get("S1")).toEqual(new Set(["lounge"]));
    expect(await store.accessIds()).toEqual([]);
    expect(await told("first")).toEqual([]);
  });

  test("nothing before the decision has reached the person, and nothing twice however often it is looked at", async () => {
    const house = houseOn(store);
    await impose(store, rules, "first", "first_degree", "2026-03-01", nils("party-first", undefined));
    await settleSanctions(house, "first");
    await settle(house);
    expect(discord.asked).toEqual([]);
    await suspend("second", "first_degree", "2026-03-04", house);
    await look(house, "2026-03-05");
    await look(house, "2026-03-06");
    expect(discord.asked).toEqual(["take members from D1", "give resting to D1"]);
  });

  test.each(["before", "after"] as const)(
    "[E-22] exactly what was taken is given back, though the program was killed %s the platform did it, both times",
    async (breaks) => {
      discord.breaks = breaks;
      const house = await suspend("first", "first_degree", "2026-03-04");
      await look(house, "2026-03-05");
      expect(has()).toEqual(["choir", "other", "resting"]);
      discord.breaks = breaks;
      await look(house, "2026-06-03");
      await look(house, "2026-06-04");
      expect(has()).toEqual(["choir", "members", "other"]);
      expect(await store.accessIds()).toEqual([]);
      expect(await told("first")).toEqual([]);
    },
  );

  test("two instances at once take it once, and tell once what they could not do", async () => {
    discord.problems.set("members", "too-low");
    const house = await suspend("first", "first_degree", "2026-03-04");
    const [id = ""] = await store.accessIds();
    now = noon("2026-03-05");
    await Promise.all([keepAccess(house, id), keepAccess(houseOn(store), id)]);
    expect(await told("first")).toEqual(["s1", "s2", "s3"].map((who) => `${who} not-taken discord members too-low`));
    discord.problems.clear();
    await look(house, "2026-03-06");
    expect(has()).toEqual(["choir", "other", "resting"]);
  });

  test("a platform that is away is waited for, and the other is not", async () => {
    discord.isAway = true;
    const house = await suspend("first", "first_degree", "2026-03-04");
    expect(has()).toEqual(["choir", "members", "other"]);
    expect(slack.has.get("S1")).toEqual(new Set());
    discord.isAway = false;
    await look(house, "2026-03-05");
    expect(has()).toEqual(["choir", "other", "resting"]);
  });

  test("whoever is away when it ends gets it back when they return, as long as their cases are there", async () => {
    const house = await suspend("first", "first_degree", "2026-03-04");
    discord.has.delete("D1");
    await look(house, "2026-03-05");
    await look(house, "2026-06-03");
    expect(await store.accessIds()).toHaveLength(1);
    discord.has.set("D1", new Set());
    discord.stays.set("D1", 1);
    await look(house, "2026-06-10");
    expect(has()).toEqual(["members"]);
    expect(await store.accessIds()).toEqual([]);
  });

  test("of a role that was deleted meanwhile the officers are told at the end, and nothing is kept of it", async () => {
    const house = await suspend("first", "first_degree", "2026-03-04");
    discord.problems.set("members", "gone");
    await look(house, "2026-03-05");
    expect(await told("first")).toEqual([]);
    await look(house, "2026-06-03");
    expect(await told("first")).toEqual(["s1", "s2", "s3"].map((who) => `${who} not-restored discord members gone`));
    expect(await store.accessIds()).toEqual([]);
  });

  test("what was annulled while the bot might not give it back is told, and given back once it may", async () => {
    const house = await suspend("first", "first_degree", "2026-03-04");
    discord.problems.set("members", "no-permission");
    now = noon("2026-03-09");
    await recordInCase(house, "first", { kind: "clock" }, () => [
      { kind: "decisions-replaced", decisions: ["vote-first"] },
    ]);
    await look(house, "2026-03-10");
    expect(await told("first")).toEqual(
      ["s1", "s2", "s3"].map((who) => `${who} not-restored discord members no-permission`),
    );
    expect(has()).toEqual(["choir", "other"]);
    expect(await store.accessIds()).toHaveLength(1);
    discord.problems.clear();
    await look(house, "2026-03-11");
    expect(has()).toEqual(["choir", "members", "other"]);
    expect(await store.accessIds()).toEqual([]);
  });

  test("what the roster no longer names is given back, and what it names later is taken", async () => {
    const house = await suspend("first", "first_degree", "2026-03-04", houseOn(store, {}));
    expect(discord.asked).toEqual([]);
    await look({ ...house, access }, "2026-03-05");
    expect(has()).toEqual(["choir", "other", "resting"]);
    await look(house, "2026-03-06");
    expect(has()).toEqual(["choir", "members", "other"]);
  });

  test("of somebody whom nobody knows by an account there, the officers are told once", async () => {
    now = noon("2026-03-04");
    const house = houseOn(store);
    await impose(store, rules, "unknown", "first_degree", "2026-03-04", {
      party: "party-u",
      person: undefined,
      told: "2026-03-04",
    });
    await settleSanctions(house, "unknown");
    await settleSanctions(house, "unknown");
    expect(await told("unknown")).toEqual(
      ["discord members resting", "slack lounge"].flatMap((on) =>
        ["s1", "s2", "s3"].map((who) => `${who} not-taken ${on} no-account`),
      ),
    );
    expect(await store.accessIds()).toEqual([]);
  });

  test("two who turn out to be one person keep what was taken from either, and get it back", async () => {
    await store.savePerson({ id: "nils", name: "Nils", accounts: [account("discord", "D1")] });
    await store.savePerson({ id: "other", name: "Nils", accounts: [account("slack", "S1")] });
    const house = await suspend("first", "first_degree", "2026-03-04");
    await impose(store, rules, "second", "first_degree", "2026-03-10", {
      party: "party-s",
      person: "other",
      told: "2026-03-10",
    });
    await settleSanctions(house, "second");
    await settle(house);
    expect(await store.accessIds()).toHaveLength(2);

    await store.savePerson({
      id: "nils",
      name: "Nils",
      accounts: [account("discord", "D1"), account("slack", "S1")],
    });
    const joined = houseOn(asOnePerson(store, new Map([["other", "nils"]])));
    await look(joined, "2026-03-12");
    expect(await store.accessIds()).toHaveLength(1);
    expect(slack.has.get("S1")).toEqual(new Set());
    await look(joined, "2026-06-05");
    expect(slack.has.get("S1")).toEqual(new Set());
    await look(joined, "2026-06-10");
    expect(has()).toEqual(["choir", "members", "other"]);
    expect(slack.has.get("S1")).toEqual(new Set(["lounge"]));
    expect(await store.accessIds()).toEqual([]);
  });
});
