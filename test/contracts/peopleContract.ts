import { randomUUID } from "node:crypto";

import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";

import type { Store } from "../../src/application/ports.ts";
import type { Appointment } from "../../src/domain/people/appointment.ts";
import { testStore } from "../servers/testStore.ts";
import type { StoreKind } from "../servers/testStore.ts";

const at = Temporal.Instant.from("2026-03-01T10:00:00Z");
const [ada, bo] = [randomUUID(), randomUUID()];
const begins = (id: string, changed: Partial<Appointment> = {}): Appointment =>
  ({
    id,
    kind: "begins",
    person: ada,
    key: "president",
    from: at,
    until: undefined,
    by: { kind: "file" },
    at,
    ...changed,
  }) as Appointment;

/** What every store promises of offices and of people. */
export function peopleContract(kind: StoreKind): void {
  describe(`people in the store: ${kind}`, () => {
    let store: Store;
    beforeEach(async () => {
      ({ store } = await testStore(kind));
    });

    test("appointments are read back as they were entered, in that order", async () => {
      const entered = [
        begins("z"),
        begins("a", {
          person: bo,
          until: at.add({ hours: 24 }),
          by: { kind: "person", person: ada },
        }),
        { id: "m", kind: "ends", person: ada, key: "president", until: at, by: { kind: "file" }, at } as const,
      ];
      await store.enterAppointments(entered.slice(0, 2), []);
      await store.enterAppointments(entered.slice(2), []);
      expect(await store.appointments()).toEqual(entered);
      expect(await store.countAppointments()).toBe(3);
    });

    test("what was entered under an id is not entered again, and tells nobody again", async () => {
      const told = { kind: "appointment", appointment: "one", person: bo } as const;
      await store.enterAppointments([begins("one")], [told]);
      const [claim] = await store.claim("worker", 10, 1000);
      if (claim === undefined) throw new Error("Nobody is told.");
      expect(claim.effect).toEqual(told);
      await store.finish("worker", claim);
      await store.enterAppointments([begins("one", { key: "other" })], [told]);
      expect(await store.appointments()).toEqual([begins("one")]);
      expect(await store.claim("worker", 10, 1000)).toEqual([]);
    });

    test("a code is found by whoever knows it, until it is dropped", async () => {
      const made = { person: ada, platform: "slack", until: at } as const;
      await store.keepJoinCode("3f7a91c20b44", made);
      expect(await store.joinCode("3f7a91c20b44")).toEqual(made);
      expect(await store.joinCode("3f7a91c20b45")).toBeUndefined();
      await store.dropJoinCode("3f7a91c20b44");
      expect(await store.joinCode("3f7a91c20b44")).toBeUndefined();
    });
  });
}
