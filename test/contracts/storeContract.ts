import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, test } from "vitest";

import type { Account } from "../../src/application/person.ts";
import type { DraftFile, Store, StoredStatement, StoredVersion } from "../../src/application/ports.ts";
import { testStore } from "../servers/testStore.ts";
import type { StoreKind } from "../servers/testStore.ts";
import { at, next, opening } from "./openedCase.ts";
import type { Opened } from "./openedCase.ts";

const account = (id: string): Account => ({ platform: "discord", id, name: `Name ${id}`, locale: "en" });

const stated = (hash: string, vote: string, later = 0): StoredStatement => ({
  id: randomUUID(),
  hash,
  vote,
  decidedBy: "Chapter meeting, chaired by Åsa",
  decidedOn: "2027-02-03",
  minutes: "Minutes of 3 February, item 7",
  by: randomUUID(),
  at: at.add({ minutes: later }),
});

/** What every store promises. */
export function storeContract(kind: StoreKind): void {
  describe(`the store: ${kind}`, () => {
    let store: Store;
    beforeEach(async () => {
      ({ store } = await testStore(kind));
    });

    test("a committed case is read back as it was", async () => {
      const { id, change, statement } = opening();
      expect(await store.commit(change)).toBe("committed");
      const read = await store.caseById(id);
      expect(read).toEqual({
        id,
        codeName: `name-${id}`,
        rulebook: "hash",
        entries: change.entries,
        identities: change.identities,
      });
      expect(await store.caseByCodeName(`name-${id}`)).toEqual(read);
      expect(await store.words(id, statement)).toBe('what happened, in words: "ä" \\ \u2028');
    });

    test("words of one case are not read as those of another", async () => {
      const [one, other] = [opening(), opening()];
      await store.commit(one.change);
      await store.commit(other.change);
      expect(await store.words(other.id, one.statement)).toBeUndefined();
    });

    test("a delivery that comes twice changes something once", async () => {
      const first = opening();
      const second = opening({ delivery: first.change.delivery });
      expect(await store.hasSeen(first.change.delivery ?? "")).toBe(false);
      expect(await store.commit(first.change)).toBe("committed");
      expect(await store.hasSeen(first.change.delivery ?? "")).toBe(true);
      expect(await store.commit(second.change)).toBe("seen");
      expect(await store.caseById(second.id)).toBeUndefined();
      expect((await store.waiting()).rows).toBe(1);
    });

    test("a draft becomes one case", async () => {
      const first = opening();
      await store.saveDraft({
        id: `draft-${first.id}`,
        person: randomUUID(),
        form: "report",
        values: { what: "text" },
        at,
      });
      await store.commit(first.change);
      const again = opening({ opens: { codeName: "other-name", rulebook: "hash", draft: `draft-${first.id}` } });
      expect(await store.commit(again.change)).toBe("seen");
      expect(await store.caseOfDraft(`draft-${first.id}`)).toMatchObject({ id: first.id });
      expect(await store.draft(`draft-${first.id}`)).toBeUndefined();
    });

    test("a code name that is taken asks for another", async () => {
      const first = opening();
      await store.commit(first.change);
      const second = opening({ opens: { codeName: `name-${first.id}`, rulebook: "hash", draft: "another" } });
      expect(await store.commit(second.change)).toBe("stale");
    });

    test("of two changes made from the same version one is stored, and nothing of the other", async () => {
      const opened = opening();
      await store.commit(opened.change);
      const statement = randomUUID();
      const taken = (officer: string) =>
        next(
          opened,
          2,
          { kind: "taken", officer },
          { words: [{ id: officer === "a" ? statement : randomUUID(), text: officer }] },
        );
      const results = await Promise.all([store.commit(taken("b")), store.commit(taken("a"))]);
      expect(results.toSorted()).toEqual(["committed", "stale"]);
      const read = await store.caseById(opened.id);
      expect(read?.entries).toHaveLength(2);
      const wonA = JSON.stringify(read?.entries[1]?.entry).includes('"a"');
      expect((await store.words(opened.id, statement)) !== undefined).toBe(wonA);
    });

    test("cases are listed for those who handle them now, for their parties, and while they are open", async () => {
      const opened = opening();
      await store.commit(opened.change);
      const [handler = ""] = opened.change.handlers;
      expect(await store.casesHandledBy(handler)).toMatchObject([{ id: opened.id }]);
      expect(await store.casesOfParty(handler)).toMatchObject([{ id: opened.id }]);
      expect(await store.casesOfParty(randomUUID())).toEqual([]);
      await store.commit(next(opened, 2, { kind: "recused", person: handler }, { handlers: [], isClosed: true }));
      expect(await store.casesHandledBy(handler)).toEqual([]);
      expect(await store.openCases()).toEqual([]);
    });

    test("a case is due from the moment of its first deadline, until the deadline is gone", async () => {
      const opened = opening();
      await store.commit(opened.change);
      expect(await store.dueCases(at, 10)).toEqual([]);
      expect((await store.nextDue())?.toString()).toBe(at.add({ hours: 24 }).toString());
      const later = at.add({ hours: 24 });
      expect(await store.dueCases(later, 10)).toEqual([opened.id]);
      await store.commit(next(opened, 2, { kind: "task-done", stage: "contact", task: "acknowledge" }, { wakes: [] }));
      expect(await store.dueCases(later, 10)).toEqual([]);
    });

    test("an account belongs to one person, made once however often it is met at the same moment", async () => {
      const people = await Promise.all(Array.from({ length: 8 }, () => store.ensurePerson(account("1"), randomUUID())));
      expect(new Set(people).size).toBe(1);
      const [person = ""] = people;
      expect(await store.personOf(account("1"))).toBe(person);
      expect(await store.person(person)).toEqual({ id: person, name: "Name 1", accounts: [account("1")] });
      const id = randomUUID();
      await store.savePerson({ id, name: "Åsa", accounts: [account("1"), { ...account("2"), platform: "slack" }] });
      expect(await store.personOf(account("1"))).toBe(id);
      expect((await store.person(person))?.accounts).toEqual([]);
      expect((await store.person(id))?.accounts).toHaveLength(2);
    });

    describe("votes", () => {
      const members = Array.from({ length: 9 }, () => randomUUID());
      let vote: string;
      let opened: Opened;
      beforeEach(async () => {
        opened = opening();
        vote = randomUUID();
        await store.commit({
          ...opened.change,
          opensVote: { vote, electorate: members, cleared: members.slice(0, 7) },
        });
      });
      const ballot = (person: string, choice: "in-favour" | "against" | "abstain", replaces = true) => ({
        delivery: randomUUID(),
        vote,
        case: opened.id,
        person,
        choice,
        replaces,
      });
      const [first = "", second = "", third = ""] = members;
      const uncleared = members[8] ?? "";

      test("one member has one ballot that counts: the last", async () => {
        expect(await store.castBallot(ballot(first, "in-favour"))).toEqual({ kind: "counted", earlier: false });
        expect(await store.castBallot(ballot(first, "against"))).toEqual({ kind: "counted", earlier: true });
        const read = await store.vote(vote);
        expect(read?.voters.filter((voter) => voter.choice !== undefined)).toEqual([
          { person: first, isPresent: false, isRecused: false, choice: "against" },
        ]);
      });

      test("where a second ballot is refused the first counts", async () => {
        await store.castBallot(ballot(first, "in-favour", false));
        expect(await store.castBallot(ballot(first, "against", false))).toEqual({ kind: "already-voted" });
        expect((await store.vote(vote))?.voters.find((voter) => voter.person === first)?.choice).toBe("in-favour");
      });

      test("two refused-second ballots at the same moment count once", async () => {
        const results = await Promise.all([
          store.castBallot(ballot(first, "in-favour", false)),
          store.castBallot(ballot(first, "against", false)),
        ]);
        expect(results.map((result) => result.kind).toSorted()).toEqual(["already-voted", "counted"]);
      });

      test("a ballot delivered twice counts once", async () => {
        const cast = ballot(second, "against");
        const results = await Promise.all([store.castBallot(cast), store.castBallot(cast), store.castBallot(cast)]);
        expect(results.map((result) => result.kind).toSorted()).toEqual(["counted", "seen", "seen"]);
      });

      test("who is not in the electorate, not cleared, or has stepped aside, casts nothing", async () => {
        expect(await store.castBallot(ballot(randomUUID(), "against"))).toEqual({ kind: "not-a-voter" });
        expect(await store.castBallot(ballot(uncleared, "against"))).toEqual({ kind: "not-cleared" });
        await store.commit(next(opened, 2, { kind: "cleared", person: uncleared }, { clears: [uncleared] }));
        expect(await store.castBallot(ballot(uncleared, "against"))).toMatchObject({ kind: "counted" });
        await store.castBallot(ballot(third, "in-favour"));
        await store.commit(next(opened, 3, { kind: "recused", person: third }, { recuses: [third] }));
        expect(await store.castBallot(ballot(third, "in-favour"))).toEqual({ kind: "not-a-voter" });
        expect((await store.vote(vote))?.voters.find((voter) => voter.person === third)).toMatchObject({
          isRecused: true,
        });
      });

      test("presence is recorded once", async () => {
        expect(await store.markPresent(vote, first)).toBe(true);
        expect(await store.markPresent(vote, first)).toBe(false);
        expect(await store.markPresent(vote, randomUUID())).toBe(false);
      });

      test("[E-26] every ballot cast before the closing is in the count, and none after it", async () => {
        const casts = members.slice(0, 7).map((person) => store.castBallot(ballot(person, "in-favour")));
        let counted = 0;
        const closing = store.closeVote(vote, (stored) => {
          counted = stored.voters.filter((voter) => voter.choice !== undefined).length;
          return next(opened, 2, { kind: "taken", officer: first }, { closesVote: vote });
        });
        const results = await Promise.all(casts);
        expect(await closing).toBe("committed");
        expect(results.filter((result) => result.kind === "counted")).toHaveLength(counted);
        expect(await store.castBallot(ballot(first, "against"))).toEqual({ kind: "vote-closed" });
        expect(await store.closeVote(vote, () => undefined)).toBe("undecided");
      });

      test("a vote that is not closed goes on", async () => {
        expect(await store.closeVote(vote, () => undefined)).toBe("undecided");
        expect(await store.castBallot(ballot(first, "against"))).toMatchObject({ kind: "counted" });
      });

      test("two hundred ballots at once, each delivered twice, are counted exactly", async () => {
        const big = randomUUID();
        const electorate = Array.from({ length: 200 }, () => randomUUID());
        const other = opening();
        await store.commit({ ...other.change, opensVote: { vote: big, electorate, cleared: electorate } });
        const casts = electorate.map((person, i) => ({
          ...ballot(person, i % 3 === 0 ? ("against" as const) : ("in-favour" as const)),
          vote: big,
          case: other.id,
        }));
        await Promise.all([...casts, ...casts.toReversed()].map((cast) => store.castBallot(cast)));
        const read = await store.vote(big);
        expect(read?.voters.filter((voter) => voter.choice === "against")).toHaveLength(67);
        expect(read?.voters.filter((voter) => voter.choice === "in-favour")).toHaveLength(133);
      });
    });

    describe("the outbox", () => {
      test("a row is held by one worker, and done once", async () => {
        const opened = opening();
        await store.commit(opened.change);
        const [[claim], others] = [await store.claim("one", 10, 60_000), await store.claim("two", 10, 60_000)];
        expect(claim).toMatchObject({ attempt: 1, effect: { kind: "room", case: opened.id } });
        expect(others).toEqual([]);
        if (claim !== undefined) await store.finish("one", claim);
        expect((await store.waiting()).rows).toBe(0);
      });

      test("what is asked for again while it is being done is done again", async () => {
        const opened = opening();
        await store.commit(opened.change);
        const [claim] = await store.claim("one", 10, 60_000);
        await store.request(opened.change.effects);
        expect(await store.claim("two", 10, 60_000)).toEqual([]);
        if (claim !== undefined) await store.finish("one", claim);
        expect(await store.claim("two", 10, 60_000)).toMatchObject([{ attempt: 1 }]);
      });

      test("a worker that died loses the row, and the next one knows that it is not the first", async () => {
        await store.commit(opening().change);
        const [dead] = await store.claim("dead", 10, -1);
        const [claim] = await store.claim("alive", 10, 60_000);
        expect(claim).toMatchObject({ attempt: 2 });
        expect(dead === undefined || (await store.finish("dead", dead))).toBe(false);
        expect((await store.waiting()).rows).toBe(1);
      });

      test("[E-23] what is to be told in one message is gathered, in one change and in several, and waits as long as it was asked to", async () => {
        const { id, change } = opening();
        const digest = (notice: string, settle = 0) =>
          ({
            kind: "digest",
            person: id,
            minute: "2026-03-04T08:00Z",
            notices: [{ case: id, notice }],
            settle,
          }) as const;
        await store.commit({ ...change, effects: [digest("one")] });
        await store.request([digest("two")]);
        const [claim, ...others] = await store.claim("one", 10, 60_000);
        expect(others).toEqual([]);
        expect(claim?.effect).toMatchObject({ notices: [{ notice: "one" }, { notice: "two" }] });
        await store.request([digest("three")]);
        if (claim !== undefined) await store.finish("one", claim);
        const [again] = await store.claim("one", 10, 60_000);
        expect(again?.effect).toMatchObject({ notices: [{ notice: "one" }, { notice: "two" }, { notice: "three" }] });
        if (again !== undefined) await store.finish("one", again);
        await store.request([digest("four", 60_000)]);
        expect(await store.claim("one", 10, 60_000)).toEqual([]);
      });

      test("what did not work is tried later", async () => {
        await store.commit(opening().change);
        const [claim] = await store.claim("one", 10, 60_000);
        if (claim !== undefined) await store.putOff("one", claim, 60_000, "rate-limited");
        expect(await store.claim("one", 10, 60_000)).toEqual([]);
        const { rows, nextInMs } = await store.waiting();
        expect(rows).toBe(1);
        expect(nextInMs).toBeGreaterThan(30_000);
      });
    });

    test("[K36, K37] an anonymous report is kept with its day, once; counted, its words are gone", async () => {
      const [id, receiver] = [randomUUID(), randomUUID()];
      const words = { rules: ["a"], grounds: ["g"], texts: { what: "PLANTED" }, names: ["Nils"] };
      const report = {
        id,
        codeName: `counted-${id}`,
        day: "2026-03-15",
        receivers: [receiver],
        state: { kind: "waiting", ...words },
      } as const;
      await store.saveDraft({ id: `draft-${id}`, person: undefined, form: "anonymous", values: {}, at });
      const effect = { kind: "counted", report: id, person: receiver } as const;
      expect(await store.fileCounted(report, `draft-${id}`, [effect])).toBe("filed");
      expect(await store.draft(`draft-${id}`)).toBeUndefined();
      expect(await store.fileCounted({ ...report, id: randomUUID(), codeName: "x" }, `draft-${id}`, [])).toBe("seen");
      expect(await store.fileCounted({ ...report, id: randomUUID() }, "another", [])).toBe("stale");
      expect(await store.countedReports()).toEqual([report]);
      const [claim] = await store.claim("one", 10, 60_000);
      expect(claim?.effect).toEqual(effect);
      if (claim !== undefined) await store.finish("one", claim);
      const code = {
        rules: ["b"],
        grounds: ["g"],
        choices: { relation: "witness" },
        summary: "",
        by: receiver,
        on: "2026-03-16",
      };
      expect(await store.codeCounted(id, code)).toBe(true);
      expect(await store.codeCounted(id, { ...code, rules: [] })).toBe(false);
      expect(await store.countedReports()).toEqual([{ ...report, state: { kind: "coded", ...code } }]);
    });

    test("[C11] a question is kept for those two, changed by whoever was first, and deleted for good", async () => {
      const [id, asker, asked, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
      const question = {
        id,
        codeName: `question-${id}`,
        version: 1,
        register: "advice",
        asker,
        askerName: "Mona",
        to: [asked],
        written: [{ by: asker, at, text: "PLANTED" }],
        proposal: "none",
      } as const;
      const effect = { kind: "question", question: id, person: asked, what: "asked", occasion: "asked:1" } as const;
      expect(await store.saveQuestion(question, [effect])).toBe("saved");
      expect(await store.saveQuestion(question, [effect])).toBe("stale");
      const [claim] = await store.claim("one", 10, 60_000);
      expect(claim?.effect).toEqual(effect);
      if (claim !== undefined) await store.finish("one", claim);
      expect(await store.questionById(id)).toEqual(question);
      expect(await store.questionsOf(asker)).toEqual([question]);
      expect(await store.questionsOf(asked)).toEqual([question]);
      expect(await store.questionsOf(other)).toEqual([]);
      expect(await store.waitingQuestions()).toEqual([question]);
      const answered = {
        ...question,
        version: 2,
        written: [...question.written, { by: asked, at: at.add({ hours: 1 }), text: "Yes" }],
        reminded: "2026-03-15",
      };
      expect(await store.saveQuestion(answered, [])).toBe("saved");
      expect(await store.saveQuestion({ ...question, version: 2 }, [])).toBe("stale");
      expect(await store.questionById(id)).toEqual(answered);
      expect(await store.waitingQuestions()).toEqual([]);
      await store.deleteQuestion(id);
      expect(await store.questionById(id)).toBeUndefined();
      expect(await store.saveQuestion({ ...answered, version: 3 }, [])).toBe("stale");
    });

    test("rooms, drafts and small values are kept", async () => {
      const opened = opening();
      await store.commit(opened.change);
      const room = {
        case: opened.id,
        purpose: "officers",
        platform: "slack",
        remote: "C1",
        members: [randomUUID()],
        messages: { card: { remote: "1.2", shown: "abc" } },
        isArchived: false,
        series: 2,
      } as const;
      await store.saveRoom({ ...room, remote: undefined });
      await store.saveRoom(room);
      expect(await store.room(opened.id, "officers", "slack")).toEqual(room);
      const draft = { id: "d1", person: randomUUID(), form: "report", values: { what: "é", who: ["a", "b"] }, at };
      await store.saveDraft(draft);
      expect(await store.draft("d1")).toEqual(draft);
      const held = { ...draft, id: "d2", person: undefined, form: "anonymous" };
      await store.saveDraft(held);
      expect(await store.draft("d2")).toEqual(held);
      const later = { ...draft, id: "d3", form: "record", at: at.add({ hours: 1 }) };
      await store.saveDraft(later);
      expect((await store.draftsOf(draft.person)).map(({ id }) => id)).toEqual(["d3", "d1"]);
      expect(await store.purgeDrafts(at, [])).toBe(0);
      expect(await store.purgeDrafts(at.add({ hours: 2 }), ["record", "report"])).toBe(1);
      expect(await store.draft("d2")).toBeUndefined();
      await store.deleteDraft("d1");
      expect(await store.draft("d1")).toBeUndefined();
      await store.remember("a", "1");
      await store.remember("a", "2");
      expect(await store.remembered("a")).toBe("2");
    });

    test("[E-16] the files that go along with a draft are kept as long as it, and go with it", async () => {
      const person = randomUUID();
      const draft = (id: string, hours: number) => ({ id, person, form: "report", values: {}, at: at.add({ hours }) });
      const file = (of: string, number: number, content: DraftFile["content"]) =>
        store.saveDraftFile({ draft: of, number, name: `${number}.png`, content });
      const there = async (of: string) => (await store.draftFiles(of)).map(({ number }) => number);
      await store.saveDraft(draft("f1", 0));
      await file("f1", 1, "too-large");
      await file("f1", 0, Buffer.from("PLANTED"));
      await file("f1", 0, "gone");
      await file("nowhere", 0, "gone");
      const kept = await store.draftFiles("f1");
      expect(kept.map(({ name, content }) => [name, typeof content === "string" ? content : [...content]])).toEqual([
        ["0.png", [...Buffer.from("PLANTED")]],
        ["1.png", "too-large"],
      ]);
      expect(await there("nowhere")).toEqual([]);
      await store.deleteDraft("f1");
      await store.saveDraft(draft("f2", 0));
      await file("f2", 0, "gone");
      await store.purgeDrafts(at.add({ hours: 1 }), []);
      const { change } = opening();
      const filed = change.opens?.draft ?? "";
      await store.saveDraft(draft(filed, 2));
      await file(filed, 0, "gone");
      expect(await there(filed)).toEqual([0]);
      await store.commit(change);
      for (const id of ["f1", "f2", filed])
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        expect(await there(id)).toEqual([]);
    });

    describe("versions of the rulebook", () => {
      const first: StoredVersion = { number: 1, hash: "one", inForce: "2023-12-05", statements: [], at };

      test("are read back as they were adopted, in their order, each text once", async () => {
        const statement = stated("two", "memo_revision");
        await store.stateAmendment(stated("two", "memo_revision"));
        await store.stateAmendment(statement);
        const second = { number: 2, hash: "two", inForce: "2027-03-01", statements: [statement], at };
        const third = { number: 3, hash: "one", inForce: "2027-04-01", statements: [], at };
        expect(await store.rulebookVersions()).toEqual([]);
        expect(await store.adoptVersion(first, "text 1")).toBe("adopted");
        expect(await store.adoptVersion(second, "text 2")).toBe("adopted");
        expect(await store.adoptVersion(third, "text 1")).toBe("adopted");
        expect(await store.rulebookVersions()).toEqual([first, second, third]);
        const texts = (await store.rulebookTexts()).toSorted((a, b) => a.hash.localeCompare(b.hash));
        expect(texts).toEqual([
          { hash: "one", text: "text 1" },
          { hash: "two", text: "text 2" },
        ]);
      });

      test("of two adopted under one number one is kept, and nothing of the other", async () => {
        await store.adoptVersion(first, "text 1");
        const adopted = await Promise.all(
          ["two", "three"].map((hash) => store.adoptVersion({ ...first, number: 2, hash }, `text ${hash}`)),
        );
        expect(adopted.toSorted()).toEqual(["adopted", "stale"]);
        expect(await store.rulebookVersions()).toHaveLength(2);
        expect(await store.rulebookTexts()).toHaveLength(2);
      });

      test("[F005] what was stated on one text says nothing of another", async () => {
        const [earlier, later] = [stated("one", "trustees"), stated("one", "forum", 1)];
        await store.stateAmendment(earlier);
        await store.stateAmendment(later);
        expect(await store.amendmentStatements("one")).toEqual([earlier, later]);
        expect(await store.amendmentStatements("two")).toEqual([]);
      });
    });

    test("the same answer about the same value counts once, the first; another value is asked about anew", async () => {
      const [asa, bo] = [randomUUID(), randomUUID()];
      const given = {
        key: "votes.sanction.majority",
        value: '{"fraction":"2/3"}',
        hash: "a".repeat(64),
        answer: "confirmed",
        by: asa,
        at,
      } as const;
      const later = at.add({ hours: 1 });
      expect(await store.recordAnswer({ ...given, answer: "differs" })).toBe(true);
      const both = await Promise.all([store.recordAnswer(given), store.recordAnswer(given)]);
      expect(both.toSorted()).toEqual([false, true]);
      expect(await store.recordAnswer({ ...given, by: bo, at: later })).toBe(false);
      const changed = { ...given, value: '{"fraction":"3/4"}', hash: "b".repeat(64), by: bo, at: later };
      expect(await store.recordAnswer(changed)).toBe(true);
      expect(await store.answers()).toEqual([{ ...given, answer: "differs" }, given, changed]);
    });

    test("what was done again and again is kept, each record once; an announcement is made once, with what follows from it", async () => {
      const [by, other] = [randomUUID(), randomUUID()];
      const done = { id: "delivery-1", obligation: "meetings", on: "2026-03-02", by, at, note: "Minutes 3" };
      expect(await store.recordObligationDone(done)).toBe(true);
      expect(await store.recordObligationDone({ ...done, on: "2026-03-03" })).toBe(false);
      const later = { ...done, id: "delivery-2", on: "2026-02-28", at: at.add({ hours: 1 }), note: "" };
      expect(await store.recordObligationDone(later)).toBe(true);
      expect(await store.obligationsDone()).toEqual([done, later]);
      const effects = [by, other].map((person) => ({
        kind: "obligation" as const,
        announcement: "meetings:2026-08-31:before-28",
        person,
        obligation: "meetings",
        about: "ahead" as const,
        dueBy: "2026-08-31",
        done: 2,
      }));
      const key = "meetings:2026-08-31:before-28";
      const both = [store.announceObligation(key, at, effects), store.announceObligation(key, at, effects)];
      expect((await Promise.all(both)).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
      const claims = await store.claim("one", 10, 60_000);
      expect(claims.map(({ effect }) => effect)).toEqual(expect.arrayContaining(effects));
      expect(claims).toHaveLength(2);
    });

    test("[E-22] what was taken from somebody is kept until it is given back, and only by whoever has read it last", async () => {
      const [whom, other] = [randomUUID(), randomUUID()];
      const kept = { id: "1", name: "Members", how: "take", at, state: "done", stay: "first" } as const;
      const row = {
        id: randomUUID(),
        version: 0,
        whom,
        accounts: [{ account: { platform: "discord", id: "42" }, kept: [kept] }],
      } as const;
      expect(await store.saveAccess({ ...row, accounts: [] })).toBe(true);
      expect(await store.saveAccess({ ...row, id: randomUUID() })).toBe(false);
      expect(await store.saveAccess({ ...row, version: 1 })).toBe(true);
      expect(await store.saveAccess({ ...row, version: 1, accounts: [] })).toBe(false);
      const now = { ...row, version: 2 };
      expect(await store.accessById(row.id)).toEqual(now);
      expect(await store.accessOf(whom)).toEqual([now]);
      expect(await store.accessOf(other)).toEqual([]);
      expect(await store.accessIds()).toContain(row.id);
      const effect = { kind: "access", row: row.id } as const;
      await store.request([effect, effect]);
      const claims = await store.claim("one", 100, 60_000);
      expect(claims.filter((claim) => claim.effect.kind === "access").map((claim) => claim.effect)).toEqual([effect]);
      expect(await store.forgetAccess({ id: row.id, version: 1 })).toBe(false);
      expect(await store.forgetAccess(now)).toBe(true);
      expect(await store.accessById(row.id)).toBeUndefined();
    });

    test("[K30][K54] what is known at the doors: who may not take part, until nothing keeps them out; what was asked; who may ask for a while", async () => {
      const [one, other] = [randomUUID(), randomUUID()];
      const bars = [
        { from: at, until: at.add({ hours: 24 }), permits: ["chapter_meeting"] },
        { from: at, until: undefined, permits: [] },
      ];
      await store.saveBarred({ whom: one, isKnown: true, name: "Nils Orrby", bars: [] });
      await store.saveBarred({ whom: one, isKnown: true, name: "Nils Orrby", bars: bars.slice(0, 1) });
      await store.saveBarred({ whom: one, isKnown: true, name: "Nils Orrby", bars });
      await store.saveBarred({ whom: other, isKnown: false, name: "Somebody Else", bars: bars.slice(1) });
      expect(await store.barred()).toEqual(
        expect.arrayContaining([
          { whom: one, isKnown: true, name: "Nils Orrby", bars },
          { whom: other, isKnown: false, name: "Somebody Else", bars: bars.slice(1) },
        ]),
      );
      await store.saveBarred({ whom: one, isKnown: true, name: "Nils Orrby", bars: [] });
      expect((await store.barred()).map(({ whom }) => whom)).not.toContain(one);

      const asked = { by: one, at, about: other, event: "party", answer: "refuse" } as const;
      const again = { ...asked, at: at.add({ hours: 1 }), about: "Somebody Else", answer: "admit" } as const;
      await store.recordDoorQuestion(asked);
      await store.recordDoorQuestion(again);
      expect(await store.doorQuestions(2)).toEqual([again, asked]);
      expect(await store.doorQuestions(1)).toEqual([again]);

      const delegate = { person: other, by: one, at, until: at.add({ hours: 48 }) };
      await store.nameDoorDelegate(delegate);
      expect(await store.doorDelegates(at)).toEqual([delegate]);
      expect(await store.doorDelegates(at.subtract({ seconds: 1 }))).toEqual([]);
      expect(await store.doorDelegates(at.add({ hours: 48 }))).toEqual([]);
    });

    test("an id that is none finds nothing", async () => {
      expect(await store.caseById("not-an-id")).toBeUndefined();
      expect(await store.vote("not-an-id")).toBeUndefined();
      expect(
        await store.castBallot({
          delivery: "x",
          vote: "not-an-id",
          case: "y",
          person: "z",
          choice: "abstain",
          replaces: true,
        }),
      ).toEqual({ kind: "not-a-voter" });
    });
  });
}
