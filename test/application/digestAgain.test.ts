import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";

import type { Claim } from "../../src/application/effect.ts";
import type { House } from "../../src/application/house.ts";
import { deliverDigest } from "../../src/application/outbox/deliverDigest.ts";
import { recordDelivered } from "../../src/application/outbox/recordRoom.ts";
import type { PlatformName } from "../../src/application/person.ts";
import { runDue } from "../../src/application/runDue.ts";
import { foldCase } from "../../src/domain/case/foldCase.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";
import { kth } from "../fakes/kth.ts";
import { rollFrom } from "../faults/simulation/dice.ts";
import { openPostbox } from "../faults/simulation/postbox.ts";
import { openWorld } from "../faults/simulation/world.ts";

const START = Temporal.Instant.from("2026-03-02T09:00:00Z");
const LATER = Temporal.Instant.from("2026-03-20T09:00:00Z");
const answers = {
  relation: "affected",
  about: [],
  aboutReceiver: undefined,
  aboutOthers: "",
  rules: [],
  texts: {},
} as const;

test("[E-23] a digest that broke off is looked for where it was sent first, whatever of it is recorded already", async () => {
  const store = memoryStore();
  const world = await openWorld({
    rulebook: kth,
    stores: [store],
    dice: rollFrom(1),
    start: START,
    lifetime: () => Infinity,
    endHolds: async () => {},
  });
  const boxes = { discord: openPostbox("discord"), slack: openPostbox("slack") };
  const people = new Map(
    [...world.house.people].map(([id, person]) => {
      const accounts = (["discord", "slack"] as const).map((platform) => ({
        platform,
        id: `${platform}-${id}`,
        name: person.name,
        locale: "en",
      }));
      return [id, { ...person, accounts }] as const;
    }),
  );
  const house: House = {
    ...world.house,
    people,
    platforms: () => [boxes.discord, boxes.slack],
    clock: { now: () => LATER },
  };
  for (const platform of ["discord", "slack"] satisfies PlatformName[])
    // oxlint-disable-next-line no-await-in-loop -- one report after the other
    await world.acts.fileReport(
      { platform, id: "filer", name: "A member", locale: "en" },
      platform,
      answers,
      undefined,
      platform,
    );
  await runDue(house);
  const claims = (await store.claim("one", 100, 60_000)).filter(({ effect }) => effect.kind === "digest");
  const claim = claims.find(({ effect }) => effect.kind === "digest" && effect.notices.length > 1);
  if (claim?.effect.kind !== "digest") throw new Error("Nobody is reminded of both cases.");
  const { effect } = claim;

  /** The program is killed once the message is sent and the first of its cases is recorded. */
  const [first] = effect.notices;
  const dying: House = {
    ...house,
    store: {
      ...store,
      commitAll: async () => {
        throw new Error("killed");
      },
    },
  };
  await expect(deliverDigest(dying, effect, claim)).rejects.toThrow("killed");
  for (const named of effect.notices.filter((each) => each.case === first?.case))
    // oxlint-disable-next-line no-await-in-loop -- one or two
    await recordDelivered(house, named.case, named.notice, "direct");
  const again: Claim = { ...claim, attempt: 2 };
  expect(await deliverDigest(house, effect, again)).toEqual({ kind: "done" });

  expect(boxes.discord.posts.length + boxes.slack.posts.length).toBe(1);
  for (const { case: id, notice } of effect.notices) {
    // oxlint-disable-next-line no-await-in-loop -- two
    const stored = await store.caseById(id);
    const found = stored === undefined ? undefined : foldCase(stored).notices.find((each) => each.id === notice);
    expect(found?.delivered?.how).toBe("direct");
  }
});
