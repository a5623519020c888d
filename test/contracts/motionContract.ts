import { randomUUID } from "node:crypto";

import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, test } from "vitest";

import type { MotionChange } from "../../src/application/motionPorts.ts";
import type { Store } from "../../src/application/ports.ts";
import type { Counted, MotionEntry, MotionRecorded, MotionResult } from "../../src/domain/motions/entry.ts";
import { count } from "../../src/domain/voting/count.ts";
import type { Paper } from "../../src/domain/voting/paper.ts";
import { union } from "../fakes/union.ts";
import { testStore } from "../servers/testStore.ts";
import type { StoreKind } from "../servers/testStore.ts";

const at = Temporal.Instant.from("2026-03-01T10:00:00Z");
const members = Array.from({ length: 9 }, () => randomUUID());
const [first = "", second = "", third = ""] = members;
const digits = () => randomUUID().slice(0, 14);

interface Opened {
  readonly motion: string;
  readonly vote: string;
  readonly change: MotionChange;
}

/** A change of a motion that begins with it and opens its vote, with everything a change can hold. */
function opening(isSecret: boolean): Opened {
  const [motion, vote, text, mover] = [randomUUID(), randomUUID(), randomUUID(), first];
  const recorded = (version: number, entry: MotionEntry): MotionRecorded => ({
    version,
    at,
    by: { kind: "person", person: mover },
    entry,
  });
  const closes = at.add({ hours: 24 });
  return {
    motion,
    vote,
    change: {
      delivery: randomUUID(),
      motion,
      opens: { codeName: `name-${motion}`, rulebook: "hash" },
      expected: 0,
      entries: [
        recorded(1, { kind: "moved", origin: "discord", rule: "executive", mover, text, lastDay: undefined }),
        recorded(2, {
          kind: "vote-opened",
          vote,
          electorate: members,
          seats: 9,
          bodies: { "body:presidency": [first] },
          closes,
          isSecret,
        }),
      ],
      words: [{ id: text, text: "That we buy a coffee machine. å \\ ’" }],
      isClosed: false,
      wakes: [{ key: `close:${vote}`, at: closes }],
      opensVote: { vote, electorate: members, isSecret },
      recuses: [],
      effects: [{ kind: "motion-room", motion, platform: "discord" }],
    },
  };
}

function next({ change, motion }: Opened, version: number, entry: MotionEntry, more: Partial<MotionChange> = {}) {
  const { opens: _, opensVote: __, ...rest } = change;
  const recorded: MotionRecorded = { version, at, by: { kind: "clock" }, entry };
  return {
    ...rest,
    motion,
    delivery: randomUUID(),
    expected: version - 1,
    entries: [recorded],
    words: [],
    effects: [],
    ...more,
  };
}

const closed = (vote: string): MotionEntry => ({
  kind: "vote-closed",
  vote,
  result: { kind: "carried", present: 2, voted: 2, recused: 0, count: undefined },
  published: undefined,
});

const lists = Array.from({ length: 9 }, (_, i) => [["o1", "o2"], ["o2", "RON"], ["RON"], ["o3", "o1"]][i % 4] ?? []);
const electors = members.map((person) => ({ person, isPresent: true, isRecused: false, hasVoted: true }));
const asked = { options: ["o1", "o2", "o3"], membersOf: () => [], lot: [] };

function countedBy<Kind extends Counted["kind"]>(kind: Kind, rule: string, papers: readonly Paper[]) {
  const found = union.votes[rule];
  const result = found === undefined ? undefined : count({ ...asked, rule: found }, electors, { papers });
  if (result?.kind !== kind) throw new Error(`The vote "${rule}" was counted as ${result?.kind ?? "nothing"}.`);
  return result as Extract<Counted, { kind: Kind }>;
}

const election = countedBy("elected", "officer_election", lists);
const topics = countedBy(
  "chosen",
  "topics",
  lists.map((paper) => paper.filter((option) => option !== "RON")),
);
const tie = {
  kind: "tied" as const,
  tally: { inFavour: 4, against: 4, abstaining: 1, spoilt: 0 },
  present: 9,
  recused: 1,
  base: 8,
  further: [{ base: 9, isReached: false }],
};

/** What every store promises of motions that are no case. */
export function motionContract(kind: StoreKind): void {
  describe(`motions in the store: ${kind}`, () => {
    let store: Store;
    beforeEach(async () => {
      ({ store } = await testStore(kind));
    });
    const close = (opened: Opened, version = 3) =>
      store.closeVoteOnMotion(opened.vote, (_, ballots) =>
        next(opened, version, closed(opened.vote), {
          closesVote: opened.vote,
          wakes: [],
          isClosed: true,
          publishes: ballots,
        }),
      );

    test("a motion is read back as it was, found by its name, listed while it is open, and due", async () => {
      const opened = opening(false);
      expect(await store.commitMotion(opened.change)).toBe("committed");
      const read = await store.motionById(opened.motion);
      expect(read?.entries).toEqual(opened.change.entries);
      expect(await store.motionByCodeName(`name-${opened.motion}`)).toEqual(read);
      expect(await store.motionWords(opened.motion, opened.change.words[0]?.id ?? "")).toContain("å \\ ’");
      expect(await store.openMotions()).toEqual([opened.motion]);
      expect(await store.dueMotions(at, 10)).toEqual([]);
      expect(await store.dueMotions(at.add({ hours: 24 }), 10)).toEqual([opened.motion]);
      expect(await close(opened)).toBe("committed");
      expect(await store.openMotions()).toEqual([]);
      expect(await store.dueMotions(at.add({ hours: 48 }), 10)).toEqual([]);
      expect(await store.caseById(opened.motion)).toBeUndefined();
      expect(await store.openCases()).toEqual([]);
    });

    test("[F085] every stage of a count, a choice and a motion are read back as they were counted", async () => {
      const opened = opening(false);
      await store.commitMotion(opened.change);
      const came = { present: 9, recused: 1, voted: 9 };
      const results: readonly MotionResult[] = [
        { kind: "elected", ...came, elected: ["o2"], vacant: 1, isReopened: true, count: election },
        { kind: "chosen", ...came, taken: ["o1"], count: topics },
        { kind: "tied", ...came, count: tie },
        { kind: "elected", ...came, elected: [], vacant: 2, isReopened: false, count: undefined },
      ];
      for (const [i, result] of results.entries())
        // oxlint-disable-next-line no-await-in-loop -- one version after the other
        await store.commitMotion(
          next(opened, i + 3, { kind: "vote-closed", vote: opened.vote, result, published: undefined }),
        );
      const read = await store.motionById(opened.motion);
      expect(read?.entries.flatMap(({ entry }) => (entry.kind === "vote-closed" ? [entry.result] : []))).toEqual(
        results,
      );
    });

    test("of two changes made from the same version one is stored; a delivery that comes twice changes something once", async () => {
      const opened = opening(false);
      await store.commitMotion(opened.change);
      const again = { ...opening(false).change, delivery: opened.change.delivery };
      expect(await store.commitMotion(again)).toBe("seen");
      expect(await store.motionById(again.motion)).toBeUndefined();
      const seconded = (person: string) => next(opened, 3, { kind: "seconded", person });
      const results = await Promise.all([store.commitMotion(seconded(first)), store.commitMotion(seconded(second))]);
      expect(results.toSorted()).toEqual(["committed", "stale"]);
    });

    test("a room of a motion is kept as it was left", async () => {
      const opened = opening(false);
      await store.commitMotion(opened.change);
      const room = {
        case: opened.motion,
        purpose: "board" as const,
        platform: "slack" as const,
        remote: "C1",
        members: [first],
        messages: { card: { remote: "1.2", shown: "abc" } },
        isArchived: false,
        series: 2,
      };
      await store.saveMotionRoom({ ...room, remote: undefined });
      await store.saveMotionRoom(room);
      expect(await store.motionRoom(opened.motion, "slack")).toEqual(room);
      expect(await store.motionRoom(opened.motion, "discord")).toBeUndefined();
    });

    describe.each([false, true])("a vote, secret: %s", (isSecret) => {
      let opened: Opened;
      beforeEach(async () => {
        opened = opening(isSecret);
        await store.commitMotion(opened.change);
      });
      const cast = (person: string, choice: string, more: { delivery?: string; replaces?: boolean } = {}) => {
        const { vote, motion } = opened;
        const ballot = { delivery: randomUUID(), vote, motion, person, paper: [choice], replaces: true, ...more };
        return isSecret ? store.castInSecret({ ...ballot, receipt: digits() }) : store.castOnMotion(ballot);
      };
      const counted = async () => {
        let papers: readonly string[] = [];
        await store.closeVoteOnMotion(opened.vote, ({ voters }, ballots) => {
          const own = voters.flatMap(({ paper, isRecused }) => (isRecused ? [] : (paper ?? [])));
          papers = (isSecret ? ballots.flatMap(({ paper }) => paper) : own).toSorted();
          return undefined;
        });
        return papers;
      };
      const voted = async () =>
        ((await store.motionVote(opened.vote))?.voters ?? [])
          .filter(({ hasVoted }) => hasVoted)
          .map(({ person }) => person);

      test("of several ballots of one person the last counts; where a second is refused, the first", async () => {
        expect(await cast(first, "in-favour")).toEqual({ kind: "counted", earlier: false });
        expect(await cast(first, "against")).toEqual({ kind: "counted", earlier: true });
        expect(await cast(second, "abstain", { replaces: false })).toEqual({ kind: "counted", earlier: false });
        expect(await cast(second, "against", { replaces: false })).toEqual({ kind: "already-voted" });
        expect(await counted()).toEqual(["abstain", "against"]);
        expect(await voted()).toEqual([first, second].toSorted());
      });

      test("a ballot that is delivered twice, the second time after another, counts once", async () => {
        const delivery = randomUUID();
        await cast(first, "in-favour", { delivery });
        await cast(first, "against");
        expect(await cast(first, "in-favour", { delivery })).toEqual({ kind: "seen" });
        expect(await counted()).toEqual(["against"]);
      });

      test("whoever is not of the electorate, or has stepped aside, casts nothing; an earlier ballot of theirs counts no more", async () => {
        expect(await cast(randomUUID(), "against")).toEqual({ kind: "not-a-voter" });
        await cast(first, "in-favour");
        await cast(second, "against");
        await store.commitMotion(next(opened, 3, { kind: "recused", person: first }, { recuses: [first] }));
        expect(await cast(first, "against")).toEqual({ kind: "not-a-voter" });
        expect(await counted()).toEqual(["against"]);
      });

      test("once it is closed nothing is counted any more", async () => {
        await cast(first, "in-favour");
        expect(await store.markPresentOnMotion(opened.vote, third)).toBe(true);
        expect(await store.markPresentOnMotion(opened.vote, third)).toBe(false);
        expect(await close(opened)).toBe("committed");
        expect(await cast(second, "against")).toEqual({ kind: "vote-closed" });
        expect(await close(opened)).toBe("undecided");
        expect(await voted()).toEqual([first]);
        const vote = await store.motionVote(opened.vote);
        expect(vote?.isOpen).toBe(false);
        expect(vote?.voters.find(({ person }) => person === first)?.paper).toEqual(
          isSecret ? undefined : ["in-favour"],
        );
      });

      test("[P19] where the rules seal them nothing of the ballots is left once it is closed", async () => {
        await cast(first, "object");
        const committed = await store.closeVoteOnMotion(opened.vote, () =>
          next(opened, 3, closed(opened.vote), { closesVote: opened.vote, sealsVote: true, wakes: [], isClosed: true }),
        );
        expect(committed).toBe("committed");
        const vote = await store.motionVote(opened.vote);
        expect(vote?.voters.flatMap(({ paper }) => paper ?? [])).toEqual([]);
      });

      test("what happens on the way to a consensus is read back as it was", async () => {
        const called: MotionEntry = { kind: "consensus-called", vote: opened.vote, until: at.add({ hours: 48 }) };
        const result = { kind: "agreed", present: 2, voted: 2, recused: 0, count: undefined } as const;
        await store.commitMotion(next(opened, 3, called));
        await store.commitMotion(next(opened, 4, { ...closed(opened.vote), result } as MotionEntry));
        await store.commitMotion(next(opened, 5, { kind: "amended", text: randomUUID() }));
        await store.commitMotion(next(opened, 6, { kind: "tie-decided", vote: opened.vote, casting: "against" }));
        const entries = (await store.motionById(opened.motion))?.entries.slice(2).map(({ entry }) => entry);
        expect(entries?.[0]).toEqual(called);
        expect(entries?.map((entry) => entry.kind)).toEqual([
          "consensus-called",
          "vote-closed",
          "amended",
          "tie-decided",
        ]);
      });

      test("ballots of many at once are all counted, whatever is delivered twice and in whatever order", async () => {
        const choices = ["in-favour", "against", "abstain"];
        const presses = members.flatMap((person, i) => {
          const press = { person, choice: choices[i % 3] ?? "", delivery: randomUUID() };
          return [press, press, press];
        });
        await Promise.all(
          presses
            .toSorted(() => Math.random() - 0.5)
            .map(({ person, choice, delivery }) => cast(person, choice, { delivery })),
        );
        expect(await counted()).toEqual([
          "abstain",
          "abstain",
          "abstain",
          "against",
          "against",
          "against",
          ...choices.slice(0, 1),
          "in-favour",
          "in-favour",
        ]);
      });
    });

    test("the ballots of a secret vote are published by their receipts; whoever withdraws it reads none", async () => {
      const opened = opening(true);
      await store.commitMotion(opened.change);
      const { vote, motion } = opened;
      const ballot = { vote, motion, paper: ["against"], replaces: true };
      const receipts = [digits(), digits()];
      for (const [i, receipt] of receipts.entries())
        // oxlint-disable-next-line no-await-in-loop -- two
        await store.castInSecret({ ...ballot, person: members[i] ?? "", delivery: randomUUID(), receipt });
      await close(opened);
      expect(await store.publishedBallots(vote)).toEqual(
        receipts.toSorted().map((receipt) => ({ receipt, paper: ["against"] })),
      );
      const other = opening(true);
      await store.commitMotion(other.change);
      await store.castInSecret({ ...ballot, ...other, person: first, delivery: randomUUID(), receipt: digits() });
      await store.commitMotion(
        next(other, 3, closed(other.vote), { closesVote: other.vote, isClosed: true, wakes: [] }),
      );
      expect(await store.publishedBallots(other.vote)).toEqual([]);
      expect(await store.secretMarks(other.vote)).toBeUndefined();
    });

    test("what stands on the buttons of a secret vote is of one person, one choice and one vote", async () => {
      const [one, other] = [opening(true), opening(true)];
      await store.commitMotion(one.change);
      await store.commitMotion(other.change);
      const marks = await store.secretMarks(one.vote);
      const others = await store.secretMarks(other.vote);
      const all = [
        marks?.mark(first, "against"),
        marks?.mark(first, "in-favour"),
        marks?.mark(second, "against"),
        others?.mark(first, "against"),
      ];
      expect(new Set(all).size).toBe(4);
      expect(marks?.mark(first, "against")).toBe(all[0]);
    });
  });
}
