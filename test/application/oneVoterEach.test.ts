import { randomUUID } from "node:crypto";

import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";

import { asOnePerson } from "../../src/application/onePerson.ts";
import { memoryStore } from "../../src/storage/memory/memoryStore.ts";

const at = Temporal.Instant.from("2026-03-01T10:00:00Z");
const [was, is, other] = ["was", "is", "other"];

describe.each([false, true])(
  "[F101] one person, one vote across accounts that have become one: a secret vote: %s",
  (isSecret) => {
    async function open(electorate: readonly string[]) {
      const before = memoryStore();
      const [motion, vote] = [randomUUID(), randomUUID()];
      const by = { kind: "clock" } as const;
      await before.commitMotion({
        delivery: undefined,
        motion,
        opens: { codeName: "name", rulebook: "hash" },
        expected: 0,
        entries: [
          {
            version: 1,
            at,
            by,
            entry: {
              kind: "moved",
              origin: "discord",
              rule: "executive",
              mover: was,
              text: "text",
              lastDay: undefined,
            },
          },
          {
            version: 2,
            at,
            by,
            entry: { kind: "vote-opened", vote, electorate, seats: 3, bodies: {}, closes: undefined, isSecret },
          },
        ],
        words: [],
        isClosed: false,
        wakes: [],
        opensVote: { vote, electorate, isSecret },
        recuses: [],
        effects: [],
      });
      const after = asOnePerson(before, new Map([[was, is]]));
      const cast = (store: typeof before, person: string, choice: string) => {
        const ballot = { delivery: randomUUID(), vote, motion, person, paper: [choice], replaces: true };
        return isSecret ? store.castInSecret({ ...ballot, receipt: randomUUID() }) : store.castOnMotion(ballot);
      };
      const papers = async () => {
        let found: readonly string[] = [];
        let people: readonly string[] = [];
        await after.closeVoteOnMotion(vote, ({ voters }, ballots) => {
          const own = voters.flatMap(({ paper }) => paper ?? []);
          found = (isSecret ? ballots.flatMap(({ paper }) => paper) : own).toSorted((a, b) => (a < b ? -1 : 1));
          people = voters.filter(({ hasVoted }) => hasVoted).map(({ person }) => person);
          return undefined;
        });
        return { found, people };
      };
      return { before, after, motion, vote, cast, papers };
    }

    test("of two ballots that were cast before it was known one counts, the one of the account they are known by", async () => {
      const { before, after, motion, cast, papers } = await open([was, is, other]);
      await cast(before, was, "against");
      await cast(before, is, "in-favour");
      await cast(before, other, "abstain");
      expect(await papers()).toEqual({ found: ["abstain", "in-favour"], people: [is, other] });
      const opened = (await after.motionById(motion))?.entries[1]?.entry;
      expect(opened).toMatchObject({ electorate: [is, other] });
    });

    test("whoever voted under the earlier account changes that ballot, and does not add another", async () => {
      const { before, after, cast, papers } = await open([was, other]);
      await cast(before, was, "against");
      expect(await cast(after, is, "in-favour")).toEqual({ kind: "counted", earlier: true });
      expect(await papers()).toEqual({ found: ["in-favour"], people: [is] });
    });
  },
);
