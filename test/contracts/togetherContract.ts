import { beforeEach, describe, expect, test } from "vitest";

import type { Change } from "../../src/application/casePorts.ts";
import type { Claim, Effect } from "../../src/application/effect.ts";
import type { Store } from "../../src/application/ports.ts";
import { testStore } from "../servers/testStore.ts";
import type { StoreKind } from "../servers/testStore.ts";
import { at, next, opening } from "./openedCase.ts";
import type { Opened } from "./openedCase.ts";

const digest = (opened: Opened, notice: string): Effect => ({
  kind: "digest",
  person: "5d9f2f3e-7d0f-4b7a-9d39-0a4d7f7b2a10",
  minute: "2026-03-04T08:00Z",
  notices: [{ case: opened.id, notice }],
});

/** What the clock brings about: nobody's words, votes or delivery. */
const told = (each: Opened, version = 2, changed: Partial<Change> = {}): Change => ({
  ...next(each, version, { kind: "announced", by: "room", to: [] }, changed),
  delivery: undefined,
});

const roomOf = ({ id }: Opened, platform: "discord" | "slack"): Effect => ({
  kind: "room",
  case: id,
  purpose: "officers",
  platform,
});

const noticesOf = (claims: readonly Claim[]) =>
  claims.flatMap(({ effect }) => (effect.kind === "digest" ? effect.notices.map(({ notice }) => notice) : []));

/** What every store promises of many cases at once. */
export function togetherContract(kind: StoreKind): void {
  describe(`many cases at once: ${kind}`, () => {
    let store: Store;
    let opened: readonly Opened[];
    beforeEach(async () => {
      ({ store } = await testStore(kind));
      opened = Array.from({ length: 7 }, () => opening());
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (const { change } of opened) await store.commit(change);
    });

    const caseAt = (i: number): Opened => {
      const found = opened[i];
      if (found === undefined) throw new Error("There is no such case.");
      return found;
    };
    const versionOf = (each: Opened) => (opened.indexOf(each) < 4 ? 3 : 2);
    const versions = async () =>
      (await store.casesById(opened.map(({ id }) => id))).map(({ entries }) => entries.length);

    test("are read in the order in which they are asked for, and one that there is not is left out", async () => {
      const ids = opened.map(({ id }) => id).toReversed();
      const found = await store.casesById([...ids, "00000000-0000-4000-a000-000000000000", "nothing"]);
      expect(found.map(({ id }) => id)).toEqual(ids);
      expect(found[0]).toEqual(await store.caseById(ids[0] ?? ""));
      expect(await store.casesById([])).toEqual([]);
    });

    test("are each changed with everything that goes with it", async () => {
      const wakes = [{ key: "limit", kind: "limit", at: at.add({ hours: 1 }) }] as const;
      const handlers = [opened[0]?.id ?? ""];
      const changes = opened.map((each, i) =>
        told(each, 2, { wakes: i === 3 ? [] : wakes, handlers, isClosed: i === 5, effects: [digest(each, `n${i}`)] }),
      );
      expect(await store.commitAll(changes)).toEqual(opened.map(() => "committed"));
      expect(await versions()).toEqual(opened.map(() => 2));
      const due = await store.dueCases(at.add({ hours: 2 }), 100);
      expect(due.toSorted()).toEqual(opened.flatMap(({ id }, i) => (i === 3 ? [] : [id])).toSorted());
      expect((await store.casesHandledBy(handlers[0] ?? "")).length).toBe(7);
      expect((await store.openCases()).map(({ id }) => id)).not.toContain(opened[5]?.id);
    });

    test("are not held up by one in which somebody was faster: that one alone is left as it was", async () => {
      const [first, second] = opened;
      if (first === undefined || second === undefined) throw new Error("There are no cases.");
      await store.commit(next(second, 2, { kind: "announced", by: "room", to: [] }));
      const result = await store.commitAll(opened.map((each) => told(each, 2, { effects: [digest(each, each.id)] })));
      expect(result).toEqual(opened.map(({ id }) => (id === second.id ? "stale" : "committed")));
      expect(await versions()).toEqual(opened.map(() => 2));
      const claims = await store.claim("one", 100, 60_000);
      const found = claims.flatMap(({ effect }) => (effect.kind === "digest" ? effect.notices : []));
      expect(found.map((notice) => notice.case).toSorted()).toEqual(
        opened.flatMap(({ id }) => (id === second.id ? [] : [id])).toSorted(),
      );
    });

    test("[E-23] ask for one message, in which each is told once, in whatever batches it was asked for", async () => {
      await store.commitAll(
        opened.slice(0, 4).map((each) => told(each, 2, { effects: [digest(each, `${each.id} 1`)] })),
      );
      const [claim] = (await store.claim("one", 100, 60_000)).filter(({ effect }) => effect.kind === "digest");
      await store.commitAll(
        opened.slice(2).map((each) => told(each, versionOf(each), { effects: [digest(each, `${each.id} 2`)] })),
      );
      if (claim !== undefined) await store.finish("one", claim);
      const [again] = (await store.claim("one", 100, 60_000)).filter(({ effect }) => effect.kind === "digest");
      expect(again?.attempt).toBe(1);
      const notices = again?.effect.kind === "digest" ? again.effect.notices : [];
      const asked = [...opened.slice(0, 4).map(({ id }) => `${id} 1`), ...opened.slice(2).map(({ id }) => `${id} 2`)];
      expect(notices.map(({ notice }) => notice).toSorted()).toEqual(asked.toSorted());
      if (again !== undefined) await store.finish("one", again);
      expect(await store.claim("one", 100, 60_000)).toEqual([]);
    });

    test("[E-23] where a platform rations, what nobody waits for is held up along with what goes the same way", async () => {
      for (const claim of await store.claim("one", 100, 60_000))
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await store.finish("one", claim);
      await store.request(
        opened.slice(0, 4).map((each) => roomOf(each, "discord")),
        "due",
      );
      await store.request(
        opened.slice(4, 5).map((each) => roomOf(each, "slack")),
        "due",
      );
      await store.request(opened.slice(5, 6).map((each) => roomOf(each, "discord")));
      const [first] = await store.claim("one", 1, 60_000);
      expect(first).toMatchObject({ isAwaited: true, attempt: 1, effect: { case: opened[5]?.id } });
      await store.holdUp(roomOf(caseAt(0), "discord"), 60_000);
      if (first !== undefined) await store.putOff("one", first, 0, "rate-limited", true);
      const rest = await store.claim("one", 100, 60_000);
      expect(rest.map(({ effect, attempt }) => [effect, attempt])).toEqual([
        [roomOf(caseAt(5), "discord"), 1],
        [roomOf(caseAt(4), "slack"), 1],
      ]);
      expect((await store.waiting()).rows).toBe(6);
    });

    test("what somebody waits for is given alone where that is asked for", async () => {
      await store.request(
        opened.map(({ id }) => ({ kind: "sanctions", case: id })),
        "due",
      );
      const awaited = await store.claim("one", 100, 60_000, true);
      expect(awaited.map(({ effect }) => effect.kind)).toEqual(opened.map(() => "room"));
    });

    test("[E-23] what is told in one message is settled at its first attempt: what is gathered later comes in another", async () => {
      const [one, two] = opened;
      if (one === undefined || two === undefined) throw new Error("There are no cases.");
      await store.request([digest(one, "first")]);
      const tried = (await store.claim("one", 100, 60_000)).filter(({ effect }) => effect.kind === "digest");
      await store.request([digest(two, "second")]);
      // oxlint-disable-next-line no-await-in-loop -- one
      for (const claim of tried) await store.putOff("one", claim, 0, "no-answer");
      const again = (await store.claim("one", 100, 60_000)).filter(({ effect }) => effect.kind === "digest");
      expect([again[0]?.attempt, noticesOf(again)]).toEqual([2, ["first"]]);
      // oxlint-disable-next-line no-await-in-loop -- one
      for (const claim of again) await store.finish("one", claim);
      const later = (await store.claim("one", 100, 60_000)).filter(({ effect }) => effect.kind === "digest");
      expect([later[0]?.attempt, noticesOf(later)]).toEqual([1, ["first", "second"]]);
    });

    test("have their rooms read at once", async () => {
      const rooms = opened.slice(0, 2).flatMap(({ id }) =>
        (["officers", "board"] as const).map((purpose) => ({
          case: id,
          purpose,
          platform: "discord" as const,
          remote: "1",
          members: [],
          messages: {},
          isArchived: false,
          series: 1,
        })),
      );
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (const room of rooms) await store.saveRoom(room);
      const found = await store.roomsOf([opened[0]?.id ?? "", opened[6]?.id ?? ""]);
      expect(found.toSorted((a, b) => b.purpose.localeCompare(a.purpose))).toEqual(rooms.slice(0, 2));
    });
  });
}
