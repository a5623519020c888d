import { Temporal } from "temporal-polyfill";

import type { CaseSummary, Change, Committed, StoredCase, StoredRoom } from "../../application/casePorts.ts";
import type { Claim, Effect, Urgency } from "../../application/effect.ts";
import type { AccountRef, Identity, Person } from "../../application/person.ts";
import type { Draft, DraftFile, GivenAnswer, JoinCodeMade, Store } from "../../application/ports.ts";
import type { Erasure } from "../../application/recordPorts.ts";
import type { Recorded } from "../../domain/case/entry.ts";
import type { Wake } from "../../domain/deadlines/due.ts";
import type { CaseChoice } from "../../domain/voting/result.ts";
import { effectKey, gathered, rankOf, wayOf } from "../rows.ts";
import { memoryAccess } from "./memoryAccess.ts";
import { memoryAppointments } from "./memoryAppointments.ts";
import { memoryCounted } from "./memoryCounted.ts";
import { memoryDoor } from "./memoryDoor.ts";
import { memoryMotions } from "./memoryMotions.ts";
import { memoryObligations } from "./memoryObligations.ts";
import { memoryQuestions } from "./memoryQuestions.ts";
import { memoryReadings } from "./memoryReadings.ts";
import { memoryRecords } from "./memoryRecords.ts";
import { memoryRulebooks } from "./memoryRulebooks.ts";

interface KeptCase {
  readonly codeName: string;
  readonly rulebook: string;
  readonly draft: string;
  readonly order: number;
  entries: readonly Recorded[];
  identities: readonly Identity[];
  handlers: readonly string[];
  isClosed: boolean;
  wakes: readonly Wake[];
}

interface KeptVoter {
  isCleared: boolean;
  isRecused: boolean;
  isPresent: boolean;
  choice: CaseChoice | undefined;
}

interface KeptVote {
  readonly case: string;
  isOpen: boolean;
  readonly voters: Map<string, KeptVoter>;
}

interface KeptRow {
  effect: Effect;
  rank: number;
  generation: number;
  due: number;
  attempts: number;
  lockedBy: string | undefined;
  lockedUntil: number;
  /** What is told in one message is settled at its first attempt. */
  settled?: { readonly effect: Effect; readonly generation: number };
}

const accountKey = (account: AccountRef) => `${account.platform}:${account.id}`;

/** The store in memory: the same promises as the database, but for what outlives the process. */
export function memoryStore(): Store {
  const people = new Map<string, Person>();
  const byAccount = new Map<string, string>();
  const cases = new Map<string, KeptCase>();
  const words = new Map<string, { readonly case: string; readonly text: string }>();
  const votes = new Map<string, KeptVote>();
  const deliveries = new Set<string>();
  const outbox = new Map<string, KeptRow>();
  const rooms = new Map<string, StoredRoom>();
  const drafts = new Map<string, Draft>();
  const draftFiles = new Map<string, DraftFile>();
  const forgetDraft = (id: string) => {
    drafts.delete(id);
    for (const [key, { draft }] of draftFiles) if (draft === id) draftFiles.delete(key);
  };
  const joinCodes = new Map<string, JoinCodeMade>();
  const remembered = new Map<string, string>();
  const answers: GivenAnswer[] = [];

  const find = (test: (kept: KeptCase) => boolean) => [...cases].find(([, kept]) => test(kept))?.[0];
  const listed = (test: (kept: KeptCase) => boolean): readonly CaseSummary[] =>
    [...cases]
      .filter(([, kept]) => test(kept))
      .toSorted(([, a], [, b]) => b.order - a.order)
      .map(([id, { codeName, isClosed }]) => ({ id, codeName, isClosed }));
  const readCase = (id: string | undefined): StoredCase | undefined => {
    const kept = id === undefined ? undefined : cases.get(id);
    if (id === undefined || kept === undefined) return undefined;
    const { codeName, rulebook, entries, identities } = kept;
    return { id, codeName, rulebook, entries, identities };
  };
  const readVote = (id: string) => {
    const kept = votes.get(id);
    if (kept === undefined) return undefined;
    const voters = [...kept.voters]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([person, { isPresent, isRecused, choice }]) => ({ person, isPresent, isRecused, choice }));
    return { vote: id, case: kept.case, isOpen: kept.isOpen, voters };
  };
  const ask = (effects: readonly Effect[], urgency?: Urgency) => {
    for (const effect of effects) {
      const rank = rankOf(effect, urgency);
      const due = Date.now() + ("settle" in effect ? (effect.settle ?? 0) : 0);
      const row = outbox.get(effectKey(effect));
      if (row === undefined)
        outbox.set(effectKey(effect), {
          effect,
          rank,
          generation: 1,
          due,
          attempts: 0,
          lockedBy: undefined,
          lockedUntil: 0,
        });
      else
        Object.assign(row, {
          effect: gathered(row.effect, effect),
          rank: Math.min(row.rank, rank),
          generation: row.generation + 1,
          due: Math.min(row.due, due),
        });
    }
  };

  function commit(change: Change): Committed {
    const { opens } = change;
    const kept = cases.get(change.case);
    if (change.delivery !== undefined && deliveries.has(change.delivery)) return "seen";
    if (opens !== undefined && find((each) => each.draft === opens.draft) !== undefined) return "seen";
    if (opens !== undefined && find((each) => each.codeName === opens.codeName) !== undefined) return "stale";
    if (opens === undefined && kept?.entries.length !== change.expected) return "stale";
    if (change.delivery !== undefined) deliveries.add(change.delivery);
    if (opens !== undefined) forgetDraft(opens.draft);
    const identities = [...(kept?.identities ?? []), ...change.identities];
    const entries = [...(kept?.entries ?? []), ...change.entries];
    const base = kept ?? { codeName: "", rulebook: "", draft: "", ...opens, order: cases.size };
    const { handlers, isClosed, wakes } = change;
    cases.set(change.case, { ...base, identities, entries, handlers, isClosed, wakes });
    for (const { id, text } of change.words) words.set(id, { case: change.case, text });
    changeVotes(change);
    ask(change.effects, change.urgency);
    return "committed";
  }

  function changeVotes(change: Change): void {
    const { opensVote, closesVote } = change;
    if (opensVote !== undefined) {
      const voters = opensVote.electorate.map((person): [string, KeptVoter] => [
        person,
        { isCleared: opensVote.cleared.includes(person), isRecused: false, isPresent: false, choice: undefined },
      ]);
      votes.set(opensVote.vote, { case: change.case, isOpen: true, voters: new Map(voters) });
    }
    for (const vote of votes.values()) {
      if (vote.case !== change.case) continue;
      for (const [person, voter] of vote.voters) {
        if (change.clears.includes(person)) voter.isCleared = true;
        if (change.recuses.includes(person)) voter.isRecused = true;
      }
    }
    const closed = closesVote === undefined ? undefined : votes.get(closesVote);
    if (closed !== undefined) closed.isOpen = false;
    if (change.sealsVote === true) for (const voter of closed?.voters.values() ?? []) voter.choice = undefined;
  }

  const records = memoryRecords();

  async function anonymise(erasure: Erasure): Promise<"committed" | "stale"> {
    const { case: id, expected, entry, stay, facts } = erasure;
    const found = cases.get(id);
    if (found === undefined || found.entries.length !== expected) return "stale";
    for (const [word, { case: of }] of words) if (of === id) words.delete(word);
    for (const draft of drafts.keys()) if (draft.includes(`:${id}:`)) forgetDraft(draft);
    if (entry === undefined) {
      cases.delete(id);
      for (const [vote, { case: of }] of votes) if (of === id) votes.delete(vote);
      for (const [room, { case: of }] of rooms) if (of === id) rooms.delete(room);
      for (const [row, { effect }] of outbox) if ("case" in effect && effect.case === id) outbox.delete(row);
    } else {
      const identities = found.identities.filter((each) => stay.some(({ party }) => party === each.party));
      cases.set(id, { ...found, identities, entries: [...found.entries, entry] });
    }
    if (facts !== undefined) await records.keepRecord(facts);
    return "committed";
  }

  const held = (worker: string, claim: Claim) => {
    const row = outbox.get(claim.key);
    return row?.lockedBy === worker ? row : undefined;
  };

  return {
    personOf: async (account) => byAccount.get(accountKey(account)),
    async ensurePerson(account, fresh) {
      const known = byAccount.get(accountKey(account));
      if (known !== undefined) return known;
      people.set(fresh, { id: fresh, name: account.name, accounts: [account] });
      byAccount.set(accountKey(account), fresh);
      return fresh;
    },
    async person(id) {
      const person = people.get(id);
      if (person === undefined) return undefined;
      const accounts = person.accounts.filter((account) => byAccount.get(accountKey(account)) === id);
      return { ...person, accounts };
    },
    async savePerson(person) {
      for (const account of people.get(person.id)?.accounts ?? []) byAccount.delete(accountKey(account));
      people.set(person.id, person);
      for (const account of person.accounts) byAccount.set(accountKey(account), person.id);
    },

    caseById: async (id) => readCase(id),
    casesById: async (ids) => ids.flatMap((id) => readCase(id) ?? []),
    caseByCodeName: async (codeName) => readCase(find((kept) => kept.codeName === codeName)),
    casesHandledBy: async (person) => listed((kept) => kept.handlers.includes(person)),
    casesOfParty: async (person) => listed((kept) => kept.identities.some((identity) => identity.person === person)),
    openCases: async () => listed((kept) => !kept.isClosed),
    async words(of, statement) {
      const found = words.get(statement);
      return found?.case === of ? found.text : undefined;
    },
    caseOfDraft: async (draft) => listed((kept) => kept.draft === draft)[0],
    commit: async (change) => commit(change),
    commitAll: async (changes) => changes.map(commit),
    async dueCases(now, limit) {
      const due = [...cases].flatMap(([id, { wakes }]) =>
        wakes.filter((wake) => Temporal.Instant.compare(wake.at, now) <= 0).map(({ at }) => ({ id, at })),
      );
      const sorted = due.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)).map(({ id }) => id);
      return [...new Set(sorted)].slice(0, limit);
    },
    async nextDue() {
      const moments = [...cases.values()].flatMap(({ wakes }) => wakes.map((wake) => wake.at));
      return moments.toSorted((a, b) => Temporal.Instant.compare(a, b))[0];
    },
    ...memoryReadings(),

    vote: async (id) => readVote(id),
    async hasSeen(delivery) {
      return deliveries.has(delivery);
    },
    async castBallot({ delivery, vote, person, choice, replaces }) {
      if (deliveries.has(delivery)) return { kind: "seen" };
      deliveries.add(delivery);
      const kept = votes.get(vote);
      const voter = kept?.voters.get(person);
      if (kept === undefined || voter === undefined || voter.isRecused) return { kind: "not-a-voter" };
      if (!kept.isOpen) return { kind: "vote-closed" };
      if (!voter.isCleared) return { kind: "not-cleared" };
      const earlier = voter.choice !== undefined;
      if (earlier && !replaces) return { kind: "already-voted" };
      voter.choice = choice;
      return { kind: "counted", earlier };
    },
    async markPresent(vote, person) {
      const kept = votes.get(vote);
      const voter = kept?.voters.get(person);
      if (kept?.isOpen !== true || voter === undefined || voter.isRecused || voter.isPresent) return false;
      voter.isPresent = true;
      return true;
    },
    async closeVote(id, decide) {
      const vote = readVote(id);
      const change = vote?.isOpen === true ? decide(vote) : undefined;
      return change === undefined ? "undecided" : commit(change);
    },

    request: async (effects, urgency) => ask(effects, urgency),
    async claim(worker, limit, leaseMs, onlyAwaited = false) {
      const now = Date.now();
      const due = [...outbox]
        .filter(([, row]) => row.due <= now && row.lockedUntil < now && (row.rank === 0 || !onlyAwaited))
        .toSorted(([, one], [, other]) => one.rank - other.rank);
      return due.slice(0, limit).map(([key, row]) => {
        const { effect, generation } = row;
        const isSettled = effect.kind === "digest" && row.attempts > 0;
        const settled = isSettled ? (row.settled ?? { effect, generation }) : { effect, generation };
        Object.assign(row, { lockedBy: worker, lockedUntil: now + leaseMs, attempts: row.attempts + 1, settled });
        return { key, ...settled, attempt: row.attempts, isAwaited: row.rank === 0 };
      });
    },
    async finish(worker, claim) {
      const row = held(worker, claim);
      if (row === undefined) return false;
      if (row.generation === claim.generation) outbox.delete(claim.key);
      else Object.assign(row, { lockedBy: undefined, lockedUntil: 0, attempts: 0 });
      return true;
    },
    async putOff(worker, claim, waitMs, _, isUntouched = false) {
      const row = held(worker, claim);
      if (row === undefined) return false;
      const due = row.generation === claim.generation ? Date.now() + waitMs : Math.min(row.due, Date.now());
      Object.assign(row, { lockedBy: undefined, lockedUntil: 0, due, attempts: row.attempts - (isUntouched ? 1 : 0) });
      return true;
    },
    async holdUp(like, waitMs) {
      const { kinds, platform } = wayOf(like);
      const until = Date.now() + waitMs;
      for (const row of outbox.values()) {
        const isSame =
          kinds.includes(row.effect.kind) && (!("platform" in row.effect) || row.effect.platform === platform);
        if (isSame && row.rank > 0 && row.lockedUntil < Date.now()) row.due = Math.max(row.due, until);
      }
    },
    async waiting() {
      const nexts = [...outbox.values()].map((row) => Math.max(row.due, row.lockedUntil) - Date.now());
      return { rows: nexts.length, nextInMs: nexts.length === 0 ? undefined : Math.max(0, Math.min(...nexts)) };
    },

    room: async (of, purpose, platform) => rooms.get(`${of}:${purpose}:${platform}`),
    roomsOf: async (of) => [...rooms.values()].filter((room) => of.includes(room.case)),
    async saveRoom(room) {
      rooms.set(`${room.case}:${room.purpose}:${room.platform}`, room);
    },
    async saveDraft(draft) {
      drafts.set(draft.id, draft);
    },
    draft: async (id) => drafts.get(id),
    draftsOf: async (person) =>
      [...drafts.values()]
        .filter((draft) => draft.person === person)
        .toSorted((one, other) => Temporal.Instant.compare(other.at, one.at)),
    async deleteDraft(id) {
      forgetDraft(id);
    },
    async saveDraftFile(file) {
      const key = `${file.draft}:${file.number}`;
      if (drafts.has(file.draft) && !draftFiles.has(key)) draftFiles.set(key, file);
    },
    draftFiles: async (id) =>
      [...draftFiles.values()].filter(({ draft }) => draft === id).toSorted((one, other) => one.number - other.number),
    async purgeDrafts(before, kept) {
      const isOver = ({ at, form }: Draft) => Temporal.Instant.compare(at, before) < 0 && !kept.includes(form);
      const over = [...drafts.values()].filter(isOver);
      for (const { id } of over) forgetDraft(id);
      return over.length;
    },
    async remember(name, value) {
      remembered.set(name, value);
    },
    async keepJoinCode(code, made) {
      joinCodes.set(code, made);
    },
    joinCode: async (code) => joinCodes.get(code),
    async dropJoinCode(code) {
      joinCodes.delete(code);
    },
    remembered: async (name) => remembered.get(name),
    rememberedUnder: async (prefix) =>
      [...remembered].flatMap(([name, value]) => (name.startsWith(prefix) ? [value] : [])),
    ...memoryRulebooks(),
    ...memoryDoor(),
    ...memoryQuestions(ask),
    ...memoryCounted(ask, forgetDraft),
    ...memoryAccess(),
    ...memoryAppointments(ask),
    ...memoryObligations(ask),
    ...records,
    closedCases: async () => [...cases].flatMap(([id, { isClosed }]) => (isClosed ? [id] : [])),
    anonymise: async (erasure) => anonymise(erasure),
    ...memoryMotions(deliveries, ask),
    async recordAnswer(given) {
      const { key, hash, answer } = given;
      if (answers.some((each) => each.key === key && each.hash === hash && each.answer === answer)) return false;
      answers.push(given);
      return true;
    },
    answers: async () => [...answers],
    close: async () => {},
  };
}
