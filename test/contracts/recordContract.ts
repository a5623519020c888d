import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, test } from "vitest";

import type { Store } from "../../src/application/ports.ts";
import type { KeptOf } from "../../src/application/recordPorts.ts";
import { testStore } from "../servers/testStore.ts";
import type { StoreKind } from "../servers/testStore.ts";
import { at, next, opening } from "./openedCase.ts";

const facts = (): KeptOf<"facts"> => ({
  id: randomUUID(),
  at,
  kind: "facts",
  value: {
    year: "2026",
    academicYear: "2025",
    procedure: "conduct",
    rules: ["boundaries"],
    grounds: [],
    answers: { relation: "affected" },
    stage: "board_decision",
    outcome: "upheld",
    sanction: undefined,
    parties: { complainant: 1, respondent: 1 },
    days: 20,
    steps: [{ stage: "contact", outcome: undefined, days: 1 }],
    challenges: [],
  },
});

/** What every store promises of cases that are anonymised. */
export function recordContract(kind: StoreKind): void {
  describe(`records in the store: ${kind}`, () => {
    let store: Store;
    beforeEach(async () => {
      ({ store } = await testStore(kind));
    });

    /** A closed case with a complainant and a respondent, and the people they are. */
    async function closedCase() {
      const opened = opening();
      const [person, party] = [randomUUID(), randomUUID()];
      const [mona] = opened.change.identities;
      const nils = { party, role: "respondent", person, name: "Nils Orrby" } as const;
      await store.commit({ ...opened.change, identities: [...opened.change.identities, nils] });
      await store.commit(
        next(opened, 2, { kind: "noted", statement: opened.statement }, { isClosed: true, wakes: [] }),
      );
      return { opened, mona, nils };
    }

    test("[K30] when the words go, only whoever stays is known, and the case is read and goes on", async () => {
      const { opened, mona, nils } = await closedCase();
      const { id, statement } = opened;
      await store.saveDraft({
        id: `note//1:${id}:x`,
        person: randomUUID(),
        form: "note",
        values: { text: "PLANTED" },
        at,
      });
      const erasure = {
        case: id,
        expected: 2,
        entry: { version: 3, at, by: { kind: "clock" }, entry: { kind: "words-erased" } },
        stay: [nils],
        motions: [],
        facts: facts(),
      } as const;
      expect(await store.anonymise({ ...erasure, expected: 7 })).toBe("stale");
      expect(await store.words(id, statement)).toBeDefined();
      expect(await store.anonymise(erasure)).toBe("committed");
      expect(await store.words(id, statement)).toBeUndefined();
      expect(await store.draft(`note//1:${id}:x`)).toBeUndefined();
      const read = await store.caseById(id);
      expect(read?.identities).toEqual([nils]);
      expect(read?.entries.at(-1)?.entry).toEqual({ kind: "words-erased" });
      expect((await store.casesOfParty(mona?.person ?? "")).map((each) => each.id)).not.toContain(id);
      expect((await store.casesOfParty(nils.person)).map((each) => each.id)).toContain(id);
      expect(await store.commit(next(opened, 4, { kind: "noted", statement }))).toBe("committed");
    });

    test("[K29] when everything goes, nothing of the case is left but what is counted", async () => {
      const { opened, nils } = await closedCase();
      const kept = facts();
      expect(await store.closedCases()).toContain(opened.id);
      const erasure = { case: opened.id, expected: 2, entry: undefined, stay: [], motions: [], facts: kept };
      expect(await store.anonymise(erasure)).toBe("committed");
      expect(await store.anonymise(erasure)).toBe("stale");
      expect(await store.caseById(opened.id)).toBeUndefined();
      expect(await store.caseByCodeName(`name-${opened.id}`)).toBeUndefined();
      expect(await store.closedCases()).not.toContain(opened.id);
      expect((await store.casesOfParty(nils.person)).map((each) => each.id)).not.toContain(opened.id);
      expect(await store.keptRecords("facts")).toEqual(expect.arrayContaining([kept]));
      expect(JSON.stringify(await store.keptRecords("facts"))).not.toContain(opened.id);
    });

    test("a record that is kept twice is there once, and each is read with its own kind", async () => {
      const value = {
        what: "statistics",
        to: "external:ths",
        period: "2026",
        by: randomUUID(),
        on: "2027-01-04",
      } as const;
      const given: KeptOf<"given"> = { id: randomUUID(), at, kind: "given", value };
      await store.keepRecord(given);
      await store.keepRecord(given);
      const read = await store.keptRecords("given");
      expect(read.filter(({ id }) => id === given.id)).toEqual([given]);
      expect((await store.keptRecords("table")).map(({ id }) => id)).not.toContain(given.id);
    });
  });
}
